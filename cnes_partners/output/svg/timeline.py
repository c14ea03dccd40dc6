"""A timeline as SVG: a line for each row, dashed where it is a plan."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.output.svg.elements import (
    FAINT,
    GRID,
    INK,
    PAPER,
    circle,
    colour,
    line,
    line_step,
    lines_of_text,
    middle_lines,
    number,
    path,
    rect,
    text,
)
from cnes_partners.output.svg.letters import BOLD, SMALL, TEXT, in_rows, text_width, widest, wrapped
from cnes_partners.output.svg.page import INNER, Drawing
from cnes_partners.views.charts import Group, Row, State, TimeChart

_STEP, _GAP, _WIDEST_LABEL = 20.0, 10.0, INNER * 0.4
_COLOURS = {
    State.PAST: 4,
    State.ONGOING: 0,
    State.PLANNED: 1,
    State.OVERDUE: 7,
    State.UNKNOWN_END: 4,
    State.LOST: 7,
}
_OPEN_LENGTH, _SAMPLE = 34.0, 30.0
_THICK, _RADIUS, _LONG = 8.0, 4.5, 700.0


def time_rows(chart: TimeChart) -> Drawing:
    """Return the rows under their groups, on one axis of years, with today's line and what the lines mean."""
    axis = _Axis(chart)
    legend, top = _legend(chart)
    top += 24
    elements: list[str] = []
    y = top
    for group in chart.groups:
        drawn, y = _group(group, axis, y)
        elements += drawn
    is_long = y - top > _LONG  # then the axis comes again at its foot
    foot = y + 18 if is_long else y
    frame = [
        *legend,
        *(part for year in axis.labels for part in _year(axis, year, top, y)),
        *(_year_label(axis, year, y + 16) for year in axis.labels if is_long),
        *_now(chart, axis, top, foot),
        text(axis.left - _GAP - 8, top - 6, chart.year_label, size=SMALL, fill=FAINT, anchor="end"),
    ]
    return Drawing(elements=[*frame, *elements], height=foot + 18)


class _Axis:
    """Where a moment lies: right of the widest label, and left of what has no room but behind a line."""

    def __init__(self, chart: TimeChart) -> None:
        rows = [row for group in chart.groups for row in group.rows]
        self.first, self.last = chart.bounds
        self.now = chart.now
        labels = widest(line for row in rows for line in wrapped(row.label, _WIDEST_LABEL))
        self.left = max(labels, text_width(chart.year_label, SMALL) + 8) + _GAP
        self.right = INNER - 20
        while crowded := [row.text for row in rows if row.text and self.text_place(row) is None]:
            self.right = INNER - 16 - widest(crowded, SMALL)
        step = next((step for step in (1, 2, 5, 10, 20) if (self.last - self.first) / step <= 12), 50)
        self.labels = range(self.first - self.first % -step, self.last + 1, step)

    def x(self, moment: float) -> float:
        share = (moment - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0), 1) * (self.right - self.left)

    def span(self, row: Row) -> tuple[float, float]:
        """Return where a row's line begins and ends."""
        start = self.x(row.start or self.first)
        if row.end is not None:
            end = self.x(row.end)
        else:
            end = self.x(self.now) if row.state is State.ONGOING else min(start + _OPEN_LENGTH, self.right)
        return start, max(end, start + 2)

    def text_place(self, row: Row) -> tuple[float, str | None] | None:
        """Return where a row's text stands and its anchor: behind its line, or before it; None without room."""
        start, end = self.span(row)
        width = text_width(row.text, SMALL)
        if end + 14 + width <= INNER:
            return end + 14, None
        return (start - 8, "end") if start - 8 - width >= self.left else None


def _year(axis: _Axis, year: int, top: float, bottom: float) -> tuple[str, str]:
    x = axis.x(year)
    return line(x, top, x, bottom, stroke=GRID), _year_label(axis, year, top - 6)


def _year_label(axis: _Axis, year: int, y: float) -> str:
    return text(axis.x(year), y, str(year), size=SMALL, fill=FAINT, anchor="middle")


def _now(chart: TimeChart, axis: _Axis, top: float, bottom: float) -> tuple[str, ...]:
    if not axis.first <= chart.now <= axis.last:
        return ()
    x = axis.x(chart.now)
    half = text_width(chart.now_label, SMALL) / 2
    return (
        line(x, top, x, bottom + 4, stroke=INK, dashes="6 4"),
        text(min(x, INNER - half), bottom + 16, chart.now_label, size=SMALL, anchor="middle"),
    )


def _legend(chart: TimeChart) -> tuple[list[str], float]:
    """Return what the signs mean in as many rows as they need, and where those end."""
    entries: list[tuple[State | None, str]] = [*chart.legend]
    entries += [(None, chart.points_label)] if chart.points_label else []  # a point has no state
    places = in_rows([_SAMPLE + text_width(words, SMALL) + 32 for _, words in entries], INNER + 20)
    elements = []
    for (state, words), (row, x) in zip(entries, places, strict=True):
        y = 8 + row * _STEP
        sign = _dot(x + 6, y, 0) if state is None else _mark(state, x, x + _SAMPLE, y)
        elements += [sign, text(x + (18 if state is None else _SAMPLE + 12), y + 4, words, size=SMALL)]
    return elements, 8 + (places[-1][0] + 1) * _STEP if places else 0.0


def _group(group: Group, axis: _Axis, top: float) -> tuple[list[str], float]:
    """Return a group's rows under its title, and where they end."""
    title = wrapped(group.title, INNER / BOLD) if group.title else ()
    elements = lines_of_text(0, top + 14, title, is_bold=True)
    y = top + (len(title) * line_step(TEXT) + 6 if title else 0)
    for row in group.rows:
        label = wrapped(row.label, _WIDEST_LABEL)
        height = _STEP + (len(label) - 1) * line_step(TEXT)
        elements += [*_row(row, label, axis, y + height / 2)]
        y += height
    return elements, y + 8


def _row(row: Row, label: Sequence[str], axis: _Axis, middle: float) -> list[str]:
    named = middle_lines(axis.left - _GAP, middle, label, anchor="end")
    if row.points:
        return [*named, *(_dot(axis.x(point), middle, 0) for point in row.points)]
    if row.start is None:
        return named
    start, end = axis.span(row)
    return [*named, _mark(row.state, start, end, middle), *_words(row, axis, middle + 4)]


def _words(row: Row, axis: _Axis, y: float) -> tuple[str, ...]:
    """Return a row's text; paper keeps the axis's lines off it."""
    if not row.text:
        return ()
    x, anchor = axis.text_place(row) or (axis.span(row)[1] + 14, None)
    width = text_width(row.text, SMALL)
    blank = rect(x - width if anchor else x, y - 10, width, 13, fill=PAPER)
    return blank, text(x, y, row.text, size=SMALL, fill=FAINT, anchor=anchor)


def _mark(state: State, start: float, end: float, y: float) -> str:
    """Return the line of a state: full, full with an arrow, a dashed outline, fading out, or ending in a cross."""
    paint = colour(_COLOURS[state])
    place = (start, y - _THICK / 2, end - start, _THICK)
    match state:
        case State.PAST:
            return rect(*place, fill=paint)
        case State.ONGOING:
            return rect(*place, fill=paint) + path(f"M{number(end)} {number(y - 7)}l8 7l-8 7z", fill=paint)
        case State.PLANNED | State.OVERDUE:
            outline = (
                f"M{number(start)} {number(y - _THICK / 2)}h{number(end - start)}v{number(_THICK)}H{number(start)}z"
            )
            return path(outline, stroke=paint, width=2, dashes="6 4")
        case State.UNKNOWN_END:
            return _dot(start, y, _COLOURS[state]) + line(start, y, end, y, stroke=paint, width=2, dashes="6 4")
        case State.LOST:
            cross = f"M{number(end - 5)} {number(y - 6)}l10 12m0 -12l-10 12"
            return rect(*place, fill=paint) + path(cross, stroke=paint, width=2)


def _dot(x: float, y: float, index: int) -> str:
    return circle(x, y, _RADIUS, fill=colour(index))
