"""What decides how an answer looks: colour once, width, encoding, the pager."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cnes_partners.output import pager
from cnes_partners.output.formats.formats import FORMATS, Format
from cnes_partners.output.terminal import ColourChoice, has_colour
from cnes_partners.output.write import Wish, write
from cnes_partners.views.view import View, column

ROW_FORMATS = [
    format
    for format, traits in FORMATS.items()
    if format is not Format.TABLE and not (traits.is_bibliography or traits.is_binary)
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    id: str
    name: str


COLUMNS = (column("id", "ID", keep=True), column("name", "Name", wraps=True))


def view_of(*names: str) -> View:
    return View(title="", columns=COLUMNS, records=tuple(Row(id=f"r{n}", name=name) for n, name in enumerate(names)))


class Stream(io.TextIOWrapper):
    """A standard output whose nature the test chooses."""

    def __init__(self, *, is_terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    @property
    def written(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


Open = Callable[..., Stream]


@pytest.fixture
def stdout(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return what puts a stream in the place of standard output: a pipe, or a terminal of 40 columns and 10 lines."""

    def put(*, is_terminal: bool, encoding: str = "utf-8") -> Stream:
        stream = Stream(is_terminal=is_terminal, encoding=encoding)
        monkeypatch.setattr(sys, "stdout", stream)
        return stream

    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("LINES", "10")
    return put


@pytest.mark.parametrize(
    ("choice", "is_terminal", "environ", "expected"),
    [
        (ColourChoice.AUTO, True, {}, True),
        (ColourChoice.AUTO, False, {}, False),
        (ColourChoice.AUTO, True, {"TERM": "dumb"}, False),
        (ColourChoice.AUTO, False, {"FORCE_COLOR": "1"}, True),
        (ColourChoice.AUTO, False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (ColourChoice.AUTO, True, {"FORCE_COLOR": "0"}, False),
        (ColourChoice.AUTO, True, {"FORCE_COLOR": ""}, True),
        (ColourChoice.AUTO, False, {"CLICOLOR_FORCE": "1"}, True),
        (ColourChoice.AUTO, True, {"CLICOLOR_FORCE": "0"}, False),
        (ColourChoice.AUTO, True, {"NO_COLOR": "1"}, False),
        (ColourChoice.AUTO, True, {"NO_COLOR": ""}, True),
        (ColourChoice.AUTO, True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (ColourChoice.ALWAYS, False, {"NO_COLOR": "1"}, True),
        (ColourChoice.NEVER, True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_decided_once(
    choice: ColourChoice, is_terminal: bool, environ: dict[str, str], expected: bool
) -> None:
    """--color over NO_COLOR over CLICOLOR_FORCE and FORCE_COLOR over TERM=dumb over the stream."""
    assert has_colour(choice, is_terminal=is_terminal, environ=environ) is expected


def test_a_terminal_wraps(stdout: Open) -> None:
    """On a terminal text wraps at its width."""
    terminal = stdout(is_terminal=True)
    write(view_of("one two three four five six seven eight nine ten"), Wish(colour=ColourChoice.NEVER))
    assert terminal.written == (
        "ID  Name\n────────────────────────────────────────\n"
        "r0  one two three four five six seven\n    eight nine ten\n"
    )


@pytest.mark.parametrize("columns", ["1", "20", "10000", "-3", "many", "९"])
def test_a_pipe_never_wraps(stdout: Open, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Off a terminal nothing is cut or wrapped, whatever COLUMNS says."""
    monkeypatch.setenv("COLUMNS", columns)
    name = "one two three four five six seven eight nine ten " * 9
    pipe = stdout(is_terminal=False)
    write(view_of(name), Wish())
    assert name.strip() in pipe.written


def test_a_width_is_heeded_everywhere(stdout: Open) -> None:
    """--width fixes the width in a pipe too."""
    pipe = stdout(is_terminal=False)
    write(view_of("one two three four five six seven eight nine ten"), Wish(width=30))
    assert max(map(len, pipe.written.splitlines())) == 30


SUM = "14\u202f511\u00a0M€"


@pytest.mark.parametrize(
    ("is_terminal", "format", "expected"),
    [
        (True, Format.TABLE, SUM),
        (False, Format.TABLE, "14 511 M€"),
        (False, Format.MARKDOWN, "14 511 M€"),
        (False, Format.HTML, SUM),
        (False, Format.CSV, SUM),
    ],
)
def test_a_pipe_is_searched_with_plain_spaces(stdout: Open, is_terminal: bool, format: Format, expected: str) -> None:
    """``grep '14 511'`` finds it in a table and in Markdown; HTML and data keep the spaces that they have."""
    stream = stdout(is_terminal=is_terminal)
    write(view_of(SUM), Wish(format=format, colour=ColourChoice.NEVER))
    assert expected in stream.written


def test_a_file_for_reading_has_plain_spaces_too(tmp_path: Path) -> None:
    """A table in a file is searched as one in a pipe is."""
    write(view_of(SUM), Wish(file=tmp_path / "a.txt"))
    assert "14 511 M€" in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", ["1", "20", "10000", "-3", "many", "९"])
def test_odd_columns_survive(stdout: Open, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """A senseless COLUMNS is not heeded, a tiny one is survived."""
    monkeypatch.setenv("COLUMNS", columns)
    terminal = stdout(is_terminal=True)
    write(view_of("a name"), Wish(colour=ColourChoice.NEVER, may_page=False))
    assert "a name" in terminal.written


@pytest.mark.parametrize("format", ROW_FORMATS)
def test_only_tables_are_coloured(stdout: Open, monkeypatch: pytest.MonkeyPatch, format: Format) -> None:
    """What programs read has no escape code, even where colour is forced."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    pipe = stdout(is_terminal=False)
    write(view_of("a name"), Wish(format=format, colour=ColourChoice.ALWAYS))
    is_bibliography = format in (Format.BIBTEX, Format.RIS, Format.CSLJSON)  # of a row that cites nothing
    assert is_bibliography or "a name" in pipe.written
    assert "\x1b" not in pipe.written


def test_data_is_utf_8_in_a_pipe(stdout: Open) -> None:
    """What programs read is UTF-8 whatever the locale: nothing is lost."""
    stream = stdout(is_terminal=False, encoding="ascii")
    write(view_of("Norvège €"), Wish(format=Format.CSV))
    assert stream.written == "id,name\nr0,Norvège €\n"


def test_tables_use_what_the_stream_has(stdout: Open) -> None:
    """A table on an ASCII stream has stand-ins and no error."""
    stream = stdout(is_terminal=False, encoding="ascii")
    write(view_of("Norvège €"), Wish())
    assert stream.written == "ID  Name\n---------------\nr0  Norvege EUR\n"


def test_data_on_a_terminal_is_harmless(stdout: Open) -> None:
    """A terminal escape in the data is shown, in every format."""
    terminal = stdout(is_terminal=True)
    write(view_of("a\x1b[31mb"), Wish(format=Format.CSV))
    assert terminal.written == "id,name\nr0,a\\x1b[31mb\n"


def test_a_long_answer_is_paged(stdout: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is longer than the screen goes to the reader's pager."""
    monkeypatch.setenv("PAGER", f"tee {tmp_path / 'paged'}")
    terminal = stdout(is_terminal=True)
    write(view_of(*["a name"] * 20), Wish(colour=ColourChoice.NEVER))
    assert (tmp_path / "paged").read_text().count("a name") == 20
    assert terminal.written == ""


@pytest.mark.parametrize(
    ("names", "wish", "chosen"),
    [
        (["a name"] * 3, Wish(), "tee"),
        (["a name"] * 20, Wish(may_page=False), "tee"),
        (["a name"] * 20, Wish(), ""),
        (["a name"] * 20, Wish(), "cat"),
        (["a name"] * 20, Wish(), "no-such-pager"),
        (["a name"] * 20, Wish(), "'unbalanced"),
    ],
)
def test_nothing_else_is_paged(
    stdout: Open, monkeypatch: pytest.MonkeyPatch, names: list[str], wish: Wish, chosen: str
) -> None:
    """A short answer, --no-pager, and a PAGER that is empty, cat or missing all write plainly."""
    monkeypatch.setenv("PAGER", chosen)
    terminal = stdout(is_terminal=True)
    write(view_of(*names), wish)
    assert terminal.written.count("a name") == len(names)


@pytest.mark.parametrize(
    "chosen", ["false", "sh -c 'head -c 9 >/dev/null; exit 3'", "sh -c 'kill -9 $$'", "/etc/passwd"]
)
def test_a_pager_that_fails_loses_nothing(stdout: Open, monkeypatch: pytest.MonkeyPatch, chosen: str) -> None:
    """What a failing pager was given is written after it, however the answer comes."""
    monkeypatch.setenv("PAGER", chosen)
    names = ["a name"] * 20
    for view in (view_of(*names), View(title="", columns=COLUMNS, records=(), coming=iter(view_of(*names).records))):
        terminal = stdout(is_terminal=True)
        write(view, Wish(format=Format.CSV))
        assert terminal.written.count("a name") == 20


def test_a_pager_that_is_left_early_has_not_failed(stdout: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has read enough is not shown the rest."""
    monkeypatch.setenv("PAGER", "sh -c 'head -n 1 >/dev/null'")
    terminal = stdout(is_terminal=True)
    write(view_of(*["a name"] * 100_000), Wish(format=Format.CSV))
    assert terminal.written == ""


def test_a_pipe_is_never_paged(stdout: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a terminal has a pager."""
    monkeypatch.setenv("PAGER", "false")
    pipe = stdout(is_terminal=False)
    write(view_of(*["a name"] * 200), Wish())
    assert pipe.written.count("a name") == 200


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({}, ["less"]),
        ({"PAGER": "less -S"}, ["less", "-S"]),
        ({"PAGER": " "}, []),
        ({"TERM": "dumb"}, []),
    ],
)
def test_the_pager_is_the_readers(environ: dict[str, str], command: list[str]) -> None:
    """PAGER says which, less by default, none on a dumb terminal."""
    assert pager.pager_command(environ) == command


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\n" * 9, False), ("a\n" * 10, True), (f"{'a' * 390}\n", True), (f"\x1b[36m{'a' * 80}\x1b[0m\n", False)],
)
def test_longer_than_the_screen(text: str, expected: bool) -> None:
    """Lines count as the terminal wraps them, without their colour, and one stays for the prompt."""
    assert pager.is_longer(text, columns=40, lines=10) is expected
