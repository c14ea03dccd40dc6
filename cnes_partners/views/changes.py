"""The view of what changed between two datasets, which reads as a changelog does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from cnes_partners.model.sentences import translatable
from cnes_partners.queries.changes.model import Change, Changes, Compared, Kind, Value
from cnes_partners.views.sections import Lines
from cnes_partners.views.view import UNKNOWN, Column, View, column, every_column
from cnes_partners.views.words import Words

_LISTED = 20  # so many ids stand in a line of a summary, of more the number alone
_FEW = 3  # a field that one dataset alone has is told where it stands, unless it stands in more records than that


_TITLES = {
    Compared.METADATA: translatable("The dataset"),
    Compared.CATEGORY: translatable("Categories"),
    Compared.PARTNER: translatable("Partners"),
    Compared.AGREEMENT: translatable("Agreements"),
    Compared.MISSION: translatable("Missions"),
    Compared.PARTY: translatable("Parties that are no partners"),
    Compared.COUNTRY: translatable("Countries"),
    Compared.STATEMENT: translatable("Stated figures"),
    Compared.DISAGREEMENT: translatable("Disagreements"),
    Compared.ESA_BUDGET: translatable("ESA's budget"),
    Compared.ESA_INCOME: translatable("ESA's income"),
    Compared.ESA_SUBTOTAL: translatable("Subtotals of ESA's income"),
    Compared.ESA_DOMAIN: translatable("ESA's domains"),
    Compared.ESA_CONTRIBUTION: translatable("France's contribution to ESA"),
    Compared.CNES_BUDGET: translatable("CNES's budget"),
    Compared.ESA_COUNCIL: translatable("ESA's ministerial councils"),
    Compared.ESA_MEMBER: translatable("ESA's members"),
    Compared.ESA_MEMBER_COUNT: translatable("How many members ESA has"),
    Compared.ESA_PROGRAMME: translatable("ESA's programmes"),
    Compared.ESA_FUNDING_RULE: translatable("How ESA is paid for"),
    Compared.ESA_SUM_CHECK: translatable("Sums of ESA's figures"),
    Compared.ESA_UNDATED_TABLE: translatable("Contributions without a year"),
    Compared.ESA_DISAGREEMENT: translatable("Disagreements about ESA's figures"),
    Compared.PRICE_INDEX: translatable("Prices"),
    Compared.SOURCE: translatable("Sources"),
}


def changes_view(found: Changes, say: Words, *, is_summary: bool = False) -> View:
    """Return the changes, for people by table: what was added, what is gone, and each field with both its values.

    A summary has a line for each table.
    """
    tables = [(table, tuple(members)) for table, members in groupby(found.records, lambda change: change.table)]
    return View(
        title=_title(found, say),
        columns=_columns(say),
        records=found.records,
        sections=(_summary(tables, say),) if is_summary else tuple(_section(*table, say) for table in tables),
    )


def _title(found: Changes, say: Words) -> str:
    return say.counted(
        len(found.records),
        "{count} change from {old} of {old_date} to {new} of {new_date}",
        "{count} changes from {old} of {old_date} to {new} of {new_date}",
        old=found.old.version,
        old_date=say.date(found.old.as_of),
        new=found.new.version,
        new_date=say.date(found.new.as_of),
    )


def _columns(say: Words) -> tuple[Column, ...]:
    shown = (
        column("table", say("Table"), lambda change: table_title(change.table, say), drop=2),
        column("id", say("ID"), keep=True),
        column("change", say("Change"), lambda change: say.word(change.change), drop=1),
        column("field", say("Field"), keep=True),
        column("old", say("Before"), lambda change: _text(change.old, change.old_fr, say), wraps=True),
        column("new", say("After"), lambda change: _text(change.new, change.new_fr, say), wraps=True),
        column("source", say("Source"), drop=3),
    )
    return every_column(Change, shown)


def table_title(table: Compared, say: Words) -> str:
    """Return what the records of a table are."""
    return say(_TITLES[table])


def _text(value: Value, french: str | None, say: Words) -> str:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, (int, float)):
        return str(value)  # an identifier or a year, as likely as an amount
    return say.either(value, french) or UNKNOWN


def _section(table: Compared, changes: Sequence[Change], say: Words) -> Lines:
    return Lines(
        title=say("{label}: {values}", label=table_title(table, say), values=", ".join(_counts(changes, say))),
        lines=(*_folded(changes, say), *_told(changes, say)),
        is_list=True,
    )


def _summary(tables: Sequence[tuple[Compared, Sequence[Change]]], say: Words) -> Lines:
    lines = (
        say("{label}: {values}", label=table_title(table, say), values=", ".join(_counts(changes, say, has_ids=True)))
        for table, changes in tables
    )
    return Lines(lines=tuple(lines), is_list=True)


def _counts(changes: Sequence[Change], say: Words, *, has_ids: bool = False) -> Iterator[str]:
    """Yield how many records were added, are gone, changed; and which, where they are not too many to be listed."""
    for kind in Kind:
        ids = tuple(dict.fromkeys(change.id for change in changes if change.change is kind))
        if ids:
            counted = _counted(kind, len(ids), say)
            yield f"{counted} ({', '.join(ids)})" if has_ids and len(ids) <= _LISTED else counted


def _counted(kind: Kind, count: int, say: Words) -> str:
    match kind:
        case Kind.ADDED:
            return say.counted(count, "{count} record added", "{count} records added")
        case Kind.GONE:
            return say.counted(count, "{count} record gone", "{count} records gone")
        case Kind.CHANGED:
            return say.counted(count, "{count} record changed", "{count} records changed")
        case _:
            assert_never(kind)


def _folded(changes: Sequence[Change], say: Words) -> Iterator[str]:
    """Yield a line for each field, and for a table, that one dataset alone has, and in how many records."""
    for field, members in _of_one_side(changes).items():
        count = len({change.id for change in members})
        values = _how_many(count, say, is_new=all(_is_new(change) for change in members))
        yield say("{label}: {values}", label=field, values=values) if field else values


def _how_many(count: int, say: Words, *, is_new: bool) -> str:
    if is_new:
        return say.counted(count, "none before, {count} record now", "none before, {count} records now")
    return say.counted(count, "{count} record before, none now", "{count} records before, none now")


def _is_new(change: Change) -> bool:
    return change.change is Kind.ADDED or (change.change is Kind.CHANGED and not change.old)


def _of_one_side(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """Return the changes that are folded, by field without what parts of lists are called, "" of whole records."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.has_one_side:
            found[_plain_field(change)].append(change)
    return {field: members for field, members in found.items() if len(members) > _FEW}


def _plain_field(change: Change) -> str:
    return "".join(part.rpartition("]")[2] for part in (change.field or "").split("["))


def _told(changes: Sequence[Change], say: Words) -> Iterator[str]:
    """Yield what is told of each record that is not folded."""
    folded = _of_one_side(changes)
    left = [change for change in changes if not (change.has_one_side and _plain_field(change) in folded)]
    for kind in Kind:
        of_kind = [change for change in left if change.change is kind]
        for _, members in groupby(of_kind, lambda change: (change.id, change.name)):
            yield from _of_record(tuple(members), say)


def _of_record(changes: Sequence[Change], say: Words) -> Iterator[str]:
    first = changes[0]
    name = say.either(first.name, first.name_fr)
    record = name if name == first.id else f"{name} ({first.id})"
    yield say("{label}: {values}", label=say.word(first.change), values=record)
    yield from (f"  {_field_text(change, say)}" for change in changes if change.field)


def _field_text(change: Change, say: Words) -> str:
    """Return a field with the values before and after, or the one that there is, and who says so."""
    before, after = (_text(change.old, change.old_fr, say), _text(change.new, change.new_fr, say))
    kind = Kind.ADDED if change.old is None else Kind.GONE if change.new is None else Kind.CHANGED
    values = {Kind.ADDED: after, Kind.GONE: before, Kind.CHANGED: f"{before} → {after}"}[kind]
    label = change.field if kind is Kind.CHANGED else f"{change.field}, {say.word(kind)}"
    text = say("{label}: {values}", label=label, values=values)
    return f"{text} [{change.source}]" if change.source not in (None, change.new) else text
