"""Claims about amounts: yearly contributions to ESA, and subscriptions at its councils."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.numbers import rounded
from cnes_partners.model.records.budget import Contribution
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Amount, Sentence, paragraph, sentence, translatable
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.claims.france import (
    due_step,
    gap_pct,
    line_of_year,
    subscription_steps,
    twin_years,
)
from cnes_partners.queries.claims.model import (
    Finding,
    Step,
    amount_of,
    amount_step,
    stated_amount,
    told,
    untold,
    who_states,
    year_of,
)
from cnes_partners.queries.esa.contributors import ContributorYear
from cnes_partners.queries.esa.councils import subscriptions
from cnes_partners.queries.esa.lines import FRANCE

TOLERANCE_PCT = 1  # Amounts are printed rounded; beyond one percent they are different figures.
_HELD_AGAINST_DUE = (Measure.DUE, Measure.STATED, None)


def _within(gap: Fraction) -> float:
    """Return two digits of percent that a gap is within: rounded up, for to the nearest it would not be."""
    return ceil(gap * 100) / 100


def _gap_step(stated: Amount, known: Amount) -> Step:
    what = sentence("Difference: 100 x |{stated} - {known}| / {known}", stated=stated, known=known)
    return Step(what=what, value=float(gap_pct(stated, known)), unit=translatable("percent"))


def esa_contribution(dataset: Dataset, statement: Statement) -> Finding:
    """Judge a yearly amount: a plan against other plans, one of no other measure against ESA's budget."""
    if statement.measure is Measure.PLANNED:
        return _plan(dataset, statement)
    rule = "amount-in-esa-budget"
    line, others = line_of_year(dataset, statement), _other_measures(dataset, statement)
    beside, steps = tuple(map(_beside, others)), tuple(map(_other_step, others))
    due = amount_of(line)
    if statement.measure not in _HELD_AGAINST_DUE:
        reason = sentence("{stated} is another measure than ESA's budget has.", stated=stated_amount(statement))
        return untold(rule, paragraph(reason, _due_beside(line, due), *beside), steps=(*_due_steps(line), *steps))
    if line is None or due is None:
        reason = sentence("No amount for France in ESA's budget of {year} is on record.", year=str(year_of(statement)))
        return untold(rule, paragraph(reason, *beside), steps=steps)
    stated = stated_amount(statement)
    twins = twin_years(dataset, stated, line.year)
    reason = _held_against(line.year, due, stated)
    return told(
        rule,
        paragraph(reason, *(_stale(twin, amount) for twin, amount in twins)),
        agrees=gap_pct(stated, due) <= TOLERANCE_PCT,
        steps=(
            due_step(line, due),
            _gap_step(stated, due),
            *(due_step(twin, amount) for twin, amount in twins),
            *(_gap_step(stated, amount) for _, amount in twins),
            *steps,
        ),
        derived=due,
        measure=Measure.DUE,
    )


def _held_against(year: int, due: Amount, stated: Amount) -> Sentence:
    gap = gap_pct(stated, due)
    if not gap:
        template = translatable("ESA's budget of {year} counts on {due} million euro from France, as stated.")
        return sentence(template, year=str(year), due=due)
    if gap <= TOLERANCE_PCT:
        template = translatable(
            "ESA's budget of {year} counts on {due} million euro from France; {stated} is the same within {gap} %."
        )
        return sentence(template, year=str(year), due=due, stated=stated, gap=_within(gap))
    template = translatable(
        "ESA's budget of {year} counts on {due} million euro from France; {stated} is {gap} % away."
    )
    return sentence(template, year=str(year), due=due, stated=stated, gap=rounded(gap, 2))


def _stale(twin: ContributorYear, amount: Amount) -> Sentence:
    return sentence(
        "Open point: the amount is also ESA's figure for {year} ({amount}), so a stale year cannot be ruled out.",
        year=str(twin.year),
        amount=amount,
    )


def _other_measures(dataset: Dataset, statement: Statement) -> list[Contribution]:
    """Return what others give for the same year in another measure than the statement's and ESA's."""
    own = (statement.measure, Measure.DUE)
    return [
        entry
        for entry in dataset.esa_contribution
        if entry.year == year_of(statement) and entry.measure not in own and entry.source != statement.source
    ]


def _given(entry: Contribution) -> Amount:
    return Amount(value=entry.amount_meur, approximate=entry.approximate)


def _beside(entry: Contribution) -> Sentence:
    return sentence(
        "{who} has {amount} ({measure}), another measure.",
        who=who_states(entry),
        amount=_given(entry),
        measure=entry.measure,
    )


def _other_step(entry: Contribution) -> Step:
    what = sentence("{who}, {year} ({measure})", who=who_states(entry), year=str(entry.year), measure=entry.measure)
    return amount_step(what, _given(entry), entry.source)


def _plan(dataset: Dataset, statement: Statement) -> Finding:
    """Judge a plan: it agrees with another's plan for the year, or it cannot be told, for plans are revised."""
    rule, stated = "amount-in-plans", stated_amount(statement)
    plans = [
        (entry, amount)
        for entry in dataset.esa_contribution
        if (entry.year, entry.measure) == (year_of(statement), Measure.PLANNED) and entry.source != statement.source
        if (amount := amount_of(entry))
    ]
    line = line_of_year(dataset, statement)
    beside = _due_beside(line, amount_of(line))
    steps = (
        *(step for entry, amount in plans for step in (_other_step(entry), _gap_step(stated, amount))),
        *_due_steps(line),
    )
    near = min(plans, key=lambda plan: gap_pct(stated, plan[1]), default=None)
    if near and gap_pct(stated, near[1]) <= TOLERANCE_PCT:
        entry, amount = near
        reason = sentence(
            "{stated} is a plan; {who} has {amount} as planned, the same within {gap} %.",
            stated=stated,
            who=who_states(entry),
            amount=amount,
            gap=_within(gap_pct(stated, amount)),
        )
        return told(rule, paragraph(reason, beside), agrees=True, steps=steps, derived=amount, measure=Measure.PLANNED)
    reason = sentence(
        "{stated} is a plan, plans are revised, and none on record from another source is the same.", stated=stated
    )
    return untold(rule, paragraph(reason, beside), steps=steps)


def _due_steps(line: ContributorYear | None) -> tuple[Step, ...]:
    due = amount_of(line)
    return () if line is None or due is None else (due_step(line, due),)


def _due_beside(line: ContributorYear | None, due: Amount | None) -> Sentence:
    if line is None or due is None:
        return sentence("What ESA's budget counted on is not on record.")
    return sentence(
        "ESA's budget of {year} counts on {due} million euro from France, another measure.",
        year=str(line.year),
        due=due,
    )


def esa_subscription(dataset: Dataset, statement: Statement) -> Finding:
    """Judge a subscription against what is on record for the council of its year."""
    rule, stated, year = "subscription-at-council", stated_amount(statement), str(year_of(statement))
    lines = subscriptions(dataset, country=FRANCE)
    found = ((line, amount_of(line)) for line in lines if line.date.startswith(year))
    line, amount = next(((line, amount) for line, amount in found if amount), (None, None))
    if line is None or amount is None:
        return untold(rule, sentence("No French subscription of {year} is on record.", year=year))
    return told(
        rule,
        paragraph(_subscribed(year, amount, stated), sentence("It is a sum for several years, not a yearly one.")),
        agrees=gap_pct(stated, amount) <= TOLERANCE_PCT,
        steps=(*subscription_steps(dataset, line), _gap_step(stated, amount)),
        derived=amount,
        measure=line.measure,
    )


def _subscribed(year: str, amount: Amount, stated: Amount) -> Sentence:
    gap = gap_pct(stated, amount)
    if not gap:
        template = translatable("France subscribed {amount} million euro at the council of {year}, as stated.")
        return sentence(template, amount=amount, year=year)
    if gap <= TOLERANCE_PCT:
        template = translatable(
            "France subscribed {amount} million euro at the council of {year}: the same within {gap} %."
        )
        return sentence(template, amount=amount, year=year, gap=_within(gap))
    template = translatable("France subscribed {amount} million euro at the council of {year}: {gap} % away.")
    return sentence(template, amount=amount, year=year, gap=rounded(gap, 2))
