"""What a chart shows in words, for who does not see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from cnes_partners.views.charts import BarChart, Chart, DivergingChart, LineChart, StackChart, TimeChart
from cnes_partners.views.words import Words


def described(chart: Chart, say: Words) -> str:
    """Return everything that the chart shows: what is measured, and each value as people read it."""
    match chart:
        case BarChart() | DivergingChart():
            return _sentence(chart.value_label, ((bar.label, bar.text) for bar in chart.bars), say)
        case LineChart():
            return f"{chart.value_label}. " + " ".join(
                _sentence(series.name, ((str(point.year), point.text) for point in series.points), say)
                for series in chart.series
            )
        case StackChart():
            return f"{chart.value_label}. " + " ".join(
                _sentence(stack.label, ((part.name, part.text) for part in stack.parts), say) for stack in chart.stacks
            )
        case TimeChart():
            groups = (
                _sentence(group.title, ((row.label, row.text) for row in group.rows), say) for group in chart.groups
            )
            return " ".join((*groups, f"{chart.now_label}."))
        case _:
            assert_never(chart)


def _sentence(subject: str, values: Iterable[tuple[str, str]], say: Words) -> str:
    """Return "subject: label value; label value."."""
    listed = say.apart(f"{label} {text}".strip() for label, text in values)
    said = say("{label}: {values}", label=subject, values=listed) if subject else listed
    return f"{said}."
