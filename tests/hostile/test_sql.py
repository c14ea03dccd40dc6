"""Whatever is asked in SQL ends in time, in bounded memory, with an answer or one line."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.hostile.measured import LINUX, ROOT, measured

TOO_LONG = "cnes-partners: The statement took too long and was stopped; ask for less, or allow more (--time-limit).\n"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
LONG = "printf('%.*c', 999000, 'a')"
NEEDLE = f"substr({LONG}, 1, 499999) || 'b'"
MOST_MIB = 600


def numbers(many: int) -> str:
    """Return the beginning of a statement that may name n.i, the numbers up to *many*."""
    return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})"


# On an idle machine each ends within 1.5 s; a loaded one must not fail, and SQLite alone would take minutes.
SOON = 30

NEVER_ENDING: dict[str, str] = {
    "the step of the issue": (
        f"WITH RECURSIVE s(h) AS MATERIALIZED (SELECT {LONG}), c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
        " WHERE i<100) SELECT sum(instr(h,substr(h,1,499999)||'b')+i) FROM s,c"
    ),
    "instr": f"SELECT {' + '.join([f'instr({LONG}, {NEEDLE})'] * 9)}",
    "replace": f"SELECT {' || '.join([f'replace({LONG}, {NEEDLE}, 1)'] * 9)}",
    "trim": f"SELECT trim({LONG}, printf('%.*c', 80000, 'b') || 'a')",
    "json_patch": (
        f"{numbers(30_000)}, o(t) AS (SELECT json_group_object('k' || i, i) FROM n),"
        " p(t) AS (SELECT json_group_object('q' || i, i) FROM n) SELECT length(json_patch(o.t, p.t)) FROM o, p"
    ),
    "counting": f"{ENDLESS} SELECT count(*) FROM n",
    "joining": f"{numbers(9_000)} SELECT count(*) FROM n a, n b, n c WHERE a.i + b.i = -c.i",
    "sorting the endless": f"{ENDLESS} SELECT i FROM n ORDER BY -i % 7 LIMIT 3 OFFSET 1000000000",
}  # fmt: skip


@LINUX
@pytest.mark.parametrize("case", NEVER_ENDING)
def test_a_limit_of_time_holds(small: Path, tmp_path: Path, case: str) -> None:
    """One line and exit code 2 soon after the limit, though SQLite itself would go on for minutes."""
    run = measured("sql", "--time-limit", "1", NEVER_ENDING[case], folder=tmp_path, data=small)
    assert (run.exit_code, run.out_bytes, run.error_lines) == (2, 0, 1)
    assert run.stderr == TOO_LONG
    assert run.seconds < SOON
    assert run.peak_mib < MOST_MIB


TOO_LARGE: dict[str, tuple[str, ...]] = {
    "long rows, fetched at once": (f"{ENDLESS} SELECT zeroblob(900000) FROM n",),
    "a wide row": (f"WITH l(t) AS MATERIALIZED (SELECT '🚀' || {LONG}) SELECT {', '.join(['t'] * 100)} FROM l",),
    "a wide row beside much else": (
        f"{numbers(15)}, l(t) AS MATERIALIZED (SELECT '🚀' || {LONG} || i FROM n ORDER BY -i)"
        f" SELECT {', '.join(['t'] * 100)} FROM l",
    ),
    "too wide a row": (f"WITH l(t) AS MATERIALIZED (SELECT {LONG}) SELECT {', '.join(['t'] * 500)} FROM l",),
    "rows without end, as a table": (f"{ENDLESS} SELECT i FROM n",),
    "rows without end, sorted": (f"{ENDLESS} SELECT i FROM n", "-f", "csv", "-s", "i"),
    "sorting": (f"{ENDLESS} SELECT i, randomblob(900000) AS noise FROM n ORDER BY noise", "-f", "csv"),
    "grouping": (f"{ENDLESS} SELECT randomblob(900000), count(*) FROM n GROUP BY 1", "-f", "csv"),
    "one long cell and many rows": (
        f"{numbers(20_000)} SELECT i, CASE i WHEN 1 THEN printf('%.*c', 500000, 'a') ELSE 'x' END AS t FROM n",
    ),
    "a Markdown table": (f"{numbers(31)} SELECT {LONG} || i AS t FROM n", "-f", "markdown"),
    "a table of HTML": (f"{numbers(31)} SELECT {LONG} || i AS t FROM n", "-f", "html"),
    "a workbook": (f"{numbers(31)} SELECT {LONG} || i AS t FROM n", "-f", "xlsx"),
    "a Markdown table that escapes make long": (
        f"{numbers(7)} SELECT replace({LONG}, 'a', char(27)) AS t FROM n", "-f", "markdown",
    ),
    "the name of a column": (f"{ENDLESS} SELECT i AS x{'x' * 1_000} FROM n", "-f", "jsonl"),
    "the text of a column without a name": (f"{ENDLESS} SELECT {'+'.join('i' * 501)} FROM n", "-f", "jsonl"),
    "compiling": (
        "WITH a0(x) AS (SELECT 1), "
        + ", ".join(f"a{n}(x) AS (SELECT p.x FROM a{n - 1} p, a{n - 1} q)" for n in range(1, 24))
        + " SELECT count(*) FROM a23",
    ),
    "a window over everything": (
        f"{numbers(100_000)} SELECT sum(length(t)) FROM (SELECT group_concat(i) OVER (ORDER BY i) AS t FROM n)",
        "--time-limit", "2",
    ),
}  # fmt: skip


@LINUX
@pytest.mark.parametrize("case", TOO_LARGE)
def test_a_limit_of_memory_holds(small: Path, tmp_path: Path, case: str) -> None:
    """What would need more than an answer may is refused in one line."""
    run = measured("sql", *TOO_LARGE[case], folder=tmp_path, data=small)
    assert (run.exit_code, run.out_bytes, run.error_lines) == (2, 0, 1)
    assert run.peak_mib < MOST_MIB


LARGE: dict[str, tuple[str, ...]] = {
    "60,000 rows as a table": (f"{numbers(60_000)} SELECT i, 'a name of some length' AS name FROM n",),
    "60,000 rows in a width": (f"{numbers(20_000)} SELECT i, 'a name of some length' AS name FROM n", "--width", "80"),
    "a table of 29 MB": (f"{numbers(48)} SELECT printf('%.*c', 600000, 'a') AS t FROM n",),
    "90 MB as CSV": (f"{numbers(100)} SELECT '🚀' || {LONG} AS t FROM n", "-f", "csv"),
    "control characters as JSON": (
        f"{numbers(20)} SELECT '🚀' || replace({LONG}, 'a', char(1)) AS t FROM n", "-f", "json",
    ),
    "letters that fold to eighteen, sorted": (
        f"{numbers(20)} SELECT i || replace(printf('%.*c', 300000, 'a'), 'a', 'ﷺ') AS t FROM n", "-f", "csv", "-s", "t",
    ),
    "control characters as Markdown": (
        f"{numbers(5)} SELECT replace({LONG}, 'a', char(27)) AS t FROM n", "-f", "markdown",
    ),
    "500,000 rows, counted": (f"{numbers(500_000)} SELECT i FROM n", "--count"),
}  # fmt: skip


@LINUX
@pytest.mark.parametrize("case", LARGE)
def test_what_is_large_but_allowed_is_answered_in_bounded_memory(small: Path, tmp_path: Path, case: str) -> None:
    """Nothing is cut, and the memory is that of the bounds, not that of the answer."""
    run = measured("sql", *LARGE[case], folder=tmp_path, data=small)
    assert (run.exit_code, run.stderr) == (0, "")
    assert run.out_bytes
    assert run.peak_mib < MOST_MIB


def test_a_table_of_any_size_is_refused_and_named(small: Path, run: Run) -> None:
    """The message says what takes the same rows in less."""
    statement, *_ = TOO_LARGE["one long cell and many rows"]
    result = run("sql", statement, data=small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "cnes-partners: The table would take 10,000 MB; ask for less, or for -f csv, which has no widths to fill.\n"
    )


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "json", "yaml"])
def test_rows_are_written_as_they_come(small: Path, form: str) -> None:
    """The first rows of an answer that never ends arrive, and a reader who leaves ends it."""
    statement = f"{ENDLESS} SELECT i AS number FROM n"
    command = [sys.executable, "-m", "cnes_partners", "sql", statement, "-f", form, "--time-limit", "60"]
    with subprocess.Popen([*command, "--data", str(small)], cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert b"1" in b"".join(process.stdout.readline() for _ in range(6))
        process.stdout.close()
        assert process.wait(timeout=30) == 0


def test_what_comes_and_what_is_held_are_the_same(small: Path, run: Run) -> None:
    """Rows that pass, and rows that are gathered for an order or a limit, are written alike."""
    statement = "SELECT id, name, launch_date FROM mission ORDER BY id"
    for form in ("csv", "tsv", "jsonl", "json", "yaml"):
        passing = run("sql", statement, "-f", form, data=small).stdout
        assert run("sql", statement, "-f", form, "-n", "9", data=small).stdout == passing
        assert run("sql", statement, "-f", form, "-s", "id", data=small).stdout == passing
    assert [row["id"] for row in json.loads(run("sql", statement, "-f", "json", data=small).stdout)] == [
        row["id"] for row in csv.DictReader(run("sql", statement, "-f", "csv", data=small).stdout.splitlines())
    ]
    nothing = [run("sql", f"{statement} LIMIT 0", "-f", form, data=small).stdout for form in ("json", "yaml", "jsonl")]
    assert nothing == ["[]\n", "[]\n", ""]


def test_a_failure_in_the_midst_leaves_no_file(small: Path, run: Run, tmp_path: Path) -> None:
    """-o has the whole answer or is not there, also where rows were written before the failure."""
    result = run("sql", f"{ENDLESS} SELECT i FROM n", "-o", str(tmp_path / "x.csv"), "--time-limit", "0.3", data=small)
    assert (result.exit_code, result.stderr) == (2, TOO_LONG)
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@LINUX
@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "yaml"])
def test_the_limit_of_time_holds_while_rows_are_written(small: Path, tmp_path: Path, form: str) -> None:
    """Rows without end, to a reader who takes all at once: they stop at the limit, and one line says why."""
    run = measured("sql", f"{ENDLESS} SELECT i FROM n", "-f", form, "--time-limit", "1", folder=tmp_path, data=small)
    assert (run.exit_code, run.stderr, run.out_bytes > 0) == (2, TOO_LONG, True)
    assert (run.seconds < SOON, run.peak_mib < 100) == (True, True)


@pytest.mark.parametrize("limit", ["nan", "-nan", "inf", "0", "-1", "1e9"])
def test_a_limit_of_time_is_a_number_of_seconds(small: Path, run: Run, limit: str) -> None:
    """What is no number, or none of sense, does not switch the limit off."""
    result = run("sql", "--time-limit", limit, "SELECT 1", data=small)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
