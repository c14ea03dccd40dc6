"""Which sources an answer rests on, whatever kind of records it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.model.fields import is_citation, record_id
from cnes_partners.model.records.sources import Source
from cnes_partners.queries.citations import cited
from cnes_partners.queries.search.search import SearchHit
from cnes_partners.queries.timeline import AgreementPoint, MissionSpan

if TYPE_CHECKING:
    from cnes_partners.dataset.dataset import Dataset

_SQL_TABLES = {table.sql_name: table.name for table in TABLES.values()}


def bibliography(dataset: Dataset, rows: Iterable[object]) -> tuple[Source, ...]:
    """Return the sources that the rows of an answer are or cite: each once, as they come.

    A row that only points at a record, as those of a search do, rests on what the record cites; of an SQL answer the
    columns count whose names are those of citations.

    Raises:
        InvalidDatasetError: A record cites a source that does not exist.
    """
    named = cache(partial(_by_id, dataset))
    known = {source.id for source in dataset.sources}
    ids = dict.fromkeys(id for row in rows for record in _behind(row, named) for id in _ids(record, known))
    return tuple(map(dataset.source, ids))


def _ids(record: object, known: set[str]) -> Iterator[str]:
    if isinstance(record, Source):
        yield record.id
    elif isinstance(record, Mapping):
        yield from (value for name, value in record.items() if is_citation(name) and value in known)
    else:
        yield from cited([record])


def _behind(row: object, named: Callable[[str], Mapping[str, Sequence[object]]]) -> Sequence[object]:
    """Return the records that a row points at, by their table and id, else the row itself."""
    match row:
        case SearchHit():
            return named("statement" if row.table == "claim" else row.table).get(row.id, ())
        case MissionSpan():
            return named("mission").get(row.id, ())
        case AgreementPoint():
            return named("agreement").get(row.id, ())
        case _:
            return (row,)


def _by_id(dataset: Dataset, table: str) -> Mapping[str, Sequence[object]]:
    """Return records by what a search calls them: their id, or what tells them apart, or what they are about."""
    agreements = (agreement for partner in dataset.partners for agreement in partner.agreements)
    found: defaultdict[str, list[object]] = defaultdict(list)
    for record in agreements if table == "agreement" else dataset.table(_SQL_TABLES[table]):
        for name in {record_id(record), getattr(record, "about", "")}:
            found[name].append(record)
    return found
