"""What may complete a command line: pure functions from the words typed so far to candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cnes_partners.cli.completion.menu import Command, Expected, Menu, Name, Option, Value

FILES = "<files>"
_ASCII_WORD = re.compile("[a-z0-9]+")


class Candidate(NamedTuple):
    """A word that fits, and what to say of it."""

    word: str
    help: str = ""


class _Place(NamedTuple):
    """Where the cursor stands: in which command, after how many values, and behind which option."""

    path: tuple[str, ...]
    command: Command
    values: int
    waiting: Option | None
    has_ended_options: bool


def candidates(menu: Menu, words: Sequence[str]) -> list[Candidate]:
    """Return what the last of *words*, which may be empty, can become; the words before it decide.

    The one candidate FILES says that the shell should complete a path.
    """
    *before, typed = words or [""]
    place = _place(menu.root, before)
    if place.waiting is not None and place.waiting.value is not None:
        return list(_of_value(place.waiting.value, typed, menu, place.path))
    if typed.startswith("-") and not place.has_ended_options:
        return list(_options(place.command, typed, menu, place.path))
    if place.command.commands and place.values == 0:
        return [Candidate(word=entry.name, help=entry.help) for entry in _beginning(place.command.commands, typed)]
    value = _argument(place.command, place.values)
    return list(_of_value(value, typed, menu, place.path)) if value else []


def _place(root: Command, words: Sequence[str]) -> _Place:
    command, values, has_ended = root, 0, False
    path: tuple[str, ...] = ()
    waiting: Option | None = None
    for word in words:
        inner = next((entry for entry in command.commands if entry.name == word), None)
        if waiting is not None:
            waiting = None
        elif word == "--":
            has_ended = True
        elif word.startswith("-") and not has_ended:
            waiting = _waiting(command, word)
        elif inner is not None and values == 0:
            command, path = inner, (*path, word)
        else:
            values += 1
    return _Place(path=path, command=command, values=values, waiting=waiting, has_ended_options=has_ended)


def _waiting(command: Command, word: str) -> Option | None:
    """Return the option that *word* is, if its value comes next."""
    return next((option for option in command.options if word in option.spellings and option.value), None)


def _argument(command: Command, number: int) -> Value | None:
    if number < len(command.arguments):
        return command.arguments[number]
    return command.arguments[-1] if command.arguments and command.repeats else None


def _beginning(commands: Sequence[Command], typed: str) -> Iterator[Command]:
    return (entry for entry in commands if entry.name.startswith(typed))


def _options(command: Command, typed: str, menu: Menu, path: tuple[str, ...]) -> Iterator[Candidate]:
    spelling, equals, start = typed.partition("=")
    if equals:
        option = _waiting(command, spelling)
        if option is not None and option.value is not None:
            for found in _of_value(option.value, start, menu, path):
                yield found if found.word == FILES else Candidate(word=f"{spelling}={found.word}", help=found.help)
        return
    for option in command.options:
        word = option.spellings[-1]
        fitting = word if word.startswith(typed) else next((s for s in option.spellings if s == typed), None)
        if fitting:
            yield Candidate(word=fitting, help=option.help)


def _of_value(value: Value, typed: str, menu: Menu, path: tuple[str, ...]) -> Iterator[Candidate]:
    match value.expected:
        case Expected.CHOICE:
            yield from _choices(value, typed)
        case Expected.NAME:
            yield from _names(menu.names(value.names), typed)
        case Expected.COLUMNS:
            yield from _listed(menu.columns(path), typed)
        case Expected.FILE:
            yield Candidate(word=FILES)
        case Expected.ANYTHING:
            return


def _choices(value: Value, typed: str) -> Iterator[Candidate]:
    if value.is_list:
        yield from _listed(value.choices, typed.lower())
    else:
        yield from (Candidate(word=word) for word in value.choices if word.startswith(typed.lower()))


def _names(names: Sequence[Name], typed: str) -> Iterator[Candidate]:
    """Yield the id of each record whose id begins so, else the first of its other names that does."""
    wanted = slug(typed)
    for entry in names:
        if entry.id.startswith(wanted):
            yield Candidate(word=entry.id, help=entry.name)
        elif fitting := next((other for other in entry.others if other.startswith(wanted)), None):
            yield Candidate(word=fitting, help=entry.name)


def slug(text: str) -> str:
    """Return a name as it may be typed without quotes, and is still found: "Corée du Sud" -> "coree-du-sud"."""
    if text.isascii():  # what is mostly typed: folding other letters costs more than all the rest
        return "-".join(_ASCII_WORD.findall(text.lower()))
    from cnes_partners.model.spelling import fold

    return fold(text).replace(" ", "-")


def _listed(words: Sequence[str], typed: str) -> Iterator[Candidate]:
    """Yield the words that the last part of a comma list, with or without "-", may become."""
    chosen, comma, last = typed.rpartition(",")
    sign = "-" if last.startswith("-") else ""
    taken = {key.removeprefix("-") for key in chosen.split(",")}
    for word in words:
        if word.startswith(last.removeprefix("-")) and word not in taken:
            yield Candidate(word=f"{chosen}{comma}{sign}{word}")
