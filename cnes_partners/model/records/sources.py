"""Where facts come from."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.sources import Seen, SourceForm, SourceKind


@frozen
class Source:
    """A page or document that was read.

    ``form`` is what it is where it is no page: of an ``article``, as of the press, ``publisher`` names the journal.
    ``accessed`` is the day of that. ``via`` says that a copy of it was read, and where; ``seen`` that its text was not
    read at all. ``archived`` is the address of a copy that an archive keeps.
    """

    id: str
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
