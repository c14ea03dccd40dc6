"""The compiled form of a dataset: one JSON file a table, written from validated YAML when the wheel is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.storage import Name, Storage, names_of
from cnes_partners.dataset.tables import Record, Table
from cnes_partners.decode.build import build, packed
from cnes_partners.errors import InvalidDatasetError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cnes_partners.dataset.entries import Reading
    from cnes_partners.decode.findings import Findings

_NAMES = "names"
_NAMED_TABLES = ("partners", "missions", "parties")


class CompiledStorage:
    """A folder that ``compile_tables`` wrote. Its values were validated then and are not validated again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def older_shape(self) -> None:
        """Return None: the program and what it compiled are of one version."""

    def read(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*.

        Raises:
            InvalidDatasetError: The file is missing or damaged.
        """
        return build(table.record, self._value(table.name))

    def reading(self, table: Table[Record], findings: Findings) -> Reading:
        """Return the records of *table*; they decoded when they were compiled."""
        from cnes_partners.dataset.entries import Entry, Reading

        file = f"{table.name}.json"
        return Reading(entries=tuple(Entry(table=table.name, file=file, record=record) for record in self.read(table)))

    def strays(self) -> Iterator[Problem]:
        """Yield nothing: nobody edits this folder."""
        yield from ()

    def as_edited(self) -> Storage:
        """Return the YAML that this was made from, where the package carries it; else itself."""
        from cnes_partners.dataset.edited import YamlStorage

        folder = self.folder.parent / "data"
        return YamlStorage(folder) if folder.is_dir() else self

    def names(self, table: str) -> tuple[Name, ...]:
        """Return what the records of a table are called, without reading the records.

        Raises:
            InvalidDatasetError: The file is missing or damaged.
        """
        return tuple(map(tuple, self._value(_NAMES)[table]))

    def _value(self, name: str) -> Any:
        import json

        path = self.folder / f"{name}.json"
        try:
            return json.loads(path.read_bytes())
        except (OSError, ValueError) as error:
            problem = Problem(file=str(path), message=f"{error} (install the package again)")
            raise InvalidDatasetError([problem]) from error


def compile_tables(storage: Storage, folder: Path) -> tuple[Path, ...]:
    """Write every table of *storage* to *folder*, and the names apart, and return the files.

    The same records give the same bytes: values in the model's order without their keys, a record a line, nothing of
    the time or the machine. A list of missions names its partners, and completion names everything: they read the
    names alone, a fiftieth of what the records take.

    Raises:
        InvalidDatasetError: The dataset is invalid; the problems of every table are listed and nothing is written.
    """
    tables = _read_all(storage)
    texts = {name: _list_text(records) for name, records in tables.items()}
    names = {name: [names_of(record) for record in tables[name]] for name in _NAMED_TABLES}
    texts[_NAMES] = _text(names) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{name}.json": text for name, text in texts.items()}
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(files)


def _read_all(storage: Storage) -> dict[str, tuple[Any, ...]]:
    from cnes_partners.decode.findings import Findings

    tables: dict[str, tuple[Any, ...]] = {}
    findings = Findings()
    for table in TABLES.values():
        try:
            tables[table.name] = storage.read(table)
        except InvalidDatasetError as error:
            findings.extend(error.problems)
    if findings:
        raise InvalidDatasetError(findings.listed())
    return tables


def _list_text(records: tuple[Any, ...]) -> str:
    return "[" + ",\n".join(_text(packed(record)) for record in records) + "]\n"


def _text(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
