"""Columns share a screen: text wraps, then columns go, ids and names stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.output.breaks import breaks, cell_lines
from cnes_partners.output.formats.table.widths import GAP, fit, heading
from cnes_partners.views.view import Column, column

ID = column("id", "ID", keep=True)
NAME = column("name", "Name", keep=True)
TEXT = column("text", "Text", wraps=True)
SOURCE = column("source", "Source", drop=1)
NOTE = column("note", "Note", drop=2)

CELLS = {
    "id": ["swot", "mmx"],
    "name": ["SWOT", "Martian Moons"],
    "text": ["a satellite that measures the height of water", "a probe"],
    "source": ["cnes-page-2024", "jaxa-page"],
    "note": ["long enough to go", "-"],
}


def fitted(*columns: Column, width: int | None) -> tuple[dict[str, int], list[str]]:
    found = fit(columns, CELLS, width=width, measure=len)
    return found.widths, [entry.key for entry in found.left_out]


def test_without_a_width_nothing_is_narrowed() -> None:
    """Off a terminal every column has the room it needs."""
    assert fitted(ID, NAME, TEXT, SOURCE, width=None) == ({"id": 4, "name": 13, "text": 45, "source": 14}, [])


def test_text_wraps_before_a_column_goes() -> None:
    """Long text gives way first and takes what is left."""
    assert fitted(ID, NAME, TEXT, SOURCE, width=60) == ({"id": 4, "name": 13, "text": 23, "source": 14}, [])


def test_the_highest_drop_goes_first() -> None:
    """Columns are left out in the order of their drop, as few as need be."""
    assert fitted(ID, NAME, SOURCE, NOTE, width=40) == ({"id": 4, "name": 13, "source": 14}, ["note"])


def test_names_wrap_between_words_when_all_else_is_gone() -> None:
    """Where only ids and names are left and still too wide, names wrap; ids have no words to wrap between."""
    assert fitted(ID, NAME, SOURCE, width=14) == ({"id": 4, "name": 8}, ["source"])


def test_columns_without_a_drop_stay() -> None:
    """They are what was asked for: where they fit no table, rows stand one below the other, and have room for more."""
    assert fitted(ID, NAME, TEXT, width=20) == ({}, [])
    assert fitted(ID, NAME, TEXT, SOURCE, NOTE, width=20) == ({}, [])
    third = column("text", "Third", wraps=True, drop=3)
    assert fitted(ID, NAME, SOURCE, NOTE, third, column("name", "Stays"), width=12) == ({}, ["text"])


def test_a_row_is_called_by_the_names_that_it_begins_with() -> None:
    """What may be left out does not count, nor do names behind a figure or a text."""
    year = column("year", "Year", is_number=True, keep=True)
    assert heading((SOURCE, ID, NAME, TEXT, year)) == (ID, NAME)
    assert heading((year, NAME)) == ()


def test_ids_are_whole_and_other_words_break_after_a_hyphen() -> None:
    """A column is as wide as an id in it; a long word goes on in the next line, a longer one is cut."""
    words = {
        "text": ["see (a-source-that-has-a-long-id-2024).", "a"],
        "name": ["the NASA-NOAA-CNES-EUMETSAT memorandum", "b"],
    }
    name = column("name", "Name", wraps=True, keep=True)
    found = fit((TEXT, name), words, width=52, measure=len)
    assert found.widths == {"text": 36, "name": 14}
    lines = cell_lines(words["name"][0], width=14, measure=len).split("\n")
    assert lines == ["the NASA-NOAA-", "CNES-EUMETSAT", "memorandum"] or lines == [
        "the",
        "NASA-NOAA-",
        "CNES-EUMETSAT",
        "memorandum",
    ]
    assert cell_lines("Donaudampfschiff", width=6, measure=len) == "Donaud\nampfsc\nhiff"
    assert cell_lines("one\ntwo three", width=5, measure=len) == "one\ntwo\nthree"


@given(cells=st.lists(st.lists(st.text(max_size=40), min_size=4, max_size=4), max_size=6), width=st.integers(20, 300))
def test_what_is_left_fits(cells: list[list[str]], width: int) -> None:
    """A table is never wider than the screen, and what was asked for is there, in a table or in blocks."""
    columns = (ID, TEXT, SOURCE, NOTE)
    by_key = {entry.key: [row[number] for row in cells] for number, entry in enumerate(columns)}
    found = fit(columns, by_key, width=width, measure=len)
    assert sum(found.widths.values()) + GAP * (len(found.widths) - 1) <= width
    assert {*found.left_out} <= {SOURCE, NOTE}
    assert list(found.widths) in ([], [entry.key for entry in columns if entry not in found.left_out])


@given(text=st.text(alphabet="ab -/", max_size=80), width=st.integers(1, 20))
def test_the_lines_of_a_cell_fit_and_lose_nothing(text: str, width: int) -> None:
    """However narrow a column is, its lines have all letters, and none is wider."""
    lines = cell_lines(text, width=width, measure=len).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(len, lines)) <= max(width, len(text) if text.isspace() else width)


def test_lines_break_between_words() -> None:
    """A line ends before the word that would pass its end."""
    assert breaks("one two three", width=8, measure=len) == [8]


def test_a_long_word_keeps_its_line() -> None:
    """An address is not cut: the terminal wraps it, and it can still be followed."""
    assert breaks("see https://example.org/page now", width=10, measure=len) == [4, 29]


@given(text=st.text(alphabet="ab ", max_size=80), width=st.integers(2, 20))
def test_breaking_loses_nothing(text: str, width: int) -> None:
    """The lines together are the text, and each fits unless it is one word."""
    places = breaks(text, width=width, measure=len)
    lines = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    assert "".join(lines) == text
    assert all(len(line.rstrip()) <= width or " " not in line.strip() for line in lines)
