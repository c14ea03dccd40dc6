"""What README.md promises: its Python examples run, and its set-up commands are those that CI uses."""

from __future__ import annotations

import doctest
import re
from html import unescape
from pathlib import Path

import pytest

from docs.picture import COMMAND, FOLDER, THEMES, picture, screen

README = Path(__file__).parent.parent / "README.md"


def test_the_python_examples_give_what_they_show() -> None:
    """Every >>> line is run on the bundled dataset."""
    failed, tried = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert tried >= 5
    assert failed == 0


def test_the_two_commands_are_whole() -> None:
    """Each is one line that makes its environment, installs into it and runs there."""
    commands = re.findall(r"<!-- (run|tests) -->\n+```sh\n(.+)\n```", README.read_text(encoding="utf-8"))
    assert [name for name, _ in commands] == ["run", "tests"]
    assert all(re.match(r"python3 -m venv \.venv && .+ install .+ && \.venv/bin/", text) for _, text in commands)


@pytest.mark.parametrize("theme", THEMES)
def test_the_picture_is_a_real_screen(theme: str) -> None:
    """What stands in the picture is what the program prints today (else: python -m docs.picture)."""
    drawn = (FOLDER / f"screen-{theme}.svg").read_text(encoding="utf-8")
    colours_out = re.sub(r"\x1b\[[\d;]*m", "", screen())
    assert words_of(drawn) == words_of(picture(theme)) == "".join(f"${COMMAND}{colours_out}".split())
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
    assert f"screen-{theme}.svg" in README.read_text(encoding="utf-8")


def words_of(svg: str) -> str:
    """Return the text that is drawn, without spaces."""
    return "".join("".join(unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)).split())
