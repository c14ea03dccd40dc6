"""Bars as SVG: from zero, or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.output.svg.page import MARGIN, WIDTH, Panel, colour, heading, line, rect, text, text_width
from cnes_partners.views.charts.model import Bar, BarChart, DivergingChart, round_levels

_STEP, _THICK, _TOP, _FOOT = 24.0, 16.0, 58.0, 62.0
_INNER = WIDTH - 2 * MARGIN


def bar_panel(title: str, chart: BarChart) -> Panel:
    """Return horizontal bars with their values, on an axis from zero."""
    left = _label_room(chart.bars)
    texts = max((text_width(bar.text) for bar in chart.bars), default=0) + 10
    largest = max((bar.value or 0 for bar in chart.bars), default=0) or 1
    scale = (_INNER - left - texts) / largest
    height = _TOP + _STEP * len(chart.bars) + _FOOT
    bottom = _TOP + _STEP * len(chart.bars)
    marks = [level for level in round_levels(largest) if left + level * scale <= _INNER - 20]
    elements = [
        *heading(title, chart.source, height),
        text(left - 8, _TOP - 12, chart.label_label, "end", "small", "faint"),
        *(_tick(left + mark * scale, bottom, f"{mark:,g}") for mark in marks),
        *(_bar(bar, index, left, scale) for index, bar in enumerate(chart.bars)),
        line(left, _TOP - 4, left, bottom + 4, "axis"),
        text(left, bottom + 34, chart.value_label, "small", "faint"),
    ]
    return Panel(elements=tuple(elements), height=height)


def _label_room(bars: Sequence[Bar]) -> float:
    return min(max((text_width(bar.label) for bar in bars), default=0) + 12, _INNER / 2)


def _tick(x: float, bottom: float, label: str) -> str:
    return line(x, _TOP - 4, x, bottom + 4, "grid") + text(x, bottom + 18, label, "small", "faint", "middle")


def _bar(bar: Bar, index: int, left: float, scale: float) -> str:
    y = _TOP + _STEP * index
    base = y + _THICK - 3.5
    label = text(left - 8, base, bar.label, "end")
    if bar.value is None:
        return label + text(left + 6, base, bar.text, "faint")
    width = max(bar.value * scale, 1.0)
    drawn = rect(left, y, width, _THICK, "rest" if bar.is_rest else colour(0))
    return label + drawn + text(left + width + 6, base, bar.text)


def diverging_panel(title: str, chart: DivergingChart) -> Panel:
    """Return bars to both sides of zero, each with its signed figure."""
    left = _label_room(chart.measured)
    values = [bar.value for bar in chart.measured if bar.value is not None]
    texts = max((text_width(bar.text) for bar in chart.measured), default=0) + 10
    deepest, highest = -min([0.0, *values]), max([0.0, *values])
    room = _INNER - left - texts * (2 if deepest else 1)
    scale = room / ((deepest + highest) or 1)
    zero = left + (texts if deepest else 0) + deepest * scale
    bottom = _TOP + _STEP * len(chart.bars)
    height = bottom + _FOOT - 14
    elements = [
        *heading(title, chart.source, height),
        text(left - 8, _TOP - 12, chart.label_label, "end", "small", "faint"),
        *(_diverging(bar, index, left, zero, scale) for index, bar in enumerate(chart.bars)),
        line(zero, _TOP - 4, zero, bottom + 4, "axis"),
        text(left, bottom + 20, chart.value_label, "small", "faint"),
    ]
    return Panel(elements=tuple(elements), height=height)


def _diverging(bar: Bar, index: int, left: float, zero: float, scale: float) -> str:
    y = _TOP + _STEP * index
    base = y + _THICK - 3.5
    label = text(left - 8, base, bar.label, "end")
    if bar.value is None:
        return label + text(zero + 6, base, bar.text, "faint")
    width = max(abs(bar.value) * scale, 1.0)
    if bar.value < 0:
        drawn = rect(zero - width, y, width, _THICK, colour(1))
        return label + drawn + text(zero - width - 6, base, bar.text, "end")
    return label + rect(zero, y, width, _THICK, colour(0)) + text(zero + width + 6, base, bar.text)
