"""A timeline as SVG: a line for each row, dashed where it is a plan."""

from __future__ import annotations

from cnes_partners.output.svg.page import (
    MARGIN,
    WIDTH,
    Panel,
    colour,
    heading,
    line,
    number,
    path,
    rect,
    text,
    text_width,
)
from cnes_partners.views.charts.model import Row, State, TimeChart

_INNER = WIDTH - 2 * MARGIN
_TOP, _STEP, _HEAD, _FOOT = 96.0, 20.0, 30.0, 44.0
_COLOURS = {
    State.PAST: 4,
    State.ONGOING: 0,
    State.PLANNED: 1,
    State.OVERDUE: 7,
    State.UNKNOWN_END: 4,
    State.LOST: 7,
}
_OPEN_LENGTH = 34.0
_THICK = 8.0


def time_panel(title: str, chart: TimeChart) -> Panel:
    """Return the rows under their groups, on one axis of years, with today's line and what the lines mean."""
    rows = [row for group in chart.groups for row in group.rows]
    left = min(max((text_width(row.label) for row in rows), default=0) + 12, _INNER * 0.45)
    axis = _Axis(chart, left)
    elements: list[str] = []
    y = _TOP
    for group in chart.groups:
        if group.title:
            elements.append(text(0, y + 14, group.title, "heading"))
            y += _HEAD - 8
        for row in group.rows:
            elements.append(_row(row, y, axis, left))
            y += _STEP
        y += 8
    height = y + _FOOT
    frame = [
        *heading(title, chart.source, height),
        *_legend(chart),
        *(_year(axis, year, y) for year in axis.labels),
        *_now(chart, axis, y),
        text(left - 10, _TOP - 12, chart.year_label, "end", "small", "faint"),
    ]
    return Panel(elements=(*frame, *elements), height=height)


class _Axis:
    """Where a moment lies."""

    def __init__(self, chart: TimeChart, left: float) -> None:
        self.first, self.last = chart.bounds
        self.left = left
        self.now = chart.now
        step = next((step for step in (1, 2, 5, 10, 20) if (self.last - self.first) / step <= 12), 50)
        self.labels = range(self.first - self.first % -step, self.last + 1, step)

    def x(self, moment: float) -> float:
        share = (moment - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0), 1) * (_INNER - self.left - 20)


def _year(axis: _Axis, year: int, bottom: float) -> str:
    x = axis.x(year)
    return line(x, _TOP - 6, x, bottom, "grid") + text(x, _TOP - 12, str(year), "small", "faint", "middle")


def _now(chart: TimeChart, axis: _Axis, bottom: float) -> tuple[str, ...]:
    if not axis.first <= chart.now <= axis.last:
        return ()
    x = axis.x(chart.now)
    return (
        line(x, _TOP - 6, x, bottom + 4, "axis", "dashed"),
        text(x, bottom + 16, chart.now_label, "small", "middle"),
    )


def _legend(chart: TimeChart) -> list[str]:
    elements = []
    x = 0.0
    for state, words in chart.legend:
        elements += [_mark(state, x, x + 30, 40), text(x + 42, 44, words, "small")]
        x += text_width(words, 11) + 62
    if chart.points_label:
        elements += [_dot(x + 6, 40, 0), text(x + 18, 44, chart.points_label, "small")]
    return elements


def _row(row: Row, y: float, axis: _Axis, left: float) -> str:
    label = text(left - 10, y + 13, row.label, "end")
    middle = y + 9
    if row.points:
        return label + "".join(_dot(axis.x(point), middle, 0) for point in row.points)
    if row.start is None:
        return label
    start = axis.x(row.start)
    end = axis.x(axis.now) if row.state is State.ONGOING else start + _OPEN_LENGTH
    if row.end is not None:
        end = axis.x(row.end)
    end = max(end, start + 2)
    return label + _mark(row.state, start, end, middle) + _words(row.text, start, end, y + 13)


def _words(content: str, start: float, end: float, y: float) -> str:
    """Return a row's text behind its line, or before it where there is no room; paper keeps the axis's lines off it."""
    if not content:
        return ""
    width = text_width(content, 11) + 4
    if end + 14 + width > _INNER:
        blank = rect(start - 8 - width, y - 11, width, 14, "paper")
        return blank + text(start - 8, y, content, "end", "small", "faint")
    return rect(end + 14, y - 11, width, 14, "paper") + text(end + 14, y, content, "small", "faint")


def _mark(state: State, start: float, end: float, y: float) -> str:
    """Return the line of a state: full, full with an arrow, a dashed outline, fading out, or ending in a cross."""
    fill, stroke = colour(_COLOURS[state]), colour(_COLOURS[state], "s")
    body = rect(start, y - _THICK / 2, end - start, _THICK, fill)
    if state is State.ONGOING:
        arrow = f"M{number(end)} {number(y - 7)}l8 7l-8 7z"
        return body + path(arrow, fill)
    if state in (State.PLANNED, State.OVERDUE):
        return rect(start, y - _THICK / 2, end - start, _THICK, "open", "dashed", stroke)
    if state is State.UNKNOWN_END:
        return _dot(start + 4, y, _COLOURS[state]) + line(start + 4, y, end, y, "line", "dashed", stroke)
    if state is State.LOST:
        cross = f"M{number(end - 2)} {number(y - 6)}l10 12m0 -12l-10 12"
        return body + path(cross, "line", stroke)
    return body


def _dot(x: float, y: float, index: int) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="4.5" class="{colour(index)}"/>'
