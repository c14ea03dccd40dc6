"""A hostile JSON export gives one clear error, exit code 4."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.find import load
from cnes_partners.decode.plain import to_plain
from tests.conftest import Run
from tests.hostile.test_yaml import assert_harmless

Tables = dict[str, Any]


def change(**fields: Any) -> Callable[[Tables], str]:
    """Return an export whose first budget line has other fields."""

    def changed(tables: Tables) -> str:
        tables["esa_budget"][0].update(fields)
        return json.dumps(tables)

    return changed


def table(name: str, value: Any) -> Callable[[Tables], str]:
    """Return an export with another value for a table."""
    return lambda tables: json.dumps({**tables, name: value})


CASES: dict[str, tuple[Callable[[Tables], str], str]] = {
    "nothing": (lambda _: "", "makes one): Expecting value"),
    "a list": (lambda _: "[]", "expected an object of tables, got a list"),
    "a number": (lambda _: "1", "expected an object of tables, got 1"),
    "no tables": (lambda _: "{}", 'the table "metadata" is missing'),
    "a shape to come": (table("shape", 10**9), "an export of shape 1000000000; this program reads up to"),
    "no shape": (table("shape", "2"), 'shape: expected a number such as 3, got "2"'),
    "true for a shape": (table("shape", True), "shape: expected a number such as 3, got true"),
    "a table of another tool": (table("\x1b[31mx", []), r'no table is called "\x1b[31mx"'),
    "an object for a table": (table("esa_budget", {}), "esa_budget: expected a list of records, got a group of keys"),
    "text for a table": (table("esa_budget", "x"), 'esa_budget: expected a list of records, got "x"'),
    "odd records": (table("esa_budget", [1]), "esa_budget: [0]: expected a group of keys, got 1"),
    "NaN": (change(amount_meur=float("nan")), "[0].amount_meur: expected a number, got nan"),
    "infinity": (change(amount_meur=float("-inf")), "[0].amount_meur: expected a number, got -inf"),
    "400 digits": (change(amount_meur=10**400), "[0].amount_meur: expected a number, got 1000"),
    "6,000 digits": (lambda tables: json.dumps(tables).replace("7150", "9" * 6_000), "Exceeds the limit (4300 digits)"),
    "a year of 400 digits": (change(year=10**400), "[0].year: expected a year of four digits, got 1000"),
    "half a surrogate pair": (change(note="\ud800"), "[0].note: control character U+D800 (remove it)"),
    "escape sequence": (change(note="\x1b]8;;x\x1b\\"), "[0].note: control character U+001B (remove it)"),
    "direction override in a word": (change(measure="\u202adue"), r'stated, subscribed, got "\x202adue"'),
    "escape in a key": (change(**{"\x1b[31m": 1}), r"[0].\x1b[31m: unknown key"),
    "a key of a megabyte": (change(**{"k" * 10**6: 1}), "[0].kkk"),
    "nested": (lambda _: "[" * 100_000, "makes one): nested too deep"),
    "nested in a table": (lambda _: '{"metadata":' + "[" * 400 + "]" * 400 + "}", "metadata: [0]: expected a group"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_refused_in_one_line(small: Path, run: Run, tmp_path: Path, case: str) -> None:
    """Wrong shapes, numbers that are none and text that drives terminals are refused by the table that has them."""
    make, expected = CASES[case]
    dataset = load(small)
    export = tmp_path / "out.json"
    export.write_text(make({name: [to_plain(record) for record in dataset.table(name)] for name in TABLES}))
    command = ("export", str(tmp_path / "copy.json")) if case == "nested in a table" else ("esa", "budget")
    result = run(*command, data=export)
    checked = run("check", data=export)
    assert (result.exit_code, result.stdout, checked.exit_code) == (4, "", 4)
    assert result.stderr.count("\n") == 1
    assert expected in result.stderr
    assert expected in checked.stdout
    assert len(result.stderr) < 1_000
    assert_harmless(result.stderr + checked.stdout + run("check", "-f", "json", data=export).stdout)


def test_bytes_that_are_no_text(run: Run, tmp_path: Path) -> None:
    """A binary file is no export."""
    (tmp_path / "x.json").write_bytes(bytes(range(256)))
    result = run("partners", data=tmp_path / "x.json")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (4, "", 1)


def test_a_sparse_file_of_a_gigabyte_is_not_read(run: Run, tmp_path: Path) -> None:
    """The size is looked at before the content."""
    with (tmp_path / "x.json").open("wb") as file:
        file.truncate(1024**3)
    result = run("partners", data=tmp_path / "x.json")
    assert result.stderr == f"cnes-partners: {tmp_path / 'x.json'}: the file is larger than 256 MiB\n"
