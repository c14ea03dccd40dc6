"""Which ids were given up between two datasets: a record says what it was called before (``formerly``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cnes_partners.dataset.storage import Plain
from cnes_partners.model.fields import is_citation
from cnes_partners.queries.changes.model import Compared

Rows = Mapping[Compared, Sequence[Plain]]
_Names = Mapping[Compared, Mapping[str, str]]

FORMERLY = "formerly"
PARTIES = ("partner", "partners", "party", "contributor", "country")
_FIELDS = dict.fromkeys(PARTIES, Compared.PARTNER) | {
    "related_missions": Compared.MISSION,
    "replaced_by": Compared.AGREEMENT,
}
# Table -> the tables whose ids are told apart: those of records that may say what they were called.
RENAMED = {
    **{table: (table,) for table in (Compared.AGREEMENT, Compared.MISSION, Compared.STATEMENT, Compared.SOURCE)},
    **dict.fromkeys((Compared.PARTNER, Compared.PARTY), (Compared.PARTNER, Compared.PARTY)),
}


def followed(old: Rows, new: Rows) -> tuple[Rows, Rows]:
    """Return both with the present id in place of each former one, where a record bears it or refers to it.

    Either may be the newer. An id stays in a dataset that has a record of the other id, too: two were made one.
    """
    names = {table: dict(_former((old, new), tables)) for table, tables in RENAMED.items()}
    return _following(old, names), _following(new, names)


def _former(sides: Sequence[Rows], tables: Sequence[Compared]) -> Iterator[tuple[str, str]]:
    """Yield the former ids of records of these tables, each with the present one."""
    for row in (row for side in sides for table in tables for row in side[table]):
        former, id = row.get(FORMERLY), row.get("id")
        if isinstance(former, str) and isinstance(id, str):
            yield former, id


def _following(side: Rows, names: _Names) -> Rows:
    here = {table: {row.get("id") for part in RENAMED[table] for row in side[part] if _has_id(row)} for table in names}
    left = {table: {old: new for old, new in found.items() if new not in here[table]} for table, found in names.items()}
    if not any(left.values()):
        return side
    return {table: tuple(_record(row, left.get(table, {}), left) for row in rows) for table, rows in side.items()}


def _has_id(row: Plain) -> bool:
    return isinstance(row.get("id"), str)


def _record(row: Plain, own: Mapping[str, str], names: _Names) -> Plain:
    found: Plain = {key: _value(key, held, names) for key, held in row.items()}
    return {**found, "id": own.get(row["id"], row["id"])} if _has_id(row) else found


def _value(field: str, value: Any, names: _Names) -> Any:
    """Return the value of a field with the ids in it replaced, however deep."""
    if isinstance(value, dict):
        return {key: _value(key, held, names) for key, held in value.items()}
    if isinstance(value, list):
        return [_value(field, part, names) for part in value]
    kind = Compared.SOURCE if is_citation(field) else _FIELDS.get(field)
    return names[kind].get(value, value) if kind and isinstance(value, str) else value
