"""Dates at the precision of their source."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.model.dates import PartialDate, is_within, is_year_within, year_date


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2022", (2022, None, None)),
        ("2022-12", (2022, 12, None)),
        ("2022-12-16", (2022, 12, 16)),
        ("2024-02-29", (2024, 2, 29)),
        ("2000-02-29", (2000, 2, 29)),
        ("1961-04", (1961, 4, None)),
    ],
)
def test_a_date_knows_the_parts_that_its_text_gives(text: str, parts: tuple[int | None, ...]) -> None:
    """A year, a month or a day; what the source does not give is None."""
    known = PartialDate(text)
    assert (known.year, known.month, known.day) == parts
    assert known == text


@pytest.mark.parametrize(
    "text",
    ["", "22", "02022", "2022-1", "2022-1-2", "2022-12-1", "2022-", "2022-12-16-01", "-2022", "2022-12-16T10:00",
     "2022/12/16", "16-12-2022", "Dec 2022", " 2022", "2022 ", "٢٠٢٢", "²022", "2022_1"],
)  # fmt: skip
def test_another_form_is_refused(text: str) -> None:
    """Only YYYY, YYYY-MM and YYYY-MM-DD in ASCII digits are dates; the message shows the three."""
    with pytest.raises(ValueError, match="expected a date such as") as caught:
        PartialDate(text)
    assert str(caught.value).endswith(f'got "{text}"')


@pytest.mark.parametrize(
    "text",
    [
        "2022-00",
        "2022-13",
        "2022-01-00",
        "2022-01-32",
        "2022-04-31",
        "2023-02-29",
        "1900-02-29",
        "2022-02-30",
        "0000",
        "0000-01-01",
    ],
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """The Gregorian calendar has no such month or day; 1900 was no leap year, and no year was 0."""
    with pytest.raises(ValueError, match=f"there is no such date: {text}"):
        PartialDate(text)


def test_dates_order_by_time_and_the_vaguer_first() -> None:
    """A year stands before its months, a month before its days."""
    shuffled = ["2022-12-16", "2023", "2022", "2021-12-31", "2022-12", "2022-02"]
    assert sorted(map(PartialDate, shuffled)) == ["2021-12-31", "2022", "2022-02", "2022-12", "2022-12-16", "2023"]


def test_a_date_is_its_own_json_text() -> None:
    """JSON takes a date as the text it is."""
    assert json.dumps([PartialDate("2022-12")]) == '["2022-12"]'


@given(st.dates(), st.dates())
def test_every_day_of_the_calendar_is_a_date_and_keeps_its_order(one: Any, other: Any) -> None:
    """Python's calendar and ours agree on which days exist and which comes first."""
    assert (PartialDate(one.isoformat()) < PartialDate(other.isoformat())) == (one < other)


@given(st.integers(1, 9999), st.integers(0, 14), st.integers(0, 33))
def test_a_day_is_refused_where_the_calendar_has_none(year: Any, month: Any, day: Any) -> None:
    """What datetime refuses is refused here, and nothing else."""
    try:
        date(year, month, day)
    except ValueError:
        with pytest.raises(ValueError, match="no such date"):
            PartialDate(f"{year:04}-{month:02}-{day:02}")
    else:
        assert PartialDate(f"{year:04}-{month:02}-{day:02}").day == day


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((None, None), True),
        ((2000, 2000), True),
        ((2001, None), False),
        ((None, 1999), False),
        ((None, 0), False),
        ((0, None), True),
    ],
)
def test_years_are_within_bounds_that_are_included(bounds: tuple[int | None, ...], expected: bool) -> None:
    """None is no bound, and 0 is one."""
    assert is_year_within(2000, *bounds) is expected


@pytest.mark.parametrize(
    ("date", "first", "last", "expected"),
    [
        ("2022-12-16", None, None, True),
        (None, None, None, True),
        (None, "1900", None, None),
        (None, None, "2100", None),
        ("2022-12-16", "2022", "2022", True),
        ("2022-12-16", "2022-12", "2022-12", True),
        ("2022-12-16", "2022-12-16", "2022-12-16", True),
        ("2022-12-16", "2022-12-17", None, False),
        ("2022-12-16", None, "2022-11", False),
        ("2022-12-16", None, "0001", False),
        ("2022", "2022-01", "2022-12-31", True),
        ("2022", "2022-02", None, None),
        ("2022", None, "2022-12-30", None),
        ("2022", "2021-06", "2021-12", False),
        ("2022-02", None, "2022-02-28", None),
        ("2022-02", None, "2022-02", True),
        ("2022-02", "2022-02-01", "2022-03-01", True),
    ],
)
def test_dates_are_within_bounds_as_far_as_they_are_known(
    date: str | None, first: str | None, last: str | None, expected: bool | None
) -> None:
    """A bound takes in its last day; of a date that is not precise enough nobody can tell."""
    read = [None if text is None else PartialDate(text) for text in (date, first, last)]
    assert is_within(*read) is expected


def test_a_year_is_a_date() -> None:
    """With the four digits that a date has."""
    assert (year_date(None), year_date(2015), year_date(1)) == (None, "2015", "0001")
