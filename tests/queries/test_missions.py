"""Which missions: every filter alone, and together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role, Theme
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.filters import Filters
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
def dataset(tmp_path: Path) -> Dataset:
    """The small dataset and a programme that has no launch date."""
    return load(write_dataset(tmp_path / "data", {**SMALL, "missions/undated.yaml": UNDATED}))


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ("moons", "sea-1", "sea-2", "undated")),
        ({"partners": ("jp",)}, ("moons", "undated")),
        ({"partners": ("no",)}, ()),
        ({"categories": (Category.EUROPEAN,)}, ("sea-1", "undated")),
        ({"categories": (Category.HISTORIC,)}, ("moons", "undated")),
        ({"categories": (Category.EMERGING,)}, ()),
        ({"themes": (Theme.EARTH,)}, ("sea-1", "sea-2", "undated")),
        ({"themes": (Theme.SECURITY,)}, ()),
        ({"statuses": (MissionStatus.DEVELOPMENT,)}, ("moons",)),
        ({"roles": (Role.LEAD,)}, ("sea-1", "sea-2")),
        ({"roles": (Role.CONTRIBUTOR,)}, ("moons",)),
        ({"kinds": (MissionKind.PROGRAMME,)}, ("undated",)),
        ({"first": "2001"}, ("moons", "sea-1", "sea-2")),
        ({"first": "2002"}, ("moons", "sea-2")),
        ({"last": "2016"}, ("sea-1", "sea-2")),
        ({"last": "2015"}, ("sea-1",)),
        ({"first": "2016", "last": "2016"}, ("sea-2",)),
        ({"first": "2027"}, ()),
        ({"first": "2020", "last": "2010"}, ()),
        ({"first": "2001-12-07", "last": "2001-12"}, ("sea-1",)),
        ({"first": "2001-12-08", "last": "2026"}, ("moons", "sea-2")),
        ({"first": "2026-06"}, ()),
        ({"partners": ("jp", "esa")}, ("undated",)),
        ({"categories": (Category.EUROPEAN, Category.HISTORIC)}, ("undated",)),
        ({"themes": (Theme.EARTH, Theme.SOLAR_SYSTEM)}, ("moons", "sea-1", "sea-2", "undated")),
        ({"statuses": (MissionStatus.DEVELOPMENT, MissionStatus.COMPLETED)}, ("moons", "sea-1")),
        ({"partners": ("jp",), "themes": (Theme.EARTH,)}, ("undated",)),
        ({"categories": (Category.EUROPEAN,), "roles": (Role.LEAD,), "last": "2001"}, ("sea-1",)),
    ],
)
def test_filters_keep_what_fits_all_of_them(dataset: Dataset, filters: Any, ids: tuple[str, ...]) -> None:
    """All of the partners and categories, any of the other words; the role is CNES's, a period that of the launch."""
    assert tuple(mission.id for mission in missions(dataset, read(dataset, filters)).records) == ids


@pytest.mark.parametrize(
    ("filters", "undated", "imprecise"),
    [
        ({}, 0, 0),
        ({"first": "2001"}, 1, 0),
        ({"themes": (Theme.SOLAR_SYSTEM,), "first": "2001"}, 0, 0),
        ({"first": "2026-06"}, 1, 1),
        ({"last": "2016-01-15"}, 1, 1),
    ],
)
def test_what_a_period_leaves_out_for_its_date_is_counted(
    dataset: Dataset, filters: Any, undated: int, imprecise: int
) -> None:
    """Of those that fit all else: no date is known, or it is not known to the month or day that was asked for."""
    found = missions(dataset, read(dataset, filters))
    assert (found.undated, found.imprecise) == (undated, imprecise)


def read(dataset: Dataset, filters: Mapping[str, Any]) -> Filters:
    """Return the filters with partners for their ids and dates for texts."""
    dates = {name: PartialDate(filters[name]) for name in ("first", "last") if name in filters}
    partners = [dataset.partner(id) for id in filters.get("partners", ())]
    return Filters(**{**filters, **dates, "partners": partners})


def test_the_year_of_a_launch_is_known_at_any_precision(dataset: Dataset) -> None:
    """Planned or past, a year, a month or a day."""
    assert [launch_year(mission) for mission in dataset.missions] == [2026, 2001, 2016, None]
