"""Exports of an older shape: which one it is, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.storage import OlderShape
from cnes_partners.dataset.tables import SHAPE
from cnes_partners.decode.build import types_beside_none


def older_shape(file: str, shape: int, tables: Mapping[str, Any]) -> OlderShape | None:
    """Return what an export lacks that was written by an older version of the program, None where it lacks nothing.

    An export has every field of every record, so what none of its records has was not known then.
    """
    lacks = tuple(dict.fromkeys(_lacking(tables))) if shape < SHAPE else ()
    if not lacks:
        return None
    version = next((row.get("version") for row in _records(tables["metadata"])), None)
    return OlderShape(file=file, shape=shape, version=str(version or "?"), lacks=lacks)


def _lacking(tables: Mapping[str, Any]) -> Iterator[str]:
    for table in TABLES.values():
        if table.name in tables:
            yield from _missing(table.record, _records(tables[table.name]), table.name)
        else:
            yield table.name


def _missing(kind: Any, records: list[Mapping[str, Any]], path: str) -> Iterator[str]:
    """Yield the fields that none of *records* has, of their class and of the classes that it holds."""
    hints = get_type_hints(kind)
    for field in fields(kind) if records else ():
        held = [record[field.name] for record in records if field.name in record]
        if not held:
            yield f"{path}.{field.name}"
        inner = _class_in(hints[field.name])
        if is_dataclass(inner):
            yield from _missing(inner, _records(_flattened(held)), f"{path}.{field.name}")


def _class_in(hint: Any) -> Any:
    (kind, *_) = get_args(hint) if get_origin(hint) is tuple else types_beside_none(hint)
    return kind


def _flattened(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        yield from value if isinstance(value, list) else (value,)


def _records(values: Any) -> list[Mapping[str, Any]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, Iterable) else []
