"""Read YAML as data and nothing else.

YAML 1.1 retypes what people write: NO (Norway) becomes false, 12:30 becomes 750, 1_174 becomes 1174, a bare
date becomes an object, a repeated key silently keeps the last. Here a plain scalar is null, true, false, a decimal
integer, a decimal fraction or text; whatever another YAML reader would take for something else must be quoted;
tags, anchors, aliases and repeated keys are refused. Parsing is libyaml's where PyYAML has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from cnes_partners.decode.findings import Findings
from cnes_partners.errors import InvalidDatasetError, Problem

if TYPE_CHECKING:
    import yaml
    from yaml.events import Event, ScalarEvent

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 20

_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_FRACTION = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]")  # what YAML admits nowhere
_TRAP = re.compile(
    r"""(?ix)
      y|yes|no|n|on|off|true|false|null            # YAML 1.1's words for true and false, in any case
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?   # 1_174, 012, 12:30, 1e3
    | [-+]?\.[0-9_]+ | [-+]?\.inf | \.nan | 0[xob][0-9a-f_]+
    | [0-9]{4}-[0-9]{1,2} | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\ ][0-9:.\ z+-]*)?   # a date
    | = | <<
    """
)


class Block(dict[str, Any]):
    """A mapping that knows its own line and those of its keys (counted from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Items(list[Any]):
    """A sequence that knows its own line and those of its items (counted from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def read_yaml(data: bytes, *, file: str, findings: Findings | None = None) -> Any:
    """Return the value of a YAML document: None, bool, int, float, str, Block or Items.

    What is refused here goes to *findings* and is read as if it were allowed, so that one such place does not hide
    what else is wrong.

    Raises:
        InvalidDatasetError: The text is no YAML; or, without *findings*, something is refused: every place is listed.
    """
    if len(data) > MAX_BYTES:
        _fail(file, None, f"the file is larger than {MAX_BYTES // 1024**2} MiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail(file, data[: error.start].count(b"\n") + 1, "not UTF-8 text (save the file as UTF-8)")
    found = Findings()
    value = _Reader(file, found).read(text)
    if findings is not None:
        findings.merge(found)
    elif found:
        raise InvalidDatasetError(found.listed())
    return value


def _fail(file: str, line: int | None, message: str) -> NoReturn:
    raise InvalidDatasetError([Problem(file=file, line=line, message=message)])


def _loader() -> type[Any]:
    """Return libyaml's parser; where PyYAML was built without it, its own, which takes ten times as long."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    """Turns the events of one document into values; collects what it refuses."""

    def __init__(self, file: str, findings: Findings) -> None:
        self._file = file
        self._findings = findings

    def read(self, text: str) -> Any:
        import yaml

        try:
            events = iter(yaml.parse(text, Loader=_loader()))
            next(events), next(events)  # stream start, document start
            value = self._value(next(events), events, depth=0)
            next(events)  # document end
            if not isinstance(following := next(events), yaml.StreamEndEvent):
                self._refuse(following, "a second document in one file (remove everything from '---' on)")
        except StopIteration:
            _fail(self._file, 1, "the file is empty")
        except yaml.YAMLError as error:
            self._explain(error, text)
        return value

    def _explain(self, error: yaml.YAMLError, text: str) -> NoReturn:
        """Say why the parser stopped: in our words what we refuse too, since parsers word and place it differently."""
        mark = getattr(error, "problem_mark", None)
        if mark and (deep_line := _too_deep(text[: mark.index])):
            _fail(self._file, deep_line, _TOO_DEEP)
        if mark:
            said = getattr(error, "problem", None) or getattr(error, "context", None)
            _fail(self._file, mark.line + 1, f"not YAML: {said}")
        if control := _CONTROL.search(text):
            line = text.count("\n", 0, control.start()) + 1
            _fail(self._file, line, f"control character U+{ord(control[0]):04X} (remove it)")
        _fail(self._file, None, "not YAML")

    def _refuse(self, event: Event, message: str) -> None:
        self._findings.add(Problem(file=self._file, line=_line(event), message=message))

    def _value(self, event: Event, events: Iterator[Event], *, depth: int) -> Any:
        import yaml

        line = _line(event)
        if depth > MAX_DEPTH:
            _fail(self._file, line, _TOO_DEEP)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, f"alias *{getattr(event, 'anchor', '')} (write the value out)")
            return None
        if anchor := getattr(event, "anchor", None):
            self._refuse(event, f"anchor &{_short(anchor)} (remove it)")
        if tag := getattr(event, "tag", None):
            self._refuse(event, f"tag {_short(tag)} (remove it)")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(Items(line), events, depth=depth)
        return self._block(Block(line), events, depth=depth)

    def _items(self, items: Items, events: Iterator[Event], *, depth: int) -> Items:
        import yaml

        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, depth=depth + 1))
            items.lines.append(_line(event))
        return items

    def _block(self, block: Block, events: Iterator[Event], *, depth: int) -> Block:
        import yaml

        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._value(event, events, depth=depth + 1)
            value = self._value(next(events), events, depth=depth + 1)
            if not isinstance(key, str):
                self._refuse(event, f"a key must be text, got {describe(key)}")
            elif key in block:
                self._refuse(event, f"{describe(key)} stands here twice, first in line {block.lines[key]} (keep one)")
            else:
                block[key] = value
                block.lines[key] = _line(event)
        return block

    def _scalar(self, event: ScalarEvent) -> Any:
        text: str = event.value
        if not event.implicit[0]:  # quoted or folded: text as it stands
            return text
        match text:
            case "" | "null" | "~":
                return None
            case "true" | "false":
                return text == "true"
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FRACTION.fullmatch(text):
            return float(text)
        if is_trap(text):
            self._refuse(event, f"{_short(text)} is not text to every YAML reader (quote it: {describe(text)})")
        return text


def _too_deep(text: str) -> int | None:
    """Return the line of *text*, the beginning of a document, where it is nested too deep.

    A parser looks far ahead and may refuse what is deep (libyaml does from 0.2.6 on) before it says any of it. It
    has no reason to once the text ends where it stopped.
    """
    import yaml

    depth = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=_loader()):
            if isinstance(event, yaml.NodeEvent) and depth > MAX_DEPTH:
                return _line(event)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
    return None


def is_trap(text: str) -> bool:
    """Return whether some YAML reader takes *text* for something else unless it is quoted."""
    return _TRAP.fullmatch(text) is not None


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def describe(value: object) -> str:
    """Return how *value* looks in a YAML file, for messages."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{_short(value)}"'
        case int() | float():
            return _short(str(value))
        case list():
            return "a list"
        case dict():
            return "a group of keys"
        case _:
            return type(value).__name__
