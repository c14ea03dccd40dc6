"""A View as people read it: Rich tables on a terminal, the same uncoloured and uncut off it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import chain, groupby, islice, zip_longest
from typing import TYPE_CHECKING

from cnes_partners.errors import UsageError
from cnes_partners.model.controls import visible
from cnes_partners.output.picture import colour_of, picture_width
from cnes_partners.output.plain import encodable
from cnes_partners.output.widths import GAP, Cells, Measure, breaks, fit
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.view import Column, View
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

ACCENT = "cyan"
NARROWEST = 20
MOST_CHARACTERS = 30_000_000
_ROWS_AT_ONCE = 500
_UNCUT = 100_000
_PROSE = 100  # sentences that run on further are hard to read, however wide the screen
# Rich breaks lines at spaces that forbid it, too: private letters stand in for those until the lines are made.
_HELD = {0xA0: 0xE0A0, 0x202F: 0xE02F}
_PLAIN_HELD = 0xE020
_RELEASED = {_PLAIN_HELD: 0x20} | {stand_in: space for space, stand_in in _HELD.items()}
_BEFORE_UNIT = re.compile(r" (?=M€|[%:;!?»](?:\s|$))")  # a line does not begin with a unit or a French sign
_NOT_HELD = re.compile(f"[^{''.join(map(chr, _RELEASED))}]+")
_CITED = r"\[[a-z0-9][a-z0-9-]+\]"


Row = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where text goes: its width (None: as wide as the text needs), colour, and what it can encode."""

    width: int | None
    has_colour: bool
    encoding: str = "utf-8"


def table_text(view: View, screen: Screen, *, has_header: bool = True, say: Words | None = None) -> str:
    """Return the view as a table, or as its sections, for *screen*."""
    paper = _Paper(screen.encoding)
    page = _Page(screen, _console(screen, paper), say or Words(), has_header=has_header)
    notes = page.print_view(view)
    for lines in view.after:
        page.print_section(lines)
    page.print_end(notes)
    return "".join(paper.texts)


class _Paper(StringIO):
    """Keeps what is printed on it as it is to be shown; whole lines are printed at a time."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._encoding = encoding

    def write(self, text: str) -> int:
        """Keep the lines without the spaces at their ends, and with the spaces that were held."""
        lines = text.translate(_RELEASED).splitlines()
        self.texts.append(encodable("".join(f"{line.rstrip()}\n" for line in lines), self._encoding))
        return len(text)


def _console(screen: Screen, file: _Paper) -> Console:
    """Return a console that decides nothing by itself: the screen has been looked at before."""
    from rich.console import Console

    return Console(
        file=file,
        width=max(screen.width, NARROWEST) if screen.width else _UNCUT,
        force_terminal=screen.has_colour,
        color_system="standard" if screen.has_colour else None,
        no_color=not screen.has_colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


class _Page:
    """Prints one answer on a screen."""

    def __init__(self, screen: Screen, console: Console, say: Words, *, has_header: bool) -> None:
        self.console = console
        self.screen = screen
        self.say = say
        self.width = console.width if screen.width else None
        self.has_header = has_header

    def print_view(self, view: View, *, level: int = 0) -> tuple[str, ...]:
        """Print title, sections or table; return the notes that belong below."""
        if self.has_header and view.title:
            self._print_title(view.title, level=level)
        if not view.sections:
            return (*view.notes, *self._print_rows(view))
        for section in view.sections:
            self.print_section(section)
        return view.notes

    def print_section(self, section: Fields | Lines | Picture | View) -> None:
        """Print one part of an answer under its title."""
        self.console.print()
        if isinstance(section, View):
            self._print_notes(self.print_view(section, level=1))
            return
        if section.title:
            self._print_title(section.title, level=1)
        if isinstance(section, Picture):
            self._print_picture(section)
            return
        if isinstance(section, Fields):
            self._print_fields(section)
            return
        for line in section.lines:
            self._print_wrapped(line, hang=2 if section.is_list else 0)

    def print_end(self, notes: Sequence[str]) -> None:
        """Print the notes on the whole answer."""
        if self.has_header and notes:
            self.console.print()
            self._print_notes(notes)

    def _print_notes(self, notes: Sequence[str]) -> None:
        for note in notes if self.has_header else ():
            self._print_wrapped(note, style="dim")

    def _print_title(self, title: str, *, level: int) -> None:
        self._print_wrapped(title, style=f"bold {ACCENT}" if level == 0 else "bold")

    def _print_wrapped(self, line: str, *, style: str = "", hang: int = 0) -> None:
        """Print a line between words, without breaking those that are too long (addresses); keep its indent."""
        from rich.cells import cell_len

        text = line.lstrip(" ")
        indent = len(line) - len(text)
        shown = self._text(text, style=style)
        if self.width is None:
            self.console.print(self._text(" " * indent), shown, sep="", soft_wrap=True)
            return
        room = max(min(self.width, _PROSE) - indent - hang, NARROWEST // 2)
        for number, part in enumerate(shown.divide(breaks(shown.plain, width=room, measure=cell_len))):
            part.rstrip()
            self.console.print(" " * (indent + (hang if number else 0)), part, sep="", soft_wrap=True)

    def _print_picture(self, picture: Picture) -> None:
        from rich.text import Text

        from cnes_partners.views.charts import draw

        for line in draw(picture.chart, picture_width(self.screen.width)):
            parts = ((self._clean(span.text), colour_of(span.colour)) for span in line)
            self.console.print(Text.assemble(*parts), soft_wrap=True)

    def _print_fields(self, section: Fields) -> None:
        from rich.table import Table

        grid = Table.grid(padding=(0, GAP, 0, 0))
        grid.add_column(style="dim", no_wrap=self.width is None or self.width > 2 * NARROWEST)
        grid.add_column(overflow="fold", no_wrap=self.width is None, max_width=None if self.width is None else _PROSE)
        for label, text in section.pairs:
            grid.add_row(self._text(label), self._text(text))
        self.console.print(grid)

    def _print_rows(self, view: View) -> tuple[str, ...]:
        """Print the table of the rows, or one for each group; all have the same widths, so that they line up.

        An answer without rows has no table: its title says so. Returns what is to say of the columns: notes on those
        that are shown, and which had no room.
        """
        from rich.cells import cell_len

        if not view.rows:
            return ()
        columns = [replace(column, title=self._clean(column.title)) for column in view.columns if column.shown]
        cells = {column.key: [self._clean(column.text(row)) for row in view.rows] for column in columns}
        fitting = fit(columns, cells, width=self.width, measure=cell_len)
        left = [column for column in columns if column.key in fitting.widths]
        _refuse_size(len(view.rows), fitting.widths, cells)
        for name, numbers in _groups(view):
            if name is not None and self.has_header:
                self.console.print()
                self._print_title(name, level=1)
            rows = ([cells[column.key][number] for column in left] for number in numbers)
            if self.width is None and not self.screen.has_colour:
                self._print_plainly(left, fitting.widths, rows)
            else:
                self._print_tables(left, fitting.widths, rows)
        return (*(column.note for column in left if column.note), *self._no_room(fitting.left_out))

    def _no_room(self, left_out: Sequence[Column]) -> tuple[str, ...]:
        names = ", ".join(column.title for column in left_out)
        return (self.say("No room for: {columns} (-f json has all)", columns=names),) if names else ()

    def _print_plainly(self, columns: Sequence[Column], widths: Mapping[str, int], rows: Iterable[Row]) -> None:
        """Print rows that nothing cuts or colours as Rich would, in a twentieth of the time and memory."""
        from rich.cells import cell_len

        titles = [column.title for column in columns]
        rule = "─" * (sum(widths.values()) + GAP * (len(widths) - 1))
        for row in chain((titles,), rows) if self.has_header else rows:
            for parts in zip_longest(*(cell.split("\n") for cell in row), fillvalue=""):
                placed = zip(parts, columns, strict=True)
                padded = (_padded(part, widths[column.key], cell_len, column) for part, column in placed)
                self.console.file.write((" " * GAP).join(padded) + "\n")
            if row is titles:
                self.console.file.write(f"{rule}\n")

    def _print_tables(self, columns: Sequence[Column], widths: Mapping[str, int], rows: Iterable[Row]) -> None:
        """Print rows as Rich's tables, many at a time: each row needs kilobytes until it is printed."""
        has_header = self.has_header
        left = iter(rows)
        while some := list(islice(left, _ROWS_AT_ONCE)):
            self.console.print(self._table(columns, widths, some, has_header=has_header))
            has_header = False

    def _table(
        self, columns: Sequence[Column], widths: Mapping[str, int], rows: Sequence[Row], *, has_header: bool
    ) -> Table:
        from rich import box
        from rich.table import Table

        table = Table(
            box=box.SIMPLE_HEAD,
            show_header=has_header,
            header_style="bold",
            border_style="dim",
            pad_edge=False,
            padding=(0, GAP - 1, 0, 0),  # the box adds one space between columns
            show_edge=False,
        )
        for column in columns:
            table.add_column(
                self._text(column.title),
                justify="right" if column.is_number else "left",
                width=widths[column.key],
                no_wrap=self.width is None,
                overflow="fold",
                style=ACCENT if column.key == "id" else None,
            )
        for row in rows:
            table.add_row(*map(self._cited, row))
        return table

    def _clean(self, text: str) -> str:
        """Return data as the screen can show it; a space that forbids a break stays held, also where ASCII has none."""
        held = _BEFORE_UNIT.sub(chr(_PLAIN_HELD), visible(text).translate(_HELD))
        return _NOT_HELD.sub(lambda part: encodable(part[0], self.screen.encoding), held)

    def _text(self, text: str, *, style: str = "") -> Text:
        """Return data as Rich text, never read as markup, its [source-ids] dim."""
        return self._cited(self._clean(text), style=style)

    def _cited(self, text: str, *, style: str = "") -> Text:
        from rich.text import Text

        shown = Text(text, style=style)
        if self.screen.has_colour:
            shown.highlight_regex(_CITED, "dim")
        return shown


def _padded(text: str, width: int, measure: Measure, column: Column) -> str:
    """Return *text* in the width of its column."""
    room = " " * (width - measure(text))
    return f"{room}{text}" if column.is_number else f"{text}{room}"


def _refuse_size(rows: int, widths: Mapping[str, int], cells: Cells) -> None:
    """Refuse a table that nobody could read and few could hold.

    Raises:
        UsageError: It would take more characters than MOST_CHARACTERS.
    """
    across = sum(widths.values()) + GAP * len(widths)
    lines = sum(max(-(-len(cells[key][row]) // widths[key]) or 1 for key in widths) for row in range(rows))
    if across * lines > MOST_CHARACTERS:
        size = f"{across * lines // 10**6:,} MB"
        raise UsageError(f"The table would take {size}; ask for less, or for -f csv, which has no widths to fill.")


def _groups(view: View) -> Iterator[tuple[str | None, Sequence[int]]]:
    """Yield the numbers of the rows of each group with its name; without groups, of all rows."""
    numbers = range(len(view.rows))
    group = view.group
    if group is None:
        yield None, numbers
        return
    for name, members in groupby(numbers, lambda number: group(view.rows[number])):
        yield name, list(members)
