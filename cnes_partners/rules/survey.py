"""What is no fault but worth work: facts that have aged, fields that are empty, records without a primary source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from cnes_partners.dataset.tables import TABLES
from cnes_partners.model.dates import PartialDate, is_before, years_before
from cnes_partners.model.fields import is_citation
from cnes_partners.model.records import Fact, Mission, Partner
from cnes_partners.model.vocabulary import PartnerStatus, SourceKind
from cnes_partners.rules.subject import Entry, Subject, blocks, field_name, leaves

# Figures of a day stay true: what they say has a date, and does not age.
_OF_THEIR_DAY = frozenset(("metadata", "statements", "esa_member_counts"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgedFact:
    """A fact that may have changed since ``as_of``, the date that it was last known for."""

    table: str
    record: str
    field: str
    value: str | None = None
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
            value=block.value if isinstance(block, Fact) else str(status) if status else None,
            as_of=as_of,
            file=entry.file,
            line=entry.line(path),
        )


def _is_over(block: Any) -> bool:
    if isinstance(block, Mission):
        return block.status.is_final
    return isinstance(block, Partner) and block.status is PartnerStatus.ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a field is known in a table, and how much of that rests on a primary source.

    ``field`` is "" for the whole record. ``sourced`` counts the values that name a source of their own, ``primary``
    those of them with a primary one; both are None where values of the field name none.
    """

    table: str
    field: str
    records: int
    filled: int
    filled_pct: float
    sourced: int | None = None
    primary: int | None = None
    primary_pct: float | None = None


def coverage(subject: Subject) -> tuple[Coverage, ...]:
    """Return how full each table and each of its fields is, in the order of the model."""
    primary = {entry.record.id for entry in subject.entries("sources") if entry.record.kind is SourceKind.PRIMARY}
    return tuple(line for table in TABLES if subject.tables[table] for line in _lines(subject, table, primary))


def _lines(subject: Subject, table: str, primary: set[str]) -> Iterator[Coverage]:
    records = [entry.record for entry in subject.entries(table)]
    yield _line(table, "", [(record, _cited(record)) for record in records], len(records), primary)
    for field in fields(TABLES[table].record):
        name = field.name
        held = [record for record in records if getattr(record, name) not in (None, ())]
        values = [(getattr(record, name), _cited_for(record, name)) for record in held]
        yield _line(table, name, values, len(records), primary)


def _line(
    table: str, field: str, values: list[tuple[Any, frozenset[str]]], records: int, primary: set[str]
) -> Coverage:
    sourced = [cited for _, cited in values if cited]
    firm = sum(1 for cited in sourced if cited & primary)
    return Coverage(
        table=table,
        field=field,
        records=records,
        filled=len(values),
        filled_pct=round(100 * len(values) / records, 1),
        sourced=len(sourced) if sourced else None,
        primary=firm if sourced else None,
        primary_pct=round(100 * firm / len(sourced), 1) if sourced else None,
    )


def _cited(value: Any, field: str = "") -> frozenset[str]:
    return frozenset(leaf.value for leaf in leaves(value, field=field) if is_citation(leaf.field))


def _cited_for(record: Any, field: str) -> frozenset[str]:
    """Return the sources inside a value, and the one that a field beside it names for it: status, status_source."""
    beside = getattr(record, f"{field}_source", None)
    return _cited(getattr(record, field), field) | ({beside} if beside else frozenset())
