"""Sentences with figures in them, in English, that remember what they are made of so that views can translate them."""

from __future__ import annotations

from collections.abc import Mapping

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen


@frozen
class Name:
    """A name in both languages."""

    english: str
    french: str


@frozen
class Amount:
    """A number that a source gives, perhaps as an approximate one."""

    value: int | float
    approximate: bool = False


Value = int | float | str | Name | Amount
"""A number, a name, a word of a vocabulary, another sentence, or a text that is the same in every language."""


class Sentence(str):
    """English text, and the templates and values that it was made of, one pair a sentence."""

    __slots__ = ("parts",)
    parts: tuple[tuple[str, Mapping[str, Value]], ...]


def sentence(template: str, **values: Value) -> Sentence:
    """Return *template* with its {places} filled: numbers with thousands apart, names in English."""
    return _made(((template, values),))


def paragraph(*sentences: Sentence) -> Sentence:
    """Return sentences as one text."""
    return _made(tuple(part for one in sentences for part in one.parts))


def _made(parts: tuple[tuple[str, Mapping[str, Value]], ...]) -> Sentence:
    made = Sentence(" ".join(template.format(**_english(values)) for template, values in parts))
    made.parts = parts
    return made


def _english(values: Mapping[str, Value]) -> dict[str, str]:
    return {key: _word(value) for key, value in values.items()}


def _word(value: Value) -> str:
    if isinstance(value, Name):
        return value.english
    if isinstance(value, Amount):
        return f"{'~' if value.approximate else ''}{value.value:,}"
    return value if isinstance(value, str) else f"{value:,}"


def party(dataset: Dataset, id: str) -> Name:
    """Return the name of a partner or other party by id."""
    return Name(english=dataset.party_name(id), french=dataset.party_name(id, language="fr"))
