"""What an answer was filtered by, said in its title and in those of its charts: the one place that words it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from cnes_partners.model.dates import Period
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.missions import Target
from cnes_partners.queries.filters import Filters, Found
from cnes_partners.views.status import target_word
from cnes_partners.views.view import View
from cnes_partners.views.words import Words


def filtered(view: View, filters: Filters, say: Words) -> View:
    """Return the view with titles that say what it was filtered by: "50 missions with Germany (de): theme Earth"."""
    pictures = tuple(replace(entry, title=_title(entry.title, filters, say)) for entry in view.pictures)
    return replace(view, title=_title(view.title, filters, say), pictures=pictures)


def left_out_told(view: View, found: Found[Any], say: Words) -> View:
    """Return the view with a word on how many records a period left out because their date does not tell."""
    told = (
        (found.undated, say("left out, without a date: {count}", count=found.undated)),
        (found.overdue, say("left out, planned for a date that has passed: {count}", count=found.overdue)),
        (found.cancelled, say("left out, cancelled before launch: {count}", count=found.cancelled)),
        (found.imprecise, say("left out, with a date too imprecise to tell: {count}", count=found.imprecise)),
    )
    return replace(view, asides=(*view.asides, *(text for count, text in told if count)))


def _title(title: str, filters: Filters, say: Words) -> str:
    others = (*_words(filters, say), *_texts(filters, say), *_period(filters, say))
    if filters.partners:
        together = _any if filters.has_one_partner else _every
        names = [f"{say.either(entry.name, entry.name_fr)} ({entry.id})" for entry in filters.partners]
        title = say("{title} with {names}", title=title, names=together(names, say))
    return say("{title}: {filters}", title=title, filters=say.apart(others)) if others else title


_LABELS = {
    "categories": translatable("category {words}"),
    "themes": translatable("theme {words}"),
    "areas": translatable("area {words}"),
    "targets": translatable("target {words}"),
    "regions": translatable("region {words}"),
    "kinds": translatable("kind {words}"),
    "statuses": translatable("status {words}"),
    "roles": translatable("CNES's role {words}"),
    "measures": translatable("measure {words}"),
    "tables": translatable("table {words}"),
}


def _words(filters: Filters, say: Words) -> Iterator[str]:
    """Yield what is asked for of each vocabulary: "theme Earth or universe"."""
    for field in _LABELS:
        if codes := getattr(filters, field):
            together = _every if field in _of_several(filters) else _any
            yield say(_LABELS[field], words=together([_word(field, code, say) for code in codes], say))


def _word(field: str, code: StrEnum, say: Words) -> str:
    if field == "tables":
        from cnes_partners.queries.changes.model import Compared  # makes classes, which other lists do without
        from cnes_partners.views.changes import table_title

        if isinstance(code, Compared):
            return table_title(code, say)
    return target_word(code, say) if isinstance(code, Target) else say.word(code)


def _of_several(filters: Filters) -> tuple[str, ...]:
    """Return the fields of which a record has several, and must have all that are asked for."""
    return ("areas",) if filters.has_one_partner else ("categories", "areas", "targets")


def _texts(filters: Filters, say: Words) -> Iterator[str]:
    if filters.subject:
        yield say("about “{words}”", words=filters.subject)
    if filters.is_upcoming:
        yield say("launch planned from {first} on", first=say.date(say.today))
    if filters.ended:
        yield say("ended {period}", period=_stretch(filters.ended, say))


def _period(filters: Filters, say: Words) -> Iterator[str]:
    if filters.years:
        yield _any([str(year) for year in filters.years], say)
    if filters.first or filters.last:
        yield _stretch(Period(first=filters.first, last=filters.last), say)


def _stretch(period: Period, say: Words) -> str:
    """Return a period in words: "2024", "from 2019 to 2024", "from 2019 on", "up to 2024"."""
    first, last = (say.date(bound) if bound else None for bound in (period.first, period.last))
    if first and last:
        return first if first == last else say("from {first} to {last}", first=first, last=last)
    return say("from {first} on", first=first) if first else say("up to {last}", last=last)


def _every(words: Sequence[str], say: Words) -> str:
    """Return words of which all are meant: "A, B and C"."""
    *others, last = words
    return say("{words} and {last}", words=", ".join(others), last=last) if others else last


def _any(words: Sequence[str], say: Words) -> str:
    """Return words of which any is meant: "A, B or C"."""
    *others, last = words
    return say("{words} or {last}", words=", ".join(others), last=last) if others else last
