"""Records that have no name of their own, and what people may call them: who pays, gets or belongs, and when."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.model.fields import record_id
from cnes_partners.queries.search.passages import Searchable, Subject, both, passages

CALLED: dict[Searchable, tuple[str, str]] = {
    Searchable.ESA_FUNDING_RULE: ("how ESA is paid for", "financement de l'ESA"),
    Searchable.ESA_CONTRIBUTION: ("France's contribution to ESA", "contribution de la France à l'ESA"),
    Searchable.ESA_BUDGET: ("ESA's budget", "budget de l'ESA"),
    Searchable.ESA_INCOME: ("contribution to ESA's budget", "contribution au budget de l'ESA"),
    Searchable.ESA_SUBTOTAL: ("ESA's income", "recettes de l'ESA"),
    Searchable.ESA_DOMAIN: ("ESA's budget by domain", "budget de l'ESA par domaine"),
    Searchable.ESA_MEMBER: ("member of ESA", "membre de l'ESA"),
    Searchable.ESA_MEMBER_COUNT: ("number of members of ESA", "nombre de membres de l'ESA"),
    Searchable.CNES_BUDGET: ("CNES's budget", "budget du CNES"),
}
_TABLE_NAMES = {table.sql_name: name for name, table in TABLES.items()}
_TEXTS = {"what": 5, "stated_by": 3, "note": 2}
_VALUES = {
    "amount_meur": (6, "{} million EUR"),
    "esa_meur": (6, "{} million EUR to ESA"),
    "share_pct": (6, "{} percent"),
    "measure": (3, "{}"),
    "group": (4, "{}"),
    "status": (4, "{}"),
    "since": (3, "{}"),
    "members": (5, "{} members"),
    "associates": (5, "{} associates"),
    "cooperating": (5, "{} cooperating"),
}


def lines(kind: Searchable, dataset: Dataset) -> Iterator[Subject]:
    """Yield the records of a table that is in ``CALLED``, with its year and whom it is about in their names."""
    for record in dataset.table(_TABLE_NAMES[kind]):
        id = record_id(record)
        name, name_fr = (
            ", ".join(str(part) for part in (called, *_whom(dataset, record, language)) if part)
            for called, language in zip(CALLED[kind], ("en", "fr"), strict=True)
        )
        texts = passages(
            ("name", 6, name),
            ("name", 6, name_fr),
            ("id", 4, id),
            ("rank", 6, ranked(record.rank) if getattr(record, "rank", None) else None),
            *_values(record),
        )
        yield Subject(kind, id, name, name_fr, texts)


def _values(record: object) -> Iterator[tuple[str, int, str | None]]:
    """Yield what the record has of figures, words of vocabularies and texts."""
    for field, (weight, form) in _VALUES.items():
        value = getattr(record, field, None)
        yield field, weight, None if value is None else form.format(value)
    for field, weight in _TEXTS.items():
        yield from both(field, weight, record if hasattr(record, field) else None)


def _whom(dataset: Dataset, record: object, language: str) -> Iterator[object]:
    """Yield the year, and the country or other party or the domain, of a record."""
    yield getattr(record, "year", None) or getattr(record, "as_of", None)
    party = getattr(record, "contributor", None) or getattr(record, "country", None)
    yield dataset.party_name(party, language=language) if party else None
    yield getattr(record, "domain" if language == "en" else "domain_fr", None)


def ranked(rank: object) -> str:
    """Return a rank among the contributors as who has it would say: "second contributor"."""
    return f"{_ORDINALS.get(rank, rank)} contributor"


_ORDINALS: dict[object, str] = {1: "first", 2: "second", 3: "third"}
