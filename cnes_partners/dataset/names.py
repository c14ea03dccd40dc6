"""Find a record by what people type: case, accents and hyphens do not count, both languages do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cnes_partners.errors import AmbiguousNameError, NotFoundError

if TYPE_CHECKING:
    from cnes_partners.model.records import Mission, Partner

# Letters that Unicode does not take apart into a plain one and a mark.
_LETTERS = (("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"))

_GAP = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")  # the accents of Latin, Greek and Cyrillic, once apart from their letters


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return *text* in lower case, without accents, its words apart by one space: "Corée du Sud" -> "coree du sud"."""
    return _GAP.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """Return *text* in lower case, without accents."""
    if text.isascii():
        return text.lower()
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    for letter, latin in _LETTERS:  # ten times as fast as str.translate()
        folded = folded.replace(letter, latin)
    return folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a record is called: its id and names proper, and what else finds it."""

    id: str
    name: str
    proper: tuple[str, ...]
    other: tuple[str, ...]


def partner_names(partner: Partner) -> Names:
    """Return the names of a partner; its agencies and aliases find it too."""
    agencies = (name for agency in partner.agencies for name in (agency.abbr, agency.name, agency.name_fr))
    return Names(
        id=partner.id,
        name=partner.name,
        proper=(partner.name, partner.name_fr),
        other=tuple(name for name in (*partner.aliases, *agencies) if name),
    )


def mission_names(mission: Mission) -> Names:
    """Return the names of a mission; its full name and aliases find it too."""
    return Names(
        id=mission.id,
        name=mission.name,
        proper=tuple(name for name in (mission.name, mission.name_fr) if name),
        other=tuple(name for name in (*mission.aliases, mission.full_name) if name),
    )


def find(text: str, names: Iterable[Names], *, kind: str) -> str:
    """Return the id of the one record that *text* names.

    An id or name first, then an alias, then the beginning of an id or name, then that of an alias, then a whole
    word in any of them; the first of these that fits decides.

    Raises:
        NotFoundError: Nothing fits; the message names the nearest.
        AmbiguousNameError: Several fit equally; the message lists them.
    """
    every = tuple(names)
    wanted = fold(text)
    for fits in _ways_to_fit(wanted) if wanted else ():
        candidates = [entry for entry in every if fits(entry)]
        if len(candidates) == 1:
            return candidates[0].id
        if candidates:
            raise _ambiguous(text, candidates, kind=kind)
    ids = {name: entry.id for entry in every for name in (entry.id, *entry.proper, *entry.other)}
    raise unknown(text, ids, kind=kind)


def _ways_to_fit(wanted: str) -> tuple[Callable[[Names], bool], ...]:
    """Return the tests that a record's names are put to, the strictest first."""
    squashed = wanted.replace(" ", "")
    return (
        lambda entry: any(_squash(name) == squashed for name in (entry.id, *entry.proper)),
        lambda entry: any(_squash(name) == squashed for name in entry.other),
        lambda entry: any(_squash(name).startswith(squashed) for name in (entry.id, *entry.proper)),
        lambda entry: any(_squash(name).startswith(squashed) for name in entry.other),
        lambda entry: any(f" {wanted} " in f" {fold(name)} " for name in (entry.id, *entry.proper, *entry.other)),
    )


def _squash(text: str) -> str:
    return fold(text).replace(" ", "")


def _ambiguous(text: str, candidates: Sequence[Names], *, kind: str) -> AmbiguousNameError:
    listed = ", ".join(f"{entry.name} ({entry.id})" for entry in candidates)
    return AmbiguousNameError(
        f"'{text}' may mean more than one {kind}: {listed}", candidates=[entry.id for entry in candidates]
    )


def unknown(text: str, ids: Mapping[str, str], *, kind: str) -> NotFoundError:
    """Return the error that nothing of that *kind* is called so; *ids* by name are what the nearest is sought in."""
    near = nearest(text, ids)
    hint = f" Did you mean '{near}'?" if near else f" List them with 'cnes-partners {kind}s'."
    return NotFoundError(f"No {kind} is called '{text}'.{hint}")


def nearest(text: str, ids: Mapping[str, str]) -> str | None:
    """Return the id behind the name that is spelt most like *text*, or None where none is near."""
    from difflib import get_close_matches

    by_squashed = {_squash(name): found for name, found in ids.items()}
    near = get_close_matches(_squash(text), by_squashed, n=1, cutoff=0.6)
    return by_squashed[near[0]] if near else None
