"""Terminals of any width: what answers the question is on the screen, and no id, name or address is broken."""

from __future__ import annotations

import json
import re
import shlex

import pytest

from cnes_partners.output.characters.cells import cell_width
from tests.conftest import Run

# What each list is asked for: values of its records that stand on the screen at any width.
LISTS = {
    "partners": ("id", "name"),
    "missions --theme earth": ("id", "name"),
    "agreements": ("title",),
    "claims": ("id", "verdict"),
    "search ocean": ("id", "name", "snippet"),
    "sources": ("id", "title"),
    "categories": ("id", "name"),
    "esa domains": ("domain",),
    "esa budget": ("year",),
}
SCREENS = [
    *(command for command in LISTS if command != "sources"), "overview", "partner japan", "mission swot", "mission mmx",
    "esa", "esa contributors", "esa contribution", "esa cnes-budget", "esa councils",
    "esa councils cm22", "esa members",
    "esa compare fr de it gb es", "timeline -p japan", "brief ae", "timeline --agreements", "claims esa-share-2022",
    "sources cnes-cooperation", "sql --tables", "esa --chart", "esa compare fr de it gb es --chart",
    "esa domains --chart", "esa councils cm22 --chart", "esa contributors --year 2020 --chart",
    "esa contribution --chart",
    "sql 'SELECT * FROM mission LIMIT 3'",
]  # fmt: skip
WIDTHS = ["40", "60", "80", "100", "200"]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", LISTS)
def test_what_answers_the_question_is_on_every_screen(run: Run, command: str, width: str) -> None:
    """Ids stand whole, and so do the words of names, titles, verdicts and evidence."""
    shown = run(*command.split(), "--width", width).stdout
    for record in json.loads(run(*command.split(), "-f", "json").stdout):
        for key in LISTS[command]:
            value = str(record[key])
            words = [value] if key == "id" else re.split(r"[\s/-]+", value)
            assert [word for word in words if word not in shown and (key == "id" or cell_width(word) <= 14)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("command", SCREENS)
def test_a_screen_is_not_wider_than_the_terminal(run: Run, command: str, width: str, language: str) -> None:
    """Only a word that may not be broken runs on; the terminal goes on with it in its next line."""
    shown = run(*shlex.split(command), "--width", width, "--lang", language).stdout
    wide = [line for line in shown.splitlines() if cell_width(line) > int(width)]
    assert [line for line in wide if len(line.split()) > 1] == []


@pytest.mark.parametrize("width", ["40", "60"])
@pytest.mark.parametrize(
    "command", ["mission swot", "mission mmx", "partner japan", "partner esa", "sources cnes-cooperation"]
)
def test_ids_and_addresses_of_a_record_are_whole(run: Run, command: str, width: str) -> None:
    """Every source that a screen names, and every address, can be copied from one line."""
    wide, narrow = (run(*command.split(), "--width", columns).stdout for columns in ("200", width))
    found = re.findall(r"\[[a-z0-9-]+\]|https?://\S+", wide)
    assert found
    assert [entry for entry in found if entry not in narrow] == []
