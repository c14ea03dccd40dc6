"""The commands that answer about missions."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.given import NAME, Named
from cnes_partners.cli.options import DATE, PERIOD, a_date, a_period, named
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate, Period
from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role, Target, Theme
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.filters import Filters
from cnes_partners.views.view import View

# What missions are filtered by.
PartnersOption = Annotated[
    tuple[str, ...],
    typer.Option("--partner", "-p", metavar=NAME, help="With this partner; of several, with all."),
    Named.PARTNER,
]
CategoriesOption = Annotated[
    tuple[Category, ...],
    typer.Option("--category", "-c", help="With a partner of this category; of several, of each."),
]
ThemesOption = Annotated[tuple[Theme, ...], typer.Option("--theme", help="What it is about; of several, any.")]
StatusesOption = Annotated[tuple[MissionStatus, ...], typer.Option("--status", help="How far it is; of several, any.")]
RolesOption = Annotated[tuple[Role, ...], typer.Option("--role", help="CNES's role in it; of several, any.")]
KindsOption = Annotated[tuple[MissionKind, ...], typer.Option("--kind", help="One mission, or a programme of several.")]
TargetsOption = Annotated[
    tuple[Target, ...], typer.Option("--target", help="What it goes to or looks at; of several, all.")
]
EndedOption = Annotated[
    Period | None,
    typer.Option("--ended", metavar=PERIOD, parser=a_period, help="Ended then: 2024, 2019..2024, 2019.., ..2024-06."),
]
UpcomingOption = Annotated[
    bool, typer.Option("--upcoming", help="Launch planned from the data's date on, soonest first.")
]


@frozen
class OfMissions:
    """What missions are filtered by, but for the period of the launch."""

    partners: PartnersOption = ()
    categories: CategoriesOption = ()
    themes: ThemesOption = ()
    statuses: StatusesOption = ()
    roles: RolesOption = ()
    kinds: KindsOption = ()
    targets: TargetsOption = ()
    ended: EndedOption = None
    upcoming: UpcomingOption = False

    def filters(self, session: Session, first: PartialDate | None, last: PartialDate | None) -> Filters:
        """Return the filters, in that period."""
        return Filters(
            partners=named(session, self.partners),
            categories=self.categories,
            themes=self.themes,
            statuses=self.statuses,
            roles=self.roles,
            kinds=self.kinds,
            targets=self.targets,
            ended=self.ended,
            is_upcoming=self.upcoming,
            first=first,
            last=last,
        )


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
    """List missions by partner, theme, target, status, launch or end.

    \b
    cnes-partners missions --theme earth
    cnes-partners missions -p japan -p usa --status development,proposed
    cnes-partners missions -c emerging --from 2015-06 -f csv
    cnes-partners missions --upcoming -n 5
    cnes-partners missions --ended 2019..2024 --target mars
    cnes-partners missions -s -duration_years -C name,launch.date,end,duration_years -n 3
    """
    from cnes_partners.queries.missions import listed_missions
    from cnes_partners.views.filters import filtered, left_out_told
    from cnes_partners.views.missions import missions_view, plans_told

    filters = wanted.filters(session, first, last)
    found = listed_missions(session.dataset, filters)
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
