"""The categories of partnership."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.partnership import Basis, Category


@frozen
class StatedMember:
    """A partner that a source puts in a category."""

    partner: str
    date: PartialDate | None = None
    source: str
    note: str | None = None
    note_fr: str | None = None


@frozen
class CategoryRecord:
    """A category of partnership: what it is for, and whom its sources name."""

    id: Category
    name: str
    name_fr: str
    purpose: str
    purpose_fr: str
    basis: Basis
    members: tuple[StatedMember, ...] = ()
    source: str | None = None
    note: str | None = None
    note_fr: str | None = None
