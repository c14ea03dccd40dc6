"""An Excel workbook: a sheet a table, numbers and whole dates as such, text always as text."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from cnes_partners.errors import OutputError, UsageError
from cnes_partners.model.dates import PartialDate

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from cnes_partners.database.rows import Row, Value
    from cnes_partners.database.schema import SqlTable
    from cnes_partners.dataset.dataset import Dataset

_LONGEST_TEXT = 32_767
_MOST_ROWS = 1_048_576
_WIDEST = 60
_FIRST_DATE = date(1900, 3, 1)  # Excel counts a 29 February 1900, which was none


def excel_bytes(dataset: Dataset) -> bytes:
    """Return a workbook with a sheet for each table, its header frozen and filtering.

    Raises:
        UsageError: XlsxWriter is not installed.
        OutputError: A text or table is longer than Excel holds.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise UsageError("Excel files need XlsxWriter: pip install 'cnes-partners[excel]'") from error
    from cnes_partners.database.rows import rows
    from cnes_partners.database.schema import sql_tables

    buffer = BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    _describe(workbook, dataset)
    header = workbook.add_format({"bold": True, "bottom": 1})
    whole_date = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for name, found in rows(dataset).items():
        _fill(workbook.add_worksheet(name), sql_tables()[name], found, header=header, whole_date=whole_date)
    workbook.close()
    return buffer.getvalue()


def _describe(workbook: Workbook, dataset: Dataset) -> None:
    about = dataset.metadata
    created = datetime(about.as_of.year, about.as_of.month or 1, about.as_of.day or 1)
    workbook.set_properties(
        {
            "title": about.title,
            "subject": f"Version {about.version}, {about.as_of}",
            "comments": f"{about.citation}\nLicence: {about.licence}",
            "created": created,
        }
    )


def _fill(sheet: Worksheet, table: SqlTable, rows: list[Row], *, header: Format, whole_date: Format) -> None:
    if len(rows) >= _MOST_ROWS:
        raise OutputError(f"the table {table.name} has more rows than Excel holds")
    for column, entry in enumerate(table.columns):
        sheet.write_string(0, column, entry.name, header)
        widest = max((len(str(row[column])) for row in rows if row[column] is not None), default=0)
        sheet.set_column(column, column, min(max(widest, len(entry.name)) + 2, _WIDEST))
        for row, values in enumerate(rows, start=1):
            _write(sheet, row, column, values[column], whole_date)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Value, whole_date: Format) -> None:
    """Write a value as what it is. Text goes in as text, so that "=1+1" is shown and not computed."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif isinstance(value, PartialDate) and value.day and date.fromisoformat(value) >= _FIRST_DATE:
        sheet.write_datetime(row, column, date.fromisoformat(value), whole_date)
    elif len(value) > _LONGEST_TEXT:
        raise OutputError(f"a text in {sheet.name} has more than the {_LONGEST_TEXT:,} characters that Excel holds")
    else:
        sheet.write_string(row, column, str.__str__(value))
