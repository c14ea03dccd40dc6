"""Who says so: the sources behind an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cnes_partners.queries.citations import cited
from cnes_partners.views.sections import Lines
from cnes_partners.views.view import View
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from cnes_partners.model.records.metadata import Metadata
    from cnes_partners.model.records.sources import Source


def shown_records(view: View) -> tuple[object, ...]:
    """Return the records that the view shows: its rows, or all that its sections tell of."""
    return view.records if view.sections else view.rows


def with_sources(view: View, sources: Sequence[Source], say: Words) -> View:
    """Return the view followed by the bibliography of *sources*."""
    return replace(view, after=(*view.after, bibliography(sources, say))) if sources else view


def with_source_count(view: View, say: Words) -> View:
    """Return the view of one record with a note that says how many sources the record cites."""
    count = len(cited(view.records)) if view.is_single else 0
    if not count:
        return view
    note = say.counted(count, "{count} source; --sources names it", "{count} sources; --sources lists them")
    return replace(view, notes=(*view.notes, note))


def how_to_correct(file: str, say: Words) -> str:
    """Return where the facts of a record stand for who knows better."""
    return say("A wrong fact? Correct data/{file} as CONTRIBUTING.md says.", file=file)


def bibliography(sources: Sequence[Source], say: Words) -> Lines:
    """Return sources as a list to cite from: publisher, title, date, and the address on a line of its own."""
    lines = (line for source in sources for line in (citation(source, say), f"  {source.url}"))
    return Lines(title=say("Sources"), lines=tuple(lines), is_list=True)


def credited(sources: Iterable[Source], metadata: Metadata, say: Words) -> tuple[str, ...]:
    """Return the lines that a picture is credited with: who published its figures, and the dataset."""
    publishers = say.apart(dict.fromkeys(source.publisher for source in sources))
    title = say.either(metadata.title, metadata.title_fr)
    data = say("Data: {title} {version} ({licence})", title=title, version=metadata.version, licence=metadata.licence)
    return (say("Sources: {sources}", sources=publishers), data) if publishers else (data,)


def citation(source: Source, say: Words) -> str:
    """Return a source in a line: its id, who published what when, how near it is, and whether it was read itself."""
    kind = ", ".join((say.word(source.kind), *reading(source, say)))
    return f"[{source.id}] {publication(source, say)} ({kind})"


def reading(source: Source, say: Words) -> tuple[str, ...]:
    """Return what was read where that is not the source itself."""
    if source.seen is not None:
        return (say("headline only"),)
    return () if source.via is None else (say("a copy was read"),)


def publication(source: Source, say: Words) -> str:
    """Return who published what when."""
    date = say.date(source.published) if source.published else say("undated")
    return f"{say('{name}: {what}', name=source.publisher, what=source.title)}, {date}"
