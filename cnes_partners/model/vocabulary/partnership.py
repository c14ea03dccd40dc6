"""Words about partners and agreements."""

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
