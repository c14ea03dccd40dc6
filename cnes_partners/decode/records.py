"""Turn what people edit into the model's records, strictly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from cnes_partners.decode.build import types_beside_none
from cnes_partners.decode.findings import Findings
from cnes_partners.decode.yaml_text import control_character, describe, line_of
from cnes_partners.errors import Problem
from cnes_partners.frozen import frozen
from cnes_partners.model.controls import CONTROL
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.sentences import Sentence, Value, sentence, translatable

Record = TypeVar("Record")

# A file may be no record at all: the first of its unknown keys tell as much as all of them would.
_MOST_UNKNOWN_KEYS = 20
_LONGEST_NAME = 60
_LARGEST = 2**63  # what SQL and most readers of JSON hold
_SMALLEST = 1e-9  # nothing here is measured so finely; quotients of what is between stay in what floats hold
_FIRST_YEAR, _LAST_YEAR = 1000, 9999  # as dates have four digits


@frozen
class Place:
    """Where a value stands, and where its problems go."""

    file: str
    line: int | None
    record: str
    field: str
    findings: Findings

    @property
    def only_counts(self) -> bool:
        """Return whether enough was found in the file, so that nothing more is worded."""
        return self.findings.is_full(self.file)

    def reject(self, template: str, /, **values: Value) -> None:
        """Add a problem, its message made of a template and its values, or count it."""
        if self.only_counts:
            self.findings.count(self.file)
            return
        message = sentence(template, **values)
        problem = Problem(file=self.file, line=self.line, record=self.record, field=self.field, message=message)
        self.findings.add(problem)

    def part(self, step: str | int, value: object) -> Place:
        return self.item(step, value) if isinstance(step, int) else self.key(step, value)

    def key(self, name: str, value: object) -> Place:
        name_shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
        field = f"{self.field}.{name_shown}" if self.field else name_shown
        return replace(self, field=field, line=line_of(value, name, otherwise=self.line))

    def item(self, index: int, value: object) -> Place:
        return replace(self, field=f"{self.field}[{index}]", line=line_of(value, index, otherwise=self.line))


Reader = Callable[[Any, Place], Any]
"""Returns a group of keys or a list as the model holds it, or None after its problems went to the place's findings."""

PartReader = Callable[[Any, str | int, Any, Place], Any]
"""The same for the part of a whole at a key or an index; the place is the whole's."""

Parser = Callable[[Any], Any]
"""Returns a single value as the model holds it; raises ValueError with a sentence of what is wrong, or its maker."""


def decode(kind: type[Record], value: object, place: Place) -> Record | None:
    """Return *value* as a record of *kind*, or None after its problems were put on the findings of the place.

    An unknown key, a missing one, a wrong type and a value outside its vocabulary are problems.
    """
    any_kind: Any = kind
    record: Record | None = _dataclass_reader(any_kind)(value, place)
    return record


@cache
def _dataclass_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {
        field.name: _single_reader(_parse_year) if field.name == "year" else _part_reader(hints[field.name])
        for field in fields(kind)
    }
    required = [field.name for field in fields(kind) if field.default is MISSING]

    def read(value: Any, place: Place) -> Any:
        if not isinstance(value, Mapping):
            place.reject("expected a group of keys, got {got}", got=describe(value))
            return None
        before = len(place.findings)
        unknown = [name for name in value if name not in readers]
        missing = [name for name in required if value.get(name) is None]
        if unknown or missing:
            _report_keys(value, place, unknown=unknown, missing=missing, known=tuple(readers))
        found = {
            name: read_part(value[name], name, value, place)
            for name, read_part in readers.items()
            if value.get(name) is not None
        }
        return kind(**found) if len(place.findings) == before else None

    return read


def _report_keys(
    value: Mapping[str, Any], place: Place, *, unknown: Sequence[str], missing: Sequence[str], known: tuple[str, ...]
) -> None:
    """Report keys that no record has, and those that every record has and this one lacks."""
    if place.only_counts:
        place.findings.count(place.file, min(len(unknown), _MOST_UNKNOWN_KEYS + 1) + len(missing))
        return
    for name in unknown[:_MOST_UNKNOWN_KEYS]:
        place.key(name, value).reject(_unknown_key(name, known))
    if len(unknown) > _MOST_UNKNOWN_KEYS:
        place.reject("{count} more unknown keys", count=str(len(unknown) - _MOST_UNKNOWN_KEYS))
    for name in missing:
        place.key(name, value).reject("missing (every record needs it)")


def _unknown_key(name: str, known: tuple[str, ...]) -> Sentence:
    from difflib import get_close_matches

    if near := get_close_matches(name, known, n=1):
        return sentence("unknown key (did you mean {near}?)", near=near[0])
    return sentence("unknown key (known: {known})", known=known)


def _part_reader(hint: Any) -> PartReader:
    """Return the function that reads a field's value. Only what is wrong, or has parts, costs the making of a place."""
    parse = _parser(hint)
    if parse is None:
        read_group = _group_reader(types_beside_none(hint)[0])
        return lambda value, step, whole, place: read_group(value, place.part(step, whole))
    return _single_reader(parse)


def _single_reader(parse: Parser) -> PartReader:
    def read(value: Any, step: str | int, whole: Any, place: Place) -> Any:
        try:
            return parse(value)
        except ValueError as error:
            if place.only_counts:
                place.findings.count(place.file)
            else:
                fault = error.args[0]
                place.part(step, whole).reject(fault() if callable(fault) else fault)
            return None

    return read


def _group_reader(kind: Any) -> Reader:
    if is_dataclass(kind):
        any_kind: Any = kind
        return _dataclass_reader(any_kind)
    return _tuple_reader(_part_reader(get_args(kind)[0]))


def _tuple_reader(read_item: PartReader) -> Reader:
    def read(value: Any, place: Place) -> Any:
        if not isinstance(value, list):
            place.reject("expected a list, got {got}", got=describe(value))
            return None
        return tuple([read_item(item, index, value, place) for index, item in enumerate(value)])

    return read


def _parser(hint: Any) -> Parser | None:
    """Return the function that reads a single value of a field's type, None for lists and groups of keys."""
    options = types_beside_none(hint)
    if len(options) > 1:
        return _plain_parser(options)
    kind = options[0]
    if get_origin(kind) is tuple or is_dataclass(kind):
        return None
    if issubclass(kind, StrEnum):
        return _word_parser(kind)
    return _parse_date if issubclass(kind, PartialDate) else _plain_parser(options)


def _no_word(kind: type[StrEnum], value: object) -> Sentence:
    choices = ", ".join(kind)
    return sentence("expected one of {choices}, got {got}", choices=choices, got=describe(value))


def _word_parser(kind: type[StrEnum]) -> Parser:
    def parse(value: Any) -> Any:
        try:
            return kind(value)
        except ValueError as error:
            raise ValueError(lambda: _no_word(kind, value)) from error

    return parse


def _parse_year(value: Any) -> Any:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not (is_number and _FIRST_YEAR <= value <= _LAST_YEAR):
        raise ValueError(lambda: sentence("expected a year of four digits, got {got}", got=describe(value)))
    return value


_DATE_AS_TEXT = translatable("expected a date as text, got {got}")


def _parse_date(value: Any) -> PartialDate:
    if not isinstance(value, str):
        raise ValueError(lambda: _misread(_DATE_AS_TEXT, value))
    if len(value) > _LONGEST_NAME:
        raise ValueError(lambda: sentence("expected a date, got {got}", got=describe(value)))
    return PartialDate(value)


_EXPECTED: dict[tuple[type, ...], str] = {
    (str,): translatable("expected text, got {got}"),
    (int,): translatable("expected a whole number, got {got}"),
    (float,): translatable("expected a number, got {got}"),
    (float, str): translatable("expected a number or text, got {got}"),
    (bool,): translatable("expected true or false, got {got}"),
}


def _misread(expected: str, value: object, *, may_be_text: bool = True) -> Sentence:
    """Return what is wrong with a value, and what to do where it was meant as text and read as something else."""
    fault = sentence(expected, got=describe(value))
    if not (may_be_text and isinstance(value, (bool, int, float))):
        return fault
    return sentence('{fault} (quote it: "{value}")', fault=fault, value=describe(value))


def _plain_parser(kinds: tuple[type, ...]) -> Parser:
    expected = _EXPECTED[tuple(kind for kind in kinds if not (kind is int and float in kinds))]
    accepted = (*kinds, int) if float in kinds else kinds

    def parse(value: Any) -> Any:
        is_right = isinstance(value, accepted) and (bool in kinds or not isinstance(value, bool))
        if not is_right or (isinstance(value, (int, float)) and not _is_sane(value)):
            raise ValueError(lambda: _misread(expected, value, may_be_text=str in kinds))
        if isinstance(value, str):
            _check_text(value)
        return value

    return parse


def _is_sane(number: float) -> bool:
    """Return whether a number can be counted with: JSON also has NaN, infinity and integers of a thousand digits."""
    return -_LARGEST < number < _LARGEST and (number == 0 or not -_SMALLEST < number < _SMALLEST)


def _check_text(text: str) -> None:
    if not text.strip():
        raise ValueError(sentence("empty text (leave the key out)"))
    if control := CONTROL.search(text):
        raise ValueError(control_character(control[0]))
