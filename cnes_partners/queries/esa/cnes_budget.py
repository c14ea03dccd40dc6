"""CNES's own budget by year, and the part of it that goes to ESA."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import is_year_within
from cnes_partners.model.records.budget import CnesBudgetLine
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.citations import cited
from cnes_partners.queries.esa.measures import percent
from cnes_partners.queries.filters import is_any
from cnes_partners.queries.values import values_of


@frozen
class CnesBudgetYear(CnesBudgetLine):
    """CNES's budget of a year in a measure, as a source gives it.

    ``esa_share_pct`` is the part for ESA in percent of it, None where that is not known. ``disagreements`` are those
    between sources of this series.
    """

    esa_share_pct: float | None = None
    disagreements: tuple[Disagreement, ...] = ()


def cnes_budget(
    dataset: Dataset,
    *,
    measures: Sequence[Measure] = (),
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[CnesBudgetYear, ...]:
    """Return CNES's budget by year, then measure."""
    found = (
        line
        for line in dataset.cnes_budget
        if is_any(line.measure, measures) and is_year_within(line.year, from_year, to_year)
    )
    own = set(cited(dataset.cnes_budget))
    between = [entry for entry in dataset.esa_disagreements if own.issuperset(cited([entry]))]

    def year_of(line: CnesBudgetLine) -> CnesBudgetYear:
        return CnesBudgetYear(
            **values_of(line),
            esa_share_pct=percent(line.esa_meur, line.amount_meur),
            disagreements=tuple(entry for entry in between if line.source in cited([entry])),
        )

    order = tuple(Measure)
    return tuple(map(year_of, sorted(found, key=lambda line: (line.year, order.index(line.measure)))))
