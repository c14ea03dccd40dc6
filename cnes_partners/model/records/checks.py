"""Arithmetic on the figures, and figures that enter none."""

from cnes_partners.frozen import frozen
from cnes_partners.model.vocabulary.money import Scope


@frozen
class SumCheck:
    """Arithmetic on the figures of a year, as it came out when the figures were collected."""

    year: int
    what: str
    what_fr: str | None = None
    computed: str | None = None
    stated: str | None = None
    holds: bool | None = None
    note: str | None = None
    note_fr: str | None = None


@frozen
class UndatedLine:
    """A contributor's line of a table that bears no year."""

    contributor: str
    amount_meur: int | float
    share_pct: float | None = None
    share_of: Scope | None = None


@frozen
class UndatedTable:
    """A table of contributions that belongs to no year for certain; it enters no computation."""

    id: str
    lines: tuple[UndatedLine, ...]
    source: str
    note: str
    note_fr: str | None = None
