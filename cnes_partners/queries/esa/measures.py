"""Sums, shares, changes and ranks of amounts; what takes several lines refuses those of different measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from cnes_partners.errors import UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import Number, exact, plain
from cnes_partners.model.sentences import sentence
from cnes_partners.model.vocabulary.money import Measure, Scope


class Money(Protocol):
    """What every line of money has; the amount is million euro, None where it is not known."""

    @property
    def amount_meur(self) -> int | float | None: ...

    @property
    def measure(self) -> Measure: ...


class SourcedMoney(Money, Protocol):
    """A line of money as a source gives it."""

    @property
    def approximate(self) -> bool: ...

    @property
    def source(self) -> str: ...


class YearLine(Money, Protocol):
    """A contributor's line of one year: an amount, a share that its source states, or both."""

    @property
    def year(self) -> int: ...

    @property
    def contributor(self) -> str: ...

    @property
    def share_pct(self) -> int | float | None: ...

    @property
    def share_of(self) -> Scope | None: ...


class RankBasis(StrEnum):
    """What a rank goes by: known amounts, or the shares of the members' part that sources state."""

    AMOUNT = "amount"
    SHARE = "share"


@frozen
class Ranking:
    """Contributors of one year in one measure, by what is known of the most of them."""

    basis: RankBasis
    values: Mapping[str, int | float]

    def place(self, contributor: str) -> int | None:
        """Return a contributor's place, equals sharing it; None where it or every rival is not known."""
        if contributor not in self.values or len(self.values) < 2:
            return None
        return 1 + sum(value > self.values[contributor] for value in self.values.values())

    @property
    def first(self) -> tuple[str, ...]:
        """Return who is first, several where they are equal, nobody where fewer than two are known."""
        return tuple(contributor for contributor in self.values if self.place(contributor) == 1)


def common_measure(lines: Iterable[Money]) -> Measure:
    """Return the one measure of the lines.

    Raises:
        UsageError: They are of several measures, or there is no line.
    """
    measures = sorted({line.measure for line in lines}, key=tuple(Measure).index)
    if len(measures) != 1:
        raise UsageError(
            sentence("Amounts of different measures do not mix: {measures}.", measures=tuple(measures))
            if measures
            else sentence("Amounts of different measures do not mix: no amount at all.")
        )
    return measures[0]


def sum_meur(lines: Sequence[Money]) -> int | float:
    """Return the sum of the known amounts, 0 of none.

    Raises:
        UsageError: They are of different measures.
    """
    known = [line for line in lines if line.amount_meur is not None]
    if known:
        common_measure(known)
    return plain(sum((exact(line.amount_meur) for line in known if line.amount_meur is not None), start=Fraction()))


def share_pct(part: Money, whole: Money) -> float | None:
    """Return what *part* is of *whole* in percent, None where an amount is not known or there is no whole.

    Raises:
        UsageError: They are of different measures.
    """
    common_measure((part, whole))
    return percent(part.amount_meur, whole.amount_meur)


def percent(part: Number | None, whole: Number | None) -> float | None:
    """Return what *part* is of *whole*, an amount of the same measure; None as share_pct does."""
    if part is None or whole is None or whole <= 0:
        return None
    return float(100 * exact(part) / exact(whole))


def change_pct(amount: Number | None, before: Number | None) -> float | None:
    """Return the change from *before*, an amount of the same measure, in percent; None where one is not known.

    From nothing, or less, there is no change in percent.
    """
    if amount is None or before is None or before <= 0:
        return None
    return float(100 * (exact(amount) / exact(before) - 1))


def ranking(lines: Sequence[YearLine]) -> Ranking:
    """Return the ranking of lines: by amount, or by stated share of the members' part where more of these are known.

    Raises:
        UsageError: They are of different years or measures.
    """
    if lines:
        common_measure(lines)
    if len({line.year for line in lines}) > 1:
        raise UsageError(sentence("A rank is within one year; these lines are of several."))
    amounts = {line.contributor: line.amount_meur for line in lines if line.amount_meur is not None}
    shares = {
        line.contributor: line.share_pct
        for line in lines
        if line.share_pct is not None and line.share_of is Scope.MEMBER_PART
    }
    if len(shares) > len(amounts):
        return Ranking(basis=RankBasis.SHARE, values=shares)
    return Ranking(basis=RankBasis.AMOUNT, values=amounts)
