"""Which sources records cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from cnes_partners.model.fields import is_citation

if TYPE_CHECKING:
    from cnes_partners.dataset.dataset import Dataset
    from cnes_partners.model.records.sources import Source


def cited(records: Iterable[object]) -> tuple[str, ...]:
    """Return the ids of the sources that records, or what they hold, cite: each once, as they come."""
    return tuple(dict.fromkeys(id for record in records for id in _cited_in(record)))


def cited_sources(dataset: Dataset, records: Iterable[object]) -> tuple[Source, ...]:
    """Return the sources that records, or what they hold, cite: each once, as they come."""
    return tuple(map(dataset.source, cited(records)))


def _cited_in(record: Any) -> Iterator[str]:
    if not is_dataclass(record):
        return  # a row of an SQL answer, whose columns may mean anything
    for name, cites in _places(record.__class__):
        value = getattr(record, name)
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        for item in items:
            if cites and isinstance(item, str):  # Counts.sources is a number
                yield item
            elif is_dataclass(item):
                yield from _cited_in(item)


@cache
def _places(kind: Any) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a record that hold citations (True), or records that may (False)."""
    return tuple((field.name, is_citation(field.name)) for field in fields(kind))
