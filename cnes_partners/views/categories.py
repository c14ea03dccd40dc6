"""The categories of partnership."""

from __future__ import annotations

from cnes_partners.queries.categories import CategoryCount
from cnes_partners.views.columns import text_column
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def overlap_note(say: Words) -> str:
    """Return why the missions by category add up to more than there are."""
    return say("Missions overlap: one with partners of several categories counts in each of them.")


def categories_view(categories: tuple[CategoryCount, ...], say: Words) -> View:
    """Return the categories: purpose, whom CNES names, counts."""

    def named(category: CategoryCount) -> tuple[str, ...]:
        """Return the partners that today's page names; older pages' members are in the record."""
        return tuple(dict.fromkeys(member.partner for member in category.members if member.source == category.source))

    def names(category: CategoryCount) -> str:
        found = [say.party(partner) for partner in named(category)]
        return ", ".join(found) or "–"

    shown = (
        column("id", say("ID"), keep=True),
        text_column("name", say("Category"), say),
        text_column("purpose", say("Purpose"), say, drop=3),
        column("named", say("Named by CNES"), names, value=named, wraps=True, drop=2),
        column("partners", say("Partners"), is_number=True),
        column("missions", say("Missions"), is_number=True),
        column("source", say("Source"), drop=4),
    )
    return View(
        title=say("CNES's categories of partnership"),
        columns=every_column(CategoryCount, shown),
        records=categories,
        notes=(
            say("Partners and missions are counted in this dataset; multilateral is a category of ours."),
            overlap_note(say),
        ),
    )
