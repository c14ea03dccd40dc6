"""What a record that can be found is: its texts, each with its field and how much a match there tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, cast

from cnes_partners.model.fields import french_of

if TYPE_CHECKING:
    from cnes_partners.model.records.disagreements import Disagreement


class Searchable(StrEnum):
    """What can be found, by the name of its table in SQL; a claim is a statement there, beside what the data gives."""

    MISSION = "mission"
    PARTNER = "partner"
    CLAIM = "claim"
    CATEGORY = "category"
    AGREEMENT = "agreement"
    ESA_PROGRAMME = "esa_programme"
    ESA_FUNDING_RULE = "esa_funding_rule"
    ESA_COUNCIL = "esa_council"
    ESA_CONTRIBUTION = "esa_contribution"
    ESA_BUDGET = "esa_budget"
    ESA_INCOME = "esa_income"
    ESA_SUBTOTAL = "esa_subtotal"
    ESA_DOMAIN = "esa_domain"
    ESA_MEMBER = "esa_member"
    ESA_MEMBER_COUNT = "esa_member_count"
    CNES_BUDGET = "cnes_budget"
    DISAGREEMENT = "disagreement"
    ESA_DISAGREEMENT = "esa_disagreement"
    SOURCE = "source"


# A text of a record: the field where it stands, how much a match there tells (1 to 10), and the text; then its French,
# or the sentence that is shown in its place. A plain tuple, since a search makes thirty thousand.
Passage = tuple[str, int, str] | tuple[str, int, str, str | None]
Perhaps = tuple[str, int, str | None] | tuple[str, int, str | None, str | None]


class Subject(NamedTuple):
    """A record that can be found, and what it says."""

    table: Searchable
    id: str
    name: str
    name_fr: str | None
    passages: Sequence[Passage]


def passages(*given: Perhaps) -> list[Passage]:
    """Return the texts that are there, each with its field and weight."""
    return [cast("Passage", entry) for entry in given if entry[2]]


def both(field: str, weight: int, *records: object | None) -> Iterator[Perhaps]:
    """Yield a text of records in both languages; *field* leads there in the JSON, its last part in the records."""
    name = field.rpartition(".")[2]
    french, name_fr = french_of(field), french_of(name)
    for record in records:
        if record is not None:
            in_french = getattr(record, name_fr)
            yield field, weight, getattr(record, name), in_french
            yield french, weight, in_french


def disputed(prefix: str, weight: int, *records: Disagreement) -> Iterator[Perhaps]:
    """Yield what sources do not agree on: what about, each value and why."""
    for field in ("about", "kept", "note"):
        yield from both(f"{prefix}{field}", weight, *records)
    yield from both(f"{prefix}others.value", weight, *(other for record in records for other in record.others))
