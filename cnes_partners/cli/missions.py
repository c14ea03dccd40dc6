"""The commands that answer about missions."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Ask, answering
from cnes_partners.cli.options import (
    CategoryOption,
    KindOption,
    PartnerOption,
    RoleOption,
    StatusOption,
    ThemeOption,
)
from cnes_partners.views.view import View


@answering
def missions(
    ask: Ask,
    partner: PartnerOption = "",
    category: CategoryOption = None,
    theme: ThemeOption = None,
    status: StatusOption = None,
    role: RoleOption = None,
    kind: KindOption = None,
    from_year: Annotated[int | None, typer.Option("--from", metavar="YEAR", help="Launched in YEAR or later.")] = None,
    to_year: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Launched in YEAR or earlier.")] = None,
) -> View:
    """List missions by partner, category, theme, status, role or year.

    \b
    cnes-partners missions --theme earth
    cnes-partners missions -p japan --status operational
    cnes-partners missions -c emerging --from 2015 -f csv
    """
    from cnes_partners.queries.missions import missions as fitting
    from cnes_partners.queries.named import partner_named
    from cnes_partners.views.filters import Filters, chosen, filtered
    from cnes_partners.views.missions import missions_view

    named = partner_named(ask.dataset, partner) if partner else None
    found = fitting(
        ask.dataset,
        partner=named.id if named else None,
        category=category,
        theme=theme,
        status=status,
        role=role,
        kind=kind,
        from_year=from_year,
        to_year=to_year,
    )
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
    return filtered(missions_view(found, ask.dataset, ask.say), filters, ask.say)


@answering
def mission(
    ask: Ask,
    name: Annotated[str, typer.Argument(help="Its id, name or alias.", metavar="NAME")],
) -> View:
    """Show one mission: who supplies what, launch, status, instruments, and where sources disagree.

    \b
    cnes-partners mission swot
    cnes-partners mission mmx --sources
    cnes-partners mission juice -f json
    """
    from cnes_partners.queries.named import mission_named
    from cnes_partners.views.mission import mission_view

    return mission_view(mission_named(ask.dataset, name), ask.dataset, ask.say)
