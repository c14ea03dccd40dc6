"""The commands that answer about partners, their categories and agreements."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.given import NAME, Named
from cnes_partners.cli.options import DATE, PERIOD, a_date, a_period, named
from cnes_partners.errors import UsageError
from cnes_partners.model.dates import PartialDate, Period
from cnes_partners.model.sentences import sentence
from cnes_partners.model.vocabulary.missions import Theme
from cnes_partners.model.vocabulary.partnership import AgreementKind, Category, PartnerKind, PartnerStatus, Region
from cnes_partners.views.view import View


@answering
def categories(session: Session) -> View:
    """List the categories of partnership: purpose, whom CNES names, counts.

    \b
    cnes-partners categories
    cnes-partners categories --lang fr
    """
    from cnes_partners.queries.categories import categories as counted
    from cnes_partners.views.categories import categories_view

    return categories_view(counted(session.dataset), session.say)


@answering
def partners(
    session: Session,
    categories: Annotated[
        tuple[Category, ...], typer.Option("--category", "-c", help="Of this category; of several, any.")
    ] = (),
    kinds: Annotated[tuple[PartnerKind, ...], typer.Option("--kind", help="A country or an organisation.")] = (),
    regions: Annotated[tuple[Region, ...], typer.Option("--region", help="Where it is; of several, any.")] = (),
    areas: Annotated[
        tuple[Theme, ...], typer.Option("--area", help="What the cooperation is about; of several, all.")
    ] = (),
    statuses: Annotated[
        tuple[PartnerStatus, ...],
        typer.Option("--status", help="How it stands, where a source says so; of several, any."),
    ] = (),
) -> View:
    """List partners, by category.

    \b
    cnes-partners partners
    cnes-partners partners -c emerging
    cnes-partners partners --region africa,asia -f json
    """
    from cnes_partners.queries.filters import Filters
    from cnes_partners.queries.partners import partners as fitting
    from cnes_partners.views.filters import filtered
    from cnes_partners.views.partners import partners_view

    filters = Filters(
        categories=categories, kinds=kinds, regions=regions, areas=areas, statuses=statuses, has_one_partner=True
    )
    found = fitting(session.dataset, filters)
    view = partners_view(found, session.say, is_grouped=len(categories) != 1)
    return filtered(view, filters, session.say)


@answering
def partner(
    session: Session,
    name: Annotated[
        str, typer.Argument(help="Its id, name, agency or alias, English or French.", metavar="NAME"), Named.PARTNER
    ],
) -> View:
    """Show one partner: agencies, since when, agreements, joint missions, and who says so.

    \b
    cnes-partners partner japan
    cnes-partners partner norvège
    cnes-partners partner nasa --sources
    """
    from cnes_partners.queries.partner import partner_details
    from cnes_partners.views.partner import partner_view

    return partner_view(partner_details(session.dataset, name), session.say)


@answering
def agreements(
    session: Session,
    partners: Annotated[
        tuple[str, ...],
        typer.Option("--partner", "-p", metavar=NAME, help="With this partner; of several, any."),
        Named.PARTNER,
    ] = (),
    kinds: Annotated[tuple[AgreementKind, ...], typer.Option("--kind", help="Its legal form; of several, any.")] = (),
    first: Annotated[
        PartialDate | None, typer.Option("--from", metavar=DATE, parser=a_date, help="Signed in DATE or later.")
    ] = None,
    last: Annotated[
        PartialDate | None, typer.Option("--to", metavar=DATE, parser=a_date, help="Signed in DATE or earlier.")
    ] = None,
    signed: Annotated[
        Period | None,
        typer.Option("--signed", metavar=PERIOD, parser=a_period, help="Signed then: 2025, 2019..2024, 2019.."),
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", metavar="WORDS", help="With all these words in its title or subject.")
    ] = None,
) -> View:
    """List agreements by date.

    \b
    cnes-partners agreements -p india
    cnes-partners agreements --kind framework,treaty --from 2015
    cnes-partners agreements --signed 2025 --subject climate
    """
    from cnes_partners.queries.agreements import agreements as fitting
    from cnes_partners.queries.filters import Filters
    from cnes_partners.views.agreements import agreements_view
    from cnes_partners.views.filters import filtered, left_out_told

    first, last = _bounds(signed, first, last)
    filters = Filters(
        partners=named(session, partners), kinds=kinds, first=first, last=last, subject=subject, has_one_partner=True
    )
    found = fitting(session.dataset, filters)
    view = filtered(agreements_view(found.records, session.say), filters, session.say)
    return left_out_told(view, found, session.say)


def _bounds(
    signed: Period | None, first: PartialDate | None, last: PartialDate | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the ends of the period, or those that were given each by itself."""
    if signed is None:
        return first, last
    if first or last:
        raise UsageError(
            sentence("--signed has both ends, so --from and --to say nothing more; give one or the others.")
        )
    return signed.first, signed.last
