"""JSON is an interface: what every command prints is what `schema` says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cnes_partners.cli.app import COMMANDS
from cnes_partners.cli.esa import app as esa_app
from cnes_partners.cli.schema import ANSWERS
from cnes_partners.dataset.dataset import TABLES
from tests.conftest import Run

ARGUMENTS = {
    "partner": "partner japan",
    "mission": "mission mmx",
    "esa compare": "esa compare fr de",
    "esa compare --wide": "esa compare fr de --wide",
    "esa councils COUNCIL": "esa councils cm22",
    "claims ID": "claims esa-share-2022",
    "search": "search mars",
    "brief": "brief japan poland --all",
    "diff": "diff {small}",
    "sources ID": "sources cnes-cooperation",
    "check --stale": "check --stale 1",
}
WITHOUT_RECORDS = {"sql", "export", "schema", "completion", "open"}


def problems(document: Any, value: Any) -> list[str]:
    Draft202012Validator.check_schema(document)
    found = Draft202012Validator(document).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("name", ANSWERS)
def test_every_record_of_every_command_fits_its_schema(run: Run, small: Path, name: str) -> None:
    """The bundled dataset, whole, through the program."""
    document = json.loads(run("schema", *name.split(" ", 1)).stdout if "-" not in name else run("schema", name).stdout)
    arguments = (word.format(small=small) for word in ARGUMENTS.get(name, name).split())
    result = run(*arguments, "-f", "json")
    value = json.loads(result.stdout)
    assert problems(document, value) == []
    assert value or name == "check"


def test_every_command_has_a_schema() -> None:
    """A new command that answers with records is described, or named here as one that has none of its own."""
    called = {
        f"esa {command.name or getattr(command.callback, '__name__', '')}" for command in esa_app.registered_commands
    }
    assert ({*COMMANDS} | called) - WITHOUT_RECORDS <= set(ANSWERS)


def test_an_export_fits_the_schema_of_the_dataset(run: Run, tmp_path: Path) -> None:
    """`schema` without a name describes `export out.json`, and so every table."""
    run("export", str(tmp_path / "out.json"))
    exported = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    document = json.loads(run("schema").stdout)
    assert list(document["properties"]) == ["shape", *TABLES]
    assert set(exported) <= set(document["properties"])
    assert problems(document, exported) == []


@pytest.mark.parametrize("table", [name for name in TABLES if name not in COMMANDS])
def test_a_table_has_the_schema_of_its_records(run: Run, table: str) -> None:
    """Those that no command of that name lists."""
    document = json.loads(run("schema", table).stdout)
    assert document["items"] == {"$ref": f"#/$defs/{TABLES[table].record.__name__}"}


def test_an_unknown_name_offers_the_nearest(run: Run) -> None:
    """Exit code 3, as for other names."""
    result = run("schema", "esa", "contributer")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "cnes-partners: No command or table is called 'esa contributer'. Did you mean 'esa contributors'?\n"
    )
