"""CSV as RFC 4180 has it, but that lines end with a line feed; or, in a dialect, as a spreadsheet opens it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from cnes_partners.output.formats.look import Dialect, Look
from cnes_partners.views.view import Cell, View

_MARK = "\ufeff"  # without it Excel takes UTF-8 for the alphabet of the country
_COMPUTED = ("=", "+", "-", "@")


class Signs(NamedTuple):
    """The signs of a kind of CSV, and the words of what is true or false."""

    begins: str = ""
    between: str = ","
    line_end: str = "\n"
    decimal: str = "."
    false: str = "false"
    true: str = "true"


_SIGNS = {
    None: Signs(),
    Dialect.EXCEL: Signs(begins=_MARK, line_end="\r\n", false="FALSE", true="TRUE"),
    Dialect.EXCEL_FR: Signs(begins=_MARK, between=";", line_end="\r\n", decimal=",", false="FAUX", true="VRAI"),
}


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield rows of every column, lists joined by ";", unknown values empty."""
    signs = _SIGNS[look.dialect]
    if signs.begins:
        yield signs.begins
    cell = csv_cell if look.dialect is None else partial(_spreadsheet_cell, signs=signs)
    header = [[column.name for column in view.columns]] if look.has_header else []
    rows = ([cell(column.value(record)) for column in view.columns] for record in view.passing)
    yield from csv_lines(chain(header, rows), signs)


def csv_lines(rows: Iterable[Iterable[str | int | float]], signs: Signs = _SIGNS[None]) -> Iterator[str]:
    """Yield a line of CSV for each row of cells."""
    return map(csv.writer(_Line(), delimiter=signs.between, lineterminator=signs.line_end).writerow, rows)


class _Line:
    """A file that gives back what is written to it, as csv's writers hand on what their file gives."""

    def write(self, text: str) -> str:
        return text


def _spreadsheet_cell(value: Cell, *, signs: Signs) -> str | int:
    """Return a value as a spreadsheet reads it; a text that it would compute has an apostrophe before it."""
    if isinstance(value, bool):
        return signs.true if value else signs.false
    if isinstance(value, float):
        return repr(value).replace(".", signs.decimal)
    if isinstance(value, int):
        return value
    text = str(csv_cell(value))
    return f"'{text}" if text.startswith(_COMPUTED) else text


def csv_cell(value: Cell) -> str | int | float:
    """Return a value as one CSV cell."""
    flat = listed(value)
    if flat is None:
        return ""
    if isinstance(flat, bool):
        return "true" if flat else "false"
    return str.__str__(flat) if isinstance(flat, str) else flat


def listed(value: Cell) -> str | int | float | bool | None:
    """Return a value as one cell has it: a list joined by ";", None where it is empty."""
    return ";".join(value) or None if isinstance(value, tuple) else value
