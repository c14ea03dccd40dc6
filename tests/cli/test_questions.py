"""The questions that people ask, each one command, on the real dataset."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import Run


def asked(run: Run, command: str) -> list[dict[str, Any]]:
    """Return the records that answer."""
    result = run(*command.split(), "-f", "json")
    assert result.exit_code == 0
    records: list[dict[str, Any]] = json.loads(result.stdout)
    return records


def test_the_next_launches(run: Run) -> None:
    """Planned ones, soonest first, none that was given up; what is left out is told."""
    result = run("missions", "--upcoming", "-n", "5", "-f", "json")
    records = json.loads(result.stdout)
    assert len(records) == 5
    assert {record["launch"]["state"] for record in records} == {"planned"}
    assert "left out, cancelled before launch" in run("missions", "--upcoming").stderr


def test_what_ended_in_2024(run: Run) -> None:
    """Each of them did."""
    records = asked(run, "missions --ended 2024")
    assert records
    assert all(record["end"].startswith("2024") for record in records)


def test_what_was_longest(run: Run) -> None:
    """The longest three, longest first."""
    years = [record["duration_years"] for record in asked(run, "missions -s -duration_years -n 3")]
    every = [record["duration_years"] or 0 for record in asked(run, "missions")]
    assert years == sorted(every, reverse=True)[:3]


def test_what_goes_to_mars(run: Run) -> None:
    """Missions to the planet and to its moons."""
    ids = {record["id"] for record in asked(run, "missions --target mars")}
    assert {"mmx", "insight", "mars-express", "maven"} <= ids


def test_what_flies_with_china(run: Run) -> None:
    """SVOM does."""
    assert "svom" in {record["id"] for record in asked(run, "missions -p china --status operational")}


def test_agreements_on_climate_in_either_language(run: Run) -> None:
    """Texts of both languages are looked through, whatever the screen is in."""
    english = {record["id"] for record in asked(run, "agreements --subject climate")}
    french = {record["id"] for record in asked(run, "agreements --subject climat")}
    assert english
    assert english <= french  # "climat" begins "climate"
    assert asked(run, "agreements --subject océans --signed 2015..2018")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("missions --ended 2019..2018", "is no period"),
        ("missions --ended ..", "is no period"),
        ("missions --ended 2024-13", "is no period"),
        ("missions --target pluto", "pluto"),
        ("agreements --signed 2024 --from 2020", "--signed has both ends"),
        ("timeline --agreements --target mars", "agreements have none of them"),
        ("timeline --agreements --upcoming", "agreements have none of them"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(run: Run, command: str, says: str) -> None:
    """What is wrong and what to give; exit code 2."""
    result = run(*command.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
