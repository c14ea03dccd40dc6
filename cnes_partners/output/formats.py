"""The formats that programs read. Each is a function from a View to pieces of text; Markdown has its own module.

JSON, JSON Lines and YAML hold the records; CSV, TSV and Markdown the rows, by the same columns as a terminal's table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cnes_partners.decode.plain import to_plain
from cnes_partners.views.view import field_at

if TYPE_CHECKING:
    from pathlib import Path

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


def format_of(file: Path) -> Format | None:
    """Return the format that a file's name ends in, a table where it has no ending, None where no format has it."""
    return ENDINGS.get(file.suffix.lower())


ENDINGS = {
    "": Format.TABLE,
    ".txt": Format.TABLE,
    ".md": Format.MARKDOWN,
    ".yml": Format.YAML,
    ".ndjson": Format.JSONL,
    **{f".{name}": name for name in Format if name is not Format.TABLE},
}

_IN_LIST = "\n  "


def json_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield one JSON document: an array of records, or the one record that the answer is."""
    from cnes_partners.output.indented import indented_json

    records = _records(view, only_columns=only_columns)
    if view.is_single and view.records:
        yield f"{indented_json(next(records))}\n"
        return
    before, end = "[\n  ", "[]\n"
    for record in records:
        yield f"{before}{indented_json(record, _IN_LIST)}"
        before, end = f",{_IN_LIST}", "\n]\n"
    yield end


def jsonl_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield a line of JSON for each record."""
    import json

    for record in map(to_plain, _records(view, only_columns=only_columns)):
        yield json.dumps(record, ensure_ascii=False) + "\n"


def yaml_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield one YAML document with what JSON would hold; what a reader could take for no text is quoted."""
    import yaml

    dumper = _dumper()

    def dump(value: Any) -> str:
        return yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_YAML_WIDTH)

    records = map(to_plain, _records(view, only_columns=only_columns))
    if view.is_single and view.records:
        yield dump(next(records))
        return
    is_empty = True
    for record in records:
        yield dump([record])
        is_empty = False
    if is_empty:
        yield "[]\n"


_YAML_WIDTH = 100


def _dumper() -> Any:
    """Return libyaml's dumper, quoting every word that YAML 1.1 or 1.2 retypes, and writing equal values out."""
    import yaml

    from cnes_partners.decode.yaml_text import is_trap

    class Dumper(yaml.CSafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    def represent_text(dumper: Any, text: str) -> Any:
        shown = text.encode(errors="backslashreplace").decode()  # libyaml takes no half of a surrogate pair
        return dumper.represent_scalar("tag:yaml.org,2002:str", shown, style='"' if is_trap(shown) else None)

    Dumper.add_representer(str, represent_text)
    return Dumper


def csv_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield RFC 4180 rows of every column, lists joined by ";", unknown values empty. Lines end with a line feed."""
    import csv

    line = _Line()
    writer = csv.writer(line, lineterminator="\n")
    if has_header:
        writer.writerow([column.name for column in view.columns])
        yield line.text
    for record in view.passing:
        writer.writerow([csv_cell(column.value(record)) for column in view.columns])
        yield line.text


class _Line:
    """A file that keeps what was written to it last."""

    text = ""

    def write(self, text: str) -> None:
        """Keep the text."""
        self.text = text


def tsv_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield rows of every column separated by tabs, unquoted; a tab or line end inside a value becomes a space."""
    if has_header:
        yield "\t".join(column.name for column in view.columns) + "\n"
    for record in view.passing:
        cells = (str(csv_cell(column.value(record))) for column in view.columns)
        yield "\t".join(cell.translate(_TSV_BREAKS) for cell in cells) + "\n"


_TSV_BREAKS = str.maketrans("\t\n\r", "   ")


def markdown_text(view: View, *, has_header: bool = True, only_columns: bool = False) -> Iterator[str]:
    """Yield the view as a terminal shows it, in Markdown."""
    from cnes_partners.output import markdown

    yield from markdown.markdown_text(view, has_header=has_header, only_columns=only_columns)


# What these write of a row needs no other row: an answer of any length can pass as it comes.
ROW_BY_ROW = frozenset((Format.JSON, Format.JSONL, Format.YAML, Format.CSV, Format.TSV))

TEXTS: dict[Format, Callable[..., Iterator[str]]] = {
    Format.JSON: json_text,
    Format.JSONL: jsonl_text,
    Format.YAML: yaml_text,
    Format.CSV: csv_text,
    Format.TSV: tsv_text,
    Format.MARKDOWN: markdown_text,
}


def _records(view: View, *, only_columns: bool) -> Iterator[Any]:
    """Yield the records, or, of each, the chosen columns by key."""
    records = view.records if view.coming is None else view.coming
    if not only_columns:
        yield from records
        return
    for record in records:
        yield {column.key: field_at(record, column) for column in view.columns}


def csv_cell(value: Cell) -> str | int | float:
    """Return a value as one CSV cell."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str.__str__(value) if isinstance(value, str) else value
