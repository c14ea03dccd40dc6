"""Consumer prices."""

from dataclasses import dataclass

from cnes_partners.model.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceIndex:
    """French consumer prices of a year: the change on the year before, and the index chained from the changes."""

    year: int
    index: float
    change_pct: float
    base: PartialDate
    source: str
    also: tuple[str, ...] = ()
