"""Views of what a statement in SQL gives, and of the tables that it may name."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cnes_partners.database.ask import Answer, Relation, SqlValue
from cnes_partners.views.view import Cell, Column, View, column, plain_text
from cnes_partners.views.words import Words


def answer_view(answer: Answer) -> View:
    """Return the rows as records by column name; a name that comes again gets a number: id, id_2."""
    names = _different(answer.columns)
    return View(
        title="",
        columns=tuple(_column(name, place) for place, name in enumerate(names)),
        records=(),
        coming=(dict(zip(names, map(_cell, row), strict=True)) for row in answer.rows),
    )


def _different(names: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        number = 2
        unique = name
        while unique in found:
            unique = f"{name}_{number}"
            number += 1
        found.append(unique)
    return tuple(found)


def _column(name: str, place: int) -> Column:
    """Return the column at *place*: on a narrow terminal the last ones are left out first."""
    return column(
        name,
        name,
        lambda record: " ".join(plain_text(record[name]).split()),
        name=name,
        value=lambda record: record[name],
        keep=place == 0,
        wraps=True,
    )


def _cell(value: SqlValue) -> Cell:
    """Return a value that every format can hold: bytes in hexadecimal, an infinite number as text."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def relations_view(relations: Sequence[Relation], say: Words) -> View:
    """Return the tables and views, one a row, with their columns."""
    return View(
        title=say("Tables and views"),
        columns=(
            column("name", say("Name"), keep=True),
            column(
                "kind", say("Kind"), lambda relation: say("view") if relation.kind == "view" else say("table"), drop=1
            ),
            column("about", say("What"), lambda relation: say(relation.about), drop=2, wraps=True),
            column("columns", say("Columns"), value=_column_names, wraps=True),
        ),
        records=tuple(relations),
        notes=(say("A column that bears a table's name holds the id of one of its records."),),
    )


def relation_view(relation: Relation, say: Words) -> View:
    """Return the columns of a table or view, one a row, with what each holds."""
    return View(
        title=say(relation.about),
        columns=(
            column("name", say("Column"), keep=True),
            column("type", say("Type"), drop=2),
            column("refers_to", say("Key of"), drop=1),
            column("about", say("What"), lambda held: say(held.about), wraps=True),
        ),
        records=relation.columns,
    )


def _column_names(relation: Relation) -> tuple[str, ...]:
    return tuple(entry.name for entry in relation.columns)
