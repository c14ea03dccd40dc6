"""Bars as SVG: from zero, or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cnes_partners.output.svg.elements import (
    CHANGE,
    FAINT,
    GRID,
    INK,
    PAPER,
    colour,
    hatched,
    line,
    line_step,
    lines_of_text,
    middle_lines,
    rect,
    text,
)
from cnes_partners.output.svg.letters import SMALL, TEXT, text_width, widest, wrapped
from cnes_partners.output.svg.page import INNER, Drawing
from cnes_partners.views.charts import Bar, BarChart, DivergingChart

_TOP, _STEP, _THICK, _GAP = 22.0, 24.0, 16.0, 8.0
_WIDEST_LABEL, _WIDEST_TEXT = INNER * 0.4, INNER * 0.3


class _Row(NamedTuple):
    """A bar with its label and its text in lines, and the height of its middle."""

    bar: Bar
    label: tuple[str, ...]
    text: tuple[str, ...]
    middle: float


def bars(chart: BarChart) -> Drawing:
    """Return horizontal bars with their values, on an axis from zero."""
    rows, bottom = _rows(chart.bars)
    left = _label_room(chart.bars, chart.label_label)
    largest = max((bar.value or 0 for bar in chart.bars), default=0) or 1
    scale = (INNER - left - _text_room(chart.bars)) / largest
    marks = [level for level in chart.levels if left + level.value * scale <= INNER - 20]
    drawn = [
        *(part for mark in marks for part in _tick(left + mark.value * scale, bottom, mark.text)),
        *(part for row in rows for part in _bar(row, left, scale)),
        line(left, _TOP - 4, left, bottom + 4, stroke=INK),
    ]
    return _labelled(chart, drawn, left, bottom + 34)


def _labelled(chart: BarChart | DivergingChart, drawn: Sequence[str], left: float, foot: float) -> Drawing:
    """Return what is drawn under what the labels are, and from *foot* on what the bars measure."""
    heading = text(left - _GAP, _TOP - 12, chart.label_label, size=SMALL, fill=FAINT, anchor="end")
    unit = wrapped(chart.value_label, INNER - left, SMALL)
    elements = [heading, *drawn, *lines_of_text(left, foot, unit, size=SMALL, fill=FAINT)]
    return Drawing(elements=elements, height=foot + (len(unit) - 1) * line_step(SMALL))


def _rows(bars: Sequence[Bar]) -> tuple[list[_Row], float]:
    """Return the bars below each other, with the height that their words need, and where the last one ends."""
    words = [(wrapped(bar.label, _WIDEST_LABEL), wrapped(bar.text, _WIDEST_TEXT)) for bar in bars]
    heights = [_STEP + (max(len(label), len(said)) - 1) * line_step(TEXT) for label, said in words]
    ends = list(accumulate(heights, initial=_TOP))
    rows = [
        _Row(bar=bar, label=label, text=said, middle=end - height / 2)
        for bar, (label, said), height, end in zip(bars, words, heights, ends[1:], strict=True)
    ]
    return rows, ends[-1]


def _label_room(bars: Sequence[Bar], heading: str) -> float:
    labels = widest(line for bar in bars for line in wrapped(bar.label, _WIDEST_LABEL))
    return max(labels, text_width(heading, SMALL)) + _GAP


def _text_room(bars: Sequence[Bar]) -> float:
    return widest(line for bar in bars for line in wrapped(bar.text, _WIDEST_TEXT)) + _GAP


def _tick(x: float, bottom: float, label: str) -> tuple[str, str]:
    return (
        line(x, _TOP - 4, x, bottom + 4, stroke=GRID),
        text(x, bottom + 18, label, size=SMALL, fill=FAINT, anchor="middle"),
    )


def _length(value: float, scale: float) -> float:
    """Return how long a bar is: what is more than nothing can be seen."""
    return max(abs(value) * scale, 1.0) if value else 0.0


def _bar(row: _Row, left: float, scale: float) -> list[str]:
    label = middle_lines(left - _GAP, row.middle, row.label, anchor="end")
    if row.bar.value is None:
        return [*label, *middle_lines(left + _GAP, row.middle, row.text, fill=FAINT)]
    width = _length(row.bar.value, scale)
    place = (left, row.middle - _THICK / 2, width, _THICK)
    drawn = hatched(*place, stroke=FAINT) if row.bar.is_rest else rect(*place, fill=colour(0))
    return [*label, drawn, *_value(left + width + _GAP, row)]


def _value(x: float, row: _Row) -> list[str]:
    """Return a bar's text; paper keeps the axis's lines off it."""
    height = len(row.text) * line_step(TEXT)
    return [
        rect(x - 2, row.middle - height / 2, widest(row.text) + 2, height, fill=PAPER),
        *middle_lines(x, row.middle, row.text),
    ]


def diverging(chart: DivergingChart) -> Drawing:
    """Return bars to both sides of zero, each with its signed figure: what rose is full, what fell is hatched."""
    rows, bottom = _rows(chart.bars)
    left = _label_room(chart.measured, chart.label_label)
    texts = _text_room(chart.measured)
    values = [bar.value for bar in chart.measured if bar.value is not None]
    deepest, highest = -min([0.0, *values]), max([0.0, *values])
    room = INNER - left - texts * (2 if deepest else 1)
    scale = room / ((deepest + highest) or 1)
    zero = left + (texts if deepest else 0) + deepest * scale
    changes = [part for row in rows for part in _change(row, left, zero, scale)]
    axis = line(zero, _TOP - 4, zero, bottom + 4, stroke=INK)
    return _labelled(chart, [*changes, axis], left, bottom + 20)


def _change(row: _Row, left: float, zero: float, scale: float) -> list[str]:
    label = middle_lines(left - _GAP, row.middle, row.label, anchor="end")
    if row.bar.value is None:
        return [*label, *middle_lines(zero + _GAP, row.middle, row.text, fill=FAINT)]
    width = _length(row.bar.value, scale)
    top = row.middle - _THICK / 2
    if row.bar.value < 0:
        fallen = hatched(zero - width, top, width, _THICK, stroke=CHANGE)
        return [*label, fallen, *middle_lines(zero - width - _GAP, row.middle, row.text, anchor="end")]
    risen = rect(zero, top, width, _THICK, fill=CHANGE)
    return [*label, risen, *middle_lines(zero + width + _GAP, row.middle, row.text)]
