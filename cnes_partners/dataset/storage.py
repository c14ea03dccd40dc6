"""What a storage is: something that the tables of a dataset can be read from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cnes_partners.dataset.tables import Record, Table
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cnes_partners.dataset.entries import Reading
    from cnes_partners.decode.findings import Findings

Plain = Mapping[str, Any]
"""A record as text, numbers, lists and groups of them."""

Name = tuple[str, str, str | None]
"""Id, English name and French name of a record."""


@frozen
class OlderShape:
    """An export that was written before the records had all that they have: its shape, its dataset, what it lacks."""

    file: str
    shape: int
    version: str
    lacks: tuple[str, ...]


class Storage(Protocol):
    """Something that the tables of a dataset can be read from: YAML, an export, the compiled form."""

    @property
    def place(self) -> str:
        """Return where it lies."""

    @property
    def older_shape(self) -> OlderShape | None:
        """Return what an export of an older version of the program lacks, None of any other storage."""

    def read(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*, in id or file order; raise InvalidDatasetError with every problem."""

    def identified(self, table: Table[Record], id: str) -> tuple[Record, ...] | None:
        """Return the one record of that id, or none; None where that takes as long as to read them all."""

    def reading(self, table: Table[Record], findings: Findings) -> Reading:
        """Return every record of *table* with its place, and put what does not decode on *findings*.

        Raises:
            InvalidDatasetError: Nothing of the table can be read.
        """

    def plain(self, table: Table[Any]) -> tuple[Plain, ...]:
        """Return the records of *table* as they stand there, not decoded, so that another shape can be read too.

        Raises:
            InvalidDatasetError: Something cannot be read, or is no record.
        """

    def digest(self) -> str:
        """Return what tells this dataset from another, whatever they call themselves, without reading the records."""

    def faults(self) -> Iterator[Problem]:
        """Yield what is wrong beside the records: a file that no table reads, one that is not what the build wrote."""

    def as_edited(self) -> Storage:
        """Return the YAML that a compiled dataset was made from, where it is there; else the storage itself."""

    def names(self, table: str) -> tuple[Name, ...] | None:
        """Return what the records of a table are called, None where that takes as long as to read them."""


def names_of(record: Any) -> Name:
    """Return the id, the English and the French name of a partner, a mission or a party."""
    return (record.id, record.name, record.name_fr)


def no_dataset(place: Path, message: Sentence) -> InvalidDatasetError:
    """Return the error that says why nothing can be read at *place*."""
    return InvalidDatasetError([Problem(file=str(place), message=message)])
