"""Where facts come from."""

from dataclasses import dataclass

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.sources import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or document that was read. ``via`` says that a copy of it was read, and where."""

    id: str
    url: str
    title: str
    publisher: str
    published: PartialDate | None = None
    language: str
    kind: SourceKind
    via: str | None = None
    note: str | None = None
    note_fr: str | None = None
