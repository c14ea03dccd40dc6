"""Where sources do not agree."""

from cnes_partners.frozen import frozen


@frozen
class OtherValue:
    """A value that another source gives."""

    value: str
    value_fr: str | None = None
    source: str


@frozen
class Disagreement:
    """Sources that do not say the same: what about, which value is kept, who says what else, and why.

    ``kept`` is None where no value could be preferred.
    """

    id: str | None = None
    about: str
    about_fr: str | None = None
    kept: str | None = None
    kept_fr: str | None = None
    kept_source: str | None = None
    others: tuple[OtherValue, ...] = ()
    note: str | None = None
    note_fr: str | None = None
