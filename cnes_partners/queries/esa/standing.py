"""Whose word a figure of ESA's money is."""

from __future__ import annotations

from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import SourceKind, Standing

_BY_KIND = {
    SourceKind.PRIMARY: Standing.OFFICIAL,
    SourceKind.REFERENCE: Standing.PRESS,
    SourceKind.PRESS: Standing.PRESS,
    SourceKind.OTHER: Standing.OTHER,
}


def standing(source: Source) -> Standing:
    """Return how near a source is to ESA's books: a copy is no nearer than a forum, whatever was copied."""
    if source.via is not None:
        return Standing.OTHER
    if source.kind is SourceKind.PRIMARY and source.publisher == "ESA":
        return Standing.ESA
    return _BY_KIND[source.kind]
