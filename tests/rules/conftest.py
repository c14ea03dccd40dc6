"""The small dataset as the rules want it, and how a fault is planted in it."""

from __future__ import annotations

from pathlib import Path

import pytest


def plant(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def good(small: Path) -> Path:
    """Return the small dataset as the rules want it."""
    for name, old, new in (
        ("missions/sea-1.yaml", "sources:", "summary_fr: Mer.\nsources:"),
        ("missions/sea-2.yaml", "sources:", "summary_fr: Mer.\nnote: The status bears no date.\nsources:"),
        ("missions/sea-2.yaml", 'date: "2016-01"', 'date: "2016-01"\n  source: page'),
        ("partners/jp.yaml", 'as_of: "2025-03"', 'as_of: "2025-03"\nstatus_source: page'),
    ):
        plant(small / name, old, new)
    return small
