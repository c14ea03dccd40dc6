"""The records of an answer, for the formats that hold them as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cnes_partners.decode.plain import to_plain
from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import View, field_at


def plain_records(view: View, look: Look) -> Iterator[Any]:
    """Yield the records as plain values, or, of each, the chosen columns by key."""
    for record in view.records if view.coming is None else view.coming:
        chosen = {column.key: field_at(record, column) for column in view.columns} if look.only_columns else record
        yield to_plain(chosen)
