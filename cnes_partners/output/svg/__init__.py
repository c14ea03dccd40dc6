"""Charts as SVG: one file that needs nothing else, legible on light and on dark paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from cnes_partners.output.svg.page import Panel, document
from cnes_partners.views.charts.model import BarChart, Chart, DivergingChart, LineChart, StackChart, TimeChart
from cnes_partners.views.sections import Picture


def svg_text(title: str, pictures: Sequence[Picture]) -> str:
    """Return the pictures one below the other as one SVG document."""
    return document(title, [_panel(picture.title, picture.chart) for picture in pictures])


def _panel(title: str, chart: Chart) -> Panel:
    from cnes_partners.output.svg import bars, lines, stacks, timeline

    match chart:
        case BarChart():
            return bars.bar_panel(title, chart)
        case DivergingChart():
            return bars.diverging_panel(title, chart)
        case LineChart():
            return lines.line_panel(title, chart)
        case StackChart():
            return stacks.stack_panel(title, chart)
        case TimeChart():
            return timeline.time_panel(title, chart)
        case _:
            assert_never(chart)
