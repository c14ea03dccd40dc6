"""The commands that find what mentions some words, and who says so."""

from __future__ import annotations

from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.queries import sources as source_queries
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.search import offers
from cnes_partners.queries.search import search as queries
from cnes_partners.queries.search.passages import Searchable
from cnes_partners.views import search as views
from cnes_partners.views import sources as source_views
from cnes_partners.views.filters import filtered
from cnes_partners.views.view import View


@answering
def search(
    session: Session,
    text: Annotated[
        list[str], typer.Argument(help="Words, English or French; numbers in either spelling, or a question.")
    ],
    tables: Annotated[
        tuple[Searchable, ...], typer.Option("--table", help="Only in this table; of several, in any.")
    ] = (),
) -> View:
    """List every record that mentions some words, the best first; where none has all of them, those with most.

    \b
    cnes-partners search "moons of mars"
    cnes-partners search coopération --table agreement
    cnes-partners search "missions avec la Chine qui volent encore"
    cnes-partners search altimeter -n 10 -f json
    """
    words = " ".join(text)
    answer = queries.search(session.dataset, words, tables=tables)
    offer = () if tables else offers.offer(session.dataset, words)
    view = views.search_view(answer, offer, words, session.say)
    return filtered(view, Filters(tables=tables), session.say)


@answering
def sources(
    session: Session,
    id: Annotated[str, typer.Argument(help="One source, and the records that cite it.", metavar="[ID]")] = "",
    kinds: Annotated[
        tuple[SourceKind, ...], typer.Option("--kind", help="How near it is to the fact; of several, any.")
    ] = (),
) -> View:
    """List the bibliography; or show one source and the records that cite it.

    \b
    cnes-partners sources --kind primary --sort -published
    cnes-partners sources cnes-cooperation
    cnes-partners sources --sort -cited_by_count -n 20
    """
    if id and kinds:
        raise UsageError(sentence("--kind chooses from the list; with an ID there is one source."))
    if id:
        return source_views.source_view(source_queries.source(session.dataset, id), session.say)
    view = source_views.sources_view(source_queries.sources(session.dataset, kinds=kinds), session.say)
    return filtered(view, Filters(kinds=kinds), session.say)
