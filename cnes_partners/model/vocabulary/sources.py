"""Words about sources, statements and how figures stand beside each other."""

from enum import StrEnum


class SourceKind(StrEnum):
    """How near a source is to the fact: its author, a reference work, the press, anything else."""

    PRIMARY = "primary"
    REFERENCE = "reference"
    PRESS = "press"
    OTHER = "other"


class SourceForm(StrEnum):
    """What a source is, where that is neither a page of the web nor, of the press, its article."""

    ARTICLE = "article"
    PAPER = "paper"
    REPORT = "report"
    LAW = "law"


class Seen(StrEnum):
    """How much of a source was seen, where its text was not."""

    HEADLINE = "headline"


class Standing(StrEnum):
    """Whose word a figure of money is, the nearest to ESA's books first.

    ESA itself; a member's parliament, government or agency, or a body of the EU; the press or a reference work that
    names ESA; a forum, a blog, or a copy of any of them.
    """

    ESA = "esa"
    OFFICIAL = "official"
    PRESS = "press"
    OTHER = "other"


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


class FigureBasis(StrEnum):
    """Whether a source states a figure or it is computed here."""

    STATED = "stated"
    COMPUTED = "computed"


class Verdict(StrEnum):
    """How a stated figure stands beside what the dataset gives."""

    AGREES = "agrees"
    DIFFERS = "differs"
    CANNOT_BE_TOLD = "cannot be told"
