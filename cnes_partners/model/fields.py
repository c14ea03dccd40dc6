"""What the names of the records' fields say, for code that walks over records of any class."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Return whether *text* can be a record's id: what can be typed in any shell, and be the name of any file."""
    return _ID.fullmatch(text) is not None


def column_name(path: Sequence[str]) -> str:
    """Return what the column of a nested field is called in SQL and CSV: launch, date -> "launch_date"."""
    return "_".join(path)


def is_citation(field: str) -> bool:
    """Return whether a field of this name holds the id of a source, or several: "source", "kept_source", "also"."""
    return field in ("source", "sources", "also") or field.endswith("_source")


def french_of(field: str) -> str:
    """Return the name of the field that holds the French of a text, where a record has one: "note" -> "note_fr"."""
    return f"{field}_fr"


_ID_FIELDS = ("year", "contributor", "group", "domain", "country", "measure", "as_of")


def record_id(record: object) -> str:
    """Return the id of a record, or the values that tell it from the others of its table."""
    own = getattr(record, "id", None)
    values = [own] if own else [getattr(record, name, None) for name in _ID_FIELDS]
    return " ".join(str(value) for value in values if value is not None)
