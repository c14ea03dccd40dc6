"""The page of an SVG: its style, its panels one below the other, and the elements that panels are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cnes_partners.model.controls import visible

WIDTH = 800.0
MARGIN = 24.0
TEXT_SIZE = 13.0
_WIDE_LETTER = 0.58  # of the text size; a sans-serif's mean letter is narrower

# Okabe and Ito's colours, told apart by every eye; the second of each is for dark paper.
COLOURS = (
    ("#0072b2", "#56b4e9"),
    ("#b35900", "#e69f00"),
    ("#007a5a", "#2fc79b"),
    ("#a3527f", "#d98fb8"),
    ("#5b5b5b", "#bdbdbd"),
    ("#8a7400", "#f0e442"),
    ("#3f3f9e", "#9f9fe8"),
    ("#a11a1a", "#ff8a7a"),
)
_LIGHT, _DARK = ("#ffffff", "#1b1b1b", "#595959", "#d9d9d9"), ("#14171a", "#f2f2f2", "#b3b3b3", "#3a3f44")


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A chart's elements, drawn from the top left corner, and the height that they take."""

    elements: tuple[str, ...]
    height: float


def document(title: str, panels: Sequence[Panel]) -> str:
    """Return the SVG document of the panels under *title*."""
    tops = [MARGIN + sum(panel.height + MARGIN for panel in panels[:number]) for number in range(len(panels))]
    height = MARGIN + sum(panel.height + MARGIN for panel in panels)
    groups = (
        f'<g transform="translate({number(MARGIN)} {number(top)})">\n{chr(10).join(panel.elements)}\n</g>'
        for panel, top in zip(panels, tops, strict=True)
    )
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(WIDTH)} {number(height)}"'
            f' width="{number(WIDTH)}" height="{number(height)}" role="img" aria-labelledby="title">',
            f'<title id="title">{escaped(title)}</title>',
            f"<style>{_style()}</style>",
            '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern></defs>',
            '<rect class="paper" width="100%" height="100%"/>',
            *groups,
            "</svg>\n",
        )
    )


def _style() -> str:
    light = _colours(_LIGHT, 0)
    dark = _colours(_DARK, 1)
    shared = (
        f"text{{font:{number(TEXT_SIZE)}px system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}}"
        ".title{font-size:18px;font-weight:600}.heading{font-weight:600}.small{font-size:11px}"
        ".end{text-anchor:end}.middle{text-anchor:middle}.open{fill:none;stroke-width:2}.dashed{stroke-dasharray:6 4}"
        ".rest{fill:url(#hatch);stroke-width:1}.line{fill:none;stroke-width:2}"
    )
    return f"{shared}{light}@media (prefers-color-scheme:dark){{{dark}}}"


def _colours(paper_ink_faint_grid: tuple[str, str, str, str], which: int) -> str:
    paper, ink, faint, grid = paper_ink_faint_grid
    series = "".join(
        f".c{index}{{fill:{pair[which]}}}.s{index}{{stroke:{pair[which]}}}" for index, pair in enumerate(COLOURS)
    )
    return (
        f".paper{{fill:{paper}}}.gap{{stroke:{paper};stroke-width:2}}text{{fill:{ink}}}text.faint{{fill:{faint}}}"
        f"text.on{{fill:{paper}}}.grid{{stroke:{grid}}}.axis{{stroke:{ink}}}.hatch{{stroke:{faint};stroke-width:1.5}}"
        f".rest{{stroke:{faint}}}{series}"
    )


def escaped(text: str) -> str:
    """Return text as XML takes it: no markup, no character that XML forbids."""
    from html import escape

    allowed = "".join(char for char in visible(text) if ord(char) not in (0xFFFE, 0xFFFF))
    return escape(allowed, quote=True)


def number(value: float) -> str:
    """Return a coordinate, short."""
    return f"{value:.1f}".removesuffix(".0")


def text_width(text: str, size: float = TEXT_SIZE) -> float:
    """Return how wide a text is at most likely."""
    return len(text) * size * _WIDE_LETTER


def text(x: float, y: float, content: str, *classes: str) -> str:
    """Return a text; *y* is its baseline."""
    names = f' class="{" ".join(classes)}"' if classes else ""
    return f'<text x="{number(x)}" y="{number(y)}"{names}>{escaped(content)}</text>'


def rect(x: float, y: float, width: float, height: float, *classes: str) -> str:
    """Return a rectangle."""
    size = f'width="{number(max(width, 0))}" height="{number(height)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size} class="{" ".join(classes)}"/>'


def line(x1: float, y1: float, x2: float, y2: float, *classes: str) -> str:
    """Return a straight line."""
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line {ends} class="{" ".join(classes)}"/>'


def path(data: str, *classes: str) -> str:
    """Return a path."""
    return f'<path d="{data}" class="{" ".join(classes)}"/>'


def colour(index: int, kind: str = "c") -> str:
    """Return the class of the series of that number: "c" fills, "s" strokes."""
    return f"{kind}{index % len(COLOURS)}"


def heading(title: str, source: str, height: float) -> tuple[str, str]:
    """Return a panel's title at its top and its source line at its foot."""
    return text(0, 16, title, "title"), text(0, height - 4, source, "small", "faint")
