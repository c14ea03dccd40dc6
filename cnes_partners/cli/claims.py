"""The commands that hold what CNES states against what the data gives."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.given import Named
from cnes_partners.queries.claims import rules as queries
from cnes_partners.views import claims as views
from cnes_partners.views.view import View


@answering
def overview(session: Session) -> View:
    """Show CNES's cooperation at a glance.

    \b
    cnes-partners overview
    cnes-partners overview --lang fr
    """
    from cnes_partners.queries.overview import overview as overview_answer
    from cnes_partners.views.overview import overview_view

    return overview_view(overview_answer(session.dataset), session.say)


@answering
def claims(
    session: Session,
    id: Annotated[
        str,
        typer.Argument(help="One claim, with its whole reasoning, or a figure that is stated: 18.4.", metavar="[ID]"),
        Named.CLAIM,
    ] = "",
) -> View:
    """List the figures that CNES states beside what the data gives: with a verdict and the reason.

    \b
    cnes-partners claims
    cnes-partners claims esa-share-2022
    cnes-partners claims 18.4
    cnes-partners claims -f json
    """
    if id and (stated := queries.claims_of(session.dataset, id)):
        return views.claims_view(stated, session.say)
    if id:
        return views.claim_view(queries.claim(session.dataset, id), session.say)
    return views.claims_view(queries.claims(session.dataset), session.say)
