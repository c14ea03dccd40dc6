"""Views of sources and of what sources disagree about."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.model.records import Disagreement, Source
from cnes_partners.views.view import Column, Lines, column, every_column
from cnes_partners.views.words import Words


def source_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of a bibliography: those of the table, then every other flat field."""
    shown = (
        column("id", say("ID"), keep=True),
        column("kind", say("Kind"), lambda source: say.word(source.kind), drop=2),
        column("published", say("Published"), lambda source: say.date(source.published), drop=3),
        column("publisher", say("Publisher"), wraps=True, drop=1),
        column("title", say("Title"), wraps=True, drop=4),
        column("url", say("Address"), wraps=True, drop=5),
    )
    return every_column(Source, shown)


def bibliography(sources: Sequence[Source], say: Words) -> Lines:
    """Return sources as a list to cite from: publisher, title, date, address."""
    return Lines(title=say("Sources"), lines=tuple(citation(source, say) for source in sources))


def citation(source: Source, say: Words) -> str:
    """Return a source in a line: its id, who published what when, how near it is, and its address."""
    date = say.date(source.published) if source.published else say("undated")
    return f"[{source.id}] {source.publisher}: {source.title}, {date} ({say.word(source.kind)}) {source.url}"


def disagreements(entries: Sequence[Disagreement], say: Words) -> Lines:
    """Return where sources disagree: what is kept, who says what else, and why."""
    return Lines(
        title=say("Where sources disagree"), lines=tuple(line for entry in entries for line in _lines(entry, say))
    )


def _lines(entry: Disagreement, say: Words) -> list[str]:
    lines = [
        f"{entry.about}:" if entry.kept is None else say("{about}: {kept} is kept", about=entry.about, kept=entry.kept)
    ]
    if entry.kept and entry.kept_source:
        lines[0] += f" [{entry.kept_source}]"
    lines += [f"  {other.value} [{other.source}]" for other in entry.others]
    if entry.note:
        lines.append(f"  {entry.note}")
    return lines
