"""A folder of CSV files, one a table, with what they are and how to cite them: for people, and as a data package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from cnes_partners.database.rows import Row, rows
from cnes_partners.database.schema import SqlTable, sql_tables
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import UsageError, reason
from cnes_partners.model.sentences import sentence
from cnes_partners.output.export.data_package import DATA_PACKAGE, data_package
from cnes_partners.output.files import end_of_links, ended_by_signals, refuse_to_lose, unwritten
from cnes_partners.output.formats.csv import csv_cell, csv_lines

README = "README.md"


def csv_files(dataset: Dataset) -> dict[str, str]:
    """Return the text of each file by its name: a CSV a table, named as in SQL, the README and the data package."""
    found = rows(dataset)
    tables = sql_tables()
    files = {f"{name}.csv": _csv_text(tables[name], found[name]) for name in tables}
    counts = {name: len(found[name]) for name in tables}
    return {README: _readme(dataset, counts), DATA_PACKAGE: data_package(dataset), **files}


def _csv_text(table: SqlTable, rows: Sequence[Row]) -> str:
    header = [column.name for column in table.columns]
    return "".join(csv_lines(chain((header,), (map(csv_cell, row) for row in rows))))


def _readme(dataset: Dataset, counts: Mapping[str, int]) -> str:
    about = dataset.metadata
    columns = {name: ", ".join(column.name for column in table.columns) for name, table in sql_tables().items()}
    return "\n".join(
        (
            f"# {about.title}",
            "",
            f"- Version: {about.version}",
            f"- Date: {about.as_of}",
            f"- Licence: {about.licence}",
            f"- To cite: {about.citation}",
            "",
            "`datapackage.json` (Frictionless Data Package) says what each column holds.",
            "UTF-8; an empty cell is not known; amounts are million euro at current prices, shares are percent.",
            "A column that bears a table's name, or whose name ends in one, holds the key of one of its rows;",
            "`partner` in `participation` and `stated_member`, `contributor` and `country` are keys of `actor`.",
            "",
            "| file | rows | columns |",
            "| --- | ---: | --- |",
            *(f"| {name}.csv | {count} | {columns[name]} |" for name, count in counts.items()),
            "",
        )
    )


def write_folder(folder: Path, files: Mapping[str, str], *, replace: bool) -> None:
    """Write *files* into *folder*, which is new or empty, or with *replace* an earlier export.

    All files are complete beside the folder, and each that is there may be replaced, before the first one is.

    Raises:
        UsageError: The folder holds something; with *replace*, something that is no export.
        OutputError: It cannot be written, or a file in it is read-only or another user's; nothing is left behind.
    """
    import shutil
    import tempfile

    try:
        target = end_of_links(folder)
        _refuse_to_lose(folder, target, files, replace=replace)
        staging = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name[:100]}."))
        with ended_by_signals():
            try:
                _write_all(staging / "export", files)
                _move(staging / "export", target, files)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise unwritten(folder, error) from error


def _refuse_to_lose(folder: Path, target: Path, files: Mapping[str, str], *, replace: bool) -> None:
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise UsageError(sentence("{folder} exists and is no folder.", folder=str(folder)))
    present = sorted(os.scandir(target), key=lambda entry: entry.name)
    foreign = [entry.name for entry in present if entry.name not in files or not entry.is_file(follow_symlinks=False)]
    if present and not replace:
        raise UsageError(
            sentence("{folder} exists and is not empty (--force replaces an earlier export).", folder=str(folder))
        )
    if foreign:
        raise UsageError(
            sentence(
                "{folder} holds what is no export ({file}); choose another folder.", folder=str(folder), file=foreign[0]
            )
        )
    for entry in present:
        with _named(entry.name):
            refuse_to_lose(Path(entry.path))


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Let what cannot be done with a file of the folder say which."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, sentence("{file}: {why}", file=file, why=reason(error))) from error


def _write_all(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


def _move(folder: Path, target: Path, files: Mapping[str, str]) -> None:
    """Move the complete *folder* to *target*; into it where it exists, for someone may be standing in it."""
    if not target.exists():
        folder.rename(target)
        return
    for name in files:
        (folder / name).replace(target / name)
