"""JSON: an array of records, or the one record that the answer is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cnes_partners.output.formats.look import Look
from cnes_partners.output.formats.records import plain_records
from cnes_partners.views.view import View


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield one JSON document."""
    records = plain_records(view, look)
    if view.is_single and view.records:
        yield f"{_indented(next(records))}\n"
        return
    before, end = "[\n  ", "[]\n"
    for record in records:
        yield before + _indented(record, "\n  ")
        before, end = ",\n  ", "\n]\n"
    yield end


def _indented(value: Any, start: str = "\n") -> str:
    """Return a value as JSON in lines that begin with *start*.

    The library's own indenting leaves a circle of functions behind for each record, which nothing clears away here.
    """
    inner = f"{start}  "
    if isinstance(value, dict) and value:
        parts = (f"{inner}{_encode(key)}: {_indented(part, inner)}" for key, part in value.items())
        return f"{{{','.join(parts)}{start}}}"
    if isinstance(value, list) and value:
        return f"[{','.join(f'{inner}{_indented(part, inner)}' for part in value)}{start}]"
    return _encode(value)


_encode = json.JSONEncoder(ensure_ascii=False).encode
