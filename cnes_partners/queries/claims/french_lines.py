"""What the dataset knows of France's money at ESA, as claims need it."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Statement
from cnes_partners.queries import esa
from cnes_partners.queries.claims.model import Step, year_of
from cnes_partners.queries.sentences import sentence

SAME_PCT = 0.1  # Nearer than this, two amounts of different years look like one figure.


def line_of_year(dataset: Dataset, statement: Statement) -> esa.ContributorYear | None:
    """Return France's line in ESA's budget of the statement's year, None where there is none."""
    return esa.line_of(dataset, year_of(statement))


def gap_pct(stated: float, known: float) -> float:
    """Return how far *stated* is from *known*, in percent of that."""
    return 100 * abs(stated - known) / known


def twin_years(dataset: Dataset, amount_meur: float, year: int) -> list[esa.ContributorYear]:
    """Return the years other than *year* in whose budget France has that amount, to 0.1 percent."""
    return [
        line
        for line in esa.series(dataset)
        if line.year != year and line.amount_meur and gap_pct(amount_meur, line.amount_meur) <= SAME_PCT
    ]


def due_step(line: esa.ContributorYear) -> Step:
    """Return what ESA's budget counts on from France as a step."""
    return Step(
        what=sentence("France in ESA's budget of {year} (due)", year=str(line.year)),
        value=line.amount_meur or 0,
        unit="million EUR",
        source=line.source,
    )


def subscription_steps(dataset: Dataset, line: esa.SubscriptionYear) -> tuple[Step, ...]:
    """Return France's subscription at a council, the council's total, the share and the rank as steps."""
    council = next(entry for entry in dataset.esa_councils if entry.id == line.council)
    year, amount = line.date[:4], line.amount_meur or 0
    steps = (
        Step(
            what=sentence("France's subscription at the council of {year}", year=year),
            value=amount,
            unit="million EUR",
            source=line.source,
        ),
        Step(
            what=sentence("All subscriptions at the council of {year}", year=year),
            value=council.amount_meur,
            unit="million EUR",
            source=council.source,
        ),
        Step(
            what=sentence("100 x {part} / {whole}", part=amount, whole=council.amount_meur),
            value=round(line.share_of_total_pct or 0, 2),
            unit="percent",
        ),
    )
    if line.rank is None:
        return steps
    what = sentence("Rank of France at the council of {year}", year=year)
    return (*steps, Step(what=what, value=line.rank, unit="rank", source=line.source))


def council_total(dataset: Dataset, line: esa.SubscriptionYear) -> int | float:
    """Return what was subscribed in all at the line's council."""
    return next(entry.amount_meur for entry in dataset.esa_councils if entry.id == line.council)
