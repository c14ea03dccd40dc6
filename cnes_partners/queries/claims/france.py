"""What the dataset knows of France's money at ESA, as claims need it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.numbers import exact
from cnes_partners.model.records.esa import Council
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Amount, sentence, translatable
from cnes_partners.queries.claims.model import Step, amount_of, amount_step, percent_step, year_of
from cnes_partners.queries.esa.contributors import ContributorYear, line_of, series
from cnes_partners.queries.esa.councils import SubscriptionYear

SAME_PCT = Fraction(1, 10)  # Nearer than this, two amounts of different years look like one figure.


def line_of_year(dataset: Dataset, statement: Statement) -> ContributorYear | None:
    """Return France's line in ESA's budget of the statement's year, None where there is none."""
    return line_of(dataset, year_of(statement))


def gap_pct(stated: Amount, known: Amount) -> Fraction:
    """Return how far *stated* is from *known*, in percent of that, exactly."""
    return 100 * abs(exact(stated.value) - exact(known.value)) / exact(known.value)


def twin_years(dataset: Dataset, amount: Amount, year: int) -> list[tuple[ContributorYear, Amount]]:
    """Return the years other than *year* in whose budget France has that amount, to 0.1 percent."""
    others = ((line, amount_of(line)) for line in series(dataset) if line.year != year)
    return [(line, known) for line, known in others if known and gap_pct(amount, known) <= SAME_PCT]


def due_step(line: ContributorYear, amount: Amount) -> Step:
    """Return what ESA's budget counts on from France as a step."""
    return amount_step(sentence("France in ESA's budget of {year} (due)", year=str(line.year)), amount, line.source)


def subscription_steps(dataset: Dataset, line: SubscriptionYear) -> Iterator[Step]:
    """Yield what is known of France at a council as steps: its subscription, the total, the share, the rank."""
    council = council_of(dataset, line)
    year, amount, total = line.date[:4], amount_of(line), amount_of(council)
    if amount:
        yield amount_step(sentence("France's subscription at the council of {year}", year=year), amount, line.source)
    if total:
        yield amount_step(sentence("All subscriptions at the council of {year}", year=year), total, council.source)
    if amount and total:
        yield percent_step(amount, total)
    if line.rank:
        what = sentence("Rank of France at the council of {year}", year=year)
        yield Step(what=what, value=line.rank, unit=translatable("rank"), source=line.source)


def council_of(dataset: Dataset, line: SubscriptionYear) -> Council:
    """Return the council where the line was subscribed."""
    return next(entry for entry in dataset.esa_councils if entry.id == line.council)
