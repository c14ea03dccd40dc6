"""The command that opens the page behind a name: the only one that leaves this machine, through the browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cnes_partners.cli import answers, streams
from cnes_partners.cli.given import Named
from cnes_partners.errors import NotFoundError, OutputError
from cnes_partners.model.sentences import sentence


def open_page(
    context: typer.Context,
    id: Annotated[
        str, typer.Argument(help="A source's id, or the name of a mission or a partner.", metavar="ID"), Named.PAGE
    ],
    is_printed: Annotated[bool, typer.Option("--print", help="Print the address, and open nothing.")] = False,
    data: answers.DataOption = None,
) -> None:
    """Open a source's, mission's or partner's page in the browser.

    \b
    cnes-partners open cnes-cooperation
    cnes-partners open swot
    cnes-partners open japan --print
    """
    from cnes_partners.output.links import is_of_the_web
    from cnes_partners.output.terminal import printable
    from cnes_partners.queries.pages import page_of
    from cnes_partners.views.words import Words

    if is_printed:
        streams.require_output()
    page = page_of(answers.load(data), id)
    if not is_of_the_web(page.url):
        raise NotFoundError(
            sentence("The address of {source} is none of the web: {address}", source=page.id, address=page.url)
        )
    if is_printed:
        sys.stdout.write(f"{printable(page.url, sys.stdout)}\n")
        return
    _open(page.url)
    say = Words(context.obj)
    answers.tell(
        say("Opened {address} ({publisher}: {title})", address=page.url, publisher=page.publisher, title=page.title)
    )


def _open(address: str) -> None:
    """Open an address in the browser that the reader has (or BROWSER names).

    Raises:
        OutputError: There is none.
    """
    import webbrowser

    if not webbrowser.open(address):
        raise OutputError(
            sentence("No browser could be started; the address is {address} (--print prints it)", address=address)
        )
