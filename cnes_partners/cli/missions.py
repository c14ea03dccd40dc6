"""The commands that answer about missions."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.given import Named
from cnes_partners.cli.options import DATE, OfMissions, a_date
from cnes_partners.model.dates import PartialDate
from cnes_partners.views.view import View


@answering
def missions(
    session: Session,
    *,
    wanted: OfMissions,
    first: Annotated[
        PartialDate | None,
        typer.Option("--from", metavar=DATE, parser=a_date, help="Launched in DATE or later; plans count."),
    ] = None,
    last: Annotated[
        PartialDate | None,
        typer.Option("--to", metavar=DATE, parser=a_date, help="Launched in DATE or earlier; plans count."),
    ] = None,
) -> View:
    """List missions by partner, category, theme, status, role or launch.

    \b
    cnes-partners missions --theme earth
    cnes-partners missions -p japan -p usa --status development,proposed
    cnes-partners missions -c emerging --from 2015-06 -f csv
    """
    from cnes_partners.queries.missions import missions as fitting
    from cnes_partners.views.filters import filtered, left_out_told
    from cnes_partners.views.missions import missions_view, plans_told

    filters = wanted.filters(session, first, last)
    found = fitting(session.dataset, filters)
    view = filtered(missions_view(found.records, session.say), filters, session.say)
    return plans_told(left_out_told(view, found, session.say), found.records, filters, session.say)


@answering
def mission(
    session: Session,
    name: Annotated[str, typer.Argument(help="Its id, name or alias.", metavar="NAME"), Named.MISSION],
) -> View:
    """Show one mission: who supplies what, launch, status, instruments, and where sources disagree.

    \b
    cnes-partners mission swot
    cnes-partners mission mmx --sources
    cnes-partners mission juice -f json
    """
    from cnes_partners.queries.named import mission_named
    from cnes_partners.views.mission import mission_view

    return mission_view(mission_named(session.dataset, name), session.say)
