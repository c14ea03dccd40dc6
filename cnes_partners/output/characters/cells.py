"""Lines of characters in pieces that may have colours, and how texts are set in them."""

from __future__ import annotations

from typing import NamedTuple

from cnes_partners.output.breaks import BETWEEN_WORDS


class Span(NamedTuple):
    """Some characters, and the number of the colour they may have; the shape says the same without it."""

    text: str
    colour: int | None = None


Line = tuple[Span, ...]


def plain(line: Line) -> str:
    """Return a line's text without colours."""
    return "".join(span.text for span in line).rstrip()


def cell_width(text: str) -> int:
    """Return how many columns *text* takes in a terminal."""
    from unicodedata import combining, east_asian_width

    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def padded(text: str, width: int, *, is_right: bool = False) -> str:
    """Return *text* with blanks up to *width* columns."""
    blanks = " " * max(0, width - cell_width(text))
    return blanks + text if is_right else text + blanks


def lines_of(text: str, width: int) -> list[str]:
    """Return *text* in lines of *width* between words; a word that is too long keeps its line."""
    lines: list[str] = []
    for word in BETWEEN_WORDS.split(text):
        if lines and cell_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def wrapped(words: list[Line], width: int, *, gap: int = 3) -> list[Line]:
    """Return pieces side by side, *gap* blanks apart, in as many lines as they need.

    The last span of a piece that is too wide by itself goes on in lines of its own, below where it begins.
    """
    rows: list[list[Span]] = [[]]
    used = 0
    for word in words:
        length = _width_of(word)
        if rows[-1] and used + gap + length > width:
            rows.append([])
            used = 0
        if rows[-1]:
            rows[-1].append(Span(" " * gap))
            used += gap
        first, *others = _pieces(word, width)
        rows[-1].extend(first)
        rows.extend(list(other) for other in others)
        used += length
    return [tuple(row) for row in rows]


def _pieces(word: Line, width: int) -> list[Line]:
    """Return a piece in lines of *width*: its last span between words, the others before its beginning."""
    *marks, text = word
    indent = _width_of(tuple(marks))
    first, *others = lines_of(text.text, width - indent)
    return [
        (*marks, Span(first, text.colour)),
        *((Span(" " * indent), Span(other, text.colour)) for other in others),
    ]


def _width_of(line: Line) -> int:
    return cell_width("".join(span.text for span in line))
