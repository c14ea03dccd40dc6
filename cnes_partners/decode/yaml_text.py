"""Read YAML as data and nothing else.

YAML 1.1 retypes what people write: NO (Norway) becomes false, 12:30 becomes 750, 1_174 becomes 1174, a bare
date becomes an object, a repeated key silently keeps the last. Here a plain scalar is null, true, false, a decimal
integer, a decimal fraction or text; whatever another YAML reader would take for something else must be quoted;
tags, anchors, aliases and repeated keys are refused. Parsing is libyaml's where PyYAML has it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn

from cnes_partners.decode.findings import Findings
from cnes_partners.errors import InvalidDatasetError, Problem

if TYPE_CHECKING:
    import yaml
    from yaml.events import AliasEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 20
MAX_VALUES = 4_000_000  # keys and values of a file, seventy times those of the bundled dataset

_SHORT = 60
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
    """A mapping that knows its own line and, in their order, those of its keys (counted from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: Sequence[int] = ()

    def line_of(self, key: str) -> int:
        """Return the line of a key; of one that is missing, its own."""
        return next((line for known, line in zip(self, self.lines, strict=True) if known == key), self.line)


class Items(list[Any]):
    """A sequence that knows its own line and those of its items (counted from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: Sequence[int] = ()


def line_of(value: object, step: str | int, *, otherwise: int | None) -> int | None:
    """Return the line of a part of *value*, at a key or an index, where *value* knows it."""
    match value, step:
        case Block(), str():
            return value.line_of(step)
        case Items(), int():
            return value.lines[step]
        case _:
            return otherwise


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
    """Return libyaml's parser; where PyYAML was built without it, its own, which takes some five times as long."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reader:
    """Turns the events of one document into values; collects what it refuses.

    A large file has millions of events: each costs a few calls, and what is the same in all is looked up once.
    """

    def __init__(self, file: str, findings: Findings) -> None:
        import yaml

        self._file = file
        self._findings = findings
        self._left = MAX_VALUES
        self._readers: dict[type[Event], Callable[[Any, int], Any]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._items,
            yaml.MappingStartEvent: self._block,
            yaml.AliasEvent: self._alias,
        }
        self._ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)

    def read(self, text: str) -> Any:
        import yaml

        try:
            parser = _loader()(text)
            self._next: Callable[[], Any] = parser.get_event
            self._next(), self._next()  # stream start, document start
            if (first := self._next()) is None:
                _fail(self._file, 1, "the file is empty")
            value = self._value(first, 0)
            self._next()  # document end
            following = self._next()
            if not isinstance(following, yaml.StreamEndEvent):
                self._refuse(following, lambda: "a second document in one file (remove everything from '---' on)")
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

    def _refuse(self, event: Any, message: Callable[[], str]) -> None:
        """Add a problem; it is worded only where it is listed."""
        if self._findings.is_full(self._file):
            self._findings.count(self._file)
        else:
            self._findings.add(Problem(file=self._file, line=_line(event), message=message()))

    def _value(self, event: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0:
            _fail(self._file, _line(event), f"more than {MAX_VALUES:,} keys and values in one file (split it)")
        if depth > MAX_DEPTH:
            _fail(self._file, _line(event), _TOO_DEEP)
        return self._readers[type(event)](event, depth)

    def _alias(self, event: AliasEvent, _depth: int) -> None:
        self._refuse(event, lambda: f"alias *{event.anchor} (write the value out)")

    def _refuse_marks(self, event: Any) -> None:
        """Refuse what stands before a value: an anchor, a tag."""
        if event.anchor:
            self._refuse(event, lambda: f"anchor &{_short(event.anchor)} (remove it)")
        if event.tag:
            self._refuse(event, lambda: f"tag {_short(event.tag)} (remove it)")

    def _items(self, start: SequenceStartEvent, depth: int) -> Items:
        if start.anchor or start.tag:
            self._refuse_marks(start)
        items = Items(_line(start))
        lines = array("I")
        while type(event := self._next()) not in self._ends:
            items.append(self._value(event, depth + 1))
            lines.append(_line(event))
        items.lines = lines or ()
        return items

    def _block(self, start: MappingStartEvent, depth: int) -> Block:
        if start.anchor or start.tag:
            self._refuse_marks(start)
        block = Block(_line(start))
        block.lines = lines = []
        while type(event := self._next()) not in self._ends:
            key = self._value(event, depth + 1)
            value = self._value(self._next(), depth + 1)
            if isinstance(key, str) and key not in block:
                block[key] = value
                lines.append(_line(event))
            else:
                self._refuse_key(event, key, block)
        block.lines = tuple(lines)
        return block

    def _refuse_key(self, event: Event, key: Any, block: Block) -> None:
        def message() -> str:
            if not isinstance(key, str):
                return f"a key must be text, got {describe(key)}"
            return f"{describe(key)} stands here twice, first in line {block.line_of(key)} (keep one)"

        self._refuse(event, message)

    def _scalar(self, event: ScalarEvent, _depth: int) -> Any:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        text: str = event.value
        if not event.implicit[0]:  # quoted or folded: text as it stands
            return text
        value, is_a_trap = _plain(text) if len(text) <= _SHORT else _plain.__wrapped__(text)
        if is_a_trap:
            self._refuse(event, lambda: f"{_short(text)} is not text to every YAML reader (quote it: {describe(text)})")
        return value


@lru_cache(maxsize=10_000)
def _plain(text: str) -> tuple[Any, bool]:
    """Return what stands unquoted, and whether another YAML reader would take it for something else."""
    match text:
        case "" | "null" | "~":
            return None, False
        case "true" | "false":
            return text == "true", False
    if _INTEGER.fullmatch(text):
        return int(text), False
    if _FRACTION.fullmatch(text):
        return float(text), False
    return text, is_trap(text)


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


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."


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
