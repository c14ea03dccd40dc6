"""The countries of the world, partners or not."""

from cnes_partners.frozen import frozen


@frozen
class Country:
    """A country or territory of ISO 3166-1: its codes, and what it is called; ``id`` is that of a partner or party."""

    id: str
    alpha2: str
    alpha3: str
    numeric: str
    ioc: str | None = None
    wikidata: str
    name: str
    name_fr: str
    official_name: str | None = None
    official_name_fr: str | None = None
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...]
