"""A view as it was asked for: its rows as people read them, sorted, cut, with other columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from sys import getsizeof
from typing import Any

from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence
from cnes_partners.views.view import Cell, Column, View

MOST_BYTES_HELD = 200_000_000
_LETTERS_SORTED_BY = 1_000  # folding makes of some letters eighteen


def whole(view: View) -> View:
    """Return the view with all its records at hand; of those that came, a column of numbers alone is a number's.

    Raises:
        UsageError: The records take more memory than an answer may.
    """
    if view.coming is None:
        return view
    records = tuple(_held(view.coming))
    columns = (replace(entry, is_number=_has_numbers_alone(records, entry)) for entry in view.columns)
    return replace(
        view,
        columns=tuple(replace(entry, wraps=entry.wraps and not entry.is_number) for entry in columns),
        records=records,
        coming=None,
    )


def _held(coming: Iterator[Any]) -> Iterator[Any]:
    size = 0
    for record in coming:
        size += getsizeof(record) + sum(map(getsizeof, record.values()))
        if size > MOST_BYTES_HELD:
            message = sentence(
                "The answer needs more than {most} MB; ask for less, or for -f csv without -s and -n.",
                most=MOST_BYTES_HELD // 10**6,
            )
            raise UsageError(message)
        yield record


def _has_numbers_alone(records: Sequence[Any], column: Column) -> bool:
    return all(isinstance(column.value(record), (int, float, type(None))) for record in records)


def as_read(view: View) -> View:
    """Return the view for people: rows in the order of the names that it shows, texts to be sorted as they are shown.

    What programs read is in the same order in every language.
    """
    rows = view.rows if view.order is None else tuple(sorted(view.rows, key=view.order))
    return replace(
        view,
        columns=tuple(_sorted_as_shown(entry, rows[0]) for entry in view.columns) if rows else view.columns,
        records=rows if view.series is None else view.records,
        series=None if view.series is None else rows,
        sections=tuple(as_read(part) if isinstance(part, View) else part for part in view.sections),
    )


def _sorted_as_shown(column: Column, record: Any) -> Column:
    """Return the column with its text for its value where the record has that in both languages."""
    from cnes_partners.model.fields import french_of

    if not hasattr(record, french_of(column.key)):
        return column
    return replace(column, value=lambda row: None if column.value(row) is None else column.text(row))


def shape(view: View, *, columns: Sequence[str] = (), sort: Sequence[str] = (), limit: int | None = None) -> View:
    """Return the view with only these columns, sorted by the first of *sort*, then the next, cut to *limit* rows.

    A sort key is a column's, "-key" descending; unknown values come last either way. All three speak of rows: sections
    and charts go with their notes, groups too unless the view is only cut, and a record that is no row gives way to its
    series.

    Raises:
        UsageError: There is no such column, or more than one may be meant.
    """
    if not columns and not sort and limit is None:
        return view
    from cnes_partners.views.column_names import column_named

    wanted = {entry.key: entry for entry in (column_named(view.columns, text) for text in columns)}
    chosen = tuple(replace(entry, shown=True, wraps=True, drop=0) for entry in wanted.values())
    orders = [(column_named(view.columns, text.removeprefix("-")), text.startswith("-")) for text in sort]
    is_one_row = view.is_single and view.series is None
    if not chosen and is_one_row:
        return view
    rows = view.rows
    for by, is_descending in reversed(orders):
        rows = _sorted(rows, by, descending=is_descending)
    return replace(
        view,
        columns=chosen or view.columns,
        records=rows[:limit],
        series=None,
        is_single=is_one_row,
        group=None if chosen or orders else view.group,
        sections=(),
        footnotes=(),
        pictures=(),
    )


def _sorted(records: Sequence[Any], by: Column, *, descending: bool) -> tuple[Any, ...]:
    known = [record for record in records if by.value(record) not in (None, ())]
    unknown = [record for record in records if by.value(record) in (None, ())]
    return (*sorted(known, key=lambda record: _order(by.value(record)), reverse=descending), *unknown)


def _order(value: Cell) -> tuple[int, float, str]:
    """Return a sort key: numbers by size, before dates in order of time and text by its first letters, folded."""
    from cnes_partners.model.spelling import fold

    if isinstance(value, (int, float)):
        return (0, value, "")
    text = " ".join(value) if isinstance(value, tuple) else str(value)
    return (1, 0, fold(text[:_LETTERS_SORTED_BY]))
