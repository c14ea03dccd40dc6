"""What every output format is made from: records, and columns that say how to show a record's values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin, get_type_hints

from cnes_partners.errors import Exit
from cnes_partners.frozen import frozen
from cnes_partners.model.fields import column_name, is_citation

if TYPE_CHECKING:
    from cnes_partners.model.records.metadata import Metadata
    from cnes_partners.model.records.sources import Source
    from cnes_partners.views.sections import Fields, File, Footnote, Lines, Picture

Cell = str | int | float | bool | tuple[str, ...] | None
Section: TypeAlias = "Fields | Lines | Picture | View"

UNKNOWN = "–"


@frozen
class Column:
    """One value of each record: ``value`` for programs (CSV, JSON, sorting), ``text`` for people.

    ``key`` is its path in the record's JSON, ``name`` what CSV and SQL call it; neither changes with the language.
    ``shown`` columns make the table, all columns make CSV. ``keep`` columns are never cut or left out; of the others
    the highest ``drop`` goes first where a terminal is narrow. ``note`` says below the table what its words mean, where
    the column is shown.
    """

    key: str
    name: str
    title: str
    value: Callable[[Any], Cell]
    text: Callable[[Any], str]
    is_number: bool = False
    shown: bool = True
    keep: bool = False
    wraps: bool = False
    drop: int = 0
    note: str = ""


@frozen
class Backing:
    """What an answer rests on: the dataset, and the sources that it cites, each once, as they come."""

    dataset: Metadata
    sources: tuple[Source, ...]


@frozen
class View:
    """An answer, ready for any format.

    ``records`` go to JSON as they are. A terminal shows ``sections`` where there are any, else the records' table,
    in groups where ``group`` names one for each record. ``is_single`` says that the answer is one record, not a list;
    where that record is no row of a table, ``series`` is what CSV lists of it. ``columns`` are those of the rows.
    ``order`` is the key that readers find the rows by where the language decides it; see ``as_read``.
    ``coming`` gives, once, the records of an answer of any length, which has none in ``records``; see ``whole``.
    ``pictures`` are its charts, for who wants them drawn. ``after`` closes the answer for people: the bibliography.
    ``footnotes`` are sources that texts name as "[id]", in the order of their numbers: a terminal shows the number in
    brackets and the notes as a list at the end, Markdown true footnotes, HTML links to notes at the end; JSON, YAML
    and CSV keep the ids. ``begins_page`` says of a section that it begins a page where there are pages: when HTML is
    printed, and nowhere else.
    ``backing`` is what it rests on, for the formats that tell it by themselves.
    ``asides`` are what is said of the answer beside it, on standard error, whatever its format.
    ``files`` are pictures that were asked for beside it, written after it.
    ``exit_code`` is what the program ends with after it wrote the answer.
    """

    title: str
    columns: tuple[Column, ...]
    records: tuple[Any, ...]
    is_single: bool = False
    series: tuple[Any, ...] | None = None
    coming: Iterator[Any] | None = None
    group: Callable[[Any], str] | None = None
    order: Callable[[Any], Any] | None = None
    sections: tuple[Section, ...] = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    after: tuple[Lines, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    begins_page: bool = False
    backing: Backing | None = None
    asides: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    exit_code: Exit = Exit.DONE

    @property
    def rows(self) -> tuple[Any, ...]:
        """Return what a table lists, a count counts and an order orders."""
        return self.records if self.series is None else self.series

    def names_sources(self, column: Column) -> bool:
        """Return whether a column has ids of sources: those that rows cite, or that are their own."""
        is_own = column.key == "id" and bool(self.rows) and hasattr(self.rows[0], "url")
        return is_own or is_citation(column.key.rpartition(".")[2])

    def groups(self) -> Iterator[tuple[str | None, Sequence[int]]]:
        """Yield the numbers of the rows of each group with its name; without groups, of all rows."""
        numbers = range(len(self.rows))
        group = self.group
        if group is None:
            yield None, numbers
            return
        for name, members in groupby(numbers, lambda number: group(self.rows[number])):
            yield name, list(members)

    @property
    def column_notes(self) -> tuple[str, ...]:
        """Return the notes on the columns of the table, where there is one."""
        shown = self.columns if self.rows and not self.sections else ()
        return tuple(column.note for column in shown if column.shown and column.note)

    @property
    def passing(self) -> Iterable[Any]:
        """Return the rows to go through once, as they come where they do."""
        return self.rows if self.coming is None else self.coming


def column(
    key: str,
    title: str,
    text: Callable[[Any], str] | None = None,
    *,
    name: str = "",
    value: Callable[[Any], Cell] | None = None,
    is_number: bool = False,
    shown: bool = True,
    keep: bool = False,
    wraps: bool = False,
    drop: int = 0,
    note: str = "",
) -> Column:
    """Return a column; without *value* it reads the record at *key*, without *text* it shows the value plainly.

    Without *name* it is named after its key.
    """
    read = value or ((lambda record: value_at(record, key)) if "." in key else attrgetter(key))
    return Column(
        key=key,
        name=name or column_name(key.split(".")),
        title=title,
        value=read,
        text=text or (lambda record: plain_text(read(record))),
        is_number=is_number,
        shown=shown,
        keep=keep,
        wraps=wraps,
        drop=drop,
        note=note,
    )


def value_at(record: Any, key: str) -> Cell:
    """Return the value at a dotted path such as "launch.date"; None where a part of the path is unknown."""
    for name in key.split("."):
        record = None if record is None else getattr(record, name)
    found: Cell = record
    return found


def field_at(record: Any, column: Column) -> Any:
    """Return what the record's JSON holds at the column's key; of a column that is no field, its value."""
    first, *_ = column.key.split(".")
    is_field = is_dataclass(record) and hasattr(record, first)
    return value_at(record, column.key) if is_field else column.value(record)


def plain_text(value: Cell) -> str:
    """Return a value as people read it, whatever the language."""
    if value is None or value == ():
        return UNKNOWN
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def every_column(kind: type, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return *columns* and, not shown in tables, one for each flat field of the records that they leave out."""
    present = {entry.key for entry in columns}
    keys = (key for key in flat_keys(kind) if key not in present)
    return (*columns, *(column(key, key, shown=False) for key in keys))


def flat_keys(kind: type, prefix: str = "") -> tuple[str, ...]:
    """Return the paths of a record class that lead to one value or a list of words, in the model's order."""
    hints = get_type_hints(kind)
    found: list[str] = []
    for field in fields(kind):
        options = [
            option for option in (get_args(hints[field.name]) or (hints[field.name],)) if option is not type(None)
        ]
        if get_origin(hints[field.name]) is tuple:
            is_words = not is_dataclass(options[0])
            found += [prefix + field.name] if is_words else []
        elif is_dataclass(options[0]) and isinstance(options[0], type):
            found += flat_keys(options[0], f"{prefix}{field.name}.")
        else:
            found.append(prefix + field.name)
    return tuple(found)
