"""Partners, and what is agreed with them."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.vocabulary.missions import Theme
from cnes_partners.model.vocabulary.partnership import (
    AgreementKind,
    Basis,
    Category,
    PartnerKind,
    PartnerStatus,
    Region,
)


@frozen
class Agency:
    """A body of a partner that deals with CNES."""

    abbr: str | None = None
    name: str
    name_fr: str | None = None
    ror: str | None = None
    wikidata: str | None = None


@frozen
class Since:
    """The first link with CNES that a source tells of."""

    date: PartialDate
    what: str
    what_fr: str | None = None
    source: str


@frozen
class Agreement:
    """A text between CNES or France and a partner."""

    id: str
    formerly: str | None = None
    date: PartialDate | None = None
    until: PartialDate | None = None
    replaced_by: str | None = None
    title: str
    title_fr: str | None = None
    kind: AgreementKind
    subject: str | None = None
    subject_fr: str | None = None
    source: str


@frozen
class Fact:
    """A sourced statement about a partner."""

    label: str
    label_fr: str | None = None
    value: str
    value_fr: str | None = None
    as_of: PartialDate | None = None
    source: str


@frozen
class Partner:
    """A country or organisation that CNES works with; its missions are found through ``Mission.partners``."""

    id: str
    formerly: str | None = None
    name: str
    name_fr: str
    aliases: tuple[str, ...] = ()
    kind: PartnerKind
    category: Category
    category_basis: Basis
    category_source: str | None = None
    region: Region
    agencies: tuple[Agency, ...] = ()
    since: Since | None = None
    status: PartnerStatus | None = None
    status_note: str | None = None
    status_note_fr: str | None = None
    as_of: PartialDate | None = None
    status_source: str | None = None
    areas: tuple[Theme, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    related_missions: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: str | None = None
    note_fr: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    sources: tuple[str, ...] = ()
