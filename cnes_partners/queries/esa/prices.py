"""Constant euros, by French consumer prices."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import exact
from cnes_partners.model.records.prices import PriceIndex
from cnes_partners.model.sentences import paragraph, sentence


@frozen
class Prices:
    """The euros of one year: ``factors`` has what a euro of each year is in them, exactly.

    A year that the index does not reach unbroken has no factor.
    """

    year: int
    factors: Mapping[int, Fraction]

    def meur(self, amount_meur: int | float | None, year: int) -> Fraction | None:
        """Return an amount of *year* in these euros, None where it or the factor is not known."""
        factor = self.factors.get(year)
        return None if amount_meur is None or factor is None else exact(amount_meur) * factor


def euros_of(dataset: Dataset, prices_of: int | None) -> Prices | None:
    """Return the euros of the year *prices_of*; None, which is current prices, without one.

    Raises:
        UsageError: There is no index for *prices_of*.
    """
    if prices_of is None:
        return None
    index = {line.year: exact(line.index) for line in dataset.prices if line.index > 0}
    if prices_of not in index:
        known = (
            sentence("Known: {first} to {last}.", first=str(min(index)), last=str(max(index)))
            if index
            else sentence("Known: none.")
        )
        raise UsageError(paragraph(sentence("There is no price index for {year}.", year=str(prices_of)), known))
    factors = {year: index[prices_of] / index[year] for year in _unbroken(index, prices_of)}
    return Prices(year=prices_of, factors=factors)


def index_of(dataset: Dataset, prices_of: int | None) -> tuple[PriceIndex, ...]:
    """Return the index that the euros of the year *prices_of* stand on, nothing without one."""
    return () if prices_of is None else dataset.prices


def _unbroken(years: Collection[int], year: int) -> range:
    """Return the years around *year* of which none is missing."""
    first = last = year
    while first - 1 in years:
        first -= 1
    while last + 1 in years:
        last += 1
    return range(first, last + 1)


def constant_meur(amount_meur: int | float | None, year: int, prices: Prices | None) -> Fraction | None:
    """Return an amount of *year* exactly: in constant euros where there are *prices*, else at current ones."""
    if prices is not None:
        return prices.meur(amount_meur, year)
    return None if amount_meur is None else exact(amount_meur)
