"""Where facts come from, and where sources do not agree."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherValue:
    """A value that another source gives."""

    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Sources that do not say the same: what about, which value is kept, who says what else, and why.

    ``kept`` is None where no value could be preferred.
    """

    id: str | None = None
    about: str
    kept: str | None = None
    kept_source: str | None = None
    others: tuple[OtherValue, ...] = ()
    note: str | None = None
