"""What an answer is filtered by."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate, Period, is_within

if TYPE_CHECKING:
    from cnes_partners.model.records.parties import Party
    from cnes_partners.model.records.partners import Partner


@frozen
class Filters:
    """What an answer is filtered by; a record must fit each of these that is given.

    Of what a record has several of (partners, categories, areas, targets) it must have all; of what it has one of, any.
    Where ``has_one_partner``, as an agreement has, or a partner itself, any of the partners and categories will do.
    """

    partners: Sequence[Partner | Party] = ()
    categories: Sequence[StrEnum] = ()
    themes: Sequence[StrEnum] = ()
    areas: Sequence[StrEnum] = ()
    targets: Sequence[StrEnum] = ()
    regions: Sequence[StrEnum] = ()
    kinds: Sequence[StrEnum] = ()
    statuses: Sequence[StrEnum] = ()
    roles: Sequence[StrEnum] = ()
    measures: Sequence[StrEnum] = ()
    tables: Sequence[StrEnum] = ()
    years: Sequence[int] = ()
    first: PartialDate | None = None
    last: PartialDate | None = None
    ended: Period | None = None
    subject: str | None = None
    is_upcoming: bool = False
    has_one_partner: bool = False


EVERYTHING = Filters()


def is_any(value: object, wanted: Collection[object]) -> bool:
    """Return whether *value* is any of those wanted; where none is, all are."""
    return not wanted or value in wanted


def has_all(values: Collection[object], wanted: Collection[object]) -> bool:
    """Return whether all that is wanted is among *values*."""
    return all(entry in values for entry in wanted)


Record = TypeVar("Record")


@frozen
class Found(Generic[Record]):
    """The records that fit, and how many more may fit: they have no date, or one that is not precise enough to tell.

    Of upcoming launches, ``overdue`` and ``cancelled`` count the plans that are past or were given up.
    """

    records: tuple[Record, ...]
    undated: int = 0
    imprecise: int = 0
    overdue: int = 0
    cancelled: int = 0

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)


def in_period(
    records: Iterable[Record], date_of: Callable[[Record], PartialDate | None], filters: Filters
) -> Found[Record]:
    """Return the records whose date is within the bounds of *filters*; all of them where there are no bounds."""
    return within(records, date_of, Period(first=filters.first, last=filters.last))


def within(records: Iterable[Record], date_of: Callable[[Record], PartialDate | None], period: Period) -> Found[Record]:
    """Return the records whose date is within *period*; all of them where it has no bounds."""
    every = tuple(records)
    fits = [is_within(date_of(record), period.first, period.last) for record in every]
    unsure = [date_of(record) for record, is_in in zip(every, fits, strict=True) if is_in is None]
    return Found(
        records=tuple(record for record, is_in in zip(every, fits, strict=True) if is_in),
        undated=sum(date is None for date in unsure),
        imprecise=sum(date is not None for date in unsure),
    )
