"""The options that draw an answer: in the terminal, or as an SVG file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cnes_partners.errors import UsageError
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import View

ChartOption = Annotated[bool, typer.Option("--chart", help="Draw a chart in place of the table.")]
SvgOption = Annotated[
    Path | None, typer.Option("--svg", metavar="FILE", help="Write the charts to FILE as SVG, too.", dir_okay=False)
]


def drawn(view: View, *, chart: bool = False, svg: Path | None = None) -> View:
    """Return the view, its charts in place of its table if asked for; writes the SVG file that was asked for.

    Raises:
        UsageError: There is nothing to draw.
        OutputError: The file cannot be written.
    """
    if (chart or svg) and not view.pictures:
        raise UsageError("There is nothing to draw: no figure is known for what was asked.")
    if svg is not None:
        from cnes_partners.output.svg import svg_text
        from cnes_partners.output.write import write_whole

        write_whole(svg, svg_text(view.title, view.pictures))
    return replace(view, sections=_untitled(view)) if chart else view


def _untitled(view: View) -> tuple[Picture, ...]:
    """Return the view's pictures, without a title that is the view's own."""
    return tuple(replace(entry, title="") if entry.title == view.title else entry for entry in view.pictures)
