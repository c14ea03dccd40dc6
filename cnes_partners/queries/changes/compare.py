"""Compare two datasets by their plain values: one of an older shape is compared as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.storage import Plain
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.sentences import sentence, translatable
from cnes_partners.queries.changes.fields import Difference, differences, roots
from cnes_partners.queries.changes.model import Change, Changes, Compared, Edition, Kind
from cnes_partners.queries.changes.pairs import Pair, mark, paired
from cnes_partners.queries.changes.renamed import FORMERLY, PARTIES, RENAMED, Rows, followed
from cnes_partners.queries.filters import EVERYTHING, Filters, is_any
from cnes_partners.queries.values import values_of

_LABELS = ("name", "title", "label", "about")


def changes(old: Dataset, new: Dataset, filters: Filters = EVERYTHING) -> Changes:
    """Return every record that was added, is gone or changed, of the tables and partners that *filters* ask for.

    A record is a partner's where it is that partner, or names it as a party.

    Raises:
        InvalidDatasetError: One of the datasets cannot be read.
    """
    wanted = [table for table in Compared if is_any(table, filters.tables)]
    ids = frozenset(partner.id for partner in filters.partners)
    try:
        before, after = followed(_read(old, wanted), _read(new, wanted))
        records = tuple(change for table in wanted for change in _of_table(table, before[table], after[table], ids))
        return Changes(old=_edition(old), new=_edition(new), records=records)
    except RecursionError as error:
        template = translatable("{old} or {new}: nested too deep to be compared")
        message = sentence(template, old=old.storage.place, new=new.storage.place)
        raise InvalidDatasetError([Problem(file="", message=message)]) from error


def _edition(dataset: Dataset) -> Edition:
    found: Plain = next(iter(dataset.storage.plain(TABLES["metadata"])), {})
    return Edition(version=str(found.get("version", "?")), as_of=_date(found.get("as_of")))


def _date(value: object) -> PartialDate | None:
    try:
        return PartialDate(str(value))
    except ValueError:
        return None


def _read(dataset: Dataset, wanted: Sequence[Compared]) -> Rows:
    """Return the records that are compared, and before them those whose ids stand in them."""
    return {table: _rows(dataset, table) for table in dict.fromkeys((*RENAMED, *wanted))}


def _rows(dataset: Dataset, table: Compared) -> tuple[Plain, ...]:
    """Return the plain records of a table; agreements stand in their partners."""
    if table is Compared.AGREEMENT:
        return tuple(_agreements(dataset.storage.plain(TABLES["partners"])))
    found = next(entry for entry in TABLES.values() if entry.sql_name == table)
    rows = dataset.storage.plain(found)
    if table is Compared.PARTNER:
        return tuple({key: value for key, value in row.items() if key != "agreements"} for row in rows)
    return rows


def _agreements(partners: Sequence[Plain]) -> Iterator[Plain]:
    for partner in partners:
        listed = partner.get("agreements")
        for agreement in listed if isinstance(listed, list) else ():
            if isinstance(agreement, dict):
                yield {"partner": partner.get("id"), **agreement}


def _of_table(table: Compared, others: Sequence[Plain], rows: Sequence[Plain], ids: frozenset[str]) -> Iterator[Change]:
    known = {"old": frozenset(roots(list(others))) | {FORMERLY}, "new": frozenset(roots(list(rows))) | {FORMERLY}}
    for before, after in _pairs(table, others, rows):
        if ids and not any(_is_of(table, record, ids) for record in (before, after) if record):
            continue
        if before is None:
            yield _whole(table, after, Kind.ADDED, has_one_side=not others)
        elif after is None:
            yield _whole(table, before, Kind.GONE, has_one_side=not rows)
        else:
            yield from (_changed(table, after, found, known) for found in differences(before, after))


def _pairs(table: Compared, old: Sequence[Plain], new: Sequence[Plain]) -> tuple[Pair, ...]:
    """Return which record is which; what a dataset says of itself is one record, whatever it says."""
    if table is Compared.METADATA and old and new:
        return ((old[0], new[0]),)
    return paired(old, new)


def _is_of(table: Compared, record: Plain, ids: frozenset[str]) -> bool:
    is_itself = table in (Compared.PARTNER, Compared.PARTY, Compared.COUNTRY) and record.get("id") in ids
    return is_itself or _names_any(record, ids)


def _names_any(value: Any, ids: frozenset[str]) -> bool:
    """Return whether a party of those ids is named anywhere in a record."""
    if isinstance(value, list):
        return any(_names_any(part, ids) for part in value)
    if not isinstance(value, dict):
        return False
    return any(
        (key in PARTIES and isinstance(held, str) and held in ids) or _names_any(held, ids)
        for key, held in value.items()
    )


def _whole(table: Compared, record: Plain, kind: Kind, *, has_one_side: bool) -> Change:
    return Change(table=table, change=kind, has_one_side=has_one_side, source=_text(record, "source"), **_named(record))


def _changed(table: Compared, record: Plain, found: Difference, known: Mapping[str, frozenset[str]]) -> Change:
    return Change(
        **values_of(found, Change),
        table=table,
        change=Kind.CHANGED,
        has_one_side=not (found.root in known["old"] and found.root in known["new"]),
        **_named(record),
    )


def _named(record: Plain) -> dict[str, Any]:
    """Return what a record is called: its id and its name in both languages; what has neither, by its version."""
    id = mark(record) if "version" not in record else str(record["version"])
    label = next((key for key in _LABELS if _text(record, key)), None)
    return {"id": id, "name": (label and _text(record, label)) or id, "name_fr": label and _text(record, f"{label}_fr")}


def _text(record: Plain, key: str) -> str | None:
    found = record.get(key)
    return found if isinstance(found, str) else None
