"""Rules about what missions are for, who takes part in them, and who provides their instruments."""

from __future__ import annotations

from collections.abc import Iterator

from cnes_partners.errors import Problem
from cnes_partners.model.sentences import Sentence, sentence
from cnes_partners.rules.subject import Subject

_FRANCE = "fr"


def providers_take_part(subject: Subject) -> Iterator[Problem]:
    """Yield providers of instruments that are neither France nor among the partners of the mission."""
    for entry in subject.entries("missions"):
        known = {_FRANCE, *(participation.partner for participation in entry.record.partners)}
        for number, instrument in enumerate(entry.record.instruments):
            for index, provider in enumerate(instrument.providers):
                if provider.party not in known:
                    path = ("instruments", number, "providers", index, "party")
                    yield entry.problem_at(
                        path,
                        '"{party}" provides {instrument} but is not among the partners (add it there)',
                        party=provider.party,
                        instrument=instrument.name,
                    )


def instruments_have_a_provider(subject: Subject) -> Iterator[Problem]:
    """Yield instruments of which nothing says who provides them, nor a note that no source tells."""
    for entry in subject.entries("missions"):
        for number, instrument in enumerate(entry.record.instruments):
            if not (instrument.providers or instrument.provider or instrument.note):
                yield entry.problem_at(
                    ("instruments", number, "providers"),
                    "say who provides {instrument}, or in its note that no source tells",
                    instrument=instrument.name,
                )


def missions_have_a_target(subject: Subject) -> Iterator[Problem]:
    """Yield missions of which nothing says what they go to or look at, and targets that stand twice."""
    for entry in subject.entries("missions"):
        target = entry.record.target
        if not target:
            yield entry.problem_at(("target",), "say what it goes to or looks at (data/README.md has the words)")
        if len(set(target)) < len(target):
            yield entry.problem_at(("target",), "a target stands here twice (keep one)")


def participations_stand_once(subject: Subject) -> Iterator[Problem]:
    """Yield a second entry of a mission for the same body of the same partner, in the same role, with the same part."""
    for entry in subject.entries("missions"):
        seen: set[tuple[str, str | None, str, str]] = set()
        for index, part in enumerate(entry.record.partners):
            key = (part.partner, part.agency, part.role, part.contribution)
            if key in seen:
                yield entry.problem_at(("partners", index), _twice(part.partner))
            seen.add(key)


def providers_stand_once(subject: Subject) -> Iterator[Problem]:
    """Yield a second entry for the same institute of the same provider and instrument, and the same part."""
    for entry in subject.entries("missions"):
        for number, instrument in enumerate(entry.record.instruments):
            seen: set[tuple[str, str | None, str | None]] = set()
            for index, provider in enumerate(instrument.providers):
                key = (provider.party, provider.institute, provider.supplies)
                if key in seen:
                    path = ("instruments", number, "providers", index)
                    yield entry.problem_at(path, _twice(provider.party))
                seen.add(key)


def _twice(party: str) -> Sentence:
    return sentence('"{party}" stands here twice (merge the two)', party=party)
