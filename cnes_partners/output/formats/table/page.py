"""An answer as text: its title, its sections or its rows, and the notes on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cnes_partners.output.formats.look import Look
from cnes_partners.output.formats.table.rows import print_rows
from cnes_partners.output.formats.table.sheet import Sheet
from cnes_partners.views.sections import Fields, Lines, Picture
from cnes_partners.views.view import View
from cnes_partners.views.words import Words


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield the view as a table, or as its sections, for the screen."""
    say = Words(look.language)
    page = _Page(Sheet(look.screen, look.address_of), say, has_header=look.has_header)
    if view.footnotes:
        from cnes_partners.views.footnotes import with_numbers

        view = with_numbers(view, say)
    notes = page.print_view(view)
    for lines in view.after:
        page.print_section(lines)
    page.print_end(notes)
    yield page.sheet.text


class _Page:
    """Prints one answer on a sheet."""

    def __init__(self, sheet: Sheet, say: Words, *, has_header: bool) -> None:
        self.sheet = sheet
        self.say = say
        self.has_header = has_header

    def print_view(self, view: View, *, level: int = 0) -> tuple[str, ...]:
        """Print title, sections or table; return the notes that belong below."""
        if self.has_header and view.title:
            self.sheet.print_title(view.title, level=level)
        if not view.sections:
            return (*view.notes, *print_rows(self.sheet, view, self.say, has_header=self.has_header))
        for section in view.sections:
            self.print_section(section, level=level + 1)
        return view.notes

    def print_section(self, section: Fields | Lines | Picture | View, *, level: int = 1) -> None:
        """Print one part of an answer under its title."""
        self.sheet.console.print()
        if isinstance(section, View):
            self._print_notes(self.print_view(section, level=level))
            return
        if section.title:
            self.sheet.print_title(section.title, level=1)
        if isinstance(section, Picture):
            self._print_picture(section)
        elif isinstance(section, Fields):
            self.sheet.print_pairs(section.pairs)
        else:
            for line in section.lines:
                self.sheet.print_wrapped(line, hang=2 if section.is_list else 0)

    def print_end(self, notes: Sequence[str]) -> None:
        """Print the notes on the whole answer."""
        if self.has_header and notes:
            self.sheet.console.print()
            self._print_notes(notes)

    def _print_notes(self, notes: Sequence[str]) -> None:
        for note in notes if self.has_header else ():
            self.sheet.print_wrapped(note, style="dim")

    def _print_picture(self, picture: Picture) -> None:
        from cnes_partners.output.characters.draw import colour_of, draw, picture_width

        for line in draw(picture.chart, picture_width(self.sheet.screen.width)):
            self.sheet.print_spans((span.text, colour_of(span.colour)) for span in line)
