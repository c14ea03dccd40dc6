"""What Datasette is told of an exported SQLite file is about what is in it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.database.ask import relations
from cnes_partners.output.export.datasette import QUERIES, datasette_metadata
from cnes_partners.output.export.export import Kind, export
from tests.conftest import Run


def tables_of(data: Path | None = None) -> dict[str, Any]:
    tables: dict[str, Any] = datasette_metadata(load(data))["databases"]["cnes"]["tables"]
    return tables


def test_every_table_and_view_is_told_of() -> None:
    """Its title and description, and each of its columns; facets and the label are columns of its own."""
    tables = tables_of()
    for entry in relations():
        about = tables[entry.name]
        names = [column.name for column in entry.columns]
        assert (about["description"], list(about["columns"])) == (entry.about, names)
        assert {*about["facets"], about.get("label_column", names[0])} <= set(names)
    assert list(tables) == [entry.name for entry in relations()]


def test_titles_labels_and_facets() -> None:
    """Words of vocabularies are facets, a name is the label."""
    tables = tables_of()
    assert (tables["esa_council"]["title"], tables["esa_council"]["label_column"]) == ("ESA council", "place")
    assert tables["mission"]["facets"] == ["kind", "theme", "status", "launch_state"]
    assert tables["partner_summary"]["facets"] == ["category", "region"]
    assert tables["category"]["facets"] == ["basis"]


def test_a_table_names_those_who_are_cited_most(small: Path) -> None:
    """With the page of the first; what cites nothing has the sources of what it belongs to."""
    about, tables = datasette_metadata(load(small)), tables_of(small)
    assert (about["license"], about["license_url"]) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    cited = {name: tables[name].get("source") for name in ("agreement", "partner_alias", "esa_budget", "party")}
    assert cited == {
        "agreement": "CNES, A publisher",
        "partner_alias": "CNES, A publisher",
        "esa_budget": "CNES",
        "party": None,
    }
    assert tables["partner_alias"]["source_url"] == tables["partner"]["source_url"] == "https://example.org/page"


def test_questions_have_answers(folder: Path) -> None:
    """Three, of the exported file, without a parameter and with one."""
    export(load(), folder / "cnes.sqlite", Kind.SQLITE)
    with closing(sqlite3.connect(folder / "cnes.sqlite")) as database:
        answers = {
            name: [len(database.execute(query["sql"], {"partner": id, "country": id}).fetchall()) for id in ("", "de")]
            for name, query in QUERIES.items()
        }
    assert len(answers) == 3
    assert [name for name, (plain, german) in answers.items() if min(plain, german) == 0] == []
    assert answers["supplied"][0] != answers["supplied"][1]


def test_schema_prints_it_for_a_database_of_any_name(run: Run, small: Path) -> None:
    """Datasette calls a database by its file, and an export is called as its writer likes."""
    printed = json.loads(run("schema", "--datasette", data=small).stdout)
    assert printed == datasette_metadata(load(small))
    printed = json.loads(run("schema", "--datasette", "my-export", data=small).stdout)
    assert list(printed["databases"]) == ["my-export"]


def test_a_schema_is_that_of_any_dataset(run: Run, small: Path) -> None:
    """An option that would change nothing is refused."""
    result = run("schema", "missions", "--data", str(small))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "cnes-partners: --data goes with --datasette: a schema is that of any dataset.\n"


@pytest.mark.skipif(shutil.which("datasette") is None, reason="datasette is not installed")
def test_datasette_shows_it(run: Run, folder: Path) -> None:
    """The real program: a table with its title, licence, source and facets, and a question."""
    export(load(), folder / "cnes.sqlite", Kind.SQLITE)
    (folder / "metadata.json").write_text(run("schema", "--datasette").stdout, encoding="utf-8")

    def page(path: str) -> str:
        command = ["datasette", "cnes.sqlite", "-m", "metadata.json", "--get", path]
        return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout

    mission = page("/cnes/mission")
    expected = ("The missions by id.", "creativecommons.org/licenses/by/4.0/", "Data source", "The end of operations.")
    assert [text for text in expected if text not in mission] == []
    facets = json.loads(page("/cnes/mission.json"))["facet_results"]
    assert set(facets.get("results", facets)) == {"kind", "theme", "status", "launch_state"}
    assert "European Space Agency" in page("/cnes/participation?_size=5")
    assert json.loads(page("/cnes/most_missions.json?_shape=array"))[0]["partner"] == "esa"
