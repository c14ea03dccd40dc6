"""The view of what mentions some words."""

from __future__ import annotations

from cnes_partners.queries.search import SearchHit
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def search_view(hits: tuple[SearchHit, ...], words: str, say: Words) -> View:
    """Return what was found, the best first, and where the words stand."""

    def name(hit: SearchHit) -> str:
        return say.either(hit.name, hit.name_fr)

    shown = (
        column("table", say("Table"), lambda hit: say.word(hit.table), drop=1),
        column("id", say("ID"), keep=True),
        column("name", say("Name"), name, wraps=True, keep=True),
        column("where", say("Where"), drop=2),
        column("snippet", say("What stands there"), wraps=True),
    )
    return View(
        title=say.counted(
            len(hits), "{count} record mentions '{words}'", "{count} records mention '{words}'", words=words
        ),
        columns=every_column(SearchHit, shown),
        records=hits,
    )
