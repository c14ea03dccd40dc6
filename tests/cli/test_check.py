"""``check`` lists every problem with its file and line, and ends with 4 where there is one."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.rules.conftest import good, plant

__all__ = ["good"]

FAULTS = (
    # file, text, what replaces it, how the line that names it begins
    ("partners/no.yaml", 'id: "no"', "id: no", "data/partners/no.yaml:1: no is not text"),
    ("partners/esa.yaml", "  - ASE", "  - &x ASE", "data/partners/esa.yaml:5: anchor &x"),
    ("partners/jp.yaml", 'date: "1986"', "date: 1986", "data/partners/jp.yaml:13: jp: since.date: expected a date"),
    ("missions/moons.yaml", "role: lead", "role: boss", "data/missions/moons.yaml:23: moons: partners[0].role: "),
    ("missions/sea-1.yaml", "state: l", "stat: l", "data/missions/sea-1.yaml:8: sea-1: launch.stat: unknown key"),
    ("missions/sea-2.yaml", 'date: "2016-01"', 'date: "2061"', "data/missions/sea-2.yaml:8: sea-2: launch.date: 2061"),
    ("sources.yaml", "example.org/page", "example.org:80/", "data/sources.yaml:2: page: url: port 80 stands in the"),
    ("statements.yaml", "18.4", "118.4", "data/statements.yaml:23: esa-share-2022: value: expected a percentage"),
    ("esa/budget.yaml", "6000", "600", "data/esa/budget.yaml:2: 2021: amount_meur: the contributors make"),
    ("esa/councils.yaml", "3294", "13294", "data/esa/councils.yaml:5: cm19: amount_meur: the subscriptions make"),
    ("parties.yaml", "name_fr: Allemagne", "name: Allemagne", 'data/parties.yaml:7: "name" stands here twice'),
    ("dataset.yaml", "title: A", "titre: A", "data/dataset.yaml:1: titre: unknown key"),
)  # fmt: skip


def test_twelve_faults_are_all_named_with_file_and_line(good: Path, run: Run) -> None:
    """No fault hides another: what does not decode and what breaks a rule stand in one list, sorted."""
    for file, old, new, _ in FAULTS:
        plant(good / file, old, new)
    result = run("check", str(good))
    lines = result.stdout.splitlines()
    assert result.exit_code == 4
    assert [said for *_, said in FAULTS if not any(line.startswith(said) for line in lines)] == []
    assert lines[2:] == sorted(lines[2:], key=lambda line: line.split(":")[0])
    assert result.stderr == ""


def test_a_good_dataset_ends_with_zero_and_says_what_was_looked_at(good: Path, run: Run) -> None:
    """Silence would not tell a check that passed from one that looked at nothing."""
    result = run("check", str(good))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("0 problems (33 records with ")


def test_problems_as_json_are_for_editors(good: Path, run: Run) -> None:
    """Each problem has file, line, record, field and message; the exit code is the same."""
    plant(good / "missions/sea-1.yaml", 'end: "2013-07-01"', 'end: "2000"')
    result = run("check", "-f", "json", data=good)
    assert result.exit_code == 4
    assert json.loads(result.stdout) == [
        {
            "file": "data/missions/sea-1.yaml",
            "line": 11,
            "record": "sea-1",
            "field": "end",
            "message": "2000 is before the launch on 2001-12-07",
        }
    ]


def test_an_export_is_checked_too(good: Path, run: Run, tmp_path: Path) -> None:
    """A JSON file has no lines; the record and the field still say where."""
    from cnes_partners.dataset.dataset import TABLES
    from cnes_partners.dataset.find import load
    from cnes_partners.decode.plain import to_plain

    dataset = load(good)
    tables = {name: [to_plain(record) for record in dataset.table(name)] for name in TABLES}
    tables["missions"][0]["theme"] = "sea"
    export = tmp_path / "out.json"
    export.write_text(json.dumps(tables), encoding="utf-8")
    result = run("check", str(export))
    assert result.exit_code == 4
    assert "out.json: missions: [0].theme: expected one of earth" in result.stdout


def test_stale_lists_what_was_last_known_long_ago(good: Path, run: Run) -> None:
    """A status of 2024 is stale after one year in 2026; what is over does not age."""
    plant(good / "missions/moons.yaml", 'as_of: "2026-01"', 'as_of: "2024-05"')
    rows = list(csv.DictReader(io.StringIO(run("check", str(good), "--stale", "1", "-f", "csv").stdout)))
    assert [(row["record"], row["field"], row["value"], row["as_of"], row["line"]) for row in rows] == [
        ("moons", "status", "development", "2024-05", "8")
    ]
    shown = run("check", str(good), "--stale", "1", "--lang", "fr").stdout
    assert re.search(r"moons +status +en développement", shown)


def test_coverage_counts_what_is_filled_and_what_is_primary(good: Path, run: Run) -> None:
    """Each field of each table: how many records have it, and how many values rest on a primary source."""
    records = json.loads(run("check", str(good), "--coverage", "-f", "json").stdout)
    by_field = {(record["table"], record["field"]): record for record in records}
    assert by_field["partners", ""] == {
        "table": "partners", "field": "", "records": 3, "filled": 3, "filled_pct": 100.0,
        "sourced": 3, "read": 3, "primary": 3, "primary_pct": 100.0,
    }  # fmt: skip
    assert by_field["partners", "since"] == {
        "table": "partners", "field": "since", "records": 3, "filled": 1, "filled_pct": 33.3,
        "sourced": 1, "read": 1, "primary": 0, "primary_pct": 0.0,
    }  # fmt: skip
    assert by_field["partners", "status"]["primary"] == 1
    assert by_field["missions", "summary_fr"]["sourced"] is None


def test_a_headline_or_a_copy_does_not_count_as_read(good: Path, run: Run) -> None:
    """What rests on a source of which only the headline, or a copy, was seen is sourced but not read."""
    for seen, read in (("", 3), ("  seen: headline\n", 2), ("  via: archive.example.org\n", 2)):
        sources = (good / "sources.yaml").read_text(encoding="utf-8")
        plant(good / "sources.yaml", "- id: old-page\n", f"- id: old-page\n{seen}")
        lines = json.loads(run("check", str(good), "--coverage", "-f", "json").stdout)
        found = {(line["table"], line["field"]): line["read"] for line in lines}
        assert (found["sources", ""], found["missions", "disagreements"]) == (read, 1)
        (good / "sources.yaml").write_text(sources, encoding="utf-8")


def test_coverage_counts_the_parts_of_missions(good: Path, run: Run) -> None:
    """Instruments with a provider, contributions that say what is supplied, missions with a designation."""
    plant(good / "missions/sea-1.yaml", "    provider: CNES\n", '    providers:\n      - {party: "fr", role: lead}\n')
    plant(good / "missions/sea-1.yaml", "contribution: data centre", "contribution: partner of the mission")
    plant(
        good / "missions/sea-2.yaml",
        "cnes_role:",
        "spacecraft:\n  - {name: Sea-2, cospar: 2016-002A, relation: own, source: page}\ncnes_role:",
    )
    lines = json.loads(run("check", str(good), "--coverage", "-f", "json").stdout)
    found = {line["field"]: (line["filled"], line["records"], line["read"]) for line in lines if "." in line["field"]}
    assert found == {
        "instruments.providers": (1, 1, None),
        "partners.contribution": (1, 2, 1),
        "spacecraft.cospar": (1, 3, 1),
    }


@pytest.mark.parametrize("arguments", [("--stale", "1", "--coverage"), ("--stale", "-1"), ("a", "b")])
def test_questions_that_cannot_be_asked(good: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """Usage errors say so in one line."""
    result = run("check", *arguments, data=good)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
