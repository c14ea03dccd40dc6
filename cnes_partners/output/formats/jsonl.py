"""JSON Lines: a record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from cnes_partners.output.formats.look import Look
from cnes_partners.output.formats.records import plain_records
from cnes_partners.views.view import View


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield a line of JSON for each record."""
    for record in plain_records(view, look):
        yield json.dumps(record, ensure_ascii=False) + "\n"
