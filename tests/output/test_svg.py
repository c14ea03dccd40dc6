"""SVG: valid, self-contained, escaped, legible on light and dark paper."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from cnes_partners.output.svg import svg_text
from cnes_partners.views.charts import (
    Bar,
    BarChart,
    DivergingChart,
    Group,
    LineChart,
    Part,
    Row,
    Series,
    Stack,
    StackChart,
    State,
    TimeChart,
)
from cnes_partners.views.sections import Picture

HOSTILE = "<script>\"&'\x1b\ufffe"
BARS = (Bar(label=HOSTILE, value=10, text="10"), Bar(label="none", value=None, text="no figure"))
FALLEN = (Bar(label="2020", value=-10, text="-10 %"), *BARS)
ROWS = tuple(Row(label=f"Mission {state}", text="2020-", start=2020, state=state) for state in State)

CHARTS = {
    "bars": BarChart(bars=BARS, value_label="million euro", label_label="Year", source="Source: s"),
    "diverging": DivergingChart(bars=FALLEN, value_label="million euro", label_label="Year", source="Source: s"),
    "lines": LineChart(
        series=tuple(Series(name=f"{HOSTILE}{n}", points=((2020, 10.0), (2021, 5.0 + n))) for n in range(9)),
        value_label="million euro",
        year_label="Year",
        source="Source: s",
    ),
    "stacks": StackChart(
        stacks=(
            Stack(
                label="Year",
                parts=(
                    Part(name=HOSTILE, share_pct=60, text="60 %"),
                    Part(name="not known", share_pct=40, text="40 %", is_rest=True),
                ),
            ),
        ),
        value_label="million euro",
        source="Source: s",
    ),
    "timeline": TimeChart(
        groups=(Group(title=HOSTILE, rows=(*ROWS, Row(label="agreements", points=(2020.5,)))),),
        now=2026.5,
        legend=tuple((state, "million euro") for state in State),
        points_label="an agreement",
        now_label="now",
        year_label="Year",
        source="Source: s",
    ),
}


def _texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_is_valid_xml_with_title_axes_unit_and_source(kind):
    """Every chart names itself, its axis and unit, and where the figures come from."""
    texts = _texts(svg_text("All", (Picture(title="A title", chart=CHARTS[kind]),)))
    assert {"A title", "million euro", "Year", "Source: s"} <= set(texts)


@pytest.mark.parametrize("kind", CHARTS)
def test_nothing_is_fetched_and_nothing_runs(kind):
    """No link, script, import or font file: a browser makes no request."""
    svg = svg_text(HOSTILE, (Picture(title=HOSTILE, chart=CHARTS[kind]),))
    assert set(re.findall(r"https?://[^\"' ]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|<image|<use|href|@import|@font-face|\son\w+=", svg)
    assert set(re.findall(r"url\(([^)]*)\)", svg)) == {"#hatch"}


def test_data_is_text_and_never_markup():
    """Markup is escaped; control characters and what XML forbids are written out or left away."""
    svg = svg_text("All", (Picture(title=HOSTILE, chart=CHARTS["bars"]),))
    assert "<script>\"&'\\x1b" in _texts(svg)


def test_both_papers_have_their_colours():
    """Every class that is coloured for light paper is coloured for dark paper."""
    style = ElementTree.fromstring(svg_text("All", ())).find("{http://www.w3.org/2000/svg}style")
    light, dark = (style.text or "").split("@media (prefers-color-scheme:dark)")
    coloured = re.findall(r"([^{}]+)\{(?:fill|stroke):#", dark)
    assert {".c0", ".s7", "text", ".paper", ".grid"} <= set(coloured)
    assert all(f"{selector}{{" in light for selector in coloured)


def test_charts_that_are_read_beside_each_other_have_one_scale():
    """A change of ten percent is as long in one chart as in the next, and starts at the same place."""
    small, large = (Bar(label="2020", value=10, text="+10 %"), Bar(label="2021", value=-58.5, text="-58.5 %"))
    charts = [
        DivergingChart(bars=bars, value_label="percent", label_label="Year", source="", beside=(small, large))
        for bars in ((small,), (small, large))
    ]
    drawn = [
        re.findall(
            r'<rect x="([\d.]+)".* width="([\d.]+)".* class="c0"/>', svg_text("", (Picture(title="", chart=chart),))
        )
        for chart in charts
    ]
    assert drawn[0] == drawn[1] != []


def test_no_line_of_the_axis_runs_through_the_words_of_a_row():
    """The lines of the years and of the data's date stop behind a row's text: paper lies between."""
    svg = svg_text("All", (Picture(title="A title", chart=CHARTS["timeline"]),))
    assert svg.count('class="paper"/><text') == len(ROWS)
    assert svg.index('class="axis dashed"') < svg.index('class="paper"/><text')


def test_pictures_stand_below_each_other():
    """The second starts under the first, and the page ends under the last."""
    picture = Picture(title="A title", chart=CHARTS["bars"])
    one, two = (ElementTree.fromstring(svg_text("All", (picture,) * count)) for count in (1, 2))
    tops = [float(group.get("transform").split()[1].rstrip(")")) for group in two.iter() if group.tag.endswith("}g")]
    assert tops == [24, float(one.get("height"))]
    assert float(two.get("height")) == 2 * float(one.get("height")) - 24
