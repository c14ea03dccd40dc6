"""The dataset itself."""

from dataclasses import dataclass

from cnes_partners.model.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the dataset is: its version, its date, its licence and how to cite it."""

    title: str
    title_fr: str | None = None
    version: str
    as_of: PartialDate
    licence: str
    citation: str
