"""Series over years as SVG: a line for each, with marks of its own shape and its name at the right."""

from __future__ import annotations

from itertools import accumulate

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
from cnes_partners.output.svg.letters import SMALL, TEXT, widest, wrapped
from cnes_partners.output.svg.page import INNER, Drawing
from cnes_partners.views.charts import Level, LineChart, Series

_PLOT, _SIZE, _WIDEST_NAME = 320.0, 4.5, INNER * 0.35


def series_lines(chart: LineChart) -> Drawing:
    """Return the series from zero; a line is broken where a year is not known."""
    unit = wrapped(chart.value_label, INNER, SMALL)
    names = [wrapped(series.name, _WIDEST_NAME) for series in chart.series]
    plot = _Plot(chart, top=len(unit) * line_step(SMALL) + 12, names=names)
    places = _spread([plot.y(series.points[-1].value) for series in chart.series], plot, names)
    every = list(zip(chart.series, places, names, strict=True))
    elements = [
        *lines_of_text(0, SMALL, unit, size=SMALL, fill=FAINT),
        *(part for level in chart.levels for part in _level(plot, level)),
        *(part for year in range(plot.first, plot.last + 1) if plot.has_label(year) for part in _year(plot, year)),
        text((plot.left + plot.right) / 2, plot.foot + 38, chart.year_label, size=SMALL, fill=FAINT, anchor="middle"),
        *(part for index, series in enumerate(chart.series) for part in _series(series, index, plot)),
        *(part for index, (_, y, name) in enumerate(every) for part in _name(index, plot.right + 32, y, name)),
    ]
    return Drawing(elements=elements, height=plot.foot + 38)


class _Plot:
    """Where a year and a value lie."""

    def __init__(self, chart: LineChart, *, top: float, names: list[tuple[str, ...]]) -> None:
        years = [point.year for series in chart.series for point in series.points]
        self.first, self.last = min(years), max(years)
        self.top = top
        self.foot = top + max(_PLOT, sum(map(_height, names)))
        self.left = widest((level.text for level in chart.levels), SMALL) + 8
        self.right = INNER - widest(line for name in names for line in name) - 40
        self.highest = chart.levels[-1].value

    def x(self, year: int) -> float:
        first, last = self.left + 10, self.right - 4
        return first + (year - self.first) * (last - first) / max(self.last - self.first, 1)

    def y(self, value: float) -> float:
        return self.foot - (self.foot - self.top) * value / self.highest

    def has_label(self, year: int) -> bool:
        every = 1 + (self.last - self.first) // 14
        return year % every == 0


def _level(plot: _Plot, level: Level) -> tuple[str, str]:
    y = plot.y(level.value)
    return (
        line(plot.left, y, plot.right, y, stroke=INK if level.value == 0 else GRID),
        text(plot.left - 8, y + 4, level.text, size=SMALL, fill=FAINT, anchor="end"),
    )


def _year(plot: _Plot, year: int) -> tuple[str, str]:
    x = plot.x(year)
    return (
        line(x, plot.foot, x, plot.foot + 5, stroke=INK),
        text(x, plot.foot + 20, str(year), size=SMALL, fill=FAINT, anchor="middle"),
    )


def _series(series: Series, index: int, plot: _Plot) -> list[str]:
    pieces: list[str] = []
    before: int | None = None
    for point in series.points:
        command = "L" if before == point.year - 1 else "M"
        pieces.append(f"{command}{number(plot.x(point.year))} {number(plot.y(point.value))}")
        before = point.year
    drawn = path("".join(pieces), stroke=colour(index), width=2, dashes="6 4" if index % 2 else None)
    return [drawn, *(mark(index, plot.x(point.year), plot.y(point.value)) for point in series.points)]


def mark(index: int, x: float, y: float) -> str:
    """Return the mark of the series of that number: circle, square, triangle, diamond, then the same hollow.

    From the ninth on colours come again, each with another shape.
    """
    size, stroke = _SIZE, colour(index)
    fill = stroke if index % 8 < 4 else PAPER
    match (index + index // 8) % 4:
        case 0:
            return circle(x, y, size, fill=fill, stroke=stroke)
        case 1:
            return rect(x - size, y - size, 2 * size, 2 * size, fill=fill, stroke=stroke)
        case 2:
            corners = f"l{number(size + 1)} {number(2 * size)}h-{number(2 * size + 2)}z"
        case _:
            corners = "l5.5 5.5l-5.5 5.5l-5.5 -5.5z"
    return path(f"M{number(x)} {number(y - size - 1)}{corners}", fill=fill, stroke=stroke)


def _name(index: int, x: float, y: float, name: tuple[str, ...]) -> list[str]:
    return [mark(index, x - 6, y), *middle_lines(x + 4, y, name)]


def _height(name: tuple[str, ...]) -> float:
    return len(name) * line_step(TEXT)


def _spread(wanted: list[float], plot: _Plot, names: list[tuple[str, ...]]) -> list[float]:
    """Return the middles of names near those wanted, in the same order, that do not lie on each other or run out."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    heights = [_height(names[index]) for index in order]
    above = list(accumulate(heights, initial=0.0))
    highest = plot.top
    middles = {}
    for place, index in enumerate(order):
        lowest = plot.foot - (above[-1] - above[place])  # what the names below leave
        top = min(max(wanted[index] - heights[place] / 2, highest), lowest)
        middles[index] = top + heights[place] / 2
        highest = top + heights[place]
    return [middles[index] for index in range(len(wanted))]
