"""The database itself: tables, indexes and views in SQLite, filled from a dataset."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from sqlite3 import Connection, IntegrityError, connect
from typing import NamedTuple

from cnes_partners.database.rows import Row, Value, rows
from cnes_partners.database.schema import SqlColumn, SqlTable, sql_tables
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.tables import SHAPE
from cnes_partners.decode.findings import Findings
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.model.sentences import sentence, translatable
from cnes_partners.model.spelling import fold

FILED = "filed"
_LETTERS_FILED_BY = 200
_REPEATED = translatable("two records have this id (give one of them another)")


class SqlView(NamedTuple):
    """A view: what a row of it is, and the statement that gives them."""

    about: str
    statement: str


VIEWS = {
    "partner_mission": SqlView(
        about="Who takes part in which mission, with what.",
        statement="""
        SELECT actor.id AS partner, actor.name AS partner_name, partner.category,
               mission.id AS mission, mission.name AS mission_name, mission.kind, mission.theme, mission.status,
               mission.launch_date, participation.role, participation.agency, participation.contribution,
               mission.cnes_role, participation.source
        FROM participation
        JOIN mission ON mission.id = participation.mission
        JOIN actor ON actor.id = participation.partner
        LEFT JOIN partner ON partner.id = actor.id
        ORDER BY actor.id, mission.launch_date, mission.id
    """,
    ),
    "partner_agreement": SqlView(
        about="Each agreement, with the partner's name.",
        statement="""
        SELECT partner.id AS partner, partner.name AS partner_name, partner.category,
               agreement.id AS agreement, agreement.date, agreement.kind, agreement.title, agreement.source
        FROM agreement
        JOIN partner ON partner.id = agreement.partner
        ORDER BY agreement.date, agreement.id
    """,
    ),
    "partner_instrument": SqlView(
        about="Who provides which instrument, or a part of it.",
        statement="""
        SELECT actor.id AS partner, actor.name AS partner_name, mission.id AS mission, mission.name AS mission_name,
               mission.status, mission.launch_date, instrument.name AS instrument, instrument.what,
               instrument_provider.institute, instrument_provider.role, instrument_provider.supplies,
               coalesce(instrument_provider.source, instrument.source) AS source
        FROM instrument_provider
        JOIN instrument ON instrument.key = instrument_provider.instrument
        JOIN mission ON mission.id = instrument.mission
        JOIN actor ON actor.id = instrument_provider.party
        ORDER BY actor.id, mission.launch_date, mission.id, instrument.key
    """,
    ),
    "partner_summary": SqlView(
        about="Each partner with its numbers of agreements and missions.",
        statement="""
        SELECT partner.id AS partner, partner.name, partner.category, partner.region, partner.since_date,
               (SELECT count(*) FROM agreement WHERE agreement.partner = partner.id) AS agreements,
               (SELECT count(DISTINCT mission) FROM participation WHERE participation.partner = partner.id) AS missions
        FROM partner
        ORDER BY partner.id
    """,
    ),
}


def quoted(name: str) -> str:
    """Return a table's or column's name as SQL takes it, whatever words SQL keeps for itself."""
    return '"' + name.replace('"', '""') + '"'


def schema_sql(*, collation: str = "") -> str:
    """Return the statements that create every table, index and view; names stand in the order of *collation*."""
    tables = (_table_sql(table, collation) for table in sql_tables().values())
    indexes = (
        f"CREATE INDEX {quoted(f'idx_{table.name}_{column.name}')} ON {quoted(table.name)} ({quoted(column.name)});"
        for table in sql_tables().values()
        for column in table.columns
        if column.refers_to
    )
    views = (f"CREATE VIEW {quoted(name)} AS{view.statement.rstrip()};" for name, view in VIEWS.items())
    return "\n".join((*tables, *indexes, *views))


def _table_sql(table: SqlTable, collation: str) -> str:
    columns = ",\n".join(
        f"    {_column_sql(column, collation, is_key=column is table.key)}" for column in table.columns
    )
    return f"CREATE TABLE {quoted(table.name)} (\n{columns}\n);"


def _column_sql(column: SqlColumn, collation: str, *, is_key: bool) -> str:
    parts = [quoted(column.name), column.type]
    if collation and column.holds_names:
        parts.append(f"COLLATE {collation}")
    if is_key:
        parts.append("PRIMARY KEY")
    if column.is_required:
        parts.append("NOT NULL")
    if column.refers_to:
        parts.append(f"REFERENCES {quoted(column.refers_to)} ({quoted(sql_tables()[column.refers_to].key.name)})")
    return " ".join(part for part in parts if part)


def new_database(place: str = ":memory:", *, files_names: bool = False) -> Connection:
    """Return a database with every table and view, and no row; any thread may use it, one at a time.

    Where it *files_names*, their order is that of folded letters, which no other program knows: not for a file.
    """
    connection = connect(place, isolation_level=None, check_same_thread=False)
    connection.create_collation(FILED, _compare_names)
    connection.executescript(schema_sql(collation=FILED if files_names else ""))
    connection.execute(f"PRAGMA user_version = {SHAPE}")
    return connection


def _compare_names(one: str, other: str) -> int:
    """Return whether a name is filed before (-1) or after (1) another; only the same name is equal."""
    if one == other:
        return 0
    return -1 if _place(one) < _place(other) else 1


def _place(name: str) -> tuple[str, str]:
    """Return what a name is filed under: the folds of names are kept, and a text of a query may be long."""
    return fold(name[:_LETTERS_FILED_BY]), name


def fill(connection: Connection, dataset: Dataset, *, wanted: Collection[str] | None = None) -> None:
    """Put the dataset's rows into a new database, or only those of the *wanted* tables.

    Raises:
        InvalidDatasetError: Two records have the same id; or, where all tables are filled, an id does not resolve.
    """
    connection.execute("BEGIN")
    for name, found in rows(dataset, wanted=wanted).items():
        places = ", ".join("?" * len(sql_tables()[name].columns))
        statement = f"INSERT INTO {quoted(name)} VALUES ({places})"  # noqa: S608 - the schema's own names
        try:
            connection.executemany(statement, map(_plain_row, found))
        except IntegrityError as error:
            problem = Problem(file=name, record=_repeated(found), message=sentence(_REPEATED))
            raise InvalidDatasetError([problem]) from error
    connection.execute("COMMIT")
    if wanted is None:
        findings = Findings()
        findings.extend(_unresolved(connection))
        if findings:
            raise InvalidDatasetError(findings.listed())


def _repeated(found: Sequence[Row]) -> str:
    """Return the first key that a second row has."""
    from collections import Counter

    return str(next(key for key, count in Counter(row[0] for row in found).items() if count > 1))


def _plain_row(row: Row) -> tuple[Value, ...]:
    """Return a row without the model's own kinds of text, which SQLite would take far more slowly."""
    return tuple([str.__str__(value) if isinstance(value, str) else value for value in row])


def _unresolved(connection: Connection) -> Iterator[Problem]:
    for table, row, other, number in connection.execute("PRAGMA foreign_key_check").fetchall():
        links = connection.execute(f"PRAGMA foreign_key_list({quoted(table)})")
        column = next(link[3] for link in links if link[0] == number)
        key = sql_tables()[table].key.name
        found = connection.execute(
            f"SELECT {quoted(key)}, {quoted(column)} FROM {quoted(table)} WHERE rowid = ?",  # noqa: S608
            (row,),
        ).fetchone()
        message = sentence('no {table} has the id "{id}"', table=other, id=str(found[1]))
        yield Problem(file=table, record=str(found[0]), field=column, message=message)
