"""SQL answers questions and does nothing else: no change, no file, no endless work."""

from __future__ import annotations

from _thread import interrupt_main
from itertools import islice
from pathlib import Path
from threading import Thread, current_thread
from threading import enumerate as threads
from time import sleep
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.database.ask import SqlRow, ask, relations
from cnes_partners.errors import UsageError

REFUSED = "the data can be asked (SELECT, WITH, VALUES, EXPLAIN), not changed, and no file is reached"
NUMBERS = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number)"


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which is empty, so that what appears in it is seen."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def answer_to(dataset: Any, statement: str, *, time_limit_s: float = 5) -> tuple[tuple[str, ...], list[SqlRow]]:
    answer = ask(load(dataset), statement, time_limit_s=time_limit_s)
    return answer.columns, list(answer.rows)


def refusal(dataset: Any, statement: str, *, time_limit_s: float = 5) -> str:
    with pytest.raises(UsageError) as caught:
        answer_to(dataset, statement, time_limit_s=time_limit_s)
    return str(caught.value)


@pytest.mark.parametrize(
    ("statement", "columns", "rows"),
    [
        ("SELECT id FROM partner", ("id",), [("esa",), ("jp",), ("no",)]),
        ("-- a comment\n  select 1 AS a, 2.5, NULL;", ("a", "2.5", "NULL"), [(1, 2.5, None)]),
        ("VALUES (1), ('x')", ("column1",), [(1,), ("x",)]),
        (f"{NUMBERS} SELECT n FROM number LIMIT 3", ("n",), [(1,), (2,), (3,)]),
        ("SELECT partner, mission FROM partner_mission", ("partner", "mission"), [("esa", "sea-1"), ("jp", "moons")]),
        ("SELECT count(*) FROM mission WHERE 0", ("count(*)",), [(0,)]),
        ('/* "a" */ SELECT "id" AS "the `id`" FROM "partner" WHERE id = \'jp\' -- "', ("the `id`",), [("jp",)]),
        (
            "SELECT 'say \"no\"', json_extract('{\"a b\": 1}', '$.\"a b\"') AS found",
            ("'say \"no\"'", "found"),
            [('say "no"', 1)],
        ),
        ('SELECT "id" || 1 FROM partner LIMIT 1', ('"id" || 1',), [("esa1",)]),
        ("SELECT name FROM mission WHERE 0", ("name",), []),
        ("SELECT value FROM json_each('[1, 2]')", ("value",), [(1,), (2,)]),
        (
            "SELECT name FROM pragma_table_info('partner_alias')",
            ("name",),
            [("key",), ("partner",), ("alias",)],
        ),
    ],
)
def test_questions_are_answered(small: Path, statement: str, columns: tuple[str, ...], rows: Any) -> None:
    """What reads is answered, however it begins."""
    assert answer_to(small, statement) == (columns, rows)


@pytest.mark.parametrize("statement", ["PRAGMA table_info(agency)", "EXPLAIN QUERY PLAN SELECT * FROM partner_mission"])
def test_the_schema_and_plans_can_be_asked(small: Path, statement: str) -> None:
    """Such questions change nothing."""
    assert answer_to(small, statement)[1]


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("SELECT name FROM mission ORDER BY name", ["élan", "Elbe", "Sea-1", "SEA 2", "Sea-2", "Zoé"]),
        ("SELECT DISTINCT name FROM mission ORDER BY 1 DESC", ["Zoé", "Sea-2", "SEA 2", "Sea-1", "Elbe", "élan"]),
        ("SELECT mission_name FROM partner_mission ORDER BY mission_name", ["Sea-1", "Zoé"]),
        ("SELECT min(name) FROM mission", ["élan"]),
        ("SELECT name FROM mission WHERE name IN ('sea-2', 'elan', 'Zoé')", ["Zoé"]),
        ("SELECT upper(name) FROM mission ORDER BY upper(name) COLLATE filed LIMIT 1", ["éLAN"]),
    ],
)
def test_names_are_filed_by_folded_letters(small: Path, statement: str, names: list[str]) -> None:
    """É with E, a hyphen with a space; what is spelt otherwise is not equal for that."""
    path = small / "missions" / "moons.yaml"
    path.write_text(path.read_text().replace("name: Moons\n", "name: Zoé\n"), encoding="utf-8")
    text = (small / "missions" / "sea-2.yaml").read_text()
    for id, name in (("sea-3", "SEA 2"), ("e-1", "élan"), ("e-2", "Elbe")):
        copy = text.replace("id: sea-2", f"id: {id}").replace("name: Sea-2", f"name: {name}")
        (small / "missions" / f"{id}.yaml").write_text(copy, encoding="utf-8")
    assert [row[0] for row in answer_to(small, statement)[1]] == names


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'x.db' AS x",
        "DETACH main",
        "DELETE FROM partner",
        "INSERT INTO partner_alias VALUES (9, 'jp', 'x')",
        "REPLACE INTO partner_alias VALUES (9, 'jp', 'x')",
        "UPDATE partner SET name = 'x'",
        "DROP TABLE partner",
        "ALTER TABLE partner RENAME TO x",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x (y)",
        "CREATE VIRTUAL TABLE x USING fts5 (y)",
        "CREATE TRIGGER x AFTER INSERT ON partner BEGIN SELECT 1; END",
        "VACUUM",
        "VACUUM INTO 'x.db'",
        "REINDEX",
        "ANALYZE",
        "BEGIN",
        "SAVEPOINT x",
        ".read x.sql",
        "SELCT 1",
    ],
)
def test_statements_that_do_not_ask_are_refused(small: Path, empty_folder: Path, statement: str) -> None:
    """They are refused by their first word, and nothing appears on the disk."""
    assert refusal(small, statement).endswith(
        (f" is refused: {REFUSED}.", "(try: cnes-partners sql 'SELECT id, name FROM partner').")
    )
    assert list(empty_folder.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "WITH x AS (SELECT 1) DELETE FROM partner",
        "WITH x(a, b, c) AS (VALUES (9, 'jp', 'x')) INSERT INTO partner_alias SELECT * FROM x",
        "EXPLAIN DELETE FROM partner",
        "PRAGMA writable_schema = 1",
        "PRAGMA query_only = 0",
        "PRAGMA temp_store_directory = '.'",
        "PRAGMA journal_mode = WAL",
        "PRAGMA database_list",
        "SELECT * FROM pragma_database_list",
        "SELECT load_extension('x')",
        "SELECT fts3_tokenizer('simple')",
    ],
)
def test_changes_in_disguise_are_refused(small: Path, empty_folder: Path, statement: str) -> None:
    """What begins like a question and is none is refused by SQLite's authorizer."""
    assert refusal(small, statement).startswith(f"Refused: {REFUSED} (not authorized")
    assert list(empty_folder.iterdir()) == []


def test_functions_that_reach_files_are_not_there(small: Path, empty_folder: Path) -> None:
    """The shell's own functions are not SQLite's."""
    assert refusal(small, "SELECT readfile('/etc/hostname')") == "SQL: no such function: readfile."
    assert refusal(small, "SELECT writefile('x', 'y')") == "SQL: no such function: writefile."
    assert list(empty_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("", "There is no statement (try: cnes-partners sql 'SELECT id, name FROM partner')."),
        ("-- nothing", "There is no statement (try: cnes-partners sql 'SELECT id, name FROM partner')."),
        ("SELECT 1; SELECT 2", "More than one statement is refused; ask them one by one."),
        ("SELECT 1; DELETE FROM partner", "More than one statement is refused; ask them one by one."),
        ("SELECT FROM partner", 'SQL: near "FROM": syntax error.'),
        ("SELECT 'a", 'SQL: unrecognized token: "\'a".'),
        (
            "SELECT * FROM partners",
            "no such table: partners. Did you mean 'partner'? List them with 'cnes-partners sql --tables'.",
        ),
        (
            "SELECT nme FROM partner",
            "no such column: nme. List them with 'cnes-partners sql --tables'; text stands in single quotes.",
        ),
        (
            'SELECT id FROM partner WHERE id = "jp"',
            "no such column: jp. List them with 'cnes-partners sql --tables'; text stands in single quotes.",
        ),
        (
            'SELECT "a""b`c" FROM partner',
            "no such column: a\"b`c. List them with 'cnes-partners sql --tables'; text stands in single quotes.",
        ),
        ("SELECT zeroblob(1000000000)", "SQL: string or blob too big."),
        ("SELECT * FROM dbstat", "SQL: vtable constructor failed: dbstat."),
    ],
)
def test_what_is_wrong_is_said_in_a_line(small: Path, statement: str, message: str) -> None:
    """SQLite's words, and what to do where that is known."""
    assert refusal(small, statement) == message


@pytest.mark.parametrize(
    "statement", ["SELECT '\0'", "SELECT ?", "SELECT :name", "SELECT '\ud800'", "SELECT CAST(x'ff' AS TEXT)"]
)
def test_what_python_refuses_is_a_usage_error(small: Path, statement: str) -> None:
    """Placeholders, NUL and broken text are errors of one line."""
    assert len(refusal(small, statement).splitlines()) == 1


def test_a_statement_that_never_ends_is_stopped(small: Path) -> None:
    """The time limit holds though SQLite alone would go on for ever."""
    message = refusal(small, f"{NUMBERS} SELECT count(*) FROM number", time_limit_s=0.1)
    assert message == "The statement took too long and was stopped; ask for less, or allow more (--time-limit)."


def test_rows_are_there_as_they_come(small: Path) -> None:
    """The first rows of an answer that never ends can be read."""
    answer = ask(load(small), f"{NUMBERS} SELECT n FROM number", time_limit_s=5)
    assert [next(answer.rows) for _ in range(3)] == [(1,), (2,), (3,)]


def test_an_answer_without_end_is_stopped(small: Path) -> None:
    """Rows that come and come are stopped by the time that they take, not by the time of who reads them."""
    answer = ask(load(small), f"{NUMBERS} SELECT n FROM number", time_limit_s=0.3)
    next(answer.rows)
    sleep(0.4)
    assert len(list(islice(answer.rows, 1_000))) == 1_000
    with pytest.raises(UsageError, match="took too long"):
        list(answer.rows)


def test_a_row_is_bounded(small: Path) -> None:
    """A row is in memory as a whole, so it may not be of any size."""
    statement = "WITH long(text) AS MATERIALIZED (SELECT printf('%.*c', 900000, 'a')) SELECT {} FROM long"
    assert refusal(small, statement.format(", ".join(["text"] * 10))) == (
        "A row has more than 8 MB; ask for fewer columns, or substr()."
    )
    assert refusal(small, statement.format(", ".join(["text"] * 101))) == "SQL: too many columns in result set."


def test_memory_is_bounded() -> None:
    """Sorting an endless list of long values ends in an error, not in the machine's last byte.

    In a process of its own, as SQLite's limit of memory is one for the process.
    """
    import subprocess
    import sys

    statement = f"{NUMBERS} SELECT n, randomblob(900000) AS noise FROM number ORDER BY noise"
    program = (
        "from cnes_partners.cli.app import run; from cnes_partners.database import ask;"
        f" ask.MOST_MEMORY_BYTES = 32 * 2**20; raise SystemExit(run(['sql', {statement!r}]))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "cnes-partners: The statement needs more than 32 MB; ask for less.\n"


SLOW = "SELECT replace(printf('%.*c', 900000, 'a'), printf('%.*c', 400000, 'a') || 'b', 'c')"


def test_a_step_that_heeds_nothing_is_left_behind(small: Path) -> None:
    """SQLite looks between its steps only, and one of this takes seconds: it still runs when the answer is there."""
    before = set(threads())
    assert "took too long" in refusal(small, SLOW, time_limit_s=0.1)
    assert set(threads()) - before


def test_an_interrupt_reaches_who_waits(small: Path) -> None:
    """Ctrl-C in the midst of a statement, even of one step of it, is Ctrl-C at once."""
    before = set(threads())

    def interrupt() -> None:
        while not set(threads()) - before - {current_thread()}:  # until the statement has begun
            sleep(0.01)
        sleep(0.2)
        interrupt_main()

    Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        answer_to(small, SLOW, time_limit_s=60)
    assert [thread for thread in set(threads()) - before if thread.daemon]


def test_relations_are_listed_with_their_columns() -> None:
    """Tables, then views; a column says which table's key it holds."""
    found = {relation.name: relation for relation in relations()}
    alias = found["partner_alias"]
    assert [(column.name, column.type, column.refers_to) for column in alias.columns] == [
        ("key", "INTEGER", None),
        ("partner", "TEXT", "partner"),
        ("alias", "TEXT", None),
    ]
    assert [name for name, relation in found.items() if relation.kind == "view"] == [
        "partner_mission",
        "partner_agreement",
        "partner_instrument",
        "partner_summary",
    ]
    assert found["partner_mission"].columns[0].name == "partner"
