"""Charts of ESA's money that several views have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Protocol, TypeVar

from cnes_partners.model.numbers import exact
from cnes_partners.queries.esa.contributors import ContributorYear
from cnes_partners.queries.esa.lines import BudgetYear
from cnes_partners.queries.esa.measures import SourcedMoney
from cnes_partners.views.charts import Bar, BarChart, DivergingChart, Part
from cnes_partners.views.levels import levels_of
from cnes_partners.views.words import Words


class OfYear(Protocol):
    """A line of one year."""

    @property
    def year(self) -> int: ...


Line = TypeVar("Line", bound=OfYear)


def bar_chart(bars: Iterable[Bar], say: Words, *, unit: str, of: str, lines: Iterable[SourcedMoney]) -> BarChart:
    """Return bars on an axis from zero: what their values and their labels are, and the lines they come from."""
    every = tuple(bars)
    return BarChart(
        bars=every,
        levels=levels_of((bar.value for bar in every), say),
        value_label=unit,
        label_label=of,
        sources=tuple(line.source for line in lines),
    )


def year_bars(
    lines: Sequence[Line], value: Callable[[Line], float | None], text: Callable[[Line], str], *, missing: str
) -> Iterator[Bar]:
    """Yield a bar for each year from the first to the last; of those without a value its place, and *missing*."""
    by_year = {line.year: line for line in lines}
    for year in range(min(by_year), max(by_year) + 1):
        line = by_year.get(year)
        found = None if line is None else value(line)
        yield Bar(label=str(year), value=found, text=missing if line is None or found is None else text(line))


def changes_chart(
    changes: Iterable[tuple[str, float | None]], say: Words, *, unit: str, of: str, lines: Iterable[SourcedMoney]
) -> DivergingChart:
    """Return changes in percent by what they are of; what is not known has no bar."""
    bars = (
        Bar(label=label, value=change, text=say("{share} %", share=say.change(change)))
        for label, change in changes
        if change is not None
    )
    sources = tuple(line.source for line in lines)
    return DivergingChart(bars=tuple(bars), value_label=unit, label_label=of, sources=sources)


def yearly_changes(lines: Sequence[BudgetYear | ContributorYear], say: Words) -> DivergingChart:
    """Return the change of each year on the year before, in the euros of the lines."""
    unit = say("percent, against the year before")
    if lines and (prices_of := lines[0].prices_of) is not None:
        unit = say("percent, against the year before, in euros of {year}", year=prices_of)
    changes = ((str(line.year), line.change_pct) for line in lines)
    return changes_chart(changes, say, unit=unit, of=say("Year"), lines=lines)


def missing_bar(missing_meur: float, say: Words, *, is_approximate: bool) -> Bar:
    """Return the bar of what the known amounts lack to their whole."""
    text = say.computed(missing_meur, is_approximate=is_approximate)
    return Bar(label=say("not known by country"), value=missing_meur, text=text, is_rest=True)


def parts_of(shares: Sequence[tuple[str, float, str]], say: Words) -> tuple[Part, ...]:
    """Return parts of a whole by name, percent and text; the last is what is not known, if that is beyond rounding."""
    known = tuple(Part(name=name, share_pct=share, text=say("{share} %", share=text)) for name, share, text in shares)
    rest = 100 - sum(exact(share) for _, share, _ in shares)
    if rest < Fraction(1, 2):
        return known
    text = say("{share} %", share=say.number(float(rest), decimals=1))
    return (*known, Part(name=say("not known"), share_pct=float(rest), text=text, is_rest=True))
