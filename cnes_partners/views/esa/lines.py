"""Views of the series as they stand: ESA's budget, France's contribution by measure, domains, members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from cnes_partners.model.records.budget import Contribution, DomainLine
from cnes_partners.model.records.esa import Membership
from cnes_partners.model.records.prices import PriceIndex
from cnes_partners.model.spelling import filed
from cnes_partners.model.vocabulary.money import Measure, MembershipStatus
from cnes_partners.queries.esa.contributors import constant_or_current_meur
from cnes_partners.queries.esa.lines import BudgetYear
from cnes_partners.views.charts import Bar, BarChart, Stack, StackChart
from cnes_partners.views.columns import text_column
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.pictures import bar_chart, parts_of, year_bars, yearly_changes
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def budget_view(lines: tuple[BudgetYear, ...], prices: Sequence[PriceIndex], say: Words) -> View:
    """Return ESA's total budget by year."""
    prices_of = lines[0].prices_of if lines else None
    shown = (
        column("year", say("Year"), is_number=True, keep=True),
        money.amount_column(say),
        *money.real_columns(say, prices_of),
        money.percent_column("change_pct", say("Change (%)"), say, drop=2, is_change=True),
        money.measure_column(say),
        column("source", say("Source"), drop=1),
        text_column("note", say("Note"), say, drop=6),
    )
    return View(
        title=say("ESA's budget by year, with the money of the EU, EUMETSAT and others"),
        columns=money.money_columns(BudgetYear, shown, say),
        records=lines,
        pictures=tuple(_budget_pictures(lines, say)),
        notes=(
            *money.measures_note([line.measure for line in lines], say),
            money.gap_note([line.year for line in lines], say),
            *money.prices_note(prices, prices_of, say),
        ),
    )


def _budget_pictures(lines: tuple[BudgetYear, ...], say: Words) -> Iterator[Picture]:
    """Yield, a measure after the other, the amounts by year as bars, and what each changed on the one before."""
    for measure, own in money.by_measure(lines):
        unit = say("million euro {measure}", measure=say.word(measure))
        if (prices_of := own[0].prices_of) is not None:
            unit = say("million euro {measure}, in euros of {year}", measure=say.word(measure), year=prices_of)
        amounts = partial(money.constant_or_current_text, say=say)
        bars = year_bars(own, constant_or_current_meur, amounts, missing=say("no figure"))
        chart = bar_chart(bars, say, unit=unit, of=say("Year"), lines=own)
        yield Picture(title=say("ESA's budget by year"), chart=chart)
        if (changes := yearly_changes(own, say)).bars:
            yield Picture(title=say("Change of ESA's budget"), chart=changes)


def contribution_view(lines: tuple[Contribution, ...], say: Words) -> View:
    """Return every figure for France's contribution to ESA, by year, with its measure and who gives it."""
    shown = (
        column("year", say("Year"), is_number=True, keep=True),
        money.amount_column(say),
        money.measure_column(say),
        text_column("stated_by", say("Given by"), say, drop=1),
        column("source", say("Source"), drop=2),
        text_column("note", say("Note"), say, drop=3),
    )
    title = say("France's contribution to ESA, by measure")
    return View(
        title=title,
        columns=money.money_columns(Contribution, shown, say),
        records=lines,
        pictures=(Picture(title=title, chart=_contribution_chart(lines, say)),) if lines else (),
        notes=(*money.measures_note([line.measure for line in lines], say),),
    )


def _contribution_chart(lines: tuple[Contribution, ...], say: Words) -> BarChart:
    """Return the amounts as bars, a measure after the other."""
    bars = (
        Bar(
            label=f"{line.year} {say.word(measure)}",
            value=line.amount_meur,
            text=f"{money.meur_text(line, say)} ({say.either(line.stated_by, line.stated_by_fr)})",
        )
        for measure, own in money.by_measure(lines)
        for line in own
    )
    unit = say("million euro, each in its measure: lengths of different measures do not compare")
    return bar_chart(bars, say, unit=unit, of=say("Year and measure"), lines=lines)


def domains_view(lines: tuple[DomainLine, ...], say: Words) -> View:
    """Return ESA's budget by domain."""
    shown = (
        column("year", say("Year"), is_number=True, keep=True),
        text_column("domain", say("Domain"), say, keep=True),
        money.measure_column(say),
        money.amount_column(say),
        column(
            "share_pct",
            say("Stated share of total (%)"),
            lambda line: money.share_text(line, say),
            is_number=True,
            drop=2,
        ),
        column("source", say("Source"), drop=5),
    )
    title = say("ESA's budget by domain")
    charts = (_domain_stacks(measure, own, say) for measure, own in money.by_measure(lines))
    return View(
        title=title,
        columns=money.money_columns(DomainLine, shown, say),
        records=lines,
        pictures=tuple(Picture(title=title, chart=chart) for chart in charts if chart.stacks),
        notes=(
            *money.measures_note([line.measure for line in lines], say),
            say("Sources name only some domains of each year; names change over the years."),
        ),
    )


def _domain_stacks(measure: Measure, lines: Sequence[DomainLine], say: Words) -> StackChart:
    """Return a stack for each year with stated shares; what the sources leave out is its last part."""
    stated = [line for line in lines if line.share_pct is not None]
    return StackChart(
        stacks=tuple(_domain_stack(year, stated, say) for year in sorted({line.year for line in stated})),
        value_label=say("percent of ESA's budget ({measure}), as stated", measure=say.word(measure)),
        sources=tuple(line.source for line in stated),
    )


def _domain_stack(year: int, lines: Sequence[DomainLine], say: Words) -> Stack:
    shares = [
        (say.either(line.domain, line.domain_fr), line.share_pct or 0, money.share_text(line, say))
        for line in lines
        if line.year == year
    ]
    return Stack(label=str(year), parts=parts_of(shares, say))


def members_view(members: tuple[Membership, ...], say: Words) -> View:
    """Return who is in ESA, by standing."""
    shown = (
        column("country", say("Country"), money.named(say, "country"), keep=True),
        column("status", say("Standing"), lambda entry: say.word(entry.status)),
        column("since", say("Since"), lambda entry: say.date(entry.since)),
        column("ratified", say("Ratified"), lambda entry: say.date(entry.ratified), drop=2),
        text_column("note", say("Note"), say, drop=3),
        column("source", say("Source"), drop=1),
    )
    name = money.named(say, "country")
    places = {status: place for place, status in enumerate(MembershipStatus)}
    return View(
        title=say("Who is in ESA"),
        columns=every_column(Membership, shown),
        records=members,
        order=lambda entry: (places[entry.status], entry.since or "9999", filed(name(entry))),
    )
