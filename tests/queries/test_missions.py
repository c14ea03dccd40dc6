"""Which missions: every filter alone, and together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as calendar
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.model.dates import PartialDate, period
from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role, Target, Theme
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.missions import launch_year, listed_missions, missions
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


PLANS: dict[str, tuple[str, str, str | None, str] | tuple[str, str, str | None, str, str]] = {
    "someday": ("development", "planned", None, "mars"),
    "year": ("development", "planned", "2030", "mars"),
    "month": ("development", "planned", "2030-05", "moon"),
    "day": ("development", "planned", "2030-05-20", "mars, moon"),
    "passed": ("development", "planned", "1999-05", "mars"),
    "given-up": ("cancelled", "planned", "2031", "mars"),
    "flying": ("operational", "launched", "2016-05-20", "earth"),
    "over": ("completed", "launched", "2000", "earth", "2010-06"),
    "brief": ("completed", "launched", "2000-01", "earth", "2000-07"),
    "lost": ("failed", "launched", "2001-03-04", "earth", "2001-03-04"),
    "faded": ("completed", "launched", "2001-03-04", "earth"),
}


def a_mission(id: str, status: str, state: str, date: str | None, target: str, end: str | None = None) -> str:
    """Return the file of a mission."""
    lines = (
        f"id: {id}",
        f"name: {id}",
        "kind: mission",
        "theme: earth",
        f"status: {status}",
        "launch:",
        f"  state: {state}",
        *([f'  date: "{date}"'] if date else []),
        *([f'end: "{end}"'] if end else []),
        "target:",
        *(f"  - {word}" for word in target.split(", ")),
        "cnes_role: lead",
        "cnes_contribution: a part",
        "summary: A mission.",
        "sources:",
        "  - page",
    )
    return "\n".join(lines) + "\n"


@pytest.fixture
def plans(tmp_path: Path) -> Dataset:
    """Missions at every point of their life, beside those of the small dataset."""
    files = {f"missions/{id}.yaml": a_mission(id, *about) for id, about in PLANS.items()}
    return load(write_dataset(tmp_path / "data", {**SMALL, **files}))


def test_what_is_to_come_stands_soonest_first(plans: Dataset) -> None:
    """A year alone stands after what is dated within it; what has no date, a past one or was given up is counted."""
    found = missions(plans, Filters(is_upcoming=True))
    ids = [mission.id for mission in found.records if mission.id != "moons"]
    assert ids == ["day", "month", "year"]
    assert (found.undated, found.overdue, found.cancelled) == (1, 1, 1)


@pytest.mark.parametrize(
    ("targets", "ids"),
    [((Target.MOON,), {"month", "day"}), ((Target.MARS, Target.MOON), {"day"}), ((Target.SUN,), set())],
)
def test_of_several_targets_a_mission_has_all(plans: Dataset, targets: tuple[Target, ...], ids: set[str]) -> None:
    """A mission has several, so it must have each that is asked for."""
    assert {mission.id for mission in missions(plans, Filters(targets=targets)).records} == ids


@pytest.mark.parametrize(
    ("text", "ids", "undated", "imprecise"),
    [
        ("2010", {"over"}, 2, 0),
        ("2000..2001", {"brief", "lost"}, 2, 0),
        ("2001..", {"lost", "over", "sea-1"}, 2, 0),
        ("..2000-07", {"brief"}, 2, 0),
        ("2000-07-10..2000-07-12", set(), 2, 1),
    ],
)
def test_what_ended_in_a_period(plans: Dataset, text: str, ids: set[str], undated: int, imprecise: int) -> None:
    """Both ends included; only what is over can have ended without a date."""
    found = missions(plans, Filters(ended=period(text)))
    assert {mission.id for mission in found.records} == ids
    assert (found.undated, found.imprecise) == (undated, imprecise)


def test_how_long_a_mission_flew(plans: Dataset) -> None:
    """To a tenth of a year; whole years where a date is a year alone; nothing of a plan or without an end."""
    years = {mission.id: mission.duration_years for mission in listed_missions(plans).records}
    assert {id: years[id] for id in PLANS if id != "flying"} == {
        **dict.fromkeys(("someday", "year", "month", "day", "passed", "given-up", "faded")),
        "over": 10.0,
        "brief": 0.5,
        "lost": 0.0,
    }
    assert years["sea-1"] == 11.6
    assert years["flying"] == duration_to(plans.metadata.as_of)


def duration_to(today: PartialDate) -> float:
    """Return the years from 20 May 2016 to the end of a day, counted otherwise than the query does."""
    days = (calendar.fromisoformat(today) - calendar(2016, 5, 20)).days
    return round(days / 365.25, 1)
