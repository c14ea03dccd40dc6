"""What a table of the dataset is; the tables themselves are the attributes of ``dataset.Dataset``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from typing import Any, Generic, Protocol, TypeVar, overload

SHAPE = 3
"""Which fields and tables the records have; exports carry it. The first change of a release that adds some raises it.

1: until November 2026. 2: spacecraft, targets, providers of instruments, ids of others, countries. 3: names in French.
"""
SHAPE_KEY = "shape"

Record = TypeVar("Record")


class Layout(Enum):
    """How a table lies in the data folder."""

    FOLDER = "one file a record, file name = id"
    FILE = "one file, a list of records"
    SINGLE = "one file, one record"


class HasRows(Protocol):
    """Something that gives the records of a table."""

    def rows(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*."""


@dataclass(eq=False, repr=False)
class Table(Generic[Record]):
    """A table, declared as an attribute of the dataset; the attribute's value is its records, read when asked for.

    ``name`` is that of the attribute, in Python and in exports; ``home`` is the record class, "module.Class" below
    ``model.records``; ``path`` is its place in data/.
    """

    about: str
    sql_name: str
    home: str
    path: str
    layout: Layout = Layout.FILE
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.__doc__ = self.about

    def __repr__(self) -> str:
        return f"<tuple[{self.home.rpartition('.')[2]}, ...], read at its first use>"

    def __set_name__(self, owner: type, name: str) -> None:
        self._attribute = name
        self.name = name.lstrip("_")

    @overload
    def __get__(self, dataset: None, owner: type) -> Table[Record]: ...

    @overload
    def __get__(self, dataset: HasRows, owner: type) -> tuple[Record, ...]: ...

    def __get__(self, dataset: HasRows | None, owner: type) -> Table[Record] | tuple[Record, ...]:
        """Return the records, which stand in the place of the table from then on; of the class, the table."""
        if dataset is None:
            return self
        rows = vars(dataset)[self._attribute] = dataset.rows(self)
        return rows

    @property
    def record(self) -> type[Record]:
        """Return the record class, which is made when it is first asked for."""
        module, _, name = self.home.partition(".")
        kind: type[Record] = getattr(import_module(f"cnes_partners.model.records.{module}"), name)
        return kind


def declared_in(owner: type) -> dict[str, Table[Any]]:
    """Return the tables that are attributes of a class, by name, in order."""
    return {table.name: table for table in vars(owner).values() if isinstance(table, Table)}
