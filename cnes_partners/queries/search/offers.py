"""Questions that a command answers better than words: what would be a filter of missions or agreements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.spelling import fold
from cnes_partners.model.vocabulary.missions import MissionStatus, Target
from cnes_partners.queries.search.words import words_of


def offer(dataset: Dataset, text: str) -> tuple[str, ...]:
    """Return the command that has each telling word of *text* as a filter, nothing where a word is left over.

    Of agreements, what is left over may be their subject.
    """
    phrase = f" {fold(text)} "
    if len(phrase.split()) < 2:
        return ()
    rest, options = phrase, tuple[str, ...]()
    about_agreements = any(f" {word} " in phrase for word in _AGREEMENTS)
    filters = (_partners(dataset), *((_SIGNED,) if about_agreements else (_ENDED, _MISSIONS)))
    for known in filters:
        for said, option in known.items():
            if found := re.search(f" {said} ", rest):
                rest = rest.replace(found[0].rstrip(), " ", 1)
                options += tuple(part.format(*found.groups()) for part in option)
    left = [word for word in _telling(rest) if word not in _AGREEMENTS]
    if about_agreements:
        subject = ("--subject", " ".join(left)) if left else ()
        return ("agreements", *options, *subject) if options or subject else ()
    return ("missions", *options) if options and not left else ()


def _telling(phrase: str) -> list[str]:
    """Return the words that tell something: not little ones, nor what all records are about."""
    every = words_of(f"{phrase.strip()} {_NEEDED}")  # with it beside them, the others are not needed for want of better
    return [word.typed for word in every if word.is_needed and word.typed != _NEEDED]


_NEEDED = "0"


def _partners(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Return the option of every partner by its folded names, the longest first: Guinea is in no Equatorial Guinea."""
    typed = {
        fold(said): _typed(id, name)
        for id, name, name_fr in dataset.names("partners")
        for said in (name, name_fr)
        if said
    }
    return {said: ("-p", typed[said]) for said in sorted(typed, key=len, reverse=True)}


def _typed(id: str, name: str) -> str:
    """Return what a partner is called on a command line: a name of one word, else the id."""
    return id if " " in fold(name) else fold(name)


_ENDED = {r"(?:ended|over|terminees?|finies?|achevees?) (?:in|en) (\d{4})": ("--ended", "{}")}
_AGREEMENTS = ("agreement", "agreements", "accord", "accords", "signed", "signe", "signes")
_SIGNED = {r"(?:in |en )?((?:19|20)\d\d)": ("--signed", "{}")}


def _said(option: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for code, every in words.items():
        yield from ((said, (option, code)) for said in every)


_MISSIONS: Mapping[str, tuple[str, ...]] = {
    "(?:next|upcoming|future|planned) (?:launch|launches|missions?)": ("--upcoming",),
    "(?:flew )?longest(?: missions?)?": ("-s", "-duration_years"),
    "(?:vole )?(?:le )?plus (?:longues?|longtemps)": ("-s", "-duration_years"),
    "(?:prochaine?s?|futurs?) (?:lancements?|missions?)": ("--upcoming",),
    **dict(
        _said(
            "--status",
            {
                MissionStatus.OPERATIONAL: (
                    *("still (?:flying|fly|working|operational)", "(?:in|en) (?:operation|service)", "operational"),
                    *("(?:volent|vole|fonctionnent) (?:encore|toujours)", "operationnelles?", "en vol"),
                ),
                MissionStatus.FAILED: (
                    "(?:were )?(?:lost|failed)(?: at launch)?",
                    "(?:perdues?|echouees?)(?: au lancement)?",
                ),
                MissionStatus.COMPLETED: ("completed", "terminees?", "achevees?"),
                MissionStatus.CANCELLED: ("cancelled", "annulees?"),
                MissionStatus.DEVELOPMENT: ("in development", "en developpement"),
            },
        )
    ),
    **dict(
        _said(
            "--target",
            {
                Target.MARS: ("mars",),
                Target.MOON: ("moon", "lune"),
                Target.SUN: ("sun", "soleil"),
                Target.VENUS: ("venus",),
                Target.MERCURY: ("mercury", "mercure"),
                Target.JUPITER: ("jupiter",),
                Target.SATURN: ("saturn", "saturne"),
                Target.ASTEROIDS: ("asteroids?", "asteroides?"),
                Target.COMETS: ("comets?", "cometes?"),
                Target.STRATOSPHERE: ("stratosphere",),
            },
        )
    ),
}
