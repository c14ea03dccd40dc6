"""Rules about the countries of the world and their codes."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.dataset.entries import Entry
from cnes_partners.errors import Problem
from cnes_partners.model.vocabulary.money import PartyKind
from cnes_partners.model.vocabulary.partnership import PartnerKind
from cnes_partners.rules.subject import Subject

_CODES = ("alpha2", "alpha3", "numeric", "ioc", "wikidata")


def country_ids_are_codes(subject: Subject) -> Iterator[Problem]:
    """Yield ids of countries that are not their alpha-2 code in lower case."""
    for entry in subject.entries("countries"):
        expected = entry.record.alpha2.lower()
        if entry.record.id != expected:
            yield entry.problem_at(("id",), 'expected "{code}", the alpha-2 code in lower case', code=expected)


def country_codes_stand_once(subject: Subject) -> Iterator[Problem]:
    """Yield codes that two countries have."""
    for field in _CODES:
        bearers: dict[str, Entry] = {}
        for entry in subject.entries("countries"):
            code = getattr(entry.record, field)
            if code is not None and bearers.setdefault(code, entry) is not entry:
                yield entry.problem_at(
                    (field,), '"{code}" is the code of {id} (correct one)', code=code, id=bearers[code].record.id
                )


def countries_are_listed(subject: Subject) -> Iterator[Problem]:
    """Yield partners and parties that are countries but are not in the list of them, where a dataset has one."""
    listed = subject.ids("countries")
    for entry in subject.entries("partners", "parties") if listed and subject.is_whole("countries") else ():
        if entry.record.kind in (PartnerKind.COUNTRY, PartyKind.COUNTRY) and entry.record.id not in listed:
            yield entry.problem_at(("id",), "countries.yaml has no such country (add it there, with its codes)")
