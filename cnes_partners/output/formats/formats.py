"""The formats of an answer: one table of them. What a format needs is imported when it is asked for.

JSON, JSON Lines and YAML hold the records; BibTeX, RIS and CSL-JSON what an answer rests on; the others the rows, by
the same columns as a terminal's table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import View

Writer = Callable[[View, Look], Iterator[str]]


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    YAML = "yaml"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSLJSON = "csljson"


class Traits(NamedTuple):
    """What is to know of a format: which ends of a file's name mean it, and where its ``texts`` are.

    What is written of a row in a format *by row* needs no other row: an answer of any length can pass as it comes.
    A format *with sources* tells what stands behind the answer, asked or not; a *bibliography* tells nothing else. One
    that is *binary* has ``content`` in place of ``texts``.
    """

    endings: tuple[str, ...]
    module: str
    is_for_people: bool = False
    is_by_row: bool = False
    is_with_sources: bool = False
    is_bibliography: bool = False
    is_binary: bool = False


FORMATS = {
    Format.TABLE: Traits(endings=("", ".txt"), module="table.page", is_for_people=True),
    Format.JSON: Traits(endings=(".json",), module="json", is_by_row=True),
    Format.JSONL: Traits(endings=(".jsonl", ".ndjson"), module="jsonl", is_by_row=True),
    Format.CSV: Traits(endings=(".csv",), module="csv", is_by_row=True),
    Format.TSV: Traits(endings=(".tsv",), module="tsv", is_by_row=True),
    Format.YAML: Traits(endings=(".yaml", ".yml"), module="yaml", is_by_row=True),
    Format.MARKDOWN: Traits(endings=(".md", ".markdown"), module="markdown", is_for_people=True),
    Format.HTML: Traits(endings=(".html", ".htm"), module="html.page", is_for_people=True, is_with_sources=True),
    Format.XLSX: Traits(endings=(".xlsx",), module="xlsx", is_with_sources=True, is_binary=True),
    Format.BIBTEX: Traits(endings=(".bib",), module="bibtex", is_with_sources=True, is_bibliography=True),
    Format.RIS: Traits(endings=(".ris",), module="ris", is_with_sources=True, is_bibliography=True),
    Format.CSLJSON: Traits(endings=(".csljson",), module="csljson", is_with_sources=True, is_bibliography=True),
}
ENDINGS = {ending: format for format, traits in FORMATS.items() for ending in traits.endings}


def format_of(file: Path) -> Format | None:
    """Return the format that a file's name ends in, a table where it has no ending, None where no format has it."""
    return ENDINGS.get(file.suffix.lower())


def writer(format: Format) -> Writer:
    """Return what writes a view in that format, piece by piece."""
    texts: Writer = _module(format).texts
    return texts


def content(view: View, look: Look, format: Format) -> bytes:
    """Return a view in a format that is binary."""
    whole: bytes = _module(format).content(view, look)
    return whole


def _module(format: Format) -> Any:
    return import_module(f"cnes_partners.output.formats.{FORMATS[format].module}")
