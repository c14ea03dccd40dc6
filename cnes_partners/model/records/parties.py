"""Who is named but is no partner."""

from cnes_partners.frozen import frozen
from cnes_partners.model.vocabulary.money import PartyKind


@frozen
class Party:
    """Who or what the tables name but is no partner of CNES: a country, an income line, France itself."""

    id: str
    formerly: str | None = None
    name: str
    name_fr: str
    aliases: tuple[str, ...] = ()
    kind: PartyKind
