"""The options that draw an answer: in the terminal, or as an SVG file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cnes_partners.cli.answers import Session
from cnes_partners.errors import UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import apart, sentence, translatable
from cnes_partners.views.sections import File, Picture
from cnes_partners.views.view import View

ChartOption = Annotated[bool, typer.Option("--chart", help="Draw a chart in place of the table.")]
ChartsOption = Annotated[
    str,
    typer.Option(
        "--charts", metavar="N,N|all", help="Which of several charts; a file has the first, a terminal all by default."
    ),
]
SvgOption = Annotated[
    Path | None, typer.Option("--svg", metavar="FILE", help="Write the chart to FILE as SVG, too.", dir_okay=False)
]


@frozen
class Drawing:
    """The options that draw an answer."""

    chart: ChartOption = False
    charts: ChartsOption = ""
    svg: SvgOption = None


def drawn(view: View, session: Session, drawing: Drawing) -> View:
    """Return the view, its charts in place of its table if asked for, with the SVG file that was asked for.

    Raises:
        UsageError: There is nothing to draw, or no chart of that number.
    """
    chart, charts, svg = drawing.chart, drawing.charts, drawing.svg
    if not (chart or charts or svg):
        return view
    if not view.pictures:
        raise UsageError(sentence("There is nothing to draw: no figure is known for what was asked."))
    chosen = _chosen(view.pictures, charts)
    if svg is not None:
        file = _file(svg, view.title, chosen if charts else chosen[:1], session)
        if len(chosen) > 1 and not charts:
            words = translatable("{file} has the first of {count} charts; --charts all draws every one")
            file = replace(file, aside=session.say(words, file=svg, count=len(chosen)))
        view = replace(view, files=(file,))
    return replace(view, sections=_untitled(view.title, chosen), pictures=chosen) if chart or not svg else view


def _chosen(pictures: tuple[Picture, ...], charts: str) -> tuple[Picture, ...]:
    """Return the pictures of those numbers, all where none is told.

    Raises:
        UsageError: There is none of such a number.
    """
    if charts in ("", "all"):
        return pictures
    numbers = [number.strip() for number in charts.split(",")]
    known = {str(number): picture for number, picture in enumerate(pictures, start=1)}
    if unknown := [number for number in numbers if number not in known]:
        listed = apart(
            sentence("{number} {title}", number=number, title=picture.title) for number, picture in known.items()
        )
        message = sentence(
            "There is no chart '{number}'. --charts takes 'all' or numbers of: {charts}.",
            number=unknown[0],
            charts=listed,
        )
        raise UsageError(message)
    return tuple(known[number] for number in dict.fromkeys(numbers))


def _file(svg: Path, title: str, pictures: tuple[Picture, ...], session: Session) -> File:
    """Return the file of the pictures; of one, its own title is the file's."""
    from cnes_partners.output.svg.draw import svg_text
    from cnes_partners.views.bibliography import credited

    def credits(ids: Sequence[str]) -> Sequence[str]:
        return credited(map(session.dataset.source, ids), session.dataset.metadata, session.say)

    whole = title if len(pictures) > 1 else pictures[0].title
    text = svg_text(whole, pictures, credits, session.say)
    return File(path=svg, text=text)


def _untitled(title: str, pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """Return the pictures, without a title that is the view's own."""
    return tuple(replace(entry, title="") if entry.title == title else entry for entry in pictures)
