"""The SQL tables, generated from the record classes, so that a new field or table needs no SQL.

- A table of the dataset is a table, under its ``sql_name``; a record nested in another stays in its row
  (``launch.date`` is the column ``launch_date``).
- A list of records is a table named after their class, with a column for whom each belongs to: ``agency.partner``.
  Where records of several tables hold such lists, there is a column for each, and one of them is filled.
- A list of words is a table of its own: ``partner_alias``.
- Every source that a record cites, in whatever field, is a row of ``citation``.
- Whoever is named, partner or not, is a row of ``actor``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.tables import Table
from cnes_partners.decode.build import types_beside_none
from cnes_partners.frozen import frozen
from cnes_partners.model.descriptions import description
from cnes_partners.model.fields import column_name, is_citation

ACTOR = "actor"
CITATION = "citation"

# The last word of the name of a column of names, its "_fr" aside.
_NAMES = frozenset(("name", "title", "label", "alias", "abbr", "publisher", "place", "agency", "institute", "domain"))

# The last word of a column's name -> the table that it refers to. A participant or a payer may be no partner.
_REFERENCES = {"mission": "mission", "partner": ACTOR, "contributor": ACTOR, "country": ACTOR, "party": ACTOR}
_NAMED_REFERENCES = {"replaced_by": "agreement"}


@frozen
class SqlColumn:
    """A column: what it holds, the types of its values, None aside, and the table whose key they are."""

    name: str
    about: str
    values: tuple[type, ...] = (str,)
    is_required: bool = False
    refers_to: str | None = None

    @property
    def type(self) -> str:
        """Return its SQL type, "" where it takes any; an amount is REAL even if whole, or a division would be cut."""
        if all(issubclass(value, str) for value in self.values):
            return "TEXT"
        if any(issubclass(value, str) for value in self.values):
            return ""
        return "REAL" if float in self.values else "INTEGER"

    @property
    def holds_names(self) -> bool:
        """Return whether it holds what people look for in order of the alphabet."""
        word = self.name.removesuffix("_fr").rpartition("_")[2]
        return self.type == "TEXT" and word in _NAMES and self.refers_to is None


@frozen
class SqlTable:
    """A table: its key ("id" where the records have one, else "key", a number) is its first column.

    ``owners`` are the tables whose records hold these; their columns stand after the key and bear their names.
    """

    name: str
    about: str
    owners: tuple[str, ...] = ()
    columns: tuple[SqlColumn, ...]

    @property
    def key(self) -> SqlColumn:
        return self.columns[0]


class Flat(NamedTuple):
    """A column that is filled from one value of a record, and the fields that lead there."""

    column: SqlColumn
    path: tuple[str, ...]


class Shape(NamedTuple):
    """What a record class becomes: columns, tables of the records and words it lists, sources that it cites.

    ``records`` and ``words`` are pairs of a field and the class or word that it lists; ``sources`` are fields.
    """

    flat: tuple[Flat, ...]
    records: tuple[tuple[str, type], ...]
    words: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]

    @property
    def has_id(self) -> bool:
        """Return whether its records have an id, always."""
        return any(entry.path == ("id",) and entry.column.is_required for entry in self.flat)


@cache
def shape_of(kind: type) -> Shape:
    """Return what the record class *kind* becomes."""
    lists = dict(_list_fields(kind))
    return Shape(
        flat=tuple(_flat(kind)),
        records=tuple((name, item) for name, item in lists.items() if is_dataclass(item)),
        words=tuple(
            (name, _singular(name)) for name, item in lists.items() if not is_dataclass(item) and not is_citation(name)
        ),
        sources=tuple(name for name in lists if is_citation(name)),
    )


def _list_fields(kind: Any) -> Iterator[tuple[str, type]]:
    """Yield each field that lists something, with what that is."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        if get_origin(hints[field.name]) is tuple:
            yield field.name, get_args(hints[field.name])[0]


def _flat(kind: Any, path: tuple[str, ...] = (), *, may_be_required: bool = True) -> Iterator[Flat]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        hint = hints[field.name]
        options = types_beside_none(hint)
        here = (*path, field.name)
        is_required = may_be_required and field.default is MISSING
        if get_origin(hint) is tuple:
            continue
        if is_dataclass(options[0]):
            yield from _flat(options[0], here, may_be_required=is_required)
        else:
            name = column_name(here)
            column = SqlColumn(
                name=name,
                about=description(field.name, kind.__name__),
                values=options,
                is_required=is_required,
                refers_to=_reference(name),
            )
            yield Flat(column=column, path=here)


def _reference(column: str) -> str | None:
    if is_citation(column):
        return "source"
    return _NAMED_REFERENCES.get(column) or _REFERENCES.get(column.rpartition("_")[2])


def _singular(name: str) -> str:
    return name.removesuffix("es") if name.endswith("ases") else name.removesuffix("s")


def table_of(kind: type) -> str:
    """Return the name of the table of records that others list: StatedMember -> "stated_member"."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def _below(name: str, kind: type) -> Iterator[tuple[str, str, type]]:
    """Yield (owner, table, class) for each list of records in *kind*, the table *name*, and in what it lists."""
    for _, item in shape_of(kind).records:
        yield name, table_of(item), item
        yield from _below(table_of(item), item)


@cache
def sql_tables() -> dict[str, SqlTable]:
    """Return every table by name, in the order of the dataset, each followed by what belongs to it."""
    kinds: dict[str, type] = {}
    owners: dict[str, list[str]] = {table.sql_name: [] for table in TABLES.values()}
    for table in TABLES.values():
        kinds[table.sql_name] = table.record
        for owner, name, kind in _below(table.sql_name, table.record):
            kinds[name] = kind
            owners.setdefault(name, [])
            if owner not in owners[name]:
                owners[name].append(owner)
    roots = {table.sql_name: table.about for table in TABLES.values()}
    found: dict[str, SqlTable] = {}
    for name, kind in kinds.items():
        held_by = {owner: kinds[owner] for owner in owners[name]}
        about = (kind.__doc__ or "").partition("\n")[0] if held_by else roots[name]
        found[name] = _record_table(name, kind, held_by, about=about, is_root=name in roots)
        found |= {table.name: table for table in _word_tables(name, kind)}
    return found | {table.name: table for table in (_ACTOR_TABLE, _CITATION_TABLE)}


_KEY = SqlColumn(name="key", about="A number, by which other tables call the row.", values=(int,), is_required=True)


def _record_table(name: str, kind: type, owners: Mapping[str, type], *, about: str, is_root: bool) -> SqlTable:
    flat = [entry.column for entry in shape_of(kind).flat]
    key = [column for column in flat if column.name == "id"] if shape_of(kind).has_id else [_KEY]
    must_have_owner = len(owners) == 1 and not is_root
    owned = [_owner_column(owner, holder, is_required=must_have_owner) for owner, holder in owners.items()]
    return SqlTable(
        name=name,
        about=about,
        owners=tuple(owners),
        columns=(*key, *owned, *(column for column in flat if column not in key)),
    )


def _owner_column(owner: str, kind: type, *, is_required: bool) -> SqlColumn:
    key = str if shape_of(kind).has_id else int
    return SqlColumn(
        name=owner,
        about="The key of the record that it belongs to.",
        values=(key,),
        is_required=is_required,
        refers_to=owner,
    )


def _word_tables(name: str, kind: type) -> Iterator[SqlTable]:
    items = dict(_list_fields(kind))
    for field, word in shape_of(kind).words:
        about = description(field, kind.__name__)
        yield SqlTable(
            name=f"{name}_{word}",
            about=about,
            owners=(name,),
            columns=(
                _KEY,
                _owner_column(name, kind, is_required=True),
                SqlColumn(name=word, about=about, values=(items[field],), is_required=True, refers_to=_reference(word)),
            ),
        )


def _made(table: str, **columns: type) -> tuple[SqlColumn, ...]:
    """Return the columns of a table that no record class has."""
    return tuple(
        SqlColumn(
            name=name,
            about=description(name, table),
            values=(value,),
            is_required=True,
            refers_to="source" if is_citation(name) else None,
        )
        for name, value in columns.items()
    )


_ACTOR_TABLE = SqlTable(
    name=ACTOR,
    about="Whoever is named: partners of CNES, and others.",
    columns=_made(ACTOR, id=str, name=str, name_fr=str, kind=str, is_partner=bool),
)
_CITATION_TABLE = SqlTable(
    name=CITATION,
    about="Which record cites which source.",
    columns=(_KEY, *_made(CITATION, source=str, table_name=str, record=str, field=str)),
)


@cache
def filled_by(table: Table[Any]) -> frozenset[str]:
    """Return the SQL tables that the records of a dataset's table fill, wholly or in part."""
    kinds = {table.sql_name: table.record} | {name: kind for _, name, kind in _below(table.sql_name, table.record)}
    words = {link.name for name, kind in kinds.items() for link in _word_tables(name, kind)}
    actors = {ACTOR} if table.name in ("partners", "parties") else set()
    return frozenset({*kinds, *words, *actors, CITATION})
