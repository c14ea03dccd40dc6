"""Turn what people edit into the model's records, strictly."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from math import isfinite
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cnes_partners.decode.build import types_beside_none
from cnes_partners.decode.yaml_text import describe
from cnes_partners.errors import Problem
from cnes_partners.model.dates import PartialDate

Record = TypeVar("Record")

# What could drive a terminal or hide what a text says: C0 and C1 controls but tab and line feed, line
# separators, bidirectional overrides, a byte order mark, half a surrogate pair. No value of the dataset needs any.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands, and the list that its problems go to."""

    file: str
    line: int | None
    record: str
    field: str
    problems: list[Problem]

    def report(self, message: str) -> None:
        self.problems.append(
            Problem(file=self.file, line=self.line, record=self.record, field=self.field, message=message)
        )

    def key(self, name: str, value: object) -> Place:
        lines = getattr(value, "lines", None)
        field = f"{self.field}.{name}" if self.field else name
        return replace(self, field=field, line=lines.get(name, self.line) if lines else self.line)

    def item(self, index: int, value: object) -> Place:
        lines = getattr(value, "lines", None)
        return replace(self, field=f"{self.field}[{index}]", line=lines[index] if lines else self.line)


Reader = Callable[[Any, Place], Any]


def decode(kind: type[Record], value: object, place: Place) -> Record | None:
    """Return *value* as a record of *kind*, or None after its problems were put on the place's list.

    An unknown key, a missing one, a wrong type and a value outside its vocabulary are problems.
    """
    any_kind: Any = kind
    record: Record | None = _dataclass_reader(any_kind)(value, place)
    return record


@cache
def _dataclass_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    required = [field.name for field in fields(kind) if field.default is MISSING]

    def read(value: Any, place: Place) -> Any:
        if not isinstance(value, Mapping):
            place.report(f"expected a group of keys, got {describe(value)}")
            return None
        before = len(place.problems)
        for name in value:
            if name not in readers:
                place.key(name, value).report(_unknown_key(name, tuple(readers)))
        for name in required:
            if value.get(name) is None:
                place.key(name, value).report("missing (every record needs it)")
        found = {
            name: reader(value[name], place.key(name, value))
            for name, reader in readers.items()
            if value.get(name) is not None
        }
        return kind(**found) if len(place.problems) == before else None

    return read


def _unknown_key(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"unknown key (did you mean {near[0]}?)" if near else f"unknown key (known: {', '.join(known)})"


def _reader(hint: Any) -> Reader:
    """Return the function that reads a value of a field's type."""
    options = types_beside_none(hint)
    if len(options) > 1:
        return _plain_reader(options)
    kind = options[0]
    if get_origin(kind) is tuple:
        return _tuple_reader(_reader(get_args(kind)[0]))
    if is_dataclass(kind):
        return _dataclass_reader(options[0])
    if issubclass(kind, StrEnum):
        return _word_reader(kind)
    if issubclass(kind, PartialDate):
        return _date_reader
    return _plain_reader(options)


def _tuple_reader(read_item: Reader) -> Reader:
    def read(value: Any, place: Place) -> Any:
        if not isinstance(value, list):
            place.report(f"expected a list, got {describe(value)}")
            return None
        return tuple(read_item(item, place.item(index, value)) for index, item in enumerate(value))

    return read


def _word_reader(kind: type[StrEnum]) -> Reader:
    def read(value: Any, place: Place) -> Any:
        try:
            return kind(value)
        except ValueError:
            place.report(f"expected one of {', '.join(kind)}, got {describe(value)}")
            return None

    return read


def _date_reader(value: Any, place: Place) -> Any:
    if not isinstance(value, str):
        place.report(f"expected a date as text, got {describe(value)}{_quote_hint(value)}")
        return None
    try:
        return PartialDate(value)
    except ValueError as error:
        place.report(str(error))
        return None


_NAMES: dict[type, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _quote_hint(value: object) -> str:
    """Return what to do about a value that was meant as text and read as something else."""
    return f' (quote it: "{describe(value)}")' if isinstance(value, (bool, int, float)) else ""


def _plain_reader(kinds: tuple[type, ...]) -> Reader:
    expected = " or ".join(_NAMES[kind] for kind in kinds if not (kind is int and float in kinds))
    accepted = (*kinds, int) if float in kinds else kinds

    def read(value: Any, place: Place) -> Any:
        is_right = isinstance(value, accepted) and (bool in kinds or not isinstance(value, bool))
        if not is_right or (isinstance(value, float) and not isfinite(value)):
            hint = _quote_hint(value) if str in kinds else ""
            place.report(f"expected {expected}, got {describe(value)}{hint}")
            return None
        if isinstance(value, str):
            _check_text(value, place)
        return value

    return read


def _check_text(text: str, place: Place) -> None:
    if not text.strip():
        place.report("empty text (leave the key out)")
    if control := _CONTROL.search(text):
        place.report(f"control character U+{ord(control[0]):04X} (remove it)")
