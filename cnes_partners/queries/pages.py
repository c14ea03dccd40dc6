"""Which page tells of a record: of a source its own, of a mission or a partner the best of those that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cnes_partners.dataset.names import Names, mission_names, only, partner_names, unknown
from cnes_partners.errors import AmbiguousNameError, NotAPartnerError, NotFoundError
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.sentences import sentence, with_id
from cnes_partners.model.spelling import fold
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.queries.citations import cited

if TYPE_CHECKING:
    from cnes_partners.dataset.dataset import Dataset
    from cnes_partners.model.records.partners import Partner
    from cnes_partners.model.records.sources import Source

_SHORTEST_NAME = 3  # "us" and "de" are words of titles, too


def page_of(dataset: Dataset, name: str) -> Source:
    """Return the source of that id, or the best page on the mission or partner of that name.

    Raises:
        NotFoundError: Nothing is called so, the message names what is nearly; or there is no page on record.
        AmbiguousNameError: A mission and a partner are called so.
    """
    wanted = name.strip().lower()
    own = (source for source in dataset.sources if source.id.lower() == wanted)
    return next(own, None) or _best_page(dataset, _named(dataset, name))


def _named(dataset: Dataset, name: str) -> Mission | Partner:
    """Return the mission or the partner of that name; of the few that are both, the mission."""
    found: list[Mission | Partner] = []
    errors: list[NotFoundError] = []
    for find in (dataset.mission, dataset.partner):
        try:
            found.append(find(name))
        except NotFoundError as error:
            errors.append(error)
    if found:
        names = {record.id: Names(id=record.id, name=record.name, name_fr=record.name_fr) for record in found}
        only(name, tuple(names.values()), kind="page")
        return found[0]
    known = (error for error in errors if isinstance(error, AmbiguousNameError | NotAPartnerError))
    raise next(known, None) or unknown(name, _every(dataset), kind="page")


def _every(dataset: Dataset) -> Iterator[Names]:
    yield from map(mission_names, dataset.missions)
    yield from map(partner_names, dataset.partners)
    yield from (Names(id=source.id, name=source.id) for source in dataset.sources)


def _best_page(dataset: Dataset, record: Mission | Partner) -> Source:
    """Return the page that is nearest to a record; of several the first.

    Who has to do with it goes before who reports, what has its name in the title before what tells of many, and CNES
    before others.
    """
    ids = dict.fromkeys((*record.sources, *cited([record])))
    pages = [source for source in map(dataset.source, ids) if source.seen is None]
    if not pages:
        named = with_id(record.id, record.name, record.name_fr)
        raise NotFoundError(sentence("No page on {record} is on record.", record=named))
    names = (mission_names(record) if isinstance(record, Mission) else partner_names(record)).own
    words = [f" {folded} " for folded in map(fold, names) if len(folded) >= _SHORTEST_NAME]

    def rank(page: Source) -> tuple[bool, bool, bool]:
        title = f" {fold(page.title)} "
        is_named = any(word in title for word in words)
        return page.kind is not SourceKind.PRIMARY, not is_named, "CNES" not in page.publisher

    return min(pages, key=rank)
