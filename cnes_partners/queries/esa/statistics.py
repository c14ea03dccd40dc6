"""France's part in ESA's money: the latest year, growth, and what CNES states beside what ESA's budget says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError, UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import plain, yearly_rate_pct
from cnes_partners.model.records.budget import BudgetLine, Contribution, IncomeSubtotal
from cnes_partners.model.sentences import Amount, Sentence, sentence, translatable
from cnes_partners.model.vocabulary.money import Measure, Scope
from cnes_partners.model.vocabulary.sources import FigureBasis
from cnes_partners.queries.esa.contributors import (
    ContributorYear,
    latest_year,
    line_of,
    members_part,
    series,
)
from cnes_partners.queries.esa.councils import SubscriptionYear, subscriptions
from cnes_partners.queries.esa.lines import FRANCE, budget_line, contribution
from cnes_partners.queries.esa.measures import RankBasis, common_measure, share_pct
from cnes_partners.queries.esa.prices import Prices, constant_meur, euros_of

Whole = BudgetLine | IncomeSubtotal


@frozen
class Growth:
    """Mean annual growth of an amount between the first and the last year known, in percent a year.

    Amounts are in euros of ``prices_of``, at current prices without it.
    """

    contributor: str
    from_year: int
    to_year: int
    from_meur: int | float
    from_approximate: bool = False
    to_meur: int | float
    to_approximate: bool = False
    mean_annual_growth_pct: float
    prices_of: int | None = None
    measure: Measure


class FigureKind(StrEnum):
    """What a figure is: what CNES states of its contribution, and what ESA's budget says of France."""

    CNES_AMOUNT = "cnes-amount"
    CNES_SHARE = "cnes-share"
    CNES_RANK = "cnes-rank"
    FRANCE = "esa-france"
    TOTAL = "esa-total"
    SHARE_OF_TOTAL = "esa-share-of-total"
    MEMBERS_PART = "esa-members-part"
    SHARE_OF_MEMBERS = "esa-share-of-members"
    RANK = "esa-rank"


@frozen
class Figure:
    """One figure: stated by its source, or computed as ``arithmetic`` shows. Its id is its kind and year."""

    id: str
    kind: FigureKind
    year: int
    value: int | float
    approximate: bool = False
    unit: str
    basis: FigureBasis
    measure: Measure
    scope: Scope
    arithmetic: Sentence | None = None
    stated_by: str | None = None
    source: str
    also: tuple[str, ...] = ()


@frozen
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


def growth(lines: Sequence[ContributorYear], euros: Prices | None) -> Growth | None:
    """Return the mean annual growth over one contributor's lines in *euros*, None with fewer than two years known.

    From or to nothing there is none either.

    Raises:
        UsageError: The lines are of more than one contributor or measure.
    """
    if len({line.contributor for line in lines}) > 1:
        raise UsageError(sentence("Growth is of one contributor; these lines are of several."))
    amounts = ((line, constant_meur(line.amount_meur, line.year, euros)) for line in lines)
    known = sorted(((line, amount) for line, amount in amounts if amount is not None), key=lambda pair: pair[0].year)
    if not known:
        return None
    (first, from_meur), (last, to_meur) = known[0], known[-1]
    if first.year == last.year or from_meur <= 0 or to_meur <= 0:
        return None
    return Growth(
        contributor=first.contributor,
        from_year=first.year,
        to_year=last.year,
        from_meur=plain(from_meur),
        from_approximate=first.approximate,
        to_meur=plain(to_meur),
        to_approximate=last.approximate,
        mean_annual_growth_pct=yearly_rate_pct(to_meur / from_meur, last.year - first.year),
        prices_of=euros.year if euros else None,
        measure=common_measure(lines),
    )


def statistics(dataset: Dataset, *, prices_of: int | None = None) -> EsaStatistics:
    """Return France's part in ESA's money. The statement is CNES's newest on share and rank.

    Raises:
        NotFoundError: There is no such statement, or no amount for France.
        UsageError: There is no price index for *prices_of*.
    """
    lines = series(dataset, prices_of=prices_of)
    statement = [line for line in dataset.esa_contribution if line.share_pct is not None and line.rank is not None]
    if not statement:
        raise NotFoundError(sentence("The dataset has no statement of CNES on its share of ESA's budget."))
    stated = statement[-1]
    latest = latest_year(dataset)
    return EsaStatistics(
        latest=next(line for line in lines if line.year == latest),
        growth=growth(lines, euros_of(dataset, prices_of)),
        statement_year=stated.year,
        cnes_statement=_statement_figures(stated),
        esa_figures=_budget_figures(dataset, stated.year),
        series=lines,
        subscriptions=subscriptions(dataset, country=FRANCE),
        by_measure=contribution(dataset),
    )


def _statement_figures(line: Contribution) -> tuple[Figure, ...]:
    values = (
        (FigureKind.CNES_AMOUNT, line.amount_meur, "million EUR"),
        (FigureKind.CNES_SHARE, line.share_pct, "percent"),
        (FigureKind.CNES_RANK, line.rank, "rank"),
    )
    return tuple(_figure(kind, value, unit, line) for kind, value, unit in values if value is not None)


def _budget_figures(dataset: Dataset, year: int) -> tuple[Figure, ...]:
    """Return what ESA's budget of *year* says of France: amounts as stated, shares and rank as computed."""
    line, total = line_of(dataset, year), budget_line(dataset, year)
    part = members_part(dataset, year)
    if line is None or line.amount_meur is None or total is None:
        return ()
    figures = [
        _figure(FigureKind.FRANCE, line.amount_meur, "million EUR", line),
        _figure(FigureKind.TOTAL, total.amount_meur, "million EUR", total),
        *_share_figure(FigureKind.SHARE_OF_TOTAL, line, total),
    ]
    if part and part.amount_meur is not None:
        figures.append(_figure(FigureKind.MEMBERS_PART, part.amount_meur, "million EUR", part))
        figures.extend(_share_figure(FigureKind.SHARE_OF_MEMBERS, line, part))
    if line.rank is not None:
        ranked_by = sentence(_RANKED_BY[line.ranked_by or RankBasis.AMOUNT], ranked=line.ranked)
        figures.append(_figure(FigureKind.RANK, line.rank, "rank", line, arithmetic=ranked_by))
    return tuple(figures)


def _figure(
    kind: FigureKind,
    value: int | float,
    unit: str,
    line: Contribution | ContributorYear | Whole,
    *,
    whole: Whole | None = None,
    arithmetic: Sentence | None = None,
) -> Figure:
    """Return a figure of *line*: stated there, or computed where there is *arithmetic*, as a part of *whole* if any."""
    return Figure(
        id=f"{kind}-{line.year}",
        kind=kind,
        year=line.year,
        value=value,
        approximate=line.approximate and unit == "million EUR",
        unit=unit,
        basis=FigureBasis.COMPUTED if arithmetic else FigureBasis.STATED,
        measure=line.measure,
        scope=whole.scope if whole else line.scope,
        arithmetic=arithmetic,
        stated_by=line.stated_by if isinstance(line, Contribution) else None,
        source=line.source,
        also=(whole.source,) if whole else (),
    )


def _share_figure(kind: FigureKind, line: ContributorYear, whole: Whole) -> Iterator[Figure]:
    """Yield what the line is of *whole*, nothing where one is not known."""
    share = share_pct(line, whole)
    if share is None:
        return
    arithmetic = sentence(
        "100 x {part} / {whole}",
        part=Amount(value=line.amount_meur or 0, approximate=line.approximate),
        whole=Amount(value=whole.amount_meur or 0, approximate=whole.approximate),
    )
    yield _figure(kind, share, "percent", line, whole=whole, arithmetic=arithmetic)


_RANKED_BY = {
    RankBasis.AMOUNT: translatable("rank among the {ranked} members whose amount is known"),
    RankBasis.SHARE: translatable("rank among the {ranked} members whose stated share is known"),
}
