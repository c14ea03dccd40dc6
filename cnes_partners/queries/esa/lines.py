"""The series as they stand in the data: ESA's budget, France's contribution by measure, domains, members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import is_year_within
from cnes_partners.model.records.budget import BudgetLine, Contribution, DomainLine, IncomeLine
from cnes_partners.model.records.esa import Membership
from cnes_partners.model.sentences import sentence, translatable
from cnes_partners.model.spelling import filed
from cnes_partners.model.vocabulary.money import Measure, MembershipStatus, Scope
from cnes_partners.queries.esa.measures import change_pct
from cnes_partners.queries.esa.prices import Prices, constant_meur, euros_of
from cnes_partners.queries.filters import is_any
from cnes_partners.queries.values import values_of

FRANCE = "fr"


@frozen
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
    euros = euros_of(dataset, prices_of)
    found = (line for line in dataset.esa_budget if is_year_within(line.year, from_year, to_year))
    return tuple(_budget_year(dataset, line, euros) for line in sorted(found, key=_year_and_measure))


def _year_and_measure(line: BudgetLine | Contribution | DomainLine) -> tuple[int, int]:
    return line.year, tuple(Measure).index(line.measure)


def _budget_year(dataset: Dataset, line: BudgetLine, euros: Prices | None) -> BudgetYear:
    before = (
        other.amount_meur
        for other in dataset.esa_budget
        if (other.year, other.measure, other.scope) == (line.year - 1, line.measure, line.scope)
    )
    amount = constant_meur(line.amount_meur, line.year, euros)
    return BudgetYear(
        **values_of(line),
        change_pct=change_pct(amount, constant_meur(next(before, None), line.year - 1, euros)),
        real_meur=float(amount) if euros and amount is not None else None,
        prices_of=euros.year if euros else None,
    )


def budget_line(dataset: Dataset, year: int | None, *, measure: Measure = Measure.DUE) -> BudgetLine | None:
    """Return ESA's total budget of *year* in that measure, None where it is not known."""
    wanted = (year, measure, Scope.TOTAL)
    return next((line for line in dataset.esa_budget if (line.year, line.measure, line.scope) == wanted), None)


def contribution(
    dataset: Dataset,
    *,
    measures: Sequence[Measure] = (),
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[Contribution, ...]:
    """Return every figure for France's contribution, by year, then measure: ESA's own (due) and what others give."""
    due = (_due_contribution(line) for line in dataset.esa_income if line.contributor == FRANCE)
    every = [*(line for line in due if line is not None), *dataset.esa_contribution]
    found = [line for line in every if is_any(line.measure, measures) and is_year_within(line.year, from_year, to_year)]
    return tuple(sorted(found, key=_year_and_measure))


def _due_contribution(line: IncomeLine) -> Contribution | None:
    if line.amount_meur is None:
        return None
    return Contribution(
        **values_of(line, Contribution) | {"share_pct": None},  # what it is of has no place here
        stated_by="ESA budget",
        stated_by_fr="budget de l'ESA",
    )


def domains(dataset: Dataset, *, years: Sequence[int] = ()) -> tuple[DomainLine, ...]:
    """Return ESA's budget by year, measure and domain, or of some years: the largest first, by amount or by share.

    Raises:
        NotFoundError: There is no figure for one of *years*.
    """
    known = {line.year for line in dataset.esa_domains}
    if unknown := [year for year in years if year not in known]:
        raise no_year(
            unknown[0], known, none=translatable("There is no budget by domain for {year}. Known years: {known}.")
        )
    found = (line for line in dataset.esa_domains if is_any(line.year, years))
    return tuple(
        sorted(found, key=lambda line: (_year_and_measure(line), -(line.amount_meur or 0), -(line.share_pct or 0)))
    )


def members(dataset: Dataset, *, statuses: Sequence[MembershipStatus] = ()) -> tuple[Membership, ...]:
    """Return who is in ESA: by standing, then by date and name."""
    order = tuple(MembershipStatus)
    found = (entry for entry in dataset.esa_members if is_any(entry.status, statuses))

    def place(entry: Membership) -> tuple[int, str, tuple[str, str]]:
        return order.index(entry.status), entry.since or "9999", filed(dataset.party_name(entry.country))

    return tuple(sorted(found, key=place))


def no_year(year: int, known: Iterable[int], *, none: str) -> NotFoundError:
    """Return the error that says which years there are: *none*, filled."""
    return NotFoundError(sentence(none, year=str(year), known=tuple(map(str, sorted(set(known))))))
