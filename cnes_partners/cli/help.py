r"""How help is laid out: what a command does, examples, then its options apart from those that all answers share.

The framework's own help puts the examples of a docstring (its paragraph that begins with \b) after the usage, mixes all
options and cuts the summaries of commands, and writes arguments and choices otherwise from version to version.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from cnes_partners.frozen import frozen
from cnes_partners.model.language import Language
from cnes_partners.model.sentences import translatable
from cnes_partners.output.breaks import breaks
from cnes_partners.output.terminal import encodable, in_plain_spaces
from cnes_partners.views.words import Words

_EXAMPLES = "\n\n\b\n"
_NARROWEST, _WIDEST, _LONGEST_BESIDE = 40, 100, 30
_ENGLISH = Words()
_PLACE = re.compile(r"\b[A-Z]{2,}\b")
_SHELL_WORD = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'])+(?:\s+\|)?""")


@frozen
class Described:
    """A command's help: a paragraph that says what it does, and commands to copy."""

    summary: str
    examples: tuple[str, ...]

    @property
    def short(self) -> str:
        """Return the summary up to the first colon or semicolon, as it stands beside others."""
        return re.split("[:;]", self.summary)[0].rstrip(". \u00a0")


def described(command: Any, say: Words = _ENGLISH) -> Described:
    """Return what the docstring of a command's function says."""
    summary, _, examples = (command.help or "").partition(_EXAMPLES)
    summary = " ".join(summary.split())
    return Described(summary=say(summary), examples=tuple(examples.split("\n")) if examples else ())


def help_text(command: Any, context: Any) -> str:
    """Return a command's help as wide as the terminal, with nothing that standard output cannot encode."""
    from cnes_partners.output.terminal import terminal_size

    columns, _ = terminal_size(sys.stdout)
    lines = _laid_out(command, context, max(_NARROWEST, min(columns, _WIDEST)), Words(context.obj or Language.ENGLISH))
    text = encodable("\n".join(lines), getattr(sys.stdout, "encoding", None) or "utf-8")
    return text if sys.stdout.isatty() else in_plain_spaces(text)


def _laid_out(command: Any, context: Any, width: int, say: Words) -> Iterator[str]:
    """Yield the lines of a command's help."""
    about = described(command, say)
    yield from _wrapped(about.summary, width)
    if about.examples:
        yield from ("", say("Examples:"))
        for example in about.examples:
            yield from _example(example, width)
    yield ""
    typed = f"{context.command_path} {usage(command, context, say)}"
    yield from _wrapped(say("Usage: {usage}", usage=typed), width, hang=4)
    lists = sections(command, context, say)
    column = _column([name for _, rows in lists for name, _ in rows], width)
    for title, rows in lists:
        yield from ("", say("{title}:", title=title))
        yield from _definitions(rows, column, width)


def _wrapped(text: str, width: int, *, indent: int = 0, hang: int = 0) -> list[str]:
    """Return *text* in lines of *width*, all indented, those after the first by *hang* more."""
    places = breaks(text, width=width - indent - hang, measure=len)
    parts = (text[start:end].rstrip() for start, end in zip([0, *places], [*places, len(text)], strict=True))
    return [f"{'':{indent + (hang if number else 0)}}{part}" for number, part in enumerate(parts)]


def _column(names: Sequence[str], width: int) -> int:
    """Return where what names mean begins: beside the longest of those that leave it room."""
    return max((len(name) for name in names if len(name) <= min(_LONGEST_BESIDE, width // 3)), default=2) + 4


def _definitions(rows: Sequence[tuple[str, str]], column: int, width: int) -> Iterator[str]:
    """Yield names with what they mean beside them, or below those that are too long for that."""
    for name, text in rows:
        explained = _wrapped(text, width, indent=column)
        if len(name) + 4 <= column and explained:
            yield f"  {name:{column - 2}}{explained.pop(0).strip()}"
        else:
            choices = _wrapped(name.replace("|", "| "), width, indent=2, hang=6)
            yield from (line.replace("| ", "|") for line in choices)
        yield from explained


def _example(example: str, width: int) -> Iterator[str]:
    """Yield a command to copy; one that is too long goes on in the next line, after a sign that shells know."""
    line = " "
    for word in _SHELL_WORD.findall(example):
        if len(line) + len(word) + 3 > width and line.strip():
            yield line if line.endswith("|") else f"{line} \\"
            line = "     "
        *full, line = _quoted(f"{line} {word}", width)
        yield from full
    yield line


def _quoted(line: str, width: int) -> list[str]:
    """Return a line whose last word is a statement in quotes, which may go on in the next."""
    is_statement = len(line) > width and line.endswith(('"', "'")) and " " in line.strip()
    return _wrapped(line.strip(), width, indent=len(line) - len(line.lstrip()), hang=4) if is_statement else [line]


def usage(command: Any, context: Any, say: Words = _ENGLISH) -> str:
    """Return what may follow a command's name: "[OPTIONS] NAME", or "[OPTIONS] COMMAND [ARGS]..." of a group."""
    arguments = [_placeholder(entry) for entry in command.get_params(context) if entry.param_type_name == "argument"]
    inner = ["COMMAND [ARGS]..."] if hasattr(command, "list_commands") else []
    return _places_said(" ".join(["[OPTIONS]", *arguments, *inner]), say)


def _places_said(names: str, say: Words) -> str:
    """Return how something is typed with what stands for values, in capitals, in the language."""
    return _PLACE.sub(lambda place: say(place[0]), names)


def _placeholder(argument: Any) -> str:
    """Return what stands for an argument: NAME, NAME... where it may be several, [NAME] where it may be left out."""
    name = (argument.metavar or argument.name).strip("[].").upper() + ("..." if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def sections(command: Any, context: Any, say: Words = _ENGLISH) -> Sequence[tuple[str, list[tuple[str, str]]]]:
    """Return the titled lists of a help: arguments, own options, those of every answer, commands."""
    parameters = command.get_params(context)
    arguments = [entry for entry in parameters if entry.param_type_name == "argument"]
    options = [entry for entry in parameters if entry.param_type_name == "option"]
    shared = _shared(options)
    listed = (
        (say("Arguments"), _records(arguments, context, say)),
        (say("Options"), _records([entry for entry in options if entry not in shared], context, say)),
        (say("Options of every answer"), _records(shared, context, say)),
        *_command_lists(command, context, say),
    )
    return [(title, rows) for title, rows in listed if rows]


def _shared(options: Sequence[Any]) -> list[Any]:
    """Return the options that every answer has, of a command that answers."""
    from dataclasses import fields

    from cnes_partners.cli.answers import Shared

    names = {field.name for field in fields(Shared)}
    found = [option for option in options if option.name in names]
    return found if len(found) == len(names) else []


def _records(parameters: Sequence[Any], context: Any, say: Words) -> list[tuple[str, str]]:
    records = ((parameter, parameter.get_help_record(context)) for parameter in parameters)
    return [
        (_places_said(_spelling(entry, record[0]), say), _explained(entry.help, record[1], say))
        for entry, record in records
        if record
    ]


def _spelling(parameter: Any, names: str) -> str:
    """Return how a parameter is typed; choices stand as "<a|b>", where some versions have "[a|b]" or "<list[a|b]>"."""
    if parameter.param_type_name == "argument":
        return _placeholder(parameter)
    return re.sub(r"(?:\[|<list\[)([\w-]+(?:\|[\w-]+)+)\]>?$", r"<\1>", names)


def _explained(about: str | None, record: str, say: Words) -> str:
    """Return a parameter's help and what the framework adds to it in brackets: that it is required, default, range."""
    text = about or ""
    added = record.removeprefix(text)
    added = re.sub(r"[\d.]+<=x<=[\d.]+|x>=[\d.]+", lambda bounds: range_in_words(bounds[0], say), added)
    added = re.sub("default: ([^];]+)", lambda default: say("default: {value}", value=default[1]), added)
    added = say.apart(added.split("; "))
    return say(text) + added.replace("required", say("required"))


def range_in_words(bounds: str, say: Words) -> str:
    """Return in words a range that the framework writes as "20<=x<=10000" or "x>=0"."""
    least, _, most = bounds.removeprefix("x>=").partition("<=x<=")
    return say("from {least} to {most}", least=least, most=most) if most else say("{least} or more", least=least)


def _command_lists(group: Any, context: Any, say: Words) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the commands of a group with what each does in short, under the titles that the group has for them."""
    if not hasattr(group, "list_commands"):
        return []
    alone = {translatable("Commands"): group.list_commands(context)}
    titled = group.titled_commands() if hasattr(group, "titled_commands") else alone
    return [
        (say(title), [(name, described(group.get_command(context, name), say).short) for name in names])
        for title, names in titled.items()
    ]
