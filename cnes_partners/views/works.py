"""What is cited, whatever format writes it: the dataset and its sources, in words of the Citation Style Language."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from cnes_partners.frozen import frozen
from cnes_partners.model.vocabulary.sources import SourceForm, SourceKind
from cnes_partners.queries.values import values_of

if TYPE_CHECKING:
    from cnes_partners.model.dates import PartialDate
    from cnes_partners.model.records.metadata import Metadata
    from cnes_partners.model.records.sources import Source
    from cnes_partners.views.view import Backing

DATASET_ID = "cnes-partners"


class WorkType(StrEnum):
    """What a work is."""

    DATASET = "dataset"
    WEBPAGE = "webpage"
    NEWS = "article-newspaper"
    ARTICLE = "article-journal"
    PAPER = "paper-conference"
    REPORT = "report"
    LAW = "legislation"


@frozen
class Work:
    """A work as a reference manager knows it; of ``author``, ``container`` and ``publisher`` it has one, a report two.

    An author is a body and never a person's name to be taken apart. ``container`` is the paper or journal.
    """

    id: str
    type: WorkType
    title: str
    author: str | None = None
    container: str | None = None
    publisher: str | None = None
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    url: str | None = None
    doi: str | None = None
    archived: str | None = None
    language: str | None = None
    version: str | None = None
    licence: str | None = None


_FORMS = {
    SourceForm.ARTICLE: WorkType.ARTICLE,
    SourceForm.PAPER: WorkType.PAPER,
    SourceForm.REPORT: WorkType.REPORT,
    SourceForm.LAW: WorkType.LAW,
    None: WorkType.WEBPAGE,
}
_PART_OF_A_WHOLE = (WorkType.NEWS, WorkType.ARTICLE)


def works(backing: Backing | None) -> tuple[Work, ...]:
    """Return what is to be cited for what rests on *backing*: the dataset first."""
    return () if backing is None else (dataset_work(backing.dataset), *map(source_work, backing.sources))


def dataset_work(dataset: Metadata) -> Work:
    """Return the dataset as what it is cited as, here and in CITATION.cff."""
    return Work(
        id=DATASET_ID,
        type=WorkType.DATASET,
        title=dataset.title,
        author=dataset.author,
        issued=dataset.as_of,
        version=dataset.version,
        licence=dataset.licence,
    )


def source_work(source: Source) -> Work:
    """Return a source as a work; who published it is its author, but of an article, or a paper of a conference."""
    is_news = source.form is None and source.kind is SourceKind.PRESS
    type = WorkType.NEWS if is_news else _FORMS[source.form]
    is_part, is_paper, is_report = type in _PART_OF_A_WHOLE, type is WorkType.PAPER, type is WorkType.REPORT
    return Work(
        **values_of(source, Work) | {"publisher": source.publisher if is_paper or is_report else None},
        type=type,
        author=None if is_part or is_paper else source.publisher,
        container=source.publisher if is_part else None,
        issued=source.published,
    )
