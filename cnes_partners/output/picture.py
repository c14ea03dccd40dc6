"""A chart on a screen: drawn for its width, in characters that it can show, in colours that never speak alone."""

from __future__ import annotations

import os
from collections.abc import Mapping

# Told apart by eyes that do not see red and green; none means more than the shape beside it.
COLOURS = ("cyan", "yellow", "blue", "magenta", "bright_cyan", "bright_yellow", "bright_blue", "bright_magenta")
_USUAL_WIDTH = 80
_WIDEST = 10_000


def picture_width(screen_width: int | None, environ: Mapping[str, str] = os.environ) -> int:
    """Return how wide a chart may be: as the screen, or off a terminal as COLUMNS says, else 80."""
    if screen_width is not None:
        return screen_width
    columns = environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() and 0 < int(columns) <= _WIDEST else _USUAL_WIDTH


def colour_of(number: int | None) -> str:
    """Return the colour of the series of that number, none of None."""
    return "" if number is None else COLOURS[number % len(COLOURS)]
