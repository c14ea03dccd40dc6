"""The manual page says what the application and docs/cli.md say, and `man` shows it as it is meant."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from cnes_partners.cli.app import app
from cnes_partners.cli.help import described
from docs.man import page
from docs.reference import commands

PAGE = Path(__file__).parent.parent / "docs" / "cnes-partners.1"

needs_man = pytest.mark.skipif(not (shutil.which("man") and shutil.which("groff")), reason="man is not installed")


def shown(*, width: int) -> str:
    """Return the page as man shows it; every warning of the formatter's is an error."""
    environment = os.environ | {"MANWIDTH": str(width), "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""}
    command = ["man", "--warnings", f"./{PAGE.name}"]
    done = subprocess.run(command, cwd=PAGE.parent, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return re.sub(".\x08", "", done.stdout)


def test_the_page_is_what_the_application_says() -> None:
    """Whoever changes a help text or docs/cli.md renews it: python -m cogapp -r -P docs/cnes-partners.1."""
    assert f'\n{page()}\n.\\" [[[end]]]\n' in PAGE.read_text(encoding="utf-8")


@needs_man
@pytest.mark.parametrize("width", [40, 80, 200])
def test_man_shows_it_without_a_warning(width: int) -> None:
    """On a narrow terminal and on a wide one."""
    text = shown(width=width)
    assert text.splitlines()[0].endswith("CNES-PARTNERS(1)")
    assert "\u2010" not in text  # a word that is broken cannot be copied


@needs_man
def test_every_command_and_example_stands_as_it_is_typed() -> None:
    """Hyphens, quotes, backslashes and bars are those that a shell takes."""
    text = shown(width=200)
    program = get_command(app)
    context = program.make_context("cnes-partners", [], resilient_parsing=True)
    found = dict(commands(program, context))
    headings = [name.removeprefix("cnes-partners ") for name in found]
    assert [name for name in headings if f"\n   {name} [OPTIONS]" not in text] == []
    examples = [example for command in found.values() for example in described(command).examples]
    assert [example for example in examples if f"       {example}\n" not in text] == []


@needs_man
def test_what_docs_cli_tells_of_all_commands_is_there() -> None:
    """Its titles are sections, its tables lists, its code and links plain text."""
    text = shown(width=200)
    assert re.search(r"\n       3 +no such name, one that two records bear", text)
    assert "written out (\\x1b) in every format" in text
    assert [
        title for title in ("NAMES", "FILTERS", "STREAMS, TERMINALS, EXIT CODES") if f"\n{title}\n" not in text
    ] == []
    assert not re.search(r"\*\*|`|\]\(", text)
