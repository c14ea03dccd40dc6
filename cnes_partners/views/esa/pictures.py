"""Charts of ESA's money that several views have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cnes_partners.queries.esa import BudgetYear, ContributorYear
from cnes_partners.views.charts.model import Bar, DivergingChart
from cnes_partners.views.words import Words


def changes_chart(
    changes: Iterable[tuple[str, float | None]], say: Words, *, value_label: str, label_label: str, source: str
) -> DivergingChart:
    """Return changes in percent by what they are of; what is not known has no bar."""
    bars = (
        Bar(label=label, value=change, text=f"{say.change(change)} %")
        for label, change in changes
        if change is not None
    )
    return DivergingChart(bars=tuple(bars), value_label=value_label, label_label=label_label, source=source)


def yearly_changes(lines: Sequence[BudgetYear | ContributorYear], say: Words, *, source: str) -> DivergingChart:
    """Return the change of each year on the year before."""
    return changes_chart(
        ((str(line.year), line.change_pct) for line in lines),
        say,
        value_label=say("percent, against the year before"),
        label_label=say("Year"),
        source=source,
    )


def missing_bar(missing_meur: float, say: Words) -> Bar:
    """Return the bar of what the known amounts lack to their whole."""
    text = say.number(round(missing_meur, 1))
    return Bar(label=say("not known by country"), value=missing_meur, text=text, is_rest=True)
