"""Rules about what records are called, and in which languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from cnes_partners.dataset.entries import Entry, Path
from cnes_partners.errors import Problem
from cnes_partners.model.fields import french_of
from cnes_partners.model.spelling import matcher, name_keys
from cnes_partners.model.vocabulary.missions import SpacecraftRelation
from cnes_partners.rules.subject import Subject, blocks, leaves

# Field of a record -> the fields in it that name it, all where there are none.
_NAMING_FIELDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("name", "name_fr", "full_name", "full_name_fr", "official_name", "official_name_fr", "aliases", "formerly"), ()
    ),
    "agencies": ("abbr", "name", "name_fr"),
    "spacecraft": ("name", "name_fr", "aliases", "cospar", "norad"),
}
_CODES = ("id", "alpha3", "numeric")


def partners_share_no_name(subject: Subject) -> Iterator[Problem]:
    """Yield names, agencies and aliases that lead to two partners, other parties or countries.

    A partner's own name comes before the code of a country that is neither: EC is the European Commission.
    """
    parties = (*subject.entries("partners"), *subject.entries("parties"))
    ids = {entry.record.id for entry in parties}
    countries = (
        (entry, tuple(_names(entry, with_codes=entry.record.id in ids))) for entry in subject.entries("countries")
    )
    yield from _shared((*((entry, tuple(_names(entry))) for entry in parties), *countries))


def missions_share_no_name(subject: Subject) -> Iterator[Problem]:
    """Yield names and aliases, of a mission or its spacecraft, that lead to two whose notes do not tell them apart."""
    yield from _shared(tuple((entry, tuple(_names(entry))) for entry in subject.entries("missions")))


def _shared(named: tuple[tuple[Entry, tuple[tuple[Path, str], ...]], ...]) -> Iterator[Problem]:
    bearers: dict[str, list[tuple[Entry, Path, str]]] = defaultdict(list)
    for entry, names in named:
        keys = {key: (entry, path, name) for path, name in reversed(names) for key in name_keys(name)}
        for key, bearer in keys.items():
            bearers[key].append(bearer)
    for (first, _, _), *others in bearers.values():
        for entry, path, name in others:
            if entry.record.id == first.record.id and entry.table != first.table:
                continue  # a partner and the country that it is
            if not (_tells_apart(first, entry) and _tells_apart(entry, first)):
                yield entry.problem_at(
                    path,
                    '"{name}" also finds {id} (drop it, or name the other in both notes)',
                    name=name,
                    id=first.record.id,
                )


def _tells_apart(entry: Entry, other: Entry) -> bool:
    """Return whether a record's note names the other: the two are namesakes, and the record says so."""
    return f"({other.record.id})" in (getattr(entry.record, "note", None) or "")


def _names(entry: Entry, *, with_codes: bool = True) -> Iterator[tuple[Path, str]]:
    """Yield every name that finds a record, with its field; a country's codes are its id, too."""
    fields = _NAMING_FIELDS | (dict.fromkeys(_CODES, ()) if with_codes else {})
    for leaf in leaves(entry.record):
        first = str(leaf.path[0])
        if first in fields and leaf.field in (fields[first] or (first,)) and not _is_of_a_host(entry, leaf.path):
            yield leaf.path, str(leaf.value)


def _is_of_a_host(entry: Entry, path: Path) -> bool:
    """Return whether a field is of what carries a mission, whose name finds it only where nothing else bears it."""
    return path[0] == "spacecraft" and entry.record.spacecraft[path[1]].relation is SpacecraftRelation.HOST


def aliases_repeat_nothing(subject: Subject) -> Iterator[Problem]:
    """Yield aliases of missions that their spacecraft bear, and of partners that the list of countries has."""
    countries = {entry.record.id: entry for entry in subject.entries("countries")}
    for entry in subject.entries("missions", "partners"):
        is_mission = entry.table == "missions"
        holder = entry if is_mission else countries.get(entry.record.id)
        known = [name for path, name in _names(holder) if path[0] == "spacecraft" or not is_mission] if holder else []
        for index, alias in enumerate(entry.record.aliases):
            if any(map(matcher(alias), known)):
                place = "spacecraft" if is_mission else "countries.yaml"
                yield entry.problem_at(
                    ("aliases", index), '"{alias}" stands in {place} already (drop it here)', alias=alias, place=place
                )


# What the other language writes otherwise: words, dates in words, figures with a comma or a point. A name has none.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HAS_WORDS = re.compile(rf"\b[a-z]{{2,}}|\b(?:{_MONTHS})\b|\d[.,]\d")


def texts_are_in_both_languages(subject: Subject) -> Iterator[Problem]:
    """Yield texts and names of every record without their French, and French without its English.

    What the letters of a name stand for are words that need none.
    """
    for entry in subject.entries():
        for path, block in blocks(entry.record):
            for english, french in text_pairs(block.__class__):
                text, twin = getattr(block, english), getattr(block, french)
                if twin and not text:
                    yield entry.problem_at(
                        (*path, french), "there is no {english} that this is the French of", english=english
                    )
                elif not twin and isinstance(text, str) and _HAS_WORDS.search(text):
                    yield entry.problem_at((*path, english), "say in French what it says ({french})", french=french)


@cache
def text_pairs(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record class that have a French one beside them, but for what its name stands for."""
    names = [field.name for field in fields(kind)]
    return tuple((name, french_of(name)) for name in names if french_of(name) in names and name != "full_name")


def agencies_tell_more_than_the_partner(subject: Subject) -> Iterator[Problem]:
    """Yield agencies of a mission's partners that repeat the partner's name."""
    names = {entry.record.id: entry.record.name for entry in subject.entries("partners", "parties")}
    for entry in subject.entries("missions"):
        for index, participation in enumerate(entry.record.partners):
            if participation.agency and participation.agency == names.get(participation.partner):
                yield entry.problem_at(("partners", index, "agency"), "this is the partner's own name (leave it out)")


def disagreements_fit_their_records(subject: Subject) -> Iterator[Problem]:
    """Yield disagreements whose kept value is not the one that the record holds."""
    for entry in subject.entries("missions", "partners"):
        held = _held(entry)
        for index, disagreement in enumerate(entry.record.disagreements):
            value = held.get(disagreement.about)
            if disagreement.kept and value and disagreement.kept.split(" (")[0] != value:
                yield entry.problem_at(
                    ("disagreements", index, "kept"),
                    '"{kept}" is kept, but the record has "{value}"',
                    kept=disagreement.kept,
                    value=str(value),
                )


def _held(entry: Entry) -> dict[str, str | None]:
    """Return the values of a record by what its disagreements call them."""
    record = entry.record
    if entry.table == "partners":
        return {"since": record.since and record.since.date, "status": record.status, "category": record.category}
    return {"launch date": record.launch and record.launch.date, "end": record.end, "status": record.status}
