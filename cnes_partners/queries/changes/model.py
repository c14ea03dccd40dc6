"""What is told of two datasets that are compared."""

from __future__ import annotations

from enum import StrEnum

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.sentences import translatable

Value = str | int | float | bool | None


class Compared(StrEnum):
    """What is compared, by the name of its table in SQL; agreements apart from their partners."""

    METADATA = "metadata"
    CATEGORY = "category"
    PARTNER = "partner"
    AGREEMENT = "agreement"
    MISSION = "mission"
    PARTY = "party"
    COUNTRY = "country"
    STATEMENT = "statement"
    DISAGREEMENT = "disagreement"
    ESA_BUDGET = "esa_budget"
    ESA_INCOME = "esa_income"
    ESA_SUBTOTAL = "esa_subtotal"
    ESA_DOMAIN = "esa_domain"
    ESA_CONTRIBUTION = "esa_contribution"
    CNES_BUDGET = "cnes_budget"
    ESA_COUNCIL = "esa_council"
    ESA_MEMBER = "esa_member"
    ESA_MEMBER_COUNT = "esa_member_count"
    ESA_PROGRAMME = "esa_programme"
    ESA_FUNDING_RULE = "esa_funding_rule"
    ESA_SUM_CHECK = "esa_sum_check"
    ESA_UNDATED_TABLE = "esa_undated_table"
    ESA_DISAGREEMENT = "esa_disagreement"
    PRICE_INDEX = "price_index"
    SOURCE = "source"


class Kind(StrEnum):
    """What became of a record."""

    ADDED = translatable("added")
    GONE = translatable("gone")
    CHANGED = translatable("changed")


@frozen
class Change:
    """A record that was added or is gone, or a field of one that has another value.

    ``id`` of a record that has none is what tells it from the others of its table: "2005 fr member-part". ``field`` is
    a path, in which a part of a list is called by its own id or name: "partners[us].role"; None of a whole record. Of
    a list of words ``old`` are those that are gone, ``new`` those that were added; a part of a list is told in a line.
    ``source`` is that of the new value. Where ``has_one_side``, no record of the other dataset has the field, or its
    table is empty there: it may be of another shape.
    """

    table: Compared
    id: str
    name: str
    name_fr: str | None = None
    change: Kind
    field: str | None = None
    old: Value = None
    old_fr: str | None = None
    new: Value = None
    new_fr: str | None = None
    source: str | None = None
    has_one_side: bool = False


@frozen
class Edition:
    """What a dataset says of itself; the day of its data is None where it does not tell."""

    version: str
    as_of: PartialDate | None


@frozen
class Changes:
    """All changes between two editions, in the order of the tables."""

    old: Edition
    new: Edition
    records: tuple[Change, ...]
