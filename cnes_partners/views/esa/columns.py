"""Columns and notes that several views of ESA's money have in common."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from cnes_partners.model.records.budget import DomainLine
from cnes_partners.model.records.prices import PriceIndex
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.esa.contributors import ContributorYear
from cnes_partners.queries.esa.councils import SubscriptionYear
from cnes_partners.queries.esa.lines import BudgetYear
from cnes_partners.queries.esa.measures import Money
from cnes_partners.views.view import Column, column, every_column, flat_keys
from cnes_partners.views.words import Words

MoneyLine = TypeVar("MoneyLine", bound=Money)


_MEASURES = {
    Measure.DUE: translatable("due: what ESA's budget of the year counts on receiving"),
    Measure.VOTED: translatable("voted: adopted by a parliament"),
    Measure.PLANNED: translatable("planned: asked for in a finance bill, or announced beforehand"),
    Measure.PAID: translatable("paid: shown as paid"),
    Measure.STATED: translatable("stated: given without saying which of these it is"),
    Measure.SUBSCRIBED: translatable("subscribed: committed at a ministerial council, for several years"),
}


def measures_note(measures: Collection[Measure], say: Words) -> tuple[str, ...]:
    """Return what the measures that occur mean, and that they do not mix; nothing where there is none."""
    said = [say(_MEASURES[measure]) for measure in Measure if measure in measures]
    if len(said) < 2:
        return tuple(said)
    return (say("{measures}. They are different things.", measures=say.apart(said)),)


def by_measure(lines: Sequence[MoneyLine]) -> Iterator[tuple[Measure, tuple[MoneyLine, ...]]]:
    """Yield the measures that occur, each with its lines: pictures and sums are of one."""
    for measure in Measure:
        if own := tuple(line for line in lines if line.measure is measure):
            yield measure, own


def measure_column(say: Words) -> Column:
    """Return the column of measures; it is kept, for amounts of several mean several things."""
    return column("measure", say("Measure"), lambda line: say.word(line.measure), keep=True)


def amount_column(say: Words, *, title: str | None = None) -> Column:
    """Return the column of amounts in million euro."""
    return column(
        "amount_meur",
        title or say("Amount (M€)"),
        lambda record: meur_text(record, say),
        is_number=True,
        keep=True,
    )


_APPROXIMATE = {"cumulative_meur": "cumulative_approximate"}


def meur_text(record: Any, say: Words, key: str = "amount_meur") -> str:
    """Return an amount with "~" where it is approximate: as its source prints it, or what is computed rounded."""
    is_approximate = getattr(record, _APPROXIMATE.get(key, "approximate"), False)
    write = say.number if key == "amount_meur" else say.computed
    return write(getattr(record, key), is_approximate=is_approximate)


def constant_or_current_text(line: BudgetYear | ContributorYear, say: Words) -> str:
    """Return the amount that a line stands for: in constant euros where it has them, else as its source prints it."""
    return meur_text(line, say, "amount_meur" if line.prices_of is None else "real_meur")


def share_text(line: ContributorYear | DomainLine, say: Words) -> str:
    """Return the share that a source states; without an amount it is the share that is approximate."""
    return say.number(line.share_pct, is_approximate=line.approximate and line.amount_meur is None)


def money_columns(kind: type, shown: Sequence[Column], say: Words) -> tuple[Column, ...]:
    """Return *shown* and, hidden, a column for each flat field that is left: what is computed is shown rounded."""
    present = {entry.key for entry in shown}
    hidden = [_hidden(key, say) for key in flat_keys(kind) if key not in present and key.endswith(("_meur", "_pct"))]
    return every_column(kind, (*shown, *hidden))


def hidden(columns: Sequence[Column], *keys: str) -> tuple[Column, ...]:
    """Return the columns with those of *keys* left out of tables: the title says what they would."""
    return tuple(replace(entry, shown=False) if entry.key in keys else entry for entry in columns)


def _hidden(key: str, say: Words) -> Column:
    def text(record: Any) -> str:
        if key.endswith("_meur"):
            return meur_text(record, say, key)
        if key == "share_pct":
            return share_text(record, say)
        value = getattr(record, key)
        return say.number(value, decimals=1) if key.startswith("share_of") else say.change(value)

    return column(key, key, text, is_number=True, shown=False)


def percent_column(key: str, title: str, say: Words, *, drop: int = 2, is_change: bool = False) -> Column:
    """Return a column of computed percentages, with their sign where they are changes."""

    def text(record: Any) -> str:
        value = getattr(record, key)
        return say.change(value) if is_change else say.number(value, decimals=1)

    return column(key, title, text, is_number=True, drop=drop)


def named(say: Words, key: str) -> Callable[[Any], str]:
    """Return what turns the id at *key* into a name."""
    return lambda record: say.party(getattr(record, key))


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
    return (column("real_meur", title, lambda line: meur_text(line, say, "real_meur"), is_number=True, drop=1),)


def prices_note(index: Sequence[PriceIndex], prices_of: int | None, say: Words) -> tuple[str, ...]:
    """Return which index and sources constant euros stand on; nothing where there are none."""
    if prices_of is None or not index:
        return ()
    sources = ", ".join(dict.fromkeys(f"[{line.source}]" for line in index))
    years = [line.year for line in index]
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
