"""Texts that are written below the voice: in English, with what they are made of, so that it can say them otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import reduce

from cnes_partners.frozen import frozen


@frozen
class Name:
    """A name in both languages."""

    english: str
    french: str


def with_id(id: str, name: str, name_fr: str | None) -> Name:
    """Return a name in both languages with the id behind it."""
    return Name(english=f"{name} ({id})", french=f"{name_fr or name} ({id})")


@frozen
class Amount:
    """A number that a source gives, perhaps as an approximate one."""

    value: int | float
    approximate: bool = False


Value = int | float | str | Name | Amount | tuple["Value", ...]
"""A number, a name, a word of a vocabulary, another sentence, a text that is the same in every language, or several."""


def translatable(text: str) -> str:
    """Return *text*, and mark it for the catalogue: a text that is said elsewhere than where it is written."""
    return text


class Sentence(str):
    """English text, and the templates and values that it was made of, one pair a sentence."""

    __slots__ = ("parts",)
    parts: tuple[tuple[str, Mapping[str, Value]], ...]


def sentence(template: str, /, **values: Value) -> Sentence:
    """Return *template* with its {places} filled: numbers with thousands apart, names in English."""
    return _made(((template, values),))


def in_both(english: str, french: str) -> Sentence:
    """Return a text of the dataset, with its French."""
    return sentence("{passage}", passage=Name(english=english, french=french))


def spelled_out(code: StrEnum) -> Sentence:
    """Return a word of a vocabulary: "deep space"."""
    made = Sentence(code.replace("-", " "))
    made.parts = (("{passage}", {"passage": code}),)
    return made


def paragraph(*sentences: Sentence) -> Sentence:
    """Return sentences as one text."""
    return _made(tuple(part for one in sentences for part in one.parts))


def either(choices: Sequence[Value]) -> Value:
    """Return what may be chosen: "a, b or c"."""
    *listed, last = choices
    return sentence("{listed} or {last}", listed=tuple(listed), last=last) if listed else last


def apart(sentences: Iterable[Sentence]) -> Sentence:
    """Return sentences set apart by semicolons, as the language writes them."""
    return reduce(lambda first, second: sentence("{first}; {second}", first=first, second=second), sentences)


def _made(parts: tuple[tuple[str, Mapping[str, Value]], ...]) -> Sentence:
    made = Sentence(" ".join(_filled(template, values) for template, values in parts))
    made.parts = parts
    return made


def _filled(template: str, values: Mapping[str, Value]) -> str:
    return template.format(**{key: _word(value) for key, value in values.items()}) if values else template


def _word(value: Value) -> str:
    if isinstance(value, Name):
        return value.english
    if isinstance(value, Amount):
        return f"{'~' if value.approximate else ''}{value.value:,}"
    if isinstance(value, tuple):
        return ", ".join(map(_word, value))
    return value if isinstance(value, str) else f"{value:,}"
