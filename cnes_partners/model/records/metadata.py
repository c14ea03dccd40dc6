"""The dataset itself."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate


@frozen
class Metadata:
    """What the dataset is: its version, its date, its licence, its author and how to cite it."""

    title: str
    title_fr: str | None = None
    version: str
    as_of: PartialDate
    licence: str
    citation: str
    author: str | None = None
