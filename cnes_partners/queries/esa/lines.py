"""The series as they stand in the data: ESA's budget, France's contribution by measure, domains, members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError
from cnes_partners.model.dates import is_within
from cnes_partners.model.records import BudgetLine, Contribution, DomainLine, IncomeLine, Membership
from cnes_partners.model.vocabulary import Measure, MembershipStatus
from cnes_partners.queries.esa.measures import change_pct
from cnes_partners.queries.esa.prices import real_change_pct, real_meur
from cnes_partners.queries.values import values_of

FRANCE = "fr"


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetYear(BudgetLine):
    """ESA's budget of a year and its change on the year before, None where that is not known.

    ``real_meur`` and then ``change_pct`` too are in euros of ``prices_of``; without it they are at current prices.
    """

    change_pct: float | None = None
    real_meur: float | None = None
    prices_of: int | None = None


def budget(
    dataset: Dataset, *, from_year: int | None = None, to_year: int | None = None, prices_of: int | None = None
) -> tuple[BudgetYear, ...]:
    """Return ESA's total budget by year.

    Raises:
        UsageError: There is no price index for *prices_of*.
    """
    return tuple(
        _budget_year(dataset, line, prices_of)
        for line in dataset.esa_budget
        if is_within(line.year, from_year, to_year)
    )


def _budget_year(dataset: Dataset, line: BudgetLine, prices_of: int | None) -> BudgetYear:
    before = amount_of(dataset.esa_budget, line.year - 1, measure=line.measure)
    change = change_pct(line.amount_meur, before)
    if prices_of is None:
        return BudgetYear(**values_of(line), change_pct=change)
    return BudgetYear(
        **values_of(line),
        change_pct=real_change_pct(dataset, change, year=line.year, prices_of=prices_of),
        real_meur=real_meur(dataset, line.amount_meur, year=line.year, prices_of=prices_of),
        prices_of=prices_of,
    )


def budget_line(dataset: Dataset, year: int | None) -> BudgetLine | None:
    """Return ESA's total budget of *year*, None where it is not known."""
    return next((line for line in dataset.esa_budget if line.year == year), None)


def contribution(
    dataset: Dataset,
    *,
    measure: Measure | None = None,
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[Contribution, ...]:
    """Return every figure for France's contribution, by year, then measure: ESA's own (due) and what others give."""
    due = (_due_contribution(line) for line in dataset.esa_income if line.contributor == FRANCE)
    every = [*(line for line in due if line is not None), *dataset.esa_contribution]
    order = tuple(Measure)
    found = [
        line
        for line in every
        if (measure is None or line.measure is measure) and is_within(line.year, from_year, to_year)
    ]
    return tuple(sorted(found, key=lambda line: (line.year, order.index(line.measure))))


def _due_contribution(line: IncomeLine) -> Contribution | None:
    if line.amount_meur is None:
        return None
    return Contribution(
        year=line.year,
        amount_meur=line.amount_meur,
        measure=line.measure,
        scope=line.scope,
        stated_by="ESA budget",
        stated_by_fr="budget de l'ESA",
        source=line.source,
        note=line.note,
        note_fr=line.note_fr,
    )


def domains(dataset: Dataset, *, year: int | None = None) -> tuple[DomainLine, ...]:
    """Return ESA's budget by year and domain, or of one year: the largest domain first, by amount or else by share.

    Raises:
        NotFoundError: There is no figure for *year*.
    """
    found = tuple(line for line in dataset.esa_domains if year in (None, line.year))
    if year is not None and not found:
        raise no_year(year, (line.year for line in dataset.esa_domains), what="budget by domain")
    return tuple(sorted(found, key=lambda line: (line.year, -(line.amount_meur or 0), -(line.share_pct or 0))))


def members(dataset: Dataset, *, status: MembershipStatus | None = None) -> tuple[Membership, ...]:
    """Return who is in ESA: by standing, then by date and name."""
    order = tuple(MembershipStatus)
    found = (entry for entry in dataset.esa_members if status is None or entry.status is status)

    def place(entry: Membership) -> tuple[int, str, str]:
        return order.index(entry.status), entry.since or "9999", dataset.party_name(entry.country)

    return tuple(sorted(found, key=place))


def amount_of(lines: Sequence[BudgetLine], year: int, *, measure: Measure) -> int | float | None:
    """Return the amount of *year* in that measure, None where it is not known."""
    return next((line.amount_meur for line in lines if line.year == year and line.measure is measure), None)


def no_year(year: int, known: Iterable[int], *, what: str) -> NotFoundError:
    """Return the error that says which years there are."""
    years = ", ".join(map(str, sorted(set(known))))
    return NotFoundError(f"There is no {what} for {year}. Known years: {years}.")
