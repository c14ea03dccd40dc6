"""Which columns of a table fit a screen, and how wide each becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from cnes_partners.output.breaks import Measure, longest_word
from cnes_partners.views.view import Column

GAP = 2
_NARROWEST_TEXT = 14
_LONGEST_WORD = 24
_LINES_OF_A_BLOCK = 3
_WIDEST_TWO_LINES = 30
# An id is never broken; other words, and addresses, may be after a hyphen or a slash.
_ID = re.compile(r"[\[(]*[a-z0-9]+(?:-[a-z0-9]+)+[\])]*[.,;:]*")
_PIECE = re.compile(r"[^-/]*[-/]+|[^-/]+")

Cells = Mapping[str, Sequence[str]]


class Fit(NamedTuple):
    """The columns that a table shows, with their widths in characters, and those that it leaves out.

    Without widths those that are left fit no table of that width.
    """

    widths: dict[str, int]
    left_out: tuple[Column, ...]


def fit(columns: Sequence[Column], cells: Cells, *, width: int | None, measure: Measure) -> Fit:
    """Return how *columns* share *width* characters (None: as many as they need).

    Long text wraps first; then columns go, the highest ``drop`` first; then names and text wrap wherever a word ends.
    Columns without a ``drop`` are what was asked for, and stay.
    """
    natural = {column.key: _natural(column, cells[column.key], measure) for column in columns}
    if width is None:
        return Fit(widths=natural, left_out=())
    narrowest = {column.key: _narrowest(column, cells[column.key], natural[column.key], measure) for column in columns}
    left = list(columns)
    for column in sorted((column for column in columns if column.drop), key=lambda column: -column.drop):
        if _total(left, narrowest) <= width:
            break
        left.remove(column)
    if _total(left, narrowest) > width:
        narrowest |= {column.key: _between_words(column, cells[column.key], narrowest, measure) for column in left}
    room = width - _total(left, narrowest)
    shown = left if room >= 0 else _of_a_block(columns, left)
    widths = _share({column.key: narrowest[column.key] for column in left}, natural, room) if room >= 0 else {}
    return Fit(widths=widths, left_out=tuple(column for column in columns if column not in shown))


def heading(columns: Sequence[Column]) -> Sequence[Column]:
    """Return the names that rows begin with: what a row is called where it is no line of a table."""
    staying = (column for column in columns if not column.drop)
    return tuple(takewhile(lambda column: column.keep and not column.is_number, staying))


def _of_a_block(columns: Sequence[Column], left: Sequence[Column]) -> Sequence[Column]:
    """Return the columns of rows that stand one below the other: those that are *left*, and others up to three."""
    missing = _LINES_OF_A_BLOCK - (len(left) - len(heading(left)))
    others = sorted((column for column in columns if column not in left), key=lambda column: column.drop)
    return (*left, *others[: max(0, missing)])


def _longest_piece(cells: Iterable[str], measure: Measure) -> int:
    """Return the width of the longest part of a text that is in one line: an id, or a piece of a word."""
    words = {word for text in cells for word in text.split()}
    return max((_piece_width(word, measure) for word in words), default=0)


def _piece_width(word: str, measure: Measure) -> int:
    if measure(word) <= _NARROWEST_TEXT or _ID.fullmatch(word):
        return measure(word)
    return min(max(map(measure, _PIECE.findall(word))), _LONGEST_WORD)


def _natural(column: Column, cells: Sequence[str], measure: Measure) -> int:
    return max(measure(line) for text in (column.title, *cells) for line in text.split("\n"))


def _narrowest(column: Column, cells: Sequence[str], natural: int, measure: Measure) -> int:
    """Return how narrow a column may become before it or others go.

    Text that stays gets room for its usual cell in two lines; one that may go must show its longest in four.
    """
    if not column.wraps:
        return natural
    lengths = [measure(text) for text in cells] or [0]
    readable = max(lengths) // 4 if column.drop else min(sum(lengths) // len(lengths) // 2, _WIDEST_TWO_LINES)
    return min(natural, max(_NARROWEST_TEXT, _longest_piece((column.title, *cells), measure), readable))


def _between_words(column: Column, cells: Sequence[str], narrowest: Mapping[str, int], measure: Measure) -> int:
    """Return how narrow a column becomes before rows are no table: names and text wrap, numbers do not."""
    if not (column.wraps or (column.keep and not column.is_number)):
        return narrowest[column.key]
    longest = _longest_piece if column.wraps else longest_word
    return min(narrowest[column.key], longest((column.title, *cells), measure))


def _total(columns: Sequence[Column], widths: Mapping[str, int]) -> int:
    return sum(widths[column.key] for column in columns) + GAP * (len(columns) - 1)


def _share(narrowest: Mapping[str, int], natural: Mapping[str, int], room: int) -> dict[str, int]:
    """Return widths that share *room* among the columns that could use it."""
    widths = dict(narrowest)
    while room > 0 and (wanting := [key for key in widths if widths[key] < natural[key]]):
        for key in wanting[:room]:
            widths[key] += 1
        room -= min(room, len(wanting))
    return widths
