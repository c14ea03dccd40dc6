"""What a stream can show: its size, its colour, and texts without what it cannot encode or what commands it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TextIO

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


_OBEYS_ESCAPES = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


class ColourChoice(StrEnum):
    """Whether to colour: as the stream and the environment say, or as told."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Screen(NamedTuple):
    """Where text goes: its width (None: as wide as the text needs), colour, and what it can encode."""

    width: int | None
    has_colour: bool
    encoding: str = "utf-8"
    has_links: bool = False


def in_plain_spaces(text: str) -> str:
    """Return *text* with plain spaces for those that no line is broken at, which ``grep '1 070'`` does not match."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def screen_of(stream: TextIO | None, colour: ColourChoice, *, width: int | None = None) -> Screen:
    """Return what *stream* (None: a file) can show; off a terminal it is as wide as told, or as the text needs."""
    if stream is None:
        return Screen(width=width, has_colour=has_colour(colour, is_terminal=False, environ=os.environ))
    is_terminal = stream.isatty()
    obeys = is_terminal and obeys_escapes(stream)
    is_coloured = has_colour(colour, is_terminal=obeys, environ=os.environ)
    return Screen(
        width=width or (terminal_size(stream)[0] if is_terminal else None),
        has_colour=is_coloured,
        encoding=stream.encoding or "utf-8",
        has_links=obeys and is_coloured and has_links(os.environ),
    )


def has_colour(choice: ColourChoice, *, is_terminal: bool, environ: Mapping[str, str]) -> bool:
    """Return whether to colour: --color over NO_COLOR over CLICOLOR_FORCE and FORCE_COLOR over TERM."""
    if choice is not ColourChoice.AUTO:
        return choice is ColourChoice.ALWAYS
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("CLICOLOR_FORCE") or environ.get("FORCE_COLOR")
    if forced:
        return forced not in ("0", "false")
    return is_terminal and environ.get("TERM") != "dumb"


def obeys_escapes(stream: TextIO) -> bool:
    """Return whether the terminal behind *stream* obeys escape sequences; a console of Windows has to be told to."""
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    kernel = ctypes.windll.kernel32
    console, mode = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno())), ctypes.c_uint32()
    is_console = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(is_console and kernel.SetConsoleMode(console, mode.value | _OBEYS_ESCAPES))


def has_links(environ: Mapping[str, str]) -> bool:
    """Return whether a terminal can be given links (OSC 8): it shows or drops them, but for a few that print them.

    tmux 3.3 and GNU screen 4.9 drop them, tmux from 3.4 on hands them on to terminals that are known to show them.
    """
    return not environ.get("TERM", "").startswith(("dumb", "linux", "eterm")) and environ.get("FORCE_HYPERLINK") != "0"


def terminal_size(stream: TextIO) -> tuple[int, int]:
    """Return columns and lines of the terminal behind *stream*; COLUMNS and LINES go first where they are sensible."""
    try:
        columns, lines = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        columns, lines = 0, 0
    return told_size("COLUMNS") or columns or 80, told_size("LINES") or lines or 24


def told_size(variable: str) -> int:
    """Return the size that an environment variable tells, 0 where it tells none."""
    text = os.environ.get(variable, "")
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= 10_000 else 0


def printable(text: str, stream: TextIO) -> str:
    """Return *text* with escapes for control characters and for what *stream* cannot encode."""
    from cnes_partners.model.controls import visible

    return escaped(visible(text), getattr(stream, "encoding", None) or "utf-8")


def escaped(text: str, encoding: str) -> str:
    r"""Return *text* with \u20ac for what *encoding* lacks, plain spaces and quotation marks for French ones."""
    signs = {ord(sign): encodable(sign, encoding) for sign in "«»\u00a0\u202f"}
    return text.translate(signs).encode(encoding, errors="backslashreplace").decode(encoding)


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


def in_utf_8(text: str) -> bytes:
    r"""Return *text* in UTF-8; of a path that is no UTF-8 the bytes as \udcff, which is how JSON writes them."""
    return text.encode(errors="backslashreplace")
