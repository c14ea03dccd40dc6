"""JSON: an array of records, or the one record that the answer is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cnes_partners.output.formats.records import plain_records

if TYPE_CHECKING:
    from cnes_partners.output.formats.look import Look
    from cnes_partners.views.view import View


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield one JSON document."""
    records = plain_records(view, look)
    if view.is_single and view.records:
        yield f"{_indented(next(records))}\n"
        return
    before, end = "[\n  ", "[]\n"
    for record in records:
        yield before + _indented(record).replace("\n", "\n  ")
        before, end = ",\n  ", "\n]\n"
    yield end


def _indented(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)
