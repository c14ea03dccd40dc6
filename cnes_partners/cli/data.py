"""The commands that hand out the data itself: SQL over it, and files of it."""

from __future__ import annotations

import re
import shlex
import sys
from math import isnan
from pathlib import Path
from typing import Annotated

import typer

from cnes_partners.cli.answers import DataOption, Session, answering, tell, tell_older_shape
from cnes_partners.errors import UsageError, reason
from cnes_partners.model.sentences import sentence
from cnes_partners.views.view import View

_FILE = re.compile(r"@?\S+\.sql|@\S+", re.IGNORECASE)


@answering
def sql(
    session: Session,
    statement: Annotated[
        str,
        typer.Argument(
            help="One statement: SELECT, WITH or VALUES; - or none: standard input. With --tables: a table.",
            show_default=False,
        ),
    ] = "",
    tables: Annotated[bool, typer.Option("--tables", help="List the tables and views, or the columns of one.")] = False,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, max=3600, metavar="SECONDS", help="Stop a statement after that.")
    ] = 10,
) -> View:
    """Ask the dataset in SQL: as an SQLite database that cannot be changed and reaches no file.

    \b
    cnes-partners sql --tables
    cnes-partners sql --tables mission
    cnes-partners sql "SELECT id, name FROM partner WHERE region = 'africa'"
    cnes-partners sql "SELECT theme, count(*) AS missions FROM mission GROUP BY theme" -f json
    cnes-partners sql - < question.sql
    """
    from cnes_partners.database.ask import ask, relation, relations
    from cnes_partners.views.sql import answer_view, relation_view, relations_view

    if isnan(time_limit):  # which passes every bound
        raise UsageError(sentence("--time-limit takes a number of seconds."))
    if tables and statement:
        if not statement.isidentifier():
            raise UsageError(sentence("Give a statement or --tables, not both."))
        return relation_view(relation(statement), session.say)
    if tables:
        return relations_view(relations(), session.say)
    return answer_view(ask(session.dataset, _whole(statement), time_limit_s=time_limit))


def _whole(statement: str) -> str:
    """Return the statement; "-", or none where something is piped, stands for standard input."""
    if _FILE.fullmatch(statement):
        name = shlex.quote(statement.removeprefix("@"))
        raise UsageError(
            sentence(
                "'{typed}' is no statement; one that stands in a file: cnes-partners sql - < {name}",
                typed=statement,
                name=name,
            )
        )
    if statement not in ("", "-") or (statement == "" and (sys.stdin is None or sys.stdin.isatty())):
        return statement
    from cnes_partners.database.ask import LONGEST_STATEMENT

    try:
        return sys.stdin.read(LONGEST_STATEMENT + 1).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = sentence("Standard input is no text in this encoding (write the statement in UTF-8).")
        raise UsageError(message) from error
    except OSError as error:
        raise UsageError(sentence("Standard input cannot be read: {why}.", why=reason(error))) from error


def export(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="FILE.sqlite, FILE.json, FILE.xlsx, or a folder with --csv.")],
    csv: Annotated[bool, typer.Option("--csv", help="Write a folder with a CSV file for each table.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    data: DataOption = None,
) -> None:
    """Write the whole dataset to a file or a folder: SQLite, JSON, CSV or Excel, whole or not at all.

    \b
    cnes-partners export cnes.sqlite
    cnes-partners export cnes.json
    cnes-partners export cnes-csv --csv
    cnes-partners export cnes.xlsx
    """
    from cnes_partners.dataset.find import load
    from cnes_partners.output.export.export import export as write_export
    from cnes_partners.output.export.export import kind_of
    from cnes_partners.views.words import Words

    dataset = load(data)
    write_export(dataset, path, kind_of(path, is_csv=csv), replace=force)
    say = Words(context.obj)
    tell_older_shape(Session(dataset=dataset, say=say))
    tell(say("Wrote {file}", file=path))
