"""ESA itself: its councils, members, programmes and rules."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.money import Measure, MembershipStatus, Scope


@frozen
class Subscription:
    """What a country subscribed at a council."""

    country: str
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: float | None = None
    source: str
    note: str | None = None
    note_fr: str | None = None


@frozen
class Council:
    """A council of ESA at ministerial level and what was subscribed there, for several years."""

    id: str
    date: PartialDate
    end: PartialDate | None = None
    place: str
    place_fr: str | None = None
    period: str | None = None
    amount_meur: int | float
    approximate: bool = False
    measure: Measure
    scope: Scope
    subscriptions: tuple[Subscription, ...] = ()
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None
    note_fr: str | None = None


@frozen
class Membership:
    """A country's standing in ESA."""

    country: str
    status: MembershipStatus
    since: PartialDate | None = None
    founding: bool = False
    ratified: PartialDate | None = None
    ratified_source: str | None = None
    source: str
    also: tuple[str, ...] = ()
    note: str | None = None
    note_fr: str | None = None


@frozen
class MembershipCount:
    """How many countries ESA counted on a date."""

    as_of: PartialDate
    members: int
    associates: int
    cooperating: int
    source: str
    note: str | None = None
    note_fr: str | None = None


@frozen
class EsaProgramme:
    """A programme of ESA's, or one that it runs for the EU: what it is, who pays and who runs it."""

    id: str
    name: str
    what: str
    what_fr: str | None = None
    funded_by: str
    funded_by_fr: str | None = None
    run_by: str
    run_by_fr: str | None = None
    status: str | None = None
    status_fr: str | None = None
    as_of: PartialDate | None = None
    source: str
    also: tuple[str, ...] = ()


@frozen
class FundingRule:
    """A rule of how ESA is paid for."""

    id: str
    what: str
    what_fr: str | None = None
    source: str
