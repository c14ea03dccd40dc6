"""Views of the series as they stand: ESA's budget, France's contribution by measure, domains, members."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Contribution, DomainLine, Membership
from cnes_partners.queries.esa import BudgetYear, constant_or_current_meur
from cnes_partners.views.charts.model import Bar, BarChart, Part, Stack, StackChart
from cnes_partners.views.columns import text_column
from cnes_partners.views.esa.columns import (
    amount_column,
    gap_note,
    measures_note,
    named,
    percent_column,
    prices_note,
    real_columns,
    source_column,
    sources_line,
    year_column,
)
from cnes_partners.views.esa.pictures import yearly_changes
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def budget_view(lines: tuple[BudgetYear, ...], dataset: Dataset, say: Words) -> View:
    """Return ESA's total budget by year."""
    prices_of = lines[0].prices_of if lines else None
    shown = (
        year_column(say),
        amount_column(say),
        *real_columns(say, prices_of),
        percent_column("change_pct", "Change (%)", say, drop=2, is_change=True),
        column("measure", say("Measure"), lambda line: say.word(line.measure), drop=4),
        source_column(say, drop=1),
        text_column("note", say("Note"), say, drop=6),
    )
    return View(
        title=say("ESA's budget by year, with the money of the EU, EUMETSAT and others"),
        columns=every_column(BudgetYear, shown),
        records=lines,
        pictures=_budget_pictures(lines, say) if lines else (),
        notes=(
            measures_note([line.measure for line in lines], say),
            gap_note([line.year for line in lines], say),
            *prices_note(prices_of, dataset, say),
        ),
    )


def _budget_pictures(lines: tuple[BudgetYear, ...], say: Words) -> tuple[Picture, ...]:
    """Return the bars of the amounts, a row for each year, and what each changed on the one before."""
    by_year = {line.year: line for line in lines}
    years = range(min(by_year), max(by_year) + 1)
    unit = say("million euro due")
    if (prices_of := lines[0].prices_of) is not None:
        unit = say("million euro due, in euros of {year}", year=prices_of)
    bars = (_budget_bar(year, by_year.get(year), say) for year in years)
    source = sources_line((line.source for line in lines), say)
    amounts = BarChart(bars=tuple(bars), value_label=unit, label_label=say("Year"), source=source)
    changes = yearly_changes(lines, say, source=source)
    pictures = (
        Picture(title=say("ESA's budget by year"), chart=amounts),
        Picture(title=say("Change of ESA's budget"), chart=changes),
    )
    return pictures if changes.bars else pictures[:1]


def _budget_bar(year: int, line: BudgetYear | None, say: Words) -> Bar:
    value = None if line is None else constant_or_current_meur(line)
    text = say("no figure") if value is None else say.number(value)
    return Bar(label=str(year), value=value, text=text)


def contribution_view(lines: tuple[Contribution, ...], say: Words) -> View:
    """Return every figure for France's contribution to ESA, by year, with its measure and who gives it."""
    shown = (
        year_column(say),
        amount_column(say),
        column("measure", say("Measure"), lambda line: say.word(line.measure), keep=True),
        text_column("stated_by", say("Given by"), say, drop=1),
        source_column(say, drop=2),
        text_column("note", say("Note"), say, drop=3),
    )
    bars = tuple(
        Bar(
            label=f"{line.year} {say.word(line.measure)}",
            value=line.amount_meur,
            text=f"{say.number(line.amount_meur)} ({say.either(line.stated_by, line.stated_by_fr)})",
        )
        for line in lines
    )
    chart = BarChart(
        bars=bars,
        value_label=say("million euro, each in its measure: lengths of different measures do not compare"),
        label_label=say("Year and measure"),
        source=sources_line((line.source for line in lines), say),
    )
    title = say("France's contribution to ESA, by measure")
    return View(
        title=title,
        columns=every_column(Contribution, shown),
        records=lines,
        pictures=(Picture(title=title, chart=chart),) if bars else (),
        notes=(measures_note([line.measure for line in lines], say),),
    )


def domains_view(lines: tuple[DomainLine, ...], say: Words) -> View:
    """Return ESA's budget by domain."""
    shown = (
        year_column(say),
        text_column("domain", say("Domain"), say, keep=True),
        amount_column(say),
        percent_column("share_pct", "Stated share of total (%)", say, decimals=None),
        source_column(say),
    )
    return View(
        title=say("ESA's budget by domain"),
        columns=every_column(DomainLine, shown),
        records=lines,
        pictures=(Picture(title=say("ESA's budget by domain"), chart=_domain_stacks(lines, say)),) if lines else (),
        notes=(say("Sources name only some domains of each year; names change over the years."),),
    )


def _domain_stacks(lines: tuple[DomainLine, ...], say: Words) -> StackChart:
    """Return a stack for each year with stated shares; what the sources leave out is its last part."""
    years = sorted({line.year for line in lines if line.share_pct is not None})
    return StackChart(
        stacks=tuple(_domain_stack(year, lines, say) for year in years),
        value_label=say("percent of ESA's budget (due), as stated"),
        source=sources_line((line.source for line in lines if line.share_pct is not None), say),
    )


def _domain_stack(year: int, lines: tuple[DomainLine, ...], say: Words) -> Stack:
    parts = [
        Part(
            name=say.either(line.domain, line.domain_fr),
            share_pct=line.share_pct,
            text=f"{say.number(line.share_pct)} %",
        )
        for line in lines
        if line.year == year and line.share_pct is not None
    ]
    return Stack(label=str(year), parts=(*parts, *rest_part(sum(part.share_pct for part in parts), say)))


def rest_part(known_pct: float, say: Words) -> tuple[Part, ...]:
    """Return what is not known of a whole as a part of its own; nothing within rounding."""
    rest = 100 - known_pct
    if rest < 0.5:
        return ()
    text = f"{say.number(rest, decimals=1)} %"
    return (Part(name=say("not known"), share_pct=rest, text=text, is_rest=True),)


def members_view(members: tuple[Membership, ...], dataset: Dataset, say: Words) -> View:
    """Return who is in ESA, by standing."""
    shown = (
        column("country", say("Country"), named(dataset, say, "country"), keep=True),
        column("status", say("Standing"), lambda entry: say.word(entry.status)),
        column("since", say("Since"), lambda entry: say.date(entry.since)),
        column("ratified", say("Ratified"), lambda entry: say.date(entry.ratified), drop=2),
        text_column("note", say("Note"), say, drop=3),
        source_column(say, drop=1),
    )
    return View(title=say("Who is in ESA"), columns=every_column(Membership, shown), records=members)
