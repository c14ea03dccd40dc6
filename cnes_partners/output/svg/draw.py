"""Charts as SVG: a file that needs nothing else, read alike by browsers, LibreOffice, Inkscape and librsvg."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from cnes_partners.output.svg.describe import described
from cnes_partners.output.svg.page import Drawing, Panel, document
from cnes_partners.views.charts import BarChart, Chart, DivergingChart, LineChart, StackChart, TimeChart
from cnes_partners.views.sections import Picture
from cnes_partners.views.words import Words

Credits = Callable[[Sequence[str]], Sequence[str]]  # ids of sources in, lines that name them out


def svg_text(title: str, pictures: Sequence[Picture], credits: Credits, say: Words) -> str:
    """Return the pictures one below the other as one SVG document; charts with the same sources have them once."""
    named = [credits(picture.chart.sources) for picture in pictures]
    panels = [
        Panel(title=picture.title, drawing=_drawing(picture.chart), credits=() if following == lines else lines)
        for picture, lines, following in zip(pictures, named, (*named[1:], None), strict=True)
    ]
    description = " ".join(described(picture.chart, say) for picture in pictures)
    return document(title, description, panels, language=say.language)


def svg_element(picture: Picture, say: Words) -> str:
    """Return a picture as an element of a page that has its title, its data and its sources beside it."""
    panel = Panel(title="", drawing=_drawing(picture.chart), credits=())
    title = picture.title or say("Chart")
    document_text = document(title, "", (panel,), language=say.language)
    return document_text.partition("\n")[2]


def _drawing(chart: Chart) -> Drawing:
    from cnes_partners.output.svg import bars, series, stacks, timeline

    match chart:
        case BarChart():
            return bars.bars(chart)
        case DivergingChart():
            return bars.diverging(chart)
        case LineChart():
            return series.series_lines(chart)
        case StackChart():
            return stacks.stacks(chart)
        case TimeChart():
            return timeline.time_rows(chart)
        case _:
            assert_never(chart)
