"""An Excel workbook of any rows: numbers and whole dates as such, text always as text."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cnes_partners.errors import OutputError, UsageError
from cnes_partners.model.controls import visible
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.sentences import sentence
from cnes_partners.output.terminal import in_utf_8

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from cnes_partners.model.records.metadata import Metadata

Value = str | int | float | bool | None

_WRITER = "XlsxWriter"
_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31  # of a sheet
_MOST_ROWS = 1_048_576
_MOST_DIGITS = 10**15  # of a number; Excel makes noughts of those behind
_WIDEST = 60
_FIRST_DATE = date(1900, 3, 1)  # Excel counts a 29 February 1900, which was none
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']+")


class Sheet(NamedTuple):
    """A sheet: its name, the names of its columns, its rows."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]
    has_header: bool = True


def workbook_bytes(dataset: Metadata, sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook of sheets, headers frozen and filtering, that says which dataset it is of.

    Raises:
        UsageError: XlsxWriter is not installed.
        OutputError: A text or table is longer than Excel holds.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        message = sentence("Excel files need {package}: {command}", package=_WRITER, command=_installing(_WRITER))
        raise UsageError(message) from error
    buffer = BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    _describe(workbook, dataset)
    header = workbook.add_format({"bold": True, "bottom": 1})
    whole_date = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for sheet in sheets:
        _fill(workbook.add_worksheet(sheet.name), sheet, header=header, whole_date=whole_date)
    workbook.close()
    return buffer.getvalue()


def _installing(package: str) -> str:
    """Return the command that installs a package beside this program, whichever tool put that where it is."""
    home = Path(sys.prefix)
    if (home / "pipx_metadata.json").exists():
        return f"pipx inject {home.name} {package}"
    python = shlex.quote(sys.executable)
    return f"{python} -m pip install {package}" if find_spec("pip") else f"uv pip install --python {python} {package}"


def sheet_name(title: str, *, taken: str) -> str:
    """Return a title as a sheet's name, in which Excel has few letters and not all signs; "Answer" for what is none."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", visible(title)).split())[:_LONGEST_NAME].strip()
    return name if name and name.lower() != taken.lower() else "Answer"


def _describe(workbook: Workbook, dataset: Metadata) -> None:
    as_of = dataset.as_of
    workbook.set_properties(
        {
            "title": dataset.title,
            "subject": f"Version {dataset.version}, {as_of}",
            "comments": f"{dataset.citation}\nLicence: {dataset.licence}",
            "created": datetime(as_of.year, as_of.month or 1, as_of.day or 1),
        }
    )


def _fill(sheet: Worksheet, given: Sheet, *, header: Format, whole_date: Format) -> None:
    if len(given.rows) >= _MOST_ROWS:
        raise OutputError(sentence("the table {name} has more rows than Excel holds", name=given.name))
    first = int(given.has_header)
    for column, name in enumerate(given.header):
        if given.has_header:
            sheet.write_string(0, column, _text(name), header)
        widest = max((len(str(row[column])) for row in given.rows if row[column] is not None), default=0)
        sheet.set_column(column, column, min(max(widest, len(name)) + 2, _WIDEST))
        for row, values in enumerate(given.rows, start=first):
            _write(sheet, row, column, values[column], whole_date)
    if given.has_header and given.header:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(given.rows), len(given.header) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Value, whole_date: Format) -> None:
    """Write a value as what it is. Text goes in as text, so that "=1+1" is shown and not computed."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int) and abs(value) >= _MOST_DIGITS:
        sheet.write_string(row, column, str(value))
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif isinstance(value, PartialDate) and value.day and date.fromisoformat(value) >= _FIRST_DATE:
        sheet.write_datetime(row, column, date.fromisoformat(value), whole_date)
    elif len(value) > _LONGEST_TEXT:
        raise OutputError(
            sentence(
                "a text in {sheet} has more than the {most} characters that Excel holds",
                sheet=str(sheet.name),
                most=_LONGEST_TEXT,
            )
        )
    else:
        sheet.write_string(row, column, _text(value))


def _text(value: str) -> str:
    r"""Return a text as Excel's file can hold it: of a path that is no UTF-8 the bytes as \udcff."""
    return in_utf_8(str.__str__(value)).decode()
