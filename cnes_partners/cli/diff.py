"""The command that tells what changed between two datasets."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.given import NAME, Named
from cnes_partners.cli.options import named
from cnes_partners.dataset.find import load
from cnes_partners.errors import InvalidDatasetError, UsageError
from cnes_partners.model.records.partners import Partner
from cnes_partners.model.sentences import sentence
from cnes_partners.queries.changes.compare import changes
from cnes_partners.queries.changes.model import Compared
from cnes_partners.queries.filters import Filters
from cnes_partners.views.changes import changes_view
from cnes_partners.views.filters import filtered
from cnes_partners.views.view import View


@answering
def diff(
    session: Session,
    old: Annotated[str, typer.Argument(help="The dataset before: a folder or a JSON export.", metavar="OLD")],
    new: Annotated[
        str, typer.Argument(help="The dataset after; else the one that other commands answer from.", metavar="[NEW]")
    ] = "",
    *,
    partners: Annotated[
        tuple[str, ...],
        typer.Option("--partner", "-p", metavar=NAME, help="Only what concerns this partner; of several, any."),
        Named.PARTNER,
    ] = (),
    tables: Annotated[tuple[Compared, ...], typer.Option("--table", help="Only this table; of several, any.")] = (),
    summary: Annotated[
        bool, typer.Option("--summary", help="For people: a line for each table, how many records and which.")
    ] = False,
) -> View:
    """Tell what changed between two datasets: records added, gone and changed, field by field.

    \b
    cnes-partners diff cnes-2026.11.json
    cnes-partners diff old/data new/data -p japan
    cnes-partners diff cnes-2026.11.json --table mission -f markdown
    cnes-partners diff cnes-2026.11.json --summary
    """
    if new and session.data:
        raise UsageError(sentence("NEW and --data are two datasets: compare OLD with one of them."))
    filters = Filters(partners=_partners(session, partners), tables=tables, has_one_partner=True)
    found = changes(load(old), session.dataset, filters)
    return filtered(changes_view(found, session.say, is_summary=summary), filters, session.say)


def _partners(session: Session, names: tuple[str, ...]) -> tuple[Partner, ...]:
    """Return the partners of those names; where NEW does not decode, of the bundled data."""
    try:
        return named(session, names)
    except InvalidDatasetError:
        return named(session._replace(dataset=load()), names)
