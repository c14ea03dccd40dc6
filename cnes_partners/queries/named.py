"""The record that is called so; where none is, the error says what else is known of the name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cnes_partners.dataset.dataset import HOME, Dataset
from cnes_partners.errors import AmbiguousNameError, NotAPartnerError, NotFoundError
from cnes_partners.model.sentences import Name, Value, sentence, translatable, with_id

if TYPE_CHECKING:
    from cnes_partners.model.records.missions import Mission
    from cnes_partners.model.records.partners import Partner


def partner_named(dataset: Dataset, name: str) -> Partner:
    """Return the partner of that name.

    Raises:
        NotFoundError: There is none; the message says who might be meant, what such a country takes part in, and
            which records mention it.
    """
    try:
        return dataset.partner(name)
    except NotAPartnerError as error:
        _tell_part(dataset, name, error)
        raise
    except NotFoundError as error:
        _tell_mentions(dataset, name, error)
        raise


def mission_named(dataset: Dataset, name: str) -> Mission:
    """Return the mission of that name.

    Raises:
        NotFoundError: There is none; the message says which might be meant, and which records mention it.
    """
    try:
        return dataset.mission(name)
    except NotFoundError as error:
        _tell_mentions(dataset, name, error)
        raise


def _tell_part(dataset: Dataset, name: str, error: NotAPartnerError) -> None:
    """Let the error name the missions that the party takes part in, or else what mentions it."""
    joint = [
        with_id(mission.id, mission.name, mission.name_fr)
        for mission in dataset.missions
        if any(entry.partner == error.party for entry in mission.partners)
    ]
    if joint:
        error.tell(sentence("It takes part in {missions}.", missions=_some(joint)))
    elif error.party != HOME:
        _tell_mentions(dataset, _in_texts(dataset, name, error.party), error)


def _in_texts(dataset: Dataset, name: str, id: str) -> str:
    """Return what texts call a country that was asked for by *name*: not by its code, as "SI" is silicon's letters."""
    country = dataset.country(id)
    if country is None:
        return name
    codes = (country.alpha2, country.alpha3, country.numeric, country.ioc)
    return country.name if name.strip().upper() in codes else name


def _tell_mentions(dataset: Dataset, name: str, error: NotFoundError) -> None:
    """Let the error name what mentions the name, if nothing might be meant; else only where that is little."""
    if isinstance(error, AmbiguousNameError):
        return
    import shlex

    from cnes_partners.queries.search.search import mentions

    hits = [hit for hit in mentions(dataset, name) if hit.id not in error.candidates]
    if hits and (not error.candidates or len(hits) <= _MOST_NAMED):
        told = (
            translatable("{records} mentions it ({search}).")
            if len(hits) == 1
            else translatable("{records} mention it ({search}).")
        )
        search = shlex.join(("cnes-partners", "search", name))
        error.tell(
            sentence(told, records=_some([with_id(hit.id, hit.name, hit.name_fr) for hit in hits]), search=search)
        )


_MOST_NAMED = 3


def _some(names: Sequence[Name]) -> Value:
    """Return names as a sentence lists them: "A, B and C", of many the first and how many more."""
    *listed, last = names
    if len(names) > _MOST_NAMED:
        more = str(len(names) - _MOST_NAMED)
        return sentence("{listed} and {count} more", listed=tuple(names[:_MOST_NAMED]), count=more)
    return sentence("{listed} and {last}", listed=tuple(listed), last=last) if listed else last
