"""Claims about France's share of ESA's budget."""

from __future__ import annotations

from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import BudgetLine, IncomeSubtotal, Statement
from cnes_partners.model.vocabulary import StatementTopic
from cnes_partners.queries import esa
from cnes_partners.queries.claims.french_lines import (
    council_total,
    due_step,
    line_of_year,
    subscription_steps,
    twin_years,
)
from cnes_partners.queries.claims.model import Finding, Step, figure_of, told, untold, year_of
from cnes_partners.queries.sentences import paragraph, sentence

NEAR_POINTS = 0.5  # A share agrees within half a point: it is printed rounded, and so are the amounts.
FIT_POINTS = 0.1  # A share is that of a council if it is the same to the printed digit.


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """ESA's budget of a year as far as a share needs it; the amounts are million euro due."""

    line: esa.ContributorYear
    due_meur: int | float
    total: BudgetLine
    part: IncomeSubtotal
    part_meur: int | float


def _known(dataset: Dataset, statement: Statement) -> _Known | None:
    year, line = year_of(statement), line_of_year(dataset, statement)
    total = esa.budget_line(dataset, year)
    part = None if year is None else esa.members_part(dataset, year)
    if line is None or line.amount_meur is None or total is None or part is None or part.amount_meur is None:
        return None
    esa.common_measure((line, total, part))
    return _Known(line=line, due_meur=line.amount_meur, total=total, part=part, part_meur=part.amount_meur)


def esa_share(dataset: Dataset, statement: Statement) -> Finding:
    """Hold a share against the budget of its year, and look for the council whose subscriptions it fits."""
    rule, known = "share-of-esa-budget", _known(dataset, statement)
    if known is None:
        reason = sentence(
            "ESA's budget of {year} is not known by total, members' part and France.", year=str(year_of(statement))
        )
        return untold(rule, reason)
    stated, amount = figure_of(statement), _stated_amount(dataset, statement) or known.due_meur
    of_total, of_part = 100 * amount / known.total.amount_meur, 100 * amount / known.part_meur
    agrees = any(abs(share - stated) < NEAR_POINTS for share in (of_total, of_part))
    reason = sentence(
        "In ESA's {year} budget {amount} million euro are {of_total} % of the total ({total}) or {of_part} % of the"
        " members' part ({part}).",
        year=str(known.line.year),
        amount=amount,
        of_total=round(of_total, 1),
        total=known.total.amount_meur,
        of_part=round(of_part, 1),
        part=known.part_meur,
    )
    steps = (*_steps(known, amount, statement), *_open_points(dataset, amount, known.line.year))
    if not agrees and (fit := _fitting_subscription(dataset, stated)):
        steps = (*steps, *subscription_steps(dataset, fit))
        reason = paragraph(
            reason,
            sentence(
                "{stated} % is France's share of the {year} subscriptions ({amount} of {total} = {share} %),"
                " another measure.",
                stated=stated,
                year=fit.date[:4],
                amount=fit.amount_meur or 0,
                total=council_total(dataset, fit),
                share=round(fit.share_of_total_pct or 0, 1),
            ),
        )
    return told(rule, reason, agrees=agrees, steps=steps, derived=round(of_total, 1))


def _steps(known: _Known, amount: int | float, statement: Statement) -> tuple[Step, ...]:
    """Return the figures of the year, then every quotient of France's two amounts and the two wholes."""
    year, total = str(known.line.year), known.total.amount_meur
    quotients = ((amount, total), (amount, known.part_meur), (known.due_meur, total), (known.due_meur, known.part_meur))
    stated = figure_of(statement)
    return (
        Step(
            what=sentence("France's amount in {year} as stated", year=year),
            value=amount,
            unit="million EUR",
            source=statement.source,
        ),
        due_step(known.line),
        Step(
            what=sentence("ESA's budget of {year}, total (due)", year=year),
            value=total,
            unit="million EUR",
            source=known.total.source,
        ),
        Step(
            what=sentence("Of which the members' part (due)"),
            value=known.part_meur,
            unit="million EUR",
            source=known.part.source,
        ),
        *(
            Step(
                what=sentence("100 x {part} / {whole}", part=part, whole=whole),
                value=round(100 * part / whole, 2),
                unit="percent",
            )
            for part, whole in dict.fromkeys(quotients)
        ),
        Step(
            what=sentence("Total that would make {amount} a share of {stated} %", amount=amount, stated=stated),
            value=round(100 * amount / stated),
            unit="million EUR",
        ),
    )


def _open_points(dataset: Dataset, amount: int | float, year: int) -> tuple[Step, ...]:
    """Return the years whose amount is the stated one: a stale year cannot be ruled out."""
    return tuple(
        Step(
            what=sentence(
                "Open point: the stated amount is also France's in ESA's budget of {year}", year=str(twin.year)
            ),
            value=twin.amount_meur or 0,
            unit="million EUR",
            source=twin.source,
        )
        for twin in twin_years(dataset, amount, year)
    )


def _stated_amount(dataset: Dataset, statement: Statement) -> int | float | None:
    """Return the amount that the same page states for the same year."""
    found = (
        figure_of(other)
        for other in dataset.statements
        if other.topic is StatementTopic.ESA_CONTRIBUTION
        and (other.source, other.as_of) == (statement.source, statement.as_of)
    )
    return next(found, None)


def _fitting_subscription(dataset: Dataset, stated: float) -> esa.SubscriptionYear | None:
    """Return the first French subscription whose share the stated one fits to 0.1 point."""
    for line in esa.subscriptions(dataset, country=esa.FRANCE):
        shares = (share for share in (line.share_of_total_pct, line.share_pct) if share is not None)
        if any(abs(share - stated) < FIT_POINTS for share in shares):
            return line
    return None
