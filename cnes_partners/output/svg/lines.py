"""Series over years as SVG: a line for each, with marks of its own shape and its name at its end."""

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
from cnes_partners.views.charts.model import LineChart, Series, round_levels

_TOP, _PLOT, _FOOT = 58.0, 320.0, 66.0
_INNER = WIDTH - 2 * MARGIN
_LEFT = 56.0
_SIZE = 4.5


def line_panel(title: str, chart: LineChart) -> Panel:
    """Return the series from zero; a line is broken where a year is not known."""
    years = [year for series in chart.series for year, _ in series.points]
    levels = round_levels(max(value for series in chart.series for _, value in series.points))
    right = max(text_width(series.name) for series in chart.series) + 16
    plot = _Plot(first=min(years), last=max(years), top=levels[-1], right=_INNER - right)
    height = _TOP + _PLOT + _FOOT
    names = _spread([plot.y(series.points[-1][1]) for series in chart.series])
    elements = [
        *heading(title, chart.source, height),
        text(_LEFT, _TOP - 14, chart.value_label, "small", "faint"),
        *(_level(plot, level) for level in levels),
        *(_year(plot, year) for year in range(plot.first, plot.last + 1) if plot.has_label(year)),
        text((_LEFT + plot.right) / 2, _TOP + _PLOT + 38, chart.year_label, "small", "faint", "middle"),
        *(_series(series, index, plot) for index, series in enumerate(chart.series)),
        *(
            text(plot.x(series.points[-1][0]) + 12, y + 4, series.name)
            for series, y in zip(chart.series, names, strict=True)
        ),
    ]
    return Panel(elements=tuple(elements), height=height)


class _Plot:
    """Where a year and a value lie."""

    def __init__(self, *, first: int, last: int, top: float, right: float) -> None:
        self.first, self.last, self.top, self.right = first, last, top, right

    def x(self, year: int) -> float:
        return _LEFT + 10 + (year - self.first) * (self.right - _LEFT - 10) / max(self.last - self.first, 1)

    def y(self, value: float) -> float:
        return _TOP + _PLOT * (1 - value / self.top)

    def has_label(self, year: int) -> bool:
        every = 1 + (self.last - self.first) // 14
        return year % every == 0


def _level(plot: _Plot, value: float) -> str:
    y = plot.y(value)
    label = text(_LEFT - 8, y + 4, f"{value:,g}", "end", "small", "faint")
    return line(_LEFT, y, plot.right, y, "axis" if value == 0 else "grid") + label


def _year(plot: _Plot, year: int) -> str:
    x = plot.x(year)
    foot = _TOP + _PLOT
    return line(x, foot, x, foot + 5, "axis") + text(x, foot + 20, str(year), "small", "faint", "middle")


def _series(series: Series, index: int, plot: _Plot) -> str:
    pieces: list[str] = []
    before: int | None = None
    for year, value in series.points:
        command = "L" if before == year - 1 else "M"
        pieces.append(f"{command}{number(plot.x(year))} {number(plot.y(value))}")
        before = year
    marks = "".join(mark(index, plot.x(year), plot.y(value)) for year, value in series.points)
    dashes = ("dashed",) if index % 2 else ()
    return path("".join(pieces), "line", colour(index, "s"), *dashes) + marks


def mark(index: int, x: float, y: float) -> str:
    """Return the mark of the series of that number: circle, square, triangle, diamond, then the same hollow."""
    size = _SIZE
    shape = index % 4
    classes = (colour(index),) if index < 4 else ("paper", colour(index, "s"))
    if shape == 0:
        return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(size)}" class="{" ".join(classes)}"/>'
    if shape == 1:
        return rect(x - size, y - size, 2 * size, 2 * size, *classes)
    if shape == 2:
        corners = f"M{number(x)} {number(y - size - 1)}l{number(size + 1)} {number(2 * size)}h-{number(2 * size + 2)}z"
        return path(corners, *classes)
    return path(f"M{number(x)} {number(y - size - 1)}l5.5 5.5l-5.5 5.5l-5.5 -5.5z", *classes)


def _spread(wanted: list[float]) -> list[float]:
    """Return heights of labels near those wanted, in the same order, that do not lie on each other."""
    placed: dict[int, float] = {}
    lowest = -1e9
    for index in sorted(range(len(wanted)), key=lambda index: wanted[index]):
        lowest = max(wanted[index], lowest + 16)
        placed[index] = lowest
    return [placed[index] for index in range(len(wanted))]
