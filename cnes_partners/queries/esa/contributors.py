"""Who pays into ESA's budget, year by year: amounts, shares, ranks, and what is missing."""

from __future__ import annotations

from math import inf

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import exact, plain
from cnes_partners.model.records.budget import Contribution, IncomeLine, IncomeSubtotal
from cnes_partners.model.sentences import sentence, translatable
from cnes_partners.model.vocabulary.money import ContributorKind, IncomeGroup, Measure, Scope
from cnes_partners.queries.esa.lines import FRANCE, BudgetYear, budget_line, no_year
from cnes_partners.queries.esa.measures import RankBasis, Ranking, change_pct, ranking, share_pct, sum_meur
from cnes_partners.queries.esa.prices import Prices, constant_meur, euros_of
from cnes_partners.queries.values import values_of


@frozen
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


@frozen
class Completeness:
    """How much of the members' part of ESA's budget (due) of a year is known by country."""

    year: int
    known: int
    known_meur: int | float
    approximate: bool = False
    members_part_meur: int | float | None = None
    members_part_approximate: bool = False

    @property
    def missing_meur(self) -> int | float | None:
        """Return what the members' part holds beyond the known amounts, None where the part is not known."""
        if self.members_part_meur is None:
            return None
        return plain(exact(self.members_part_meur) - exact(self.known_meur))

    @property
    def missing_approximate(self) -> bool:
        """Return whether what is missing rests on an approximate amount."""
        return self.approximate or self.members_part_approximate


def contributors(dataset: Dataset, *, year: int | None = None) -> tuple[ContributorYear, ...]:
    """Return who pays into ESA's budget in *year* (the latest with amounts by default).

    Measures stand one after the other, due first; within each members, then others, the largest first.

    Raises:
        NotFoundError: There is no figure for *year*.
    """
    years = {line.year for line in dataset.esa_income}
    chosen = latest_year(dataset) if year is None else year
    if chosen not in years:
        raise no_year(
            chosen, years, none=translatable("There is no income by contributor for {year}. Known years: {known}.")
        )
    found = [contributor_year(dataset, line) for line in dataset.esa_income if line.year == chosen]
    return tuple(sorted(found, key=_place))


def _place(line: ContributorYear) -> tuple[int, int, float, float, float]:
    return (
        tuple(Measure).index(line.measure),
        tuple(ContributorKind).index(line.kind),
        inf if line.rank is None else line.rank,
        -(line.amount_meur or 0),
        -(line.share_pct or 0),
    )


def series(dataset: Dataset, contributor: str = FRANCE, *, prices_of: int | None = None) -> tuple[ContributorYear, ...]:
    """Return a contributor's lines in ESA's budget (due) by year; years without a figure are not there.

    Raises:
        UsageError: There is no price index for *prices_of*.
    """
    euros = euros_of(dataset, prices_of)
    lines = (line for line in dataset.esa_income if line.contributor == contributor and line.measure is Measure.DUE)
    return tuple(contributor_year(dataset, line, euros) for line in sorted(lines, key=lambda line: line.year))


def lines_in(dataset: Dataset, measure: Measure) -> list[IncomeLine]:
    """Return the income lines of a measure: ESA's own, and for all but due what others give for France."""
    lines = [line for line in dataset.esa_income if line.measure is measure]
    if measure is Measure.DUE:
        return lines
    return [*lines, *(_french_line(entry) for entry in dataset.esa_contribution if entry.measure is measure)]


def _french_line(entry: Contribution) -> IncomeLine:
    return IncomeLine(**values_of(entry, IncomeLine), contributor=FRANCE, kind=ContributorKind.MEMBER_STATE)


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
        raise NotFoundError(
            sentence("The dataset has no amount in ESA's budget for '{contributor}'.", contributor=contributor)
        )
    return max(years)


def contributor_year(dataset: Dataset, line: IncomeLine, euros: Prices | None = None) -> ContributorYear:
    """Return a line of ESA's income with what can be computed for it from amounts of its own measure."""
    is_member = line.kind is ContributorKind.MEMBER_STATE
    places = ranking(_members(dataset, line.year, line.measure) if is_member else ())
    rank = places.place(line.contributor)
    total, part = (whole(dataset, line.year, measure=line.measure) for whole in (budget_line, members_part))
    amount = constant_meur(line.amount_meur, line.year, euros)
    before = constant_meur(_amount_before(dataset, line), line.year - 1, euros)
    return ContributorYear(
        **values_of(line, ContributorYear),
        share_of_total_pct=share_pct(line, total) if total else None,
        share_of_members_pct=share_pct(line, part) if part and is_member else None,
        rank=rank,
        ranked=len(places.values) if rank else 0,
        ranked_by=places.basis if rank else None,
        rank_is_certain=rank is not None and _is_certain(dataset, line, places),
        change_pct=change_pct(amount, before),
        real_meur=float(amount) if euros and amount is not None else None,
        prices_of=euros.year if euros else None,
    )


def _members(dataset: Dataset, year: int, measure: Measure) -> tuple[IncomeLine, ...]:
    return tuple(
        line
        for line in dataset.esa_income
        if line.year == year and line.measure is measure and line.kind is ContributorKind.MEMBER_STATE
    )


def _is_certain(dataset: Dataset, line: IncomeLine, places: Ranking) -> bool:
    """Return whether the members that are not ranked, all together, weigh less than this one."""
    if line.measure is not Measure.DUE:
        return False
    own, known = exact(places.values[line.contributor]), sum(map(exact, places.values.values()))
    if places.basis is RankBasis.SHARE:
        return 100 - known < own
    part = members_part(dataset, line.year)
    return part is not None and part.amount_meur is not None and exact(part.amount_meur) - known < own


def _amount_before(dataset: Dataset, line: IncomeLine) -> int | float | None:
    """Return the contributor's amount of the year before in the same measure, None where sources give several."""
    found = [
        other.amount_meur
        for other in lines_in(dataset, line.measure)
        if (other.contributor, other.year) == (line.contributor, line.year - 1)
    ]
    return found[0] if len(found) == 1 else None


def members_part(dataset: Dataset, year: int | None, *, measure: Measure = Measure.DUE) -> IncomeSubtotal | None:
    """Return the subtotal of the member states in ESA's budget of *year*, in that measure."""
    groups = (IncomeGroup.MEMBERS, IncomeGroup.MEMBERS_AND_COOPERATING)
    found = (
        line for line in dataset.esa_subtotals if (line.year, line.measure) == (year, measure) and line.group in groups
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
        approximate=any(line.approximate for line in known),
        members_part_meur=part.amount_meur if part else None,
        members_part_approximate=part is not None and part.approximate,
    )


def constant_or_current_meur(line: ContributorYear | BudgetYear) -> float | None:
    """Return the amount that the line stands for: in constant euros where it has them, else at current prices."""
    return line.amount_meur if line.prices_of is None else line.real_meur
