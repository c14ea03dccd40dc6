"""The commands that answer about partners, their categories and agreements."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Ask, answering
from cnes_partners.cli.options import PartnerOption
from cnes_partners.model.vocabulary import AgreementKind, Category, PartnerKind, PartnerStatus, Region, Theme
from cnes_partners.views.view import View


@answering
def categories(ask: Ask) -> View:
    """List the categories of partnership: purpose, whom CNES names, counts.

    \b
    cnes-partners categories
    cnes-partners categories --lang fr
    """
    from cnes_partners.queries.categories import categories as counted
    from cnes_partners.views.categories import categories_view

    return categories_view(counted(ask.dataset), ask.dataset, ask.say)


@answering
def partners(
    ask: Ask,
    category: Annotated[Category | None, typer.Option("--category", "-c", help="Of this category.")] = None,
    kind: Annotated[PartnerKind | None, typer.Option(help="A country or an organisation.")] = None,
    region: Annotated[Region | None, typer.Option(help="Where it is.")] = None,
    area: Annotated[Theme | None, typer.Option(help="What the cooperation is about.")] = None,
    status: Annotated[PartnerStatus | None, typer.Option(help="How it stands, where a source says so.")] = None,
) -> View:
    """List partners, by category.

    \b
    cnes-partners partners
    cnes-partners partners -c emerging
    cnes-partners partners --region africa -f json
    """
    from cnes_partners.queries.partners import partners as fitting
    from cnes_partners.views.filters import Filters, chosen, filtered
    from cnes_partners.views.partners import partners_view

    found = fitting(ask.dataset, category=category, kind=kind, region=region, area=area, status=status)
    filters = Filters(
        categories=chosen(category),
        kinds=chosen(kind),
        regions=chosen(region),
        areas=chosen(area),
        statuses=chosen(status),
    )
    view = partners_view(found, ask.dataset, ask.say, is_grouped=category is None)
    return filtered(view, filters, ask.say)


@answering
def partner(
    ask: Ask,
    name: Annotated[str, typer.Argument(help="Its id, name, agency or alias, English or French.", metavar="NAME")],
) -> View:
    """Show one partner: agencies, since when, agreements, joint missions, and who says so.

    \b
    cnes-partners partner japan
    cnes-partners partner norvège
    cnes-partners partner nasa --sources
    """
    from cnes_partners.queries.partner import partner_details
    from cnes_partners.views.partner import partner_view

    return partner_view(partner_details(ask.dataset, name), ask.dataset, ask.say)


@answering
def agreements(
    ask: Ask,
    partner: PartnerOption = "",
    kind: Annotated[AgreementKind | None, typer.Option(help="Its legal form.")] = None,
    from_year: Annotated[int | None, typer.Option("--from", metavar="YEAR", help="Signed in YEAR or later.")] = None,
    to_year: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Signed in YEAR or earlier.")] = None,
) -> View:
    """List agreements by date.

    \b
    cnes-partners agreements -p india
    cnes-partners agreements --kind framework --from 2015
    """
    from cnes_partners.queries.agreements import agreements as fitting
    from cnes_partners.queries.named import partner_named
    from cnes_partners.views.agreements import agreements_view
    from cnes_partners.views.filters import Filters, chosen, filtered

    named = partner_named(ask.dataset, partner) if partner else None
    found = fitting(
        ask.dataset,
        partner=named.id if named else None,
        kind=kind,
        from_year=from_year,
        to_year=to_year,
    )
    filters = Filters(partners=chosen(named), kinds=chosen(kind), first=from_year, last=to_year)
    return filtered(agreements_view(found, ask.dataset, ask.say), filters, ask.say)
