"""Claims about France's share of ESA's budget."""

from __future__ import annotations

from fractions import Fraction

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.numbers import Number, exact, rounded
from cnes_partners.model.records.budget import BudgetLine, IncomeSubtotal
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Amount, Sentence, paragraph, sentence, translatable
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.model.vocabulary.sources import StatementTopic
from cnes_partners.queries.claims.france import (
    council_of,
    due_step,
    line_of_year,
    subscription_steps,
    twin_years,
)
from cnes_partners.queries.claims.model import (
    Finding,
    Step,
    amount_of,
    amount_step,
    figure_of,
    percent,
    percent_step,
    stated_amount,
    told,
    untold,
    year_of,
)
from cnes_partners.queries.esa.contributors import ContributorYear, members_part
from cnes_partners.queries.esa.councils import SubscriptionYear, subscriptions
from cnes_partners.queries.esa.lines import FRANCE, budget_line

NEAR_POINTS = Fraction(1, 2)  # A share agrees within half a point: it is printed rounded, and so are the amounts.
FIT_POINTS = Fraction(1, 10)  # A share is that of a council if it is the same to the printed digit.


@frozen
class _Known:
    """ESA's budget of a year as far as a share needs it; the amounts are million euro due."""

    line: ContributorYear
    due: Amount
    total_line: BudgetLine
    total: Amount
    part_line: IncomeSubtotal
    part: Amount


def _known(dataset: Dataset, statement: Statement) -> _Known | None:
    year, line = year_of(statement), line_of_year(dataset, statement)
    total, part = budget_line(dataset, year), members_part(dataset, year)
    amounts = (amount_of(line), amount_of(total), amount_of(part))
    if line is None or total is None or part is None or None in amounts:
        return None
    due, whole, members = (amount for amount in amounts if amount)
    return _Known(line=line, due=due, total_line=total, total=whole, part_line=part, part=members)


def esa_share(dataset: Dataset, statement: Statement) -> Finding:
    """Hold a share against the budget of its year, and look for the council whose subscriptions it fits."""
    rule, known = "share-of-esa-budget", _known(dataset, statement)
    if known is None:
        reason = sentence(
            "ESA's budget of {year} is not known by total, members' part and France.", year=str(year_of(statement))
        )
        return untold(rule, reason)
    stated, beside = figure_of(statement), _stated_beside(dataset, statement)
    amount = beside or known.due
    shares = percent(amount, known.total), percent(amount, known.part)
    agrees = any(_is_near(share, stated, NEAR_POINTS) for share in shares)
    reason = _shares(known, amount)
    steps = (*_steps(known, beside, statement), *_open_points(dataset, amount, known.line.year))
    if not agrees and (fit := _fitting_subscription(dataset, stated)):
        reason = paragraph(reason, _fits(dataset, fit, stated))
        steps = (*steps, *subscription_steps(dataset, fit))
    return told(rule, reason, agrees=agrees, steps=steps, derived=float(shares[0]), measure=Measure.DUE)


def _is_near(share: Number, stated: Number, points: Fraction) -> bool:
    return abs(exact(share) - exact(stated)) < points


def _shares(known: _Known, amount: Amount) -> Sentence:
    return sentence(
        "In ESA's {year} budget {amount} million euro are {of_total} % of the total ({total}) or {of_part} % of the"
        " members' part ({part}).",
        year=str(known.line.year),
        amount=amount,
        of_total=rounded(percent(amount, known.total), 1),
        total=known.total,
        of_part=rounded(percent(amount, known.part), 1),
        part=known.part,
    )


def _fits(dataset: Dataset, line: SubscriptionYear, stated: int | float) -> Sentence:
    """Say at which council France's share was the stated one; the share may be printed beside no amount."""
    amount, total = amount_of(line), amount_of(council_of(dataset, line))
    if amount is None or total is None:
        template = translatable(
            "{stated} % is France's share of the {year} subscriptions, as its source has it, another measure."
        )
        return sentence(template, stated=stated, year=line.date[:4])
    return sentence(
        "{stated} % is France's share of the {year} subscriptions ({amount} of {total} = {share} %), another measure.",
        stated=stated,
        year=line.date[:4],
        amount=amount,
        total=total,
        share=rounded(percent(amount, total), 1),
    )


def _steps(known: _Known, beside: Amount | None, statement: Statement) -> tuple[Step, ...]:
    """Return the figures of the year, then every quotient of France's amounts, the stated one too, and the wholes."""
    year, stated, amount = str(known.line.year), figure_of(statement), beside or known.due
    as_stated = sentence("France's amount in {year} as stated", year=year)
    quotients = ((part, whole) for part in (amount, known.due) for whole in (known.total, known.part))
    wanted = sentence("Total that would make {amount} a share of {stated} %", amount=amount, stated=stated)
    return (
        *((amount_step(as_stated, beside, statement.source),) if beside else ()),
        due_step(known.line, known.due),
        amount_step(sentence("ESA's budget of {year}, total (due)", year=year), known.total, known.total_line.source),
        amount_step(sentence("Of which the members' part (due)"), known.part, known.part_line.source),
        *(percent_step(part, whole) for part, whole in dict.fromkeys(quotients)),
        *((_total_that_fits(wanted, amount, stated),) if stated > 0 else ()),
    )


def _total_that_fits(what: Sentence, amount: Amount, stated: int | float) -> Step:
    return Step(what=what, value=float(100 * exact(amount.value) / exact(stated)), unit=translatable("million EUR"))


def _open_points(dataset: Dataset, amount: Amount, year: int) -> tuple[Step, ...]:
    """Return the years whose amount is the stated one: a stale year cannot be ruled out."""
    what = translatable("Open point: the stated amount is also France's in ESA's budget of {year}")
    return tuple(
        amount_step(sentence(what, year=str(twin.year)), known, twin.source)
        for twin, known in twin_years(dataset, amount, year)
    )


def _stated_beside(dataset: Dataset, statement: Statement) -> Amount | None:
    """Return the amount that the same page states for the same year."""
    found = (
        stated_amount(other)
        for other in dataset.statements
        if other.topic is StatementTopic.ESA_CONTRIBUTION
        and (other.source, other.as_of) == (statement.source, statement.as_of)
    )
    return next(found, None)


def _fitting_subscription(dataset: Dataset, stated: float) -> SubscriptionYear | None:
    """Return the first French subscription whose share the stated one fits to 0.1 point."""
    for line in subscriptions(dataset, country=FRANCE):
        shares = (share for share in (line.share_of_total_pct, line.share_pct) if share is not None)
        if any(_is_near(share, stated, FIT_POINTS) for share in shares):
            return line
    return None
