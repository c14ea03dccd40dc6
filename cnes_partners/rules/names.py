"""Rules about what records are called, and in which languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from cnes_partners.dataset.names import fold
from cnes_partners.errors import Problem
from cnes_partners.model.fields import french_of
from cnes_partners.rules.subject import Entry, Path, Subject, blocks, leaves

_NAMING_FIELDS = ("id", "name", "name_fr", "full_name", "aliases", "agencies")


def partners_share_no_name(subject: Subject) -> Iterator[Problem]:
    """Yield names, agencies and aliases that lead to two partners, or to a partner and another party."""
    yield from _shared((*subject.entries("partners"), *subject.entries("parties")))


def missions_share_no_name(subject: Subject) -> Iterator[Problem]:
    """Yield names and aliases that lead to two missions whose notes do not tell them apart."""
    yield from _shared(tuple(subject.entries("missions")))


def _shared(entries: tuple[Entry, ...]) -> Iterator[Problem]:
    bearers: dict[str, list[tuple[Entry, Path, str]]] = defaultdict(list)
    for entry in entries:
        seen: set[str] = set()
        for path, name in _names(entry):
            folded = fold(name).replace(" ", "")
            if folded not in seen:
                seen.add(folded)
                bearers[folded].append((entry, path, name))
    for (first, _, _), *others in bearers.values():
        for entry, path, name in others:
            if not (_tells_apart(first, entry) and _tells_apart(entry, first)):
                yield entry.problem(
                    path, f'"{name}" also finds {first.record.id} (drop it, or name the other in both notes)'
                )


def _tells_apart(entry: Entry, other: Entry) -> bool:
    """Return whether a record's note names the other: the two are namesakes, and the record says so."""
    return f"({other.record.id})" in (getattr(entry.record, "note", None) or "")


def _names(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Yield every name that finds a record, with its field."""
    named = (leaf for leaf in leaves(entry.record) if leaf.path[0] in _NAMING_FIELDS)
    yield from ((leaf.path, leaf.value) for leaf in named)


# What the other language writes otherwise: words, dates in words, figures with a comma or a point. A name has none.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HAS_WORDS = re.compile(rf"\b[a-z]{{2,}}|\b(?:{_MONTHS})\b|\d[.,]\d")


def texts_are_in_both_languages(subject: Subject) -> Iterator[Problem]:
    """Yield texts of every record without their French, and French without its English.

    What a record is called may be the same in both; names that need two cannot be decoded without them.
    """
    for entry in subject.entries():
        for path, block in blocks(entry.record):
            for english, french in text_pairs(block.__class__):
                text, twin = getattr(block, english), getattr(block, french)
                if twin and not text:
                    yield entry.problem((*path, french), f"there is no {english} that this is the French of")
                elif not twin and isinstance(text, str) and _HAS_WORDS.search(text):
                    yield entry.problem((*path, english), f"say in French what it says ({french})")


@cache
def text_pairs(kind: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record class that have a French one beside them, but for its name."""
    names = [field.name for field in fields(kind)]
    return tuple((name, french_of(name)) for name in names if french_of(name) in names and name != "name")


def agencies_tell_more_than_the_partner(subject: Subject) -> Iterator[Problem]:
    """Yield agencies of a mission's partners that repeat the partner's name."""
    names = {entry.record.id: entry.record.name for entry in subject.entries("partners", "parties")}
    for entry in subject.entries("missions"):
        for index, participation in enumerate(entry.record.partners):
            if participation.agency and participation.agency == names.get(participation.partner):
                yield entry.problem(("partners", index, "agency"), "this is the partner's own name (leave it out)")


def disagreements_fit_their_records(subject: Subject) -> Iterator[Problem]:
    """Yield disagreements whose kept value is not the one that the record holds."""
    for entry in subject.entries("missions", "partners"):
        held = _held(entry)
        for index, disagreement in enumerate(entry.record.disagreements):
            value = held.get(disagreement.about)
            if disagreement.kept and value and disagreement.kept.split(" (")[0] != value:
                path = ("disagreements", index, "kept")
                yield entry.problem(path, f'"{disagreement.kept}" is kept, but the record has "{value}"')


def _held(entry: Entry) -> dict[str, str | None]:
    """Return the values of a record by what its disagreements call them."""
    record = entry.record
    if entry.table == "partners":
        return {"since": record.since and record.since.date, "status": record.status, "category": record.category}
    return {"launch date": record.launch and record.launch.date, "end": record.end, "status": record.status}
