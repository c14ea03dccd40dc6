"""The YAML reader: data and nothing else, and no silent retyping."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from cnes_partners.decode import yaml_text
from cnes_partners.decode.yaml_text import describe, read_yaml
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.model.sentences import sentence


@pytest.fixture(autouse=True, params=["libyaml", "Python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold each rule with libyaml's parser, and with PyYAML's own where it was built without libyaml."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader")


def read(text: str) -> Any:
    return read_yaml(text.encode(), file="f.yaml")


def problems(text: str | bytes) -> list[str]:
    with pytest.raises(InvalidDatasetError) as caught:
        read_yaml(text if isinstance(text, bytes) else text.encode(), file="f.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[null, ~]", [None, None]), ("key:", {"key": None}), ("true", True), ("false", False), ("0", 0),
        ("1174", 1174),
        ("-12", -12), ("18.4", 18.4), ("-0.5", -0.5), ("NOAA", "NOAA"), ("a b", "a b"), ('"no"', "no"), ("'12'", "12"),
        ('"2023-06-19"', "2023-06-19"), ('"null"', "null"), ('"true"', "true"), ("Nope", "Nope"), ("1.2.3", "1.2.3"),
        ("2020-2022", "2020-2022"), ("10 %", "10 %"), ("[neo]", ["neo"]), ("- 1\n- x\n", [1, "x"]), ('""', ""),
        ("a: |\n  no\n  12:30\n", {"a": "no\n12:30\n"}), ("a: >\n  1_174\n", {"a": "1_174\n"}),
        ("a:\n  b:\n    - c: 1\n", {"a": {"b": [{"c": 1}]}}), ("é: ù", {"é": "ù"}),
    ],
)  # fmt: skip
def test_a_value_is_what_it_looks_like(text: str, value: Any) -> None:
    """null, true, false, decimal integers and fractions; everything else, and everything quoted, is text."""
    found = read(text)
    assert found == value
    assert type(found) in (type(value), yaml_text.Block, yaml_text.Items)


@pytest.mark.parametrize(
    "trap",
    ["NO", "no", "No", "n", "N", "y", "Y", "yes", "YES", "on", "ON", "off", "Off", "True", "TRUE", "FALSE", "Null",
     "NULL", "12:30", "1:30:45", "1_174", "1_174.5", "012", "007", "0o17", "0x1F", "0b101", "1e3", "1.5e-3", "+5",
     "+1.5", "1.", ".5", "-.5", ".inf", "-.INF", ".nan", ".NaN", "2023-06-19", "2023-06", "2023-6-9",
     "2023-06-19T10:00:00Z", "2023-06-19 10:00:00", "12345678901234567890", "=", "<<"],
)  # fmt: skip
def test_what_another_yaml_reader_would_retype_must_be_quoted(trap: str) -> None:
    """NO (Norway), 12:30, 1_174, dates: an error that shows the quoted form, never a silent guess."""
    assert problems(f"a: 1\nkey: {trap}\n") == [
        f'f.yaml:2: {trap} is not text to every YAML reader (quote it: "{trap}")'
    ]


def test_every_refused_place_is_listed_with_its_line() -> None:
    """The reader goes on after what it refuses, so that one run shows all."""
    text = "a: NO\nb: &x 1\nc: *x\nd: !!str e\nd: 2\n1: f\n"
    assert problems(text) == [
        'f.yaml:1: NO is not text to every YAML reader (quote it: "NO")',
        "f.yaml:2: anchor &x (remove it)",
        "f.yaml:3: alias *x (write the value out)",
        "f.yaml:4: tag tag:yaml.org,2002:str (remove it)",
        'f.yaml:5: "d" stands here twice, first in line 4 (keep one)',
        "f.yaml:6: a key must be text, got 1",
    ]


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system ['x']", "a: !!python/name:os.system", "!mine {a: 1}", "- !!set {a, b}"]
)
def test_tags_are_refused(text: str) -> None:
    """No object is ever made from YAML."""
    assert all("tag" in problem and "(remove it)" in problem for problem in problems(text))


def test_a_billion_laughs_is_refused() -> None:
    """Aliases cannot multiply a small file."""
    levels = ["a0: &a0 [lol, lol, lol]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 12))]
    assert "f.yaml:2: alias *a0 (write the value out)" in problems("\n".join(levels))


def test_lines_are_known_for_keys_and_items() -> None:
    """Every key and item knows the line it stands in."""
    value = read("# comment\nid: x\nlist:\n  - one\n  - key: two\n")
    assert (value.line, value.line_of("id"), value.line_of("list"), value.line_of("no")) == (2, 2, 3, 2)
    assert (value["list"].line, [*value["list"].lines]) == (4, [4, 5])
    assert value["list"][1].line_of("key") == 5


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    """An empty file is no record: it must not be passed over."""
    assert problems(text) == ["f.yaml:1: the file is empty"]


@pytest.mark.parametrize("text", ["---\n", "---\n...\n", "null\n", "~"])
def test_an_empty_document_is_nothing(text: str) -> None:
    """What to do about it is for the one who reads: the storage refuses it."""
    assert read(text) is None


def test_a_second_document_is_refused() -> None:
    """One file, one value."""
    assert problems("a: 1\n---\nb: 2\n") == [
        "f.yaml:2: a second document in one file (remove everything from '---' on)"
    ]


def test_what_is_no_utf8_names_its_line() -> None:
    """The line of the first byte that is not UTF-8."""
    assert problems(b"a: 1\nb: caf\xe9\n") == ["f.yaml:2: not UTF-8 text (save the file as UTF-8)"]


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    """An editor on Windows does no harm."""
    value = read_yaml(b"\xef\xbb\xbfa: 1\r\nb: two\r\n", file="f.yaml")
    assert (value, value.line_of("a"), value.line_of("b")) == ({"a": 1, "b": "two"}, 1, 2)


@pytest.mark.parametrize(("text", "line"), [("a: [1\n", 2), ("a: 1\n  b: 2\n", 2), ("a: 'x\n", 2), ("\ta: 1", 1)])
def test_what_is_no_yaml_names_its_line(text: str, line: int) -> None:
    """A syntax error is one problem with a line."""
    (problem,) = problems(text)
    assert problem.startswith(f"f.yaml:{line}: not YAML: ")


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_a_control_character_is_refused(char: str) -> None:
    """In our words and with its own line, also after letters that take two bytes (parsers count those)."""
    text = "é: 1\n" + "# é\n" * 20 + f"b: {char}\n" + "c: 1\n" * 40
    assert problems(text) == [f"f.yaml:22: control character U+{ord(char):04X} (remove it)"]


def test_deep_nesting_is_refused() -> None:
    """A level more than the limit is an error, the limit itself is not."""
    deepest = "[" * yaml_text.MAX_DEPTH + "1" + "]" * yaml_text.MAX_DEPTH
    assert read(deepest) is not None
    assert problems(f"[{deepest}]") == [f"f.yaml:1: nested deeper than {yaml_text.MAX_DEPTH} levels"]
    assert problems("[" * 100_000) == [f"f.yaml:1: nested deeper than {yaml_text.MAX_DEPTH} levels"]


def refuse_depth_at(levels: int, error: Callable[[yaml.Mark], yaml.YAMLError]) -> Any:
    """Return a parser that says nothing at all of a text with *levels* open brackets, as libyaml 0.2.6 does."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def load_or_refuse(text: str) -> Any:
        starts = [found.start() for found in re.finditer(r"\[", text)]
        if len(starts) >= levels:
            at = starts[levels - 1]
            raise error(yaml.Mark("f", at, text.count("\n", 0, at), 0, None, 0))
        return loader(text)

    return load_or_refuse


def test_deep_nesting_is_ours_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that refuses depth by itself, in whatever words, changes neither the line nor the message."""
    refusing = refuse_depth_at(40, lambda mark: yaml.MarkedYAMLError("x", mark, "y", mark))
    monkeypatch.setattr(yaml, "CSafeLoader", refusing, raising=False)
    assert problems("a:\n- " + "[" * 50) == [f"f.yaml:2: nested deeper than {yaml_text.MAX_DEPTH} levels"]
    assert problems("[a, b]\n" + "- [1]\n" * 50) == ["f.yaml:40: not YAML: y"]


def test_a_parser_that_names_no_place_makes_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is still one line with the file."""
    monkeypatch.setattr(yaml, "CSafeLoader", refuse_depth_at(1, lambda mark: yaml.YAMLError()), raising=False)
    assert problems("a: [1]") == ["f.yaml: not YAML"]


@pytest.mark.parametrize(
    ("text", "line"),
    [("- 1\n" * 50, 20), ("a:\n" + "  - {b: 1}\n" * 10, 7), ("a: 1\n" * 30, 10), ("[" + "1, " * 40 + "]", 1)],
)
def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch, text: str, line: int) -> None:
    """Each key, value, list and group counts; what is wrong before it is not what is wrong with the file."""
    monkeypatch.setattr(yaml_text, "MAX_VALUES", 20)
    assert problems(text) == [f"f.yaml:{line}: more than 20 keys and values in one file (split it)"]
    assert read("- 1\n" * 19) == [1] * 19


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is on bytes, before anything is parsed."""
    monkeypatch.setattr(yaml_text, "MAX_BYTES", 1024**2)
    assert problems(b"a" * (1024**2 + 1)) == ["f.yaml: the file is larger than 1 MiB"]
    assert read_yaml(b"b" * 1024**2, file="f.yaml") == "b" * 1024**2


def test_a_repeated_key_does_not_hide_in_a_nested_block() -> None:
    """Repeated keys are found at every depth, and the same key in two blocks is none."""
    assert problems("a:\n  - b: 1\n    b: 2\n") == ['f.yaml:3: "b" stands here twice, first in line 2 (keep one)']
    assert read("- b: 1\n- b: 2\n") == [{"b": 1}, {"b": 2}]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "nothing"), (True, "true"), (False, "false"), (3, "3"), (1.5, "1.5"), ("x", '"x"'), ([], "a list"),
     ({}, "a group of keys"), ("y" * 61, f'"{"y" * 57}..."'), (b"", "bytes")],
)  # fmt: skip
def test_messages_show_values_as_yaml_does(
    value: bool | bytes | dict[Any, Any] | float | list[Any] | str | None, text: str
) -> None:
    """A message shows what stands in the file, long text cut."""
    assert describe(value) == text


def test_the_error_carries_its_problems() -> None:
    """Programs get the places as values."""
    with pytest.raises(InvalidDatasetError) as caught:
        read("a: NO")
    assert caught.value.problems == (
        Problem(file="f.yaml", line=1, message=sentence('NO is not text to every YAML reader (quote it: "NO")')),
    )
