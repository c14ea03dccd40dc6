"""CSL-JSON: the bibliography of an answer, for Zotero, pandoc and other citation processors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cnes_partners.model.dates import PartialDate
from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import View
from cnes_partners.views.works import Work, works


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield one JSON array."""
    items = ",\n".join(json.dumps(_item(work), ensure_ascii=False, indent=2) for work in works(view.backing))
    yield f"[\n{items}\n]\n"


def _item(work: Work) -> dict[str, Any]:
    item = {
        "id": work.id,
        "type": work.type,
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else None,
        "container-title": work.container,
        "publisher": work.publisher,
        "issued": _date(work.issued),
        "accessed": _date(work.accessed),
        "URL": work.url,
        "DOI": work.doi,
        "archive_location": work.archived,
        "language": work.language,
        "version": work.version,
        "note": f"Licence: {work.licence}" if work.licence else None,
    }
    return {name: value for name, value in item.items() if value}


def _date(date: PartialDate | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None
