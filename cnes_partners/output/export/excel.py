"""The dataset as an Excel workbook: a sheet a table, and amounts of a year in constant euros beside them."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.database.rows import Value, rows
from cnes_partners.database.schema import sql_tables
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.numbers import plain
from cnes_partners.output.workbook import Sheet, workbook_bytes
from cnes_partners.queries.esa.prices import Prices, euros_of

_AMOUNT = "_meur"


def excel_bytes(dataset: Dataset) -> bytes:
    """Return a workbook with a sheet for each table.

    Where rows are of a year, each column of amounts has one of constant euros at the end, by French consumer prices:
    "amount_meur_2025" is in euros of the newest year whose prices are known.

    Raises:
        UsageError: XlsxWriter is not installed.
        OutputError: A text or table is longer than Excel holds.
    """
    return workbook_bytes(dataset.metadata, _sheets(dataset))


def _sheets(dataset: Dataset) -> Iterator[Sheet]:
    euros = euros_of(dataset, max((line.year for line in dataset.prices), default=None))
    for name, found in rows(dataset).items():
        columns = [column.name for column in sql_tables()[name].columns]
        yield _with_constant_euros(Sheet(name=name, header=columns, rows=found), euros)


def _with_constant_euros(sheet: Sheet, euros: Prices | None) -> Sheet:
    amounts = [place for place, name in enumerate(sheet.header) if name.endswith(_AMOUNT)]
    if euros is None or not amounts or "year" not in sheet.header:
        return sheet
    year = sheet.header.index("year")
    return sheet._replace(
        header=(*sheet.header, *(f"{sheet.header[place]}_{euros.year}" for place in amounts)),
        rows=[(*row, *(_constant(row[place], row[year], euros) for place in amounts)) for row in sheet.rows],
    )


def _constant(amount: Value, year: Value, euros: Prices) -> Value:
    """Return an amount of a year in constant euros, None where one of them, or the prices, are not known."""
    if not isinstance(amount, (int, float)) or not isinstance(year, int):
        return None
    constant = euros.meur(amount, year)
    return None if constant is None else plain(constant)
