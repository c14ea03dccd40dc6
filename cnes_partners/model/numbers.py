"""Exact arithmetic on the decimals of the data.

Binary fractions only come near 0.1: what is computed from the data is computed exactly, and rounded once, where it is
written or shown.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

Number = int | float | Fraction


def exact(value: Number) -> Fraction:
    """Return the decimal that *value* was written as in the data, not the binary number that stands for it."""
    return Fraction(str(value)) if isinstance(value, float) else Fraction(value)


def plain(value: Fraction) -> int | float:
    """Return *value* as JSON and CSV hold it: whole where it is, else the nearest number with 17 digits."""
    return value.numerator if value.denominator == 1 else float(value)


def rounded(value: Number, decimals: int) -> float:
    """Return *value* with that many decimals; what lies in the middle goes away from zero, as people round."""
    scale = 10**decimals
    size = floor(abs(exact(value)) * scale + Fraction(1, 2))
    return float(Fraction(size if value >= 0 else -size, scale))


def yearly_rate_pct(ratio: Fraction, years: int) -> float:
    """Return by how many percent a year grows what has grown to *ratio* times itself in *years* years."""
    from decimal import Context

    # Fifty digits, since a power of floats is wrong in the digit that is shown where the rate lies on a border.
    digits = Context(prec=50)
    whole = digits.divide(ratio.numerator, ratio.denominator)
    root = digits.power(whole, digits.divide(1, years))
    return float(digits.multiply(100, digits.subtract(root, 1)))
