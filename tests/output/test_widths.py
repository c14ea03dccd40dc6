"""Columns share a screen: text wraps, then columns go, ids and names stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.output.widths import GAP, breaks, fit
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


def test_without_a_width_nothing_is_narrowed():
    """Off a terminal every column has the room it needs."""
    assert fitted(ID, NAME, TEXT, SOURCE, width=None) == ({"id": 4, "name": 13, "text": 45, "source": 14}, [])


def test_text_wraps_before_a_column_goes():
    """Long text gives way first and takes what is left."""
    assert fitted(ID, NAME, TEXT, SOURCE, width=60) == ({"id": 4, "name": 13, "text": 23, "source": 14}, [])


def test_the_highest_drop_goes_first():
    """Columns are left out in the order of their drop, as few as need be."""
    assert fitted(ID, NAME, SOURCE, NOTE, width=40) == ({"id": 4, "name": 13, "source": 14}, ["note"])


def test_names_wrap_between_words_when_all_else_is_gone():
    """Where only ids and names are left and still too wide, names wrap; ids have no words to wrap between."""
    assert fitted(ID, NAME, SOURCE, width=14) == ({"id": 4, "name": 8}, ["source"])


def test_columns_without_a_drop_go_last():
    """A text that nothing says to leave out stays until ids and names have no other way to fit."""
    assert fitted(ID, NAME, TEXT, width=20) == ({"id": 4, "name": 13}, ["text"])


def test_too_narrow_a_screen_narrows_everything():
    """Nothing that is kept is left out, however narrow the screen."""
    widths, _ = fitted(ID, NAME, width=5)
    assert widths == {"id": 4, "name": 4}


@given(cells=st.lists(st.lists(st.text(max_size=40), min_size=4, max_size=4), max_size=6), width=st.integers(20, 300))
def test_what_is_left_fits(cells: list[list[str]], width: int):
    """The widths and the gaps between columns are never more than the screen, and kept columns are always there."""
    columns = (ID, TEXT, SOURCE, NOTE)
    by_key = {entry.key: [row[number] for row in cells] for number, entry in enumerate(columns)}
    found = fit(columns, by_key, width=width, measure=len)
    assert sum(found.widths.values()) + GAP * (len(found.widths) - 1) <= width
    assert "id" in found.widths
    assert {*found.widths, *(entry.key for entry in found.left_out)} == {entry.key for entry in columns}


def test_lines_break_between_words():
    """A line ends before the word that would pass its end."""
    assert breaks("one two three", width=8, measure=len) == [8]


def test_a_long_word_keeps_its_line():
    """An address is not cut: the terminal wraps it, and it can still be followed."""
    assert breaks("see https://example.org/page now", width=10, measure=len) == [4, 29]


@given(text=st.text(alphabet="ab ", max_size=80), width=st.integers(2, 20))
def test_breaking_loses_nothing(text: str, width: int):
    """The lines together are the text, and each fits unless it is one word."""
    places = breaks(text, width=width, measure=len)
    lines = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    assert "".join(lines) == text
    assert all(len(line.rstrip()) <= width or " " not in line.strip() for line in lines)
