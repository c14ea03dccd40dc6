"""A chart on a screen: drawn for its width, in characters that it can show, in colours that never speak alone."""

from __future__ import annotations

from typing import assert_never

from cnes_partners.output.characters.cells import Line
from cnes_partners.output.terminal import told_size
from cnes_partners.views.charts import BarChart, Chart, DivergingChart, LineChart, StackChart, TimeChart

# Told apart by eyes that do not see red and green; none means more than the shape beside it.
COLOURS = ("cyan", "yellow", "blue", "magenta", "bright_cyan", "bright_yellow", "bright_blue", "bright_magenta")
NARROWEST = 40
_USUAL_WIDTH = 80


def draw(chart: Chart, width: int) -> tuple[Line, ...]:
    """Return the chart's lines for a screen of *width* characters (at least 40)."""
    from cnes_partners.output.characters import bars, series, stacks, timeline

    room = max(width, NARROWEST)
    match chart:
        case BarChart():
            drawn = bars.bar_lines(chart, room)
        case DivergingChart():
            drawn = bars.diverging_lines(chart, room)
        case LineChart():
            drawn = series.series_lines(chart, room)
        case StackChart():
            drawn = stacks.stack_lines(chart, room)
        case TimeChart():
            drawn = timeline.time_lines(chart, room)
        case _:
            assert_never(chart)
    return tuple(drawn)


def picture_width(screen_width: int | None) -> int:
    """Return how wide a chart may be: as the screen, or off a terminal as COLUMNS says, else 80."""
    return screen_width or told_size("COLUMNS") or _USUAL_WIDTH


def colour_of(number: int | None) -> str:
    """Return the colour of the series of that number, none of None."""
    return "" if number is None else COLOURS[number % len(COLOURS)]
