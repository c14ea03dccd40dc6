"""Nothing, less than nothing and more than anything in ESA's tables: what decodes is answered, without a traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.find import load
from cnes_partners.decode.plain import to_plain
from tests.conftest import SMALL, Run, write_dataset
from tests.hostile.commands import faults

MORE = {
    "esa/prices.yaml": "".join(
        f'- {{year: {year}, index: {index}, change_pct: 1.0, base: "2021", source: page}}\n'
        for year, index in ((2021, 100.0), (2022, 101.0))
    ),
    "esa/domains.yaml": "- {year: 2022, domain: A, domain_fr: A, amount_meur: 1430, share_pct: 20, measure: due,"
    " scope: total, source: page}\n",
}
PICTURE = "a.svg"
# What each table enters: as a screen, as a chart in characters and as SVG beside JSON.
BUDGET = ("esa budget", "esa budget --chart", f"esa budget --real 2021 --svg {PICTURE} -f json")
CONTRIBUTORS = (
    "overview",
    "esa",
    f"esa --real 2021 --svg {PICTURE} -f json",
    "esa contributors --year 2022 --chart",
    f"esa contributors --svg {PICTURE} -f json",
    "esa compare fr de",
    "esa compare fr de --real 2022 --chart",
    f"esa compare fr de --real 2021 --svg {PICTURE} -f json",
)
CONTRIBUTION = (
    "esa contribution --chart",
    f"esa contribution --svg {PICTURE} -f json",
    "esa compare fr --measure stated",
)
COUNCILS = ("esa", "esa councils", "esa councils cm19 --chart", f"esa councils cm19 --svg {PICTURE} -f json")
CLAIMS = ("claims", "claims -f json", "claims esa-share-2022", "claims esa-contribution-2022")
ENTERS: dict[str, tuple[str, ...]] = {
    "esa_budget": (*BUDGET, *CONTRIBUTORS, *CLAIMS),
    "esa_income": (*CONTRIBUTORS, *CLAIMS, "esa contribution"),
    "esa_subtotals": (*CONTRIBUTORS, *CLAIMS),
    "esa_domains": ("esa domains --chart", f"esa domains --svg {PICTURE} -f json"),
    "esa_contribution": (*CONTRIBUTION, *CLAIMS, "esa"),
    "cnes_budget": ("esa cnes-budget --chart", f"esa cnes-budget --svg {PICTURE} -f json"),
    "esa_councils": (*COUNCILS, *CLAIMS),
    "prices": (*BUDGET, *CONTRIBUTORS),
    "statements": (*CLAIMS, "overview"),
}
VALUES = (0, -1, 9.2e18)

Tables = dict[str, Any]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Return the tables of the small dataset, as an export has them."""
    dataset = load(write_dataset(tmp_path_factory.mktemp("data"), {**SMALL, **MORE}))
    return {name: [to_plain(record) for record in dataset.table(name)] for name in TABLES}


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where the numbers of a plain value stand."""
    if isinstance(value, dict | list):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(part, (*path, step))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path


def _changed(tables: Tables, path: tuple[Any, ...], value: float) -> Tables:
    changed = deepcopy(tables)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed


def _faults(run: Run, folder: Path, tables: Tables, commands: tuple[str, ...]) -> list[str]:
    """Return what goes wrong in commands on these tables, and in checking them."""
    export = folder / "export.json"
    export.write_text(json.dumps(tables), encoding="utf-8")
    calls = [command.replace(PICTURE, str(folder / PICTURE)) for command in (*commands, "check")]
    return [f"{call}: {fault}" for call in calls for fault in faults(run(*call.split(), data=export))]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("table", ENTERS)
def test_every_number_at_its_extremes(run: Run, tables: Tables, tmp_path: Path, table: str, value: float) -> None:
    """Each number of each table of money: refused with exit code 4, or answered."""
    found = [
        (path, fault)
        for path in _places(tables[table], (table,))
        if path[-1] != "year"  # decoding refuses those
        for fault in _faults(run, tmp_path, _changed(tables, path, value), ENTERS[table])
    ]
    assert found == []


@pytest.mark.parametrize("table", ENTERS)
def test_every_table_empty(run: Run, tables: Tables, tmp_path: Path, table: str) -> None:
    """Without budgets, income, councils or prices there is less to say, or nothing, and that is said."""
    assert _faults(run, tmp_path, {**tables, table: []}, ENTERS[table]) == []


def test_no_answer_is_no_number(run: Run, tables: Tables, tmp_path: Path) -> None:
    """JSON has no infinity: not even the largest over the smallest that decodes gives one."""
    changed = _changed(tables, ("esa_income", 0, "amount_meur"), 1e-9)
    changed = _changed(changed, ("esa_income", 1, "amount_meur"), 9.2e18)
    changed = _changed(changed, ("prices", 0, "index"), 1e-9)
    assert _faults(run, tmp_path, changed, (*CONTRIBUTORS, *CLAIMS)) == []
    for command in (*CONTRIBUTORS, *CLAIMS):
        shown = run(*command.replace(PICTURE, str(tmp_path / PICTURE)).split(), data=tmp_path / "export.json").stdout
        assert [word for word in ("Infinity", "NaN", " inf", " nan") if word in shown] == []


def test_what_check_refuses_of_money(run: Run, tables: Tables, tmp_path: Path) -> None:
    """Nothing is no budget, index, subscription or council."""
    changed = tables
    for path in (
        ("esa_budget", 0, "amount_meur"),
        ("prices", 0, "index"),
        ("esa_councils", 0, "amount_meur"),
        ("esa_councils", 0, "subscriptions", 1, "amount_meur"),
    ):
        changed = _changed(changed, path, 0)
    (tmp_path / "export.json").write_text(json.dumps(changed), encoding="utf-8")
    rows = json.loads(run("check", "-f", "json", data=tmp_path / "export.json").stdout)
    assert sorted((row["record"], row["field"]) for row in rows if row["message"].startswith("expected")) == [
        ("2021", "amount_meur"),
        ("2021", "index"),
        ("cm19", "amount_meur"),
        ("cm19", "subscriptions[1].amount_meur"),
    ]
