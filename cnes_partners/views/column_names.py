"""Which column is meant by what people type after -C and -s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import paragraph, sentence
from cnes_partners.model.spelling import fold, nearest

if TYPE_CHECKING:
    from cnes_partners.views.view import Column


def column_named(columns: Sequence[Column], text: str) -> Column:
    """Return the column that *text* means: its name, its title, or a word of either that no other column has.

    "launch_date" and "launch.date" are one name; a column of the table goes before one that only programs get.

    Raises:
        UsageError: None is meant, or several may be; the message names them, or the nearest first.
    """
    exact = next((entry for entry in columns if text in (entry.key, entry.name)), None)
    if exact is not None:
        return exact
    found = next((entries for entries in _meant(columns, fold(text)) if entries), ())
    if len(found) > 1:
        raise UsageError(
            sentence("'{text}' may mean more than one column: {columns}.", text=text, columns=_keys(found))
        )
    if not found:
        raise _unknown(columns, text)
    return found[0]


def _meant(columns: Sequence[Column], wanted: str) -> Iterator[tuple[Column, ...]]:
    """Yield the columns that *wanted*, folded, may mean: the surest way of meaning them first."""
    shown = tuple(entry for entry in columns if entry.shown)
    if wanted:
        yield tuple(entry for entry in columns if fold(entry.name) == wanted)
        yield tuple(entry for entry in shown if fold(entry.title.partition(" (")[0]) == wanted)
        for some in (shown, columns):
            yield tuple(entry for entry in some if f"{fold(entry.name)} ".startswith(f"{wanted} "))
        for some in (shown, columns):
            yield tuple(entry for entry in some if f" {wanted} " in f" {fold(entry.name)} {fold(entry.title)} ")


def _unknown(columns: Sequence[Column], text: str) -> UsageError:
    near = _near(columns, text)
    others = _keys(entry for entry in columns if entry not in near)
    none = sentence("No column is called '{text}'.", text=text)
    if not near:
        return UsageError(paragraph(none, sentence("Columns: {columns}.", columns=others)))
    return UsageError(paragraph(none, sentence("Near: {near}. Others: {others}.", near=_keys(near), others=others)))


def _keys(columns: Iterable[Column]) -> tuple[str, ...]:
    return tuple(entry.name for entry in columns)


def _near(columns: Sequence[Column], text: str) -> tuple[Column, ...]:
    """Return the columns with a word that begins so, else those that are spelt most alike."""
    wanted = fold(text)
    begun = tuple(entry for entry in columns if any(word.startswith(wanted) for word in _spellings(entry)))
    if begun and wanted:
        return begun
    alike = set(nearest(text, {spelling for entry in columns for spelling in _spellings(entry)}))
    return tuple(entry for entry in columns if alike.intersection(_spellings(entry)))


def _spellings(column: Column) -> tuple[str, ...]:
    """Return what a column may be called, whole and in words."""
    name, title = fold(column.name), fold(column.title.partition(" (")[0])
    return (name, title, *name.split(), *title.split())
