"""Words about money, and who pays it."""

from enum import StrEnum


class Measure(StrEnum):
    """What an amount of money is. Amounts of different measures are never added or ranked."""

    DUE = "due"
    VOTED = "voted"
    PLANNED = "planned"
    PAID = "paid"
    STATED = "stated"
    SUBSCRIBED = "subscribed"


class Scope(StrEnum):
    """What money an amount or a share is part of.

    ESA's own programmes are what the members pay for, with the other income that ESA's charts put there.
    """

    MEMBER_PART = "member-part"
    OWN_PROGRAMMES = "own-programmes"
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


class PartyKind(StrEnum):
    """What a party that is no partner of CNES is."""

    COUNTRY = "country"
    ORGANISATION = "organisation"
    INCOME_LINE = "income-line"
