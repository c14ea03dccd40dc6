"""Which missions: every filter alone, and together."""

from __future__ import annotations

import pytest

from cnes_partners.dataset.dataset import load
from cnes_partners.model.vocabulary import Category, MissionKind, MissionStatus, Role, Theme
from cnes_partners.queries.missions import launch_year, missions
from tests.conftest import SMALL, write_dataset

UNDATED = """\
    id: undated
    name: Undated
    kind: programme
    theme: earth
    status: proposed
    cnes_role: co-lead
    cnes_contribution: a study
    partners:
      - partner: "jp"
        role: contributor
        contribution: a study
        source: page
      - partner: esa
        role: lead
        contribution: a study
        source: page
    summary: A programme without a launch date.
    sources:
      - page
    """


@pytest.fixture
def dataset(tmp_path):
    """The small dataset and a programme that has no launch date."""
    return load(write_dataset(tmp_path / "data", {**SMALL, "missions/undated.yaml": UNDATED}))


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ("moons", "sea-1", "sea-2", "undated")),
        ({"partner": "jp"}, ("moons", "undated")),
        ({"partner": "no"}, ()),
        ({"category": Category.EUROPEAN}, ("sea-1", "undated")),
        ({"category": Category.HISTORIC}, ("moons", "undated")),
        ({"category": Category.EMERGING}, ()),
        ({"theme": Theme.EARTH}, ("sea-1", "sea-2", "undated")),
        ({"theme": Theme.SECURITY}, ()),
        ({"status": MissionStatus.DEVELOPMENT}, ("moons",)),
        ({"role": Role.LEAD}, ("sea-1", "sea-2")),
        ({"role": Role.CONTRIBUTOR}, ("moons",)),
        ({"kind": MissionKind.PROGRAMME}, ("undated",)),
        ({"from_year": 2001}, ("moons", "sea-1", "sea-2")),
        ({"from_year": 2002}, ("moons", "sea-2")),
        ({"to_year": 2016}, ("sea-1", "sea-2")),
        ({"to_year": 2015}, ("sea-1",)),
        ({"from_year": 2016, "to_year": 2016}, ("sea-2",)),
        ({"from_year": 2027}, ()),
        ({"from_year": 2020, "to_year": 2010}, ()),
        ({"partner": "jp", "theme": Theme.EARTH}, ("undated",)),
        ({"category": Category.EUROPEAN, "role": Role.LEAD, "to_year": 2001}, ("sea-1",)),
    ],
)
def test_filters_keep_what_fits_all_of_them(dataset, filters, ids):
    """The role is CNES's; years are those of the launch, both included, and leave out the undated."""
    assert tuple(mission.id for mission in missions(dataset, **filters)) == ids


def test_the_year_of_a_launch_is_known_at_any_precision(dataset):
    """Planned or past, a year, a month or a day."""
    assert [launch_year(mission) for mission in dataset.missions] == [2026, 2001, 2016, None]
