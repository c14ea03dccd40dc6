"""The commands that answer about ESA's money."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.app import CONTEXT
from cnes_partners.cli.given import Named
from cnes_partners.cli.options import FromYear, ToYear
from cnes_partners.cli.pictures import Drawing, drawn
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import year_date
from cnes_partners.model.vocabulary.money import Measure, MembershipStatus
from cnes_partners.queries.citations import cited_sources
from cnes_partners.queries.esa.cnes_budget import cnes_budget as cnes_budget_years
from cnes_partners.queries.esa.compare import comparison, named_contributor
from cnes_partners.queries.esa.contributors import completeness
from cnes_partners.queries.esa.contributors import contributors as contributor_years
from cnes_partners.queries.esa.councils import council_sum, subscriptions
from cnes_partners.queries.esa.councils import councils as every_council
from cnes_partners.queries.esa.lines import budget as budget_years
from cnes_partners.queries.esa.lines import contribution as contribution_lines
from cnes_partners.queries.esa.lines import domains as domain_lines
from cnes_partners.queries.esa.lines import members as memberships
from cnes_partners.queries.esa.prices import index_of
from cnes_partners.queries.esa.statistics import statistics as esa_statistics
from cnes_partners.queries.filters import Filters
from cnes_partners.views.esa.cnes_budget import cnes_budget_view
from cnes_partners.views.esa.compare import compare_view, wide_view
from cnes_partners.views.esa.contributors import contributors_view
from cnes_partners.views.esa.councils import councils_view, subscriptions_view
from cnes_partners.views.esa.lines import budget_view, contribution_view, domains_view, members_view
from cnes_partners.views.esa.standing import with_standing
from cnes_partners.views.esa.statistics import statistics_view
from cnes_partners.views.filters import filtered
from cnes_partners.views.view import View

app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)

RealOption = Annotated[
    int | None, typer.Option("--real", metavar="YEAR", help="In constant euros of YEAR, by French consumer prices.")
]
Measures = Annotated[tuple[Measure, ...], typer.Option("--measure", help="Only this measure; of several, any.")]


@frozen
class Years:
    """A period by year."""

    first: FromYear = None
    last: ToYear = None

    @property
    def filters(self) -> Filters:
        """Return the period as a filter."""
        return Filters(first=year_date(self.first), last=year_date(self.last))


def _money(view: View, session: Session, drawing: Drawing) -> View:
    """Return the view with its charts as asked for, and whose word its figures are."""
    return drawn(with_standing(view, cited_sources(session.dataset, view.records), session.say), session, drawing)


@app.callback(invoke_without_command=True)
@answering
def statistics(session: Session, *, drawing: Drawing, real: RealOption = None) -> View:
    """Show France's part in ESA's budget: statistics, a chart, and CNES's statement beside ESA's figures.

    \b
    cnes-partners esa
    cnes-partners esa compare fr de it
    cnes-partners esa contributors --year 2020
    cnes-partners esa --svg esa.svg
    """
    answer = esa_statistics(session.dataset, prices_of=real)
    view = statistics_view(answer, index_of(session.dataset, real), session.say)
    return _money(view, session, drawing)


@app.command()
@answering
def compare(
    session: Session,
    *,
    contributors: Annotated[
        list[str],
        typer.Argument(help="Who: fr de, or france germany.", metavar="NAME...", show_default=False),
        Named.CONTRIBUTOR,
    ],
    years: Years,
    measure: Annotated[Measure, typer.Option(help="Which amounts; measures never mix.")] = Measure.DUE,
    real: RealOption = None,
    wide: Annotated[bool, typer.Option("--wide", help="A row a year, a column a contributor, also in CSV.")] = False,
    drawing: Drawing,
) -> View:
    """Compare contributors to ESA's budget: who is first each year, change, growth, sums; gaps stay gaps.

    \b
    cnes-partners esa compare fr de it gb es
    cnes-partners esa compare france germany --from 2016 --chart
    cnes-partners esa compare fr de --real 2025
    cnes-partners esa compare fr de it gb --from 2005 --wide -f csv
    """
    ids = tuple(dict.fromkeys(named_contributor(session.dataset, name) for name in contributors))
    found = comparison(session.dataset, ids, measure=measure, from_year=years.first, to_year=years.last, prices_of=real)
    view = (wide_view if wide else compare_view)(found, session.say)
    return _money(filtered(view, years.filters, session.say), session, drawing)


@app.command()
@answering
def budget(session: Session, *, years: Years, real: RealOption = None, drawing: Drawing) -> View:
    """List ESA's total budget by year.

    \b
    cnes-partners esa budget --from 2015
    cnes-partners esa budget --real 2025 --chart
    """
    found = budget_years(session.dataset, from_year=years.first, to_year=years.last, prices_of=real)
    view = budget_view(found, index_of(session.dataset, real), session.say)
    return _money(filtered(view, years.filters, session.say), session, drawing)


@app.command()
@answering
def contributors(
    session: Session,
    *,
    year: Annotated[int | None, typer.Option(metavar="YEAR", help="The year; the latest by default.")] = None,
    drawing: Drawing,
) -> View:
    """List who pays into ESA's budget in a year, and say what is missing.

    \b
    cnes-partners esa contributors
    cnes-partners esa contributors --year 2020 --chart
    """
    found = contributor_years(session.dataset, year=year)
    known = completeness(session.dataset, found[0].year)
    return _money(contributors_view(found, known, session.say), session, drawing)


@app.command()
@answering
def contribution(
    session: Session,
    *,
    measures: Measures = (),
    years: Years,
    drawing: Drawing,
) -> View:
    """List every figure for France's contribution, with its measure and who gives it.

    \b
    cnes-partners esa contribution --from 2019
    cnes-partners esa contribution --measure due --chart
    """
    found = contribution_lines(session.dataset, measures=measures, from_year=years.first, to_year=years.last)
    filters = replace(years.filters, measures=measures)
    view = filtered(contribution_view(found, session.say), filters, session.say)
    return _money(view, session, drawing)


@app.command("cnes-budget")
@answering
def cnes_budget(session: Session, *, measures: Measures = (), years: Years, drawing: Drawing) -> View:
    """List CNES's own budget by year, with the part of it that goes to ESA.

    \b
    cnes-partners esa cnes-budget
    cnes-partners esa cnes-budget --from 2015 --measure stated --chart
    """
    found = cnes_budget_years(session.dataset, measures=measures, from_year=years.first, to_year=years.last)
    filters = replace(years.filters, measures=measures)
    return _money(filtered(cnes_budget_view(found, session.say), filters, session.say), session, drawing)


@app.command()
@answering
def domains(
    session: Session,
    *,
    years: Annotated[
        tuple[int, ...], typer.Option("--year", metavar="YEAR", help="Only this year; of several, any.")
    ] = (),
    drawing: Drawing,
) -> View:
    """List ESA's budget by domain.

    \b
    cnes-partners esa domains --year 2021 --chart
    """
    view = domains_view(domain_lines(session.dataset, years=years), session.say)
    return _money(filtered(view, Filters(years=years), session.say), session, drawing)


@app.command()
@answering
def councils(
    session: Session,
    *,
    council: Annotated[
        str, typer.Argument(help="One council, by country: cm22.", metavar="[COUNCIL]"), Named.COUNCIL
    ] = "",
    drawing: Drawing,
) -> View:
    """List ESA's councils at ministerial level, or what one subscribed by country, with shares and changes.

    \b
    cnes-partners esa councils
    cnes-partners esa councils cm22
    cnes-partners esa councils cm22 --chart
    """
    found = subscriptions(session.dataset, council=council or None)
    if not council:
        view = councils_view(every_council(session.dataset), found, session.say)
    else:
        known = council_sum(session.dataset, council)
        view = subscriptions_view(found, session.say, known=known)
    return _money(view, session, drawing)


@app.command()
@answering
def members(
    session: Session,
    statuses: Annotated[
        tuple[MembershipStatus, ...], typer.Option("--status", help="Only of this standing; of several, any.")
    ] = (),
) -> View:
    """List who is in ESA, and since when.

    \b
    cnes-partners esa members --status associate
    """
    view = members_view(memberships(session.dataset, statuses=statuses), session.say)
    return filtered(view, Filters(statuses=statuses), session.say)
