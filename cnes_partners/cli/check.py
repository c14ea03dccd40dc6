"""The command that checks a dataset."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering, tell_older_shape
from cnes_partners.dataset.find import load
from cnes_partners.dataset.storage import Storage
from cnes_partners.decode.findings import Findings
from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence
from cnes_partners.rules.every import check as check_rules
from cnes_partners.rules.subject import Subject, read_subject
from cnes_partners.rules.survey import aged_facts
from cnes_partners.rules.survey import coverage as count_coverage
from cnes_partners.views import check as views
from cnes_partners.views.view import View


@answering
def check(
    session: Session,
    place: Annotated[str, typer.Argument(help="A folder of YAML or a JSON export.", metavar="[DIR]")] = "",
    stale: Annotated[
        int | None, typer.Option(metavar="YEARS", min=0, help="List facts that were last known longer ago.")
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say how full each field is, and how well founded.")
    ] = False,
) -> View:
    """Check a dataset and list every problem; ends with 4 where there is one.

    \b
    cnes-partners check
    cnes-partners check data -f json
    cnes-partners check --stale 3
    cnes-partners check --coverage -f csv
    """
    if place and session.data:
        raise UsageError(sentence("DIR and --data are two datasets: check one at a time."))
    dataset = load(place) if place else session.dataset
    if place:
        tell_older_shape(Session(dataset=dataset, say=session.say))
    storage = dataset.storage
    if coverage and stale is not None:
        raise UsageError(sentence("--stale and --coverage are two questions: ask one at a time"))
    if coverage:
        return views.coverage_view(count_coverage(_readable(storage)), session.say)
    if stale is not None:
        return views.aged_view(aged_facts(_readable(storage), years=stale), session.say, years=stale)
    return views.problems_view(check_rules(storage), session.say)


def _readable(storage: Storage) -> Subject:
    """Return what can be read of a dataset; what cannot is for ``check`` without options to say."""
    return read_subject(storage.as_edited(), Findings())
