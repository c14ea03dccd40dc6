"""Exact arithmetic: decimals as written, rounded once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.model.numbers import exact, plain, rounded, yearly_rate_pct


def test_a_number_is_the_decimal_that_was_written() -> None:
    """0.1 is a tenth, not the binary number near it; what is exact already stays."""
    assert [exact(value) for value in (0.1, 1401.009, 3, Fraction(1, 3))] == [
        Fraction(1, 10),
        Fraction(1401009, 1000),
        3,
        Fraction(1, 3),
    ]


@given(st.lists(st.decimals(0, 10**6, places=3), max_size=20))
def test_a_sum_of_decimals_is_their_sum(amounts: Any) -> None:
    """No digit of an amount with three decimals is lost or made up, as 0.1 + 0.2 = 0.30000000000000004 does."""
    assert plain(sum((exact(float(amount)) for amount in amounts), start=Fraction())) == float(sum(amounts))


def test_a_whole_number_is_written_as_one() -> None:
    """3 rather than 3.0; a third as the nearest float."""
    assert [repr(plain(Fraction(*value))) for value in ((6, 2), (1, 3))] == ["3", "0.3333333333333333"]


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (16.25, 1, 16.3),  # Python's round() gives 16.2, the even one
        (2.675, 2, 2.68),  # and 2.67 here, for the float lies below
        (-12.45, 1, -12.5),
        (12.449, 1, 12.4),
        (Fraction(1, 20), 1, 0.1),
        (1401.009, 0, 1401),
        (-0.04, 1, 0),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Fraction | float, decimals: int, expected: float) -> None:
    """As people round, and as the decimal says, not the float."""
    assert rounded(value, decimals) == expected


@pytest.mark.parametrize(
    ("ratio", "years", "expected"),
    [
        (Fraction(121, 100), 2, 10.0),
        (Fraction(1), 7, 0.0),
        (Fraction(11225, 10000), 1, 12.25),  # of floats it is 12.249999999999993, which is shown as 12.2
        (Fraction(1, 8), 3, -50.0),
    ],
)
def test_a_yearly_rate_is_the_root(ratio: Fraction, years: int, expected: float) -> None:
    """1.1 squared is 1.21: +10 % a year."""
    assert yearly_rate_pct(ratio, years) == expected
