"""Text that is safe to write: no control characters, and stand-ins for what a stream cannot encode."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TextIO

from cnes_partners.model.controls import visible

_NOT_ASCII = re.compile("[^\x00-\x7f]")
_ASCII = str.maketrans(
    {"─": "-", "━": "-", "│": "|", "═": "=", "┄": "-", "╌": "-", "└": "+", "├": "+", "┼": "+", "┤": "+", "┬": "+",
     "┴": "+", "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#", "▍": "#", "▎": "|", "▏": "|", "▐": "#", "▀": "#",
     "▄": "#", "▁": "_", "▂": "_", "▃": "_", "▅": "#", "▆": "#", "▇": "#", "░": ".", "▒": ":", "▓": "%",
     "●": "*", "○": "o", "•": "*", "·": ".", "▶": ">", "▸": ">", "◆": "*", "◇": "o", "■": "#", "▲": "^", "□": "o",
     "–": "-", "—": "-", "−": "-", "…": "...", "≈": "~", "×": "x", "→": "->", "←": "<-", "≥": ">=", "≤": "<=",
     "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u202f": " ", "\xa0": " ", "€": "EUR",
     "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ß": "ss", "ε": "e", "µ": "u", "°": "deg"}
)  # fmt: skip


def printable(text: str, stream: TextIO) -> str:
    """Return *text* with escapes for control characters and for what *stream* cannot encode."""
    return escaped(visible(text), getattr(stream, "encoding", None) or "utf-8")


def escaped(text: str, encoding: str) -> str:
    r"""Return *text* with \u20ac for what *encoding* lacks; nothing is lost."""
    return text.encode(encoding, errors="backslashreplace").decode(encoding)


def encodable(text: str, encoding: str) -> str:
    """Return *text* with stand-ins for what *encoding* lacks: ASCII signs, letters without accents, else "?"."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return _NOT_ASCII.sub(lambda found: _stand_in(found[0], encoding), text)
    return text


@lru_cache(maxsize=1024)
def _stand_in(char: str, encoding: str) -> str:
    import unicodedata

    stripped = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    for candidate in (char, char.translate(_ASCII), stripped):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return "?"
