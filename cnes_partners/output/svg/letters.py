"""How much room a text takes, and where it goes on in the next line: no text of a picture is cut.

Which font a viewer has is not known. Widths are those of DejaVu Sans, the widest of the usual ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum

from cnes_partners.output.breaks import BETWEEN_WORDS

TEXT, SMALL, TITLE = 13.0, 11.0, 18.0  # sizes of letters
BOLD = 1.12  # how much wider bold letters are
# Parts of the size that letters take: each kind's widest.
_KINDS = (
    (" \u00a0\u202fijlI|!':;.,’", 0.35),
    ('()[]/\\-fItr`J"', 0.47),
    ("abcdeghknopqsuvxyz0123456789€°*_$?–“”«»", 0.64),
    ("ABCDEFGHKLNOPQRSTUVXYZ", 0.79),
    ("w&+<>=~#−×≈", 0.84),
)
_LETTERS = {letter: width for letters, width in reversed(_KINDS) for letter in letters}
_LOWER, _UPPER, _WIDEST = 0.64, 0.79, 1.08


def text_width(text: str, size: float = TEXT) -> float:
    """Return how wide a text is at most likely."""
    return size * fsum(map(_letter_width, text))  # which is the same on every Python


def _letter_width(letter: str) -> float:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter.isascii() or not letter.isalpha():
        return _WIDEST
    from unicodedata import normalize

    return _LETTERS.get(normalize("NFD", letter)[0], _WIDEST)


def wrapped(text: str, room: float, size: float = TEXT) -> tuple[str, ...]:
    """Return *text* in lines no wider than *room*, broken between words, or within one that is wider by itself."""
    lines: list[str] = []
    for word in BETWEEN_WORDS.split(text):
        if lines and text_width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, room, size)
    return tuple(lines)


def _pieces(word: str, room: float, size: float) -> list[str]:
    """Return a word whole where it fits, else in pieces that do."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def widest(lines: Iterable[str], size: float = TEXT) -> float:
    """Return the room that lines take beside each other."""
    return max((text_width(line, size) for line in lines), default=0)


def in_rows(widths: Sequence[float], room: float) -> list[tuple[int, float]]:
    """Return row and distance from the left for things of these widths, one beside the other where they fit."""
    places: list[tuple[int, float]] = []
    row, x = 0, 0.0
    for width in widths:
        if x and x + width > room:
            row, x = row + 1, 0.0
        places.append((row, x))
        x += width
    return places
