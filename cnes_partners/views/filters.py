"""What an answer was filtered by, said in its title and in those of its charts: the one place that words it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cnes_partners.views.view import View
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from cnes_partners.model.dates import PartialDate
    from cnes_partners.model.records import Partner, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an answer was filtered by: with all of the partners and categories, and of the other words with any."""

    partners: Sequence[Partner | Party] = ()
    categories: Sequence[StrEnum] = ()
    themes: Sequence[StrEnum] = ()
    areas: Sequence[StrEnum] = ()
    regions: Sequence[StrEnum] = ()
    kinds: Sequence[StrEnum] = ()
    statuses: Sequence[StrEnum] = ()
    roles: Sequence[StrEnum] = ()
    measures: Sequence[StrEnum] = ()
    tables: Sequence[StrEnum] = ()
    first: PartialDate | int | None = None
    last: PartialDate | int | None = None


Chosen = TypeVar("Chosen")


def chosen(value: Chosen | None) -> tuple[Chosen, ...]:
    """Return the value of an option as what a filter takes, nothing where the option was not given."""
    return () if value is None else (value,)


def filtered(view: View, filters: Filters, say: Words) -> View:
    """Return the view with titles that say what it was filtered by: "50 missions with Germany (de): theme Earth"."""
    pictures = tuple(replace(entry, title=_title(entry.title, filters, say)) for entry in view.pictures)
    return replace(view, title=_title(view.title, filters, say), pictures=pictures)


def _title(title: str, filters: Filters, say: Words) -> str:
    others = (*_words(filters, say), *_period(filters, say))
    if filters.partners:
        names = [f"{say.either(entry.name, entry.name_fr)} ({entry.id})" for entry in filters.partners]
        title = say("{title} with {names}", title=title, names=_every(names, say))
    return say("{title}: {filters}", title=title, filters=say.apart(others)) if others else title


_LABELS = {
    "categories": "category {words}",
    "themes": "theme {words}",
    "areas": "area {words}",
    "regions": "region {words}",
    "kinds": "kind {words}",
    "statuses": "status {words}",
    "roles": "CNES's role {words}",
    "measures": "measure {words}",
    "tables": "table {words}",
}


def _words(filters: Filters, say: Words) -> Iterator[str]:
    """Yield what is asked for of each vocabulary: "theme Earth or universe"."""
    for field in _LABELS:
        if codes := getattr(filters, field):
            together = _every if field == "categories" else _any
            yield say(_LABELS[field], words=together([say.word(code) for code in codes], say))


def _period(filters: Filters, say: Words) -> Iterator[str]:
    first, last = (_bound(bound, say) for bound in (filters.first, filters.last))
    if first and last:
        yield first if first == last else say("from {first} to {last}", first=first, last=last)
    elif first:
        yield say("from {first} on", first=first)
    elif last:
        yield say("up to {last}", last=last)


def _bound(bound: PartialDate | int | None, say: Words) -> str | None:
    """Return a bound of time as people read it; a year is what was typed, be it no year of the calendar's."""
    return say.date(bound) if isinstance(bound, str) else None if bound is None else str(bound)


def _every(words: Sequence[str], say: Words) -> str:
    """Return words of which all are meant: "A, B and C"."""
    *others, last = words
    return say("{words} and {last}", words=", ".join(others), last=last) if others else last


def _any(words: Sequence[str], say: Words) -> str:
    """Return words of which any is meant: "A, B or C"."""
    *others, last = words
    return say("{words} or {last}", words=", ".join(others), last=last) if others else last
