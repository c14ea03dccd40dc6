"""The bundled dataset through the program: what the project exists to answer."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Run


def test_categories_hold_the_partners_that_cnes_names(run: Run) -> None:
    """Each category lists the partners of CNES's cooperation page."""
    emerging = run("partners", "-c", "emerging").stdout
    historic = run("partners", "-c", "historic").stdout
    european = run("partners", "-c", "european").stdout
    assert all(name in emerging for name in ("United Arab Emirates", "South Korea", "Singapore", "Brazil"))
    assert all(name in historic for name in ("United States", "Japan", "India"))
    assert all(name in european for name in ("European Union", "European Space Agency"))


@pytest.mark.parametrize("mission", ["juice", "mmx", "swot", "euclid", "plato"])
def test_a_named_mission_has_partner_role_launch_and_status(run: Run, mission: str) -> None:
    """The missions that CNES names are complete, each partner with its source."""
    record = json.loads(run("mission", mission, "-f", "json").stdout)
    assert record["id"] == mission
    assert record["launch"]["date"]
    assert record["launch"]["source"]
    assert record["status"]
    assert record["as_of"]
    assert record["partners"]
    assert all(entry["role"] and entry["source"] for entry in record["partners"])


def test_mmx_shows_the_year_of_cnes_page_beside_newer_plans(run: Run) -> None:
    """CNES's page says 2025 for MMX; newer sources do not."""
    result = run("mission", "MMX")
    assert "2025 [cnes-cooperation]" in result.stdout
    assert "2026 is kept" in result.stdout


def test_esa_keeps_the_statement_apart_from_esa_figures(run: Run) -> None:
    """CNES's 1,174, 18.4 and 2 stand in one list, ESA's figures for 2022 in another, each with measure and source."""
    record = json.loads(run("esa", "-f", "json").stdout)
    assert [figure["value"] for figure in record["cnes_statement"]] == [1174, 18.4, 2]
    assert {figure["measure"] for figure in record["cnes_statement"]} == {"stated"}
    assert {figure["measure"] for figure in record["esa_figures"]} == {"due"}
    assert {figure["value"] for figure in record["esa_figures"]} >= {1178, 7150, 4810, 1}
    assert all(figure["source"] for figure in record["cnes_statement"] + record["esa_figures"])


def test_norway_is_not_false(run: Run) -> None:
    """The id of Norway is the text "no"."""
    assert json.loads(run("partner", "norvège", "-f", "json").stdout)["id"] == "no"
