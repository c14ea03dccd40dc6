"""JSON: an array of records, or the one record that the answer is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
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
    if value is None:
        return "null"  # a quarter of all values, for each of which the library makes an encoder
    if not value or not isinstance(value, (dict, list)):
        return _encode(value)
    inner = f"{start}  "
    if isinstance(value, dict):
        parts = [f"{inner}{_key(key)}: {_indented(part, inner)}" for key, part in value.items()]
        return f"{{{','.join(parts)}{start}}}"
    return f"[{','.join([f'{inner}{_indented(part, inner)}' for part in value])}{start}]"


_encode = json.JSONEncoder(ensure_ascii=False).encode
_key = cache(_encode)
