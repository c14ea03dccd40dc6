"""A View as Markdown: what a terminal shows, to be pasted into a note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import assert_never

from cnes_partners.model.controls import visible
from cnes_partners.output.formats.bound import bounded
from cnes_partners.output.formats.look import Look
from cnes_partners.output.terminal import in_plain_spaces
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.view import Column, View
from cnes_partners.views.words import Words

_TICKS = re.compile("`+")
_SPECIAL = re.compile(r"(?P<address>https?://\S+)|[\\|*_`<\[~]+")
_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in "\\|*_`<[~"})


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield the view under its title: its sections where it has any, else a table of the columns people see.

    Raises:
        UsageError: It is longer than an answer for people may be; nothing has been yielded then.
    """
    pieces = _pieces(view, look)
    yield from bounded(_with_footnotes(view, pieces) if view.footnotes else pieces)


def _pieces(view: View, look: Look) -> Iterator[str]:
    between = ""
    after = (_section(lines, look, 3) for lines in view.after)
    for block in chain(_blocks(view, look), *after):
        yield between
        yield from (block,) if isinstance(block, str) else block
        between = "\n"


def _with_footnotes(view: View, pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces with marks of notes where they name sources, then the notes."""
    from cnes_partners.views.footnotes import marked, numbers_of

    numbers = numbers_of(view)
    yield from (marked(piece, numbers, "[^{}]".format) for piece in pieces)
    yield "".join(f"\n[^{number}]: {_cell(str(note))}\n" for number, note in enumerate(view.footnotes, start=1))


def _blocks(view: View, look: Look, *, level: int = 2) -> Iterator[str | Iterable[str]]:
    """Yield titles, tables (in lines), lists and notes, each ending with a line feed."""
    if look.has_header and view.title:
        yield _title(view.title, level)
    for section in view.sections:
        if isinstance(section, View):
            yield from _blocks(section, look, level=level + 1)
        else:
            yield from _section(section, look, level + 1)
    columns = [column for column in view.columns if column.shown]
    if not view.sections and (look.has_header or view.rows):
        yield _table(view, columns, has_header=look.has_header)
    for note in (*view.notes, *view.column_notes) if look.has_header else ():
        yield f"{_cell(note)}\n"


def _title(text: str, level: int) -> str:
    return f"{'#' * level} {_cell(text)}\n"


def _table(view: View, columns: Sequence[Column], *, has_header: bool) -> Iterator[str]:
    if has_header:
        yield _row([column.title for column in columns])
        yield f"| {' | '.join('---:' if column.is_number else '---' for column in columns)} |\n"
    for record in view.rows:
        yield _row([column.text(record) for column in columns])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |\n"


def _section(section: Fields | Lines | Picture, look: Look, level: int) -> Iterator[str]:
    """Yield a title where there is one, then pairs, a list (a paragraph where it has but one line), or a chart."""
    if section.title:
        yield _title(section.title, level)
    match section:
        case Fields():
            colon = in_plain_spaces(Words(look.language)("{title}:", title=""))
            yield "".join(f"- **{_cell(label)}**{colon} {_cell(text)}\n" for label, text in section.pairs)
        case Lines(title="", lines=(line,)):
            yield f"{_cell(line)}\n"
        case Lines():
            yield "".join(f"{_indent(line)}- {_cell(line)}\n" for line in section.lines)
        case Picture():
            yield _drawn(section, look.screen.width)
        case _:
            assert_never(section)


def _drawn(picture: Picture, width: int | None) -> str:
    """Return a chart in characters, of that width, else as wide as off a terminal."""
    from cnes_partners.output.characters.cells import plain
    from cnes_partners.output.characters.draw import draw, picture_width

    drawn = "".join(f"{visible(plain(line))}\n" for line in draw(picture.chart, picture_width(width)))
    longest = max(map(len, _TICKS.findall(drawn)), default=0)
    fence = "`" * max(3, longest + 1)  # what is fenced cannot close it
    return f"{fence}text\n{drawn}{fence}\n"


def _indent(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" ")))


def _cell(text: str) -> str:
    """Return text that stays in its cell or line and is not read as markup there; addresses are links."""
    shown = visible(text)
    escaped = _SPECIAL.sub(_escaped, shown) if "http" in shown else shown.translate(_ESCAPES)
    return " ".join(escaped.split())


def _escaped(found: re.Match[str]) -> str:
    address = found["address"]
    if address is None:
        return "".join(f"\\{sign}" for sign in found[0])
    return f"<{address.replace('|', '%7C').replace('>', '%3E')}>"
