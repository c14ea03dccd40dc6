"""A View as people read it: Rich tables on a terminal, the same uncoloured and uncut off it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cnes_partners.views.view import Column, Fields, Lines, View

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

ACCENT = "cyan"
_GAP = 2
_NARROWEST_TEXT = 16
_UNCUT = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where text goes: its width (None: as wide as the text needs), colour, and what it can encode."""

    width: int | None
    has_colour: bool
    encoding: str = "utf-8"


def table_text(view: View, screen: Screen, *, has_header: bool = True) -> str:
    """Return the view as a table, or as its sections, for *screen*."""
    from rich.console import Console

    console = Console(
        width=screen.width or _UNCUT,
        force_terminal=screen.has_colour,
        color_system="standard" if screen.has_colour else None,
        no_color=not screen.has_colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        _print_view(console, view, screen, has_header=has_header)
    lines = (line.rstrip() for line in captured.get().splitlines())
    return encodable("\n".join(lines) + "\n", screen.encoding)


_ASCII = str.maketrans(
    {"─": "-", "│": "|", "═": "=", "█": "#", "▏": "|", "▌": "#", "░": ".", "–": "-", "—": "-", "…": "...", "≈": "~",
     "’": "'", "‘": "'", "“": '"', "”": '"', "\u202f": " ", "\xa0": " ", "€": "EUR", "×": "x", "−": "-", "•": "*",
     "œ": "oe", "Œ": "OE", "╌": "-", "●": "*", "○": "o", "▶": ">", "┄": "-"}
)  # fmt: skip


def encodable(text: str, encoding: str) -> str:
    """Return *text* with stand-ins for what *encoding* lacks: ASCII signs, letters without accents, else "?"."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_stand_in(char, encoding) for char in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


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


def _print_view(console: Console, view: View, screen: Screen, *, has_header: bool, level: int = 0) -> None:
    if view.title and has_header:
        _print_title(console, view.title, level=level)
    if view.sections:
        for section in view.sections:
            _print_section(console, section, screen, has_header=has_header)
    else:
        _print_records(console, view, screen, has_header=has_header)
    for note in view.notes if has_header else ():
        console.print(_text(note, style="dim"), soft_wrap=screen.width is None)


def _print_title(console: Console, title: str, *, level: int) -> None:
    console.print(_text(title, style=f"bold {ACCENT}" if level == 0 else "bold"), soft_wrap=True)


def _print_section(console: Console, section: Fields | Lines | View, screen: Screen, *, has_header: bool) -> None:
    console.print()
    if isinstance(section, View):
        _print_view(console, section, screen, has_header=has_header, level=1)
        return
    if section.title:
        _print_title(console, section.title, level=1)
    if isinstance(section, Fields):
        console.print(_fields(section, screen))
        return
    for line in section.lines:
        console.print(
            _text(line), soft_wrap=screen.width is None, no_wrap=section.is_picture, crop=not section.is_picture
        )


def _fields(section: Fields, screen: Screen) -> RenderableType:
    from rich.table import Table

    grid = Table.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold", no_wrap=screen.width is None)
    for label, text in section.pairs:
        grid.add_row(_text(label), _text(text))
    return grid


def _print_records(console: Console, view: View, screen: Screen, *, has_header: bool) -> None:
    if view.group is None:
        console.print(_table(view.columns, view.records, view.records, screen, has_header=has_header))
        return
    for name, members in groupby(view.records, view.group):
        if has_header:
            console.print()
            _print_title(console, name, level=1)
        console.print(_table(view.columns, tuple(members), view.records, screen, has_header=has_header))


def _table(
    columns: Sequence[Column], records: Sequence[Any], every: Sequence[Any], screen: Screen, *, has_header: bool
) -> Table:
    """Return the table of *records*; widths are those of *every* record, so that groups line up."""
    from rich import box
    from rich.table import Table

    shown = [column for column in columns if column.shown]
    widths = _fit(shown, every, screen)
    table = Table(
        box=box.SIMPLE_HEAD,
        show_header=has_header,
        header_style="bold",
        pad_edge=False,
        padding=(0, _GAP, 0, 0),
        show_edge=False,
    )
    fitting = [column for column in shown if column.key in widths]
    for column in fitting:
        table.add_column(
            _text(column.title),
            justify="right" if column.is_number else "left",
            width=widths[column.key],
            no_wrap=screen.width is None,
            overflow="fold",
        )
    for record in records:
        table.add_row(*(_text(column.text(record)) for column in fitting))
    return table


def _fit(columns: Sequence[Column], records: Sequence[Any], screen: Screen) -> dict[str, int]:
    """Return the columns that fit the screen and their widths: long text wraps, else its column is left out."""
    from rich.cells import cell_len

    natural = {
        column.key: max([cell_len(column.title), *(cell_len(column.text(record)) for record in records)])
        for column in columns
    }
    if screen.width is None:
        return natural
    left = list(columns)
    while True:
        narrowest = {
            column.key: min(natural[column.key], _NARROWEST_TEXT) if column.wraps else natural[column.key]
            for column in left
        }
        over = sum(narrowest.values()) + _GAP * len(left) - screen.width
        droppable = [column for column in left if not column.keep]
        if over <= 0 or not droppable:
            break
        left.remove(max(droppable, key=lambda column: column.drop))
    return _widen(narrowest, natural, room=screen.width - _GAP * len(left) - sum(narrowest.values()))


def _widen(narrowest: dict[str, int], natural: dict[str, int], *, room: int) -> dict[str, int]:
    """Return widths that share *room* among the columns that could use it; too little room narrows all."""
    widths = dict(narrowest)
    while room < 0 and max(widths.values()) > 4:
        widest = max(widths, key=lambda key: widths[key])
        widths[widest] -= 1
        room += 1
    while room > 0:
        wanting = [key for key in widths if widths[key] < natural[key]]
        if not wanting:
            break
        for key in wanting[:room]:
            widths[key] += 1
        room -= min(room, len(wanting))
    return widths


def _text(text: str, *, style: str = "") -> Any:
    """Return data as Rich text: never read as markup."""
    from rich.text import Text

    return Text(text, style=style)
