"""A dataset as the rules see it: every record that decodes, with the place where people edit it.

A dataset that cannot be used is what ``check`` is for, so a record that does not decode is a problem and is left
out; its id and whatever it mentions still count, so that one fault is not reported as ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from typing import Any

from cnes_partners.dataset.storage import ExportStorage, Storage, YamlStorage
from cnes_partners.dataset.tables import TABLES, Layout, Table
from cnes_partners.decode.records import decode
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.model.dates import PartialDate

Path = tuple[str | int, ...]


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


class Subject:
    """Every record of a dataset by table; ``broken`` are the undecoded values of those that do not decode."""

    def __init__(self, tables: Mapping[str, tuple[Entry, ...]], broken: Mapping[str, tuple[Any, ...]]) -> None:
        self.tables = tables
        self.broken = broken

    def entries(self, *tables: str) -> Iterator[Entry]:
        """Yield the entries of these tables, of all where none is named."""
        for table in tables or self.tables:
            yield from self.tables[table]

    def only(self, table: str, year: int) -> tuple[Entry, ...]:
        """Return the entries of a table that are of *year*."""
        return tuple(entry for entry in self.tables[table] if entry.record.year == year)

    @cached_property
    def as_of(self) -> PartialDate | None:
        """Return the dataset's date, None where its metadata does not decode."""
        return next((entry.record.as_of for entry in self.tables["metadata"]), None)

    def ids(self, table: str) -> frozenset[str]:
        """Return the ids of a table, those of records that do not decode among them."""
        return self._ids[table]

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        broken = {table: (_id(value) for value in values) for table, values in self.broken.items()}
        known = {table: (getattr(entry.record, "id", None) for entry in self.tables[table]) for table in self.tables}
        return {table: frozenset(id for id in (*known[table], *broken[table]) if id) for table in self.tables}

    @cached_property
    def mentions(self) -> frozenset[str]:
        """Return every text in the records that do not decode."""
        return frozenset(text for values in self.broken.values() for value in values for text in _texts(value))


def _id(value: Any) -> str | None:
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)


def read_subject(storage: Storage, problems: list[Problem]) -> Subject:
    """Return what can be read of a dataset, and put what cannot be on *problems*."""
    read: dict[str, tuple[Entry, ...]] = {}
    broken: dict[str, tuple[Any, ...]] = {}
    for table in TABLES.values():
        read[table.name], broken[table.name] = _read_table(storage, table, problems)
    if isinstance(storage, YamlStorage):
        problems.extend(_stray_files(storage))
    return Subject(read, broken)


def _read_table(storage: Storage, table: Table, problems: list[Problem]) -> tuple[tuple[Entry, ...], tuple[Any, ...]]:
    try:
        if isinstance(storage, YamlStorage | ExportStorage):
            return _decode_each(storage, table, problems)
        records = storage.read(table)
    except InvalidDatasetError as error:
        problems.extend(error.problems)
        return (), ()
    return tuple(Entry(table=table.name, file=f"{table.name}.json", record=record) for record in records), ()


def _decode_each(
    storage: YamlStorage | ExportStorage, table: Table, problems: list[Problem]
) -> tuple[tuple[Entry, ...], tuple[Any, ...]]:
    entries: list[Entry] = []
    broken: list[Any] = []
    for place, value in storage.places(table, problems):
        record: Any = decode(table.record, value, place)
        if record is None:
            broken.append(value)
        else:
            entries.append(Entry(table=table.name, file=place.file, record=record, raw=value))
    return tuple(entries), tuple(broken)


def _stray_files(storage: YamlStorage) -> Iterator[Problem]:
    """Yield a problem for each file of a data folder that no table reads: it would be passed over in silence."""
    folders = {table.path for table in TABLES.values() if table.layout is Layout.FOLDER}
    files = {table.path for table in TABLES.values() if table.layout is not Layout.FOLDER}
    for path in sorted(storage.folder.rglob("*")):
        place = path.relative_to(storage.folder)
        is_record = place.parent.as_posix() in folders and path.suffix == ".yaml"
        is_set_apart = place.parts[0] in ("templates", "README.md", "LICENSE") or place.name.startswith(".")
        if not (path.is_dir() or is_record or is_set_apart or place.as_posix() in files):
            name = str(storage.folder.name / place)
            yield Problem(file=name, message="no table reads this file (correct its name or move it away)")
