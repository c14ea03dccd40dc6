"""The main screens on the small dataset, as a terminal of 80 and of 120 columns shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import Run


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize(
    "command",
    [
        "overview",
        "categories",
        "partners",
        "partner japan --sources",
        "missions",
        "mission moons --sources",
        "agreements",
        "esa",
        "esa budget",
        "esa contributors --year 2022",
        "esa councils",
        "claims",
        "claims esa-share-2022",
    ],
)
def test_a_screen(run: Run, small: Path, snapshot: SnapshotAssertion, command: str, width: str):
    """A screen changes only when somebody means it: pytest --snapshot-update writes it anew."""
    result = run(*command.split(), "--width", width, data=small)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot
