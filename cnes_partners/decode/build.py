"""Build records from values that were validated when they were compiled: nothing is checked, so it is fast."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from cnes_partners.model.dates import PartialDate

Record = TypeVar("Record")


def build(kind: type[Record], values: list[dict[str, Any]]) -> tuple[Record, ...]:
    """Return records of *kind* from plain values, ten times as fast as decode() does."""
    any_kind: Any = kind
    return tuple(map(_builder(any_kind), values))


@cache
def _builder(kind: Any) -> Callable[[dict[str, Any]], Any]:
    """Return the function that makes a record of *kind*.

    It fills the record's slots itself: a frozen record's own __init__ takes half as long again, to match each keyword
    and to get around its own lock.
    """
    hints = get_type_hints(kind)
    slots = [
        (field.name, getattr(kind, field.name).__set__, _conversion(hints[field.name]), field.default)
        for field in fields(kind)
    ]

    def make(value: dict[str, Any]) -> Any:
        record = kind.__new__(kind)
        for name, fill, convert, default in slots:
            if name not in value:
                fill(record, default)
            else:
                fill(record, value[name] if convert is None else convert(value[name]))
        return record

    return make


def _conversion(hint: Any) -> Callable[[Any], Any] | None:
    """Return what turns the JSON value of a field into what the record holds, None where they are the same."""
    options = types_beside_none(hint)
    if len(options) > 1:
        return None
    kind: Any = options[0]
    if get_origin(kind) is tuple:
        item = _conversion(get_args(kind)[0])
        return tuple if item is None else (lambda values: tuple(map(item, values)))
    if is_dataclass(kind):
        return _builder(options[0])
    if issubclass(kind, StrEnum):
        words: dict[str, StrEnum] = {word.value: word for word in kind}
        return words.__getitem__
    if issubclass(kind, PartialDate):
        return lambda text: str.__new__(PartialDate, text)
    return None


def types_beside_none(hint: Any) -> tuple[Any, ...]:
    """Return the types that a field takes beside None."""
    if get_origin(hint) not in (Union, types.UnionType):
        return (hint,)
    return tuple(option for option in get_args(hint) if option is not types.NoneType)
