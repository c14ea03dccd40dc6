"""Columns and notes that several views of ESA's money have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.vocabulary import Measure
from cnes_partners.queries.esa import ContributorYear, SubscriptionYear
from cnes_partners.views.view import Column, column
from cnes_partners.views.words import Words

_MEASURES = {
    Measure.DUE: "due: what ESA's budget of the year counts on receiving",
    Measure.VOTED: "voted: adopted by a parliament",
    Measure.PLANNED: "planned: asked for in a finance bill, or announced beforehand",
    Measure.PAID: "paid: shown as paid",
    Measure.STATED: "stated: given without saying which of these it is",
    Measure.SUBSCRIBED: "subscribed: committed at a ministerial council, for several years",
}


def measures_note(measures: Sequence[Measure], say: Words) -> str:
    """Return what the measures that occur mean, and that they do not mix."""
    present = [measure for measure in Measure if measure in measures]
    said = say.apart(say(_MEASURES[measure]) for measure in present)
    return said if len(present) == 1 else say("{measures}. They are different things.", measures=said)


def amount_column(say: Words, *, key: str = "amount_meur", title: str = "Amount (M€)", drop: int = 0) -> Column:
    """Return a column of million euro; it is kept unless it has a *drop*."""

    def text(record: Any) -> str:
        return say.number(getattr(record, key), is_approximate=getattr(record, "approximate", False))

    return column(key, say(title), text, is_number=True, keep=not drop, drop=drop)


def percent_column(
    key: str, title: str, say: Words, *, decimals: int | None = 1, drop: int = 2, is_change: bool = False
) -> Column:
    """Return a column of percentages, with their sign where they are changes."""

    def text(record: Any) -> str:
        value = getattr(record, key)
        return say.change(value) if is_change else say.number(value, decimals=decimals)

    return column(key, say(title), text, is_number=True, drop=drop)


def year_column(say: Words) -> Column:
    """Return the column of years."""
    return column("year", say("Year"), is_number=True, keep=True)


def source_column(say: Words, *, drop: int = 5) -> Column:
    """Return the column of sources."""
    return column("source", say("Source"), drop=drop)


def named(dataset: Dataset, say: Words, key: str) -> Callable[[Any], str]:
    """Return what turns the id at *key* into a name."""
    return lambda record: dataset.party_name(getattr(record, key), language=say.language)


def rank_text(line: ContributorYear | SubscriptionYear, say: Words) -> str:
    """Return a rank and, where unknown rivals could change it, among how many it counts."""
    if line.rank is None:
        return "–"
    if line.rank_is_certain:
        return str(line.rank)
    return say.counted(line.ranked, "{rank} of only {count} known", "{rank} of {count} known", rank=line.rank)


def real_columns(say: Words, prices_of: int | None) -> tuple[Column, ...]:
    """Return the column of constant euros where there are any."""
    if prices_of is None:
        return ()
    title = say("M€ of {year}", year=prices_of)
    return (column("real_meur", title, lambda line: say.number(line.real_meur, decimals=1), is_number=True, drop=1),)


def prices_note(prices_of: int | None, dataset: Dataset, say: Words) -> tuple[str, ...]:
    """Return which index and sources constant euros stand on; nothing where there are none."""
    if prices_of is None:
        return ()
    sources = ", ".join(dict.fromkeys(f"[{line.source}]" for line in dataset.prices))
    years = [line.year for line in dataset.prices]
    return (
        say(
            "Euros of {year} by French consumer prices for all (index {first} to {last}: {sources});"
            " changes and sums are in these euros.",
            year=prices_of,
            first=min(years),
            last=max(years),
            sources=sources,
        ),
    )


def gap_note(years: Iterable[int], say: Words) -> str:
    """Return which years between the first and the last have no figure."""
    known = sorted(set(years))
    missing = [str(year) for year in range(known[0], known[-1] + 1) if year not in known] if known else []
    if not missing:
        return say("No year is missing.")
    return say("No figure on record for {years}.", years=", ".join(missing))


def sources_line(sources: Iterable[str], say: Words) -> str:
    """Return where a picture's figures come from; a chart has room for a few."""
    every = list(dict.fromkeys(sources))
    shown = ", ".join(every[:4])
    if len(every) <= 4:
        return say("Sources: {sources}", sources=shown)
    return say.counted(
        len(every) - 4, "Sources: {sources} and {count} other", "Sources: {sources} and {count} others", sources=shown
    )
