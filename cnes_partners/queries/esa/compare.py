"""Contributors side by side, in one measure: who is first each year, and the sums over the years that exist."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError, UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import is_year_within
from cnes_partners.model.numbers import plain
from cnes_partners.model.records.prices import PriceIndex
from cnes_partners.model.records.sources import Source
from cnes_partners.model.sentences import Name, apart, sentence
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.citations import cited_sources
from cnes_partners.queries.esa.contributors import ContributorYear, contributor_year, lines_in
from cnes_partners.queries.esa.lines import FRANCE
from cnes_partners.queries.esa.measures import RankBasis, Ranking, common_measure, ranking
from cnes_partners.queries.esa.prices import Prices, constant_meur, euros_of, index_of
from cnes_partners.queries.esa.statistics import growth
from cnes_partners.queries.values import values_of


@frozen
class ComparedYear(ContributorYear):
    """A contributor's year beside that of the others compared.

    ``place`` counts, by ``placed_by``, among the ``placed`` compared contributors of which that is known for the year.
    ``cumulative_meur`` adds the years that are known since ``cumulative_from``, ``cumulative_years`` of them;
    ``mean_annual_growth_pct`` is from that year to this one. ``is_contested`` marks several figures of the same
    year and measure: they enter no place, change or sum.
    """

    place: int | None = None
    placed: int = 0
    placed_by: RankBasis | None = None
    cumulative_meur: int | float | None = None
    cumulative_approximate: bool = False
    cumulative_from: int | None = None
    cumulative_years: int = 0
    mean_annual_growth_pct: float | None = None
    is_contested: bool = False


@frozen
class YearCompared:
    """A year of the comparison with the lines of its contributors, none where no figure is known."""

    year: int
    lines: tuple[ComparedYear, ...]


@frozen
class ContributorTotal:
    """What a contributor brought over the years that are known, and how it grew; ``gaps`` are the years that are not.

    Amounts are in euros of ``prices_of``, at current prices without it.
    """

    contributor: str
    from_year: int
    to_year: int
    years: int
    gaps: tuple[int, ...]
    cumulative_meur: int | float
    approximate: bool = False
    mean_annual_growth_pct: float | None = None
    years_first: int
    prices_of: int | None = None
    measure: Measure


@frozen
class Comparison:
    """Contributors side by side: their lines by year, then place, their totals, and what these stand on."""

    contributors: tuple[str, ...]
    lines: tuple[ComparedYear, ...]
    totals: tuple[ContributorTotal, ...]
    sources: tuple[Source, ...]
    prices: tuple[PriceIndex, ...]

    @property
    def years(self) -> tuple[YearCompared, ...]:
        """Return each year from the first to the last with its lines."""
        known = [line.year for line in self.lines]
        every = range(min(known), max(known) + 1) if known else ()
        return tuple(
            YearCompared(year=year, lines=tuple(line for line in self.lines if line.year == year)) for year in every
        )


def named_contributor(dataset: Dataset, name: str) -> str:
    """Return the id of a contributor by what people call it: id, name in either language, agency, alias.

    Raises:
        NotFoundError: Nobody is called so, or brings nothing to ESA; AmbiguousNameError where several are.
    """
    found = dataset.actor(name)
    known = {line.contributor for line in dataset.esa_income}
    if found.id not in known:
        listed = ", ".join(sorted(known))
        raise NotFoundError(
            sentence("ESA's income has no line for {name}. Known: {known}.", name=found.shown, known=listed)
        )
    return found.id


def comparison(
    dataset: Dataset,
    contributors: tuple[str, ...],
    *,
    measure: Measure = Measure.DUE,
    from_year: int | None = None,
    to_year: int | None = None,
    prices_of: int | None = None,
) -> Comparison:
    """Return the contributors of these ids side by side; raises what ``compare`` does."""
    lines = compare(dataset, contributors, measure=measure, from_year=from_year, to_year=to_year, prices_of=prices_of)
    return Comparison(
        contributors=contributors,
        lines=lines,
        totals=totals(lines, contributors),
        sources=cited_sources(dataset, lines),
        prices=index_of(dataset, prices_of),
    )


def compare(
    dataset: Dataset,
    contributors: Sequence[str],
    *,
    measure: Measure = Measure.DUE,
    from_year: int | None = None,
    to_year: int | None = None,
    prices_of: int | None = None,
) -> tuple[ComparedYear, ...]:
    """Return the contributors' lines in one measure, by year, then place; years without a figure are not there.

    ``contributors`` are ids. Sums and growth are over the years asked for.

    Raises:
        NotFoundError: A contributor has no line at all.
        UsageError: A contributor has no figure in that measure, or there is no price index for *prices_of*.
    """
    _refuse_other_measures(dataset, contributors, measure)
    euros = euros_of(dataset, prices_of)
    found = [
        contributor_year(dataset, line, euros)
        for line in lines_in(dataset, measure)
        if line.contributor in contributors and is_year_within(line.year, from_year, to_year)
    ]
    rows = [_compared(line, found, euros) for line in found]
    return tuple(sorted(rows, key=lambda row: (row.year, row.place or 99, -(row.amount_meur or 0), row.contributor)))


def _refuse_other_measures(dataset: Dataset, contributors: Sequence[str], measure: Measure) -> None:
    if measure is Measure.SUBSCRIBED:
        raise UsageError(
            sentence("Subscriptions are several years' money, not a year's: see 'cnes-partners esa councils'.")
        )
    measures = {contributor: _measures_of(dataset, contributor) for contributor in contributors}
    for contributor, known in measures.items():
        if not known:
            listed = ", ".join(sorted({line.contributor for line in dataset.esa_income}))
            raise NotFoundError(
                sentence("ESA's income has no contributor '{name}'. Known: {known}.", name=contributor, known=listed)
            )
    names = {id: Name(english=dataset.party_name(id), french=dataset.party_name(id, language="fr")) for id in measures}
    without = tuple(names[contributor] for contributor, known in measures.items() if measure not in known)
    if without:
        on_record = (
            sentence("{name} {measures}", name=names[id], measures=tuple(known)) for id, known in measures.items()
        )
        raise UsageError(
            sentence(
                "No amount {measure} is on record for {names}, and amounts of different measures are not compared."
                " On record: {known}.",
                measure=measure,
                names=without,
                known=apart(on_record),
            )
        )


def _measures_of(dataset: Dataset, contributor: str) -> list[Measure]:
    of_income = {line.measure for line in dataset.esa_income if line.contributor == contributor}
    of_others = {line.measure for line in dataset.esa_contribution} if contributor == FRANCE else set()
    return sorted(of_income | of_others, key=tuple(Measure).index)


def _compared(line: ContributorYear, every: Sequence[ContributorYear], euros: Prices | None) -> ComparedYear:
    own = _uncontested([other for other in every if other.contributor == line.contributor and other.year <= line.year])
    is_contested = line not in own
    if is_contested:
        return ComparedYear(**values_of(line) | {"change_pct": None, "rank": None, "ranked": 0}, is_contested=True)
    known = [other for other in own if constant_meur(other.amount_meur, other.year, euros) is not None]
    places = places_of_year(every, line.year)
    place = places.place(line.contributor)
    rate = growth(own, euros) if line in known else None
    return ComparedYear(
        **values_of(line),
        place=place,
        placed=len(places.values) if place else 0,
        placed_by=places.basis if place else None,
        cumulative_meur=_sum(known, euros) if line in known else None,
        cumulative_approximate=line in known and any(other.approximate for other in known),
        cumulative_from=known[0].year if line in known else None,
        cumulative_years=len(known) if line in known else 0,
        mean_annual_growth_pct=rate.mean_annual_growth_pct if rate else None,
    )


def places_of_year(lines: Sequence[ContributorYear], year: int) -> Ranking:
    """Return the ranking of the compared contributors in a year; contested figures do not take part."""
    return ranking(_uncontested([line for line in lines if line.year == year]))


def _uncontested(lines: Sequence[ContributorYear]) -> list[ContributorYear]:
    """Return the lines, by year, that are the only figure of their contributor and year."""
    keys = [(line.contributor, line.year) for line in lines]
    single = (line for line, key in zip(lines, keys, strict=True) if keys.count(key) == 1)
    return sorted(single, key=lambda line: line.year)


def _sum(lines: Sequence[ContributorYear], euros: Prices | None) -> int | float:
    """Return the sum of the lines, which are of one measure."""
    common_measure(lines)
    amounts = (constant_meur(line.amount_meur, line.year, euros) for line in lines)
    return plain(sum((amount for amount in amounts if amount is not None), start=Fraction()))


def totals(rows: Sequence[ComparedYear], contributors: Sequence[str]) -> tuple[ContributorTotal, ...]:
    """Return each contributor's sum, growth and number of first places over the compared years.

    The years that are known differ, so the sums are not ranked: they stand in the order of *contributors*.
    """
    years = [row.year for row in rows]
    found = (_total([row for row in rows if row.contributor == contributor], years) for contributor in contributors)
    return tuple(total for total in found if total)


def _total(rows: Sequence[ComparedYear], years: Sequence[int]) -> ContributorTotal | None:
    known = [row for row in rows if row.cumulative_meur is not None]
    if not known:
        return None
    last = known[-1]
    present = {row.year for row in known}
    return ContributorTotal(
        **values_of(last, ContributorTotal) | {"approximate": last.cumulative_approximate},
        from_year=known[0].year,
        to_year=last.year,
        years=len(known),
        gaps=tuple(year for year in range(min(years), max(years) + 1) if year not in present),
        years_first=sum(row.place == 1 for row in rows),
    )
