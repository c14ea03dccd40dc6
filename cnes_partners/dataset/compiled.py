"""The compiled form of a dataset: one JSON file a table, written from validated YAML when the wheel is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnes_partners.dataset.tables import TABLES, Table
from cnes_partners.decode.build import build
from cnes_partners.errors import InvalidDatasetError, Problem

if TYPE_CHECKING:
    from cnes_partners.dataset.storage import Storage


class CompiledStorage:
    """A folder that ``compile_tables`` wrote. Its values were validated then and are not validated again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, table: Table) -> tuple[Any, ...]:
        """Return the records of *table*.

        Raises:
            InvalidDatasetError: The file is missing or damaged.
        """
        import json

        path = self.folder / f"{table.name}.json"
        try:
            values = json.loads(path.read_bytes())
        except (OSError, ValueError) as error:
            problem = Problem(file=str(path), message=f"{error} (install the package again)")
            raise InvalidDatasetError([problem]) from error
        return build(table.record, values)


def compile_tables(storage: Storage, folder: Path) -> tuple[Path, ...]:
    """Write every table of *storage* to *folder* and return the files, in the order of TABLES.

    The same records give the same bytes: fields in the model's order, those at their default left out, a record a
    line, nothing of the time or the machine.

    Raises:
        InvalidDatasetError: The dataset is invalid; the problems of every table are listed and nothing is written.
    """
    problems: list[Problem] = []
    texts = {f"{table.name}.json": _compiled(storage, table, problems) for table in TABLES.values()}
    if problems:
        raise InvalidDatasetError(problems)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in texts)


def _compiled(storage: Storage, table: Table, problems: list[Problem]) -> str:
    import json

    from cnes_partners.decode.plain import to_plain

    try:
        records = storage.read(table)
    except InvalidDatasetError as error:
        problems.extend(error.problems)
        return ""
    lines = (
        json.dumps(to_plain(record, with_defaults=False), ensure_ascii=False, separators=(",", ":"))
        for record in records
    )
    return "[" + ",\n".join(lines) + "]\n"
