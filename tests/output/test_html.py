"""HTML: one page that needs nothing else, whose sources are its notes, and whose places no text can leave."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cnes_partners.errors import UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.language import Language
from cnes_partners.model.records.metadata import Metadata
from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import Seen, SourceKind
from cnes_partners.output.formats.formats import Format, writer
from cnes_partners.output.formats.look import Look
from cnes_partners.views.charts import (
    Bar,
    BarChart,
    Chart,
    Group,
    Level,
    LineChart,
    Part,
    Point,
    Row,
    Series,
    Stack,
    StackChart,
    TimeChart,
)
from cnes_partners.views.footnotes import footnoted
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.view import Backing, View, column
from cnes_partners.views.words import Words
from tests.output.reading_html import Page, read_html

HOSTILE = """</td></style></title><script>alert(1)</script><img src=x onerror="a">&amp;'"\x1b[31m"""


@frozen
class Line:
    id: str
    amount: float | None = None
    source: str = "page"


METADATA = Metadata(
    title="Data", title_fr="Données", version="1", as_of=PartialDate("2026"), licence="CC BY 4.0", citation=""
)
SOURCE = Source(
    id="page",
    url="https://example.org/a?b=1&c=2",
    title="Une page",
    publisher="CNES",
    language="fr",
    kind=SourceKind.PRIMARY,
    accessed=PartialDate("2026-11-28"),
    archived="https://archive.example/a",
)


def of(*rows: Line, **options: object) -> View:
    columns = (
        column("id", "ID", keep=True),
        column("amount", "Amount", is_number=True, note="Amount: of ours."),
        column("source", "Source"),
    )
    backing = Backing(dataset=METADATA, sources=(SOURCE,))
    return View(**{"title": "Lines", "columns": columns, "records": rows, "backing": backing, **options})  # type: ignore[arg-type]


def html(view: View, *, has_header: bool = True, language: Language = Language.ENGLISH) -> str:
    return "".join(writer(Format.HTML)(view, Look(has_header=has_header, language=language)))


def page_of(view: View, *, has_header: bool = True) -> Page:
    page = read_html(html(view, has_header=has_header))
    assert page.faults == []
    return page


def test_a_table_has_caption_and_scopes() -> None:
    """The title is the page's heading and the table's caption at once; the first cell is its row's heading."""
    page = page_of(of(Line(id="a", amount=1.5), Line(id="b")))
    headings = page.all("h1", "h2", "h3")
    assert [(entry.name, entry.text, entry.path[-1]) for entry in headings] == [
        ("h1", "Lines", "caption"),
        ("h2", "Sources", "section"),
    ]
    assert [(entry.attributes["scope"], entry.text) for entry in page.all("th")] == [
        ("col", "ID"),
        ("col", "Amount"),
        ("col", "Source"),
        ("row", "a"),
        ("row", "b"),
    ]
    assert [entry.text for entry in page.all("td")] == ["1.5", "page", "–", "page"]
    assert [entry.attributes.get("class") for entry in page.all("td")] == ["number whole", "whole"] * 2
    assert [entry.text for entry in page.all("p")] == ["Amount: of ours."]


def test_sources_are_notes_that_lead_to_their_pages() -> None:
    """An id leads to the note, in a column of sources and in brackets; the note to the page, and to its copy."""
    page = page_of(of(Line(id="a"), notes=("As told [page], not [elsewhere], at https://example.org/x.",)))
    assert page.links() == [
        ("page", "#source-page"),
        ("page", "#source-page"),
        ("https://example.org/x", "https://example.org/x"),
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("Archived copy", "https://archive.example/a"),
    ]
    note = next(entry for entry in page.all("li") if entry.attributes.get("id") == "source-page")
    assert note.text == (
        "[page] CNES: Une page, undated (primary). https://example.org/a?b=1&c=2, Archived copy, Read on 28 Nov 2026"
    )
    assert [(entry.text, entry.attributes["lang"]) for entry in page.all("cite")] == [("Une page", "fr")]
    assert [entry.text for entry in page.all("footer")] == ["Data: Data 1 (CC BY 4.0)"]


def test_numbered_notes_have_their_numbers() -> None:
    """Where texts name sources by numbers, the notes are those, in that order, and no others."""
    others = tuple(replace(SOURCE, id=id, title=id) for id in ("first", "unnamed"))
    view = of(
        sections=(Lines(lines=("b [page], a [first]",)),), backing=Backing(dataset=METADATA, sources=(*others, SOURCE))
    )
    page = page_of(footnoted(view, (*others, SOURCE), Words()))
    assert page.links()[:2] == [("1", "#source-page"), ("2", "#source-first")]
    notes = [entry for entry in page.all("li") if "ol" in entry.path]
    assert [entry.attributes["id"] for entry in notes] == ["source-page", "source-first"]
    assert notes[1].text.startswith("CNES: first, undated")


def test_a_numbered_note_says_that_its_source_was_not_read() -> None:
    """As the bibliography does, which has it beside the kind."""
    seen = replace(SOURCE, seen=Seen.HEADLINE)
    view = of(sections=(Lines(lines=("b [page]",)),), backing=Backing(dataset=METADATA, sources=(seen,)))
    (note,) = (entry for entry in page_of(footnoted(view, (seen,), Words())).all("li") if "ol" in entry.path)
    assert note.text.endswith(", Read on 28 Nov 2026, headline only")


def test_a_part_begins_a_page_where_it_is_to() -> None:
    """When it is printed."""
    parts = tuple(of(Line(id=id), title=id, begins_page=id == "b") for id in "ab")
    sections = page_of(of(sections=parts)).all("section")
    assert [entry.attributes.get("class") for entry in sections] == [None, "begins-page", "sources"]


def test_a_row_that_is_a_source_leads_to_its_page() -> None:
    """The bibliography is its own notes; an address that is none of the web is text."""
    columns = (column("id", "ID"), column("title", "Title"))
    rows = (SOURCE, replace(SOURCE, id="bad", url="javascript:alert(1)"))
    page = page_of(View(title="Sources", columns=columns, records=rows, backing=Backing(dataset=METADATA, sources=())))
    assert page.links() == [("page", "https://example.org/a?b=1&c=2")]


@pytest.mark.parametrize("has_header", [True, False])
def test_no_text_leaves_its_place(has_header: bool) -> None:
    """Markup in any text of an answer is text, and no control character is left."""
    chart = BarChart(bars=(Bar(label=HOSTILE, value=1, text=HOSTILE),), value_label=HOSTILE, label_label=HOSTILE)
    source = replace(SOURCE, id="page", title=HOSTILE, publisher=HOSTILE, url=f"https://x/{HOSTILE}", language=HOSTILE)
    parts = (
        Fields(title=HOSTILE, pairs=((HOSTILE, HOSTILE),)),
        Lines(title=HOSTILE, lines=(HOSTILE, f"  {HOSTILE}")),
        Picture(title=HOSTILE, chart=chart),
        View(title=HOSTILE, columns=(column("id", HOSTILE),), records=(Line(id=HOSTILE),), group=lambda _: HOSTILE),
    )
    backing = Backing(dataset=replace(METADATA, title=HOSTILE), sources=(source,))
    view = of(title=HOSTILE, sections=parts, notes=(HOSTILE,), after=parts[1:2], backing=backing)
    text = html(view, has_header=has_header)
    page = read_html(text)
    assert page.faults == []
    assert page.all("script", "img") == []
    assert not any(key.startswith("on") for entry in page.elements for key in entry.attributes)
    assert "\x1b" not in text
    assert len(page.all("style")) == 1 + 1  # the page's, the picture's


def test_a_page_asks_for_nothing() -> None:
    """No element fetches: only links have addresses, and a policy forbids all else."""
    chart = BarChart(bars=(Bar(label="a", value=1, text="1"),), value_label="unit", label_label="label")
    text = html(of(Line(id="a"), pictures=(Picture(title="A", chart=chart),)))
    page = read_html(text)
    addresses = [
        (entry.name, key, value)
        for entry in page.elements
        for key, value in entry.attributes.items()
        if key in ("src", "srcset", "data", "action", "xlink:href") or (key == "href" and entry.name != "a")
    ]
    assert addresses == [("link", "href", "data:,")]
    assert not re.search(r"url\(|@import", text)
    policy = next(entry for entry in page.all("meta") if entry.attributes.get("http-equiv"))
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


CHARTS: dict[str, tuple[Chart, list[str]]] = {
    "bars": (
        BarChart(bars=(Bar(label="2021", value=1, text="1 M€"),), value_label="money", label_label="Year"),
        ["Year", "Value", "2021", "1 M€"],
    ),
    "lines": (
        LineChart(
            series=(
                Series(
                    name="France", points=(Point(year=2021, value=1, text="1"), Point(year=2023, value=3, text="3"))
                ),
                Series(name="Italy", points=(Point(year=2022, value=2, text="2"),)),
            ),
            levels=(Level(value=3, text="3"),),
            value_label="money",
            year_label="Year",
        ),
        ["Year", "France", "Italy", "2021", "1", "–", "2022", "–", "2", "2023", "3", "–"],
    ),
    "stacks": (
        StackChart(stacks=(Stack(label="2021", parts=(Part(name="a", share_pct=100, text="all"),)),), value_label="%"),
        ["Whole", "Part", "Value", "2021", "a", "all"],
    ),
    "time": (
        TimeChart(
            groups=(Group(title="earth", rows=(Row(label="SWOT", text="2022-", start=2022.9),)),),
            now=2026.9,
            legend=(),
            now_label="today",
            year_label="Year",
        ),
        ["Group", "Name", "Year", "earth", "SWOT", "2022-"],
    ),
}


@pytest.mark.parametrize(("chart", "cells"), CHARTS.values(), ids=CHARTS)
def test_a_chart_has_its_data_beside_it(chart: Chart, cells: list[str]) -> None:
    """Every value that is drawn stands in a table, whoever does not see it."""
    page = page_of(of(sections=(Picture(title="Drawn", chart=chart),)))
    assert [(entry.name, entry.text) for entry in page.all("h1", "h2", "h3")][:2] == [("h1", "Lines"), ("h2", "Drawn")]
    assert len(page.all("svg")) == 1
    assert [entry.text for entry in page.all("th", "td")] == cells


def test_rows_of_a_timeline_without_groups_have_no_group_beside_them() -> None:
    """An empty heading says nothing to who hears it."""
    chart, _ = CHARTS["time"]
    assert isinstance(chart, TimeChart)
    alone = replace(chart, groups=tuple(replace(group, title="") for group in chart.groups))
    page = page_of(of(sections=(Picture(title="Drawn", chart=alone),)))
    assert [entry.text for entry in page.all("th", "td")] == ["Name", "Year", "SWOT", "2022-"]


def test_a_chart_is_drawn_once() -> None:
    """One that stands among the sections does not come again after them; the others do."""
    first, second = (
        Picture(title=name, chart=BarChart(bars=(Bar(label=name, value=1, text="1"),), value_label="", label_label="l"))
        for name in "ab"
    )
    page = page_of(of(sections=(replace(first, title=""),), pictures=(first, second)))
    assert [entry.text for entry in page.all("title") if "svg" in entry.path] == ["Chart", "b"]


def test_lists_and_labelled_values() -> None:
    """What is indented stands under the line before it; a line feed in a value is one on the page."""
    page = page_of(of(sections=(Lines(title="L", lines=("a", "  b", "  c", "d")), Fields(pairs=(("k", "v\nw"),)))))
    items = [(entry.text, entry.path.count("ul")) for entry in page.all("li") if "ol" not in entry.path]
    assert items == [("abc", 1), ("b", 2), ("c", 2), ("d", 1)]
    assert [entry.text for entry in page.all("dt", "dd")] == ["k", "vw"]
    assert len(page.all("br")) == 1 + 1  # the note's


def test_groups_are_bodies_of_one_table() -> None:
    """Each with a heading across the columns."""
    page = page_of(of(Line(id="a1"), Line(id="a2"), Line(id="b1"), group=lambda line: line.id[0]))
    groups = [entry for entry in page.all("th") if entry.attributes["scope"] == "rowgroup"]
    assert [(entry.text, entry.attributes["colspan"]) for entry in groups] == [("a", "3"), ("b", "3")]
    assert len(page.all("table")) == 1
    assert len(page.all("tbody")) == 2


def test_what_is_long_may_break_and_ids_do_not() -> None:
    """Words of a hundred letters stay on the page; an id of usual length stays whole."""
    page = page_of(of(Line(id="an-id"), Line(id="x" * 40)))
    assert [entry.attributes.get("class") for entry in page.all("th")[-2:]] == ["whole", "long"]


def test_many_columns_are_blocks() -> None:
    """As in a terminal that is too narrow: each value beside the name of its column."""
    columns = tuple(column("id", f"Column {number}") for number in range(10))
    page = page_of(of(Line(id="a"), columns=columns))
    assert page.all("table")[0].attributes == {"class": "wide"}
    assert page.all("td")[0].attributes["data-label"] == "Column 1"
    assert page_of(of(Line(id="a"), columns=columns[:9])).all("table")[0].attributes == {}


def test_a_narrow_table_stays_one_on_a_phone() -> None:
    """Blocks are for rows that have no room there."""
    columns = (column("id", "ID"), column("amount", "Amount"))
    assert page_of(of(Line(id="x" * 20), columns=columns)).all("table")[0].attributes == {"class": "narrow"}
    assert page_of(of(Line(id="x" * 40), columns=columns)).all("table")[0].attributes == {}


def test_without_rows_or_title_it_is_still_a_page() -> None:
    """A heading is there for who finds the way by headings."""
    page = page_of(of(title="", backing=None))
    assert [(entry.name, entry.text) for entry in page.all("title", "h1", "table")] == [
        ("title", "cnes-partners"),
        ("h1", "cnes-partners"),
    ]


def test_no_header_leaves_the_rows() -> None:
    """No titles, no heads of columns, no notes."""
    page = page_of(of(Line(id="a"), notes=("note",)), has_header=False)
    assert page.all("h1", "caption", "thead", "p", "li", "a") == []
    assert [entry.text for entry in page.all("th", "td")] == ["a", "–", "page"]


def test_a_page_speaks_its_language() -> None:
    """So that a screen reader does, too."""
    text = html(of(Line(id="a")), language=Language.FRENCH)
    assert '<html lang="fr">' in text
    assert "Données : Données 1" in read_html(text).all("footer")[0].text.replace("\u202f", " ").replace("\xa0", " ")


def test_a_page_has_a_bound() -> None:
    """Nobody reads more; nothing is written then."""
    with pytest.raises(UsageError, match="ask for less"):
        next(writer(Format.HTML)(of(*[Line(id="x" * 1_000_000)] * 40), Look()))
