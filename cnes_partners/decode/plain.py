"""From the model back to plain values: what JSON, SQL and the compiled dataset are written from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any

_PLAIN = frozenset((str, int, float, bool, NoneType))


def to_plain(value: Any, *, with_defaults: bool = True) -> Any:
    """Return records as dicts in the model's order, tuples as lists, words and dates as str.

    Every field is there, or, without defaults, only those that differ from the default: the compiled form.
    """
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, (tuple, list)):
        return [to_plain(item, with_defaults=with_defaults) for item in value]
    if isinstance(value, dict):
        return {key: to_plain(item, with_defaults=with_defaults) for key, item in value.items()}
    if is_dataclass(value):
        found = ((name, default, getattr(value, name)) for name, default in _fields(value.__class__))
        return {
            name: to_plain(item, with_defaults=with_defaults)
            for name, default, item in found
            if with_defaults or item != default
        }
    raise TypeError(f"no plain form for {type(value).__name__}")


@cache
def _fields(kind: Any) -> tuple[tuple[str, object], ...]:
    """Return names and defaults; MISSING, the default of required fields, equals no value."""
    return tuple((field.name, field.default) for field in fields(kind))
