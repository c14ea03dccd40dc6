"""JSON Schema from the dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jsonschema import Draft202012Validator

from cnes_partners.decode.plain import to_plain
from cnes_partners.decode.schema import DIALECT, definitions, reference
from cnes_partners.model.dates import PartialDate


class Colour(StrEnum):
    """What it looks like."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part."""

    name: str
    inner: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing

    of two lines.
    """

    id: str
    count: int
    amount: int | float | None = None
    value: int | float | str
    is_known: bool = False
    date: PartialDate | None = None
    colour: Colour
    words: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def test_every_type_of_field_has_its_schema() -> None:
    """Fields are required since unknown is written as null; a class may hold itself; what a field holds is told."""
    assert definitions([Thing]) == {
        "Colour": {"description": "What it looks like.", "type": "string", "enum": ["red", "blue"]},
        "Part": {
            "description": "A part.",
            "type": "object",
            "properties": {
                "name": {"description": "What it is called.", "type": "string"},
                "inner": {"anyOf": [{"$ref": "#/$defs/Part"}, {"type": "null"}]},
            },
            "required": ["name", "inner"],
            "additionalProperties": False,
        },
        "PartialDate": {
            "description": "A date as far as it is known: a year, a month or a day.",
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        },
        "Thing": {
            "description": "A thing of two lines.",
            "type": "object",
            "properties": {
                "id": {"description": "The id, by which commands and other records call it.", "type": "string"},
                "count": {"type": "integer"},
                "amount": {"type": ["number", "null"]},
                "value": {"description": "The value, in its unit where there is one.", "type": ["number", "string"]},
                "is_known": {"type": "boolean"},
                "date": {
                    "description": "The date, as far as it is known.",
                    "anyOf": [{"$ref": "#/$defs/PartialDate"}, {"type": "null"}],
                },
                "colour": {"$ref": "#/$defs/Colour"},
                "words": {"type": "array", "items": {"type": "string"}},
                "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
            },
            "required": ["id", "count", "amount", "value", "is_known", "date", "colour", "words", "parts"],
            "additionalProperties": False,
        },
    }


def test_what_is_written_is_valid_and_what_is_not_is_refused() -> None:
    """The schema takes to_plain()'s output and no other date, word or key."""
    document = {"$schema": DIALECT, **reference(Thing), "$defs": definitions([Thing])}
    Draft202012Validator.check_schema(document)
    validator = Draft202012Validator(document)
    thing = Thing(id="a", count=1, value="x", colour=Colour.RED, date=PartialDate("2022-12"), parts=(Part(name="b"),))
    plain = to_plain(thing)
    assert list(validator.iter_errors(plain)) == []
    for key, value in {"date": "2022-1", "colour": "green", "count": 1.5, "amount": "1", "id": None, "more": 1}.items():
        assert len(list(validator.iter_errors({**plain, key: value}))) == 1
