"""What a contribution says: a thing that is supplied, or only that its party takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cnes_partners.errors import Problem
from cnes_partners.model.sentences import Name
from cnes_partners.rules.subject import Subject

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# That a party is in it; a contribution of these words alone leaves open with what.
_TAKING_PART = frozenset(
    (
        *("partner", "partners", "partnership", "member", "members", "consortium", "associated", "named"),
        *("participant", "participants", "participating", "participation", "participates", "takes", "part"),
        *("contribution", "contributions", "contributes", "contributing", "support", "supports", "supporting"),
        *("cooperation", "cooperates", "collaboration", "collaborates", "joint"),
    )
)
_BESIDE_IT = frozenset(
    (
        *("a", "an", "and", "as", "at", "by", "for", "in", "its", "of", "on", "the", "to", "with"),
        *("agency", "agencies", "body", "mission", "programme", "project", "agreement", "observatory"),
        *("national", "international", "scientific", "strong"),
    )
)


def contributions_say_what(subject: Subject) -> Iterator[Problem]:
    """Yield participations that say only that a body takes part, where no note of the mission names body or partner."""
    known = {entry.record.id: entry.record for table in ("partners", "parties") for entry in subject.entries(table)}
    for entry in subject.entries("missions"):
        note = entry.record.note or ""
        for number, participation in enumerate(entry.record.partners):
            party = known.get(participation.partner)  # None where its record does not decode: that is told for itself
            if party is None or not says_nothing(participation.contribution):
                continue
            if party.name not in note and (participation.agency or party.name) not in note:
                yield entry.problem_at(
                    ("partners", number, "contribution"),
                    "say what {name} supplies, or in the mission's note that no source tells",
                    name=Name(english=party.name, french=party.name_fr or party.name),
                )


def says_nothing(contribution: str) -> bool:
    """Return whether a contribution says only that its party takes part: "partner in the AOS programme"."""
    words = _WORD.findall(contribution)
    is_named = any(word.lower() in _TAKING_PART for word in words)
    return is_named and all(
        word.lower() in _TAKING_PART or word.lower() in _BESIDE_IT or word[0].isupper() for word in words
    )
