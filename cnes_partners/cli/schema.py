"""The command that describes what the others print as JSON."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cnes_partners.cli.answers import DataOption
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.tables import SHAPE, SHAPE_KEY
from cnes_partners.errors import NotFoundError, Problem, UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.records.budget import Contribution, DomainLine
from cnes_partners.model.records.esa import Council, Membership
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.sentences import paragraph, sentence
from cnes_partners.queries.agreements import DatedAgreement
from cnes_partners.queries.brief import Brief
from cnes_partners.queries.categories import CategoryCount
from cnes_partners.queries.changes.model import Change
from cnes_partners.queries.claims.model import Claim
from cnes_partners.queries.esa.cnes_budget import CnesBudgetYear
from cnes_partners.queries.esa.compare import ComparedYear, YearCompared
from cnes_partners.queries.esa.contributors import ContributorYear
from cnes_partners.queries.esa.councils import SubscriptionYear
from cnes_partners.queries.esa.lines import BudgetYear
from cnes_partners.queries.esa.statistics import EsaStatistics
from cnes_partners.queries.missions import ListedMission
from cnes_partners.queries.overview import Overview
from cnes_partners.queries.partner import PartnerDetails
from cnes_partners.queries.partners import ListedPartner
from cnes_partners.queries.search.search import SearchHit
from cnes_partners.queries.sources import CitedSource
from cnes_partners.queries.timeline import AgreementPoint, MissionSpan
from cnes_partners.rules.survey import AgedFact, Coverage


@frozen
class Answer:
    """What ``-f json`` prints: one record of a class, or an array of them."""

    record: type
    is_single: bool = False


# What each command prints, by its name as it is typed.
ANSWERS = {
    "overview": Answer(record=Overview, is_single=True),
    "categories": Answer(record=CategoryCount),
    "partners": Answer(record=ListedPartner),
    "partner": Answer(record=PartnerDetails, is_single=True),
    "missions": Answer(record=ListedMission),
    "mission": Answer(record=Mission, is_single=True),
    "agreements": Answer(record=DatedAgreement),
    "esa": Answer(record=EsaStatistics, is_single=True),
    "esa compare": Answer(record=ComparedYear),
    "esa compare --wide": Answer(record=YearCompared),
    "esa budget": Answer(record=BudgetYear),
    "esa contributors": Answer(record=ContributorYear),
    "esa contribution": Answer(record=Contribution),
    "esa cnes-budget": Answer(record=CnesBudgetYear),
    "esa domains": Answer(record=DomainLine),
    "esa councils": Answer(record=Council),
    "esa councils COUNCIL": Answer(record=SubscriptionYear),
    "esa members": Answer(record=Membership),
    "claims": Answer(record=Claim),
    "claims ID": Answer(record=Claim, is_single=True),
    "search": Answer(record=SearchHit),
    "sources": Answer(record=CitedSource),
    "sources ID": Answer(record=CitedSource, is_single=True),
    "diff": Answer(record=Change),
    "timeline": Answer(record=MissionSpan),
    "timeline --agreements": Answer(record=AgreementPoint),
    "brief": Answer(record=Brief),
    "check": Answer(record=Problem),
    "check --stale": Answer(record=AgedFact),
    "check --coverage": Answer(record=Coverage),
}


def schema(
    name: Annotated[
        list[str] | None, typer.Argument(help="A command or a table: missions, esa contributors.", metavar="[NAME]")
    ] = None,
    datasette: Annotated[
        bool, typer.Option("--datasette", help="Print Datasette's metadata of an export named NAME, else cnes.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Print the JSON Schema of a command's JSON or of a table; without NAME, of the whole dataset.

    \b
    cnes-partners schema missions
    cnes-partners schema esa contributors
    cnes-partners schema > cnes-partners.schema.json
    cnes-partners schema --datasette > metadata.json
    """
    import json

    called = " ".join(name or ())
    if data and not datasette:
        raise UsageError(sentence("--data goes with --datasette: a schema is that of any dataset."))
    if datasette:
        document = _datasette_metadata(data, called)
    elif called:
        document = schema_of(called)
    else:
        document = dataset_schema()
    typer.echo(json.dumps(document, indent=2))


def _datasette_metadata(data: str | None, database: str) -> dict[str, Any]:
    from cnes_partners.dataset.find import load
    from cnes_partners.output.export.datasette import DATABASE, datasette_metadata

    return datasette_metadata(load(data), database=database or DATABASE)


def schema_of(name: str) -> dict[str, Any]:
    """Return the schema of what a command prints as JSON, or of a table's records.

    Raises:
        NotFoundError: No command and no table is called so; the message names the nearest.
    """
    from cnes_partners.decode.schema import DIALECT, definitions, reference
    from cnes_partners.model.spelling import nearest

    every = {table.name: Answer(record=table.record) for table in TABLES.values()} | ANSWERS
    known = {entry.lower(): entry for entry in every}
    if name.lower() not in known:
        near = nearest(name, every)
        none = sentence("No command or table is called '{name}'.", name=name)
        hint = (
            sentence("Did you mean '{name}'?", name=near[0])
            if near
            else sentence("There are: {names}.", names=tuple(every))
        )
        raise NotFoundError(paragraph(none, hint))
    answer = every[known[name.lower()]]
    item = reference(answer.record)
    whole = item if answer.is_single else {"type": "array", "items": item}
    return {"$schema": DIALECT, "title": known[name.lower()], **whole, "$defs": definitions([answer.record])}


def dataset_schema() -> dict[str, Any]:
    """Return the schema of the whole dataset as one object of tables, with the records of every answer beside."""
    from cnes_partners.decode.schema import DIALECT, definitions, reference

    return {
        "$schema": DIALECT,
        "title": "cnes-partners",
        "type": "object",
        "properties": {
            SHAPE_KEY: {"const": SHAPE},
            **{table.name: {"type": "array", "items": reference(table.record)} for table in TABLES.values()},
        },
        "$defs": definitions(
            [*(table.record for table in TABLES.values()), *(entry.record for entry in ANSWERS.values())]
        ),
    }
