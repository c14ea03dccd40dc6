"""The dataset as programs ask it: records, and the questions that the commands answer."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cnes_partners.dataset import dataset
from cnes_partners.dataset.find import find_storage
from cnes_partners.errors import UsageError
from cnes_partners.model.dates import Period, period
from cnes_partners.model.sentences import sentence

if TYPE_CHECKING:
    from cnes_partners.model.records.partners import Partner
    from cnes_partners.queries.agreements import DatedAgreement
    from cnes_partners.queries.claims.model import Claim
    from cnes_partners.queries.filters import Found
    from cnes_partners.queries.missions import ListedMission

Word = TypeVar("Word", bound=StrEnum)


class Dataset(dataset.Dataset):
    """Tables of records, records by name, and answers to questions; docs/api.md has examples.

    Every table raises InvalidDatasetError, with all problems of the table, if its files do not decode.

    A filter takes one value or several: names of partners as ``partner`` takes them, words of a vocabulary as
    data/README.md lists them. A date is "2019", "2019-06", "2019-06-30" or a year as a number; a period is a date,
    "2019..2024", "2019.." or "..2024-06", its last day included. Answers are frozen dataclasses, or tuples of them.
    """

    def missions_with(
        self,
        *,
        partner: str | Iterable[str] = (),
        category: str | Iterable[str] = (),
        theme: str | Iterable[str] = (),
        status: str | Iterable[str] = (),
        role: str | Iterable[str] = (),
        kind: str | Iterable[str] = (),
        target: str | Iterable[str] = (),
        from_date: str | int | None = None,
        to_date: str | int | None = None,
        ended: str | int | None = None,
        upcoming: bool = False,
    ) -> Found[ListedMission]:
        """Return the missions that fit every filter given, by id, each with the years that it flew.

        With all of several partners, categories and targets; of any of several themes, statuses, roles (CNES's) and
        kinds. ``from_date`` and ``to_date`` bound the launch, past or planned; ``ended`` is a period. ``upcoming``
        launches are planned from the data's date on and stand soonest first.

        Raises:
            NotFoundError: No partner is called so; AmbiguousNameError where several are.
            UsageError: A word that is not in its vocabulary, a date that is none, a period that ends before it begins.
        """
        from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role, Target, Theme
        from cnes_partners.model.vocabulary.partnership import Category
        from cnes_partners.queries.filters import Filters
        from cnes_partners.queries.missions import listed_missions

        launched = _between(from_date, to_date)
        filters = Filters(
            partners=self._partners_of(partner),
            categories=_words("category", Category, category),
            themes=_words("theme", Theme, theme),
            statuses=_words("status", MissionStatus, status),
            roles=_words("role", Role, role),
            kinds=_words("kind", MissionKind, kind),
            targets=_words("target", Target, target),
            ended=_period("ended", ended),
            is_upcoming=upcoming,
            first=launched.first,
            last=launched.last,
        )
        return listed_missions(self, filters)

    def agreements_of(
        self,
        partner: str | Iterable[str] = (),
        *,
        category: str | Iterable[str] = (),
        kind: str | Iterable[str] = (),
        from_date: str | int | None = None,
        to_date: str | int | None = None,
        signed: str | int | None = None,
        subject: str | None = None,
    ) -> Found[DatedAgreement]:
        """Return the agreements that fit every filter given, each with its partner's id, by date, the undated last.

        Of any of several partners, categories and kinds. ``signed`` is a period, ``from_date`` and ``to_date`` are one
        as well; ``subject`` is words that all stand in title or subject, English or French.

        Raises:
            NotFoundError: No partner is called so; AmbiguousNameError where several are.
            UsageError: A word that is not in its vocabulary, a date that is none, a period that ends before it begins,
                or two periods.
        """
        from cnes_partners.model.vocabulary.partnership import AgreementKind, Category
        from cnes_partners.queries.agreements import agreements
        from cnes_partners.queries.filters import Filters

        bounds = _between(from_date, to_date)
        if signed is not None and bounds != Period():
            raise UsageError(
                sentence("signed has both ends, so from_date and to_date say nothing more; give one or the others.")
            )
        dated = _period("signed", signed) or bounds
        filters = Filters(
            partners=self._partners_of(partner),
            categories=_words("category", Category, category),
            kinds=_words("kind", AgreementKind, kind),
            first=dated.first,
            last=dated.last,
            subject=subject,
            has_one_partner=True,
        )
        return agreements(self, filters)

    def claims(self, figure: str | float | None = None) -> tuple[Claim, ...]:
        """Return the figures that CNES states, each beside what the data gives, with a verdict and the reason.

        All of them, or those that state *figure*, however it is written: 18.4, "18,4 %", "1 174".
        """
        from cnes_partners.queries.claims import rules

        return rules.claims(self) if figure is None else rules.claims_of(self, str(figure).removesuffix(".0"))

    def claim(self, id: str) -> Claim:
        """Return one claim by id, with every step of its reasoning.

        Raises:
            NotFoundError: There is no such claim; the message names the nearest.
        """
        from cnes_partners.queries.claims import rules

        return rules.claim(self, id)

    def _partners_of(self, names: str | Iterable[str]) -> tuple[Partner, ...]:
        return tuple(map(self.partner, _several(names)))


def load(place: str | os.PathLike[str] | None = None) -> Dataset:
    """Return the bundled dataset, or the one at *place*: a folder of YAML or a JSON export.

    Without *place* the environment variable CNES_PARTNERS_DATA is heeded. Tables are read when they are
    first asked for, so a faulty record shows itself then; ``cnes-partners check`` reads everything.

    Raises:
        InvalidDatasetError: There is no dataset at that place.
    """
    return Dataset(find_storage(place))


def _several(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _words(filter: str, kind: type[Word], given: str | Iterable[str]) -> tuple[Word, ...]:
    """Return what was given as words of a vocabulary."""
    try:
        return tuple(map(kind, _several(given)))
    except ValueError as error:
        message = sentence(
            "{filter}: {problem}; it is one of {words}.", filter=filter, problem=str(error), words=tuple(map(str, kind))
        )
        raise UsageError(message) from None


def _between(first: str | int | None, last: str | int | None) -> Period:
    """Return the period from one date to another, each None where there is no bound."""
    if first is None and last is None:
        return Period()
    ends = ("" if date is None else str(date) for date in (first, last))
    return _period("from_date, to_date", "..".join(ends)) or Period()


def _period(filter: str, given: str | int | None) -> Period | None:
    try:
        return None if given is None else period(str(given))
    except ValueError as error:
        raise UsageError(sentence("{filter}: {problem}.", filter=filter, problem=error.args[0])) from None
