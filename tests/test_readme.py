"""What README.md and README.fr.md promise: their Python examples run, and their set-up commands are those of CI."""

from __future__ import annotations

import doctest
import re
from html import unescape
from pathlib import Path

import pytest

from docs.picture import COMMAND, FOLDER, THEMES, picture, screen

README = Path(__file__).parent.parent / "README.md"
IN_FRENCH = README.with_name("README.fr.md")


@pytest.mark.parametrize("readme", [README, IN_FRENCH], ids=["en", "fr"])
def test_the_python_examples_give_what_they_show(readme: Path) -> None:
    """Every >>> line is run on the bundled dataset."""
    failed, tried = doctest.testfile(str(readme), module_relative=False, encoding="utf-8")
    assert tried >= 5
    assert failed == 0


def test_the_two_commands_are_whole() -> None:
    """Each is one line that makes its environment, installs into it and runs there."""
    commands = re.findall(r"<!-- (run|tests) -->\n+```sh\n(.+)\n```", README.read_text(encoding="utf-8"))
    assert [name for name, _ in commands] == ["run", "tests"]
    assert all(re.match(r"python3 -m venv \.venv && .+ install .+ && \.venv/bin/", text) for _, text in commands)


def test_the_french_one_tells_the_same() -> None:
    """The sections, the set-up commands, the questions asked of the program, and the pages to read."""
    english, french = (page.read_text(encoding="utf-8") for page in (README, IN_FRENCH))
    for pattern in (r"^#+ ", r"```sh\n(.+)\n```", r"^\$ (.+)", r"^>>> "):
        shown = re.findall(pattern, french.replace(" --lang fr", ""), re.MULTILINE)
        assert shown == re.findall(pattern, english, re.MULTILINE)
    pages = [set(re.findall(r"\]\(((?!README)[^)]+)\)", text)) for text in (english, french)]
    assert pages[1] - pages[0] == {"docs/translating.md"}
    assert pages[0] <= pages[1]
    assert "(README.fr.md)" in english.split("##")[0]
    assert "(README.md)" in french.split("##")[0]


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
