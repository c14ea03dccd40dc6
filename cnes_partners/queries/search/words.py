"""The words that are looked for: their stems, what means the same in either language, and which need not be there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cnes_partners.model.spelling import fold


class Word(NamedTuple):
    """A word that is looked for, folded; ``alike`` finds it by its stem, or by another word for the same thing.

    ``needles`` are what a text must have one of; a word that is not ``is_needed`` counts where it is there.
    """

    typed: str
    needles: tuple[str, ...]
    alike: re.Pattern[str]
    is_needed: bool

    def is_in(self, plain_text: str) -> bool:
        """Return whether a text may have the word: quick, and never wrong where it says no."""
        return any(map(plain_text.__contains__, self.needles))


def spelled(text: str) -> str:
    """Return *text* folded, a number as one word however it is written: "1,174", "1 174" and "1.174" are 1174.

    A decimal mark is a p, which no fold takes away: "18.4" and "18,4" are 18p4.
    """
    return fold(_DECIMAL.sub("p", _GROUPS.sub(_joined, text)) if _FIGURE.search(text) else text)


_FIGURE = re.compile(r"\d[\s,.]\d")
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.\s]\d{3})+(?!\d|[.,]\d)")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")


def _joined(number: re.Match[str]) -> str:
    return re.sub(r"\D", "", number[0])


def words_of(phrase: str) -> tuple[Word, ...]:
    """Return the words of a folded phrase, each once: without little ones, unless it has no other."""
    every = tuple(dict.fromkeys(phrase.split()))
    telling = tuple(word for word in every if word not in _LITTLE_WORDS) or every
    has_needed = any(word not in _EVERYWHERE for word in telling)
    return tuple(_word(word, is_needed=not has_needed or word not in _EVERYWHERE) for word in telling)


def _word(word: str, *, is_needed: bool) -> Word:
    others = tuple(other for other in _same_things().get(stem(word), ()) if other != stem(word))
    return Word(
        typed=word,
        needles=(_needle(word), *(other.partition(" ")[0] for other in others)),
        alike=re.compile(f" (?:{'|'.join((_inflected(stem(word)), *map(_inflected, others)))}) "),
        is_needed=is_needed,
    )


def _needle(word: str) -> str:
    """Return what a text must have for the word: of a figure, the last three digits before its decimals."""
    before = word.partition("p")[0]
    return before[-3:] if before.isdigit() else stem(word)


def _inflected(stem: str) -> str:
    """Return the pattern of a stem with any ending; of several words, the last has it."""
    return f"{re.escape(stem)}(?:{_ANY_ENDING})?" if len(stem) >= _SHORTEST_STEM else re.escape(stem)


@lru_cache(maxsize=1024)
def stem(word: str) -> str:
    """Return a folded word without its ending, English or French: of altimétrie and altimetry the same.

    At least four letters are left by an ending of one or two letters, five by a longer one. Figures stay whole.
    """
    if any(char.isdigit() for char in word):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM + (len(ending) > 2):
            return word[: -len(ending)]
    return word


_SHORTEST_STEM = 4
_ENDINGS = tuple(
    sorted(
        (
            *("s", "es", "e", "ed", "ing", "er", "ers", "ee", "ees"),
            *("y", "ie", "ies", "ic", "ics", "ical", "ique", "iques"),
            *("al", "ale", "ales", "aux", "nel", "nels", "nelle", "nelles"),
            *("or", "ors", "eur", "eurs", "ity", "ite", "ites"),
            *("ary", "aire", "aires", "ent", "ente", "ents", "entes", "able", "ables"),
        ),
        key=len,
        reverse=True,
    )
)
_ANY_ENDING = "|".join(_ENDINGS)

_HOW_MUCH = frozenset(("how many", "how much", "combien"))


def asks_for_figure(phrase: str) -> bool:
    """Return whether a folded phrase asks for a number."""
    return any(f" {words} " in f" {phrase} " for words in _HOW_MUCH)


def _each(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# What a question is made of, and what it asks for; none of them tells one record from another.
_LITTLE_WORDS = _each(
    "a an and at by for in of on or the to with from about around something anything",
    "what which who whose when where why how much many there that it its",
    "is are was were be been do does doing did done has have had still",
    "country countries builds built made makes",
    "au aux d de des du en et l la le les ou par sur un une avec dans pour",
    "que qu qui quoi quel quelle quels quelles quand comment combien pourquoi",
    "est sont ont fait font il elle ils se s ce y encore toujours",
    "pays construit construisent fabrique",
)
# What all the records are about, and what they are called: it counts where it is there, and need not be.
_EVERYWHERE = _each(
    "cnes france french francais francaise francaises space spatial spatiale spatiaux spatiales",
    "mission missions satellite satellites instrument instruments working work works",
    "partner partners partenaire partenaires cooperation cooperations agreement agreements accord accords",
)

# One thing in both languages, or by two names in one, where neither a stem nor a beginning tells it: written by hand,
# from what people ask about and the texts of the dataset call by both names.
_SAME_THINGS = (
    ("altimetry", "altimeter", "altimetre"),
    ("astronaut", "spationaute", "cosmonaut"),
    ("balloon", "ballon"),
    ("budget", "funding", "funded", "financement", "finance", "euro", "eur"),
    ("burst", "sursaut"),
    ("climate", "climat"),
    ("comet", "comete"),
    ("earth", "terre"),
    ("exoplanet", "planets around", "planetes autour"),
    ("exploration", "exploring"),
    ("failed", "lost", "perdu", "perdue", "echec", "failure"),
    ("field", "champ"),
    ("flight", "vol"),
    ("flying", "operational", "volent", "vole"),
    ("lightning", "foudre", "eclair"),
    ("income", "recette"),
    ("landing", "atterrissage"),
    ("launch", "lancement"),
    ("launcher", "lanceur", "rocket", "fusee"),
    ("measure", "mesure"),
    ("member", "membre"),
    ("million", "meur"),
    ("moisture", "humidite", "humidity"),
    ("moon", "lune"),
    ("number", "nombre"),
    ("ocean", "oceanographie"),
    ("partnership", "partenariat", "cooperation"),
    ("pay", "paid", "verse", "contribution"),
    ("power", "puissance"),
    ("ray", "rays", "rayon"),
    ("return", "retour"),
    ("reusable", "reutilisable"),
    ("rover", "astromobile"),
    ("sea", "mer"),
    ("seismometer", "sismometre", "seismic"),
    ("share", "part"),
    ("soil", "sol", "sols"),
    ("solar", "solaire"),
    ("spy", "espion", "reconnaissance", "military observation", "observation militaire"),
    ("stop", "suspended", "ended", "arret"),
    ("sun", "soleil"),
    ("treaty", "traite"),
    ("water", "eau"),
    ("wave", "onde"),
    ("wind", "vent"),
    ("first", "premier", "1st", "1er"),
    ("second", "deuxieme", "2nd", "2e"),
    ("third", "troisieme", "3rd", "3e"),
    ("co2", "dioxyde de carbone", "carbon dioxide"),
)


@lru_cache(maxsize=1)
def _same_things() -> dict[str, tuple[str, ...]]:
    """Return the stems of what means the same, by each of them."""
    groups = [tuple(_stem_of_last(word) for word in group) for group in _SAME_THINGS]
    return {
        one: tuple(other for group in groups if one in group for other in group) for every in groups for one in every
    }


def _stem_of_last(words: str) -> str:
    *before, last = words.split(" ")
    return " ".join((*before, stem(last)))
