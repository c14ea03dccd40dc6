"""The elements that pictures are made of.

Every colour stands in an attribute, as it is on light paper: that is what every program reads that draws SVG. What
changes on dark paper, page.py adds for browsers.
"""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.model.controls import visible
from cnes_partners.output.svg.letters import TEXT

# Each light colour has a dark one. The series' are Okabe and Ito's, told apart by every eye; a change has its own, so
# that it is taken for no series.
PAPER, INK, FAINT, GRID, CHANGE = "#ffffff", "#1b1b1b", "#595959", "#d9d9d9", "#44546a"
_SERIES = {
    "#0072b2": "#56b4e9",
    "#b35900": "#e69f00",
    "#007a5a": "#2fc79b",
    "#a3527f": "#d98fb8",
    "#5b5b5b": "#bdbdbd",
    "#8a7400": "#f0e442",
    "#3f3f9e": "#9f9fe8",
    "#a11a1a": "#ff8a7a",
}
DARK = {PAPER: "#14171a", INK: "#f2f2f2", FAINT: "#b3b3b3", GRID: "#3a3f44", CHANGE: "#b8c4d6", **_SERIES}
_LIGHT = tuple(_SERIES)
_HATCH = 6.0


def colour(index: int) -> str:
    """Return the colour of the series of that number."""
    return _LIGHT[index % len(_LIGHT)]


def element(name: str, content: str | None = None, **attributes: str | float | None) -> str:
    """Return an element with the attributes that are not None; text_anchor stands for text-anchor."""
    given = "".join(
        f' {key.replace("_", "-")}="{escaped(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}/>" if content is None else f"<{name}{given}>{escaped(content)}</{name}>"


def number(value: float) -> str:
    """Return a coordinate, short."""
    return f"{value:.1f}".removesuffix(".0")


def escaped(text: str) -> str:
    """Return text as XML takes it: no markup, no character that XML forbids."""
    from html import escape

    allowed = "".join(char for char in visible(text) if ord(char) not in (0xFFFE, 0xFFFF))
    return escape(allowed, quote=True)


def text(
    x: float,
    y: float,
    content: str,
    *,
    size: float = TEXT,
    fill: str | None = None,
    anchor: str | None = None,
    is_bold: bool = False,
) -> str:
    """Return a text; *y* is its baseline. Without *fill* it is in ink."""
    return element(
        "text",
        content,
        x=x,
        y=y,
        font_size=None if size == TEXT else size,
        font_weight="bold" if is_bold else None,
        fill=fill,
        text_anchor=anchor,
    )


def lines_of_text(
    x: float, y: float, lines: Sequence[str], *, size: float = TEXT, fill: str | None = None, is_bold: bool = False
) -> list[str]:
    """Return lines below each other from the left; *y* is the first one's baseline."""
    return [
        text(x, y + index * line_step(size), line, size=size, fill=fill, is_bold=is_bold)
        for index, line in enumerate(lines)
    ]


def middle_lines(
    x: float, middle: float, lines: Sequence[str], *, fill: str | None = None, anchor: str | None = None
) -> list[str]:
    """Return lines below each other whose middle is at that height."""
    first = middle + TEXT * 0.35 - (len(lines) - 1) * line_step(TEXT) / 2
    return [
        text(x, first + index * line_step(TEXT), line, fill=fill, anchor=anchor) for index, line in enumerate(lines)
    ]


def line_step(size: float) -> float:
    """Return how far a line lies below the one before."""
    return size * 1.25


def rect(x: float, y: float, width: float, height: float, *, fill: str, stroke: str | None = None) -> str:
    """Return a rectangle; a stroke goes round it."""
    return element("rect", x=x, y=y, width=max(width, 0), height=height, fill=fill, stroke=stroke)


def hatched(x: float, y: float, width: float, height: float, *, stroke: str) -> str:
    """Return a rectangle of slanting lines, drawn one by one: not every program knows patterns."""
    strokes = []
    for start in range(1, int((width + height) / _HATCH) + 1):
        way = start * _HATCH  # where the line meets the top, were it that long
        left, right = max(0.0, way - height), min(way, width)
        if right > left:
            strokes.append(
                f"M{number(x + left)} {number(y + way - left)}L{number(x + right)} {number(y + way - right)}"
            )
    lines = element("path", d="".join(strokes), fill="none", stroke=stroke, stroke_width=1.2) if strokes else ""
    return lines + rect(x, y, width, height, fill="none", stroke=stroke)


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str, width: float = 1, dashes: str | None = None
) -> str:
    """Return a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, stroke_dasharray=dashes)


def path(
    data: str, *, fill: str = "none", stroke: str | None = None, width: float | None = None, dashes: str | None = None
) -> str:
    """Return a path."""
    return element("path", d=data, fill=fill, stroke=stroke, stroke_width=width, stroke_dasharray=dashes)


def circle(x: float, y: float, radius: float, *, fill: str, stroke: str | None = None) -> str:
    """Return a circle."""
    return element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=stroke)
