"""A timeline in characters: rows on an axis of years; what is planned is dashed, what goes on has an arrow."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from cnes_partners.output.characters.cells import Line, Span, cell_width, lines_of, padded, wrapped
from cnes_partners.views.charts import Group, Row, State, TimeChart

_POINT, _NOW = "●", "│"
# What begins, fills and ends the line of each state, and its colour.
_LINES = {
    State.PAST: ("●", "━", "●", 2),
    State.ONGOING: ("●", "━", "▶", 0),
    State.PLANNED: ("○", "╌", "▶", 1),
    State.OVERDUE: ("○", "╌", "?", 1),
    State.UNKNOWN_END: ("●", "╌", "?", 2),
    State.LOST: ("●", "━", "×", 3),
}
_WIDEST_LABEL = 30
_UNKNOWN_LENGTH = 4


class _Axis(NamedTuple):
    """Where a moment lies: *width* characters from the year *first* to the year *last*."""

    first: int
    last: int
    width: int

    def column(self, moment: float) -> int:
        share = (moment - self.first) / (self.last - self.first)
        return min(self.width - 1, max(0, int(share * self.width)))


def time_lines(chart: TimeChart, width: int) -> list[Line]:
    """Return what the signs mean, the axis, and each group's rows; the axis comes again below a long chart."""
    rows = [row for group in chart.groups for row in group.rows]
    if not rows:
        return []
    longest = max(cell_width(row.label) for row in rows)
    labels = min(longest, _WIDEST_LABEL, width // 3)
    first, last = chart.bounds
    axis = _Axis(first=first, last=last, width=width - labels - 1)
    body = [line for group in chart.groups for line in _group_lines(group, axis, labels, chart.now)]
    years = _years(axis, labels)
    foot = [years] if len(body) > 30 else []
    return [*_legend(chart, width), years, *body, *foot]


def _legend(chart: TimeChart, width: int) -> list[Line]:
    words: list[Line] = [(sample(state), Span(f" {text}")) for state, text in chart.legend]
    if chart.points_label:
        words += [(Span(f"{_POINT} {chart.points_label}"),), (Span(f"2-9, + {chart.several_label}"),)]
    return wrapped(words, width) if words else []


def sample(state: State) -> Span:
    """Return a short line of that state."""
    begin, fill, end, colour = _LINES[state]
    return Span(f"{begin}{fill * 2}{end}", colour)


def _years(axis: _Axis, labels: int) -> Line:
    """Return the axis: as many round years as have room."""
    per_year = axis.width / (axis.last - axis.first)
    step = next((step for step in (1, 2, 5, 10, 20, 50) if step * per_year >= 6), 100)
    text = [" "] * (axis.width + 4)
    for year in range(axis.first - axis.first % -step, axis.last + 1, step):
        start = axis.column(year)
        if start + 4 <= axis.width:
            text[start : start + 4] = str(year)
    return (Span(" " * (labels + 1) + "".join(text).rstrip()),)


def _group_lines(group: Group, axis: _Axis, labels: int, now: float) -> list[Line]:
    titles = lines_of(group.title, labels + 1 + axis.width) if group.title else []
    heading: list[Line] = [(Span(line),) for line in ("", *titles) if titles]
    return heading + [line for row in group.rows for line in _row_lines(row, axis, labels, now)]


def _row_lines(row: Row, axis: _Axis, labels: int, now: float) -> list[Line]:
    """Return a row's line; a label too long for its column stands on a line above, so that it is never cut."""
    is_short = cell_width(row.label) <= labels
    above: list[Line] = [] if is_short else [(Span(line),) for line in lines_of(row.label, labels + 1 + axis.width)]
    label = "" if above else row.label
    cells, colour = _points(row, axis) if row.points else _span(row, axis, now)
    text = "".join(cells)
    before, after = _said(row, text, axis)
    return [*above, (Span(f"{padded(label, labels)} {before}"), Span(text.strip(), colour), Span(after))]


def _said(row: Row, text: str, axis: _Axis) -> tuple[str, str]:
    """Return what stands before and behind a row's line: its text where that has room, blanks before it."""
    blank = len(text) - len(text.lstrip())
    needed = cell_width(row.text) + 1
    if row.text and len(text.rstrip()) + needed > axis.width and blank >= needed:
        return padded(row.text, blank - 1, is_right=True) + " ", ""
    is_said = row.text and len(text.rstrip()) + needed <= axis.width
    return " " * blank, f" {row.text}" if is_said else ""


def _points(row: Row, axis: _Axis) -> tuple[list[str], int]:
    """Return marks where something happened; several in one place are counted."""
    counts = Counter(map(axis.column, row.points))
    signs = {column: _POINT if count == 1 else str(count) if count < 10 else "+" for column, count in counts.items()}
    return [signs.get(column, " ") for column in range(axis.width)], 0


def _span(row: Row, axis: _Axis, now: float) -> tuple[list[str], int]:
    begin, fill, end, colour = _LINES[row.state]
    cells = [" "] * axis.width
    if row.start is None:
        return cells, colour
    first = axis.column(row.start)
    last = axis.column(_end(row, axis, now))
    cells[first : last + 1] = fill * (last - first + 1)
    cells[last] = end
    cells[first] = begin if last > first or row.state is not State.LOST else end
    return cells, colour


def _end(row: Row, axis: _Axis, now: float) -> float:
    """Return where a row's line stops: its end, today, or where the axis lets an open line run a little."""
    if row.end is not None:
        return row.end
    if row.start is None or row.state is State.ONGOING:
        return max(now, row.start or now)
    return row.start + _UNKNOWN_LENGTH * (axis.last - axis.first) / axis.width
