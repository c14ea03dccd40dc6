"""Texts that are written below the voice: in English, with what they are made of, so that it can say them otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    """Return *template* with its {places} filled: numbers with thousands apart, names in English.

    A sentence stays as it is.
    """
    return template if isinstance(template, Sentence) else _made(((template, values),))


def in_both(english: str, french: str) -> Sentence:
    """Return a text that is not ours, of the dataset or a library, with its French or a sentence that stands for it."""
    return sentence("{passage}", passage=Name(english=english, french=french))


def spelled_out(code: StrEnum) -> Sentence:
    """Return a word of a vocabulary: "deep space"."""
    return _with(code.replace("-", " "), (("{passage}", {"passage": code}),))


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


def changed(text: Sentence, change: Callable[[str], str]) -> Sentence:
    """Return a sentence with its English changed, and in the same way each text that it is made of."""
    return _with(change(text), tuple((template, _changed(values, change)) for template, values in text.parts))


def _changed(values: Mapping[str, Value], change: Callable[[str], str]) -> Mapping[str, Value]:
    return {
        key: changed(value, change)
        if isinstance(value, Sentence)
        else change(value)
        if value.__class__ is str
        else value
        for key, value in values.items()
    }


def _made(parts: tuple[tuple[str, Mapping[str, Value]], ...]) -> Sentence:
    return _with(" ".join(_filled(template, values) for template, values in parts), parts)


def _with(english: str, parts: tuple[tuple[str, Mapping[str, Value]], ...]) -> Sentence:
    made = Sentence(english)
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
