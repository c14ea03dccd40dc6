"""Questions in SQL, put to a database that cannot be changed, reach the disk, or take all time and memory."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from sqlite3 import Connection
from sys import getsizeof
from time import monotonic

from cnes_partners.database.build import VIEWS, fill, new_database, quoted
from cnes_partners.database.schema import SqlColumn, sql_tables
from cnes_partners.database.worker import TookTooLongError, Worker
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import NotFoundError, UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.descriptions import description
from cnes_partners.model.sentences import Sentence, paragraph, sentence, translatable
from cnes_partners.model.spelling import nearest

SqlValue = str | int | float | bytes | None
SqlRow = tuple[SqlValue, ...]

MOST_MEMORY_BYTES = 128 * 2**20
MOST_COLUMNS = 100
LARGEST_ROW_BYTES = 8_000_000
LONGEST_VALUE = 1_000_000
LONGEST_STATEMENT = 100_000
LONGEST_PATTERN = 1_000
LONGEST_NAME = 1_000
_BYTES_AT_ONCE = 1_000_000
_SECONDS_AT_ONCE = 0.05

_BEGINNINGS = ("SELECT", "WITH", "VALUES", "EXPLAIN", "PRAGMA")
_PRAGMAS = ("table_info", "table_xinfo", "table_list", "foreign_key_list", "index_list", "index_info", "index_xinfo")
# Functions that give tables; SQLite makes each at its first use, by what looks like a change of the schema.
_TABLE_FUNCTIONS = ("json_each", "json_tree", *(f"pragma_{name}" for name in _PRAGMAS))
_FORBIDDEN_FUNCTIONS = ("load_extension", "readfile", "writefile", "edit", "fts3_tokenizer")
_REFUSAL = sentence("the data can be asked (SELECT, WITH, VALUES, EXPLAIN), not changed, and no file is reached")
# Texts, comments and quoted names; the one group is what stands in double quotes.
_QUOTED = re.compile(
    r"""'(?:[^']|'')*'|--[^\n]*|/\*.*?(?:\*/|$)|\[[^\]]*\]|`(?:[^`]|``)*`|"((?:[^"]|"")*)\"""", re.DOTALL
)
_LIST_THEM = sentence("List them with 'cnes-partners sql --tables'.")
# What SQLite says most of a statement; what else it says is quoted.
_SAID_MOST = (
    translatable('near "{part}": syntax error'),
    translatable('unrecognized token: "{part}"'),
    translatable("incomplete input"),
    translatable("ambiguous column name: {part}"),
    translatable("no such function: {part}"),
    translatable("wrong number of arguments to function {part}"),
    translatable("misuse of aggregate: {part}"),
    translatable("misuse of aggregate function {part}"),
)
_FIRST_WORD = re.compile(r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/)*(\w*)", re.DOTALL)


@frozen
class Answer:
    """What a statement gives: the names of its columns, as it has them, and its rows, as they come."""

    columns: tuple[str, ...]
    rows: Iterator[SqlRow]


@frozen
class Relation:
    """A table or view that can be asked, and its columns."""

    name: str
    kind: str
    about: str
    columns: tuple[RelationColumn, ...]


@frozen
class RelationColumn:
    """A column: its SQL type ("" where it takes any value), the table whose key it holds, and what that is."""

    name: str
    type: str
    refers_to: str | None = None
    about: str


def relations() -> tuple[Relation, ...]:
    """Return every table, then every view."""
    tables = (
        Relation(name=table.name, kind="table", about=table.about, columns=tuple(map(_column, table.columns)))
        for table in sql_tables().values()
    )
    with closing(new_database()) as connection:
        views = (
            Relation(name=name, kind="view", about=view.about, columns=tuple(_columns(connection, name)))
            for name, view in VIEWS.items()
        )
        return (*tables, *views)


def relation(name: str) -> Relation:
    """Return the table or view of that name.

    Raises:
        NotFoundError: There is none; the message names the nearest.
    """
    for found in relations():
        if found.name == name:
            return found
    raise NotFoundError(
        paragraph(sentence("No table or view is called '{name}'.", name=name), *_nearest(name), _LIST_THEM)
    )


def _column(column: SqlColumn) -> RelationColumn:
    return RelationColumn(name=column.name, type=column.type, refers_to=column.refers_to, about=column.about)


def _columns(connection: Connection, view: str) -> Iterator[RelationColumn]:
    for _, column, type, *_ in connection.execute(f"PRAGMA table_info({quoted(view)})").fetchall():
        yield RelationColumn(name=column, type=type, about=description(column, view))


def ask(dataset: Dataset, statement: str, *, time_limit_s: float) -> Answer:
    """Return the answer to one statement; only the tables that it names are read from the dataset.

    SQLite has one limit of memory for the whole process, which this sets and SQLite never raises again.

    Raises:
        UsageError: The statement is wrong, would change something or reach a file, or asks for too much; where that
            shows itself only as the rows come, they raise it.
        InvalidDatasetError: A table that it names does not decode.
    """
    found = _found(dataset, statement, _first_word(statement), time_limit_s=time_limit_s)
    columns = next(found)
    return Answer(columns=tuple(map(str, columns)), rows=found)


def _found(dataset: Dataset, statement: str, word: str, *, time_limit_s: float) -> Iterator[SqlRow]:
    """Yield the names of the columns, then each row. The time limit is one for compiling, and one for running."""
    with closing(Worker(new_database(files_names=True))) as worker, _worded_errors():
        connection = worker.connection
        _fence_in(connection)
        named = frozenset(worker.run(lambda: _tables_read(connection, statement, word), limit_s=time_limit_s))
        fill(connection, dataset, wanted=named)
        _forbid_all_but_reading(connection)
        for rows in worker.run(lambda: _answer(connection, statement), limit_s=time_limit_s):
            yield from rows


def _with_names(statement: str) -> str:
    """Return a statement in which what stands in double quotes can only be a name.

    SQLite takes a double-quoted name that no column has for a text, so that a slip answers something else; in
    backquotes it does not. Its switch for that is in reach from Python 3.12 on only.
    """
    return _QUOTED.sub(lambda found: found[0] if found[1] is None else _in_backquotes(found[1]), statement)


def _in_backquotes(quoted_name: str) -> str:
    return "`" + quoted_name.replace('""', '"').replace("`", "``") + "`"


def _first_word(statement: str) -> str:
    found = _FIRST_WORD.match(statement)
    word = found[1].upper() if found else ""
    if not word:
        raise UsageError(sentence("There is no statement (try: cnes-partners sql 'SELECT id, name FROM partner')."))
    if word not in _BEGINNINGS:
        raise UsageError(sentence("{word} is refused: {why}.", word=word, why=_REFUSAL))
    return word


def _fence_in(connection: Connection) -> None:
    """Take away what no question needs, before any text of the user's is read."""
    for function in _TABLE_FUNCTIONS:
        connection.execute(f"SELECT * FROM {function} LIMIT 0")  # noqa: S608 - made now, refused later
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA hard_heap_limit = {MOST_MEMORY_BYTES}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_STATEMENT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, LONGEST_PATTERN)
    connection.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, MOST_COLUMNS)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0)


def _forbid_all_but_reading(connection: Connection) -> None:
    """Take away what was needed to fill the tables: writing, and values of any length."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_may)


def _may(action: int, first: str | None, second: str | None, database: str | None, _trigger: str | None) -> int:
    """Return whether a compiled statement may do what it is about to do: read, and call harmless functions."""
    allowed = (
        action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
        or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FORBIDDEN_FUNCTIONS)
        or (action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _tables_read(connection: Connection, statement: str, word: str) -> Iterator[str]:
    """Yield the tables that a statement would read, by compiling it without running it.

    What stands in double quotes must be names here; so they are, when it runs as it was typed.
    """
    if word == "PRAGMA":
        return
    named: set[str] = set()

    def note(action: int, first: str | None, second: str | None, database: str | None, trigger: str | None) -> int:
        if action == sqlite3.SQLITE_READ and first:
            named.add(first)
        return _may(action, first, second, database, trigger)

    connection.set_authorizer(note)
    compiled = _with_names(statement)
    connection.execute(compiled if word == "EXPLAIN" else f"EXPLAIN {compiled}").close()
    connection.set_authorizer(None)
    yield from named


def _answer(connection: Connection, statement: str) -> Iterator[list[SqlRow]]:
    """Yield the names of the columns, then the rows, many at a time, yet soon after they came."""
    cursor = connection.execute(statement)
    yield [_names(entry[0] for entry in cursor.description or ())]
    rows: list[SqlRow] = []
    size, due = 0, 0.0
    for row in cursor:
        row_size = sum(map(getsizeof, row))
        if row_size > LARGEST_ROW_BYTES:
            most = LARGEST_ROW_BYTES // 10**6
            raise UsageError(sentence("A row has more than {most} MB; ask for fewer columns, or substr().", most=most))
        rows.append(row)
        size += row_size
        if size > _BYTES_AT_ONCE or monotonic() > due:
            yield rows
            rows, size, due = [], 0, monotonic() + _SECONDS_AT_ONCE
    yield rows


def _names(columns: Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns, which JSON repeats in each record; one without AS is the text it stands for."""
    names = tuple(columns)
    if max(map(len, names), default=0) > LONGEST_NAME:
        message = sentence(
            "The name of a column has more than {most} characters; give it a shorter one (AS).", most=LONGEST_NAME
        )
        raise UsageError(message)
    return names


@contextmanager
def _worded_errors() -> Iterator[None]:
    """Turn what SQLite and its Python module raise into usage errors of one line."""
    try:
        yield
    except TookTooLongError as error:
        message = sentence("The statement took too long and was stopped; ask for less, or allow more (--time-limit).")
        raise UsageError(message) from error
    except MemoryError as error:
        most = MOST_MEMORY_BYTES // 2**20
        raise UsageError(sentence("The statement needs more than {most} MB; ask for less.", most=most)) from error
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        raise UsageError(_worded(" ".join(str(error).split()))) from error


def _worded(message: str) -> Sentence:
    if "one statement at a time" in message:
        return sentence("More than one statement is refused; ask them one by one.")
    if "not authorized" in message or "prohibited" in message:
        return sentence("Refused: {why} ({said}).", why=_REFUSAL, said=message)
    kind, _, name = message.partition(": ")
    if kind == "no such table":
        return paragraph(sentence("no such table: {name}.", name=name), *_nearest(name), _LIST_THEM)
    if kind == "no such column":
        listed = sentence("List them with 'cnes-partners sql --tables'; text stands in single quotes.")
        return paragraph(sentence("no such column: {name}.", name=name), listed)
    for template in _SAID_MOST:
        before, _, after = template.partition("{part}")
        if len(message) >= len(before + after) and message.startswith(before) and message.endswith(after):
            part = message[len(before) : len(message) - len(after)]
            return sentence("SQL: {problem}.", problem=sentence(template, part=part))
    return sentence("SQL: {said}.", said=message.rstrip("."))


def _nearest(table: str) -> tuple[Sentence, ...]:
    near = nearest(table, (*sql_tables(), *VIEWS))
    return tuple(sentence("Did you mean '{name}'?", name=name) for name in near[:1])
