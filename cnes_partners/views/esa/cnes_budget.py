"""View of CNES's own budget beside what of it goes to ESA."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cnes_partners.model.sentences import translatable
from cnes_partners.queries.esa.cnes_budget import CnesBudgetYear
from cnes_partners.views.charts import Bar, BarChart
from cnes_partners.views.columns import text_column
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.pictures import bar_chart
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import View, column
from cnes_partners.views.words import Words


def cnes_budget_view(lines: tuple[CnesBudgetYear, ...], say: Words) -> View:
    """Return CNES's budget by year, with the part for ESA."""
    shown = (
        money.year_column(say),
        money.amount_column(say, title=translatable("CNES's budget (M€)")),
        column("esa_meur", say("For ESA (M€)"), lambda line: _for_esa(line, say), is_number=True, keep=True),
        money.percent_column("esa_share_pct", translatable("For ESA (%)"), say, drop=1),
        money.measure_column(say),
        money.source_column(say, drop=2),
        text_column("note", say("Note"), say, drop=6),
    )
    between = tuple(dict.fromkeys(entry for line in lines for entry in line.disagreements))
    return View(
        title=say("CNES's own budget by year, and the part of it for ESA"),
        columns=money.money_columns(CnesBudgetYear, shown, say),
        records=lines,
        pictures=tuple(_pictures(lines, say)),
        notes=(
            *money.measures_note([line.measure for line in lines], say),
            say("The part is computed from the amounts of its line. What others count: cnes-partners esa contribution"),
            money.gap_note([line.year for line in lines], say),
            *(" ".join(map(str.strip, disagreements([entry], say).lines)) for entry in between),
        ),
    )


def _for_esa(line: CnesBudgetYear, say: Words) -> str:
    return say.number(line.esa_meur, is_approximate=line.approximate)


def _pictures(lines: Sequence[CnesBudgetYear], say: Words) -> Iterator[Picture]:
    """Yield, a measure after the other, the budgets as bars, and the part of each that goes to ESA."""
    for measure, own in money.by_measure(lines):
        yield Picture(
            title=say("CNES's own budget by year"),
            chart=_by_year(own, say("million euro {measure}", measure=say.word(measure)), _budget_bar, say),
        )
        if shares := [line for line in own if line.esa_share_pct is not None]:
            yield Picture(
                title=say("The part of CNES's budget for ESA"),
                chart=_by_year(
                    shares, say("percent of CNES's budget ({measure})", measure=say.word(measure)), _share_bar, say
                ),
            )


def _by_year(
    lines: Sequence[CnesBudgetYear], unit: str, bar: Callable[[CnesBudgetYear, Words], Bar], say: Words
) -> BarChart:
    """Return a bar for each year from the first to the last; of those without a figure, its place."""
    by_year = {line.year: line for line in lines}
    bars = (
        bar(by_year[year], say) if year in by_year else Bar(label=str(year), value=None, text=say("no figure"))
        for year in range(min(by_year), max(by_year) + 1)
    )
    return bar_chart(bars, say, value_label=unit, label_label=say("Year"), sources=(line.source for line in lines))


def _budget_bar(line: CnesBudgetYear, say: Words) -> Bar:
    return Bar(label=str(line.year), value=line.amount_meur, text=money.meur_text(line, say))


def _share_bar(line: CnesBudgetYear, say: Words) -> Bar:
    text = say.number(line.esa_share_pct, decimals=1, is_approximate=line.approximate)
    return Bar(label=str(line.year), value=line.esa_share_pct, text=say("{share} %", share=text))
