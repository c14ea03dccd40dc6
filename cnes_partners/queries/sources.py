"""Which sources there are, and which records cite them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.fields import french_of, record_id
from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.queries.citations import cited
from cnes_partners.queries.filters import is_any
from cnes_partners.queries.values import values_of

_NAME_FIELDS = ("name", "label", "about", "title", "what", "domain")


@frozen
class CitingRecord:
    """A record that cites a source. ``table`` is the table's name in SQL.

    A record without an id of its own bears the values that tell it from the others of its table: "2022 fr".
    """

    table: str
    id: str
    name: str
    name_fr: str | None = None


@frozen
class CitedSource(Source):
    """A source and the records that cite it, in the order of the tables."""

    cited_by_count: int
    cited_by: tuple[CitingRecord, ...]


def sources(dataset: Dataset, *, kinds: Sequence[SourceKind] = ()) -> tuple[CitedSource, ...]:
    """Return the bibliography, each source with the records that cite it.

    Raises:
        InvalidDatasetError: A record cites a source that does not exist.
    """
    citing = _citing_records(dataset)
    for id in citing:
        dataset.source(id)
    return tuple(
        _with_citations(source, citing.get(source.id, ())) for source in dataset.sources if is_any(source.kind, kinds)
    )


def source(dataset: Dataset, id: str) -> CitedSource:
    """Return one source with the records that cite it.

    Raises:
        NotFoundError: There is no such source; the message names the nearest.
    """
    from cnes_partners.dataset.names import Names, unknown

    wanted = id.strip().lower()
    for entry in dataset.sources:
        if entry.id.lower() == wanted:
            return _with_citations(entry, _citing_records(dataset).get(entry.id, ()))
    raise unknown(id, (Names(id=entry.id, name=entry.id) for entry in dataset.sources), kind="source")


def _citing_records(dataset: Dataset) -> dict[str, tuple[CitingRecord, ...]]:
    found: defaultdict[str, list[CitingRecord]] = defaultdict(list)
    for table in TABLES.values():
        for record in dataset.table(table.name):
            for id in cited([record]):
                found[id].append(_citing_record(table.sql_name, record))
    return {id: tuple(records) for id, records in found.items()}


def _citing_record(table: str, record: object) -> CitingRecord:
    id = record_id(record)
    field = next((field for field in _NAME_FIELDS if getattr(record, field, None)), None)
    if field is None:
        return CitingRecord(table=table, id=id, name=id)
    return CitingRecord(
        table=table, id=id, name=getattr(record, field), name_fr=getattr(record, french_of(field), None)
    )


def _with_citations(source: Source, citing: tuple[CitingRecord, ...]) -> CitedSource:
    return CitedSource(**values_of(source), cited_by_count=len(citing), cited_by=citing)
