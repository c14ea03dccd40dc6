"""Choose by its name what an export is, and write it whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.tables import SHAPE, SHAPE_KEY
from cnes_partners.decode.plain import to_plain
from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence
from cnes_partners.output.files import write_whole


class Kind(StrEnum):
    """What an export can be."""

    SQLITE = "sqlite"
    JSON = "json"
    EXCEL = "excel"
    CSV = "csv"


ENDINGS = {
    ".sqlite": Kind.SQLITE,
    ".sqlite3": Kind.SQLITE,
    ".db": Kind.SQLITE,
    ".json": Kind.JSON,
    ".xlsx": Kind.EXCEL,
}


def kind_of(path: Path, *, is_csv: bool) -> Kind:
    """Return what to write at *path*: a folder of CSV if so told, else what its ending says.

    Raises:
        UsageError: The ending says nothing, or says a file where a folder is asked for.
    """
    kind = ENDINGS.get(path.suffix.lower())
    if is_csv and kind is not None:
        raise UsageError(sentence("--csv writes a folder, and '{path}' is named like a file.", path=str(path)))
    if is_csv:
        return Kind.CSV
    if kind is None:
        raise UsageError(
            sentence(
                "'{path}' must end in {endings}, or be a folder with --csv.", path=str(path), endings=tuple(ENDINGS)
            )
        )
    return kind


def export(dataset: Dataset, path: Path, kind: Kind, *, replace: bool = False) -> None:
    """Write the dataset to *path*; only with *replace* over what is there.

    Raises:
        UsageError: Something is there, or what the format needs is not installed.
        OutputError: It cannot be written; nothing is left behind.
        InvalidDatasetError: The dataset does not decode, or an id in it does not resolve.
    """
    if kind is Kind.CSV:
        from cnes_partners.output.export.csv_folder import csv_files, write_folder

        write_folder(path, csv_files(dataset), replace=replace)
        return
    if os.path.lexists(path) and not replace:
        raise UsageError(sentence("{path} exists (--force replaces it).", path=str(path)))
    write_whole(path, _content(dataset, kind), replace=replace)


def _content(dataset: Dataset, kind: Kind) -> str | bytes:
    match kind:
        case Kind.SQLITE:
            return sqlite_bytes(dataset)
        case Kind.JSON:
            return json_text(dataset)
        case Kind.EXCEL:
            from cnes_partners.output.export.excel import excel_bytes

            return excel_bytes(dataset)
        case Kind.CSV:
            raise AssertionError("CSV is a folder")
        case _:
            assert_never(kind)


def sqlite_bytes(dataset: Dataset) -> bytes:
    """Return an SQLite file with every table, index and view."""
    from cnes_partners.database.build import fill, new_database

    with closing(new_database()) as connection:
        fill(connection, dataset)
        return connection.serialize()


def json_text(dataset: Dataset) -> str:
    """Return the JSON that ``--data`` reads back: the shape, and tables, each a list with one record a line."""

    def lines(name: str) -> str:
        return ",\n".join(json.dumps(to_plain(record), ensure_ascii=False) for record in dataset.table(name))

    tables = (f'"{name}": [\n{lines(name)}\n]' for name in TABLES)
    return "{\n" + ",\n".join((f'"{SHAPE_KEY}": {SHAPE}', *tables)) + "\n}\n"
