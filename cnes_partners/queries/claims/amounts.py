"""Claims about amounts: yearly contributions to ESA, and subscriptions at its councils."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Contribution, Statement
from cnes_partners.model.vocabulary import Measure
from cnes_partners.queries import esa
from cnes_partners.queries.claims.french_lines import due_step, gap_pct, line_of_year, subscription_steps, twin_years
from cnes_partners.queries.claims.model import Finding, Step, figure_of, told, untold, who_states, year_of
from cnes_partners.queries.sentences import Sentence, paragraph, sentence

TOLERANCE_PCT = 1.0  # Amounts are printed rounded; beyond one percent they are different figures.


def _within(gap: float) -> float:
    """Return a gap in percent that bounds it from above where two digits would show none."""
    return round(gap, 2) or 0.01


def _gap_step(stated: int | float, known: int | float) -> Step:
    what = sentence("Difference: 100 x |{stated} - {known}| / {known}", stated=stated, known=known)
    return Step(what=what, value=round(gap_pct(stated, known), 2), unit="percent")


def esa_contribution(dataset: Dataset, statement: Statement) -> Finding:
    """Judge a yearly amount: a plan against other plans, any other against what ESA's budget counts on."""
    if statement.measure is Measure.PLANNED:
        return _plan(dataset, statement)
    line, others = line_of_year(dataset, statement), _other_measures(dataset, statement)
    rule, stated = "amount-in-esa-budget", figure_of(statement)
    if line is None or line.amount_meur is None:
        reason = sentence("No amount for France in ESA's budget of {year} is on record.", year=str(year_of(statement)))
        return untold(rule, paragraph(reason, *map(_beside, others)), steps=tuple(map(_other_step, others)))
    gap = gap_pct(stated, line.amount_meur)
    agrees = gap <= TOLERANCE_PCT
    template = (
        "ESA's budget of {year} counts on {due} million euro from France; {stated} is the same within {gap} %."
        if agrees
        else "ESA's budget of {year} counts on {due} million euro from France; {stated} is {gap} % away."
    )
    reason = sentence(template, year=str(line.year), due=line.amount_meur, stated=stated, gap=_within(gap))
    twins = twin_years(dataset, stated, line.year)
    return told(
        rule,
        paragraph(reason, *map(_stale, twins)),
        agrees=agrees,
        steps=(
            due_step(line),
            _gap_step(stated, line.amount_meur),
            *map(due_step, twins),
            *(_gap_step(stated, twin.amount_meur or 0) for twin in twins),
            *map(_other_step, others),
        ),
        derived=line.amount_meur,
    )


def _stale(twin: esa.ContributorYear) -> Sentence:
    return sentence(
        "Open point: the amount is also ESA's figure for {year} ({amount}), so a stale year cannot be ruled out.",
        year=str(twin.year),
        amount=twin.amount_meur or 0,
    )


def _other_measures(dataset: Dataset, statement: Statement) -> list[Contribution]:
    """Return what others give for the same year in another measure than the statement's and ESA's."""
    own = (statement.measure, Measure.DUE)
    return [
        entry
        for entry in dataset.esa_contribution
        if entry.year == year_of(statement) and entry.measure not in own and entry.source != statement.source
    ]


def _beside(entry: Contribution) -> Sentence:
    return sentence(
        "{who} has {amount} ({measure}), another measure.",
        who=who_states(entry),
        amount=entry.amount_meur,
        measure=entry.measure,
    )


def _other_step(entry: Contribution) -> Step:
    what = sentence("{who}, {year} ({measure})", who=who_states(entry), year=str(entry.year), measure=entry.measure)
    return Step(what=what, value=entry.amount_meur, unit="million EUR", source=entry.source)


def _plan(dataset: Dataset, statement: Statement) -> Finding:
    """Judge a plan: it agrees with another's plan for the year, or it cannot be told, for plans are revised."""
    rule, stated = "amount-in-plans", figure_of(statement)
    plans = [
        entry
        for entry in dataset.esa_contribution
        if (entry.year, entry.measure) == (year_of(statement), Measure.PLANNED) and entry.source != statement.source
    ]
    near = min(plans, key=lambda entry: gap_pct(stated, entry.amount_meur), default=None)
    line = line_of_year(dataset, statement)
    steps = (
        *(step for entry in plans for step in (_other_step(entry), _gap_step(stated, entry.amount_meur))),
        *((due_step(line),) if line and line.amount_meur else ()),
    )
    if near and gap_pct(stated, near.amount_meur) <= TOLERANCE_PCT:
        reason = sentence(
            "{stated} is a plan; {who} has {amount} as planned, the same within {gap} %.",
            stated=stated,
            who=who_states(near),
            amount=near.amount_meur,
            gap=_within(gap_pct(stated, near.amount_meur)),
        )
        return told(rule, paragraph(reason, _due_beside(line)), agrees=True, steps=steps, derived=near.amount_meur)
    reason = sentence(
        "{stated} is a plan, plans are revised, and none on record from another source is the same.", stated=stated
    )
    return untold(rule, paragraph(reason, _due_beside(line)), steps=steps)


def _due_beside(line: esa.ContributorYear | None) -> Sentence:
    if line is None or line.amount_meur is None:
        return sentence("What ESA's budget counted on is not on record.")
    return sentence(
        "ESA's budget of {year} counts on {due} million euro from France, another measure.",
        year=str(line.year),
        due=line.amount_meur,
    )


def esa_subscription(dataset: Dataset, statement: Statement) -> Finding:
    """Judge a subscription against what is on record for the council of its year."""
    rule, stated, year = "subscription-at-council", figure_of(statement), str(year_of(statement))
    lines = esa.subscriptions(dataset, country=esa.FRANCE)
    line = next((line for line in lines if line.date.startswith(year) and line.amount_meur), None)
    if line is None or line.amount_meur is None:
        return untold(rule, sentence("No French subscription of {year} is on record.", year=year))
    gap = gap_pct(stated, line.amount_meur)
    agrees = gap <= TOLERANCE_PCT
    template = (
        "France subscribed {amount} million euro at the council of {year}, as stated."
        if not gap
        else "France subscribed {amount} million euro at the council of {year}: the same within {gap} %."
        if agrees
        else "France subscribed {amount} million euro at the council of {year}: {gap} % away."
    )
    reason = paragraph(
        sentence(template, amount=line.amount_meur, year=year, gap=_within(gap)),
        sentence("It is a sum for several years, not a yearly one."),
    )
    steps = (*subscription_steps(dataset, line), _gap_step(stated, line.amount_meur))
    return told(rule, reason, agrees=agrees, steps=steps, derived=line.amount_meur)
