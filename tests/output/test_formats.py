"""The formats: each holds every value, and no value changes on the way."""

from __future__ import annotations

import csv
import inspect
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.decode.yaml_text import read_yaml
from cnes_partners.output.formats.formats import FORMATS, Format, format_of, writer
from cnes_partners.output.formats.look import Look
from cnes_partners.views.charts import Bar, BarChart
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.shape import shape
from cnes_partners.views.view import View, column, every_column


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    id: str
    words: tuple[str, ...] = ()
    amount: float | None = None
    is_known: bool = False
    parts: tuple[Part, ...] = ()


ROWS = (
    Row(id="no", words=("é", "b"), amount=1.5, is_known=True, parts=(Part(name="x"),)),
    Row(id='a,"b"\n=c', amount=10),
    Row(id="12:30"),
)


def of(*rows: Row, **options: object) -> View:
    columns = every_column(Row, (column("id", "ID"), column("amount", "Amount", is_number=True)))
    return View(title="Rows", columns=columns, records=rows, **options)  # type: ignore[arg-type]


def text(view: View, format: Format, *, has_header: bool = True, only_columns: bool = False) -> str:
    return "".join(writer(format)(view, Look(has_header=has_header, only_columns=only_columns)))


PLAIN: list[dict[str, Any]] = [
    {"id": "no", "words": ["é", "b"], "amount": 1.5, "is_known": True, "parts": [{"name": "x"}]},
    {"id": 'a,"b"\n=c', "words": [], "amount": 10, "is_known": False, "parts": []},
    {"id": "12:30", "words": [], "amount": None, "is_known": False, "parts": []},
]


def test_json_is_an_array_of_whole_records_unescaped() -> None:
    """Every field is there, unknown is null, text is UTF-8."""
    assert json.loads(text(of(*ROWS), Format.JSON)) == PLAIN
    assert "é" in text(of(*ROWS), Format.JSON)
    assert text(of(), Format.JSON) == "[]\n"


def test_json_of_one_record_is_the_record() -> None:
    """An answer that is one record is an object, in JSON Lines a line, in YAML a mapping."""
    one = of(ROWS[0], is_single=True)
    assert json.loads(text(one, Format.JSON)) == PLAIN[0]
    assert json.loads(text(one, Format.JSONL)) == PLAIN[0]
    assert read_yaml(text(one, Format.YAML).encode(), file="") == PLAIN[0]


def test_json_lines_have_a_record_each() -> None:
    """A line feed inside a value is escaped, so lines are records."""
    lines = text(of(*ROWS), Format.JSONL).splitlines()
    assert [json.loads(line) for line in lines] == PLAIN


def test_yaml_reads_back_the_same_and_quotes_what_readers_retype() -> None:
    """Norway stays text, and half past twelve no number."""
    written = text(of(*ROWS), Format.YAML)
    assert read_yaml(written.encode(), file="") == PLAIN
    assert '- id: "no"\n' in written
    assert '- id: "12:30"\n' in written


def test_yaml_writes_equal_values_out() -> None:
    """No anchors and aliases: not every reader takes them."""
    rows = (Row(id="a", words=("same",)), Row(id="b", words=("same",)))
    written = text(of(*rows), Format.YAML)
    assert "&" not in written
    assert "*" not in written


def test_csv_has_every_column_and_quotes_what_it_must() -> None:
    """Python's reader gives back every flat value; lists are joined, unknown is empty."""
    written = text(of(*ROWS), Format.CSV)
    assert "\r" not in written
    assert list(csv.reader(io.StringIO(written))) == [
        ["id", "amount", "words", "is_known"],
        ["no", "1.5", "é;b", "true"],
        ['a,"b"\n=c', "10", "", "false"],
        ["12:30", "", "", "false"],
    ]
    assert text(of(*ROWS[2:]), Format.CSV, has_header=False) == "12:30,,,false\n"


def test_csv_counts_a_row_without_a_value() -> None:
    """A single empty cell is quoted, else readers skip the line."""
    view = View(title="", columns=(column("amount", "Amount"),), records=ROWS[2:])
    assert text(view, Format.CSV) == 'amount\n""\n'


def test_tsv_has_a_line_a_row() -> None:
    """What would break a line or a cell becomes a space; nothing is quoted."""
    written = text(of(ROWS[1], Row(id="a  b\tc")), Format.TSV)
    assert written == 'id\tamount\twords\tis_known\na,"b" =c\t10\t\tfalse\na  b c\t\t\tfalse\n'


def test_tables_of_a_record_that_is_no_row_list_its_series() -> None:
    """JSON keeps the one record; CSV, TSV and Markdown list the rows that belong to it."""
    view = of(Row(id="whole"), is_single=True, series=ROWS[2:])
    assert json.loads(text(view, Format.JSON))["id"] == "whole"
    assert text(view, Format.CSV, has_header=False) == "12:30,,,false\n"
    assert text(view, Format.TSV, has_header=False) == "12:30\t\t\tfalse\n"
    assert text(view, Format.MARKDOWN, has_header=False) == "| 12:30 | – |\n"


@pytest.mark.parametrize("format", [Format.JSON, Format.YAML])
def test_chosen_columns_are_the_keys_in_their_order(format: Format) -> None:
    """A column that is a field has what the whole record has there."""
    view = View(title="", columns=(column("parts", "Parts", value=lambda row: "x"), column("id", "ID")), records=ROWS)
    written = text(view, format, only_columns=True)
    found = json.loads(written) if format is Format.JSON else read_yaml(written.encode(), file="")
    assert found == [{"parts": plain["parts"], "id": plain["id"]} for plain in PLAIN]
    assert [list(row) for row in found] == [["parts", "id"]] * 3


def test_markdown_is_a_table_under_its_title() -> None:
    """Numbers stand right; what Markdown would read as its own is escaped."""
    view = of(Row(id="a|b_c", amount=2), notes=("A *note*",))
    assert text(view, Format.MARKDOWN) == (
        "## Rows\n\n| ID | Amount |\n| --- | ---: |\n| a\\|b\\_c | 2 |\n\nA \\*note\\*\n"
    )


def test_markdown_explains_a_column_that_it_shows() -> None:
    """The note on a column stands below the table, and nowhere where the column is not chosen."""
    columns = (column("id", "ID", note="ID: of ours."), column("amount", "Amount", is_number=True))
    view = View(title="Rows", columns=columns, records=ROWS[2:])
    assert text(view, Format.MARKDOWN).splitlines()[-1] == "ID: of ours."
    assert "of ours" not in text(shape(view, columns=["amount"]), Format.MARKDOWN)


def test_markdown_shows_sections_as_a_terminal_does() -> None:
    """Labelled values are a list, lines a list or a paragraph, a chart is drawn, a view is a table below."""
    bars = BarChart(bars=(Bar(label="# |", value=1.0, text="1"),), value_label="M€", label_label="")
    sections = (
        Lines(lines=("One paragraph.",)),
        Fields(pairs=(("Kind", "mission [x]"),)),
        Lines(title="List", lines=("first", "  https://example.org/a_b")),
        Picture(title="Chart", chart=bars),
        of(Row(id="a")),
    )
    view = of(Row(id="a"), sections=sections, after=(Lines(title="Sources", lines=("s",)),))
    assert text(view, Format.MARKDOWN) == (
        "## Rows\n\nOne paragraph.\n\n- **Kind**: mission \\[x]\n\n### List\n\n- first\n  - <https://example.org/a_b>\n\n"
        f"### Chart\n\n```text\n    M€\n# | │{'█' * 73} 1\n```\n\n"
        "### Rows\n\n| ID | Amount |\n| --- | ---: |\n| a | – |\n\n### Sources\n\n- s\n"
    )


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.csv", Format.CSV),
        ("a.JSON", Format.JSON),
        ("a.ndjson", Format.JSONL),
        ("a.yml", Format.YAML),
        ("a.md", Format.MARKDOWN),
        ("a.htm", Format.HTML),
        ("a.txt", Format.TABLE),
        ("a", Format.TABLE),
    ],
)
def test_a_file_name_says_its_format(name: str, format: Format) -> None:
    """-o out.csv needs no -f csv."""
    assert format_of(Path(name)) is format


@pytest.mark.parametrize("format", [format for format, traits in FORMATS.items() if not traits.is_binary])
def test_every_format_is_written_by_one_kind_of_function(format: Format) -> None:
    """The table names a module whose ``texts`` takes a view and its look, and yields pieces of text."""
    annotations = inspect.get_annotations(writer(format))
    assert annotations == {"view": "View", "look": "Look", "return": "Iterator[str]"}
