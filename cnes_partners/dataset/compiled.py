"""The compiled form of a dataset: one JSON file a table, written from validated YAML when the wheel is built.

``manifest.json`` beside them says which version of the program wrote them and what each holds, so that a file that was
cut short, changed, or put there by another build is refused instead of read.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zlib import crc32

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.storage import Name, Plain, Storage, names_of
from cnes_partners.dataset.tables import Record, Table
from cnes_partners.decode.build import build, known
from cnes_partners.errors import InvalidDatasetError, Problem, reason
from cnes_partners.model.sentences import Sentence, in_both, sentence, translatable
from cnes_partners.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cnes_partners.dataset.entries import Reading
    from cnes_partners.decode.findings import Findings

VERSION_FILE = "version.txt"
"""The version of the program, and the line that says which dataset this is: ``--version`` reads no more than that."""

_MANIFEST = "manifest"
_NAMES = "names"
_NAMED_TABLES = ("partners", "missions", "parties")


class CompiledStorage:
    """A folder that ``compile_tables`` wrote. Its values were validated then; what is read is what was written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._searched: dict[str, bytes] = {}

    @property
    def older_shape(self) -> None:
        """Return None: the program and what it compiled are of one version."""

    def read(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*.

        Raises:
            InvalidDatasetError: The file is not what the build wrote.
        """
        return self._built(table, self._value(table.name))

    def identified(self, table: Table[Record], id: str) -> tuple[Record, ...]:
        """Return the one record of that id, or none; it is one line, and the others are not looked at.

        Raises:
            InvalidDatasetError: The file is not what the build wrote.
        """
        if table.name not in self._searched:
            self._searched[table.name] = self._checked(table.name)
        data = self._searched[table.name]
        start = data.find(_record_start(id)) + 1
        if not start:
            return ()
        line = data[start : data.index(b"\n", start)].rstrip(b",]")
        return self._built(table, [self._json(table.name, line)])

    def _built(self, table: Table[Record], rows: list[Any]) -> tuple[Record, ...]:
        try:
            return build(table.record, rows)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            said = f"was compiled by another program ({error})"
            self._refuse(table.name, in_both(said, sentence("was compiled by another program")), error)

    def reading(self, table: Table[Record], findings: Findings) -> Reading:
        """Return the records of *table*; they decoded when they were compiled."""
        from cnes_partners.dataset.entries import Entry, Reading

        file = f"{table.name}.json"
        return Reading(entries=tuple(Entry(table=table.name, file=file, record=record) for record in self.read(table)))

    def plain(self, table: Table[Any]) -> tuple[Plain, ...]:
        """Return the records of *table* as they were written: what is known of each.

        Raises:
            InvalidDatasetError: The file is not what the build wrote.
        """
        return tuple(self._value(table.name))

    def digest(self) -> str:
        """Return a digest of the digests of the files, which the manifest has.

        Raises:
            InvalidDatasetError: The manifest is not what the build wrote.
        """
        return f"{crc32(_text(self._digests).encode()):08x}"

    def faults(self) -> Iterator[Problem]:
        """Yield a problem for each file that the build did not write, and one where the YAML says something else."""
        for name in (*TABLES, _NAMES):
            try:
                self._value(name)
            except InvalidDatasetError as error:
                yield from error.problems
        yield from self._version_faults()
        if self._edited:
            yield from self._edited.faults()
            yield from self._changes(self._edited)

    def _version_faults(self) -> Iterator[Problem]:
        """Yield a problem where ``--version`` would tell of another dataset."""
        path = self.folder / VERSION_FILE
        try:
            is_ours = path.read_bytes() == _version_text(self).encode()
        except InvalidDatasetError:  # of the manifest or the metadata, which is told for itself
            return
        except OSError:
            is_ours = False
        if not is_ours:
            yield _faulty(path, _not_ours())

    def _changes(self, edited: Storage) -> Iterator[Problem]:
        """Yield the problem that answers are not read from *edited*, where that was changed since it was compiled."""
        try:
            made = {name: digest(text.encode()) for name, text in _texts(edited).items()}
            changed = [name for name in TABLES if made[name] != self._digests.get(name)]
        except InvalidDatasetError:  # which is told for itself
            return
        if changed:
            message = sentence(
                "not what answers are read from, which was compiled before a change of {tables}"
                " (ask with --data and this folder, or install the package again)",
                tables=", ".join(changed),
            )
            yield Problem(file=edited.place, message=message)

    @property
    def place(self) -> str:
        """Return the folder."""
        return str(self.folder)

    def as_edited(self) -> Storage:
        """Return the YAML that this was made from, where the package carries it; else itself."""
        return self._edited or self

    @cached_property
    def _edited(self) -> Storage | None:
        from cnes_partners.dataset.edited import YamlStorage

        folder = self.folder.parent / "data"
        return YamlStorage(folder) if folder.is_dir() else None

    def names(self, table: str) -> tuple[Name, ...]:
        """Return what the records of a table are called, without reading the records.

        Raises:
            InvalidDatasetError: The file is not what the build wrote.
        """
        return tuple((row["id"], row["name"], row["name_fr"]) for row in self._value(_NAMES)[table])

    def _value(self, name: str) -> Any:
        return self._json(name, self._checked(name))

    def _checked(self, name: str) -> bytes:
        """Return what a file holds, which is what the build wrote."""
        data = self._bytes(name)
        if digest(data) != self._digests.get(name):
            self._refuse(name, _not_ours())
        return data

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        """Return the digest of each file as the manifest has it."""
        manifest = self._json(_MANIFEST, self._bytes(_MANIFEST))
        program, digests = map(manifest.get, ("program", "digests")) if isinstance(manifest, dict) else (None, None)
        if not isinstance(digests, dict):
            self._refuse(_MANIFEST, _not_ours())
        if program != __version__:
            template = translatable("was written by version {program} of the program, and this is {version}")
            self._refuse(
                _MANIFEST, sentence(template, program=in_both(str(program), str(program or "?")), version=__version__)
            )
        return digests

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.folder / f"{name}.json").read_bytes()
        except OSError as error:
            self._refuse(name, sentence("cannot be read: {reason}", reason=reason(error)), error)

    def _json(self, name: str, data: bytes) -> Any:
        import json

        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:
            self._refuse(name, _not_ours(), error)

    def _refuse(self, name: str, fault: Sentence, cause: Exception | None = None) -> NoReturn:
        raise InvalidDatasetError([_faulty(self.folder / f"{name}.json", fault)]) from cause


def _faulty(path: Path, fault: Sentence) -> Problem:
    return Problem(file=str(path), message=sentence("{fault} (install the package again)", fault=fault))


def _not_ours() -> Sentence:
    return sentence("is not what the build wrote")


def digest(data: bytes) -> str:
    """Return what tells *data* from what it was: its length and checksum.

    It is against accidents; who can change a file can change its digest. hashlib would take a command 6 ms to import.
    """
    return f"{len(data)}-{crc32(data):08x}"


def compile_tables(storage: Storage, folder: Path) -> tuple[Path, ...]:
    """Write every table of *storage* to *folder*, the names apart and the manifest, and return the files.

    The same records give the same bytes: a record a line, what is known of it in the model's order, nothing of the time
    or the machine. A list of missions names its partners, and completion names everything: they read the names alone, a
    fiftieth of what the records take.

    Raises:
        InvalidDatasetError: The dataset is invalid; the problems of every table are listed and nothing is written.
    """
    texts = _texts(storage)
    digests = {name: digest(text.encode()) for name, text in texts.items()}
    texts[_MANIFEST] = _text({"program": __version__, "digests": digests}) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{name}.json": text for name, text in texts.items()}
    for path, text in files.items():
        path.write_bytes(text.encode())
    version = folder / VERSION_FILE
    version.write_bytes(_version_text(CompiledStorage(folder)).encode())
    return (*files, version)


def version_line(storage: Storage) -> str:
    """Return which dataset a storage has, in ASCII: its version, its day, and a digest that tells it from every other.

    Raises:
        InvalidDatasetError: It cannot be read.
    """
    from cnes_partners.model.controls import on_one_line

    found = next(iter(storage.plain(TABLES["metadata"])), {})
    version, day = (on_one_line(str(found.get(key, "?"))) for key in ("version", "as_of"))
    line = f"dataset {version} of {day}, digest {storage.digest()}"
    return line.encode("ascii", "backslashreplace").decode()


def _version_text(storage: Storage) -> str:
    return f"{__version__}\n{version_line(storage)}\n"


def _texts(storage: Storage) -> dict[str, str]:
    """Return what is written of each table, and of the names."""
    tables = _read_all(storage)
    texts = {name: _list_text(records) for name, records in tables.items()}
    keys = ("id", "name", "name_fr")
    names = {
        name: [dict(zip(keys, names_of(record), strict=True)) for record in tables[name]] for name in _NAMED_TABLES
    }
    return texts | {_NAMES: _text(names) + "\n"}


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
    return "[\n" + ",\n".join(_text(known(record)) for record in records) + "]\n"


def _record_start(id: str) -> bytes:
    """Return how the line of a record begins, and nothing else in a file: its id is its first field."""
    return f'\n{{"id":{_text(id)},'.encode(errors="replace")


def _text(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
