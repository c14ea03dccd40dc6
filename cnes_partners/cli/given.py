"""What was typed, looked at before the framework takes it: nothing of it is dropped in silence.

The framework keeps the last of an option given twice, takes an empty value for one, and forgets the options of a group
that stand before one of its commands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, get_args

from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import Sentence, sentence

NAME = "NAME"
"""The metavar of names, which may have a comma in them; of other options that take several values it parts them."""

TYPED = "cnes_partners.typed"
"""Where a context keeps the values of parameters and what is left over, for what is said where they are wrong."""


class Named(StrEnum):
    """What the value of a parameter names: it stands beside the parameter, and completion offers such names."""

    PARTNER = "partner"
    MISSION = "mission"
    CLAIM = "claim"
    COUNCIL = "council"
    CONTRIBUTOR = "contributor"
    PAGE = "page"
    COLUMN = "column"


def annotated(callback: Callable[..., Any]) -> dict[str, tuple[Any, ...]]:
    """Return all that the annotation of each parameter holds, since the framework keeps types in no fixed place."""
    import inspect

    parameters = inspect.signature(callback, eval_str=True).parameters.values()
    return {entry.name: tuple(_held(entry.annotation)) for entry in parameters}


def _held(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _held(part)


def choices_of(annotation: Sequence[Any]) -> tuple[str, ...]:
    """Return the words that a parameter takes, none where it takes others."""
    kinds = (part for part in annotation if isinstance(part, type) and issubclass(part, StrEnum))
    return next((tuple(map(str, kind)) for kind in kinds), ())


_SQL_COMMENT = re.compile(r"--(\s|[^=\n]*\n)")


def attentive(make_parser: Callable[[Any], Any], context: Any) -> Any:
    """Return the framework's parser, which now refuses what it would drop."""
    parser = make_parser(context)
    parse = parser.parse_args

    def parse_args(args: list[str]) -> tuple[dict[str, Any], list[str], list[Any]]:
        try:
            values, rest, order = parse([_no_option(argument) for argument in args])
        except Exception as error:
            error.ctx = context  # type: ignore[attr-defined] # some of the framework's errors lack it
            raise
        context.meta[TYPED] = _parted(values, order), rest
        if context.resilient_parsing:
            return values, rest, order
        for message in _faults(values, rest, order, is_group=hasattr(context.command, "commands")):
            raise UsageError(
                sentence("{problem} (see: {command} --help)", problem=message, command=context.command_path)
            )
        return _parted(values, order), rest, order

    parser.parse_args = parse_args
    return parser


def _no_option(argument: str) -> str:
    """Return an argument that the parser takes for no option where it is a statement that begins with a comment."""
    return f"\n{argument}" if _SQL_COMMENT.match(argument) else argument


def _faults(values: dict[str, Any], rest: Sequence[str], order: Sequence[Any], *, is_group: bool) -> Iterator[Sentence]:
    options = Counter(entry for entry in order if entry.param_type_name == "option" and not entry.is_eager)
    for option, times in options.items():
        if times > 1 and not option.multiple and not option.is_flag:
            yield sentence("{option} takes one value and is given {times} times.", option=called(option), times=times)
        if is_group and rest and option.name != "lang":
            yield sentence(
                "{option} stands before '{command}', which would not see it; put it after.",
                option=called(option),
                command=rest[0],
            )
    for parameter in order:
        if _is_empty(values.get(parameter.name), has_parts=_has_parts(parameter)):
            named = sentence(called(parameter))
            yield sentence("{parameter} has an empty value; give one or leave it out.", parameter=named)


def called(parameter: Any) -> str:
    """Return how help calls a parameter: the longest spelling of an option, an argument in capitals."""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name.upper()).strip("[].")


def _is_empty(value: Any, *, has_parts: bool) -> bool:
    """Return whether a value that was typed is nothing but blanks, or one of several is."""
    if isinstance(value, str):
        return not all(map(str.strip, value.split(",") if has_parts else [value]))
    return isinstance(value, (list, tuple)) and any(_is_empty(entry, has_parts=has_parts) for entry in value)


def _has_parts(parameter: Any) -> bool:
    return bool(getattr(parameter, "multiple", False)) and parameter.metavar != NAME


def _parted(values: dict[str, Any], order: Sequence[Any]) -> dict[str, Any]:
    """Return the values with the comma lists of options taken apart, each part once."""
    listed = {entry.name for entry in order if _has_parts(entry)}
    return {name: _parts(value) if name in listed else value for name, value in values.items()}


def _parts(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(part.strip() for value in values for part in value.split(",")))
