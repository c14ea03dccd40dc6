"""CSV as RFC 4180 has it, but that lines end with a line feed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnes_partners.output.formats.look import Look
    from cnes_partners.views.view import Cell, View


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield rows of every column, lists joined by ";", unknown values empty."""
    line = _Line()
    writer = csv.writer(line, lineterminator="\n")
    if look.has_header:
        writer.writerow([column.name for column in view.columns])
        yield line.text
    for record in view.passing:
        writer.writerow([csv_cell(column.value(record)) for column in view.columns])
        yield line.text


class _Line:
    """A file that keeps what was written to it last."""

    text = ""

    def write(self, text: str) -> None:
        """Keep the text."""
        self.text = text


def csv_cell(value: Cell) -> str | int | float:
    """Return a value as one CSV cell."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str.__str__(value) if isinstance(value, str) else value
