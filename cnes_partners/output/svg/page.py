"""The page of an SVG: its panels one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from cnes_partners.output.svg.elements import DARK, FAINT, INK, PAPER, escaped, line_step, lines_of_text, number
from cnes_partners.output.svg.letters import BOLD, SMALL, TEXT, TITLE, wrapped

WIDTH = 800.0
MARGIN = 24.0
INNER = WIDTH - 2 * MARGIN
_FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"  # one that all programs know by its first name


class Drawing(NamedTuple):
    """A chart's elements, drawn from the top left corner, and the height that they take."""

    elements: Sequence[str]
    height: float


class Panel(NamedTuple):
    """A drawing between its title and its sources."""

    title: str
    drawing: Drawing
    credits: Sequence[str]


def document(title: str, description: str, panels: Sequence[Panel], *, language: str) -> str:
    """Return the SVG document of the panels under *title*.

    Its ids begin with a digest of what is in it: pictures in one page share neither ids nor colours.
    """
    bodies: list[str] = []
    height = MARGIN
    for panel in panels:
        body, taken = _body(panel, height)
        bodies.append(body)
        height += taken + MARGIN
    id = f"cnes-partners-{sha256(''.join((language, title, description, *bodies)).encode()).hexdigest()[:12]}"
    size = f'width="{number(WIDTH)}" height="{number(height)}"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{id}" viewBox="0 0 {number(WIDTH)} {number(height)}" {size}'
            f' font-family="{_FONT}" font-size="{number(TEXT)}" lang="{language}" xml:lang="{language}"'
            f' role="img" aria-labelledby="{id}-title" aria-describedby="{id}-description">',
            f'<title id="{id}-title">{escaped(title)}</title>',
            f'<desc id="{id}-description">{escaped(description)}</desc>',
            f"<style>{_dark(id, bodies)}</style>",
            f'<rect {size} fill="{PAPER}"/>',
            *bodies,
            "</svg>\n",
        )
    )


def _body(panel: Panel, top: float) -> tuple[str, float]:
    """Return a panel's title, elements and sources as groups from *top* on, and their height together."""
    title = wrapped(panel.title, INNER / BOLD, TITLE) if panel.title else ()
    head = len(title) * line_step(TITLE) + 12
    sources = [line for credit in panel.credits for line in wrapped(credit, INNER, SMALL)]
    foot = head + panel.drawing.height + 12
    groups = (
        _group(top, lines_of_text(0, TITLE, title, size=TITLE, is_bold=True)),
        _group(top + head, panel.drawing.elements),
        _group(top + foot, lines_of_text(0, SMALL, sources, size=SMALL, fill=FAINT)),
    )
    return "\n".join(groups), foot + len(sources) * line_step(SMALL)


def _group(top: float, elements: Sequence[str]) -> str:
    inner = "\n".join(elements)
    return f'<g transform="translate({number(MARGIN)} {number(top)})" fill="{INK}">\n{inner}\n</g>'


def _dark(id: str, bodies: Sequence[str]) -> str:
    """Return the rules for dark paper, of the colours that occur.

    They choose by attribute: LibreOffice, which takes rules without asking for which medium they are, knows no such
    choice and passes them over, as do librsvg and Inkscape, which ask.
    """
    rules = (
        f'#{id} [{kind}="{light}"]{{{kind}:{dark}}}'
        for light, dark in DARK.items()
        for kind in ("fill", "stroke")
        if light == PAPER or any(f'{kind}="{light}"' in body for body in bodies)
    )
    return f"@media (prefers-color-scheme:dark){{{''.join(rules)}}}"
