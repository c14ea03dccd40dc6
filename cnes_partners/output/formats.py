"""The formats that programs read, and Markdown. Each is a function from a View to lines of text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cnes_partners.decode.plain import to_plain

if TYPE_CHECKING:
    from cnes_partners.views.view import Cell, View


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    YAML = "yaml"
    MARKDOWN = "markdown"


def json_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield one JSON document: an array of records, or the one record that the answer is."""
    import json

    records = list(_plain_records(view, only_columns=only_columns))
    value = records[0] if view.is_single and records else records
    yield json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def jsonl_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield a line of JSON for each record."""
    import json

    for record in _plain_records(view, only_columns=only_columns):
        yield json.dumps(record, ensure_ascii=False) + "\n"


def yaml_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield one YAML document with what JSON would hold; ambiguous words are quoted."""
    import yaml

    records = list(_plain_records(view, only_columns=only_columns))
    value = records[0] if view.is_single and records else records
    yield yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)


def csv_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield RFC 4180 rows of every column, lists joined by ";", unknown values empty. Lines end with a line feed."""
    import csv

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if has_header:
        writer.writerow([column.key for column in view.columns])
    for record in view.records:
        writer.writerow([_flat(column.value(record)) for column in view.columns])
    yield buffer.getvalue()


def tsv_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield rows of every column separated by tabs; tabs and line ends inside a value become spaces."""
    if has_header:
        yield "\t".join(column.key for column in view.columns) + "\n"
    for record in view.records:
        cells = (_flat(column.value(record)) for column in view.columns)
        yield "\t".join(" ".join(str(cell).split()) for cell in cells) + "\n"


def markdown_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield a Markdown table of the columns that a terminal would show, under the view's title."""
    columns = [column for column in view.columns if column.shown]
    if has_header:
        yield f"**{_cell(view.title)}**\n\n"
        yield f"| {' | '.join(_cell(column.title) for column in columns)} |\n"
        yield f"| {' | '.join('---:' if column.is_number else '---' for column in columns)} |\n"
    for record in view.records:
        yield f"| {' | '.join(_cell(column.text(record)) for column in columns)} |\n"


TEXTS: dict[Format, Callable[..., Iterator[str]]] = {
    Format.JSON: json_text,
    Format.JSONL: jsonl_text,
    Format.YAML: yaml_text,
    Format.CSV: csv_text,
    Format.TSV: tsv_text,
    Format.MARKDOWN: markdown_text,
}


def _plain_records(view: View, *, only_columns: bool) -> Iterator[Any]:
    for record in view.records:
        if only_columns:
            yield {column.key: to_plain(column.value(record)) for column in view.columns}
        else:
            yield to_plain(record)


def _flat(value: Cell) -> str | int | float:
    """Return a value as one CSV cell."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str.__str__(value) if isinstance(value, str) else value


def _cell(text: str) -> str:
    """Return text that stays in its Markdown cell and is not read as markup there."""
    return " ".join("".join(f"\\{char}" if char in "\\|*_`<[" else char for char in text).split())
