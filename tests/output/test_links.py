"""Links in a terminal (OSC 8): sources and addresses lead to their pages where that shows, and nowhere else."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cnes_partners.frozen import frozen
from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.output import pager
from cnes_partners.output.formats.look import Look
from cnes_partners.output.formats.table.page import texts
from cnes_partners.output.terminal import Screen, has_links
from cnes_partners.views.sections import Fields, Lines
from cnes_partners.views.view import View, column

ADDRESSES = {"a-page": "https://example.org/a", "odd": "https://x/\x1b]8;;\x07é b", "no-page": "javascript:alert(1)"}
_SEQUENCE = re.compile(r"\x1b\]8;(?:id=[^;\x1b]*)?;([^\x1b]*)\x1b\\")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@frozen
class Row:
    id: str
    source: str = "a-page"
    what: str = ""


COLUMNS = (column("id", "ID", keep=True), column("what", "What", wraps=True), column("source", "Source"))


def links(text: str) -> list[tuple[str, str]]:
    """Return each link of a text: what is shown of it, and where it leads; none is left open."""
    parts = _SEQUENCE.split(_COLOUR.sub("", text))
    assert "\x1b" not in "".join(parts)
    addresses, shown = parts[1::2], parts[2::2]
    assert addresses[1::2] == [""] * (len(addresses) // 2)
    return list(zip(shown[::2], addresses[::2], strict=True))


def shown(view: View, *, width: int = 80, is_linked: bool = True) -> str:
    screen = Screen(width=width, has_colour=True, has_links=is_linked)
    return "".join(texts(view, Look(screen=screen, address_of=ADDRESSES.get)))


def test_ids_of_sources_lead_to_their_pages() -> None:
    """In brackets in any text, without in a column of sources; what is no source there, and no address, is text."""
    view = View(
        title="As [a-page] has it",
        columns=COLUMNS,
        records=(Row(id="a-page", what="[a-page], not [neo] nor a-page"), Row(id="b", source="a-page (copy), other")),
        notes=("See https://example.org/x.",),
    )
    assert links(shown(view)) == [
        ("a-page", "https://example.org/a"),
        ("a-page", "https://example.org/a"),
        ("a-page", "https://example.org/a"),
        ("a-page", "https://example.org/a"),
        ("https://example.org/x", "https://example.org/x"),
    ]


def test_sections_and_blocks_have_links_too() -> None:
    """Labelled values, lists, and rows that stand one below the other."""
    parts = (
        Fields(pairs=(("Status", "done [a-page]"),)),
        Lines(lines=("  https://example.org/long", "b"), is_list=True),
    )
    view = View(title="", columns=(), records=(), sections=parts)
    assert [found for found, _ in links(shown(view))] == ["a-page", "https://example.org/long"]
    blocks = View(title="", columns=COLUMNS, records=(Row(id="x" * 18, what="some words"),))
    assert links(shown(blocks, width=20)) == [("a-page", "https://example.org/a")]


def test_a_source_in_a_list_of_them_leads_to_its_page() -> None:
    """Its row names it without brackets."""
    source = Source(id="a-page", url="", title="T", publisher="P", language="en", kind=SourceKind.PRESS)
    assert links(shown(View(title="", columns=COLUMNS[:1], records=(source,)))) == [("a-page", "https://example.org/a")]


def test_an_address_cut_in_two_is_no_link() -> None:
    """Half of it would lead elsewhere."""
    view = View(title="", columns=COLUMNS[:2], records=(Row(id="a", what=f"https://example.org/{'long-' * 9}"),))
    assert links(shown(view, width=40)) == []


def test_nothing_leaves_a_link() -> None:
    """Of a dataset gone wrong: no address commands the terminal, and none that is no page of the web is one."""
    view = View(title="[odd] [no-page]", columns=(), records=())
    assert links(shown(view)) == [("odd", "https://x/%1B]8;;%07%C3%A9%20b")]


def test_a_text_with_links_has_the_same_lines() -> None:
    """What is shown is what is shown without them."""
    view = View(
        title="T", columns=COLUMNS, records=tuple(Row(id=f"r{n}", what="words [a-page] " * 9) for n in range(9))
    )
    linked, plain = shown(view, width=50), shown(view, width=50, is_linked=False)
    assert _COLOUR.sub("", _SEQUENCE.sub("", linked)) == _COLOUR.sub("", plain)
    assert not pager.is_longer(linked, columns=50, lines=linked.count("\n") + 1)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, True),
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "eterm-color"}, False),
        ({"FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_terminals_that_print_links_get_none(environ: dict[str, str], expected: bool) -> None:
    """Others show or drop them; a reader may want none."""
    assert has_links(environ) is expected


def _less(folder: Path, version: str) -> str:
    """Return a program that says it is that version of less."""
    program = folder / "less"
    program.write_text(f"#!/bin/sh\necho 'less {version} (some regular expressions)'\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize(
    ("version", "options", "environ", "expected"),
    [
        ("590", (), {}, True),
        ("581.2", ("-R",), {"LESS": ""}, True),
        ("643", (), {"LESS": "-i -MR"}, True),
        ("643", (), {"LESS": "--RAW-CONTROL-CHARS"}, True),
        ("643", (), {"LESS": "--incsearch -P ?Read"}, False),
        ("643", (), {"LESS": ""}, False),
        ("551", (), {}, False),
        ("of BusyBox", (), {}, False),
    ],
)
def test_a_pager_that_shows_links_gets_them(
    tmp_path: Path, version: str, options: tuple[str, ...], environ: dict[str, str], expected: bool
) -> None:
    """less has shown them since version 581, with -R."""
    assert pager.shows_links([_less(tmp_path, version), *options], environ) is expected


def test_another_pager_gets_none(tmp_path: Path) -> None:
    """What it is given is clean."""
    kept = tmp_path / "kept"
    environ = {"PAGER": f"tee {kept}"}
    with Path(os.devnull).open("w") as stream:
        assert list(pager.page(["a \x1b]8;id=1;https://x\x1b\\b\x1b]8;;\x1b\\ c\n"], stream, environ)) == []
    assert kept.read_text() == "a b c\n"


def in_a_terminal(*arguments: str, **environ: str) -> str:
    """Return what the program writes to a terminal of that kind."""
    pexpect = pytest.importorskip("pexpect")
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminal")
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "cnes_partners", *arguments],
        env={**kept, "TERM": "xterm-256color", "PAGER": "", **environ},
        encoding="utf-8",
        timeout=120,
        dimensions=(24, 100),
    )
    child.expect(pexpect.EOF)
    return str(child.before)


def test_the_program_makes_links_in_a_terminal(small: Path) -> None:
    """And in none that is dumb, and not where colour is off: who wants plain text gets it."""
    command = ("partner", "jp", "--data", str(small))
    assert ("old-book", "https://example.org/book") in links(in_a_terminal(*command))
    assert "\x1b" not in in_a_terminal(*command, NO_COLOR="1")
    assert "\x1b" not in in_a_terminal(*command, TERM="dumb")
    assert "\x1b]8" not in in_a_terminal(*command, FORCE_HYPERLINK="0")


def test_a_pipe_has_no_links(small: Path) -> None:
    """Not even where colour is forced."""
    command = [sys.executable, "-m", "cnes_partners", "partner", "jp", "--data", str(small), "--color", "always"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert b"\x1b[" in done.stdout
    assert b"\x1b]8" not in done.stdout


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_tmux_shows_no_trace_of_links(small: Path, tmp_path: Path) -> None:
    """It hands them on, or drops them: what is on its screen is the text."""
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", os.devnull]
    program = f"{sys.executable} -m cnes_partners partner jp --data {small} --no-pager"
    command = f"{program}; {shlex.join(tmux)} wait -S done; cat"
    try:
        subprocess.run([*tmux, "new-session", "-d", "-x", "100", "-y", "50", command], check=True, timeout=60)
        subprocess.run([*tmux, "wait", "done"], check=True, timeout=120)
        screen = subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True, timeout=60)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, timeout=60)
    assert "1986: First agreement [old-book]" in screen.stdout
    assert "example.org" not in screen.stdout
