"""Series over years in characters: a mark for each known year, dots between years that follow each other."""

from __future__ import annotations

from itertools import pairwise

from cnes_partners.output.characters.cells import Line, Span, lines_of, padded, wrapped
from cnes_partners.views.charts import LineChart, Point

MARKS = "●○■▲+x@%abcdefghijklmnopqrstuvw"
_DOT, _HEIGHT, _WIDEST_STEP = "·", 14, 8

Grid = dict[tuple[int, int], Span]


def series_lines(chart: LineChart, width: int) -> list[Line]:
    """Return legend, plot and axis of years; the vertical axis starts at zero."""
    years = [point.year for series in chart.series for point in series.points]
    if not years:
        return []
    gutter = max(len(level.text) for level in chart.levels)
    plot = _Plot(first=min(years), last=max(years), top=chart.levels[-1].value, width=width - gutter - 4)
    labels = {plot.row(level.value): level.text for level in chart.levels}
    grid = _marked(chart, plot)
    rows = [_row(grid, row, plot, padded(labels.get(row, ""), gutter, is_right=True)) for row in range(_HEIGHT, -1, -1)]
    legend: list[Line] = [
        (Span(f"{mark(number)} ", number), Span(series.name)) for number, series in enumerate(chart.series)
    ]
    unit = ((Span(line),) for line in lines_of(chart.value_label, width))
    return [*wrapped(legend, width), *unit, *rows, *_year_axis(plot, gutter, width)]


def mark(number: int) -> str:
    """Return the mark of the series of that number."""
    return MARKS[number % len(MARKS)]


class _Plot:
    """Where a year and a value lie in the grid of characters."""

    def __init__(self, *, first: int, last: int, top: float, width: int) -> None:
        self.first, self.last, self.top = first, last, top
        self.span = max(last - first, 1)
        self.width = min(width, _WIDEST_STEP * self.span + 1)

    def column(self, year: int) -> int:
        return round((year - self.first) * (self.width - 1) / self.span)

    def row(self, value: float) -> int:
        return round(_HEIGHT * value / self.top)


def _marked(chart: LineChart, plot: _Plot) -> Grid:
    """Return what stands in each cell: dots first, so that marks lie over them."""
    grid: Grid = {}
    for number, series in reversed(list(enumerate(chart.series))):
        for point, following in pairwise(series.points):
            if following.year == point.year + 1:
                _join(grid, plot, point, following, number)
    for number, series in enumerate(chart.series):
        for point in series.points:
            _put(grid, plot.column(point.year), plot.row(point.value), number)
    return grid


def _join(grid: Grid, plot: _Plot, point: Point, following: Point, number: int) -> None:
    start, end = plot.column(point.year), plot.column(following.year)
    for column in range(start + 1, end):
        between = point.value + (following.value - point.value) * (column - start) / (end - start)
        grid[column, plot.row(between)] = Span(_DOT, number)


def _put(grid: Grid, column: int, row: int, number: int) -> None:
    """Set a mark; where another stands already it goes beside it."""
    near = (column, column + 1, column - 1)
    place = next((place for place in near if grid.get((place, row), Span(_DOT)).text == _DOT), column)
    grid[place, row] = Span(mark(number), number)


def _row(grid: Grid, row: int, plot: _Plot, label: str) -> Line:
    axis = Span(f"{label} {'┤' if label.strip() else '│'}")
    return (axis, *(grid.get((column, row), Span(" ")) for column in range(-1, plot.width + 1)))


def _year_axis(plot: _Plot, gutter: int, width: int) -> list[Line]:
    """Return the axis: a tick each year, and as many years as have room."""
    per_year = plot.width / plot.span
    every = next((step for step in (1, 2, 5, 10, 20) if step * per_year > 4.5), 50)
    years = range(plot.first, plot.last + 1)
    columns = {plot.column(year) for year in years}
    ticks = "".join("┴" if column in columns else "─" for column in range(plot.width))
    labels = [" "] * (plot.width + 6)
    for year in years:
        if year % every == 0:
            start = min(max(0, plot.column(year) - 1), width - gutter - 7)
            labels[start : start + 4] = str(year)
    return [
        (Span(f"{' ' * gutter} └─{ticks}─"),),
        (Span(f"{' ' * (gutter + 3)}{''.join(labels)}".rstrip()),),
    ]
