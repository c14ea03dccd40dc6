"""From the model back to plain values: what JSON, SQL and exports are written from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any

_PLAIN = frozenset((str, int, float, bool, NoneType))


def to_plain(value: Any) -> Any:
    """Return records as dicts of every field in the model's order, tuples as lists, words and dates as str."""
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in _names(value.__class__)}
    raise TypeError(f"no plain form for {type(value).__name__}")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
