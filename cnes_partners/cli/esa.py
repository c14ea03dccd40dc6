"""The commands that answer about ESA's money."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Ask, answering
from cnes_partners.model.vocabulary import Measure, MembershipStatus
from cnes_partners.queries import esa as queries
from cnes_partners.views import esa as views
from cnes_partners.views.view import View

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

FromYear = Annotated[int | None, typer.Option("--from", metavar="YEAR", help="From YEAR on.")]
ToYear = Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Up to YEAR.")]


@app.callback(invoke_without_command=True)
@answering
def statistics(ask: Ask) -> View:
    """Show France's part in ESA's budget: statistics, and CNES's statement beside ESA's figures.

    \b
    cnes-partners esa
    cnes-partners esa contributors --year 2020
    cnes-partners esa contribution
    """
    return views.statistics_view(queries.statistics(ask.dataset), ask.dataset, ask.say)


@app.command()
@answering
def budget(ask: Ask, from_year: FromYear = None, to_year: ToYear = None) -> View:
    """List ESA's total budget by year.

    \b
    cnes-partners esa budget --from 2015
    """
    return views.budget_view(queries.budget(ask.dataset, from_year=from_year, to_year=to_year), ask.say)


@app.command()
@answering
def contributors(
    ask: Ask,
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="The year; the latest by default.")] = None,
) -> View:
    """List who pays into ESA's budget in a year, and say what is missing.

    \b
    cnes-partners esa contributors
    cnes-partners esa contributors --year 2020
    """
    found = queries.contributors(ask.dataset, year=year)
    return views.contributors_view(found, queries.completeness(ask.dataset, found[0].year), ask.dataset, ask.say)


@app.command()
@answering
def contribution(
    ask: Ask,
    measure: Annotated[Measure | None, typer.Option(help="Only this measure.")] = None,
    from_year: FromYear = None,
    to_year: ToYear = None,
) -> View:
    """List every figure for France's contribution, with its measure and who gives it.

    \b
    cnes-partners esa contribution --from 2019
    cnes-partners esa contribution --measure due
    """
    found = queries.contribution(ask.dataset, measure=measure, from_year=from_year, to_year=to_year)
    return views.contribution_view(found, ask.say)


@app.command()
@answering
def domains(ask: Ask, year: Annotated[int | None, typer.Option(metavar="YEAR", help="Only this year.")] = None) -> View:
    """List ESA's budget by domain.

    \b
    cnes-partners esa domains --year 2021
    """
    return views.domains_view(queries.domains(ask.dataset, year=year), ask.say)


@app.command()
@answering
def councils(
    ask: Ask,
    council: Annotated[str, typer.Argument(help="One council, by country: cm22.", metavar="[COUNCIL]")] = "",
) -> View:
    """List ESA's councils at ministerial level, or what one subscribed by country.

    \b
    cnes-partners esa councils
    cnes-partners esa councils cm22
    """
    if council:
        found = queries.subscriptions(ask.dataset, council=council)
        return views.subscriptions_view(found, ask.dataset, ask.say)
    return views.councils_view(queries.councils(ask.dataset), ask.say)


@app.command()
@answering
def members(
    ask: Ask, status: Annotated[MembershipStatus | None, typer.Option(help="Only of this standing.")] = None
) -> View:
    """List who is in ESA, and since when.

    \b
    cnes-partners esa members --status associate
    """
    return views.members_view(queries.members(ask.dataset, status=status), ask.dataset, ask.say)
