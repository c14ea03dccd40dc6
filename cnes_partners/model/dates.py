"""Dates as far as they are known: a year, a month or a day."""

from __future__ import annotations

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_within(year: int | None, from_year: int | None, to_year: int | None) -> bool:
    """Return whether a year is within bounds, both included; None is no bound, an unknown year is within none."""
    if year is None:
        return from_year is None and to_year is None
    return (from_year or 0) <= year <= (to_year or 9999)


def is_before(date: str, other: str) -> bool:
    """Return whether a date is surely before another: "2013" is not before "2013-05"."""
    known = min(len(date), len(other))
    return date[:known] < other[:known]


def years_before(date: str, years: int) -> str:
    """Return the date that lies so many years before another, to compare with: "2026-11-22" -> "2024-11-22"."""
    return f"{int(date[:4]) - years:04}{date[4:]}"


class PartialDate(str):
    """A date of the Gregorian calendar at the precision its source gives: "2022", "2022-12" or "2022-12-16".

    It is its own ISO 8601 text, so JSON, CSV and SQL take it as it is, and it orders as text does:
    a year sorts before its months, a month before its days.

    Raises:
        ValueError: The text has another form, or names a day that does not exist.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> PartialDate:
        parts = text.split("-")
        widths_fit = [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2])
        if not (widths_fit and all(part.isascii() and part.isdigit() for part in parts)):
            raise ValueError(f'expected a date such as "2023", "2023-06" or "2023-06-19", got "{text}"')
        numbers = [int(part) for part in parts]
        month, day = [*numbers[1:], 1, 1][:2]
        if not (1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]):
            raise ValueError(f"there is no such date: {text}")
        if (month, day) == (2, 29) and not _is_leap(numbers[0]):
            raise ValueError(f"there is no such date: {text}")
        return super().__new__(cls, text)

    @property
    def year(self) -> int:
        """Return the year."""
        return int(self[:4])

    @property
    def month(self) -> int | None:
        """Return the month (1 to 12), None where it is not known."""
        return int(self[5:7]) if len(self) >= 7 else None

    @property
    def day(self) -> int | None:
        """Return the day of the month, None where it is not known."""
        return int(self[8:10]) if len(self) == 10 else None
