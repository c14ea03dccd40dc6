"""Make a dataset of many times the records, to see how answers grow: python generate.py TIMES FOLDER.

FOLDER gets ``yaml/`` and ``export.json``, both for --data, and ``compiled/``, what the wheel's own ``compiled/`` would
be. Partners, missions and sources are repeated with new ids that refer to each other; the years of ESA's tables cannot
be.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from cnes_partners import load
from cnes_partners.dataset.compiled import compile_tables
from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.storage import Storage
from cnes_partners.dataset.tables import Layout, Table
from cnes_partners.decode.plain import to_plain

REPEATED = ("partners", "missions", "sources")
_REFERENCES = {"partner", "source", "sources", "related_missions", "category_source", "status_source", "kept_source"}
# What a record is called and found by, which no two may share.
_NAMES = {"name", "name_fr", "full_name", "abbr", "aliases", "cospar"}


class Repeated:
    """A storage whose partners, missions and sources are those of *dataset*, *times* times."""

    def __init__(self, dataset: Dataset, times: int) -> None:
        self._dataset = dataset
        self._times = times
        self._ids = {record.id for name in REPEATED for record in dataset.table(name)}

    def read(self, table: Table) -> tuple[Any, ...]:
        """Return the records of *table*: the originals, then each copy."""
        records = self._dataset.table(table.name)
        if table.name not in REPEATED:
            return records
        return (*records, *self._copies(records))

    def _copies(self, records: tuple[Any, ...]) -> Iterator[Any]:
        for copy in range(2, self._times + 1):
            for record in records:
                yield self._renamed(record, copy)

    def _renamed(self, value: Any, copy: int, key: str = "") -> Any:
        """Return a value of a record whose ids of repeated records are those of the *copy*-th dataset."""
        if is_dataclass(value) and not isinstance(value, type):
            named = {field.name: getattr(value, field.name) for field in fields(value)}
            return replace(value, **{name: self._renamed(item, copy, name) for name, item in named.items()})
        if isinstance(value, tuple):
            return tuple(self._renamed(item, copy, key) for item in value)
        if not isinstance(value, str):
            return value
        if key in _NAMES:
            return f"{value} {copy}"
        return f"{value}-x{copy}" if key == "id" or (key in _REFERENCES and value in self._ids) else value


class _Quoting(yaml.CSafeDumper):
    """Writes every text in quotes, as the dataset's reader wants whatever might be something else."""


_Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def known(value: Any) -> Any:
    """Return a plain value without the keys that nothing is known for, as people write it."""
    if isinstance(value, list):
        return [known(item) for item in value]
    if isinstance(value, dict):
        return {key: known(item) for key, item in value.items() if item is not None and item != []}
    return value


def write_yaml(storage: Storage, folder: Path) -> None:
    """Write every table of *storage* as people would edit it."""
    for table in TABLES.values():
        plain = [known(to_plain(record)) for record in storage.read(table)]
        path = folder / table.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if table.layout is Layout.FOLDER:
            path.mkdir(exist_ok=True)
            for record in plain:
                _dump(record, path / f"{record['id']}.yaml")
        else:
            _dump(plain[0] if table.layout is Layout.SINGLE else plain, path)


def write_export(storage: Storage, path: Path) -> None:
    """Write every table of *storage* as ``export`` would."""
    tables = {table.name: [to_plain(record) for record in storage.read(table)] for table in TABLES.values()}
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")


def _dump(value: Any, path: Path) -> None:
    text = yaml.dump(value, Dumper=_Quoting, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the datasets that the arguments name."""
    times, folder = int(sys.argv[1]), Path(sys.argv[2])
    storage = Repeated(load(), times)
    compile_tables(storage, folder / "compiled")
    write_export(storage, folder / "export.json")
    write_yaml(storage, folder / "yaml")


if __name__ == "__main__":
    main()
