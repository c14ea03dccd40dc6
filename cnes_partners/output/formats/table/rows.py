"""The rows of an answer as a table, or, where the screen is too narrow for one, each row as a block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from cnes_partners.output.breaks import cell_lines
from cnes_partners.output.formats.bound import refuse_beyond_bound
from cnes_partners.output.formats.table.sheet import ACCENT, Sheet
from cnes_partners.output.formats.table.widths import GAP, Cells, fit, heading
from cnes_partners.views.view import Column, View
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from rich.table import Table

_ROWS_AT_ONCE = 500

Row = Sequence[str]


def print_rows(sheet: Sheet, view: View, say: Words, *, has_header: bool) -> tuple[str, ...]:
    """Print the table of the rows, or one for each group; all have the same widths, so that they line up.

    An answer without rows has no table: its title says so. Returns what is to say of the columns: notes on those
    that are shown, and which had no room.
    """
    if not view.rows:
        return ()
    columns = [replace(column, title=sheet.clean(column.title)) for column in view.columns if column.shown]
    cells = {column.key: [sheet.clean(column.text(row)) for row in view.rows] for column in columns}
    refuse_beyond_bound(sum(map(len, chain.from_iterable(cells.values()))))  # before anything is measured
    fitting = fit(columns, cells, width=sheet.width, measure=cell_len)
    left = [column for column in columns if column not in fitting.left_out]
    widths = fitting.widths or {column.key: sheet.width or 1 for column in left}
    _refuse_size(len(view.rows), widths, cells)
    listed = {column.key for column in left if view.names_sources(column)}
    shown = _Rows(sheet, left, widths, listed, has_header)
    for name, numbers in view.groups():
        if name is not None and has_header:
            sheet.console.print()
            sheet.print_title(name, level=1)
        rows = ([cells[column.key][number] for column in left] for number in numbers)
        if not fitting.widths:
            shown.print_blocks(rows)
        elif sheet.width is None and not sheet.screen.has_colour:
            shown.print_plainly(rows)
        else:
            shown.print_tables(rows)
    return (*(column.note for column in left if column.note), *_no_room(fitting.left_out, say))


def _no_room(left_out: Sequence[Column], say: Words) -> tuple[str, ...]:
    names = ", ".join(column.title for column in left_out)
    return (say("No room for: {columns} (-f json has all)", columns=names),) if names else ()


class _Rows(NamedTuple):
    """Where rows are printed, in which columns, how wide, and in which of them sources are listed."""

    sheet: Sheet
    columns: Sequence[Column]
    widths: Mapping[str, int]
    listed: Set[str]
    has_header: bool

    def print_blocks(self, rows: Iterable[Row]) -> None:
        """Print each row below the names that it begins with, its other values beside their labels."""
        names = heading(self.columns)
        lists = [column.key in self.listed for column in self.columns if column not in names]
        for row in rows:
            cells = list(zip(self.columns, row, strict=True))
            head = (" " * GAP).join(cell for column, cell in cells if column in names)
            pairs = [(column.title if self.has_header else "", cell) for column, cell in cells if column not in names]
            self.sheet.console.print()
            if head:
                self.sheet.print_wrapped(head, style=ACCENT, hang=GAP)
            self.sheet.print_pairs(pairs, indent=GAP if head else 0, lists=lists)

    def print_plainly(self, rows: Iterable[Row]) -> None:
        """Print rows that nothing cuts or colours as Rich would."""
        titles = [column.title for column in self.columns]
        rule = "─" * (sum(self.widths.values()) + GAP * (len(self.widths) - 1))
        for row in chain((titles,), rows) if self.has_header else rows:
            for parts in zip_longest(*(cell.split("\n") for cell in row), fillvalue=""):
                padded = map(self._padded, parts, self.columns)
                self.sheet.print_plain((" " * GAP).join(padded))
            if row is titles:
                self.sheet.print_plain(rule)

    def _padded(self, text: str, column: Column) -> str:
        """Return *text* in the width of its column."""
        room = " " * (self.widths[column.key] - cell_len(text))
        return f"{room}{text}" if column.is_number else f"{text}{room}"

    def print_tables(self, rows: Iterable[Row]) -> None:
        """Print rows as Rich's tables, many at a time: each row needs kilobytes until it is printed."""
        left = iter(rows)
        has_header = self.has_header
        while some := list(islice(left, _ROWS_AT_ONCE)):
            self.sheet.console.print(self._table(some, has_header=has_header))
            has_header = False

    def _table(self, rows: Sequence[Row], *, has_header: bool) -> Table:
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
        for column in self.columns:
            table.add_column(
                self._cell(column.title, column),
                justify="right" if column.is_number else "left",
                width=self.widths[column.key],
                no_wrap=True,
                style=ACCENT if column.key == "id" else None,
            )
        for row in rows:
            table.add_row(
                *(
                    self._cell(cell, column, is_list=column.key in self.listed)
                    for column, cell in zip(self.columns, row, strict=True)
                )
            )
        return table

    def _cell(self, text: str, column: Column, *, is_list: bool = False) -> Text:
        lines = cell_lines(text, width=self.widths[column.key], measure=cell_len)
        return self.sheet.cited(lines, is_list=is_list)


def _refuse_size(rows: int, widths: Mapping[str, int], cells: Cells) -> None:
    """Refuse a table that nobody could read and few could hold.

    Raises:
        UsageError: It would take more characters than MOST_CHARACTERS.
    """
    across = sum(widths.values()) + GAP * len(widths)
    lines = sum(max(-(-len(cells[key][row]) // widths[key]) or 1 for key in widths) for row in range(rows))
    refuse_beyond_bound(across * lines)
