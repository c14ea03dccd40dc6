"""Records that have no name of their own, and what people may call them: who pays, gets or belongs, and when."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.model.fields import record_id
from cnes_partners.model.sentences import Name, Sentence, sentence, translatable
from cnes_partners.queries.search.passages import Perhaps, Searchable, Subject, both, passages

CALLED: dict[Searchable, str] = {
    Searchable.ESA_FUNDING_RULE: translatable("how ESA is paid for"),
    Searchable.ESA_CONTRIBUTION: translatable("France's contribution to ESA, {when}"),
    Searchable.ESA_BUDGET: translatable("ESA's budget, {when}"),
    Searchable.ESA_INCOME: translatable("contribution to ESA's budget, {when}, {whom}"),
    Searchable.ESA_SUBTOTAL: translatable("ESA's income, {when}"),
    Searchable.ESA_DOMAIN: translatable("ESA's budget by domain, {when}, {whom}"),
    Searchable.ESA_MEMBER: translatable("member of ESA, {whom}"),
    Searchable.ESA_MEMBER_COUNT: translatable("number of members of ESA, {when}"),
    Searchable.CNES_BUDGET: translatable("CNES's budget, {when}"),
}
_TABLE_NAMES = {table.sql_name: name for name, table in TABLES.items()}
_TEXTS = {"what": 5, "stated_by": 3, "note": 2}
_FIGURES = {
    "amount_meur": (6, translatable("{number} million EUR")),
    "esa_meur": (6, translatable("{number} million EUR to ESA")),
    "share_pct": (6, translatable("{number} percent")),
    "members": (5, translatable("{number} members")),
    "associates": (5, translatable("{number} associates")),
    "cooperating": (5, translatable("{number} cooperating")),
}
_WORDS = {"measure": 3, "group": 4, "status": 4, "since": 3}


def lines(kind: Searchable, dataset: Dataset) -> Iterator[Subject]:
    """Yield the records of a table that is in ``CALLED``, with its year and whom it is about in their names."""
    for record in dataset.table(_TABLE_NAMES[kind]):
        id, when, whom = record_id(record), str(_when(record)), _whom(dataset, record)
        name = sentence(CALLED[kind], when=when, whom=whom)
        texts = passages(
            ("name", 6, name),
            ("name", 6, f"{when} {whom.french}" if whom.french else None, name),
            ("id", 4, id),
            ("rank", 6, ranked(record.rank) if getattr(record, "rank", None) else None),
            *_values(record),
        )
        yield Subject(kind, id, name, None, texts)


def _values(record: object) -> Iterator[Perhaps]:
    """Yield what the record has of figures, words of vocabularies and texts."""
    for field, (weight, template) in _FIGURES.items():
        number = getattr(record, field, None)
        yield field, weight, None if number is None else sentence(template, number=number)
    for field, weight in _WORDS.items():
        yield field, weight, getattr(record, field, None)
    for field, weight in _TEXTS.items():
        yield from both(field, weight, record if hasattr(record, field) else None)


def _when(record: object) -> object:
    return getattr(record, "year", None) or getattr(record, "as_of", None)


def _whom(dataset: Dataset, record: object) -> Name:
    """Return the country or other party, or the domain, of a record; without words where it has none."""
    if party := getattr(record, "contributor", None) or getattr(record, "country", None):
        return Name(english=dataset.party_name(party), french=dataset.party_name(party, language="fr"))
    return Name(english=getattr(record, "domain", ""), french=getattr(record, "domain_fr", ""))


def ranked(rank: object) -> Sentence:
    """Return a rank among the contributors as who has it would say: "second contributor"."""
    return sentence(_ORDINALS.get(rank, _ORDINAL), rank=str(rank))


_ORDINAL = translatable("contributor of rank {rank}")
_ORDINALS: dict[object, str] = {
    1: translatable("first contributor"),
    2: translatable("second contributor"),
    3: translatable("third contributor"),
}
