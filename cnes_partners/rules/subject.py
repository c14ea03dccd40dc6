"""A dataset as the rules see it: every record that decodes, with the place where people edit it.

A dataset that cannot be used is what ``check`` is for, so a record that does not decode is a problem and is left
out; its id and whatever it mentions still count, so that one fault is not reported as ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from pathlib import Path as FolderPath
from typing import Any

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.edited import ExportStorage, YamlStorage
from cnes_partners.dataset.storage import Storage
from cnes_partners.dataset.tables import Layout, Table
from cnes_partners.decode.findings import Findings
from cnes_partners.decode.records import decode
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.model.dates import PartialDate

Path = tuple[str | int, ...]

_FOR_PEOPLE = frozenset(("README.md", "LICENSE"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record, its table and its file; ``raw`` is the undecoded value, which knows its lines."""

    table: str
    file: str
    record: Any
    raw: Any = None

    @property
    def name(self) -> str:
        """Return what the record is called in messages: its id, else its year or country."""
        found = (getattr(self.record, key, None) for key in ("id", "year", "country", "as_of"))
        return str(next((name for name in found if name is not None), self.table))

    def line(self, path: Path) -> int | None:
        """Return the line of the field at *path*, or of the nearest group around it; None where there are no lines."""
        line: int | None = getattr(self.raw, "line", None)
        value = self.raw
        for step in path:
            lines = getattr(value, "lines", None)
            try:
                line = lines[step] if lines else line
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return line
        return line

    def problem(self, path: Path, message: str) -> Problem:
        """Return a problem at *path* of this record."""
        return Problem(file=self.file, line=self.line(path), record=self.name, field=field_name(path), message=message)


def field_name(path: Path) -> str:
    """Return a path as messages show it: ("agreements", 0, "date") -> "agreements[0].date"."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One value of a record and the path that leads to it; ``field`` is the last name on the path."""

    path: Path
    field: str
    value: Any


def leaves(value: Any, path: Path = (), field: str = "") -> Iterator[Leaf]:
    """Yield every known value of a record that is neither a record nor a list, in the model's order."""
    if is_dataclass(value):
        for name in _field_names(value.__class__):
            yield from leaves(getattr(value, name), (*path, name), name)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index), field)
    elif value is not None:
        yield Leaf(path=path, field=field, value=value)


def blocks(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield a record and every record inside it, each with its path."""
    if is_dataclass(value):
        yield path, value
        for name in _field_names(value.__class__):
            yield from blocks(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from blocks(item, (*path, index))


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a table: the records, the values that do not decode, and whether every file could be read.

    ``unread`` are the ids of records whose files cannot be read, where they are known: by the names of the files.
    """

    entries: tuple[Entry, ...] = ()
    broken: tuple[Any, ...] = ()
    is_whole: bool = True
    unread: tuple[str, ...] = ()


class Subject:
    """Every record of a dataset, by table; what does not decode is known by its id and by what it mentions."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.tables = {table: reading.entries for table, reading in readings.items()}
        self._readings = readings
        self._by_year: dict[str, dict[int, tuple[Entry, ...]]] = {}

    def is_whole(self, *tables: str) -> bool:
        """Return whether every file of these tables, of all where none is named, could be read."""
        return all(self._readings[table].is_whole for table in tables or self.tables)

    def has_every_id(self, *tables: str) -> bool:
        """Return whether the ids of all records of these tables are known, if only by the names of their files."""
        return all(self._readings[table].is_whole or self._readings[table].unread for table in tables)

    def entries(self, *tables: str) -> Iterator[Entry]:
        """Yield the entries of these tables, of all where none is named."""
        for table in tables or self.tables:
            yield from self.tables[table]

    def only(self, table: str, year: int) -> tuple[Entry, ...]:
        """Return the entries of a table that are of *year*."""
        if table not in self._by_year:
            found: dict[int, list[Entry]] = {}
            for entry in self.tables[table]:
                found.setdefault(entry.record.year, []).append(entry)
            self._by_year[table] = {year: tuple(entries) for year, entries in found.items()}
        return self._by_year[table].get(year, ())

    @cached_property
    def as_of(self) -> PartialDate | None:
        """Return the dataset's date, None where its metadata has none."""
        read = [entry.record.as_of for entry in self.tables["metadata"]]
        broken = [value.get("as_of") for value in self._readings["metadata"].broken if isinstance(value, dict)]
        with suppress(ValueError):
            return next((PartialDate(date) for date in (*read, *broken) if isinstance(date, str)), None)
        return None

    def ids(self, table: str) -> frozenset[str]:
        """Return the ids of a table, those of records that do not decode among them."""
        return self._ids[table]

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {table: frozenset(_ids(reading)) for table, reading in self._readings.items()}

    @cached_property
    def mentions(self) -> frozenset[str]:
        """Return every text in the records that do not decode."""
        return frozenset(text for reading in self._readings.values() for text in _texts(reading.broken))


def _ids(reading: Reading) -> Iterator[str]:
    """Yield the ids of a table: of records, of values that do not decode, and those that files are named by."""
    known = (getattr(entry.record, "id", None) for entry in reading.entries)
    broken = (value.get("id") for value in reading.broken if isinstance(value, dict))
    yield from (id for id in (*known, *broken, *reading.unread) if isinstance(id, str))


def _texts(values: Sequence[Any]) -> Iterator[str]:
    """Yield every text inside plain values, however deep."""
    left = list(values)
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            left.extend(value.values() if isinstance(value, dict) else value)


def read_subject(storage: Storage, findings: Findings) -> Subject:
    """Return what can be read of a dataset, and put what cannot be on *findings*."""
    readings = {table.name: _read_table(storage, table, findings) for table in TABLES.values()}
    if isinstance(storage, YamlStorage):
        findings.extend(_stray_files(storage.folder))
    return Subject(readings)


def _read_table(storage: Storage, table: Table[Any], findings: Findings) -> Reading:
    try:
        if isinstance(storage, YamlStorage | ExportStorage):
            return _decode_each(storage, table, findings)
        records = storage.read(table)
    except InvalidDatasetError as error:
        findings.extend(error.problems)
        return Reading(is_whole=False)
    file = f"{table.name}.json"
    return Reading(entries=tuple(Entry(table=table.name, file=file, record=record) for record in records))


def _decode_each(storage: YamlStorage | ExportStorage, table: Table[Any], findings: Findings) -> Reading:
    entries: list[Entry] = []
    broken: list[Any] = []
    for place, value in storage.places(table, findings):
        record: Any = decode(table.record, value, place)
        if record is None:
            broken.append(value)
        else:
            entries.append(Entry(table=table.name, file=place.file, record=record, raw=value))
    unread = storage.unread(table)
    names = tuple(path.stem for path in unread) if table.layout is Layout.FOLDER else ()
    return Reading(entries=tuple(entries), broken=tuple(broken), is_whole=not unread, unread=names)


def _stray_files(folder: FolderPath) -> Iterator[Problem]:
    """Yield a problem for each file of a data folder that no table reads: it would be passed over in silence."""
    records = {table.path for table in TABLES.values() if table.layout is Layout.FOLDER}
    files = {table.path for table in TABLES.values() if table.layout is not Layout.FOLDER}
    for place in sorted({".", *records, *(FolderPath(file).parent.as_posix() for file in files)}):
        for path in sorted((folder / place).glob("*")):
            name = path.relative_to(folder).as_posix()
            is_record = place in records and path.suffix == ".yaml"
            if not (is_record or name in files or path.is_dir() or name in _FOR_PEOPLE or path.name.startswith(".")):
                message = "no table reads this file (correct its name or move it away)"
                yield Problem(file=str(FolderPath(folder.name) / name), message=message)
