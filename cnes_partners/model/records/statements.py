"""What is stated about CNES's cooperation."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.model.vocabulary.sources import StatementTopic


@frozen
class Statement:
    """A figure that CNES, or another about CNES, states."""

    id: str
    formerly: str | None = None
    topic: StatementTopic
    label: str
    label_fr: str
    value: int | float | str
    value_fr: str | None = None
    at_least: bool = False
    approximate: bool = False
    unit: str
    measure: Measure | None = None
    stated_by: str
    stated_by_fr: str | None = None
    as_of: PartialDate | None = None
    source: str
    note: str | None = None
    note_fr: str | None = None
