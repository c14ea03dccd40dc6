"""Where the lines of a text break: between words, or inside one that is too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Measure = Callable[[str], int]

# A line does not begin with a unit or a French sign: such a space is as good as one that forbids a break.
BEFORE_SIGN = re.compile(r" (?=M€|[%:;!?»](?:\s|$))")
BETWEEN_WORDS = re.compile(r" (?!M€|[%:;!?»](?:\s|$))")
_MOST_IN_A_CELL = 4  # characters, of which the most combine with the one before
_WORD = re.compile(r"\s*\S+\s*")


def breaks(text: str, *, width: int, measure: Measure, is_hard: bool = False) -> list[int]:
    """Return where to break *text* into lines of *width* between words; a word that is too long keeps its line.

    Where *is_hard* it is broken, too, if it can after a hyphen or another sign.
    """
    found: list[int] = []
    room = width
    for word in _WORD.finditer(text):
        start, rest = word.start(), word[0]
        if measure(rest.rstrip()) > room and start:
            found.append(start)
            room = width
        if is_hard:
            cuts = _hard_cuts(rest, room, width, measure)
            found.extend(start + cut for cut in cuts)
            rest, room = (rest[cuts[-1] :], width) if cuts else (rest, room)
        room -= measure(rest)
    return found


def _hard_cuts(word: str, room: int, width: int, measure: Measure) -> list[int]:
    """Return where to cut a word that is wider than *room*, then than *width*.

    Of the rest no more is looked at than a line could take, so that a word of megabytes takes time in proportion.
    """
    found: list[int] = []
    start = 0
    while True:
        some = word[start : start + _MOST_IN_A_CELL * room + 1]
        if measure(some.rstrip()) <= room and len(some) <= _MOST_IN_A_CELL * room:
            return found
        start += _cut(some, room, measure)
        room = width
        found.append(start)


def _cut(word: str, room: int, measure: Measure) -> int:
    """Return how much of *word* fits *room*, up to a sign that it may be broken after if there is one."""
    end = next((end for end in range(len(word), 1, -1) if measure(word[:end]) <= room), 1)
    return max((sign + 1 for sign in range(1, end) if word[sign] in "-/"), default=end)


def cell_lines(text: str, *, width: int, measure: Measure) -> str:
    """Return the text of a cell in lines of *width*."""
    if measure(text) <= width and "\n" not in text:
        return text
    return "\n".join(part for line in text.split("\n") for part in _parts(line, width, measure))


def _parts(line: str, width: int, measure: Measure) -> list[str]:
    places = breaks(line, width=width, measure=measure, is_hard=True)
    return [line[start:end].rstrip() for start, end in zip([0, *places], [*places, len(line)], strict=True)]


def longest_word(cells: Iterable[str], measure: Measure) -> int:
    """Return the width of the longest word."""
    return max((measure(word) for text in cells for word in text.split()), default=0)
