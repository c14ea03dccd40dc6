"""Records with the places where people edit them: what is read of a table, whole or not."""

from __future__ import annotations

from typing import Any

from cnes_partners.decode.yaml_text import line_of
from cnes_partners.errors import Problem
from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import Value, sentence

Path = tuple[str | int, ...]


@frozen
class Entry:
    """A record, its table and its file; ``raw`` is the undecoded value, which knows its lines."""

    table: str
    file: str
    record: Any
    raw: Any = None

    @property
    def name(self) -> str:
        """Return what the record is called in messages: its id, else its year or country."""
        found = (getattr(self.record, key, None) for key in ("id", "year", "country", "as_of"))
        return str(next((name for name in found if name is not None), self.table))

    def line(self, path: Path) -> int | None:
        """Return the line of the field at *path*, or of the nearest group around it; None where there are no lines."""
        line: int | None = getattr(self.raw, "line", None)
        value = self.raw
        for step in path:
            try:
                part = value[step]
            except (KeyError, IndexError, TypeError):
                return line
            line = line_of(value, step, otherwise=line)
            value = part
        return line

    def problem_at(self, path: Path, template: str, /, **values: Value) -> Problem:
        """Return a problem at *path* of this record, its message a sentence, or made of a template and its values."""
        message = sentence(template, **values)
        return Problem(file=self.file, line=self.line(path), record=self.name, field=field_name(path), message=message)


def field_name(path: Path) -> str:
    """Return a path as messages show it: ("agreements", 0, "date") -> "agreements[0].date"."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")


@frozen
class Reading:
    """What was read of a table: the records, the values that do not decode, and whether every file could be read.

    ``unread`` are the ids of records whose files cannot be read, where they are known: by the names of the files.
    """

    entries: tuple[Entry, ...] = ()
    broken: tuple[Any, ...] = ()
    is_whole: bool = True
    unread: tuple[str, ...] = ()
