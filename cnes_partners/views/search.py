"""The view of what mentions some words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from enum import StrEnum

from cnes_partners.model.sentences import Sentence, translatable
from cnes_partners.queries.search.search import SearchAnswer, SearchHit
from cnes_partners.views.sentences import said
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def search_view(answer: SearchAnswer, offer: tuple[str, ...], words: str, say: Words) -> View:
    """Return what was found, the best first, where the words stand, and the command that may answer as well."""

    def name(hit: SearchHit) -> str:
        return say.either(_in_language(hit.name, say), hit.name_fr)

    shown = (
        column("table", say("Table"), lambda hit: say.word(hit.table), drop=1),
        column("id", say("ID"), keep=True),
        column("name", say("Name"), name, wraps=True, keep=True),
        column("where", say("Where"), lambda hit: _place(hit.where, say), drop=2),
        column("snippet", say("What stands there"), lambda hit: _in_language(hit.snippet, say), wraps=True),
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


def _in_language(text: str, say: Words) -> str:
    if isinstance(text, Sentence):
        return said(text, say)
    return say.word(text) if isinstance(text, StrEnum) else text


def _place(field: str, say: Words) -> str:
    """Return what people call a field: "partners.agency_fr" is an agency."""
    parts = field.removesuffix("_fr").split(".")
    return say(next(_PLACES[key] for key in (".".join(parts), parts[-1]) if key in _PLACES))


# A field, or the last part of one, and what it holds.
_PLACES = {
    "id": translatable("id"),
    "name": translatable("name"),
    "full_name": translatable("full name"),
    "official_name": translatable("official name"),
    "aliases": translatable("other name"),
    "title": translatable("title"),
    "label": translatable("what is stated"),
    "facts.label": translatable("fact"),
    "facts.value": translatable("fact"),
    "abbr": translatable("agency"),
    "agencies.name": translatable("agency"),
    "agency": translatable("agency"),
    "partner": translatable("partner"),
    "contribution": translatable("contribution"),
    "cnes_contribution": translatable("CNES's contribution"),
    "instruments.name": translatable("instrument"),
    "instruments.what": translatable("instrument"),
    "provider": translatable("provider"),
    "providers": translatable("provider"),
    "spacecraft.name": translatable("spacecraft"),
    "cospar": translatable("COSPAR designation"),
    "norad": translatable("catalogue number"),
    "destination": translatable("destination"),
    "target": translatable("target"),
    "status": translatable("status"),
    "status_note": translatable("status"),
    "vehicle": translatable("launch vehicle"),
    "site": translatable("launch site"),
    "summary": translatable("summary"),
    "note": translatable("note"),
    "since": translatable("since"),
    "since.what": translatable("first link"),
    "agreements.title": translatable("agreement"),
    "subject": translatable("subject"),
    "publisher": translatable("publisher"),
    "url": translatable("address"),
    "stated": translatable("stated figure"),
    "stated_by": translatable("who states it"),
    "purpose": translatable("purpose"),
    "what": translatable("what it is"),
    "funded_by": translatable("who pays"),
    "run_by": translatable("who runs it"),
    "place": translatable("place"),
    "date": translatable("date"),
    "amount_meur": translatable("amount"),
    "esa_meur": translatable("part for ESA"),
    "subscriptions.amount_meur": translatable("subscription"),
    "share_pct": translatable("share"),
    "measure": translatable("measure"),
    "group": translatable("group"),
    "rank": translatable("rank"),
    "members": translatable("members"),
    "associates": translatable("associates"),
    "cooperating": translatable("cooperating states"),
    "about": translatable("disagreement"),
    "kept": translatable("value kept"),
    "value": translatable("other value"),
}


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
