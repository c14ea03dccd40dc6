"""The records of the dataset, as frozen dataclasses. Fields stand in the order of the YAML files.

Everywhere: None means "not known", a tuple may be empty, amounts are million euro at current prices,
shares are percent (0 to 100), ids of partners are ISO 3166 codes in lower case or a short name.
"""

from __future__ import annotations

from dataclasses import dataclass

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary import (
    AgreementKind,
    Basis,
    Category,
    ContributorKind,
    IncomeGroup,
    LaunchState,
    Measure,
    MembershipStatus,
    MissionKind,
    MissionStatus,
    PartnerKind,
    PartnerStatus,
    PartyKind,
    Region,
    Role,
    Scope,
    SourceKind,
    StatementTopic,
    Theme,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or document that was read. ``via`` says that a copy of it was read, and where."""

    id: str
    url: str
    title: str
    publisher: str
    published: PartialDate | None = None
    language: str
    kind: SourceKind
    via: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherValue:
    """A value that another source gives."""

    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Sources that do not say the same: what about, which value is kept, who says what else, and why.

    ``kept`` is None where no value could be preferred.
    """

    id: str | None = None
    about: str
    kept: str | None = None
    kept_source: str | None = None
    others: tuple[OtherValue, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body of a partner that deals with CNES."""

    abbr: str | None = None
    name: str
    name_fr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The first link with CNES that a source tells of."""

    date: PartialDate
    what: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A text between CNES or France and a partner."""

    id: str
    date: PartialDate | None = None
    title: str
    kind: AgreementKind
    subject: str | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A sourced statement about a partner."""

    label: str
    value: str
    as_of: PartialDate | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A country or organisation that CNES works with.

    ``category_basis`` says whose word the category is. ``related_missions`` are missions that the partner
    has to do with but is no participant of; its missions are found through ``Mission.partners``.
    """

    id: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """A launch, past or planned. The date is in UTC."""

    state: LaunchState
    date: PartialDate | None = None
    vehicle: str | None = None
    site: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """What a partner does in a mission, and which of its bodies does it."""

    partner: str
    agency: str | None = None
    role: Role
    contribution: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument or experiment on board."""

    name: str
    what: str
    provider: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A mission or programme that CNES takes part in.

    ``as_of`` is the date of the newest source behind ``status``; ``end`` is the end of operations.
    """

    id: str
    name: str
    name_fr: str | None = None
    full_name: str | None = None
    aliases: tuple[str, ...] = ()
    kind: MissionKind
    theme: Theme
    status: MissionStatus
    as_of: PartialDate | None = None
    launch: Launch | None = None
    end: PartialDate | None = None
    destination: str | None = None
    cnes_role: Role
    cnes_contribution: str
    partners: tuple[Participation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    summary: str
    summary_fr: str | None = None
    note: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedMember:
    """A partner that a source puts in a category; ``date`` is None where the page bears none."""

    partner: str
    date: PartialDate | None = None
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure that CNES, or another about CNES, states; ``as_of`` is what the figure is of.

    ``at_least`` marks a lower bound ("60+"), ``stated_by`` who says it, ``measure`` what an amount is.
    """

    id: str
    topic: StatementTopic
    label: str
    label_fr: str
    value: int | float | str
    at_least: bool = False
    approximate: bool = False
    unit: str
    measure: Measure | None = None
    stated_by: str
    as_of: PartialDate | None = None
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who or what the tables name but is no partner of CNES: a country, an income line, France itself."""

    id: str
    name: str
    name_fr: str
    kind: PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """ESA's budget of a year, with the money of the EU, EUMETSAT and other third parties."""

    year: int
    amount_meur: int | float
    measure: Measure
    scope: Scope
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeLine:
    """What one contributor brings to ESA's budget of a year: an amount, a share its source states, or both."""

    year: int
    contributor: str
    kind: ContributorKind
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: int | float | None = None
    share_of: Scope | None = None
    measure: Measure
    scope: Scope
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeSubtotal:
    """What a group of contributors brings to ESA's budget of a year."""

    year: int
    group: IncomeGroup
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: int | float | None = None
    share_of: Scope | None = None
    measure: Measure
    scope: Scope
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainLine:
    """What ESA's budget of a year gives to a domain; the share is of the total."""

    year: int
    domain: str
    domain_fr: str
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: int | float | None = None
    measure: Measure
    scope: Scope
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A figure for France's contribution to ESA in a year: whose, and by which measure."""

    year: int
    amount_meur: int | float
    share_pct: float | None = None
    rank: int | None = None
    measure: Measure
    scope: Scope
    stated_by: str
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CnesBudgetLine:
    """CNES's own budget of a year, and the part of it that goes to ESA."""

    year: int
    amount_meur: int | float
    approximate: bool = False
    esa_meur: int | float | None = None
    measure: Measure
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What a country subscribed at a council; a share is as its source prints it."""

    country: str
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: float | None = None
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A council of ESA at ministerial level and what was subscribed there, for several years."""

    id: str
    date: PartialDate
    end: PartialDate | None = None
    place: str
    period: str | None = None
    amount_meur: int | float
    measure: Measure
    scope: Scope
    subscriptions: tuple[Subscription, ...] = ()
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A country's standing in ESA; ``since`` is when that standing began."""

    country: str
    status: MembershipStatus
    since: PartialDate | None = None
    founding: bool = False
    ratified: PartialDate | None = None
    ratified_source: str | None = None
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipCount:
    """How many countries ESA counted on a date."""

    as_of: PartialDate
    members: int
    associates: int
    cooperating: int
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EsaProgramme:
    """A programme of ESA's, or one that it runs for the EU: what it is, who pays and who runs it."""

    id: str
    name: str
    what: str
    funded_by: str
    run_by: str
    status: str | None = None
    as_of: PartialDate | None = None
    source: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRule:
    """A rule of how ESA is paid for."""

    id: str
    what: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SumCheck:
    """Arithmetic on the figures of a year, as it came out when the figures were collected."""

    year: int
    what: str
    computed: str | None = None
    stated: str | None = None
    holds: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedLine:
    """A contributor's line of a table that bears no year."""

    contributor: str
    amount_meur: int | float
    share_pct: float | None = None
    share_of: Scope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedTable:
    """A table of contributions that belongs to no year for certain; it enters no computation."""

    id: str
    lines: tuple[UndatedLine, ...]
    source: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceIndex:
    """French consumer prices of a year: the change on the year before, and the index chained from the changes."""

    year: int
    index: float
    change_pct: float
    base: PartialDate
    source: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the dataset is: its version, its date, its licence and how to cite it."""

    title: str
    version: str
    as_of: PartialDate
    licence: str
    citation: str
