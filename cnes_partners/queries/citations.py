"""Which sources records cite."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from cnes_partners.model.fields import is_citation

if TYPE_CHECKING:
    from cnes_partners.dataset.dataset import Dataset
    from cnes_partners.model.records.sources import Source


_ID_IN_TEXT = re.compile(r"(?<![\w[-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")  # a word alone may be any word


def mentioned(text: str | None) -> tuple[str, ...]:
    """Return what may be ids of sources in a text of the dataset."""
    return tuple(_ID_IN_TEXT.findall(text or ""))


def with_mentions(text: str, known: Collection[str]) -> str:
    """Return a text of the dataset with the *known* ids of sources in it as [id]."""
    return _ID_IN_TEXT.sub(lambda found: f"[{found[0]}]" if found[0] in known else found[0], text)


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
