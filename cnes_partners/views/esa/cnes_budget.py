"""View of CNES's own budget beside what of it goes to ESA."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cnes_partners.queries.esa.cnes_budget import CnesBudgetYear
from cnes_partners.views.columns import text_column
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.esa import columns as money
from cnes_partners.views.esa.pictures import bar_chart, year_bars
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import View, column
from cnes_partners.views.words import Words


def cnes_budget_view(lines: tuple[CnesBudgetYear, ...], say: Words) -> View:
    """Return CNES's budget by year, with the part for ESA."""
    shown = (
        column("year", say("Year"), is_number=True, keep=True),
        money.amount_column(say, title=say("CNES's budget (M€)")),
        column("esa_meur", say("For ESA (M€)"), lambda line: _for_esa(line, say), is_number=True, keep=True),
        money.percent_column("esa_share_pct", say("For ESA (%)"), say, drop=1),
        money.measure_column(say),
        column("source", say("Source"), drop=2),
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
    missing, year = say("no figure"), say("Year")

    def share(line: CnesBudgetYear) -> str:
        number = say.number(line.esa_share_pct, decimals=1, is_approximate=line.approximate)
        return say("{share} %", share=number)

    for measure, own in money.by_measure(lines):
        bars = year_bars(own, lambda line: line.amount_meur, lambda line: money.meur_text(line, say), missing=missing)
        unit = say("million euro {measure}", measure=say.word(measure))
        amounts = bar_chart(bars, say, unit=unit, of=year, lines=own)
        yield Picture(title=say("CNES's own budget by year"), chart=amounts)
        if shares := [line for line in own if line.esa_share_pct is not None]:
            bars = year_bars(shares, lambda line: line.esa_share_pct, share, missing=missing)
            unit = say("percent of CNES's budget ({measure})", measure=say.word(measure))
            parts = bar_chart(bars, say, unit=unit, of=year, lines=shares)
            yield Picture(title=say("The part of CNES's budget for ESA"), chart=parts)
