"""Dates as far as they are known: a year, a month or a day."""

from __future__ import annotations

from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import sentence

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def year_date(year: int | None) -> PartialDate | None:
    """Return a year as a date."""
    return None if year is None else PartialDate(f"{year:04}")


def is_year_within(year: int, first: int | None, last: int | None) -> bool:
    """Return whether a year is within bounds, both included; None is no bound."""
    return (first is None or first <= year) and (last is None or year <= last)


def is_before(date: str, other: str) -> bool:
    """Return whether a date is surely before another: "2013" is not before "2013-05"."""
    known = min(len(date), len(other))
    return date[:known] < other[:known]


def years_before(date: str, years: int) -> str:
    """Return the date that lies so many years before another, to compare with: "2026-11-22" -> "2024-11-22"."""
    return f"{int(date[:4]) - years:04}{date[4:]}"


def years_between(first: PartialDate, last: PartialDate) -> float:
    """Return the years from one date to another: to a tenth, a month standing for its middle, or to a whole year.

    Where one of them is known to its year alone, it is the difference of the years.
    """
    if first.month is None or last.month is None:
        return float(last.year - first.year)
    days = _middle(last) - _middle(first)
    return round(days / _DAYS_IN_YEAR, 1)


_DAYS_IN_YEAR = 365.25


def _middle(date: PartialDate) -> int:
    """Return the number of a day, that of the middle of a month where the day is not known."""
    from datetime import date as calendar

    return calendar(date.year, date.month or 7, date.day or 15).toordinal()


class PartialDate(str):
    """A date of the Gregorian calendar at the precision its source gives: "2022", "2022-12" or "2022-12-16".

    It is its own ISO 8601 text, so JSON, CSV and SQL take it as it is, and it orders as text does:
    a year sorts before its months, a month before its days.

    Raises:
        ValueError: The text has another form, or names a day that does not exist; a sentence says it.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> PartialDate:
        parts = text.split("-")
        widths_fit = [len(part) for part in parts] in ([4], [4, 2], [4, 2, 2])
        if not (widths_fit and all(part.isascii() and part.isdigit() for part in parts)):
            raise ValueError(
                sentence('expected a date such as "2023", "2023-06" or "2023-06-19", got "{text}"', text=text)
            )
        year, month, day, *_ = [*map(int, parts), 1, 1]
        is_short = (month, day) == (2, 29) and not _is_leap(year)
        if is_short or not (year and 1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]):
            raise ValueError(sentence("there is no such date: {text}", text=text))
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


def is_within(date: PartialDate | None, first: PartialDate | None, last: PartialDate | None) -> bool | None:
    """Return whether a date is within bounds, both included to their last day; None where it is not known well enough.

    "2022" is within "2022-01" and "2023", and nobody knows whether it is within "2022-06" and "2023".
    """
    if first is None and last is None:
        return True
    if date is None:
        return None
    begins, ends = _earliest(first or "0000"), _latest(last or "9999")
    if _latest(date) < begins or _earliest(date) > ends:
        return False
    return True if begins <= _earliest(date) and _latest(date) <= ends else None


def _earliest(date: str) -> str:
    return f"{date}{'-01-01'[len(date) - 4 :]}"


def _latest(date: str) -> str:
    """Return the last day that a date may be; a month that has no 31st still ends before the next begins."""
    return f"{date}{'-12-31'[len(date) - 4 :]}"


@frozen
class Period:
    """A stretch of time, both ends included to their last day; None is no bound."""

    first: PartialDate | None = None
    last: PartialDate | None = None


def period(text: str) -> Period:
    """Return the period that a text gives: "2024", "2024-06", "2019..2024", "2019..", "..2024".

    Raises:
        ValueError: An end is no date, none is given, or the first is after the last.
    """
    begins, dots, ends = (part.strip() for part in text.partition(".."))
    first = PartialDate(begins) if begins else None
    last = first if not dots else PartialDate(ends) if ends else None
    if first is None and last is None:
        raise ValueError(sentence("a period has at least one end"))
    if first and last and _earliest(first) > _latest(last):
        raise ValueError(sentence("{first} is after {last}", first=first, last=last))
    return Period(first=first, last=last)
