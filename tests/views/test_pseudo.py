"""A language that nobody speaks: with every text of the catalogue in brackets, what stands outside is data."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cnes_partners.cli.app import GROUPS, app
from cnes_partners.cli.completion.live import live_menu
from cnes_partners.cli.completion.menu import Command
from cnes_partners.database.ask import relations
from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.find import load
from cnes_partners.decode.plain import to_plain
from cnes_partners.model.language import Language
from cnes_partners.views import catalogue as catalogues
from docs.reference import commands
from tests.conftest import Run, write_dataset
from tests.views.test_french import COMMANDS, TEXTS

# An excerpt is a piece of a text of the dataset, cut anywhere.
SCREENS = [
    *(command for command in COMMANDS if command not in ("search mars", "brief esa --all")),
    "search mars -C table,id,where", "check", "check --coverage", "check --stale 1",
]  # fmt: skip
WITHOUT_TABLE = {"completion", "diff", "export", "open", "schema"}

_SAID = re.compile("⟦[^⟧]*⟧")
_APART = re.compile(r"\x00|\s{2,}|\n|[][()|,;:·–—/\"'«»█▓▒░=+│]|x{2,}|-{2,}|(?<=\w)\. |\.$| - ")
# A number, a picture drawn in characters, a key, a file.
_FIGURE = re.compile(r"[\W\d_x]*|.*\d.*|[a-z]+(?:[._][a-z_]+)+|[a-z-]+\.yaml")
_MONTHS = ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc")
_SIGNS = {*_MONTHS, "M€", "COSPAR", "TEXT", "REAL", "INTEGER", "share-of-esa-budget"}


_PROGRAM: Any = get_command(app)
PATHS = [
    "cnes-partners",
    *(path for path, _ in commands(_PROGRAM, _PROGRAM.make_context("cnes-partners", [], resilient_parsing=True))),
]
# A command with all that follows it, an option and what it takes, the ending of a file; a text that a list cuts short.
_TYPED = re.compile(r"cnes-partners[^\n)]*|<[^>]*>|(?<![\w-])--?[\w-]+(?: N\b)?|(?<!\w)\.[a-z]+\b|⟦[^⟧\n]*\n")
_EXAMPLES = re.compile(r"⟦Examples:⟧\n(?:  .*\n)*")
_WORDS = {"all", "auto", "due", "N"}  # that options take, or have by default


class InBrackets(NullTranslations):
    """Texts of the catalogue in brackets but for their places: what fills these has to have brackets of its own."""

    def gettext(self, message: str) -> str:
        if message not in TEXTS:
            return message
        parts = string.Formatter().parse(message)
        return "".join(f"⟦{text}⟧" + ("" if name is None else f"{{{name}}}") for text, name, _, _ in parts)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def pieces(text: str) -> Iterator[str]:
    yield from (piece for part in _APART.split(text) if part and (piece := part.strip(" .!?\u00a0\u202f")))


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of a record as plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_of(part)


def said_by(dataset: Dataset) -> frozenset[str]:
    """Return what a dataset says, piece by piece, and what is called as in SQL."""
    records = (to_plain(record) for name in TABLES for record in dataset.table(name))
    called = {*TABLES, *(relation.name for relation in relations())}
    called |= {column.name for relation in relations() for column in relation.columns}
    said = {piece for record in records for text in texts_of(record) for piece in pieces(text)}
    return frozenset(said | called)


def outside(screen: str) -> set[str]:
    """Return what stands outside the brackets and is no figure."""
    words = set(pieces(_SAID.sub("\x00", screen))) - _SIGNS
    return {word for word in words if not _FIGURE.fullmatch(word)}


def untyped(text: str) -> str:
    """Return a text of help or of an error without the commands, the options and the words they take in it."""
    return _TYPED.sub("\x00", _SAID.sub("\x00", text))


@pytest.fixture(scope="module")
def data(bundled: Dataset) -> frozenset[str]:
    """Return what the bundled dataset says."""
    return said_by(bundled)


def test_every_command_with_a_table_is_run() -> None:
    """A new command has its screens here."""
    every = {name for names in GROUPS.values() for name in names}
    assert {screen.split()[0] for screen in SCREENS} == every - WITHOUT_TABLE


@pytest.mark.parametrize("screen", SCREENS)
def test_what_stands_outside_the_brackets_is_data(
    run: Run, data: frozenset[str], monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    """A text that goes by the voice, or a value of a text, would stand there as the code has it."""
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: InBrackets())
    monkeypatch.setenv("COLUMNS", "1000")  # a picture breaks no line
    result = run(*screen.split(), "--lang", "fr")
    assert (result.exit_code, "⟦" in result.stdout) == (0, True)
    assert outside(result.stdout) - data == set()


@pytest.mark.parametrize("path", PATHS)
def test_help_is_in_brackets_but_for_what_is_typed(run: Run, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Of each command: what it is for, its options, what they do and what their values are called."""
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: InBrackets())
    monkeypatch.setenv("CNES_PARTNERS_LANG", "fr")
    monkeypatch.setenv("COLUMNS", "1000")
    result = run(*path.split()[1:], "--help")
    assert (result.exit_code, "⟦" in result.stdout) == (0, True)
    names = {name.split()[-1] for name in PATHS}
    assert outside(untyped(_EXAMPLES.sub("", result.stdout))) - names - _WORDS == set()


@pytest.mark.parametrize("options", ["", "--summary", "-f markdown"])
def test_what_changed_is_in_brackets_but_for_data(
    run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: str
) -> None:
    """Between a small dataset and one that differs in each way: records and fields added, gone and changed."""
    other = write_dataset(tmp_path / "other")
    (other / "missions" / "sea-2.yaml").unlink()
    mission = other / "missions" / "moons.yaml"
    mission.write_text(mission.read_text("utf-8").replace("Moons Exploration", "Moon Explorer"), encoding="utf-8")
    known = said_by(load(str(small))) | said_by(load(str(other)))
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: InBrackets())
    result = run("diff", str(other), *options.split(), "--lang", "fr", data=small)
    assert (result.exit_code, "⟦" in result.stdout) == (0, True)
    shown = result.stdout.replace("→", "\x00").replace("\\_", "_")
    assert outside(shown) - known == set()


def described(command: Command) -> Iterator[str]:
    """Yield what completion says of a command, its options and its commands."""
    yield from (command.help, *(option.help for option in command.options))
    for inner in command.commands:
        yield from described(inner)


def test_completion_describes_in_brackets(bundled: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is outside: names of records are data, and stand elsewhere in a menu."""
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: InBrackets())
    helps = [*described(live_menu(bundled, Language.FRENCH).root)]
    assert len(helps) > 300
    assert {help for help in helps if not _SAID.fullmatch(help)} == set()
