"""Which columns of a table fit a screen, how wide each becomes, and where lines break."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cnes_partners.views.view import Column

GAP = 2
_NARROWEST_TEXT = 14
_LONGEST_WORD = 24
_WIDEST_TWO_LINES = 30
_NARROWEST_ANYTHING = 4
_WORD = re.compile(r"\s*\S+\s*")

Measure = Callable[[str], int]
Cells = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The columns that a table shows, with their widths in characters, and those that it leaves out."""

    widths: dict[str, int]
    left_out: tuple[Column, ...]


def fit(columns: Sequence[Column], cells: Cells, *, width: int | None, measure: Measure) -> Fit:
    """Return how *columns* share *width* characters (None: as many as they need).

    Long text wraps first; then columns go, the highest ``drop`` first; then names wrap between words. Columns
    without a ``drop`` go last, and kept ones never: where even those do not fit, all become narrower.
    """
    natural = {column.key: _natural(column, cells[column.key], measure) for column in columns}
    if width is None:
        return Fit(widths=natural, left_out=())
    narrowest = {column.key: _narrowest(column, cells[column.key], natural[column.key], measure) for column in columns}
    narrow_names = {key: min(width, _longest_word(cells[key], measure)) for key in narrowest}
    left = list(columns)
    for column in [*_droppable(columns), None, *_last_resort(columns)]:
        if _total(left, narrowest) <= width:
            break
        if column is None:
            narrowest |= {entry.key: min(narrowest[entry.key], narrow_names[entry.key]) for entry in left if entry.keep}
        else:
            left.remove(column)
    chosen = {column.key: narrowest[column.key] for column in left}
    return Fit(
        widths=_share(chosen, natural, room=width - _total(left, narrowest)),
        left_out=tuple(column for column in columns if column not in left),
    )


def breaks(text: str, *, width: int, measure: Measure) -> list[int]:
    """Return where to break *text* into lines of *width* between words; a word that is too long keeps its line."""
    found: list[int] = []
    room = width
    for word in _WORD.finditer(text):
        if measure(word[0].rstrip()) > room and word.start():
            found.append(word.start())
            room = width
        room -= measure(word[0])
    return found


def _droppable(columns: Sequence[Column]) -> list[Column]:
    return sorted((column for column in columns if column.drop and not column.keep), key=lambda column: -column.drop)


def _last_resort(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that go when nothing else helps, the last first; one always stays."""
    return [column for column in reversed(columns) if not column.drop and not column.keep and column is not columns[0]]


def _natural(column: Column, cells: Sequence[str], measure: Measure) -> int:
    return max(measure(line) for text in (column.title, *cells) for line in text.split("\n"))


def _narrowest(column: Column, cells: Sequence[str], natural: int, measure: Measure) -> int:
    """Return how narrow a column may become before it or others go.

    Text that stays gets room for its usual cell in two lines; one that may go must show its longest in four.
    """
    if not column.wraps:
        return natural
    longest = _longest_word((column.title, *cells), measure)
    word = longest if column.keep else min(longest, _LONGEST_WORD)
    lengths = [measure(text) for text in cells] or [0]
    readable = max(lengths) // 4 if column.drop else min(sum(lengths) // len(lengths) // 2, _WIDEST_TWO_LINES)
    return min(natural, max(_NARROWEST_TEXT, word, readable))


def _longest_word(cells: Sequence[str], measure: Measure) -> int:
    return max((measure(word) for text in cells for word in text.split()), default=0)


def _total(columns: Sequence[Column], widths: Mapping[str, int]) -> int:
    return sum(widths[column.key] for column in columns) + GAP * (len(columns) - 1)


def _share(narrowest: Mapping[str, int], natural: Mapping[str, int], *, room: int) -> dict[str, int]:
    """Return widths that share *room* among the columns that could use it; too little room narrows all."""
    widths = dict(narrowest)
    while room < 0 and max(widths.values()) > _NARROWEST_ANYTHING:
        widths[max(widths, key=lambda key: widths[key])] -= 1
        room += 1
    while room > 0 and (wanting := [key for key in widths if widths[key] < natural[key]]):
        for key in wanting[:room]:
            widths[key] += 1
        room -= min(room, len(wanting))
    return widths
