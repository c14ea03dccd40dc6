"""What has aged, and which launch is late, on both sides of the day."""

from __future__ import annotations

import pytest

from cnes_partners.model.dates import PartialDate, is_before, years_before
from cnes_partners.model.records.missions import Launch
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus
from cnes_partners.queries.freshness import is_aged, is_overdue

TODAY = PartialDate("2026-01-31")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-01-30", True),
        ("2024-01-31", False),
        ("2024-01", False),
        ("2023-12", True),
        ("2024", False),
        ("2023", True),
        (None, False),
    ],
)
def test_a_status_holds_for_two_years(as_of: str | None, expected: bool) -> None:
    """To the day; a month or a year that may still hold is not said to be aged."""
    assert is_aged(PartialDate(as_of) if as_of else None, TODAY) is expected


@pytest.mark.parametrize(
    ("date", "state", "status", "expected"),
    [
        ("2026-01-30", LaunchState.PLANNED, MissionStatus.DEVELOPMENT, True),
        ("2026-01-31", LaunchState.PLANNED, MissionStatus.DEVELOPMENT, False),
        ("2025", LaunchState.PLANNED, MissionStatus.PROPOSED, True),
        ("2026", LaunchState.PLANNED, MissionStatus.DEVELOPMENT, False),
        (None, LaunchState.PLANNED, MissionStatus.DEVELOPMENT, False),
        ("2025", LaunchState.LAUNCHED, MissionStatus.OPERATIONAL, False),
        ("2025", LaunchState.PLANNED, MissionStatus.CANCELLED, False),
    ],
)
def test_a_plan_is_late_the_day_after(
    date: str | None, state: LaunchState, status: MissionStatus, expected: bool
) -> None:
    """What was given up is not late, nor what flies."""
    launch = Launch(state=state, date=PartialDate(date) if date else None)
    assert is_overdue(launch, status, TODAY) is expected
    assert is_overdue(None, status, TODAY) is False


@pytest.mark.parametrize(
    ("date", "years", "expected"),
    [("2026-01-31", 2, "2024-01-31"), ("2026-01", 1, "2025-01"), ("2026", 26, "2000"), ("1005", 10, "0995")],
)
def test_years_before_a_date(date: str, years: int, expected: str) -> None:
    """The same day of another year, which has four digits."""
    assert years_before(date, years) == expected


@pytest.mark.parametrize(
    ("date", "other", "expected"),
    [("2013", "2013-05", False), ("2013-05", "2013", False), ("2012", "2013-05", True), ("2013-05", "2013-06", True)],
)
def test_a_date_is_before_another_where_that_is_sure(date: str, other: str, expected: bool) -> None:
    """A year is not before one of its months."""
    assert is_before(date, other) is expected
