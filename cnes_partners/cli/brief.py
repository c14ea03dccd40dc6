"""The command that writes what a delegation carries."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.given import NAME, Named
from cnes_partners.cli.options import named
from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.brief import briefs
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.partners import partners
from cnes_partners.views.brief import briefs_view
from cnes_partners.views.view import View


@answering
def brief(
    session: Session,
    names: Annotated[
        tuple[str, ...],
        typer.Argument(help="The partners, each beginning a page.", metavar=f"[{NAME}]...", show_default=False),
        Named.PARTNER,
    ] = (),
    categories: Annotated[
        tuple[Category, ...], typer.Option("--category", "-c", help="All partners of this category, and NAMEs.")
    ] = (),
    is_all: Annotated[
        bool, typer.Option("--all", help="All agreements, years of money and ended missions; who says what else.")
    ] = False,
) -> View:
    """Write a brief on a partner to carry along: agreements, missions, money, disagreements, numbered sources.

    \b
    cnes-partners brief japan
    cnes-partners brief poland ae -f markdown -o brief.md
    cnes-partners brief -c historic --lang fr
    """
    if not (names or categories):
        raise UsageError(sentence("Name a partner, or a category with -c: cnes-partners brief japan."))
    of_category = partners(session.dataset, Filters(categories=categories)) if categories else ()
    wanted = {partner.id: partner for partner in (*named(session, names, option=()), *of_category)}
    return briefs_view(briefs(session.dataset, wanted.values(), has_all=is_all), session.say, has_all=is_all)
