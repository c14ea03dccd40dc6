"""RIS: the bibliography of an answer, for Zotero, EndNote, Mendeley and library catalogues."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.model.dates import PartialDate
from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import View
from cnes_partners.views.works import Work, WorkType, works

_TYPES = {
    WorkType.DATASET: "DATA",
    WorkType.WEBPAGE: "ELEC",
    WorkType.NEWS: "NEWS",
    WorkType.ARTICLE: "JOUR",
    WorkType.PAPER: "CPAPER",
    WorkType.REPORT: "RPRT",
    WorkType.LAW: "STAT",
}


def texts(view: View, look: Look) -> Iterator[str]:
    """Yield an entry for each work."""
    for work in works(view.backing):
        yield "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in _lines(work)) + "ER  - \n\n"


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    found = (
        ("TY", _TYPES[work.type]),
        ("ID", work.id),
        ("AU", work.author and work.author.replace(", ", " - ")),  # readers take a comma for the end of a family name
        ("TI", work.title),
        ("T2", work.container),
        ("PB", work.publisher or work.author),
        ("PY", work.issued and work.issued[:4]),
        ("DA", _date(work.issued)),
        ("Y2", _date(work.accessed)),
        ("UR", work.url and work.url.replace(";", "%3B")),  # which parts several
        ("DO", work.doi),
        ("LA", work.language),
        ("ET", work.version),
        ("N1", work.licence and f"Licence: {work.licence}"),
        ("N1", work.archived and f"Archived copy: {work.archived}"),
    )
    return ((tag, value) for tag, value in found if value)


def _date(date: PartialDate | None) -> str | None:
    """Return a date as RIS has it, "2022/12/16/"; what is not known of it is empty."""
    year, month, day, *_ = [*(date or "").split("-"), "", ""]
    return f"{year}/{month}/{day}/" if date else None
