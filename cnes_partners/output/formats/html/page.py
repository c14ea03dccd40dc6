"""A page: its title, its sections or rows, its charts, and the sources as notes that ids in it lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from cnes_partners.model.records.sources import Source
from cnes_partners.output.formats.bound import bounded
from cnes_partners.output.formats.html.figures import figures
from cnes_partners.output.formats.html.inline import Place, Places, inline, link, quoted
from cnes_partners.output.formats.html.style import STYLE
from cnes_partners.output.formats.look import Look
from cnes_partners.output.links import is_of_the_web
from cnes_partners.output.svg.draw import svg_element
from cnes_partners.version import __version__
from cnes_partners.views.bibliography import citation, credited, publication, reading
from cnes_partners.views.footnotes import numbers_of
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.view import Column, View
from cnes_partners.views.words import Words

_MOST_COLUMNS = 9  # of a table; with more, each row is a block
_LETTERS, _NARROW = 100, 36  # across a page, more or less, and across a phone
_PIECE = re.compile(r"[^\s/-]+")  # what browsers break no line within
# Nothing may be fetched and nothing may run, whatever a text of the dataset holds.
_HEAD = (
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy"'
    """ content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">""",
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    f'<meta name="generator" content="cnes-partners {__version__}">',
    '<link rel="icon" href="data:,">',
)


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield the view as one page.

    Raises:
        UsageError: It is longer than an answer for people may be; nothing has been yielded then.
    """
    yield from bounded(_document(view, look))


def _document(view: View, look: Look) -> Iterator[str]:
    view = replace(view, title=view.title or "cnes-partners")
    page = _Page(view, look)
    yield f'<!DOCTYPE html>\n<html lang="{look.language}">\n<head>\n'
    yield from (f"{line}\n" for line in _HEAD)
    yield f"<title>{quoted(view.title)}</title>\n<style>\n{STYLE}</style>\n</head>\n"
    yield '<body class="noted">\n<main>\n' if page.numbers else "<body>\n<main>\n"
    yield from page.main(view)
    yield "</main>\n"
    if view.backing is not None:
        yield f"<footer>{page.text(*credited((), view.backing.dataset, page.say))}</footer>\n"
    yield "</body>\n</html>\n"


class _Page:
    """Writes one answer; ids of sources lead to the page's notes, or from rows that are sources to those."""

    def __init__(self, view: View, look: Look) -> None:
        self.say = Words(look.language)
        self.has_header = look.has_header
        self.numbers = numbers_of(view)
        self.notes = self._noted(view.backing.sources) if view.backing and look.has_header else ()
        self.places: Places = {
            source.id: Place(str(self.numbers.get(source.id, source.id)), f"#source-{source.id}")
            for source in self.notes
        } | {row.id: Place(row.id, row.url) for row in view.rows if isinstance(row, Source) and is_of_the_web(row.url)}

    def _noted(self, sources: Sequence[Source]) -> Sequence[Source]:
        """Return the sources that become notes: those that have numbers, in their order, else all."""
        if not self.numbers:
            return sources
        numbered = (source for source in sources if source.id in self.numbers)
        return sorted(numbered, key=lambda source: self.numbers[source.id])

    def text(self, text: str) -> str:
        return inline(text, self.places)

    def main(self, view: View) -> Iterator[str]:
        """Yield the answer, then those of its charts that it does not show itself, then its sources."""
        yield from self.part(view, level=1)
        shown = [section.chart for section in view.sections if isinstance(section, Picture)]
        for picture in view.pictures:
            if picture.chart not in shown:
                yield from self.picture(picture, level=2)
        for lines in view.after:
            yield from self.lines(lines, level=2)
        if self.notes:
            yield f'<section class="sources">\n{self.heading(self.say("Sources"), 2)}<ol>\n'
            yield from map(self.note, self.notes)
            yield "</ol>\n</section>\n"

    def part(self, view: View, *, level: int) -> Iterator[str]:
        """Yield an answer, or a part of one: its sections or its table, with its title, and its notes."""
        if view.sections:
            yield self.heading(view.title if self.has_header else "", level)
            for section in view.sections:
                yield from self.section(section, level=level + bool(view.title))
        else:
            yield from self.table(view, level=level)
        for note in (*view.notes, *view.column_notes) if self.has_header else ():
            yield f'<p class="note">{self.text(note)}</p>\n'

    def section(self, section: Fields | Lines | Picture | View, *, level: int) -> Iterator[str]:
        match section:
            case View():
                yield '<section class="begins-page">\n' if section.begins_page else "<section>\n"
                yield from self.part(section, level=level)
                yield "</section>\n"
            case Fields():
                yield self.heading(section.title, level)
                pairs = (
                    f"<div><dt>{self.text(label)}</dt><dd>{self.text(text)}</dd></div>" for label, text in section.pairs
                )
                yield f"<dl>\n{''.join(pairs)}\n</dl>\n"
            case Lines():
                yield from self.lines(section, level=level)
            case Picture():
                yield from self.picture(section, level=level)
            case _:
                assert_never(section)

    def heading(self, title: str, level: int) -> str:
        return f"<h{level}>{self.text(title)}</h{level}>\n" if title else ""

    def lines(self, section: Lines, *, level: int) -> Iterator[str]:
        """Yield a list, what is indented under the line before it, or a paragraph where there is but one line."""
        yield self.heading(section.title, level)
        if len(section.lines) == 1 and not section.title:
            yield f"<p>{self.text(section.lines[0])}</p>\n"
            return
        yield f"<ul>\n{''.join(map(self.item, _items(section.lines)))}</ul>\n"

    def item(self, item: Sequence[str]) -> str:
        first, *inner = map(self.text, item)
        under = f"<ul>{''.join(f'<li>{line}</li>' for line in inner)}</ul>" if inner else ""
        return f"<li>{first}{under}</li>\n"

    def picture(self, picture: Picture, *, level: int) -> Iterator[str]:
        yield f'<div class="chart">\n{self.heading(picture.title, level)}'
        yield f"<figure>\n{svg_element(picture, self.say)}</figure>\n"
        yield from self.table(figures(picture.chart, self.say), level=level + bool(picture.title))
        yield "</div>\n"

    def table(self, view: View, *, level: int) -> Iterator[str]:
        """Yield the rows as a table that its title is the caption of; the title alone where there are none."""
        columns = [column for column in view.columns if column.shown]
        title = self.heading(view.title if self.has_header else "", level)
        if not view.rows:
            yield title
            return
        rows = [[column.text(record) for column in columns] for record in view.rows]
        yield f"<table{_table_class(columns, rows)}>\n"
        if title:
            yield f"<caption>{title.rstrip()}</caption>\n"
        if self.has_header:
            yield f"<thead><tr>{''.join(map(_column_heading, columns))}</tr></thead>\n"
        room = _LETTERS // len(columns)
        lists = [view.names_sources(column) for column in columns]
        for name, numbers in view.groups():
            yield "<tbody>\n"
            if name is not None:
                yield f'<tr><th scope="rowgroup" colspan="{len(columns)}">{quoted(name)}</th></tr>\n'
            for number in numbers:
                parts = zip(columns, rows[number], lists, strict=True)
                heading, *cells = (
                    self.cell(column, text, is_list=is_list, room=room) for column, text, is_list in parts
                )
                yield f'<tr><th scope="row"{heading}</th>{"".join(f"<td{cell}</td>" for cell in cells)}</tr>\n'
            yield "</tbody>\n"
        yield "</table>\n"

    def cell(self, column: Column, text: str, *, is_list: bool, room: int) -> str:
        """Return the rest of a cell after the name of its element; where rows are blocks, it has its column's name."""
        content = inline(text, self.places, is_list=is_list)
        label = f' data-label="{quoted(column.title)}"' if self.has_header else ""
        return f"{_class(column, text, room)}{label}>{content}"

    def note(self, source: Source) -> str:
        """Return a source as a note: as any bibliography has it, then where and when it was read."""
        text = (publication if self.numbers else citation)(source, self.say)
        before, title, after = text.partition(source.title)
        named = f'{quoted(before)}<cite lang="{quoted(source.language)}">{quoted(title)}</cite>{quoted(after)}'
        places = [_address(source.url, source.url)]
        if source.archived:
            places.append(_address(self.say("Archived copy"), source.archived))
        if source.accessed:
            places.append(quoted(f"{self.say('Read on')} {self.say.date(source.accessed)}"))
        if self.numbers:
            places += map(quoted, reading(source, self.say))
        return f'<li id="source-{quoted(source.id)}">{named}. <br>{", ".join(places)}</li>\n'


def _items(lines: Sequence[str]) -> Sequence[Sequence[str]]:
    """Return each line with those that are indented under it."""
    items: list[list[str]] = []
    for line in lines:
        if line.startswith(" ") and items:
            items[-1].append(line.strip())
        else:
            items.append([line])
    return items


def _address(text: str, address: str) -> str:
    """Return a link to a page of the web; what is none, in a dataset gone wrong, is no link."""
    return link(text, address) if is_of_the_web(address) else quoted(text)


def _column_heading(column: Column) -> str:
    return f'<th scope="col"{_class(column, "", 0)}>{quoted(column.title)}</th>'


def _class(column: Column, text: str, room: int) -> str:
    """Return the class of a cell that is a number, has a piece of more than *room* letters, or does not wrap."""
    is_long = any(len(piece) > room for piece in _PIECE.findall(text))
    is_whole = not column.wraps and not is_long and len(text) <= room * (1 + column.keep)
    kinds = {"number": column.is_number, "long": is_long, "whole": is_whole}
    return _classes(kinds)


def _table_class(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    """Return the class of a table with too many columns for any page, or few enough for every screen."""
    widths = (max(map(len, texts)) for texts in zip([column.title for column in columns], *rows, strict=True))
    is_narrow = sum(widths) + len(columns) <= _NARROW
    return _classes({"wide": len(columns) > _MOST_COLUMNS, "narrow": is_narrow})


def _classes(kinds: Mapping[str, bool]) -> str:
    names = " ".join(name for name, is_so in kinds.items() if is_so)
    return f' class="{names}"' if names else ""
