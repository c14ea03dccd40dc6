"""The main screens on the small dataset, as a terminal of 80 and of 120 columns shows them, and in French."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import Run

SCREENS = (
    "overview",
    "categories",
    "partners",
    "partner japan --sources",
    "missions",
    "mission moons --sources",
    "agreements",
    "brief japan esa",
    "esa",
    "esa budget",
    "esa contributors --year 2022",
    "esa councils",
    "claims",
    "claims esa-share-2022",
)


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("command", SCREENS)
def test_a_screen(run: Run, small: Path, snapshot: SnapshotAssertion, command: str, width: str) -> None:
    """A screen changes only when somebody means it: pytest --snapshot-update writes it anew."""
    result = run(*command.split(), "--width", width, data=small)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot


@pytest.mark.parametrize(
    "command",
    [
        *SCREENS,
        "esa contribution",
        "esa compare fr de",
        "esa domains",
        "esa members",
        "timeline",
        "timeline --agreements --by kind",
        "brief japan --all",
        "search moons",
        "sources",
        "sources page",
        "check",
        "check --stale 1",
    ],
)
def test_a_screen_in_french(run: Run, small: Path, snapshot: SnapshotAssertion, command: str) -> None:
    """Every kind of screen as French readers have it: words, dates, numbers, and the blanks before signs."""
    result = run(*command.split(), "--lang", "fr", "--width", "100", data=small)
    assert result.stderr == ""
    assert result.stdout == snapshot
