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
    """Return records of *kind* from plain values, several times faster than decode() does.

    It takes the values over: what it gets is changed.
    """
    any_kind: Any = kind
    return tuple(map(_builder(any_kind), values))


@cache
def _builder(kind: Any) -> Callable[[dict[str, Any]], Any]:
    """Return the function that makes a record of *kind*; it converts only what JSON holds in another form."""
    hints = get_type_hints(kind)
    found = ((field.name, _conversion(hints[field.name])) for field in fields(kind))
    conversions = tuple((name, convert) for name, convert in found if convert is not None)

    def make(value: dict[str, Any]) -> Any:
        for name, convert in conversions:
            if name in value:
                value[name] = convert(value[name])
        return kind(**value)

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
