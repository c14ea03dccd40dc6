"""Options that several commands share. One that takes several values may be given again, or take a comma list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from cnes_partners.cli.given import NAME, Named
from cnes_partners.model.dates import PartialDate, year_date
from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role, Theme
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.filters import Filters

if TYPE_CHECKING:
    from cnes_partners.cli.answers import Session
    from cnes_partners.model.records.partners import Partner

DATE = "DATE"


def a_date(text: str) -> PartialDate:
    """Return a year, a month or a day that was typed."""
    try:
        return PartialDate(text.strip())
    except ValueError:
        raise typer.BadParameter(f"'{text}' is no year (2019), month (2019-06) or day (2019-06-30).") from None


def a_year(text: str) -> int:
    """Return a year that was typed."""
    year = text.strip()
    if len(year) == 4 and year.isascii() and year.isdigit():
        return int(year)
    raise typer.BadParameter(f"'{text}' is no year such as 2019; these figures are by year.")


def named(session: Session, names: Sequence[str]) -> tuple[Partner, ...]:
    """Return the partners of those names, each once."""
    from cnes_partners.queries.named import partner_named

    found = (partner_named(session.dataset, name) for name in names)
    return tuple({partner.id: partner for partner in found}.values())


FromDate = Annotated[
    PartialDate | None,
    typer.Option("--from", metavar=DATE, parser=a_date, help="From DATE on: a year, month or day."),
]
ToDate = Annotated[
    PartialDate | None, typer.Option("--to", metavar=DATE, parser=a_date, help="Up to DATE, its last day included.")
]
FromYear = Annotated[int | None, typer.Option("--from", metavar="YEAR", parser=a_year, help="From YEAR on.")]
ToYear = Annotated[int | None, typer.Option("--to", metavar="YEAR", parser=a_year, help="Up to YEAR.")]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A period by year."""

    first: FromYear = None
    last: ToYear = None

    @property
    def filters(self) -> Filters:
        """Return the period as a filter."""
        return Filters(first=year_date(self.first), last=year_date(self.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMissions:
    """What missions are filtered by, but for the period."""

    partners: PartnersOption = ()
    categories: CategoriesOption = ()
    themes: ThemesOption = ()
    statuses: StatusesOption = ()
    roles: RolesOption = ()
    kinds: KindsOption = ()

    def filters(self, session: Session, first: PartialDate | None, last: PartialDate | None) -> Filters:
        """Return the filters, in that period."""
        return Filters(
            partners=named(session, self.partners),
            categories=self.categories,
            themes=self.themes,
            statuses=self.statuses,
            roles=self.roles,
            kinds=self.kinds,
            first=first,
            last=last,
        )
