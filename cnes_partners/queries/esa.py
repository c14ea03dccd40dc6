"""ESA's money. Every figure keeps its measure; nothing here adds or ranks amounts of different measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError, UsageError
from cnes_partners.model.records import (
    BudgetLine,
    Contribution,
    Council,
    DomainLine,
    IncomeLine,
    IncomeSubtotal,
    Membership,
    Subscription,
)
from cnes_partners.model.vocabulary import ContributorKind, FigureBasis, IncomeGroup, Measure, MembershipStatus, Scope

FRANCE = "fr"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributorYear:
    """What a contributor brings to ESA's budget of a year, with its place among the members.

    ``share_pct`` is the share its source states, of ``share_of``. ``share_of_total_pct`` and ``share_of_members_pct``
    are computed from amounts of the same measure. ``rank`` counts among the ``ranked`` members whose amount of that
    measure is known; ``rank_is_certain`` says that the members whose amount is not known could not change it.
    ``change_pct`` is against the year before, and None where that year is not known.
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
    rank_is_certain: bool = False
    change_pct: float | None = None
    measure: Measure
    scope: Scope
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How much of the members' part of ESA's budget of a year is known by country."""

    year: int
    known: int
    known_meur: float
    members_part_meur: int | float | None = None
    total_meur: int | float | None = None
    source: str | None = None

    @property
    def missing_meur(self) -> float | None:
        """Return what the members' part holds beyond the known amounts, None where the part is not known."""
        return None if self.members_part_meur is None else self.members_part_meur - self.known_meur


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Mean annual growth of an amount between the first and the last year known, in percent a year."""

    contributor: str
    from_year: int
    to_year: int
    from_meur: int | float
    to_meur: int | float
    mean_annual_growth_pct: float
    measure: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: stated by its source, or computed as ``arithmetic`` shows."""

    id: str
    year: int
    value: int | float
    unit: str
    basis: FigureBasis
    measure: Measure
    scope: Scope
    arithmetic: str | None = None
    stated_by: str | None = None
    source: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionYear:
    """A country's subscription at a ministerial council: several years' money, in a measure of its own.

    ``share_pct`` is as its source prints it; ``share_of_total_pct`` is computed from the council's total.
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
    change_pct: float | None = None
    measure: Measure
    scope: Scope
    source: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EsaStatistics:
    """France's part in ESA's money: the yearly series, the latest year, what CNES states and what ESA's budget says.

    ``cnes_statement`` and ``esa_figures`` are about the same year and stand apart on purpose.
    """

    latest: ContributorYear
    growth: Growth | None
    statement_year: int
    cnes_statement: tuple[Figure, ...]
    esa_figures: tuple[Figure, ...]
    series: tuple[ContributorYear, ...]
    subscriptions: tuple[SubscriptionYear, ...]
    by_measure: tuple[Contribution, ...]


def budget(dataset: Dataset, *, from_year: int | None = None, to_year: int | None = None) -> tuple[BudgetLine, ...]:
    """Return ESA's total budget by year."""
    return tuple(line for line in dataset.esa_budget if _within(line.year, from_year, to_year))


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
        if (measure is None or line.measure is measure) and _within(line.year, from_year, to_year)
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
        source=line.source,
        note=line.note,
    )


def domains(
    dataset: Dataset, *, year: int | None = None, from_year: int | None = None, to_year: int | None = None
) -> tuple[DomainLine, ...]:
    """Return ESA's budget by year and domain.

    Raises:
        NotFoundError: There is no figure for *year*.
    """
    found = tuple(
        line
        for line in dataset.esa_domains
        if (year is None or line.year == year) and _within(line.year, from_year, to_year)
    )
    if year is not None and not found:
        raise _no_year(year, (line.year for line in dataset.esa_domains), what="budget by domain")
    return found


def members(dataset: Dataset, *, status: MembershipStatus | None = None) -> tuple[Membership, ...]:
    """Return who is in ESA: by standing, then by date."""
    order = tuple(MembershipStatus)
    found = (entry for entry in dataset.esa_members if status is None or entry.status is status)
    return tuple(sorted(found, key=lambda entry: (order.index(entry.status), entry.since or "9999", entry.country)))


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
    if council is not None and council.lower() not in {entry.id for entry in every}:
        known = ", ".join(entry.id for entry in every)
        raise NotFoundError(f"No ministerial council is called '{council}'. Known: {known}.")
    return tuple(
        line
        for index, entry in enumerate(every)
        if council is None or entry.id == council.lower()
        for line in _council_lines(entry, every[index - 1] if index else None)
        if country is None or line.country == country
    )


def _council_lines(council: Council, before: Council | None) -> list[SubscriptionYear]:
    amounts = [line.amount_meur for line in council.subscriptions if line.amount_meur is not None]
    earlier = {line.country: line.amount_meur for line in before.subscriptions} if before else {}
    lines = [_council_line(council, line, amounts, earlier.get(line.country)) for line in council.subscriptions]
    return sorted(lines, key=lambda line: -(line.amount_meur or 0))


def _council_line(
    council: Council, line: Subscription, amounts: Sequence[int | float], earlier: int | float | None
) -> SubscriptionYear:
    amount = line.amount_meur
    return SubscriptionYear(
        council=council.id,
        date=council.date,
        period=council.period,
        country=line.country,
        amount_meur=amount,
        approximate=line.approximate,
        share_pct=line.share_pct,
        share_of_total_pct=None if amount is None else 100 * amount / council.amount_meur,
        rank=None if amount is None else 1 + sum(other > amount for other in amounts),
        ranked=len(amounts),
        change_pct=None if amount is None or earlier is None else 100 * (amount / earlier - 1),
        measure=council.measure,
        scope=council.scope,
        source=line.source,
        note=line.note,
    )


def contributors(dataset: Dataset, *, year: int | None = None) -> tuple[ContributorYear, ...]:
    """Return who pays into ESA's budget in *year* (the latest with amounts by default), the largest first.

    Raises:
        NotFoundError: There is no figure for *year*.
    """
    years = {line.year for line in dataset.esa_income}
    chosen = latest_year(dataset) if year is None else year
    if chosen not in years:
        raise _no_year(chosen, years, what="income by contributor")
    found = [_contributor_year(dataset, line) for line in dataset.esa_income if line.year == chosen]
    kinds = tuple(ContributorKind)
    return tuple(
        sorted(found, key=lambda line: (kinds.index(line.kind), -(line.amount_meur or 0), -(line.share_pct or 0)))
    )


def latest_year(dataset: Dataset, contributor: str = FRANCE) -> int:
    """Return the latest year for which the contributor's amount is known."""
    years = [
        line.year for line in dataset.esa_income if line.contributor == contributor and line.amount_meur is not None
    ]
    if not years:
        raise NotFoundError(f"The dataset has no amount in ESA's budget for '{contributor}'.")
    return max(years)


def compare(
    dataset: Dataset,
    contributors: Sequence[str],
    *,
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[ContributorYear, ...]:
    """Return the contributors' lines year by year, the largest of a year first; unknown years are left out.

    Raises:
        NotFoundError: A contributor has no line at all.
    """
    known = {line.contributor for line in dataset.esa_income}
    for contributor in contributors:
        if contributor not in known:
            listed = ", ".join(sorted(known))
            raise NotFoundError(f"ESA's income has no contributor '{contributor}'. Known: {listed}.")
    found = [
        _contributor_year(dataset, line)
        for line in dataset.esa_income
        if line.contributor in contributors and _within(line.year, from_year, to_year)
    ]
    return tuple(sorted(found, key=lambda line: (line.year, -(line.amount_meur or 0), -(line.share_pct or 0))))


def _contributor_year(dataset: Dataset, line: IncomeLine) -> ContributorYear:
    amount = line.amount_meur
    total = amount_of(dataset.esa_budget, line.year, measure=line.measure)
    part = members_part(dataset, line.year)
    is_member = line.kind is ContributorKind.MEMBER_STATE
    rank, ranked, is_certain = _rank(dataset, line) if is_member else (None, 0, False)
    before = _amount(dataset, line.contributor, line.year - 1, measure=line.measure)
    can_share = amount is not None and line.measure is Measure.DUE
    return ContributorYear(
        year=line.year,
        contributor=line.contributor,
        kind=line.kind,
        amount_meur=amount,
        approximate=line.approximate,
        share_pct=line.share_pct,
        share_of=line.share_of,
        share_of_total_pct=100 * amount / total if amount is not None and can_share and total else None,
        share_of_members_pct=(
            100 * amount / part.amount_meur
            if amount is not None and can_share and is_member and part and part.amount_meur
            else None
        ),
        rank=rank if ranked > 1 else None,
        ranked=ranked,
        rank_is_certain=is_certain,
        change_pct=100 * (amount / before - 1) if amount is not None and before else None,
        measure=line.measure,
        scope=line.scope,
        source=line.source,
        note=line.note,
    )


def _rank(dataset: Dataset, line: IncomeLine) -> tuple[int | None, int, bool]:
    """Return the rank among members by amount, how many are ranked, and whether unknown members cannot change it.

    Where no amount is known the shares that sources state give the rank.
    """
    rivals = [
        other
        for other in dataset.esa_income
        if other.year == line.year and other.kind is ContributorKind.MEMBER_STATE and other.measure is line.measure
    ]
    if line.amount_meur is None:
        shares = [other.share_pct for other in rivals if other.share_pct is not None]
        if line.share_pct is None or line.measure is not Measure.DUE:
            return None, 0, False
        left = 100 - sum(shares)
        return 1 + sum(share > line.share_pct for share in shares), len(shares), left < line.share_pct
    amounts = [other.amount_meur for other in rivals if other.amount_meur is not None]
    part = members_part(dataset, line.year)
    left_meur = None if part is None or part.amount_meur is None else part.amount_meur - sum(amounts)
    is_certain = left_meur is not None and left_meur < line.amount_meur
    return 1 + sum(amount > line.amount_meur for amount in amounts), len(amounts), is_certain


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
    amounts = [
        line.amount_meur
        for line in dataset.esa_income
        if line.year == year
        and line.kind is ContributorKind.MEMBER_STATE
        and line.measure is Measure.DUE
        and line.amount_meur is not None
    ]
    part = members_part(dataset, year)
    return Completeness(
        year=year,
        known=len(amounts),
        known_meur=sum(amounts),
        members_part_meur=part.amount_meur if part else None,
        total_meur=amount_of(dataset.esa_budget, year, measure=Measure.DUE),
        source=part.source if part else None,
    )


def amount_of(lines: Sequence[BudgetLine], year: int, *, measure: Measure) -> int | float | None:
    """Return the amount of *year* in that measure, None where it is not known."""
    return next((line.amount_meur for line in lines if line.year == year and line.measure is measure), None)


def _amount(dataset: Dataset, contributor: str, year: int, *, measure: Measure) -> int | float | None:
    found = (
        line.amount_meur
        for line in dataset.esa_income
        if (line.contributor, line.year, line.measure) == (contributor, year, measure)
    )
    return next(found, None)


def growth(lines: Sequence[ContributorYear]) -> Growth | None:
    """Return the mean annual growth over the lines of one contributor, None with fewer than two amounts.

    Raises:
        UsageError: The lines are of more than one contributor or measure.
    """
    if len({(line.contributor, line.measure) for line in lines}) > 1:
        raise UsageError("Growth is of one contributor in one measure; these lines mix them.")
    known = [(line.year, line.amount_meur) for line in lines if line.amount_meur]
    if len(known) < 2:
        return None
    (from_year, from_meur), (to_year, to_meur) = known[0], known[-1]
    rate = (to_meur / from_meur) ** (1 / (to_year - from_year)) - 1
    return Growth(
        contributor=lines[0].contributor,
        from_year=from_year,
        to_year=to_year,
        from_meur=from_meur,
        to_meur=to_meur,
        mean_annual_growth_pct=100 * rate,
        measure=lines[0].measure,
    )


def statistics(dataset: Dataset) -> EsaStatistics:
    """Return France's part in ESA's money. The statement is CNES's newest on share and rank."""
    series = compare(dataset, [FRANCE])
    statement = [line for line in dataset.esa_contribution if line.share_pct is not None and line.rank is not None]
    if not statement:
        raise NotFoundError("The dataset has no statement of CNES on its share of ESA's budget.")
    stated = statement[-1]
    latest = latest_year(dataset)
    return EsaStatistics(
        latest=next(line for line in series if line.year == latest),
        growth=growth([line for line in series if line.measure is Measure.DUE]),
        statement_year=stated.year,
        cnes_statement=_statement_figures(stated),
        esa_figures=_budget_figures(dataset, stated.year),
        series=series,
        subscriptions=subscriptions(dataset, country=FRANCE),
        by_measure=contribution(dataset),
    )


def _statement_figures(line: Contribution) -> tuple[Figure, ...]:
    values = (
        ("amount", line.amount_meur, "million EUR"),
        ("share", line.share_pct, "percent"),
        ("rank", line.rank, "rank"),
    )
    return tuple(
        Figure(
            id=f"cnes-{name}-{line.year}",
            year=line.year,
            value=value,
            unit=unit,
            basis=FigureBasis.STATED,
            measure=line.measure,
            scope=line.scope,
            stated_by=line.stated_by,
            source=line.source,
        )
        for name, value, unit in values
        if value is not None
    )


def _budget_figures(dataset: Dataset, year: int) -> tuple[Figure, ...]:
    """Return what ESA's budget of *year* says of France: amounts as stated, shares and rank as computed."""
    line = next((entry for entry in compare(dataset, [FRANCE]) if entry.year == year), None)
    total = next((entry for entry in dataset.esa_budget if entry.year == year), None)
    part = members_part(dataset, year)
    if line is None or line.amount_meur is None or total is None:
        return ()
    figures = [
        _stated_figure(f"esa-france-{year}", line.amount_meur, line),
        _stated_figure(f"esa-total-{year}", total.amount_meur, total),
        _share_figure(f"esa-share-of-total-{year}", line, total.amount_meur, total),
    ]
    if part and part.amount_meur is not None:
        figures.append(_stated_figure(f"esa-members-part-{year}", part.amount_meur, part))
        figures.append(_share_figure(f"esa-share-of-members-{year}", line, part.amount_meur, part))
    if line.rank is not None:
        figures.append(
            Figure(
                id=f"esa-rank-{year}",
                year=year,
                value=line.rank,
                unit="rank",
                basis=FigureBasis.COMPUTED,
                measure=line.measure,
                scope=line.scope,
                arithmetic=f"rank among the {line.ranked} members whose amount is known",
                source=line.source,
            )
        )
    return tuple(figures)


def _stated_figure(id: str, amount: int | float, line: ContributorYear | BudgetLine | IncomeSubtotal) -> Figure:
    return Figure(
        id=id,
        year=line.year,
        value=amount,
        unit="million EUR",
        basis=FigureBasis.STATED,
        measure=line.measure,
        scope=line.scope,
        source=line.source,
    )


def _share_figure(id: str, line: ContributorYear, whole: int | float, of: BudgetLine | IncomeSubtotal) -> Figure:
    if line.measure is not of.measure:
        raise UsageError(f"No share across measures: {line.measure} of {of.measure}.")
    assert line.amount_meur is not None
    return Figure(
        id=id,
        year=line.year,
        value=round(100 * line.amount_meur / whole, 2),
        unit="percent",
        basis=FigureBasis.COMPUTED,
        measure=line.measure,
        scope=of.scope,
        arithmetic=f"100 x {line.amount_meur:g} / {whole:g}",
        source=line.source,
        also=(of.source,),
    )


def _within(year: int, from_year: int | None, to_year: int | None) -> bool:
    return (from_year or 0) <= year <= (to_year or 9999)


def _no_year(year: int, known: object, *, what: str) -> NotFoundError:
    years = sorted(set(known))  # type: ignore[call-overload]
    return NotFoundError(f"There is no {what} for {year}. Known years: {', '.join(map(str, years))}.")
