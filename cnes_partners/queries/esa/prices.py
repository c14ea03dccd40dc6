"""Constant euros, by French consumer prices."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import UsageError


def price_factor(dataset: Dataset, *, year: int, prices_of: int) -> float | None:
    """Return what a euro of *year* is in euros of *prices_of*; None where the index does not reach *year* unbroken.

    Raises:
        UsageError: There is no index for *prices_of*.
    """
    index = {line.year: line.index for line in dataset.prices}
    if prices_of not in index:
        known = f"{min(index)} to {max(index)}" if index else "none"
        raise UsageError(f"There is no price index for {prices_of}. Known: {known}.")
    chain = range(min(year, prices_of), max(year, prices_of) + 1)
    return index[prices_of] / index[year] if all(link in index for link in chain) else None


def real_meur(dataset: Dataset, amount_meur: float | None, *, year: int, prices_of: int) -> float | None:
    """Return an amount of *year* in million euro of *prices_of*, None where it or the index is not known."""
    factor = price_factor(dataset, year=year, prices_of=prices_of)
    return None if amount_meur is None or factor is None else round(amount_meur * factor, 1)


def real_change_pct(dataset: Dataset, change_pct: float | None, *, year: int, prices_of: int) -> float | None:
    """Return the change on the year before once prices are out of it, in percent."""
    now = price_factor(dataset, year=year, prices_of=prices_of)
    before = price_factor(dataset, year=year - 1, prices_of=prices_of)
    if change_pct is None or now is None or before is None:
        return None
    return 100 * ((1 + change_pct / 100) * now / before - 1)
