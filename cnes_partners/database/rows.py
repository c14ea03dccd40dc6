"""The rows of the SQL tables, read from the records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from cnes_partners.database.schema import ACTOR, CITATION, Flat, filled_by, shape_of, sql_tables, table_of
from cnes_partners.dataset.dataset import TABLES, Dataset

Value = str | int | float | bool | None
Row = tuple[Value, ...]
Owner = tuple[str, Value]


def rows(dataset: Dataset, *, wanted: Collection[str] | None = None) -> dict[str, list[Row]]:
    """Return the rows of every table; only of the *wanted* ones where some are, and then only their files are read.

    Values are those of the records: words, dates and booleans are not yet plain.
    """
    collector = _Collector()
    for table in TABLES.values():
        if wanted is None or filled_by(table) & set(wanted):
            for record in dataset.table(table.name):
                collector.add(table.sql_name, record)
    if wanted is None or ACTOR in wanted:
        collector.rows[ACTOR] = list(_actors(dataset))
    return {name: found for name, found in collector.rows.items() if wanted is None or name in wanted}


def _actors(dataset: Dataset) -> Iterator[Row]:
    for partner in dataset.partners:
        yield partner.id, partner.name, partner.name_fr, partner.kind, True
    for party in dataset.parties:
        yield party.id, party.name, party.name_fr, party.kind, False


class _Collector:
    """Takes records apart into the rows of their tables."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {name: [] for name in sql_tables()}

    def add(self, name: str, record: Any, owner: Owner | None = None) -> None:
        """Add a record to the table *name*, and what it lists to the tables of that."""
        table, shape = sql_tables()[name], shape_of(record.__class__)
        values = {entry.column.name: _value_at(record, entry) for entry in shape.flat}
        key: Value = record.id if shape.has_id else self._next_key(name)
        values |= {owner_name: owner[1] if owner and owner[0] == owner_name else None for owner_name in table.owners}
        values[table.key.name] = key
        self.rows[name].append(tuple([values[column.name] for column in table.columns]))
        for entry in shape.flat:
            if entry.column.refers_to == "source" and values[entry.column.name] is not None:
                self._cite(values[entry.column.name], name, key, ".".join(entry.path))
        for field in shape.sources:
            for source in getattr(record, field):
                self._cite(source, name, key, field)
        for field, word in shape.words:
            for value in getattr(record, field):
                self._append(f"{name}_{word}", key, value)
        for field, kind in shape.records:
            for item in getattr(record, field):
                self.add(table_of(kind), item, (name, key))

    def _cite(self, source: Value, table: str, record: Value, field: str) -> None:
        self._append(CITATION, source, table, str(record), field)

    def _append(self, name: str, *values: Value) -> None:
        self.rows[name].append((self._next_key(name), *values))

    def _next_key(self, name: str) -> int:
        return len(self.rows[name]) + 1


def _value_at(record: Any, entry: Flat) -> Value:
    for name in entry.path:
        record = None if record is None else getattr(record, name)
    found: Value = record
    return found
