"""The command that draws missions and agreements on an axis of time."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Ask, answering
from cnes_partners.cli.options import (
    CategoryOption,
    FromYear,
    KindOption,
    PartnerOption,
    RoleOption,
    StatusOption,
    ThemeOption,
    ToYear,
)
from cnes_partners.cli.pictures import SvgOption, drawn
from cnes_partners.errors import UsageError
from cnes_partners.model.vocabulary import Category
from cnes_partners.queries import timeline as queries
from cnes_partners.queries.agreements import agreements as agreements_of
from cnes_partners.queries.missions import missions
from cnes_partners.queries.named import partner_named
from cnes_partners.queries.timeline import Grouping
from cnes_partners.views import timeline as views
from cnes_partners.views.filters import Filters, chosen, filtered
from cnes_partners.views.view import View


@answering
def timeline(
    ask: Ask,
    agreements: Annotated[bool, typer.Option("--agreements", help="Agreements in place of missions.")] = False,
    by: Annotated[
        Grouping | None, typer.Option(help="Rows under what: theme by default; agreements by partner or kind.")
    ] = None,
    partner: PartnerOption = "",
    category: CategoryOption = None,
    theme: ThemeOption = None,
    status: StatusOption = None,
    role: RoleOption = None,
    kind: KindOption = None,
    from_year: FromYear = None,
    to_year: ToYear = None,
    svg: SvgOption = None,
) -> View:
    """Draw missions from launch to end on an axis of time, or agreements by their dates.

    \b
    cnes-partners timeline -p japan
    cnes-partners timeline --theme earth --by decade
    cnes-partners timeline --agreements -c historic
    cnes-partners timeline -p india --svg india.svg
    """
    named = partner_named(ask.dataset, partner) if partner else None
    one = named.id if named else None
    filters = Filters(
        partners=chosen(named),
        categories=chosen(category),
        themes=chosen(theme),
        statuses=chosen(status),
        roles=chosen(role),
        kinds=chosen(kind),
        first=from_year,
        last=to_year,
    )
    if agreements:
        if any(option is not None for option in (theme, status, role, kind)):
            raise UsageError("--theme, --status, --role and --kind are of missions; agreements have none of them.")
        view = _agreements(ask, one, category, by, from_year, to_year)
        return drawn(filtered(view, filters, ask.say), ask, svg=svg)
    found = missions(
        ask.dataset,
        partner=one,
        category=category,
        theme=theme,
        status=status,
        role=role,
        kind=kind,
        from_year=from_year,
        to_year=to_year,
    )
    grouping = by or Grouping.THEME
    spans = queries.mission_spans(ask.dataset, found, by=grouping, partner=one)
    view = views.missions_timeline_view(spans, grouping, ask.dataset, ask.say)
    return drawn(filtered(view, filters, ask.say), ask, svg=svg)


def _agreements(
    ask: Ask,
    partner: str | None,
    category: Category | None,
    by: Grouping | None,
    from_year: int | None,
    to_year: int | None,
) -> View:
    """Return the agreements in time: by partner, or of one partner by kind, unless *by* says otherwise."""
    of_category = {entry.id for entry in ask.dataset.partners if category in (None, entry.category)}
    found = agreements_of(ask.dataset, partner=partner, from_year=from_year, to_year=to_year)
    chosen = (entry for entry in found if entry.partner in of_category)
    grouping = by or (Grouping.KIND if partner else Grouping.PARTNER)
    points = queries.agreement_points(ask.dataset, chosen, by=grouping)
    return views.agreements_timeline_view(points, grouping, ask.dataset, ask.say)
