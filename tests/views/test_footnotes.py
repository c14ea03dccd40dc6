"""Sources as numbered notes: which a view has, and how each format shows them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.language import Language
from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.output.formats.formats import Format, writer
from cnes_partners.output.formats.look import Look
from cnes_partners.views.footnotes import footnoted
from cnes_partners.views.sections import Fields, Lines
from cnes_partners.views.shape import shape
from cnes_partners.views.view import View, column
from cnes_partners.views.words import Words


def source(id: str, *, accessed: str | None = None) -> Source:
    return Source(
        id=id,
        url=f"https://example.org/{id}",
        title=f"*{id}*",
        publisher="A",
        published=PartialDate("2026-02"),
        language="en",
        kind=SourceKind.PRIMARY,
        accessed=PartialDate(accessed) if accessed else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    id: str


SOURCES = (source("book-1"), source("page-2", accessed="2026-11-28"), source("unused-3"))
TABLE = View(
    title="Rows",
    columns=(column("id", "What", lambda row: f"{row.id} [page-2]"),),
    records=(Row(id="sea"),),
)
VIEW = View(
    title="Answer",
    columns=(column("id", "What"),),
    records=(Row(id="sea"),),
    sections=(
        TABLE,
        Fields(pairs=(("Since", "1986 [book-1] [page-2]"),)),
        Lines(lines=("none of these: [no-such] [3]",)),
    ),
)


def text(view: View, format: Format) -> str:
    return "".join(writer(format)(view, Look(has_header=True)))


@pytest.mark.parametrize(("language", "read"), [(Language.ENGLISH, "28 Nov 2026"), (Language.FRENCH, "28 nov. 2026")])
def test_notes_are_the_sources_that_texts_name_in_the_order_of_reading(language: Language, read: str) -> None:
    """A source that nothing names has no note; what is in brackets and no source stays."""
    notes = footnoted(VIEW, SOURCES, Words(language)).footnotes
    assert [note.id for note in notes] == ["page-2", "book-1"]
    assert read in notes[0].read
    assert (notes[1].read, notes[1].url) == ("", "https://example.org/book-1")


def test_markdown_has_true_footnotes() -> None:
    """Each mark has its note, and each note its mark; other brackets are escaped as ever."""
    assert text(footnoted(VIEW, SOURCES, Words()), Format.MARKDOWN) == (
        "## Answer\n\n"
        "### Rows\n\n| What |\n| --- |\n| sea [^1] |\n\n"
        "- **Since**: 1986 [^2] [^1]\n\n"
        "none of these: \\[no-such] \\[3]\n\n"
        "[^1]: A: \\*page-2\\*, Feb 2026, read on 28 Nov 2026. <https://example.org/page-2>\n\n"
        "[^2]: A: \\*book-1\\*, Feb 2026. <https://example.org/book-1>\n"
    )


def test_markdown_sets_a_label_apart_as_the_language_does() -> None:
    """A space stands before a French colon, a plain one as everywhere in Markdown."""
    look = Look(has_header=True, language=Language.FRENCH)
    assert "- **Since** : 1986" in "".join(writer(Format.MARKDOWN)(VIEW, look))


def test_a_screen_has_numbers_and_the_notes_at_the_end() -> None:
    """A terminal knows no footnotes: the number stands in brackets, in tables too."""
    shown = text(footnoted(VIEW, SOURCES, Words()), Format.TABLE)
    assert "sea [1]" in shown
    assert "1986 [2] [1]" in shown
    assert "[no-such] [3]" in shown
    assert shown.endswith(
        "Sources\n[1] A: *page-2*, Feb 2026, read on 28 Nov 2026. https://example.org/page-2\n"
        "[2] A: *book-1*, Feb 2026. https://example.org/book-1\n"
    )


def test_records_keep_the_ids() -> None:
    """What programs read has no numbers, which would mean nothing there."""
    view = footnoted(replace(VIEW, sections=()), SOURCES, Words())
    assert json.loads(text(view, Format.JSON)) == [{"id": "sea"}]
    assert text(view, Format.CSV) == "id\nsea\n"


def test_notes_go_with_the_sections_that_name_them() -> None:
    """Of rows alone, a list of notes would be one of nothing."""
    assert shape(footnoted(VIEW, SOURCES, Words()), limit=1).footnotes == ()
