"""Consumer prices."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate


@frozen
class PriceIndex:
    """French consumer prices of a year: the change on the year before, and the index chained from the changes."""

    year: int
    index: float
    change_pct: float
    base: PartialDate
    source: str
    also: tuple[str, ...] = ()
