"""Decoding is strict, and tells everything that is wrong at once."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.tables import Table
from cnes_partners.decode.build import build, known
from cnes_partners.decode.findings import Findings
from cnes_partners.decode.plain import to_plain
from cnes_partners.decode.records import Place, decode
from cnes_partners.decode.yaml_text import describe, read_yaml
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.sources import Source
from cnes_partners.model.records.statements import Statement


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    id: str
    colour: Colour
    made: PartialDate | None = None
    weight: float | None = None
    amount: int | float | None = None
    value: int | float | str = 0
    is_new: bool = False
    tags: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()


def read(text: str, kind: type = Thing) -> Any:
    findings = Findings()
    value = read_yaml(text.encode(), file="things/t.yaml")
    place = Place(file="things/t.yaml", line=getattr(value, "line", 1), record="t", field="", findings=findings)
    return decode(kind, value, place), [str(problem) for problem in findings.listed()]


def problems_of(line: str) -> list[str]:
    """Return what is wrong with a thing whose third line is *line*."""
    problems: list[str]
    found, problems = read(f"id: t\ncolour: red\n{line}\n")
    assert (found is None) == bool(problems)
    return problems


FULL = """\
id: t
colour: red
made: "2022-12"
weight: 3
amount: 1.5
value: "60+"
is_new: true
tags:
  - a
  - b
colours:
  - blue
dates:
  - "2001"
part:
  name: lid
parts:
  - name: nut
    size: 2
  - name: bolt
"""

THING = Thing(
    id="t",
    colour=Colour.RED,
    made=PartialDate("2022-12"),
    weight=3,
    amount=1.5,
    value="60+",
    is_new=True,
    tags=("a", "b"),
    colours=(Colour.BLUE,),
    dates=(PartialDate("2001"),),
    part=Part(name="lid"),
    parts=(Part(name="nut", size=2), Part(name="bolt")),
)


def test_a_record_is_read_whole() -> None:
    """Every kind of field: words, dates, numbers, lists, groups, defaults."""
    found, problems = read(FULL)
    assert (found, problems) == (THING, [])
    assert isinstance(found.colour, Colour)
    assert isinstance(found.made, PartialDate)
    assert isinstance(found.dates[0], PartialDate)


def test_null_is_the_same_as_left_out() -> None:
    """An optional field may stand there empty."""
    assert read("id: t\ncolour: red\nmade: null\ntags:\n") == (Thing(id="t", colour=Colour.RED), [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("wieght: 3", "wieght: unknown key (did you mean weight?)"),
        ("is_New: true", "is_New: unknown key (did you mean is_new?)"),
        ("zzz: 1", "zzz: unknown key (known: id, colour, made, weight, amount, value, is_new, tags, colours, dates,"
                   " part, parts)"),
        ("made: 2022", 'made: expected a date as text, got 2022 (quote it: "2022")'),
        ("made: soon", 'made: expected a date such as "2023", "2023-06" or "2023-06-19", got "soon"'),
        ('made: "2022-02-30"', "made: there is no such date: 2022-02-30"),
        ("made: [x]", "made: expected a date as text, got a list"),
        ("made: {a: b}", "made: expected a date as text, got a group of keys"),
        ('weight: "3"', 'weight: expected a number, got "3"'),
        ("weight: true", "weight: expected a number, got true"),
        ("amount: many", 'amount: expected a number, got "many"'),
        ("amount: false", "amount: expected a number, got false"),
        ("is_new: 1", "is_new: expected true or false, got 1"),
        ('is_new: "true"', 'is_new: expected true or false, got "true"'),
        ("tags: a", 'tags: expected a list, got "a"'),
        ("tags: {a: b}", "tags: expected a list, got a group of keys"),
        ("tags: [a, 2]", 'tags[1]: expected text, got 2 (quote it: "2")'),
        ("tags: [a, true]", 'tags[1]: expected text, got true (quote it: "true")'),
        ("tags: [a, null]", "tags[1]: expected text, got nothing"),
        ("tags: [[a]]", "tags[0]: expected text, got a list"),
        ("colours: [blue, green]", 'colours[1]: expected one of red, blue, got "green"'),
        ("colours: [Blue]", 'colours[0]: expected one of red, blue, got "Blue"'),
        ("colours: [[red]]", "colours[0]: expected one of red, blue, got a list"),
        ("dates: ['20']", 'dates[0]: expected a date such as "2023", "2023-06" or "2023-06-19", got "20"'),
        ("part: lid", 'part: expected a group of keys, got "lid"'),
        ("part: {size: 2}", "part.name: missing (every record needs it)"),
        ("part: {name: lid, size: 2.5}", "part.size: expected a whole number, got 2.5"),
        ("part: {name: lid, size: true}", "part.size: expected a whole number, got true"),
        ("parts: [{name: a}, {name: 3}]", 'parts[1].name: expected text, got 3 (quote it: "3")'),
        ("parts: [{name: a, nmae: b}]", "parts[0].nmae: unknown key (did you mean name?)"),
        ("parts: {name: a}", "parts: expected a list, got a group of keys"),
        ("value: [1]", "value: expected a number or text, got a list"),
        ('tags: [""]', "tags[0]: empty text (leave the key out)"),
        ('tags: [" "]', "tags[0]: empty text (leave the key out)"),
        (r'tags: ["\e[31m"]', "tags[0]: control character U+001B (remove it)"),
        (r'tags: ["a\rb"]', "tags[0]: control character U+000D (remove it)"),
        (r'tags: ["\u0085"]', "tags[0]: empty text (leave the key out)"),
        (r'tags: ["a\u009b"]', "tags[0]: control character U+009B (remove it)"),
        (r'tags: ["a\u202e"]', "tags[0]: control character U+202E (remove it)"),
        (r'tags: ["a\u2066"]', "tags[0]: control character U+2066 (remove it)"),
        (r'tags: ["a\ufeff"]', "tags[0]: control character U+FEFF (remove it)"),
        (r'part: {name: "a\0"}', "part.name: control character U+0000 (remove it)"),
    ],
)  # fmt: skip
def test_a_problem_names_file_line_record_and_field(line: str, problem: str) -> None:
    """One faulty line is one problem: where it is, and what to do about it."""
    assert problems_of(line)[0] == f"things/t.yaml:3: t: {problem}"


@pytest.mark.parametrize("line", [r'tags: ["a\tb"]', "tags: ['a [b] <c> & d']", 'tags: ["émoi"]', r'tags: ["a\nb"]'])
def test_harmless_text_is_taken(line: str) -> None:
    """Tab, line feed, brackets and accents are text like any other."""
    assert problems_of(line) == []


def test_a_missing_key_is_reported_where_the_record_begins() -> None:
    """A key that is not there has the line of its record, one that is empty its own."""
    assert read("# a comment\nid: t\n") == (None, ["things/t.yaml:2: t: colour: missing (every record needs it)"])
    assert read("id: t\ncolour:\n") == (None, ["things/t.yaml:2: t: colour: missing (every record needs it)"])


@pytest.mark.parametrize(("text", "got"), [("- a\n", "a list"), ("x", '"x"'), ("12", "12"), ("true", "true")])
def test_a_record_is_a_group_of_keys(text: str, got: str) -> None:
    """Anything else in its place is one problem."""
    assert read(text) == (None, [f"things/t.yaml:1: t: expected a group of keys, got {got}"])


def test_all_problems_are_told_at_once_with_their_lines() -> None:
    """A person who edits sees everything that is wrong after one run."""
    text = """\
id: false
colour: green
maed: "2022"
made: 2022
tags:
  - ok
  - 3
parts:
  - name: nut
    size: big
  - size: 2
"""
    assert read(text) == (
        None,
        [
            'things/t.yaml:1: t: id: expected text, got false (quote it: "false")',
            'things/t.yaml:2: t: colour: expected one of red, blue, got "green"',
            "things/t.yaml:3: t: maed: unknown key (did you mean made?)",
            'things/t.yaml:4: t: made: expected a date as text, got 2022 (quote it: "2022")',
            'things/t.yaml:7: t: tags[1]: expected text, got 3 (quote it: "3")',
            'things/t.yaml:10: t: parts[0].size: expected a whole number, got "big"',
            "things/t.yaml:11: t: parts[1].name: missing (every record needs it)",
        ],
    )


def test_without_lines_the_place_still_says_record_and_field() -> None:
    """A JSON export has no lines."""
    findings = Findings()
    place = Place(file="x.json", line=None, record="things", field="", findings=findings)
    assert decode(Thing, {"id": "t", "colour": "red", "tags": ["a", 1]}, place) is None
    assert [str(problem) for problem in findings.listed()] == [
        'x.json: things: tags[1]: expected text, got 1 (quote it: "1")'
    ]


def test_plain_values_are_what_json_holds() -> None:
    """Dicts in the model's order, lists, text."""
    plain = to_plain(THING)
    assert plain == {
        "id": "t",
        "colour": "red",
        "made": "2022-12",
        "weight": 3,
        "amount": 1.5,
        "value": "60+",
        "is_new": True,
        "tags": ["a", "b"],
        "colours": ["blue"],
        "dates": ["2001"],
        "part": {"name": "lid", "size": None},
        "parts": [{"name": "nut", "size": 2}, {"name": "bolt", "size": None}],
    }
    assert list(plain) == [field.name for field in fields(Thing)]
    assert {type(plain["colour"]), type(plain["made"]), type(plain["dates"][0])} == {str}
    assert to_plain({"a": (Colour.RED,)}) == {"a": ["red"]}


def test_what_has_no_plain_form_is_an_error() -> None:
    """A value that JSON could not hold is a mistake in the program, not text."""
    with pytest.raises(TypeError, match="no plain form for set"):
        to_plain({"a": {1}})


def test_what_is_known_stands_under_its_key_without_the_defaults() -> None:
    """What the model fills in takes no room."""
    assert known(Thing(id="t", colour=Colour.RED)) == {"id": "t", "colour": "red"}
    assert known(Part(name="nut")) == {"name": "nut"}
    assert [*known(THING).items()][:2] == [("id", "t"), ("colour", "red")]


def test_build_and_decode_give_the_same_record() -> None:
    """What was compiled from a record is the record again, its words and dates of their own types."""
    findings = Findings()
    decoded = decode(Thing, to_plain(THING), Place(file="f", line=None, record="", field="", findings=findings))
    (built,) = build(Thing, [known(THING)])
    assert (decoded, built, findings.listed()) == (THING, THING, ())
    assert [type(getattr(built, field.name)) for field in fields(Thing)] == [
        type(getattr(THING, field.name)) for field in fields(Thing)
    ]


text = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)
dates = st.dates().map(lambda date: PartialDate(date.isoformat()))
whole = st.integers(-(10**15), 10**15)
FLOATS = st.one_of(st.just(0.0), st.floats(1e-9, 9e18), st.floats(-9e18, -1e-9))
things = st.builds(
    Thing,
    id=text,
    colour=st.sampled_from(Colour),
    made=st.none() | dates,
    weight=st.none() | FLOATS,
    amount=st.none() | st.integers(1 - 2**63, 2**63 - 1),
    value=text,
    is_new=st.booleans(),
    tags=st.lists(text).map(tuple),
    colours=st.lists(st.sampled_from(Colour)).map(tuple),
    dates=st.lists(dates).map(tuple),
    part=st.none() | st.builds(Part, name=text, size=st.none() | st.integers(1 - 2**63, 2**63 - 1)),
    parts=st.lists(st.builds(Part, name=text, size=st.none() | st.integers(1 - 2**63, 2**63 - 1))).map(tuple),
)


@given(things)
def test_record_to_plain_and_back_is_the_identity(thing: Any) -> None:
    """Whatever a record holds, its plain form and what is known of it give it back."""
    findings = Findings()
    place = Place(file="f", line=None, record="", field="", findings=findings)
    assert decode(Thing, to_plain(thing), place) == thing
    assert build(Thing, [json.loads(json.dumps(known(thing)))]) == (thing,)
    assert findings.listed() == ()


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_table_can_be_decoded(table: Table[Any]) -> None:
    """Each field of the model has a type that the decoder knows: an empty record only lacks its required keys."""
    findings = Findings()
    decode(table.record, {}, Place(file="f", line=None, record="", field="", findings=findings))
    required = [field.name for field in fields(table.record) if field.default is MISSING]
    assert [(problem.field, problem.message) for problem in findings.listed()] == [
        (name, "missing (every record needs it)") for name in required
    ]


def test_a_statement_takes_numbers_and_text() -> None:
    """The one field that holds either keeps what was written."""
    base = {
        "id": "x",
        "topic": "esa-rank",
        "label": "l",
        "label_fr": "l",
        "unit": "rank",
        "stated_by": "CNES",
        "source": "s",
    }
    place = Place(file="f", line=None, record="", field="", findings=Findings())
    found = [decode(Statement, {**base, "value": value}, place) for value in (2, 18.4, "France and Germany")]
    assert [entry and entry.value for entry in found] == [2, 18.4, "France and Germany"]
    assert place.findings.listed() == ()
    assert decode(Statement, {**base, "value": True}, place) is None


def test_the_source_language_no_must_be_quoted() -> None:
    """The trap that gave the reader its reason: a Norwegian page."""
    findings = Findings()
    record = {"id": "s", "url": "u", "title": "t", "publisher": "p", "language": False, "kind": "primary"}
    decode(Source, record, Place(file="f", line=None, record="s", field="", findings=findings))
    assert [str(problem) for problem in findings.listed()] == [
        'f: s: language: expected text, got false (quote it: "false")'
    ]


def test_missions_take_their_enums_from_the_vocabulary() -> None:
    """A word out of a vocabulary lists the words there are."""
    findings = Findings()
    record = {"id": "m", "name": "M", "kind": "mission", "theme": "mars", "status": "operational",
              "cnes_role": "lead", "cnes_contribution": "all", "summary": "s"}  # fmt: skip
    decode(Mission, record, Place(file="f", line=None, record="m", field="", findings=findings))
    (problem,) = findings.listed()
    assert problem.message == (
        "expected one of earth, universe, solar-system, human-spaceflight, access-to-space, telecom, navigation,"
        ' security, technology, got "mars"'
    )


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_number_is_finite(value: float) -> None:
    """JSON readers take NaN and Infinity; no amount is that, and sorting and sums break on them."""
    findings = Findings()
    record = {"id": "t", "colour": "red", "amount": value}
    decode(Thing, record, Place(file="f", line=None, record="t", field="", findings=findings))
    assert [str(problem) for problem in findings.listed()] == [f"f: t: amount: expected a number, got {value}"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly:
    """A figure of a year."""

    year: int
    figure: float


def _problems(year: object, figure: object) -> list[str]:
    findings = Findings()
    decode(Yearly, {"year": year, "figure": figure}, Place(file="f", line=None, record="", field="", findings=findings))
    return [f"{problem.field}: {problem.message}" for problem in findings.listed()]


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (9.3e18, "9.3e+18"),
        (-1.7e308, "-1.7e+308"),
        (2**63, "9223372036854775808"),
        (-(2**63), "-9223372036854775808"),
        (1e-10, "1e-10"),
        (-5e-324, "-5e-324"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_that_nothing_can_be_computed_from_are_refused(figure: float, shown: str) -> None:
    """Beyond what SQL and JSON hold, finer than anything is measured, no number at all: JSON can hold them all."""
    assert _problems(2022, figure) == [f"figure: expected a number, got {shown}"]


@pytest.mark.parametrize("year", [999, 10_000, -2022, 10**18, 2022.0, "2022", True])
def test_a_year_has_four_digits(year: bool | float | str) -> None:
    """As in a date: nothing counts through a thousand million years."""
    assert _problems(year, 1) == [f"year: expected a year of four digits, got {describe(year)}"]


@pytest.mark.parametrize("figure", [0, -0.0, 1e-9, -1e-9, 9.2e18, 2**63 - 1, 1 - 2**63])
@pytest.mark.parametrize("year", [1000, 9999])
def test_numbers_to_the_border_are_read(figure: float, year: int) -> None:
    """The border itself is within."""
    assert _problems(year, figure) == []
