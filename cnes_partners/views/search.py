"""The view of what mentions some words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from cnes_partners.queries.search.search import SearchAnswer, SearchHit
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def search_view(answer: SearchAnswer, offer: tuple[str, ...], words: str, say: Words) -> View:
    """Return what was found, the best first, where the words stand, and the command that may answer as well."""

    def name(hit: SearchHit) -> str:
        return say.either(hit.name, hit.name_fr)

    shown = (
        column("table", say("Table"), lambda hit: say.word(hit.table), drop=1),
        column("id", say("ID"), keep=True),
        column("name", say("Name"), name, wraps=True, keep=True),
        column("where", say("Where"), drop=2),
        column("snippet", say("What stands there"), wraps=True),
    )
    count = len(answer.hits)
    return View(
        title=say.counted(
            count, "{count} record has most of '{words}'", "{count} records have most of '{words}'", words=words
        )
        if count and not answer.whole
        else say.counted(count, "{count} record mentions '{words}'", "{count} records mention '{words}'", words=words),
        columns=every_column(SearchHit, shown),
        records=answer.hits,
        asides=(*_lacking(answer, say), *_offered(offer, say)),
    )


def _lacking(answer: SearchAnswer, say: Words) -> Iterator[str]:
    """Yield that records lack some of the words."""
    if answer.hits and not answer.whole:
        yield say("No record has all of these words; these have most of them.")
    elif answer.whole < len(answer.hits):
        yield say.counted(
            answer.whole,
            "The first has all of these words; the others have most of them.",
            "The first {count} have all of these words; the others have most of them.",
        )


def _offered(offer: tuple[str, ...], say: Words) -> Iterator[str]:
    if offer:
        yield say("A list may answer this: {command}", command=shlex.join(("cnes-partners", *offer)))
