"""The glossary of docs/translating.md: what it says of the French that is used here is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cnes_partners.model.language import Language
from cnes_partners.views.catalogue import catalogue

TOP = Path(__file__).parent.parent.parent


def _column(number: int) -> Iterator[str]:
    """Yield the words of a column of the glossary's table."""
    page = (TOP / "docs/translating.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!-)(.+?) \| (.+?) \| (.*?) ?\|$", page.partition("| English | French | not |")[2], re.M)
    assert len(rows) >= 20
    for row in rows:
        yield from filter(None, row[number].split(", "))


def _said() -> list[str]:
    """Return every French text of the catalogue."""
    texts = [text for key, text in catalogue(Language.FRENCH)._catalog.items() if key]  # type: ignore[attr-defined]
    assert len(texts) > 1000
    return texts


def _pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of a word, or of several, in the singular or plural."""
    return re.compile(rf"\b{'s? '.join(map(re.escape, words.split()))}e?s?\b", re.IGNORECASE)


def test_no_text_has_a_word_that_the_glossary_forbids() -> None:
    """One word for one thing."""
    texts = _said()
    assert [(word, text) for word in _column(2) for text in texts if _pattern(word).search(text)] == []


def test_every_word_of_the_glossary_is_used() -> None:
    """On screens or in the data; else it is no word of this program."""
    data = (path.read_text(encoding="utf-8") for path in (TOP / "data").rglob("*.yaml"))
    every = " ".join(("\n".join((*_said(), *data))).split())
    assert [word for word in _column(1) if not _pattern(word).search(every)] == []
