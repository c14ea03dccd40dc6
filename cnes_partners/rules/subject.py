"""A dataset as the rules see it: every record that decodes, with the place where people edit it.

A dataset that cannot be used is what ``check`` is for, so a record that does not decode is a problem and is left
out; its id and whatever it mentions still count, so that one fault is not reported as ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from typing import Any

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.entries import Entry, Path, Reading
from cnes_partners.dataset.storage import Storage
from cnes_partners.dataset.tables import Table
from cnes_partners.decode.findings import Findings
from cnes_partners.errors import InvalidDatasetError
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate


@frozen
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
    return Subject(readings)


def _read_table(storage: Storage, table: Table[Any], findings: Findings) -> Reading:
    try:
        return storage.reading(table, findings)
    except InvalidDatasetError as error:
        findings.extend(error.problems)
        return Reading(is_whole=False)
