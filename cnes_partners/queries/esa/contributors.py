"""Who pays into ESA's budget, year by year: amounts, shares, ranks, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError
from cnes_partners.model.records import BudgetLine, IncomeLine, IncomeSubtotal
from cnes_partners.model.vocabulary import ContributorKind, IncomeGroup, Measure, Scope
from cnes_partners.queries.esa.lines import FRANCE, BudgetYear, budget_line, no_year
from cnes_partners.queries.esa.measures import RankBasis, Ranking, change_pct, ranking, share_pct, sum_meur
from cnes_partners.queries.esa.prices import real_change_pct, real_meur


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributorYear:
    """What a contributor brings to ESA's budget of a year, with its place among the members.

    ``share_pct`` is the share its source states, of ``share_of``. ``share_of_total_pct`` and ``share_of_members_pct``
    are computed from amounts of the same measure. ``rank`` counts, by ``ranked_by``, among the ``ranked`` members of
    which that is known in the same measure; ``rank_is_certain`` says that the other members could not change it.
    ``change_pct`` is against the year before, and None where that year is not known. ``real_meur``, and then
    ``change_pct`` too, are in euros of ``prices_of``; without it there are only current prices.
    """

    year: int
    contributor: str
    kind: ContributorKind
    amount_meur: int | float | None = None
    approximate: bool = False
    share_pct: int | float | None = None
    share_of: Scope | None = None
    share_of_total_pct: float | None = None
    share_of_members_pct: float | None = None
    rank: int | None = None
    ranked: int = 0
    ranked_by: RankBasis | None = None
    rank_is_certain: bool = False
    change_pct: float | None = None
    real_meur: float | None = None
    prices_of: int | None = None
    measure: Measure
    scope: Scope
    source: str
    note: str | None = None
    note_fr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How much of the members' part of ESA's budget of a year is known by country."""

    year: int
    known: int
    known_meur: float
    members_part_meur: int | float | None = None

    @property
    def missing_meur(self) -> float | None:
        """Return what the members' part holds beyond the known amounts, None where the part is not known."""
        return None if self.members_part_meur is None else self.members_part_meur - self.known_meur


def contributors(dataset: Dataset, *, year: int | None = None) -> tuple[ContributorYear, ...]:
    """Return who pays into ESA's budget in *year* (the latest with amounts by default), the largest first.

    Raises:
        NotFoundError: There is no figure for *year*.
    """
    years = {line.year for line in dataset.esa_income}
    chosen = latest_year(dataset) if year is None else year
    if chosen not in years:
        raise no_year(chosen, years, what="income by contributor")
    found = [contributor_year(dataset, line) for line in dataset.esa_income if line.year == chosen]
    kinds, measures = tuple(ContributorKind), tuple(Measure)
    return tuple(
        sorted(
            found,
            key=lambda line: (
                kinds.index(line.kind),
                measures.index(line.measure),
                -(line.amount_meur or 0),
                -(line.share_pct or 0),
            ),
        )
    )


def series(dataset: Dataset, contributor: str = FRANCE, *, prices_of: int | None = None) -> tuple[ContributorYear, ...]:
    """Return a contributor's lines in ESA's budget (due) by year; years without a figure are not there.

    Raises:
        UsageError: There is no price index for *prices_of*.
    """
    lines = (line for line in dataset.esa_income if line.contributor == contributor and line.measure is Measure.DUE)
    found = sorted((contributor_year(dataset, line) for line in lines), key=lambda line: line.year)
    return tuple(found if prices_of is None else (at_prices(dataset, line, prices_of) for line in found))


def line_of(dataset: Dataset, year: int | None, contributor: str = FRANCE) -> ContributorYear | None:
    """Return a contributor's line in ESA's budget (due) of *year*, None where there is none."""
    found = (
        contributor_year(dataset, line)
        for line in dataset.esa_income
        if (line.contributor, line.year, line.measure) == (contributor, year, Measure.DUE)
    )
    return next(found, None)


def latest_year(dataset: Dataset, contributor: str = FRANCE) -> int:
    """Return the latest year for which the contributor's amount (due) is known.

    Raises:
        NotFoundError: There is none.
    """
    lines = (line for line in dataset.esa_income if line.contributor == contributor and line.measure is Measure.DUE)
    years = [line.year for line in lines if line.amount_meur is not None]
    if not years:
        raise NotFoundError(f"The dataset has no amount in ESA's budget for '{contributor}'.")
    return max(years)


def contributor_year(dataset: Dataset, line: IncomeLine) -> ContributorYear:
    """Return a line of ESA's income with what can be computed for it from amounts of its own measure."""
    is_member = line.kind is ContributorKind.MEMBER_STATE
    rivals = _members(dataset, line.year, line.measure) if is_member else ()
    places = ranking(rivals)
    rank = places.place(line.contributor)
    return ContributorYear(
        year=line.year,
        contributor=line.contributor,
        kind=line.kind,
        amount_meur=line.amount_meur,
        approximate=line.approximate,
        share_pct=line.share_pct,
        share_of=line.share_of,
        share_of_total_pct=_share(line, budget_line(dataset, line.year)),
        share_of_members_pct=_share(line, members_part(dataset, line.year)) if is_member else None,
        rank=rank,
        ranked=len(places.values) if rank else 0,
        ranked_by=places.basis if rank else None,
        rank_is_certain=rank is not None and _is_certain(dataset, line, places),
        change_pct=_change_pct(dataset, line),
        measure=line.measure,
        scope=line.scope,
        source=line.source,
        note=line.note,
        note_fr=line.note_fr,
    )


def _members(dataset: Dataset, year: int, measure: Measure) -> tuple[IncomeLine, ...]:
    return tuple(
        line
        for line in dataset.esa_income
        if line.year == year and line.measure is measure and line.kind is ContributorKind.MEMBER_STATE
    )


def _share(line: IncomeLine, whole: BudgetLine | IncomeSubtotal | None) -> float | None:
    """Return the line's share of a whole, None where that is of another measure."""
    return share_pct(line, whole) if whole is not None and whole.measure is line.measure else None


def _is_certain(dataset: Dataset, line: IncomeLine, places: Ranking) -> bool:
    """Return whether the members that are not ranked, all together, weigh less than this one."""
    if line.measure is not Measure.DUE:
        return False
    known = sum(places.values.values())
    if places.basis is RankBasis.SHARE:
        return 100 - known < places.values[line.contributor]
    part = members_part(dataset, line.year)
    return (
        part is not None and part.amount_meur is not None and part.amount_meur - known < places.values[line.contributor]
    )


def _change_pct(dataset: Dataset, line: IncomeLine) -> float | None:
    before = (
        other.amount_meur
        for other in dataset.esa_income
        if (other.contributor, other.year, other.measure) == (line.contributor, line.year - 1, line.measure)
    )
    return change_pct(line.amount_meur, next(before, None))


def at_prices(dataset: Dataset, line: ContributorYear, prices_of: int) -> ContributorYear:
    """Return the line with its amount and its change in euros of *prices_of*.

    Raises:
        UsageError: There is no price index for *prices_of*.
    """
    return replace(
        line,
        real_meur=real_meur(dataset, line.amount_meur, year=line.year, prices_of=prices_of),
        change_pct=real_change_pct(dataset, line.change_pct, year=line.year, prices_of=prices_of),
        prices_of=prices_of,
    )


def members_part(dataset: Dataset, year: int) -> IncomeSubtotal | None:
    """Return the subtotal of the member states in ESA's budget of *year*."""
    found = (
        line
        for line in dataset.esa_subtotals
        if line.year == year and line.group in (IncomeGroup.MEMBERS, IncomeGroup.MEMBERS_AND_COOPERATING)
    )
    return next(found, None)


def completeness(dataset: Dataset, year: int) -> Completeness:
    """Return how much of the members' part of *year* is known by country."""
    known = [line for line in _members(dataset, year, Measure.DUE) if line.amount_meur is not None]
    part = members_part(dataset, year)
    return Completeness(
        year=year,
        known=len(known),
        known_meur=sum_meur(known),
        members_part_meur=part.amount_meur if part else None,
    )


def constant_or_current_meur(line: ContributorYear | BudgetYear) -> float | None:
    """Return the amount that the line stands for: in constant euros where it has them, else at current prices."""
    return line.amount_meur if line.prices_of is None else line.real_meur


def known_amounts(lines: Sequence[ContributorYear]) -> list[tuple[int, float]]:
    """Return the years and amounts that are known, in order; constant euros where the lines have them."""
    return [(line.year, amount) for line in lines if (amount := constant_or_current_meur(line)) is not None]
