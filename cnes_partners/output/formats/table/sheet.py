"""Where an answer is printed: lines of text as wide as the screen, in colours and signs that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from cnes_partners.model.controls import visible
from cnes_partners.output.breaks import BEFORE_SIGN, breaks, longest_word
from cnes_partners.output.formats.bound import MOST_CHARACTERS
from cnes_partners.output.formats.table.widths import GAP
from cnes_partners.output.links import AddressOf, is_of_the_web, links_in
from cnes_partners.output.terminal import Screen, encodable

ACCENT = "cyan"
NARROWEST = 20
_PROSE = 100  # sentences that run on further are hard to read, however wide the screen
_LEAST_ROOM = 12  # beside a label; with less, a text stands under it
# Rich breaks lines at spaces that forbid it, too: private letters stand in for those until the lines are made.
_HELD = {"\u00a0": "\ue0a0", "\u202f": "\ue02f"}
_PLAIN_HELD = "\ue020"
_RELEASED = {_PLAIN_HELD: " "} | {stand_in: space for space, stand_in in _HELD.items()}
_NOT_HELD = re.compile(f"[^{''.join(_RELEASED)}]+")
_CITED = r"\[[a-z0-9][a-z0-9-]+\]"


class Sheet:
    """Prints lines for a screen; its ``width`` is None where nothing is cut or wrapped."""

    def __init__(self, screen: Screen, address_of: AddressOf) -> None:
        self.screen = screen
        self._address_of = address_of
        self._paper = _Paper(screen.encoding)
        self.console = _console(screen, self._paper)
        self.width = self.console.width if screen.width else None

    @property
    def text(self) -> str:
        """Return what was printed."""
        return "".join(self._paper.texts)

    def print_title(self, title: str, *, level: int) -> None:
        """Print a title; the answer's own has level 0."""
        self.print_wrapped(title, style=f"bold {ACCENT}" if level == 0 else "bold")

    def print_wrapped(self, line: str, *, style: str = "", hang: int = 0) -> None:
        """Print a line between words, without breaking those that are too long (addresses); keep its indent."""
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        shown = self.cited(self.clean(text), style=style)
        if self.width is None:
            self._print(" " * indent, shown)
            return
        room = max(min(self.width, _PROSE) - indent - hang, NARROWEST // 2)
        for number, part in enumerate(_lines(shown, room)):
            self._print(" " * (indent + (hang if number else 0)), part)

    def print_pairs(
        self, pairs: Sequence[tuple[str, str]], *, indent: int = 0, lists: Sequence[bool] | None = None
    ) -> None:
        """Print texts beside their labels, or under them where the screen leaves little room; no word is broken.

        *lists* says of each text whether it is a list of sources.
        """
        labels = [self.clean(label) for label, _ in pairs]
        column = max(map(cell_len, labels), default=0)
        room = None
        if self.width is not None:
            if self.width <= 2 * NARROWEST:
                column = min(column, max(self.width // 3, longest_word(labels, cell_len)))
            room = min(self.width - indent - column - GAP, _PROSE)
            if room < _LEAST_ROOM:
                column, room = 0, self.width - indent
        for label, (_, text), is_list in zip(labels, pairs, lists or [False] * len(pairs), strict=True):
            self._print_pair(label, self.cited(self.clean(text), is_list=is_list), " " * indent, column, room)

    def _print_pair(self, label: str, text: Text, indent: str, column: int, room: int | None) -> None:
        words = Text(label, style="dim")
        left = _lines(words, column or self.width or 0) if room else [words]
        right = _lines(text, room) if room else [text]
        if label and (not column or (room and any(cell_len(line.plain) > room for line in right))):
            for line in left:
                self._print(indent, line)
            left, column = [], 0
            indent += " " * GAP
        for name, line in zip_longest(left, right, fillvalue=Text("")):
            is_wide = bool(self.width) and not column and len(indent) + cell_len(line.plain) > (self.width or 0)
            gap = " " * (column + GAP - cell_len(name.plain)) if column and label else ""
            self._print("" if is_wide else indent, name, gap, line)

    def _print(self, *parts: str | Text) -> None:
        self.console.print(*(Text(part) if isinstance(part, str) else part for part in parts), sep="", soft_wrap=True)

    def print_plain(self, line: str) -> None:
        """Print a line that is ready, in a twentieth of the time and memory that Rich takes."""
        self._paper.write(f"{line}\n")

    def print_spans(self, spans: Iterable[tuple[str, str]]) -> None:
        """Print a line of texts with their styles, never wrapped."""
        self.console.print(Text.assemble(*((self.clean(text), style) for text, style in spans)), soft_wrap=True)

    def clean(self, text: str) -> str:
        """Return data as the screen can show it; a space that forbids a break stays held, also where ASCII has none."""
        held = BEFORE_SIGN.sub(_PLAIN_HELD, _replaced(visible(text), _HELD))
        return _NOT_HELD.sub(lambda part: encodable(part[0], self.screen.encoding), held)

    def cited(self, text: str, *, style: str = "", is_list: bool = False) -> Text:
        """Return clean data as Rich text, never read as markup, its [source-ids] dim, and links where there are any."""
        shown = Text(text, style=style)
        if self.screen.has_colour:
            shown.highlight_regex(_CITED, "dim")
        if self.screen.has_links:
            for found in links_in(text, self._address_of, is_list=is_list):
                if not text.startswith("\n", found.end):  # where an address may go on in the next line
                    shown.stylize(_link(found.address), found.start, found.end)
        return shown


def _link(address: str) -> Style:
    """Return the style of a link; nothing but visible ASCII stands in the sequence that makes one."""
    safe = (chr(byte) if 0x21 <= byte <= 0x7E else f"%{byte:02X}" for byte in address.encode(errors="replace"))
    return Style(link="".join(safe)) if is_of_the_web(address) else Style()


class _Paper(StringIO):
    """Keeps what is printed on it as it is to be shown; whole lines are printed at a time."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._encoding = encoding

    def write(self, text: str) -> int:
        """Keep the lines without the spaces at their ends, and with the spaces that were held."""
        lines = _replaced(text, _RELEASED).splitlines()
        self.texts.append(encodable("".join(f"{line.rstrip()}\n" for line in lines), self._encoding))
        return len(text)


def _console(screen: Screen, file: _Paper) -> Console:
    """Return a console that decides nothing by itself: the screen has been looked at before."""
    return Console(
        file=file,
        width=max(screen.width, NARROWEST) if screen.width else MOST_CHARACTERS,
        force_terminal=screen.has_colour,
        color_system="standard" if screen.has_colour else None,
        no_color=not screen.has_colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def _replaced(text: str, signs: dict[str, str]) -> str:
    """Return *text* with other signs; translate() looks up each letter of a text with accents, and takes longer."""
    for sign, other in signs.items():
        text = text.replace(sign, other)
    return text


def _lines(text: Text, room: int) -> list[Text]:
    """Return *text* in lines of *room* between words."""
    parts = list(text.divide(breaks(text.plain, width=room, measure=cell_len)))
    for part in parts:
        part.rstrip()
    return parts
