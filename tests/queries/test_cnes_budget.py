"""CNES's own budget beside what of it goes to ESA."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.esa.cnes_budget import cnes_budget
from tests.conftest import Run

SERIES = """\
- {year: 2021, amount_meur: 200, esa_meur: 50, measure: stated, source: page}
- {year: 2020, amount_meur: 300, approximate: true, measure: planned, source: page}
- {year: 2020, amount_meur: 100, esa_meur: 33.3, measure: stated, source: page}
"""


@pytest.fixture
def made(small: Path) -> Dataset:
    (small / "esa" / "cnes_budget.yaml").write_text(SERIES, encoding="utf-8")
    return load(small)


def test_lines_stand_by_year_then_measure_and_the_part_is_of_its_own_line(made: Dataset) -> None:
    """A part is never divided by an amount of another measure; without it there is no share."""
    found = [(line.year, line.measure.value, line.esa_share_pct) for line in cnes_budget(made)]
    assert found == [(2020, "planned", None), (2020, "stated", 33.3), (2021, "stated", 25.0)]


def test_it_is_filtered_by_measure_and_period(made: Dataset) -> None:
    assert [line.year for line in cnes_budget(made, measures=(Measure.STATED,))] == [2020, 2021]
    assert [line.measure for line in cnes_budget(made, to_year=2020)] == [Measure.PLANNED, Measure.STATED]
    assert cnes_budget(made, from_year=2022) == ()


def test_each_part_of_the_bundled_series_is_what_its_line_gives(bundled: Dataset) -> None:
    found = cnes_budget(bundled)
    assert len(found) == len(bundled.cnes_budget)
    for line in found:
        expected = None if line.esa_meur is None else pytest.approx(100 * line.esa_meur / line.amount_meur)
        assert line.esa_share_pct == expected


def test_what_its_sources_disagree_about_is_told(run: Run) -> None:
    """The French and the English page of CNES date the same figures differently, and both lines say so."""
    result = run("esa", "cnes-budget", "-f", "json")
    about = {
        line["source"]: [entry["id"] for entry in line["disagreements"]]
        for line in json.loads(result.stdout)
        if line["disagreements"]
    }
    assert about == {"cnes-budget-fr": ["cnes-budget-year"], "cnes-budget-en": ["cnes-budget-year"]}
    shown = " ".join(run("esa", "cnes-budget", "--width", "120").stdout.split())
    assert "2023 [cnes-budget-fr] 2024 [cnes-budget-en]" in shown


def test_a_chart_has_each_measure_apart_and_a_place_for_years_without_a_figure(run: Run) -> None:
    lines = run("esa", "cnes-budget", "--chart").stdout.splitlines()
    assert [line.strip() for line in lines if line.strip().startswith("million euro")] == [
        "million euro planned",
        "million euro stated",
    ]
    assert "2012 │ no figure" in lines
