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
from cnes_partners.model.sentences import Sentence, in_both, sentence, translatable

if TYPE_CHECKING:
    import yaml
    from yaml.events import AliasEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 20
MAX_VALUES = 4_000_000  # keys and values of a file, seventy times those of the bundled dataset

_SHORT = 60

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
        _fail(file, None, too_large(MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail(file, data[: error.start].count(b"\n") + 1, sentence("not UTF-8 text (save the file as UTF-8)"))
    found = Findings()
    value = _Reader(file, found).read(text)
    if findings is not None:
        findings.merge(found)
    elif found:
        raise InvalidDatasetError(found.listed())
    return value


def _fail(file: str, line: int | None, message: Sentence) -> NoReturn:
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
                _fail(self._file, 1, sentence("the file is empty"))
            value = self._value(first, 0)
            self._next()  # document end
            following = self._next()
            if not isinstance(following, yaml.StreamEndEvent):
                self._refuse(
                    following, lambda: sentence("a second document in one file (remove everything from '---' on)")
                )
        except yaml.YAMLError as error:
            self._explain(error, text)
        return value

    def _explain(self, error: yaml.YAMLError, text: str) -> NoReturn:
        """Say why the parser stopped: in our words what we refuse too, since parsers word and place it differently."""
        mark = getattr(error, "problem_mark", None)
        if mark and (deep_line := _too_deep(text[: mark.index])):
            _fail(self._file, deep_line, _nested_too_deep())
        if mark:
            said = getattr(error, "problem", None) or getattr(error, "context", None)
            _fail(self._file, mark.line + 1, _not_yaml(str(said)))
        if control := _CONTROL.search(text):
            line = text.count("\n", 0, control.start()) + 1
            _fail(self._file, line, control_character(control[0]))
        _fail(self._file, None, sentence("not YAML"))

    def _refuse(self, event: Any, message: Callable[[], Sentence]) -> None:
        """Add a problem; it is worded only where it is listed."""
        if self._findings.is_full(self._file):
            self._findings.count(self._file)
        else:
            self._findings.add(Problem(file=self._file, line=_line(event), message=message()))

    def _value(self, event: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0:
            message = sentence("more than {most} keys and values in one file (split it)", most=MAX_VALUES)
            _fail(self._file, _line(event), message)
        if depth > MAX_DEPTH:
            _fail(self._file, _line(event), _nested_too_deep())
        return self._readers[type(event)](event, depth)

    def _alias(self, event: AliasEvent, _depth: int) -> None:
        self._refuse(event, lambda: sentence("alias *{name} (write the value out)", name=str(event.anchor)))

    def _refuse_marks(self, event: Any) -> None:
        """Refuse what stands before a value: an anchor, a tag."""
        if event.anchor:
            self._refuse(event, lambda: sentence("anchor &{name} (remove it)", name=_short(event.anchor)))
        if event.tag:
            self._refuse(event, lambda: sentence("tag {name} (remove it)", name=_short(event.tag)))

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
        def message() -> Sentence:
            if not isinstance(key, str):
                return sentence("a key must be text, got {got}", got=describe(key))
            first = str(block.line_of(key))
            return sentence("{key} stands here twice, first in line {line} (keep one)", key=describe(key), line=first)

        self._refuse(event, message)

    def _scalar(self, event: ScalarEvent, _depth: int) -> Any:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        text: str = event.value
        if not event.implicit[0]:  # quoted or folded: text as it stands
            return text
        value, is_a_trap = _plain(text) if len(text) <= _SHORT else _plain.__wrapped__(text)
        if is_a_trap:
            self._refuse(event, lambda: _not_text_to_all(text))
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


def too_large(most: int) -> Sentence:
    """Return that a file has more than so many bytes."""
    return sentence("the file is larger than {most} MiB", most=most // 1024**2)


def control_character(sign: str) -> Sentence:
    """Return that a text has a character that commands what shows it."""
    code = f"{ord(sign):04X}"
    return sentence("control character U+{code} (remove it)", code=code)


def _nested_too_deep() -> Sentence:
    return sentence("nested deeper than {most} levels", most=MAX_DEPTH)


def _not_text_to_all(text: str) -> Sentence:
    return sentence('{text} is not text to every YAML reader (quote it: "{text}")', text=_short(text))


# What parsers say most of what people write.
_FAULTS = (
    translatable("block sequence entries are not allowed in this context"),
    translatable("could not find expected ':'"),
    translatable("did not find expected '-' indicator"),
    translatable("did not find expected ',' or ']'"),
    translatable("did not find expected <document start>"),
    translatable("did not find expected key"),
    translatable("did not find expected node content"),
    translatable("found character that cannot start any token"),
    translatable("found unexpected end of stream"),
    translatable("found unknown escape character"),
    translatable("mapping values are not allowed in this context"),
)


def _not_yaml(said: str) -> Sentence:
    """Return that a text is no YAML, and why, in the words of the parser; other languages know those of most faults."""
    if said in _FAULTS:
        return sentence("not YAML: {fault}", fault=sentence(said))
    return in_both(f"not YAML: {said}", sentence("not YAML"))


def describe(value: object) -> str:
    """Return how *value* looks in a YAML file, for sentences."""
    match value:
        case None:
            return sentence("nothing")
        case bool():
            return "true" if value else "false"
        case str():
            return sentence('"{text}"', text=_short(value))
        case int() | float():
            return _short(str(value))
        case list():
            return sentence("a list")
        case dict():
            return sentence("a group of keys")
        case _:
            return type(value).__name__
