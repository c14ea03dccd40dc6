"""An Excel workbook of an answer: a sheet of its rows, and one of the sources behind them."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.output.formats.bound import bounded
from cnes_partners.output.formats.csv import listed
from cnes_partners.output.formats.look import Look
from cnes_partners.output.workbook import Sheet, Value, sheet_name, workbook_bytes
from cnes_partners.views.view import View

_SOURCES = "Sources"
_SOURCE_COLUMNS = ("id", "publisher", "title", "published", "url")


def content(view: View, look: Look) -> bytes:
    """Return the workbook: every column of the rows, as in CSV, lists joined by ";".

    Raises:
        UsageError: XlsxWriter is not installed, or the answer is larger than a table may be.
        OutputError: A text or the answer is longer than Excel holds.
    """
    assert view.backing is not None
    answer = Sheet(
        name=sheet_name(view.title, taken=_SOURCES),
        header=[column.name for column in view.columns],
        rows=bounded(([listed(column.value(record)) for column in view.columns] for record in view.rows), _characters),
        has_header=look.has_header,
    )
    sources = Sheet(
        name=_SOURCES,
        header=_SOURCE_COLUMNS,
        rows=[[getattr(source, name) for name in _SOURCE_COLUMNS] for source in view.backing.sources],
    )
    return workbook_bytes(view.backing.dataset, (answer, sources))


def _characters(row: Sequence[Value]) -> int:
    return sum(len(str(value)) for value in row)
