"""How large an answer that is laid out may be: nobody reads more, and few could hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from typing import TypeVar

from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence

Piece = TypeVar("Piece", bound=Sized)

MOST_CHARACTERS = 30_000_000  # of a table; a line off a terminal may have as many


def refuse_beyond_bound(characters: int) -> None:
    """Refuse a table of more than MOST_CHARACTERS.

    Raises:
        UsageError: It would take more.
    """
    if characters > MOST_CHARACTERS:
        message = sentence(
            "The table would take {size} MB; ask for less, or for -f csv, which has no widths to fill.",
            size=characters // 10**6,
        )
        raise UsageError(message)


def bounded(pieces: Iterable[Piece], characters: Callable[[Piece], int] = len) -> Sequence[Piece]:
    """Return the pieces of an answer, whole.

    Raises:
        UsageError: It would take more characters than MOST_CHARACTERS.
    """
    made: list[Piece] = []
    size = 0
    for piece in pieces:
        made.append(piece)
        size += characters(piece)
        refuse_beyond_bound(size)
    return made
