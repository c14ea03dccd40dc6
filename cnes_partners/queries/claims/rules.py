"""Which rule judges which statement."""

from __future__ import annotations

from collections.abc import Callable

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.names import Names, unknown
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.vocabulary.sources import StatementTopic
from cnes_partners.queries.claims.amounts import esa_contribution, esa_subscription
from cnes_partners.queries.claims.counts import agreements, categories, missions_share, partnerships, signatories
from cnes_partners.queries.claims.model import Claim, Finding
from cnes_partners.queries.claims.ranks import esa_rank
from cnes_partners.queries.claims.shares import esa_share
from cnes_partners.queries.search.words import spelled
from cnes_partners.queries.values import values_of

_RULES: dict[StatementTopic, Callable[[Dataset, Statement], Finding]] = {
    StatementTopic.MISSIONS_SHARE: missions_share,
    StatementTopic.PARTNERSHIPS: partnerships,
    StatementTopic.CATEGORIES: categories,
    StatementTopic.AGREEMENTS: agreements,
    StatementTopic.ESA_CONTRIBUTION: esa_contribution,
    StatementTopic.ESA_SHARE: esa_share,
    StatementTopic.ESA_RANK: esa_rank,
    StatementTopic.ESA_SUBSCRIPTION: esa_subscription,
    StatementTopic.SIGNATORIES: signatories,
}


def claims(dataset: Dataset) -> tuple[Claim, ...]:
    """Return every stated figure with its verdict, in the order of the statements."""
    return tuple(judged(dataset, statement) for statement in dataset.statements)


def claims_of(dataset: Dataset, figure: str) -> tuple[Claim, ...]:
    """Return the claims that state a figure, however it is written: 18.4, "18,4 %", "1 174"."""
    wanted = spelled(figure)
    return tuple(judged(dataset, entry) for entry in dataset.statements if spelled(str(entry.value)) == wanted)


def claim(dataset: Dataset, id: str) -> Claim:
    """Return one claim by id.

    Raises:
        NotFoundError: There is no such claim; the message names the nearest.
    """
    for statement in dataset.statements:
        if statement.id == id.lower():
            return judged(dataset, statement)
    names = (Names(id=one.id, name=one.label, name_fr=one.label_fr) for one in dataset.statements)
    raise unknown(id, names, kind="claim")


def judged(dataset: Dataset, statement: Statement) -> Claim:
    """Return a stated figure with the verdict of its rule."""
    finding = _RULES[statement.topic](dataset, statement)
    step_sources = [step.source for step in finding.steps if step.source]
    return Claim(
        **values_of(finding, Claim) | values_of(statement, Claim),
        stated=statement.value,
        stated_fr=statement.value_fr,
        derived_approximate=finding.approximate,
        derived_measure=finding.measure,
        sources=tuple(dict.fromkeys([statement.source, *step_sources])),
    )
