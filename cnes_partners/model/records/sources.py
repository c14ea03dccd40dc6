"""Where facts come from."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.sources import Seen, SourceForm, SourceKind


@frozen
class Source:
    """A page or document that was read, unless ``via`` or ``seen`` say otherwise."""

    id: str
    formerly: str | None = None
    url: str
    title: str
    publisher: str
    published: PartialDate | None = None
    language: str
    kind: SourceKind
    form: SourceForm | None = None
    doi: str | None = None
    accessed: PartialDate | None = None
    archived: str | None = None
    seen: Seen | None = None
    via: str | None = None
    note: str | None = None
    note_fr: str | None = None
