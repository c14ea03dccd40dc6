"""ESA's budget and CNES's, by year."""

from cnes_partners.frozen import frozen
from cnes_partners.model.vocabulary.money import ContributorKind, IncomeGroup, Measure, Scope


@frozen
class BudgetLine:
    """ESA's budget of a year, with the money of the EU, EUMETSAT and other third parties."""

    year: int
    amount_meur: int | float
    approximate: bool = False
    measure: Measure
    scope: Scope
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None
    note_fr: str | None = None


@frozen
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
    note_fr: str | None = None


@frozen
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
    note_fr: str | None = None


@frozen
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
    note_fr: str | None = None


@frozen
class Contribution:
    """A figure for France's contribution to ESA in a year: whose, and by which measure."""

    year: int
    amount_meur: int | float
    approximate: bool = False
    share_pct: float | None = None
    rank: int | None = None
    measure: Measure
    scope: Scope
    stated_by: str
    stated_by_fr: str | None = None
    source: str
    note: str | None = None
    note_fr: str | None = None


@frozen
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
    note_fr: str | None = None
