"""The commands that answer about ESA's money."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cnes_partners.cli.answers import Ask, answering
from cnes_partners.cli.app import CONTEXT
from cnes_partners.cli.options import FromYear, ToYear
from cnes_partners.cli.pictures import ChartOption, ChartsOption, SvgOption, drawn
from cnes_partners.model.dates import year_date
from cnes_partners.model.vocabulary import Measure, MembershipStatus
from cnes_partners.queries import esa as queries
from cnes_partners.queries.filters import Filters
from cnes_partners.views import esa as views
from cnes_partners.views.filters import filtered
from cnes_partners.views.view import View

app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)

RealOption = Annotated[
    int | None, typer.Option("--real", metavar="YEAR", help="In constant euros of YEAR, by French consumer prices.")
]


def _money(view: View, ask: Ask, *, chart: bool = False, charts: str = "", svg: Path | None = None) -> View:
    """Return the view with its charts as asked for, and whose word its figures are."""
    return drawn(views.with_standing(view, ask.dataset, ask.say), ask, chart=chart, charts=charts, svg=svg)


def _period(first: int | None, last: int | None) -> Filters:
    return Filters(first=year_date(first), last=year_date(last))


@app.callback(invoke_without_command=True)
@answering
def statistics(
    ask: Ask,
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
    real: RealOption = None,
) -> View:
    """Show France's part in ESA's budget: statistics, a chart, and CNES's statement beside ESA's figures.

    \b
    cnes-partners esa
    cnes-partners esa compare fr de it
    cnes-partners esa contributors --year 2020
    cnes-partners esa --svg esa.svg
    """
    answer = queries.statistics(ask.dataset, prices_of=real)
    return _money(views.statistics_view(answer, ask.dataset, ask.say), ask, chart=chart, charts=charts, svg=svg)


@app.command()
@answering
def compare(
    ask: Ask,
    contributors: Annotated[
        list[str], typer.Argument(help="Who: fr de, or france germany.", metavar="NAME...", show_default=False)
    ],
    first: FromYear = None,
    last: ToYear = None,
    measure: Annotated[Measure, typer.Option(help="Which amounts; measures never mix.")] = Measure.DUE,
    real: RealOption = None,
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
) -> View:
    """Compare contributors to ESA's budget: who is first each year, change, growth, sums; gaps stay gaps.

    \b
    cnes-partners esa compare fr de it gb es
    cnes-partners esa compare france germany --from 2016 --chart
    cnes-partners esa compare fr de --real 2025
    """
    ids = tuple(dict.fromkeys(queries.named_contributor(ask.dataset, name) for name in contributors))
    found = queries.compare(ask.dataset, ids, measure=measure, from_year=first, to_year=last, prices_of=real)
    view = views.compare_view(found, queries.totals(found, ids), ids, ask.dataset, ask.say)
    return _money(filtered(view, _period(first, last), ask.say), ask, chart=chart, charts=charts, svg=svg)


@app.command()
@answering
def budget(
    ask: Ask,
    first: FromYear = None,
    last: ToYear = None,
    real: RealOption = None,
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
) -> View:
    """List ESA's total budget by year.

    \b
    cnes-partners esa budget --from 2015
    cnes-partners esa budget --real 2025 --chart
    """
    found = queries.budget(ask.dataset, from_year=first, to_year=last, prices_of=real)
    view = views.budget_view(found, ask.dataset, ask.say)
    return _money(filtered(view, _period(first, last), ask.say), ask, chart=chart, charts=charts, svg=svg)


@app.command()
@answering
def contributors(
    ask: Ask,
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="The year; the latest by default.")] = None,
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
) -> View:
    """List who pays into ESA's budget in a year, and say what is missing.

    \b
    cnes-partners esa contributors
    cnes-partners esa contributors --year 2020 --chart
    """
    found = queries.contributors(ask.dataset, year=year)
    known = queries.completeness(ask.dataset, found[0].year)
    return _money(views.contributors_view(found, known, ask.dataset, ask.say), ask, chart=chart, charts=charts, svg=svg)


@app.command()
@answering
def contribution(
    ask: Ask,
    measures: Annotated[
        tuple[Measure, ...], typer.Option("--measure", help="Only this measure; of several, any.")
    ] = (),
    first: FromYear = None,
    last: ToYear = None,
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
) -> View:
    """List every figure for France's contribution, with its measure and who gives it.

    \b
    cnes-partners esa contribution --from 2019
    cnes-partners esa contribution --measure due --chart
    """
    found = queries.contribution(ask.dataset, measures=measures, from_year=first, to_year=last)
    filters = replace(_period(first, last), measures=measures)
    return _money(
        filtered(views.contribution_view(found, ask.say), filters, ask.say), ask, chart=chart, charts=charts, svg=svg
    )


@app.command()
@answering
def domains(
    ask: Ask,
    years: Annotated[
        tuple[int, ...], typer.Option("--year", metavar="YEAR", help="Only this year; of several, any.")
    ] = (),
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
) -> View:
    """List ESA's budget by domain.

    \b
    cnes-partners esa domains --year 2021 --chart
    """
    view = views.domains_view(queries.domains(ask.dataset, years=years), ask.say)
    return _money(filtered(view, Filters(years=years), ask.say), ask, chart=chart, charts=charts, svg=svg)


@app.command()
@answering
def councils(
    ask: Ask,
    council: Annotated[str, typer.Argument(help="One council, by country: cm22.", metavar="[COUNCIL]")] = "",
    chart: ChartOption = False,
    charts: ChartsOption = "",
    svg: SvgOption = None,
) -> View:
    """List ESA's councils at ministerial level, or what one subscribed by country, with shares and changes.

    \b
    cnes-partners esa councils
    cnes-partners esa councils cm22
    cnes-partners esa councils cm22 --chart
    """
    found = queries.subscriptions(ask.dataset, council=council or None)
    if not council:
        view = views.councils_view(queries.councils(ask.dataset), found, ask.dataset, ask.say)
    else:
        known = queries.council_sum(ask.dataset, council)
        view = views.subscriptions_view(found, ask.dataset, ask.say, known=known)
    return _money(view, ask, chart=chart, charts=charts, svg=svg)


@app.command()
@answering
def members(
    ask: Ask,
    statuses: Annotated[
        tuple[MembershipStatus, ...], typer.Option("--status", help="Only of this standing; of several, any.")
    ] = (),
) -> View:
    """List who is in ESA, and since when.

    \b
    cnes-partners esa members --status associate
    """
    view = views.members_view(queries.members(ask.dataset, statuses=statuses), ask.dataset, ask.say)
    return filtered(view, Filters(statuses=statuses), ask.say)
