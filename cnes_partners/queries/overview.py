"""CNES's cooperation at a glance."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.records.metadata import Metadata
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.vocabulary.missions import LaunchState
from cnes_partners.model.vocabulary.partnership import PartnerKind
from cnes_partners.model.vocabulary.sources import StatementTopic
from cnes_partners.queries.categories import CategoryCount, categories
from cnes_partners.queries.claims.model import Claim
from cnes_partners.queries.claims.rules import judged
from cnes_partners.queries.esa.contributors import ContributorYear, latest_year, series

HEADLINE_TOPICS = (
    StatementTopic.MISSIONS_SHARE,
    StatementTopic.PARTNERSHIPS,
    StatementTopic.ESA_CONTRIBUTION,
    StatementTopic.ESA_SHARE,
    StatementTopic.ESA_RANK,
)


@frozen
class Counts:
    """How many records the dataset has."""

    partners: int
    countries: int
    organisations: int
    missions: int
    agreements: int
    sources: int


@frozen
class Overview:
    """What CNES states on its own page and what the dataset says of it, counts, newest missions and ESA."""

    headline: tuple[Claim, ...]
    counts: Counts
    categories: tuple[CategoryCount, ...]
    newest_missions: tuple[Mission, ...]
    esa_latest: ContributorYear
    metadata: Metadata


def overview(dataset: Dataset, *, newest: int = 5) -> Overview:
    """Return the overview with the *newest* missions by launch. The headline is CNES's cooperation page."""
    return Overview(
        headline=_headline(dataset),
        counts=_counts(dataset),
        categories=categories(dataset),
        newest_missions=_newest(dataset, newest),
        esa_latest=_latest(dataset),
        metadata=dataset.metadata,
    )


def _headline(dataset: Dataset) -> tuple[Claim, ...]:
    """Return the figures that stand on the page which states the share of missions flown with partners."""
    every = dataset.statements
    page = next((statement.source for statement in every if statement.topic is HEADLINE_TOPICS[0]), None)
    found = [statement for statement in every if statement.source == page and statement.topic in HEADLINE_TOPICS]
    found.sort(key=lambda statement: HEADLINE_TOPICS.index(statement.topic))
    return tuple(judged(dataset, statement) for statement in found)


def _counts(dataset: Dataset) -> Counts:
    countries = sum(partner.kind is PartnerKind.COUNTRY for partner in dataset.partners)
    return Counts(
        partners=len(dataset.partners),
        countries=countries,
        organisations=len(dataset.partners) - countries,
        missions=len(dataset.missions),
        agreements=sum(len(partner.agreements) for partner in dataset.partners),
        sources=len(dataset.sources),
    )


def _newest(dataset: Dataset, count: int) -> tuple[Mission, ...]:
    launched = [
        (mission.launch.date, mission)
        for mission in dataset.missions
        if mission.launch and mission.launch.date and mission.launch.state is LaunchState.LAUNCHED
    ]
    launched.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(mission for _, mission in launched[:count])


def _latest(dataset: Dataset) -> ContributorYear:
    year = latest_year(dataset)
    return next(line for line in series(dataset) if line.year == year)
