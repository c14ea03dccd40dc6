"""Charts of each kind, as small as they can be, and how to read the SVG of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from cnes_partners.model.language import Language
from cnes_partners.output.svg.draw import svg_text
from cnes_partners.views.charts import (
    Bar,
    BarChart,
    Chart,
    DivergingChart,
    Group,
    Level,
    LineChart,
    Part,
    Point,
    Row,
    Series,
    Stack,
    StackChart,
    State,
    TimeChart,
)
from cnes_partners.views.sections import Picture
from cnes_partners.views.words import Words

SVG = "{http://www.w3.org/2000/svg}"
CREDITS = ("Sources: s", "Data: d")


def bar_chart(*bars: Bar, levels: tuple[Level, ...] = ()) -> BarChart:
    return BarChart(bars=bars, levels=levels, value_label="million euro", label_label="Year")


def change_chart(*bars: Bar, beside: tuple[Bar, ...] = ()) -> DivergingChart:
    return DivergingChart(bars=bars, beside=beside, value_label="million euro", label_label="Year")


def line_chart(*series: Series, highest: float) -> LineChart:
    levels = tuple(Level(value=value, text=f"{value:g}") for value in (0, highest))
    return LineChart(series=series, levels=levels, value_label="million euro", year_label="Year")


def series(name: str, *points: tuple[int, float]) -> Series:
    return Series(name=name, points=tuple(Point(year=year, value=value, text=f"{value:g}") for year, value in points))


def stack_chart(*parts: Part) -> StackChart:
    return StackChart(stacks=(Stack(label="Year", parts=parts),), value_label="million euro")


def time_chart(*rows: Row, now: float = 2026.5, title: str = "") -> TimeChart:
    return TimeChart(
        groups=(Group(title=title, rows=rows),),
        now=now,
        legend=tuple((state, "million euro") for state in State),
        points_label="an agreement",
        now_label="now",
        year_label="Year",
    )


def svg_of(*charts: Chart, title: str = "A title", language: Language = Language.ENGLISH) -> str:
    pictures = [Picture(title=title, chart=chart) for chart in charts]
    return svg_text(title, pictures, lambda _: CREDITS, Words(language))


@dataclass(frozen=True, slots=True)
class Drawn:
    """An element and where its group begins."""

    element: ElementTree.Element
    left: float
    top: float

    def __getitem__(self, name: str) -> str:
        return self.element.get(name, "")

    def at(self, *names: str) -> tuple[float, ...]:
        """Return coordinates on the page, not in the group."""
        return tuple(float(self[name]) + (self.left if "x" in name else self.top) for name in names)

    @property
    def text(self) -> str:
        return self.element.text or ""


def drawn(svg: str, name: str, **attributes: str) -> list[Drawn]:
    """Return the elements of that name with those attributes, in the order of the page."""
    return [
        entry
        for entry in _every(ElementTree.fromstring(svg.encode()))
        if entry.element.tag == f"{SVG}{name}"
        and all(entry[key.replace("_", "-")] == value for key, value in attributes.items())
    ]


def _every(root: ElementTree.Element) -> Iterator[Drawn]:
    for group in root.iter(f"{SVG}g"):
        left, top = map(float, group.get("transform", "").removeprefix("translate(").rstrip(")").split())
        yield from (Drawn(element, left, top) for element in group)


def place(svg: str, text: str) -> tuple[float, float]:
    """Return where the only text of these words stands."""
    (found,) = (entry for entry in drawn(svg, "text") if entry.text == text)
    x, y = found.at("x", "y")
    return x, y
