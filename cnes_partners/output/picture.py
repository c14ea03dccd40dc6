"""A chart on a screen: drawn for its width, in characters that it can show, in colours that never speak alone."""

from __future__ import annotations

from cnes_partners.output.write import told_size

# Told apart by eyes that do not see red and green; none means more than the shape beside it.
COLOURS = ("cyan", "yellow", "blue", "magenta", "bright_cyan", "bright_yellow", "bright_blue", "bright_magenta")
_USUAL_WIDTH = 80


def picture_width(screen_width: int | None) -> int:
    """Return how wide a chart may be: as the screen, or off a terminal as COLUMNS says, else 80."""
    return screen_width or told_size("COLUMNS") or _USUAL_WIDTH


def colour_of(number: int | None) -> str:
    """Return the colour of the series of that number, none of None."""
    return "" if number is None else COLOURS[number % len(COLOURS)]
