"""What is no fault but worth work: facts that have aged, fields that are empty, records without a primary source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.entries import Entry, field_name
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate, is_before, years_before
from cnes_partners.model.fields import is_citation
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.partners import Fact, Partner
from cnes_partners.model.vocabulary.partnership import PartnerStatus
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.rules.contributions import says_nothing
from cnes_partners.rules.subject import Subject, blocks, leaves

# Figures of a day stay true: what they say has a date, and does not age.
_OF_THEIR_DAY = frozenset(("metadata", "statements", "esa_member_counts"))


@frozen
class AgedFact:
    """A fact that may have changed since ``as_of``, the date that it was last known for."""

    table: str
    record: str
    field: str
    value: str | None = None
    value_fr: str | None = None
    as_of: PartialDate
    file: str
    line: int | None = None


def aged_facts(subject: Subject, *, years: int) -> tuple[AgedFact, ...]:
    """Return the facts that were last known more than *years* before the dataset's date, the oldest first.

    What is over does not age: missions that ended, partnerships that ended, figures of a day.
    """
    if subject.as_of is None:
        return ()
    limit = years_before(subject.as_of, years)
    found = (fact for entry in subject.entries() if entry.table not in _OF_THEIR_DAY for fact in _facts(entry))
    return tuple(sorted((fact for fact in found if is_before(fact.as_of, limit)), key=_age))


def _age(fact: AgedFact) -> tuple[str, str, str, str]:
    return (fact.as_of, fact.table, fact.record, fact.field)


def _facts(entry: Entry) -> Iterator[AgedFact]:
    for path, block in blocks(entry.record):
        as_of: PartialDate | None = getattr(block, "as_of", None)
        if as_of is None or _is_over(block):
            continue
        status = getattr(block, "status", None)
        path = (*path, "value" if isinstance(block, Fact) else "status" if status else "as_of")
        yield AgedFact(
            table=entry.table,
            record=entry.name,
            field=field_name(path),
            value=block.value if isinstance(block, Fact) else status,
            value_fr=block.value_fr if isinstance(block, Fact) else getattr(block, "status_fr", None),
            as_of=as_of,
            file=entry.file,
            line=entry.line(path),
        )


def _is_over(block: Any) -> bool:
    if isinstance(block, Mission):
        return block.status.is_final
    return isinstance(block, Partner) and block.status is PartnerStatus.ENDED


@frozen
class Coverage:
    """How much of a field is known in a table, and how much of that rests on a primary source.

    ``field`` is "" for the whole record. ``sourced`` counts the values that name a source of their own, ``read`` those
    of them with one that was read itself, not as a headline or in a copy, ``primary`` those with a primary one; all
    are None where values of the field name none. Of sources themselves ``read`` counts those that were.
    """

    table: str
    field: str
    records: int
    filled: int
    filled_pct: float
    sourced: int | None = None
    read: int | None = None
    primary: int | None = None
    primary_pct: float | None = None


def coverage(subject: Subject) -> tuple[Coverage, ...]:
    """Return how full each table and each of its fields is, in the order of the model, then the parts of missions.

    Those are instruments with a provider, contributions that say what is supplied, and missions with a designation.
    """
    every = [entry.record for entry in subject.entries("sources")]
    known = _Sources(
        read=frozenset(source.id for source in every if source.via is None and source.seen is None),
        primary=frozenset(source.id for source in every if source.kind is SourceKind.PRIMARY),
    )
    lines = (line for table in TABLES if subject.tables[table] for line in _lines(subject, table, known))
    return (*lines, *_parts(tuple(entry.record for entry in subject.entries("missions")), known))


@frozen
class _Sources:
    """The ids of the sources that were read themselves, and of those that are primary."""

    read: frozenset[str]
    primary: frozenset[str]


def _lines(subject: Subject, table: str, known: _Sources) -> Iterator[Coverage]:
    records = [entry.record for entry in subject.entries(table)]
    whole = _line(table, "", [_cited(record) for record in records], len(records), known)
    yield replace(whole, read=len(known.read)) if table == "sources" else whole
    for field in fields(TABLES[table].record):
        name = field.name
        held = [record for record in records if getattr(record, name) not in (None, ())]
        yield _line(table, name, [_cited_for(record, name) for record in held], len(records), known)


def _parts(missions: tuple[Mission, ...], known: _Sources) -> Iterator[Coverage]:
    instruments = [instrument for mission in missions for instrument in mission.instruments]
    contributions = [entry for mission in missions for entry in mission.partners]
    parts: dict[str, tuple[Sequence[object], Sequence[object]]] = {
        "instruments.providers": (instruments, [entry for entry in instruments if entry.providers]),
        "partners.contribution": (contributions, [e for e in contributions if not says_nothing(e.contribution)]),
        "spacecraft.cospar": (missions, [mission.spacecraft for mission in missions if _has_designation(mission)]),
    }
    for field, (records, filled) in parts.items():
        if records:
            yield _line("missions", field, [_cited(value) for value in filled], len(records), known)


def _has_designation(mission: Mission) -> bool:
    return any(craft.cospar for craft in mission.spacecraft)


def _line(table: str, field: str, filled: list[frozenset[str]], records: int, known: _Sources) -> Coverage:
    """Return how much of a field is known; *filled* are the sources of each value that is."""
    sourced = [cited for cited in filled if cited]
    firm = sum(1 for cited in sourced if cited & known.primary)
    return Coverage(
        table=table,
        field=field,
        records=records,
        filled=len(filled),
        filled_pct=round(100 * len(filled) / records, 1),
        sourced=len(sourced) if sourced else None,
        read=sum(1 for cited in sourced if cited & known.read) if sourced else None,
        primary=firm if sourced else None,
        primary_pct=round(100 * firm / len(sourced), 1) if sourced else None,
    )


def _cited(value: Any, field: str = "") -> frozenset[str]:
    return frozenset(leaf.value for leaf in leaves(value, field=field) if is_citation(leaf.field))


def _cited_for(record: Any, field: str) -> frozenset[str]:
    """Return the sources inside a value, and the one that a field beside it names for it: status, status_source."""
    beside = getattr(record, f"{field}_source", None)
    return _cited(getattr(record, field), field) | ({beside} if beside else frozenset())
