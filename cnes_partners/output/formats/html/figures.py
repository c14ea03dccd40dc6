"""A chart as a picture, and what it shows as a table beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import assert_never

from cnes_partners.views.charts import BarChart, Chart, DivergingChart, LineChart, StackChart, TimeChart
from cnes_partners.views.view import UNKNOWN, View, column
from cnes_partners.views.words import Words


def figures(chart: Chart, say: Words) -> View:
    """Return everything that a chart shows as the rows of a table, each value as people read it."""
    match chart:
        case BarChart() | DivergingChart():
            bars = ((bar.label, bar.text) for bar in chart.bars)
            return _table(chart.value_label, (chart.label_label, say("Value")), bars)
        case LineChart():
            lines = [{point.year: point.text for point in series.points} for series in chart.series]
            years = sorted({year for line in lines for year in line})
            rows = ((str(year), *(line.get(year, UNKNOWN) for line in lines)) for year in years)
            return _table(chart.value_label, (chart.year_label, *(series.name for series in chart.series)), rows)
        case StackChart():
            parts = ((stack.label, part.name, part.text) for stack in chart.stacks for part in stack.parts)
            return _table(chart.value_label, (say("Whole"), say("Part"), say("Value")), parts)
        case TimeChart():
            spans = tuple((group.title, row.label, row.text) for group in chart.groups for row in group.rows)
            view = _table(chart.now_label, (say("Group"), say("Name"), chart.year_label), spans)
            is_grouped = any(group.title for group in chart.groups)
            return view if is_grouped else replace(view, columns=view.columns[1:])
        case _:
            assert_never(chart)


def _table(title: str, headings: Sequence[str], rows: Iterable[tuple[str, ...]]) -> View:
    columns = (column(str(place), heading, value=itemgetter(place)) for place, heading in enumerate(headings))
    return View(title=title, columns=tuple(columns), records=tuple(rows))
