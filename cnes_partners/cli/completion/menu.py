"""What there is to complete: commands, their options, and what may stand in each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, Protocol
from zlib import crc32

from cnes_partners.version import __version__


def menu_file(language: str) -> str:
    """Return the name of the file with the compiled menu of a language."""
    return f"completion.{language}.menu"


def seal(body: bytes) -> bytes:
    """Return the line before a compiled menu: the program's version and what tells the menu from any other."""
    return f"{__version__} {crc32(body):08x}\n".encode()


class Expected(StrEnum):
    """What may stand in a place of the command line."""

    CHOICE = "choice"
    NAME = "name"
    COLUMNS = "columns"
    FILE = "file"
    ANYTHING = "anything"


class Value(NamedTuple):
    """A value to be typed: one of ``choices``, or a name of those listed under ``names`` ("partner", "mission").

    ``is_list`` says that choices may be several with commas.
    """

    expected: Expected
    choices: tuple[str, ...] = ()
    is_list: bool = False
    names: str = ""


class Option(NamedTuple):
    """An option by its spellings; ``value`` is None for a flag."""

    spellings: tuple[str, ...]
    help: str
    value: Value | None


class Command(NamedTuple):
    """A command or group. The last of ``arguments`` may be given again where ``repeats``."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[Value, ...] = ()
    repeats: bool = False
    commands: tuple[Command, ...] = ()


class Name(NamedTuple):
    """What finds a record: its id, and other names as they may be typed without quotes: "coree-du-sud"."""

    id: str
    name: str
    others: tuple[str, ...] = ()


class Menu(Protocol):
    """The commands, and on demand what depends on the data."""

    @property
    def root(self) -> Command:
        """Return the program."""

    def names(self, kind: str) -> Sequence[Name]:
        """Return the names of that kind: "partner", "mission", "claim", "council", "contributor", "page"."""

    def columns(self, path: tuple[str, ...]) -> Sequence[str]:
        """Return the columns of the command at *path*: ("esa", "budget")."""


class CompiledMenu:
    """The menu as the build wrote it: JSON, the values of each part in the order of its fields."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self._plain = plain
        self.root = _command(plain["root"])

    def names(self, kind: str) -> Sequence[Name]:
        """Return the names of that kind."""
        return tuple(
            Name(id=id, name=name, others=tuple(others)) for id, name, others in self._plain["names"].get(kind, ())
        )

    def columns(self, path: tuple[str, ...]) -> Sequence[str]:
        """Return the columns of the command at *path*."""
        return tuple(self._plain["columns"].get(" ".join(path), ()))


def _command(plain: Sequence[Any]) -> Command:
    name, help, options, arguments, repeats, commands = plain
    return Command(
        name=name,
        help=help,
        options=tuple(
            Option(spellings=tuple(spellings), help=help, value=_value(value)) for spellings, help, value in options
        ),
        arguments=tuple(value for entry in arguments if (value := _value(entry))),
        repeats=repeats,
        commands=tuple(map(_command, commands)),
    )


def _value(plain: Sequence[Any] | None) -> Value | None:
    if plain is None:
        return None
    expected, choices, is_list, names = plain
    return Value(expected=Expected(expected), choices=tuple(choices), is_list=is_list, names=names)
