"""SVG: valid, self-contained, escaped, whole, told in words, and apart from what it is put beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from cnes_partners.model.language import Language
from cnes_partners.output.characters.cells import lines_of
from cnes_partners.output.svg.draw import svg_text
from cnes_partners.output.svg.elements import DARK
from cnes_partners.output.svg.letters import BOLD, text_width, wrapped
from cnes_partners.views.charts import Bar, Part, Row, State
from cnes_partners.views.sections import Picture
from cnes_partners.views.words import Words
from tests.output.drawings import (
    CREDITS,
    SVG,
    bar_chart,
    change_chart,
    drawn,
    line_chart,
    series,
    stack_chart,
    svg_of,
    time_chart,
)

HOSTILE = "<script>\"&'\x1b\ufffe"
LONG = "Agence de l'Union européenne pour le programme spatial et autres institutions de très longs noms MMMMMMMM"
ROWS = tuple(Row(label=f"Mission {state}", text="2020-", start=2020, state=state) for state in State)


def _charts(name: str) -> Any:
    bars = (Bar(label=name, value=10, text=f"10 {name}"), Bar(label="none", value=None, text=f"no figure {name}"))
    return {
        "bars": bar_chart(*bars),
        "changes": change_chart(Bar(label="2020", value=-10, text="-10 %"), *bars[:1]),
        "lines": line_chart(*(series(f"{name}{n}", (2020, 10), (2021, 5 + n)) for n in range(17)), highest=25),
        "stacks": stack_chart(
            *(Part(name=f"{name}{n}", share_pct=10, text="10 %") for n in range(9)),
            Part(name="not known", share_pct=10, text="10 %", is_rest=True),
        ),
        "timeline": time_chart(*ROWS, Row(label=name, points=(2020.5,)), title=name),
    }


KINDS = tuple(_charts(""))


def _texts(svg: str) -> list[str]:
    return [entry.text for entry in drawn(svg, "text")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_valid_xml_with_title_axes_unit_and_credits(kind: str) -> None:
    """Every chart names itself, its axis and unit, and where the figures come from."""
    assert {"A title", "million euro", "Year", *CREDITS} <= set(_texts(svg_of(_charts("a")[kind])))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched_and_nothing_runs(kind: str) -> None:
    """No link, script, import, font file or pattern: a browser makes no request."""
    svg = svg_of(_charts(HOSTILE)[kind], title=HOSTILE)
    assert set(re.findall(r"https?://[^\"' ]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|<image|<use|href|@import|@font-face|\son\w+=|url\(", svg)


def test_data_is_text_and_never_markup() -> None:
    """Markup is escaped; control characters and what XML forbids are written out or left away."""
    assert "<script>\"&'\\x1b" in _texts(svg_of(_charts(HOSTILE)["bars"], title=HOSTILE))


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_runs_out_of_the_page(kind: str) -> None:
    """Labels, values, titles and sources of any length go on in the next line."""
    svg = svg_of(_charts(LONG)[kind], title=LONG)
    for entry in drawn(svg, "text"):
        size = float(entry["font-size"] or 13) * (BOLD if entry["font-weight"] else 1)
        width = text_width(entry.text, size)
        (x,) = entry.at("x")
        left = x - {"end": width, "middle": width / 2}.get(entry["text-anchor"], 0)
        assert (left >= 0, left + width <= 800) == (True, True), entry.text


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_long_text_is_there(kind: str) -> None:
    """Breaking a text into lines loses nothing of it."""
    said = " ".join(_texts(svg_of(_charts(LONG)[kind], title=LONG)))
    assert all(word in said for word in LONG.split())


@pytest.mark.parametrize("text", [LONG, "x" * 200, "", " a  b ", "望遠鏡" * 30])
def test_lines_fit_and_lose_nothing(text: str) -> None:
    """Words are kept whole where they fit."""
    lines = wrapped(text, 150)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(text_width, lines)) <= 150


@pytest.mark.parametrize("room", range(100, 400, 20))
@pytest.mark.parametrize("lines_in", [wrapped, lambda text, room: lines_of(text, room // 8)])
def test_no_line_of_a_picture_begins_with_a_sign_or_a_unit(lines_in: Callable[..., Any], room: int) -> None:
    """French sets a space before ; : ? ! and %; it forbids a break, in pictures as in tables."""
    lines = lines_in("Sénat ; CNES : 23,1 % de 1 178 M€, « dû » ; La Tribune ; askanews ?", room)
    assert [line for line in lines if line.startswith((";", ":", "?", "%", "M€", "»"))] == []


def test_light_colours_are_attributes_and_dark_ones_rules_that_choose_by_them() -> None:
    """A program that knows no media queries finds light paper; no rule but a browser's own choice is written.

    LibreOffice applies the rules of every medium, but knows no choice by attribute.
    """
    for chart in _charts("a").values():
        root = ElementTree.fromstring(svg_of(chart).encode())
        style = root.findtext(f"{SVG}style") or ""
        rules = re.fullmatch(r"@media \(prefers-color-scheme:dark\)\{((?:[^{}]+\{[^{}]+\})+)\}", style)
        selectors = re.findall(r"([^{}]+)\{", rules[1] if rules else "")
        assert all(re.fullmatch(rf'#{root.get("id")} \[(?:fill|stroke)="#\w+"\]', selector) for selector in selectors)
        used = {
            (kind, colour)
            for element in root.iter()
            for kind in ("fill", "stroke")
            if (colour := element.get(kind)) not in (None, "none")
        }
        assert {colour for _, colour in used} <= set(DARK)
        assert {(kind, colour) for kind, colour in used} <= {
            tuple(re.findall(r'\[(\w+)="([^"]+)"', selector)[0]) for selector in selectors
        }
        assert not [element for element in root.iter() if element.get("class") or element.get("style")]


@pytest.mark.parametrize("paper", [0, 1])
def test_words_and_lines_can_be_read_on_their_paper(paper: int) -> None:
    """Texts have a contrast of at least 4.5 to 1, series and marks of at least 3 to 1 (WCAG)."""
    pairs = {light: (light, dark)[paper] for light, dark in DARK.items()}
    ground = pairs.pop("#ffffff")
    pairs.pop("#d9d9d9")  # the grid stays behind
    contrasts = {light: _contrast(shown, ground) for light, shown in pairs.items()}
    assert min(contrasts.values()) >= 3
    assert min(contrasts["#1b1b1b"], contrasts["#595959"]) >= 4.5


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("language", Language)
def test_the_picture_says_its_language_and_what_it_shows(language: Language) -> None:
    """For who does not see it: title, every value in words, and the language that they are in."""
    root = ElementTree.fromstring(svg_of(_charts("a")["bars"], language=language).encode())
    assert (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")) == (language, language)
    title, description = (root.find(f"{SVG}{name}") for name in ("title", "desc"))
    assert title is not None
    assert description is not None
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), description.get("id"))
    colon = "\u00a0: " if language is Language.FRENCH else ": "
    semicolon = "\u00a0; " if language is Language.FRENCH else "; "
    assert (title.text, description.text) == (
        "A title",
        f"million euro{colon}a 10 a{semicolon}none no figure a.",
    )


def test_every_kind_of_chart_is_told_in_words() -> None:
    """Each value of each chart stands in its description."""
    told = {
        kind: ElementTree.fromstring(svg_of(chart).encode()).findtext(f"{SVG}desc", "")
        for kind, chart in _charts("n").items()
    }
    assert told["changes"] == "million euro: 2020 -10 %; n 10 n."
    assert told["lines"].startswith("million euro. n0: 2020 10; 2021 5. n1: 2020 10; 2021 6. ")
    assert told["stacks"].startswith("million euro. Year: n0 10 %; ")
    assert told["timeline"] == f"n: {'; '.join(f'{row.label} 2020-' for row in ROWS)}; n. now."


def test_pictures_in_one_page_have_nothing_in_common() -> None:
    """Two pictures put into one page keep their own ids, and rules that reach only into themselves."""
    svgs = [svg_of(chart) for chart in _charts("a").values()]
    ids = [re.findall(r'\bid="([^"]+)"', svg) for svg in svgs]
    assert len({id for found in ids for id in found}) == sum(map(len, ids)) == 3 * len(svgs)
    assert svg_of(_charts("a")["bars"]) == svg_of(_charts("a")["bars"])


def test_charts_that_are_read_beside_each_other_have_one_scale() -> None:
    """A change of ten percent is as long in one chart as in the next, and starts at the same place."""
    small, large = (Bar(label="2020", value=10, text="+10 %"), Bar(label="2021", value=-58.5, text="-58.5 %"))
    found = [
        next((rect["x"], rect["width"]) for rect in drawn(svg_of(change_chart(*bars, beside=(small, large))), "rect"))
        for bars in ((small,), (small, large))
    ]
    assert found[0] == found[1]


def test_a_fall_is_told_from_a_rise_without_colour() -> None:
    """What fell is hatched and what rose is full, in a colour that no series has."""
    svg = svg_of(change_chart(Bar(label="a", value=-5, text="-5 %"), Bar(label="b", value=5, text="+5 %")))
    fills = [rect["fill"] for rect in drawn(svg, "rect")]
    lines = series("a", (2020, 1))
    compared = svg_of(line_chart(*[lines] * 20, highest=1))
    assert len(fills) == 2
    assert fills[0] == "none"
    assert fills[1] not in compared


def test_every_series_has_a_mark_of_its_own() -> None:
    """Seventeen lines are told apart: colours come again, but with another shape."""
    svg = svg_of(_charts("a")["lines"])
    marks = [
        (entry.element.tag, entry["fill"], entry["stroke"], re.sub(r"^M\S+ \S+?(?=l)", "", entry["d"]))
        for name in ("circle", "rect", "path")
        for entry in drawn(svg, name)
        if entry["fill"] != "none"
    ]
    assert len(set(marks)) == 17


def test_no_line_of_the_axis_runs_through_the_words_of_a_row() -> None:
    """The lines of the years and of the data's date stop behind a row's text: paper lies between."""
    svg = svg_of(_charts("a")["timeline"])
    assert len(re.findall(r'fill="#ffffff"/>\s*<text', svg)) == len(ROWS)
    assert svg.index('stroke-dasharray="6 4"') < svg.index('fill="#ffffff"/>\n<text')


def test_pictures_stand_below_each_other() -> None:
    """The second starts under the first, and the page ends under the last; what both rest on stands once."""
    chart = _charts("a")["bars"]
    one, two = (ElementTree.fromstring(svg_of(*[chart] * count).encode()) for count in (1, 2))
    tops = [float(group.get("transform", "").split()[1].rstrip(")")) for group in two.iter(f"{SVG}g")]
    assert tops == sorted(tops)
    assert float(one.get("height", "")) < tops[3] + 50 < float(two.get("height", ""))
    assert _texts(svg_of(chart, chart)).count("Sources: s") == 1


def test_a_picture_without_sources_is_credited_all_the_same() -> None:
    """Credits are asked for by the ids of a chart's sources, and wrapped like any text."""
    picture = Picture(title="A title", chart=_charts("a")["bars"])
    svg = svg_text("A title", [picture], lambda ids: (f"{len(ids)} sources", LONG), Words())
    assert "0 sources" in _texts(svg)
    assert LONG.split()[-1] in _texts(svg)[-1]
