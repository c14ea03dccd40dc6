"""Values separated by tabs, unquoted."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.output.formats.csv import csv_cell
from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import View

_BREAKS = str.maketrans("\t\n\r", "   ")


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield rows of every column; a tab or line end inside a value becomes a space."""
    if look.has_header:
        yield "\t".join(column.name for column in view.columns) + "\n"
    for record in view.passing:
        cells = (str(csv_cell(column.value(record))) for column in view.columns)
        yield "\t".join(cell.translate(_BREAKS) for cell in cells) + "\n"
