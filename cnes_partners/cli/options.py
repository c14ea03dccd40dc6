"""Options that several commands share. One that takes several values may be given again, or take a comma list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cnes_partners.errors import NotFoundError
from cnes_partners.model.dates import PartialDate, Period, period
from cnes_partners.model.sentences import sentence

if TYPE_CHECKING:
    from cnes_partners.cli.answers import Session
    from cnes_partners.dataset.dataset import Dataset
    from cnes_partners.model.records.partners import Partner

DATE = "DATE"
PERIOD = "PERIOD"


def a_date(text: str) -> PartialDate:
    """Return a year, a month or a day that was typed."""
    date = text.strip()
    try:
        return PartialDate(f"{a_year(date):04}" if _is_year(date) else date)
    except ValueError:
        raise typer.BadParameter(
            sentence("'{typed}' is no year (2019), month (2019-06) or day (2019-06-30).", typed=text)
        ) from None


def a_period(text: str) -> Period:
    """Return a period that was typed: 2024, 2019-06..2024, 2019.., ..2024."""
    try:
        return period(text)
    except ValueError:
        message = sentence(
            "'{typed}' is no period: 2024, 2024-06, 2019..2024, 2019.. or ..2024, the earlier first.", typed=text
        )
        raise typer.BadParameter(message) from None


def a_year(text: str) -> int:
    """Return a year that was typed; 0 is a bound as well, the same as the first year, for there is none before it."""
    year = text.strip()
    if _is_year(year):
        return max(int(year), 1)
    raise typer.BadParameter(sentence("'{typed}' is no year such as 2019; these figures are by year.", typed=text))


def _is_year(text: str) -> bool:
    return len(text) <= 4 and text.isascii() and text.isdigit()


def named(session: Session, names: Sequence[str], *, option: tuple[str, ...] = ("-p",)) -> tuple[Partner, ...]:
    """Return the partners of those names, each once; *option* is what stands before each, arguments have none."""
    from cnes_partners.queries.named import partner_named

    try:
        found = [partner_named(session.dataset, name) for name in names]
    except NotFoundError as error:
        _tell_apart(session.dataset, names, option, error)
        raise
    return tuple({partner.id: partner for partner in found}.values())


def _tell_apart(dataset: Dataset, names: Sequence[str], option: Sequence[str], error: NotFoundError) -> None:
    """Let the error say how several partners are given, where one of *names* is a list of them."""
    import shlex

    lists = ([part.strip() for part in name.split(",")] for name in names if "," in name)
    parts = next((parts for parts in lists if all(_is_partner(dataset, part) for part in parts)), ())
    if parts:
        each = " ".join(shlex.join((*option, part)) for part in parts)
        error.tell(sentence("A name may have a comma in it, so give each partner by itself: {each}.", each=each))


def _is_partner(dataset: Dataset, name: str) -> bool:
    try:
        dataset.partner(name)
    except NotFoundError:
        return False
    return True


FromDate = Annotated[
    PartialDate | None,
    typer.Option("--from", metavar=DATE, parser=a_date, help="From DATE on: a year, month or day."),
]
ToDate = Annotated[
    PartialDate | None, typer.Option("--to", metavar=DATE, parser=a_date, help="Up to DATE, its last day included.")
]
FromYear = Annotated[int | None, typer.Option("--from", metavar="YEAR", parser=a_year, help="From YEAR on.")]
ToYear = Annotated[int | None, typer.Option("--to", metavar="YEAR", parser=a_year, help="Up to YEAR.")]
