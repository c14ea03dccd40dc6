"""An export that an older version of the program wrote is read, and what it cannot know is said in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.output.export.export import json_text
from tests.conftest import Run


@pytest.fixture
def old(small: Path, tmp_path: Path) -> Any:
    """Return an export of the first shape: no number, no countries, no spacecraft, no providers of instruments."""
    tables = json.loads(json_text(load(small)))
    del tables["shape"], tables["countries"]
    for mission in tables["missions"]:
        del mission["spacecraft"], mission["wikidata"]
        for instrument in mission["instruments"]:
            del instrument["providers"]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(tables), encoding="utf-8")
    return path


ENGLISH = (
    "old.json has shape 1 (dataset 1), older than this program's; it lacks missions.wikidata, missions.spacecraft, "
    "missions.instruments.providers, countries\n"
)
FRENCH = (
    "old.json a la forme 1 (données 1), plus ancienne que celle du programme ; il y manque missions.wikidata, "
    "missions.spacecraft, missions.instruments.providers, countries\n"
)


def test_an_older_export_is_read_and_says_what_it_lacks(run: Run, old: Any, small: Path) -> None:
    """The answer is that of the folder; the line on stderr names the version, and each field and table that is new."""
    given = run("missions", "-f", "csv", data=old)
    assert (given.exit_code, given.stderr) == (0, ENGLISH)
    assert given.stdout == run("missions", "-f", "csv", data=small).stdout
    assert run("missions", "--lang", "fr", data=old).stderr == FRENCH


def test_checking_and_exporting_say_so_too(run: Run, old: Any, tmp_path: Path) -> None:
    """An export of an export has today's shape, and lacks nothing any more."""
    assert run("check", str(old)).stderr == ENGLISH
    new = tmp_path / "new.json"
    assert run("export", str(new), data=old).stderr == f"{ENGLISH}Wrote {new}\n"
    assert run("missions", data=new).stderr == ""


def test_an_older_export_that_has_everything_says_nothing(run: Run, small: Path, tmp_path: Path) -> None:
    """One that somebody wrote by hand needs no number."""
    tables = json.loads(json_text(load(small)))
    del tables["shape"]
    path = tmp_path / "hand.json"
    path.write_text(json.dumps(tables), encoding="utf-8")
    assert run("missions", data=path).stderr == ""


def test_an_export_of_the_release_before_lacks_names_in_french(run: Run, small: Path, tmp_path: Path) -> None:
    """Of shape 2, which that release wrote; it refuses today's in one line, since its number is higher."""
    tables = json.loads(json_text(load(small))) | {"shape": 2}
    for mission in tables["missions"]:
        del mission["full_name_fr"]
    path = tmp_path / "before.json"
    path.write_text(json.dumps(tables), encoding="utf-8")
    said = "before.json has shape 2 (dataset 1), older than this program's; it lacks missions.full_name_fr\n"
    assert run("missions", data=path).stderr == said
