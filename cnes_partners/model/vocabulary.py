"""The closed sets of words that the records use; data/README.md explains each."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """CNES's three kinds of partnership, and ours for worldwide bodies."""

    EUROPEAN = "european"
    HISTORIC = "historic"
    EMERGING = "emerging"
    MULTILATERAL = "multilateral"


class Basis(StrEnum):
    """Whose word a category is: CNES stated it, or this dataset assigned it."""

    STATED = "stated"
    ASSIGNED = "assigned"


class FigureBasis(StrEnum):
    """Whether a source states a figure or it is computed here."""

    STATED = "stated"
    COMPUTED = "computed"


class PartnerKind(StrEnum):
    """A country or an organisation."""

    COUNTRY = "country"
    ORGANISATION = "organisation"


class PartnerStatus(StrEnum):
    """How the cooperation stands, where a source says so."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Region(StrEnum):
    """Where a partner is."""

    EUROPE = "europe"
    EURASIA = "eurasia"
    AMERICAS = "americas"
    ASIA = "asia"
    MIDDLE_EAST = "middle-east"
    AFRICA = "africa"
    OCEANIA = "oceania"
    INTERNATIONAL = "international"


class AgreementKind(StrEnum):
    """The legal form of a text, from the most to the least binding."""

    TREATY = "treaty"
    INTERGOVERNMENTAL = "intergovernmental"
    FRAMEWORK = "framework"
    INTER_AGENCY = "inter-agency"
    IMPLEMENTING = "implementing"
    MOU = "mou"
    DECLARATION = "declaration"
    LETTER_OF_INTENT = "letter-of-intent"


class Theme(StrEnum):
    """What a mission or a cooperation is about."""

    EARTH = "earth"
    UNIVERSE = "universe"
    SOLAR_SYSTEM = "solar-system"
    HUMAN_SPACEFLIGHT = "human-spaceflight"
    ACCESS_TO_SPACE = "access-to-space"
    TELECOM = "telecom"
    NAVIGATION = "navigation"
    SECURITY = "security"
    TECHNOLOGY = "technology"


class MissionKind(StrEnum):
    """One mission, or a programme of several."""

    MISSION = "mission"
    PROGRAMME = "programme"


class MissionStatus(StrEnum):
    """How far a mission is, in the order of its life."""

    PROPOSED = "proposed"
    DEVELOPMENT = "development"
    OPERATIONAL = "operational"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class LaunchState(StrEnum):
    """Whether a launch date is a fact or a plan."""

    LAUNCHED = "launched"
    PLANNED = "planned"


class Role(StrEnum):
    """What a party is in a mission; often a judgement on the contribution beside it."""

    LEAD = "lead"
    CO_LEAD = "co-lead"
    CONTRIBUTOR = "contributor"


class Measure(StrEnum):
    """What an amount of money is. Amounts of different measures are never added or ranked."""

    DUE = "due"
    VOTED = "voted"
    PLANNED = "planned"
    PAID = "paid"
    STATED = "stated"
    SUBSCRIBED = "subscribed"


class Scope(StrEnum):
    """What money an amount or a share is part of."""

    MEMBER_PART = "member-part"
    TOTAL = "total"
    PROGRAMME = "programme"


class ContributorKind(StrEnum):
    """Who or what a line of ESA's income is."""

    MEMBER_STATE = "member-state"
    INSTITUTION = "institution"
    OTHER = "other"


class IncomeGroup(StrEnum):
    """A subtotal of ESA's income."""

    MEMBERS = "members"
    MEMBERS_AND_COOPERATING = "members-and-cooperating"
    INSTITUTIONAL_PARTNERS = "institutional-partners"
    OTHERS = "others"


class MembershipStatus(StrEnum):
    """A country's standing in ESA."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    COOPERATING = "cooperating"
    COOPERATION_AGREEMENT = "cooperation-agreement"


class SourceKind(StrEnum):
    """How near a source is to the fact: its author, a reference work, the press, anything else."""

    PRIMARY = "primary"
    REFERENCE = "reference"
    PRESS = "press"
    OTHER = "other"


class PartyKind(StrEnum):
    """What a party that is no partner of CNES is."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    INCOME_LINE = "income-line"


class StatementTopic(StrEnum):
    """What a figure that is stated about CNES's cooperation measures."""

    MISSIONS_SHARE = "missions-share"
    PARTNERSHIPS = "partnerships"
    CATEGORIES = "categories"
    AGREEMENTS = "agreements"
    ESA_CONTRIBUTION = "esa-contribution"
    ESA_SHARE = "esa-share"
    ESA_RANK = "esa-rank"
    ESA_SUBSCRIPTION = "esa-subscription"
    SIGNATORIES = "signatories"


class Verdict(StrEnum):
    """How a stated figure stands beside what the dataset gives."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CANNOT_BE_TOLD = "cannot be told"
