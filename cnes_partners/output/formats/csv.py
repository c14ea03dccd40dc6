"""CSV as RFC 4180 has it, but that lines end with a line feed; or, in a dialect, as a spreadsheet opens it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cnes_partners.output.formats.look import Dialect, Look

if TYPE_CHECKING:
    from cnes_partners.views.view import Cell, View

_MARK = "\ufeff"  # without it Excel takes UTF-8 for the alphabet of the country
_COMPUTED = ("=", "+", "-", "@")


class _Signs(NamedTuple):
    """The signs of a kind of CSV, and the words of what is true or false."""

    begins: str = ""
    between: str = ","
    line_end: str = "\n"
    decimal: str = "."
    false: str = "false"
    true: str = "true"


_SIGNS = {
    None: _Signs(),
    Dialect.EXCEL: _Signs(begins=_MARK, line_end="\r\n", false="FALSE", true="TRUE"),
    Dialect.EXCEL_FR: _Signs(begins=_MARK, between=";", line_end="\r\n", decimal=",", false="FAUX", true="VRAI"),
}


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield rows of every column, lists joined by ";", unknown values empty."""
    line = _Line()
    signs = _SIGNS[look.dialect]
    writer = csv.writer(line, delimiter=signs.between, lineterminator=signs.line_end)
    if signs.begins:
        yield signs.begins
    if look.has_header:
        writer.writerow([column.name for column in view.columns])
        yield line.text
    cell = csv_cell if look.dialect is None else partial(_spreadsheet_cell, signs=signs)
    for record in view.passing:
        writer.writerow([cell(column.value(record)) for column in view.columns])
        yield line.text


def _spreadsheet_cell(value: Cell, *, signs: _Signs) -> str | int:
    """Return a value as a spreadsheet reads it; a text that it would compute has an apostrophe before it."""
    if isinstance(value, bool):
        return signs.true if value else signs.false
    if isinstance(value, float):
        return repr(value).replace(".", signs.decimal)
    if isinstance(value, int):
        return value
    text = str(csv_cell(value))
    return f"'{text}" if text.startswith(_COMPUTED) else text


class _Line:
    """A file that keeps what was written to it last."""

    text = ""

    def write(self, text: str) -> None:
        """Keep the text."""
        self.text = text


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
