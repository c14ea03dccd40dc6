"""The commands ``sql`` and ``export``."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import cnes_partners
from tests.conftest import Run

PROJECT = Path(cnes_partners.__file__).parent.parent

THEMES = "SELECT theme, count(*) AS missions FROM mission GROUP BY theme"


@pytest.mark.parametrize(
    ("format", "read"),
    [
        ("json", json.loads),
        ("jsonl", lambda text: [json.loads(line) for line in text.splitlines()]),
        ("yaml", yaml.safe_load),
    ],
)
def test_rows_are_records_with_numbers(run: Run, small: Path, format: str, read: Callable[..., Any]) -> None:
    """Numbers stay numbers in the formats that have them."""
    result = run("sql", THEMES, "-f", format, data=small)
    assert (result.exit_code, result.stderr) == (0, "")
    assert read(result.stdout) == [{"theme": "earth", "missions": 2}, {"theme": "solar-system", "missions": 1}]


@pytest.mark.parametrize("arguments", [("sql", "-"), ("sql",)])
def test_a_statement_comes_from_standard_input(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """ "-" stands for it, and so does no statement where one is piped; comments may go first."""
    monkeypatch.setattr("sys.stdin", io.StringIO("-- the themes\n/* all */ SELECT 1 AS one;\n"))
    result = run(*arguments, "-f", "csv", data=small)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "one\n1\n", "")


def test_standard_input_that_is_no_text_is_refused(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, and not what Python's decoder says."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"SELECT '\xff'"), encoding="utf-8"))
    result = run("sql", "-", data=small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("cnes-partners: Standard input is no text in this encoding")


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_rows_are_csv(run: Run, small: Path, format: str, delimiter: str) -> None:
    """The header is the names of the columns."""
    result = run("sql", THEMES, "-f", format, data=small)
    assert list(csv.reader(io.StringIO(result.stdout), delimiter=delimiter)) == [
        ["theme", "missions"],
        ["earth", "2"],
        ["solar-system", "1"],
    ]


def test_rows_are_a_table(run: Run, small: Path) -> None:
    """Under the names of the columns, without a title."""
    result = run("sql", THEMES, data=small)
    assert result.stdout.splitlines() == [
        "theme         missions",
        "──────────────────────",
        "earth                2",
        "solar-system         1",
    ]


@pytest.mark.parametrize("typed", ["q.sql", "./q.SQL", "@q.sql"])
def test_a_file_is_no_statement(run: Run, small: Path, typed: str) -> None:
    """As ``@FILE`` and the name alone are elsewhere; the error says how it is read."""
    result = run("sql", typed, data=small)
    told = f"'{typed}' is no statement; one that stands in a file: cnes-partners sql - < {typed.removeprefix('@')}"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"cnes-partners: {told}\n")


def test_the_shared_options_hold_for_sql(run: Run, small: Path) -> None:
    """Sorting, choosing and limiting are those of every answer."""
    result = run("sql", THEMES, "-s", "-theme", "-C", "theme", "-n", "1", "-f", "csv", data=small)
    assert (result.stdout, result.stderr) == ("theme\nsolar-system\n", "1 of 2 shown\n")
    assert run("sql", THEMES, "--count", data=small).stdout == "2\n"


def test_columns_of_one_name_are_all_kept(run: Run, small: Path) -> None:
    """A second column of a name gets a number, and none is lost."""
    result = run("sql", "SELECT 1 AS id, 2 AS id, 3 AS id_2, 4 AS id", "-f", "json", data=small)
    assert json.loads(result.stdout) == [{"id": 1, "id_2": 2, "id_2_2": 3, "id_3": 4}]


def test_values_that_json_lacks_are_text(run: Run, small: Path) -> None:
    """Bytes are hexadecimal, an infinite number is its name; nothing makes invalid JSON."""
    result = run("sql", "SELECT x'00ff' AS bytes, 9e999 AS much, NULL AS unknown", "-f", "json", data=small)
    assert json.loads(result.stdout) == [{"bytes": "00ff", "much": "inf", "unknown": None}]


def test_a_result_cannot_drive_the_terminal(run: Run, small: Path) -> None:
    """Control characters that a statement makes are shown, not sent."""
    result = run("sql", "SELECT char(27) || '[31mred' AS text", data=small)
    assert result.stdout.splitlines()[-1] == "\\x1b[31mred"


def test_an_empty_answer_is_done(run: Run, small: Path) -> None:
    """No rows are an answer too, with their columns."""
    result = run("sql", "SELECT id, name FROM partner WHERE 0", "-f", "csv", data=small)
    assert (result.exit_code, result.stdout) == (0, "id,name\n")


@pytest.mark.parametrize(
    ("statement", "word"),
    [("ATTACH 'x.db' AS x", "ATTACH"), ("DELETE FROM partner", "DELETE"), ("VACUUM INTO 'x.db'", "VACUUM")],
)
def test_a_refusal_is_one_line(
    run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statement: str, word: str
) -> None:
    """Exit 2, one line on stderr, nothing on the disk."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = run("sql", statement, data=small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"cnes-partners: {word} is refused: the data can be asked (SELECT, WITH, VALUES, EXPLAIN),"
        " not changed, and no file is reached.\n"
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_sources_of_an_sql_answer_are_columns(run: Run, small: Path) -> None:
    """--sources lists nothing more: a column of SQL may mean anything."""
    result = run("sql", "SELECT title, source FROM agreement", "--sources", "--no-header", data=small)
    assert result.exit_code == 0
    assert result.stdout.split() == ["Framework", "agreement", "page", "First", "agreement", "old-book"]


def test_tables_are_listed_without_reading_the_dataset(run: Run, small: Path) -> None:
    """A faulty dataset does not hide the tables."""
    (small / "dataset.yaml").write_text("[", encoding="utf-8")
    records = json.loads(run("sql", "--tables", "-f", "json", data=small).stdout)
    names = "Other names by which it is found."
    key, owner = "A number, by which other tables call the row.", "The key of the record that it belongs to."
    assert records[0]["name"] == "metadata"
    assert next(record for record in records if record["name"] == "partner_alias") == {
        "name": "partner_alias",
        "kind": "table",
        "about": names,
        "columns": [
            {"name": "key", "type": "INTEGER", "refers_to": None, "about": key},
            {"name": "partner", "type": "TEXT", "refers_to": "partner", "about": owner},
            {"name": "alias", "type": "TEXT", "refers_to": None, "about": names},
        ],
    }


def test_the_columns_of_a_table_are_told(run: Run, small: Path) -> None:
    """With what each holds and whose key it is, a row a column; a view has them too."""
    records = json.loads(run("sql", "--tables", "esa_budget", "-f", "json", data=small).stdout)
    assert records[2] == {
        "name": "amount_meur",
        "type": "REAL",
        "refers_to": None,
        "about": "The amount in million euro, at current prices.",
    }
    shown = run("sql", "--tables", "partner_mission", data=small).stdout.splitlines()
    assert shown[0] == "Who takes part in which mission, with what."
    assert shown[3].split(maxsplit=3)[3] == "The id of the partner, or other party, that it is of."


def test_an_unknown_table_offers_the_nearest(run: Run, small: Path) -> None:
    """Exit code 3, as for other names."""
    result = run("sql", "--tables", "mision", data=small)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "cnes-partners: No table or view is called 'mision'. Did you mean 'mission'? "
        "List them with 'cnes-partners sql --tables'.\n"
    )


def test_tables_and_a_statement_are_one_too_many(run: Run, small: Path) -> None:
    """It is one or the other."""
    result = run("sql", "SELECT 1", "--tables", data=small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "cnes-partners: Give a statement or --tables, not both.\n"


def test_tables_in_french(run: Run, small: Path) -> None:
    """Words that people read are French, names are not."""
    lines = run("sql", "--tables", "--lang", "fr", data=small).stdout.splitlines()
    assert lines[0] == "Tables et vues"
    assert lines[-1] == "Une colonne qui porte le nom d'une table contient l'identifiant d'une de ses fiches."


def test_export_says_what_it_wrote(run: Run, small: Path, tmp_path: Path) -> None:
    """On stderr, for stdout is for answers; the file answers like the dataset."""
    path = tmp_path / "out.json"
    result = run("export", str(path), data=small)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Wrote {path}\n")
    assert run("partners", "-f", "json", data=path).stdout == run("partners", "-f", "json", data=small).stdout


def test_export_of_csv_is_a_folder(run: Run, small: Path, tmp_path: Path) -> None:
    """--csv makes the path a folder."""
    assert run("export", str(tmp_path / "out"), "--csv", data=small).exit_code == 0
    assert (tmp_path / "out" / "partner.csv").is_file()


def test_export_does_not_replace_by_default(run: Run, small: Path, tmp_path: Path) -> None:
    """What is there stays, until --force."""
    path = tmp_path / "out.sqlite"
    path.write_bytes(b"mine")
    result = run("export", str(path), data=small)
    assert (result.exit_code, result.stderr) == (2, f"cnes-partners: {path} exists (--force replaces it).\n")
    assert path.read_bytes() == b"mine"
    assert run("export", str(path), "--force", data=small).exit_code == 0
    assert path.read_bytes().startswith(b"SQLite format 3\0")


def test_export_to_a_place_that_is_not_there_is_an_error(run: Run, small: Path, tmp_path: Path) -> None:
    """One line, exit 1."""
    path = tmp_path / "missing" / "out.json"
    result = run("export", str(path), data=small)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"cnes-partners: cannot write {path}: No such file or directory\n"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
@pytest.mark.parametrize("arguments", [["out.json"], ["out.sqlite"], ["out.xlsx"], ["out", "--csv"]])
def test_a_full_disk_leaves_nothing(small: Path, tmp_path: Path, arguments: list[str]) -> None:
    """Where no file can grow, an export ends in one line, and no piece of it stays."""
    folder = tmp_path / "here"
    folder.mkdir()
    program = (
        "import resource, sys; from cnes_partners.cli.app import run;"
        " resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); sys.exit(run(sys.argv[1:]))"
    )
    result = subprocess.run(
        [sys.executable, "-B", "-c", program, "export", *arguments, "--data", str(small)],
        cwd=folder, env=os.environ | {"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"cnes-partners: cannot write {arguments[0]}: File too large\n"
    assert list(folder.iterdir()) == []


def test_rows_of_a_narrow_screen_stand_one_below_the_other(run: Run, small: Path) -> None:
    """No column of a question is left out: what fits no table is a block for each row."""
    statement = "SELECT id, name, summary, theme FROM mission WHERE id = 'moons'"
    lines = run("sql", statement, "--width", "24", data=small).stdout.splitlines()
    labels = [line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert (lines[0], lines[1], labels) == ("", "moons", ["name", "summary", "theme"])
