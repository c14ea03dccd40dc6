"""JSON Schema of the records, from the dataclasses: what to_plain() writes, for other programs to rely on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.descriptions import description

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DATE_PATTERN = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_DATE = {
    "description": "A date as far as it is known: a year, a month or a day.",
    "type": "string",
    "pattern": DATE_PATTERN,
}


def definitions(kinds: Iterable[type]) -> dict[str, Any]:
    """Return the schema of each record class, and of the classes and vocabularies it refers to, by name.

    Every field of a record is required, since an unknown value is written as null, and there are no others.
    """
    found: dict[str, Any] = {}
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop(0)
        if kind.__name__ not in found:
            found[kind.__name__] = _definition(kind)
            waiting += _named_in(kind)
    return dict(sorted(found.items()))


def reference(kind: type) -> dict[str, str]:
    """Return the schema that stands for *kind* beside its definition."""
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _definition(kind: Any) -> dict[str, Any]:
    if issubclass(kind, PartialDate):
        return _DATE
    described = {"description": " ".join(cleandoc(kind.__doc__).split())} if kind.__doc__ else {}
    if issubclass(kind, StrEnum):
        return {**described, "type": "string", "enum": [str(word) for word in kind]}
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    return {
        **described,
        "type": "object",
        "properties": {name: _described(kind, name, _schema(hints[name])) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _described(kind: type, field: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field with what the field holds, where that is known."""
    text = description(field, *(base.__name__ for base in kind.__mro__))
    return {"description": text, **schema} if text else schema


def _schema(hint: Any) -> dict[str, Any]:
    """Return the schema of a field's type."""
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0])}
    options = _options(hint)
    if all(option in _PLAIN for option in options):
        types = [_PLAIN[option] for option in options if not (option is int and float in options)]
        return {"type": types[0] if len(types) == 1 else types}
    schemas = [{"type": "null"} if option is NoneType else reference(option) for option in options]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _options(hint: Any) -> tuple[Any, ...]:
    """Return the types that a field takes; a sentence that remembers its parts is text."""
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return tuple(str if _is_text(option) else option for option in options)


def _is_text(option: Any) -> bool:
    return isinstance(option, type) and issubclass(option, str) and not issubclass(option, (StrEnum, PartialDate))


def _named_in(kind: Any) -> Iterator[Any]:
    """Yield the classes that a record's fields refer to."""
    if not is_dataclass(kind):
        return
    for hint in get_type_hints(kind).values():
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        yield from (option for option in _options(inner) if option not in _PLAIN)
