"""Datasets as people edit or export them, decoded strictly: a folder of YAML, or one JSON file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.entries import Entry, Reading
from cnes_partners.dataset.storage import OlderShape, Plain, no_dataset
from cnes_partners.dataset.tables import SHAPE, SHAPE_KEY, Layout, Record, Table
from cnes_partners.decode.findings import Findings
from cnes_partners.decode.records import Place, decode
from cnes_partners.decode.yaml_text import MAX_BYTES, Block, Items, control_character, describe, read_yaml, too_large
from cnes_partners.errors import InvalidDatasetError, Problem, reason
from cnes_partners.model.controls import CONTROL
from cnes_partners.model.sentences import Sentence, in_both, sentence, translatable

MAX_EXPORT_BYTES = 256 * 1024 * 1024
_FIRST_SHAPE = 1  # whose exports did not say so


class YamlStorage:
    """A folder of YAML files as people edit them. Each file is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._values: dict[Path, tuple[Any, Findings]] = {}

    @property
    def place(self) -> str:
        """Return the folder."""
        return str(self.folder)

    @property
    def older_shape(self) -> None:
        """Return None: what people edit has the shape that the program reads, or is told where it has not."""

    def names(self, table: str) -> None:
        """Return None: there is nothing cheaper than the records."""

    def read(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*, strictly decoded."""
        return _decode_all(self, table)

    def identified(self, table: Table[Record], id: str) -> None:
        """Return None: what is wrong with a record is told with what is wrong with the others."""

    def reading(self, table: Table[Record], findings: Findings) -> Reading:
        """Return every record of *table* that decodes with its place, and put what does not on *findings*."""
        return _reading(self, table, findings)

    def plain(self, table: Table[Any]) -> tuple[Plain, ...]:
        """Return the records of *table* as they stand in the files."""
        return _plain(self, table)

    def digest(self) -> str:
        """Return a digest of the names and the bytes of the files, in which YAML is not looked at.

        Raises:
            InvalidDatasetError: A file cannot be read.
        """
        crc = 0
        for path in dict.fromkeys(path for table in TABLES.values() for path in self.files(table)):
            crc = crc32(_bytes(path), crc32(path.relative_to(self.folder).as_posix().encode(), crc))
        return f"{crc:08x}"

    def faults(self) -> Iterator[Problem]:
        """Yield a problem for each file of the folder that no table reads: it would be passed over in silence."""
        folders = {table.path for table in TABLES.values() if table.layout is Layout.FOLDER}
        files = {table.path for table in TABLES.values() if table.layout is not Layout.FOLDER}
        for place in sorted({".", *folders, *(Path(file).parent.as_posix() for file in files)}):
            for path in sorted((self.folder / place).glob("*")):
                is_record = place in folders and path.suffix == ".yaml"
                is_read = is_record or path.relative_to(self.folder).as_posix() in files
                if not (is_read or path.is_dir() or _is_for_people(path)):
                    message = sentence("no table reads this file (correct its name or move it away)")
                    yield Problem(file=self._name(path), message=message)

    def as_edited(self) -> YamlStorage:
        """Return itself."""
        return self

    def places(self, table: Table[Any], findings: Findings) -> Iterator[tuple[Place, Any]]:
        """Yield each undecoded record of *table* with its place; *findings* takes what cannot be read."""
        for name, line, value in self._raw_records(table, findings):
            yield Place(file=name, line=line, record=_record_id(value), field="", findings=findings), value

    def _raw_records(self, table: Table[Any], findings: Findings) -> Iterator[tuple[str, int, Any]]:
        """Yield each undecoded record of *table* with its file and line, and put what cannot be read on *findings*.

        A source that one record alone cites stands in that record's file; here it is a record of ``sources``.
        """
        for path in self.files(table):
            value = self._value(path, findings)
            if value is None:
                continue
            name = self._name(path)
            if table.layout is not Layout.FILE:
                yield name, getattr(value, "line", 1), _without_own_sources(value)
            elif isinstance(value, Items):
                yield from ((name, line, item) for line, item in zip(value.lines, value, strict=True))
            else:
                findings.add(Problem(file=name, line=1, message=sentence("expected a list of records")))
        if table.name == "sources":
            for owner in (TABLES["partners"], TABLES["missions"]):
                for path in self.files(owner):
                    name = self._name(path)
                    yield from ((name, source.line, source) for source in _own_sources(self._value(path, findings)))

    def files(self, table: Table[Any]) -> tuple[Path, ...]:
        """Return the files of *table*; a table that is one file may be absent, and is empty then.

        Raises:
            InvalidDatasetError: A folder is missing or cannot be read.
        """
        path = self.folder / table.path
        if table.layout is not Layout.FOLDER:
            optional = table.layout is Layout.FILE and not os.path.lexists(path)
            return () if optional else (path,)
        try:
            names = sorted(entry.name for entry in os.scandir(path) if entry.name.endswith(".yaml"))
        except OSError as error:
            template = translatable("{reason} (a dataset has the folder {folder}/)")
            raise no_dataset(path, sentence(template, reason=reason(error), folder=table.path)) from error
        return tuple(path / name for name in names)

    def unread(self, table: Table[Any]) -> tuple[Path, ...]:
        """Return the files of *table* that hold nothing that could be read."""
        return tuple(path for path in self.files(table) if self._value(path, Findings()) is None)

    def _value(self, path: Path, findings: Findings) -> Any:
        if path not in self._values:
            found = Findings()
            self._values[path] = (self._value_or_none(path, found), found)
        value, found = self._values[path]
        findings.merge(found)
        return value

    def _value_or_none(self, path: Path, findings: Findings) -> Any:
        """Return what a file holds, None after its problem was put on *findings*."""
        name = self._name(path)
        try:
            value = _read_file(path, findings, name=name, inside=self._inside)
        except InvalidDatasetError as error:
            findings.extend(error.problems)
            return None
        if value is None:
            findings.add(Problem(file=name, line=1, message=sentence("the file holds nothing")))
        return value

    @cached_property
    def _inside(self) -> str:
        """Return how the path of every file of this dataset begins once links are followed."""
        return os.path.join(os.path.realpath(self.folder), "")  # noqa: PTH118 - with a separator at its end

    def _name(self, path: Path) -> str:
        return str(Path(self.folder.name) / path.relative_to(self.folder))


def _decode_all(storage: YamlStorage | ExportStorage, table: Table[Record]) -> tuple[Record, ...]:
    """Return the records of *table*.

    Raises:
        InvalidDatasetError: Something cannot be read or decoded; every problem of the table is listed, of a file
            that is no YAML of ours what is wrong with that. (``check`` goes on and tells all.)
    """
    unread, findings = Findings(), Findings()
    found = storage.places(table, unread)
    readable = ((replace(place, findings=findings), value) for place, value in found if not unread.has(place.file))
    records = tuple(entry.record for entry in _entries(table, readable))
    findings.merge(unread)
    if findings:
        raise InvalidDatasetError(findings.listed())
    return records


def _reading(storage: YamlStorage | ExportStorage, table: Table[Any], findings: Findings) -> Reading:
    found = tuple(_entries(table, storage.places(table, findings)))
    unread = storage.unread(table)
    return Reading(
        entries=tuple(entry for entry in found if entry.record is not None),
        broken=tuple(entry.raw for entry in found if entry.record is None),
        is_whole=not unread,
        unread=tuple(path.stem for path in unread) if table.layout is Layout.FOLDER else (),
    )


def _plain(storage: YamlStorage | ExportStorage, table: Table[Any]) -> tuple[Plain, ...]:
    """Return the records of *table*, not decoded.

    Raises:
        InvalidDatasetError: Something cannot be read or is no record; every problem is listed.
    """
    findings = Findings()
    values = tuple(storage.places(table, findings))
    for place, value in values:
        if not isinstance(value, dict):
            place.reject("expected a record, got {got}", got=describe(value))
        elif control := next(filter(None, map(CONTROL.search, _texts(value))), None):
            place.reject(control_character(control[0]))
    if findings:
        raise InvalidDatasetError(findings.listed())
    return tuple(value for _, value in values)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text of a plain value, however deep it is nested, and what its fields are called."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case list() as parts:
                waiting += parts
            case dict() as fields:
                waiting += (*fields, *fields.values())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise no_dataset(path, _unreadable(error)) from error


def _unreadable(error: OSError) -> Sentence:
    return sentence("cannot be read: {reason}", reason=reason(error))


def _entries(table: Table[Any], values: Iterable[tuple[Place, Any]]) -> Iterator[Entry]:
    """Yield what people wrote, decoded; where it does not decode the record is None."""
    kind = table.record
    for place, value in values:
        record = decode(kind, value, place)
        yield Entry(table=table.name, file=place.file, record=record, raw=value)


def _read_file(path: Path, findings: Findings, *, name: str, inside: str) -> Any:
    try:
        if not path.is_file():
            raise InvalidDatasetError([Problem(file=name, message=sentence("not a file"))])
        if not os.path.realpath(path).startswith(inside):
            message = sentence("a link that leads out of the dataset (put the file itself here)")
            raise InvalidDatasetError([Problem(file=name, message=message)])
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InvalidDatasetError([Problem(file=name, message=_unreadable(error))]) from error
    return read_yaml(data, file=name, findings=findings)


def _is_for_people(path: Path) -> bool:
    return path.name in ("README.md", "LICENSE") or path.name.startswith(".")


def _record_id(value: Any) -> str:
    """Return the id that a raw record bears, or "" where it bears none to be shown."""
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


def _own_sources(value: Any) -> Iterator[Block]:
    """Yield the sources that are written out in a raw record."""
    listed = value.get("sources") if isinstance(value, dict) else None
    if isinstance(listed, list):
        yield from (source for source in listed if isinstance(source, Block))


def _without_own_sources(value: Any) -> Any:
    """Return a raw record with ids in place of the sources that are written out in it."""
    if not any(True for _ in _own_sources(value)):
        return value
    listed = value["sources"]
    ids = Items(listed.line)
    ids.extend(item.get("id") if isinstance(item, dict) else item for item in listed)
    ids.lines = listed.lines
    record = Block(value.line)
    record.update({**value, "sources": ids})
    record.lines = value.lines
    return record


class ExportStorage:
    """One JSON file as ``export out.json`` writes it: {"shape": number, table name: [records]}."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tables: dict[str, Any] | None = None

    def names(self, table: str) -> None:
        """Return None: there is nothing cheaper than the records."""

    @property
    def place(self) -> str:
        """Return the file."""
        return str(self.path)

    @property
    def older_shape(self) -> OlderShape | None:
        """Return which older shape this is and what it lacks, None where it lacks nothing or cannot be read."""
        from cnes_partners.dataset.shapes import older_shape

        try:
            tables = dict(self._read_tables())
        except InvalidDatasetError:
            return None
        return older_shape(self.path.name, tables.pop(SHAPE_KEY, _FIRST_SHAPE), tables)

    def read(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*, strictly decoded."""
        return _decode_all(self, table)

    def identified(self, table: Table[Record], id: str) -> None:
        """Return None: what is wrong with a record is told with what is wrong with the others."""

    def reading(self, table: Table[Record], findings: Findings) -> Reading:
        """Return every record of *table* that decodes with its place, and put what does not on *findings*."""
        return _reading(self, table, findings)

    def plain(self, table: Table[Any]) -> tuple[Plain, ...]:
        """Return the records of *table* as they stand in the file."""
        return _plain(self, table)

    def digest(self) -> str:
        """Return a digest of the bytes of the file.

        Raises:
            InvalidDatasetError: It cannot be read.
        """
        return f"{crc32(_bytes(self.path)):08x}"

    def faults(self) -> Iterator[Problem]:
        """Yield nothing: it is one file."""
        yield from ()

    def as_edited(self) -> ExportStorage:
        """Return itself: nothing nearer to people is known."""
        return self

    def places(self, table: Table[Any], findings: Findings) -> Iterator[tuple[Place, Any]]:
        """Yield each undecoded record of *table* with its place; *findings* takes what cannot be read."""
        values = self._read_tables().get(table.name, [])
        place = Place(file=self.path.name, line=None, record=table.name, field="", findings=findings)
        if not isinstance(values, list):
            place.reject("expected a list of records, got {got}", got=describe(values))
            return
        yield from ((place.item(index, values), value) for index, value in enumerate(values))

    def unread(self, table: Table[Any]) -> tuple[Path, ...]:
        """Return the file, if it holds no list where *table* should be."""
        return () if isinstance(self._read_tables().get(table.name, []), list) else (self.path,)

    def _read_tables(self) -> dict[str, Any]:
        if self._tables is None:
            self._tables = _read_export(self.path)
        return self._tables


def _read_export(path: Path) -> dict[str, Any]:
    """Return the tables of an export; anything else that happens to be JSON is refused."""
    import json

    try:
        if path.stat().st_size > MAX_EXPORT_BYTES:
            raise no_dataset(path, too_large(MAX_EXPORT_BYTES))
        tables = json.loads(path.read_bytes())
    except OSError as error:
        raise no_dataset(path, _unreadable(error)) from error
    except RecursionError as error:
        raise _no_export(path, sentence("nested too deep")) from error
    except ValueError as error:
        raise _no_export(path, in_both(str(error), _not_json(error))) from error
    if not isinstance(tables, dict):
        raise _no_export(path, sentence("expected an object of tables, got {got}", got=describe(tables)))
    shape = tables.get(SHAPE_KEY, _FIRST_SHAPE)
    if type(shape) is not int or shape < _FIRST_SHAPE:
        template = translatable("{key}: expected a number such as {shape}, got {got}")
        raise _no_export(path, sentence(template, key=SHAPE_KEY, shape=SHAPE, got=describe(shape)))
    if shape > SHAPE:
        template = translatable("an export of shape {shape}; this program reads up to {most} (upgrade it)")
        raise no_dataset(path, sentence(template, shape=str(shape), most=SHAPE))
    if unknown := next((name for name in tables if name not in TABLES and name != SHAPE_KEY), None):
        raise _no_export(path, sentence("no table is called {name}", name=describe(unknown)))
    if "metadata" not in tables:
        raise _no_export(path, sentence('the table "metadata" is missing'))
    return tables


def _no_export(path: Path, fault: Sentence) -> InvalidDatasetError:
    template = translatable("not a JSON export of this tool (cnes-partners export FILE.json makes one): {fault}")
    return no_dataset(path, sentence(template, fault=fault))


def _not_json(error: ValueError) -> Sentence:
    """Return where a text stops to be JSON, which is known unless it is no text."""
    line = getattr(error, "lineno", None)
    return sentence("not JSON") if line is None else sentence("not JSON from line {line} on", line=str(line))
