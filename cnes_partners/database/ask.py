"""Questions in SQL, put to a database that cannot be changed, reach the disk, or take all time and memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from cnes_partners.database.build import VIEWS, fill, new_database, quoted
from cnes_partners.database.schema import sql_tables
from cnes_partners.dataset.names import nearest
from cnes_partners.errors import UsageError

if TYPE_CHECKING:
    from sqlite3 import Connection, Cursor

    from cnes_partners.dataset.dataset import Dataset

SqlValue = str | int | float | bytes | None

MOST_VALUES = 1_000_000
MOST_CHARACTERS = 100_000_000
MOST_MEMORY_BYTES = 512 * 2**20
LONGEST_VALUE = 1_000_000
LONGEST_STATEMENT = 100_000
LONGEST_PATTERN = 1_000
_STEPS_BETWEEN_LOOKS = 10_000
_ROWS_AT_ONCE = 1_000

_BEGINNINGS = ("SELECT", "WITH", "VALUES", "EXPLAIN", "PRAGMA")
_PRAGMAS = ("table_info", "table_xinfo", "table_list", "foreign_key_list", "index_list", "index_info", "index_xinfo")
# Functions that give tables; SQLite makes each at its first use, by what looks like a change of the schema.
_TABLE_FUNCTIONS = ("json_each", "json_tree", *(f"pragma_{name}" for name in _PRAGMAS))
_FORBIDDEN_FUNCTIONS = ("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer")
_REFUSAL = "the data can be asked (SELECT, WITH, VALUES, EXPLAIN), not changed, and no file is reached"
_FIRST_WORD = re.compile(r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/)*(\w*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a statement gives: the names of its columns, as it has them, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[SqlValue, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table or view that can be asked, and its columns."""

    name: str
    kind: str
    columns: tuple[RelationColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationColumn:
    """A column: its SQL type ("" where it takes any value), and the table whose key it holds."""

    name: str
    type: str
    refers_to: str | None


def relations() -> tuple[Relation, ...]:
    """Return every table, then every view."""
    with closing(new_database()) as connection:
        listed = connection.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
        return tuple(Relation(name=name, kind=kind, columns=tuple(_columns(connection, name))) for name, kind in listed)


def _columns(connection: Connection, name: str) -> Iterator[RelationColumn]:
    links = connection.execute(f"PRAGMA foreign_key_list({quoted(name)})").fetchall()
    others = {link[3]: link[2] for link in links}
    for _, column, type, *_ in connection.execute(f"PRAGMA table_info({quoted(name)})").fetchall():
        yield RelationColumn(name=column, type=type, refers_to=others.get(column))


def ask(dataset: Dataset, statement: str, *, time_limit_s: float) -> Answer:
    """Return the answer to one statement; only the tables that it names are read from the dataset.

    SQLite has one limit of memory for the whole process, which this sets and SQLite never raises again.

    Raises:
        UsageError: The statement is wrong, would change something or reach a file, or asks for too much.
        InvalidDatasetError: A table that it names does not decode.
    """
    word = _first_word(statement)
    with closing(new_database()) as connection:
        _fence_in(connection)
        fill(connection, dataset, wanted=_tables_read(connection, statement, word))
        _forbid_all_but_reading(connection)
        return _answer(connection, statement, until=monotonic() + time_limit_s)


def _first_word(statement: str) -> str:
    found = _FIRST_WORD.match(statement)
    word = found[1].upper() if found else ""
    if not word:
        raise UsageError("There is no statement (try: cnes-partners sql 'SELECT id, name FROM partner').")
    if word not in _BEGINNINGS:
        raise UsageError(f"{word} is refused: {_REFUSAL}.")
    return word


def _fence_in(connection: Connection) -> None:
    """Take away what no question needs, before any text of the user's is read."""
    import sqlite3

    for function in _TABLE_FUNCTIONS:
        connection.execute(f"SELECT * FROM {function} LIMIT 0")  # noqa: S608 - made now, refused later
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA hard_heap_limit = {MOST_MEMORY_BYTES}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_STATEMENT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0)


def _forbid_all_but_reading(connection: Connection) -> None:
    """Take away what was needed to fill the tables: writing, and values of any length."""
    import sqlite3

    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_may)


def _may(action: int, first: str | None, second: str | None, database: str | None, _trigger: str | None) -> int:
    """Return whether a compiled statement may do what it is about to do: read, and call harmless functions."""
    import sqlite3

    allowed = (
        action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
        or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN_FUNCTIONS)
        or (action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _tables_read(connection: Connection, statement: str, word: str) -> frozenset[str]:
    """Return the tables that a statement would read, by compiling it without running it."""
    import sqlite3

    if word == "PRAGMA":
        return frozenset()
    named: set[str] = set()

    def note(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
        if action == sqlite3.SQLITE_READ and first:
            named.add(first)
        return _may(action, first, second, database, trigger)

    connection.set_authorizer(note)
    with _worded_errors():
        connection.execute(statement if word == "EXPLAIN" else f"EXPLAIN {statement}").close()
    connection.set_authorizer(None)
    return frozenset(named)


def _answer(connection: Connection, statement: str, *, until: float) -> Answer:
    connection.set_progress_handler(lambda: monotonic() > until, _STEPS_BETWEEN_LOOKS)
    with _worded_errors(until=until):
        cursor = connection.execute(statement)
        columns = tuple(entry[0] for entry in cursor.description or ())
        return Answer(columns=columns, rows=tuple(_bounded(cursor)))


def _bounded(cursor: Cursor) -> Iterator[tuple[SqlValue, ...]]:
    """Yield rows as long as all of them together are of a size that an answer may have."""
    values = characters = 0
    while found := cursor.fetchmany(_ROWS_AT_ONCE):
        values += len(found) * len(found[0])
        characters += sum(len(value) for row in found for value in row if isinstance(value, (str, bytes)))
        if values > MOST_VALUES or characters > MOST_CHARACTERS:
            most = f"{MOST_VALUES:,} values or {MOST_CHARACTERS // 1_000_000} MB of text"
            raise UsageError(f"The answer has more than {most}; ask for less (LIMIT, count).")
        yield from found


@contextmanager
def _worded_errors(*, until: float = inf) -> Iterator[None]:
    """Turn what SQLite and its Python module raise into usage errors of one line."""
    import sqlite3

    try:
        yield
    except MemoryError as error:
        raise UsageError(f"The statement needs more than {MOST_MEMORY_BYTES // 2**20} MB; ask for less.") from error
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        message = " ".join(str(error).split())
        if message == "interrupted" and monotonic() < until:
            raise KeyboardInterrupt from error  # SQLite swallowed it in the progress handler
        raise UsageError(_worded(message)) from error


def _worded(message: str) -> str:
    if message == "interrupted":
        return "The statement took too long and was stopped; ask for less, or allow more (--time-limit)."
    if "one statement at a time" in message:
        return "More than one statement is refused; ask them one by one."
    if "not authorized" in message or "prohibited" in message:
        return f"Refused: {_REFUSAL} ({message})."
    if message.startswith("no such table: "):
        near = nearest(message.removeprefix("no such table: "), {name: name for name in (*sql_tables(), *VIEWS)})
        hint = f" Did you mean '{near}'?" if near else ""
        return f"{message}.{hint} List them with 'cnes-partners sql --tables'."
    if message.startswith("no such column: "):
        return f"{message}. List them with 'cnes-partners sql --tables'."
    return f"SQL: {message.rstrip('.')}."
