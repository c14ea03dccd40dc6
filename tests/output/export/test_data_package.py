"""A folder of CSV files is a data package, which the reference validator finds nothing wrong with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.output.export.data_package import data_package
from cnes_partners.output.export.export import Kind, export


def package_of(dataset: Dataset) -> dict[str, Any]:
    package: dict[str, Any] = json.loads(data_package(dataset))
    return package


def errors(folder: Path) -> list[str]:
    """Return what the validator of Frictionless Data finds in the files of a package."""
    command = [sys.executable, "-m", "frictionless", "validate", "--json", "datapackage.json"]
    found = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(found.stdout)
    entries = [*report["errors"], *(error for task in report["tasks"] for error in task["errors"])]
    assert report["valid"] is not bool(entries), found.stderr
    return [f"{entry['type']}: {entry['message']}" for entry in entries]


def test_the_bundled_dataset_is_a_valid_data_package(folder: Path) -> None:
    """Every table, type, word of a vocabulary, primary and foreign key."""
    export(load(), folder / "csv", Kind.CSV)
    assert errors(folder / "csv") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("participation.csv", ",jp,", ",atlantis,", "foreign-key"),
        ("participation.csv", ",contributor,", ",hero,", "constraint-error"),
        ("mission.csv", "2001-12-07", "7 Dec 2001", "constraint-error"),
        ("esa_income.csv", ",1000,", ",much,", "type-error"),
        ("partner.csv", "\njp,", "\nno,", "primary-key"),
    ],
)
def test_the_validator_finds_what_is_wrong(small: Path, folder: Path, file: str, old: str, new: str, kind: str) -> None:
    """Else that it finds nothing would say nothing."""
    export(load(small), folder / "csv", Kind.CSV)
    path = folder / "csv" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert kind in {error.partition(":")[0] for error in errors(folder / "csv")}


def test_a_package_says_what_the_dataset_is(small: Path) -> None:
    """Licence, version, date and sources; what is not known is left out."""
    package = package_of(load(small))
    assert {name: package[name] for name in ("name", "title", "version", "created", "licenses")} == {
        "name": "cnes-partners",
        "title": "A small dataset",
        "version": "1",
        "created": "2026-01-31T00:00:00Z",
        "licenses": [
            {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
        ],
    }
    assert {entry["path"] for entry in package["sources"]} == {source.url for source in load(small).sources}
    assert "contributors" not in package


def test_another_licence_has_no_address(small: Path) -> None:
    """None is made up."""
    path = small / "dataset.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("CC BY 4.0", "Etalab 2.0"), encoding="utf-8")
    assert package_of(load(small))["licenses"] == [{"name": "Etalab-2.0", "title": "Etalab 2.0"}]


def test_a_field_has_its_type_its_description_and_its_words(small: Path) -> None:
    """As the model has them; what may be a number or a text is a text."""
    resources = {entry["name"]: entry["schema"] for entry in package_of(load(small))["resources"]}
    fields = {field["name"]: field for field in resources["esa_income"]["fields"]}
    assert {name: fields[name]["type"] for name in ("key", "amount_meur", "approximate", "source")} == {
        "key": "integer",
        "amount_meur": "number",
        "approximate": "boolean",
        "source": "string",
    }
    assert fields["amount_meur"]["description"] == "The amount in million euro, at current prices."
    assert fields["kind"]["constraints"]["enum"][0] == "member-state"
    assert {field["name"]: field["type"] for field in resources["statement"]["fields"]}["value"] == "string"


def test_keys_are_told(small: Path) -> None:
    """A table that refers to itself calls itself ""."""
    schemas = {entry["name"]: entry["schema"] for entry in package_of(load(small))["resources"]}
    assert schemas["agreement"]["primaryKey"] == "id"
    assert schemas["agreement"]["foreignKeys"] == [
        {"fields": "partner", "reference": {"resource": "partner", "fields": "id"}},
        {"fields": "replaced_by", "reference": {"resource": "", "fields": "id"}},
        {"fields": "source", "reference": {"resource": "source", "fields": "id"}},
    ]
