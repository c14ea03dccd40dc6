"""The view of what mentions some words."""

from __future__ import annotations

from cnes_partners.queries.search import SearchHit
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def search_view(hits: tuple[SearchHit, ...], words: str, say: Words) -> View:
    """Return what was found, the best first, and where the words stand."""

    def name(hit: SearchHit) -> str:
        return say.either(hit.name, hit.name_fr)

    count = len(hits)
    said: dict[str, object] = {"count": count, "words": words}
    shown = (
        column("table", say("Table"), lambda hit: say.word(hit.table), drop=1),
        column("id", say("ID"), keep=True),
        column("name", say("Name"), name, wraps=True, keep=True),
        column("where", say("Where"), drop=2),
        column("snippet", say("What stands there"), wraps=True, drop=3),
    )
    return View(
        title=say("{count} records mention '{words}'" if count != 1 else "1 record mentions '{words}'", **said),
        columns=every_column(SearchHit, shown),
        records=hits,
    )
