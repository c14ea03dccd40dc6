"""Sources as numbered notes: which of them the texts of a view name, and their numbers in place of their ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cnes_partners.views.bibliography import publication, reading
from cnes_partners.views.sections import Fields, Footnote, Lines, Picture
from cnes_partners.views.view import Column, Section, View
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from cnes_partners.model.records.sources import Source

_CITED = re.compile(r"\\?\[([a-z0-9][a-z0-9-]+)\]")  # with the backslash that Markdown sets before a bracket


def footnoted(view: View, sources: Sequence[Source], say: Words) -> View:
    """Return the view with notes: those of *sources* that its texts name as [id], in the order they are first named."""
    known = {source.id: source for source in sources}
    named = dict.fromkeys(found[1] for text in _texts(view) for found in _CITED.finditer(text))
    return replace(view, footnotes=tuple(_footnote(known[id], say) for id in named if id in known))


def _footnote(source: Source, say: Words) -> Footnote:
    read = (say("read on {date}", date=say.date(source.accessed)),) if source.accessed else ()
    return Footnote(
        id=source.id,
        text=publication(source, say),
        read=", ".join((*read, *reading(source, say))),
        url=source.url,
    )


def numbers_of(view: View) -> Mapping[str, int]:
    """Return the number of each note of the view by the id of its source."""
    return {note.id: number for number, note in enumerate(view.footnotes, start=1)}


def marked(text: str, numbers: Mapping[str, int], mark: Callable[[int], str]) -> str:
    """Return *text* with the mark of its note in place of each [id] that has a number."""
    return _CITED.sub(lambda found: mark(numbers[found[1]]) if found[1] in numbers else found[0], text)


def with_numbers(view: View, say: Words) -> View:
    """Return the view for a screen: numbers in brackets in its texts, and the notes as a list at its end."""
    numbers = numbers_of(view)
    lines = tuple(f"[{numbers[note.id]}] {note}" for note in view.footnotes)
    numbered = _numbered(view, lambda text: marked(text, numbers, lambda number: f"[{number}]"))
    return replace(numbered, after=(*view.after, Lines(title=say("Sources"), lines=lines, is_list=True)))


def _numbered(view: View, of: Callable[[str], str]) -> View:
    return replace(
        view,
        columns=tuple(_numbered_column(entry, of) for entry in view.columns),
        sections=tuple(_numbered_section(section, of) for section in view.sections),
        notes=tuple(map(of, view.notes)),
    )


def _numbered_column(entry: Column, of: Callable[[str], str]) -> Column:
    return replace(entry, text=lambda record: of(entry.text(record)))


def _numbered_section(section: Section, of: Callable[[str], str]) -> Section:
    match section:
        case View():
            return _numbered(section, of)
        case Fields():
            return replace(section, pairs=tuple((label, of(text)) for label, text in section.pairs))
        case Lines():
            return replace(section, lines=tuple(map(of, section.lines)))
        case Picture():
            return section


def _texts(view: View) -> Iterator[str]:
    """Yield the texts of a view as they are read."""
    for section in view.sections:
        match section:
            case View():
                yield from _texts(section)
            case Fields():
                yield from (text for _, text in section.pairs)
            case Lines():
                yield from section.lines
    if not view.sections:
        yield from (entry.text(row) for row in view.rows for entry in view.columns if entry.shown)
    yield from view.notes
