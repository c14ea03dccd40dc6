"""Views of sources."""

from __future__ import annotations

from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.sources import Seen
from cnes_partners.queries.sources import CitedSource, CitingRecord
from cnes_partners.views.columns import text_column
from cnes_partners.views.sections import known_fields
from cnes_partners.views.view import Column, View, column, every_column
from cnes_partners.views.words import Words


def sources_view(sources: tuple[CitedSource, ...], say: Words) -> View:
    """Return the bibliography, and how many records cite each source."""
    return View(
        title=say.counted(len(sources), "{count} source", "{count} sources"),
        columns=source_columns(say),
        records=sources,
        notes=(say("Who cites one: cnes-partners sources ID"),),
    )


def source_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of a bibliography: those of the table, then every other flat field."""
    shown = (
        column("id", say("ID"), keep=True),
        column("kind", say("Kind"), lambda source: say.word(source.kind), drop=2),
        column("published", say("Published"), lambda source: say.date(source.published), drop=3),
        column("publisher", say("Publisher"), wraps=True, drop=1),
        column("title", say("Title"), wraps=True),
        column("cited_by_count", say("Cited by"), is_number=True, drop=5),
        column(
            "cited_by",
            say("Cited by"),
            value=lambda source: tuple(f"{entry.table} {entry.id}" for entry in source.cited_by),
            shown=False,
        ),
    )
    return every_column(CitedSource, shown)


def source_view(source: CitedSource, say: Words) -> View:
    """Return one source: what it is, and the records that cite it."""
    facts = known_fields(
        (say("ID"), source.id),
        (say("Publisher"), source.publisher),
        (say("Published"), say.date(source.published) if source.published else say("undated")),
        (say("Kind"), say.word(source.kind)),
        (say("Form"), say.word(source.form) if source.form else None),
        (say("Language"), source.language),
        (say("Address"), source.url),
        ("DOI", source.doi),
        (say("Archived copy"), source.archived),
        (say("Read on"), say.date(source.accessed) if source.accessed else None),
        (say("Seen"), say("headline only") if source.seen is Seen.HEADLINE else None),
        (say("Read as a copy at"), source.via),
        (say("Note"), say.either(source.note, source.note_fr)),
    )
    return View(
        title=source.title,
        columns=source_columns(say),
        records=(source,),
        is_single=True,
        sections=(facts, _citing(source.cited_by, say)),
    )


# Tables that no other screen names by a word.
_TABLES = {
    "statement": translatable("stated figure"),
    "price_index": translatable("price index"),
    "esa_undated_table": translatable("ESA contribution without a year"),
}


def _citing(records: tuple[CitingRecord, ...], say: Words) -> View:
    return View(
        title=say("Cited by ({count})", count=len(records)),
        columns=(
            column("table", say("Table"), lambda record: say.word(_TABLES.get(record.table, record.table)), keep=True),
            column("id", say("ID"), keep=True),
            text_column("name", say("Name"), say),
        ),
        records=records,
    )
