"""Find a record by what people type: case, accents, hyphens and spaces do not count, both languages do.

Only an exact match answers. What merely begins so, has such a word or is spelt nearly so is told, never taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cnes_partners.errors import AmbiguousNameError, NotFoundError
from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import Name, Value, either, sentence, translatable, with_id
from cnes_partners.model.spelling import fold, matcher, nearest
from cnes_partners.model.vocabulary.missions import SpacecraftRelation

if TYPE_CHECKING:
    from cnes_partners.model.records.countries import Country
    from cnes_partners.model.records.missions import Mission, Spacecraft
    from cnes_partners.model.records.parties import Party
    from cnes_partners.model.records.partners import Partner


@frozen
class Names:
    """What a record is called: the name that it is shown by, and the others that find it beside its id.

    ``hosts`` are the names of what carries it; they find it where nothing is called so itself.
    """

    id: str
    name: str
    name_fr: str | None = None
    others: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """Return all that the record itself is called."""
        return (self.id, self.name, *self.others)

    @property
    def shown(self) -> Name:
        """Return the name with the id, by which the record is had for certain: "Japan (jp)"."""
        return (
            with_id(self.id, self.name, self.name_fr) if self.name != self.id else Name(english=self.id, french=self.id)
        )


def partner_names(partner: Partner, country: Country | None = None) -> Names:
    """Return the names of a partner; its agencies and aliases find it too, and those of the country that it is."""
    agencies = (name for agency in partner.agencies for name in (agency.abbr, agency.name, agency.name_fr))
    others = country_names(country).own if country else ()
    return _names(partner, (partner.name_fr, *partner.aliases, *agencies, *others))


def party_names(party: Party) -> Names:
    """Return the names of a party."""
    return _names(party, (party.name_fr, *party.aliases))


def country_names(country: Country) -> Names:
    """Return the names of a country; its codes find it too."""
    official = (country.official_name, country.official_name_fr)
    codes = (country.alpha3, country.numeric, country.ioc)
    return _names(country, (country.name_fr, *official, *country.aliases, *codes))


def mission_names(mission: Mission) -> Names:
    """Return the names of a mission; aliases find it too, and its spacecraft by name, designation or number."""
    own = (craft for craft in mission.spacecraft if craft.relation is not SpacecraftRelation.HOST)
    hosts = (craft for craft in mission.spacecraft if craft.relation is SpacecraftRelation.HOST)
    others = (mission.name_fr, *mission.aliases, mission.full_name, mission.full_name_fr, *_spacecraft_names(own))
    return _names(mission, others, hosts=tuple(_spacecraft_names(hosts)))


def _spacecraft_names(crafts: Iterable[Spacecraft]) -> Iterator[str]:
    for craft in crafts:
        yield from filter(None, (craft.name, craft.name_fr, *craft.aliases))
        yield from (str(code) for code in (craft.cospar, craft.norad) if code is not None)


def _names(
    record: Partner | Party | Country | Mission, others: Iterable[str | None], *, hosts: tuple[str, ...] = ()
) -> Names:
    former = getattr(record, "formerly", None)  # a country's id is its code, and stays
    every = tuple(filter(None, (*others, former)))
    return Names(id=record.id, name=record.name, name_fr=record.name_fr, others=every, hosts=hosts)


_NONE = {
    "partner": translatable("No partner is called '{name}'"),
    "mission": translatable("No mission is called '{name}'"),
    "source": translatable("No source is called '{name}'"),
    "claim": translatable("No claim is called '{name}'"),
    "page": translatable("No source, mission or partner is called '{name}'"),
}
_SEVERAL = {
    "partner": translatable("'{name}' may mean more than one partner: {found}"),
    "mission": translatable("'{name}' may mean more than one mission: {found}"),
    "page": translatable("'{name}' may mean more than one record: {found}"),
}
_LISTS = {"page": ("sources", "missions", "partners")}


def find(text: str, names: Iterable[Names], *, kind: str) -> str:
    """Return the id of the one record that is called *text*, or, where none is, of the one that such a thing carries.

    Raises:
        NotFoundError: There is none; the message names those that might be meant.
        AmbiguousNameError: There are several; the message lists them.
    """
    every = tuple(names)
    found = called(text, every) or _carried(text, every)
    if not found:
        raise unknown(text, every, kind=kind)
    return only(text, found, kind=kind).id


def only(text: str, found: Sequence[Names], *, kind: str) -> Names:
    """Return the one record that was found.

    Raises:
        AmbiguousNameError: There are several; the message lists them.
    """
    if len(found) == 1:
        return found[0]
    message = sentence(_SEVERAL[kind], name=text, found=tuple(entry.shown for entry in found))
    raise AmbiguousNameError(message, candidates=[entry.id for entry in found])


def called(text: str, names: Sequence[Names]) -> tuple[Names, ...]:
    """Return the records of which *text* is a name; the one whose id it is to the letter, so that each can be had."""
    is_meant = matcher(text)
    identified = tuple(entry for entry in names if entry.id == text)
    return identified or tuple(entry for entry in names if any(map(is_meant, entry.own)))


def _carried(text: str, names: Sequence[Names]) -> tuple[Names, ...]:
    """Return the records that something called *text* carries."""
    is_meant = matcher(text)
    return tuple(entry for entry in names if any(map(is_meant, entry.hosts)))


def unknown(text: str, names: Iterable[Names], *, kind: str) -> NotFoundError:
    """Return the error that nothing of that *kind* is called so; it names those of *names* that might be meant."""
    every = tuple(names)
    meant = alike(text, every) or near(text, every)
    none = sentence(_NONE[kind], name=text)
    if not meant:
        lists = either(_LISTS.get(kind, (f"{kind}s",)))
        return NotFoundError(sentence("{none} (list them: cnes-partners {lists}).", none=none, lists=lists))
    message = sentence("{none}. Did you mean {names}?", none=none, names=_first_of(meant))
    return NotFoundError(message, candidates=[entry.id for entry in meant])


_MOST_NAMED = 8


def _first_of(meant: Sequence[Names]) -> Value:
    """Return the records as a question lists them: "A (a), B (b) or C (c)", of many the first and how many more."""
    shown = tuple(entry.shown for entry in meant[:_MOST_NAMED])
    more = len(meant) - len(shown)
    return sentence("{listed} or one of {count} more", listed=shown, count=str(more)) if more else either(shown)


def alike(text: str, names: Iterable[Names]) -> tuple[Names, ...]:
    """Return the records with a name that begins so or has such words, those first that are shown by it."""
    wanted = fold(text)
    if not wanted:
        return ()
    fitting = [entry for entry in names if any(_is_alike(wanted, name) for name in entry.own)]
    return tuple(sorted(fitting, key=lambda entry: not _is_alike(wanted, entry.name)))


def _is_alike(wanted: str, name: str) -> bool:
    folded = fold(name)
    return folded.replace(" ", "").startswith(wanted.replace(" ", "")) or f" {wanted} " in f" {folded} "


def near(text: str, names: Iterable[Names]) -> tuple[Names, ...]:
    """Return the few records with a name that is spelt most like *text*, none where none is near."""
    bearers = {name: entry for entry in names for name in entry.own}
    return tuple(dict.fromkeys(bearers[name] for name in nearest(text, bearers)))
