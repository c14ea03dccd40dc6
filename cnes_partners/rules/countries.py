"""Rules about the countries of the world and their codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cnes_partners.dataset.names import country_names
from cnes_partners.dataset.spelling import name_keys
from cnes_partners.errors import Problem
from cnes_partners.rules.subject import Entry, Subject

_CODES = ("alpha2", "alpha3", "numeric", "ioc", "wikidata")


def country_ids_are_codes(subject: Subject) -> Iterator[Problem]:
    """Yield ids of countries that are not their alpha-2 code in lower case."""
    for entry in subject.entries("countries"):
        expected = entry.record.alpha2.lower()
        if entry.record.id != expected:
            yield entry.problem(("id",), f'expected "{expected}", the alpha-2 code in lower case')


def country_codes_stand_once(subject: Subject) -> Iterator[Problem]:
    """Yield codes that two countries have."""
    for field in _CODES:
        bearers: dict[str, Entry] = {}
        for entry in subject.entries("countries"):
            code = getattr(entry.record, field)
            if code is not None and bearers.setdefault(code, entry) is not entry:
                yield entry.problem((field,), f'"{code}" is the code of {bearers[code].record.id} (correct one)')


def countries_are_listed(subject: Subject) -> Iterator[Problem]:
    """Yield partners and parties that are countries but are not in the list of them, where a dataset has one."""
    listed = subject.ids("countries")
    for entry in subject.entries("partners", "parties") if listed and subject.is_whole("countries") else ():
        if entry.record.kind == "country" and entry.record.id not in listed:
            yield entry.problem(("id",), "countries.yaml has no such country (add it there, with its codes)")


def aliases_are_not_those_of_the_country(subject: Subject) -> Iterator[Problem]:
    """Yield aliases of partners that the list of countries has already."""
    listed = {entry.record.id: set(_keys(country_names(entry.record).own)) for entry in subject.entries("countries")}
    for entry in subject.entries("partners"):
        for index, alias in enumerate(entry.record.aliases):
            if not set(name_keys(alias)) - listed.get(entry.record.id, set()):
                yield entry.problem(("aliases", index), f'countries.yaml has "{alias}" (drop it here)')


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (key for name in names for key in name_keys(name))
