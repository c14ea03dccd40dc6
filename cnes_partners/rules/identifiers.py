"""Rules about the ids that others give: of spacecraft, institutes, texts and things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cnes_partners.dataset.entries import Entry, Path
from cnes_partners.errors import Problem
from cnes_partners.model.records.missions import Launch, Spacecraft
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.missions import LaunchState, SpacecraftRelation
from cnes_partners.rules.subject import Subject, leaves

# Pieces of one launch have letters without I and O, which are too like figures.
_COSPAR = re.compile(r"(?:19|20)\d\d-(?!000)\d{3}[A-HJ-NP-Z]{1,3}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ROR = re.compile(r"0[0-9a-hjkmnp-tv-z]{6}\d\d")
_ROR_FIGURES = "0123456789abcdefghjkmnpqrstvwxyz"
_LARGEST_NORAD = 999_999_999


def _is_ror(text: str) -> bool:
    """Return whether *text* is an id of ror.org: base 32 as Crockford writes it, then two figures that check it."""
    if not _ROR.fullmatch(text):
        return False
    number = 0
    for figure in text[:-2]:
        number = number * len(_ROR_FIGURES) + _ROR_FIGURES.index(figure)
    return (number * 100 + int(text[-2:])) % 97 == 1


_THREE_CAPITALS = translatable('expected three capital letters, got "{got}"')
# Field -> what is right for it, and what is said of the rest.
_FORMS: dict[str, tuple[Callable[[str], object], str]] = {
    "cospar": (_COSPAR.fullmatch, translatable('expected a designation such as 2022-173A, got "{got}"')),
    "alpha2": (re.compile("[A-Z]{2}").fullmatch, translatable('expected two capital letters, got "{got}"')),
    "alpha3": (re.compile("[A-Z]{3}").fullmatch, _THREE_CAPITALS),
    "numeric": (re.compile("[0-9]{3}").fullmatch, translatable('expected three digits, got "{got}"')),
    "ioc": (re.compile("[A-Z]{3}").fullmatch, _THREE_CAPITALS),
    "wikidata": (_WIKIDATA.fullmatch, translatable('expected a Wikidata id such as Q23548, got "{got}"')),
    "ror": (
        _is_ror,
        translatable(
            'expected an id of ror.org such as 027ka1x80, whose last two figures check the others, got "{got}"'
        ),
    ),
    "doi": (_DOI.fullmatch, translatable('expected a DOI such as 10.5281/zenodo.1234567, got "{got}"')),
}


def identifiers_are_well_formed(subject: Subject) -> Iterator[Problem]:
    """Yield designations, catalogue numbers, codes of countries and ids of Wikidata, ROR and DOI that cannot be any."""
    for entry in subject.entries():
        for leaf in leaves(entry.record):
            if leaf.field in _FORMS:
                is_right, expected = _FORMS[leaf.field]
                if not is_right(leaf.value):
                    yield entry.problem_at(leaf.path, expected, got=leaf.value)
            elif leaf.field == "norad" and not 1 <= leaf.value <= _LARGEST_NORAD:
                yield entry.problem_at(
                    leaf.path, "expected a catalogue number such as 54754, got {got}", got=str(leaf.value)
                )


def _spacecraft(subject: Subject) -> Iterator[tuple[Entry, Path, Spacecraft]]:
    for entry in subject.entries("missions"):
        for index, craft in enumerate(entry.record.spacecraft):
            yield entry, ("spacecraft", index), craft


def spacecraft_belong_to_one_mission(subject: Subject) -> Iterator[Problem]:
    """Yield designations and catalogue numbers that two spacecraft bear; a host may carry several missions."""
    seen: dict[tuple[str, object], Entry] = {}
    for entry, path, craft in _spacecraft(subject):
        if craft.relation is SpacecraftRelation.HOST:
            continue
        for field, value in (("cospar", craft.cospar), ("norad", craft.norad)):
            if value is None:
                continue
            if (field, value) in seen:
                yield entry.problem_at(
                    (*path, field),
                    "{value} is a spacecraft of {mission} too (host, if it carries it)",
                    value=str(value),
                    mission=seen[field, value].name,
                )
            seen.setdefault((field, value), entry)


def designations_fit_the_launch(subject: Subject) -> Iterator[Problem]:
    """Yield designations of another year than the launch, and launch dates that only repeat the mission's.

    What carries another's mission may have flown long before it: only its own date is held against it.
    """
    for entry, path, craft in _spacecraft(subject):
        mission_launch = _launched(entry.record.launch)
        launched = craft.launched or (None if craft.relation is SpacecraftRelation.HOST else mission_launch)
        if craft.cospar and launched and craft.cospar[:4] != launched[:4]:
            yield entry.problem_at(
                (*path, "cospar"),
                "{cospar} is of {year}, but the launch was on {date} (give launched, where it differs)",
                cospar=craft.cospar,
                year=craft.cospar[:4],
                date=launched,
            )
        if craft.launched and craft.launched == mission_launch:
            yield entry.problem_at((*path, "launched"), "this is the mission's launch (leave it out)")


def _launched(launch: Launch | None) -> str | None:
    return launch.date if launch and launch.state is LaunchState.LAUNCHED else None
