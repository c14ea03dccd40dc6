"""What was subscribed at ESA's ministerial councils: several years' money, in a measure of its own."""

from __future__ import annotations

from fractions import Fraction

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import exact, plain
from cnes_partners.model.records.esa import Council, Subscription
from cnes_partners.model.sentences import sentence
from cnes_partners.model.vocabulary.money import Measure, Scope
from cnes_partners.queries.esa.measures import RankBasis, Ranking, change_pct, percent
from cnes_partners.queries.values import values_of


@frozen
class SubscriptionYear:
    """A country's subscription at a ministerial council: several years' money, in a measure of its own.

    ``share_pct`` is as its source prints it; ``share_of_total_pct`` is computed from the council's total. ``rank``
    counts among the ``ranked`` countries whose amount is known; ``rank_is_certain`` says that the others could not
    change it. ``change_pct`` is against the council before, None where that amount is not known.
    """

    council: str
    date: str
    period: str | None = None
    country: str
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: float | None = None
    share_of_total_pct: float | None = None
    rank: int | None = None
    ranked: int = 0
    rank_is_certain: bool = False
    change_pct: float | None = None
    measure: Measure
    scope: Scope
    source: str
    note: str | None = None
    note_fr: str | None = None


@frozen
class CouncilSum:
    """How much of what a council subscribed is known by country."""

    council: str
    known: int
    known_meur: int | float
    approximate: bool = False
    total_meur: int | float
    total_approximate: bool = False

    @property
    def missing_meur(self) -> int | float:
        """Return what the council subscribed beyond the known amounts."""
        return plain(exact(self.total_meur) - exact(self.known_meur))

    @property
    def missing_approximate(self) -> bool:
        """Return whether what is missing rests on an approximate amount."""
        return self.approximate or self.total_approximate


def councils(dataset: Dataset) -> tuple[Council, ...]:
    """Return ESA's ministerial councils by date."""
    return tuple(sorted(dataset.esa_councils, key=lambda council: council.date))


def subscriptions(
    dataset: Dataset, *, council: str | None = None, country: str | None = None
) -> tuple[SubscriptionYear, ...]:
    """Return subscriptions by council, then amount; ranks and shares are within one council.

    Raises:
        NotFoundError: There is no such council.
    """
    every = councils(dataset)
    wanted = None if council is None else _council(every, council).id
    return tuple(
        line
        for index, entry in enumerate(every)
        if wanted in (None, entry.id)
        for line in _council_lines(entry, every[index - 1] if index else None)
        if country is None or line.country == country
    )


def council_sum(dataset: Dataset, council: str) -> CouncilSum:
    """Return how much of a council is known by country.

    Raises:
        NotFoundError: There is no such council.
    """
    entry = _council(councils(dataset), council)
    amounts = _amounts(entry)
    return CouncilSum(
        council=entry.id,
        known=len(amounts),
        known_meur=plain(sum(map(exact, amounts.values()), start=Fraction())),
        approximate=any(line.approximate for line in entry.subscriptions if line.amount_meur is not None),
        total_meur=entry.amount_meur,
        total_approximate=entry.approximate,
    )


def _council(every: tuple[Council, ...], name: str) -> Council:
    for entry in every:
        if entry.id == name.lower():
            return entry
    known = ", ".join(entry.id for entry in every)
    raise NotFoundError(sentence("No ministerial council is called '{name}'. Known: {known}.", name=name, known=known))


def _amounts(council: Council) -> dict[str, int | float]:
    return {line.country: line.amount_meur for line in council.subscriptions if line.amount_meur is not None}


def _council_lines(council: Council, before: Council | None) -> list[SubscriptionYear]:
    earlier = _amounts(before) if before and before.measure is council.measure else {}
    lines = [_council_line(council, line, earlier.get(line.country)) for line in council.subscriptions]
    return sorted(lines, key=lambda line: (-(line.amount_meur or 0), -(line.share_pct or 0)))


def _council_line(council: Council, line: Subscription, earlier: int | float | None) -> SubscriptionYear:
    amount = line.amount_meur
    places = Ranking(basis=RankBasis.AMOUNT, values=_amounts(council))
    rank = places.place(line.country)
    left = exact(council.amount_meur) - sum(map(exact, places.values.values()))
    return SubscriptionYear(
        **values_of(council, SubscriptionYear) | values_of(line, SubscriptionYear),
        council=council.id,
        share_of_total_pct=percent(amount, council.amount_meur),
        rank=rank,
        ranked=len(places.values) if rank else 0,
        rank_is_certain=rank is not None and amount is not None and left < exact(amount),
        change_pct=change_pct(amount, earlier),
    )
