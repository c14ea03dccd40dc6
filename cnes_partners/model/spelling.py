"""What counts in the spelling of a name: not case, accents, hyphens and spaces, nor whether numbers are Roman."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

# Letters that Unicode does not take apart into a plain one and a mark.
_LETTERS = (("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"), ("đ", "d"))
_FRENCH = tuple((letter, unicodedata.normalize("NFD", letter)[0]) for letter in "àâçéèêëîïôùûüÀÂÇÉÈÊËÎÏÔÙÛÜ")

_GAP = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")  # the accents of Latin, Greek and Cyrillic, once apart from their letters


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return *text* in lower case, without accents, its words apart by one space: "Corée du Sud" -> "coree du sud"."""
    return _GAP.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """Return *text* in lower case, without accents."""
    if not text.isascii():
        for letter, latin in _FRENCH:  # three times as fast as what follows, which few texts need then
            text = text.replace(letter, latin)
    if text.isascii():
        return text.lower()
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    for letter, latin in _LETTERS:  # ten times as fast as str.translate()
        folded = folded.replace(letter, latin)
    return folded


def filed(name: str) -> tuple[str, str]:
    """Return what a list in order of the alphabet files a name under: É with E, a hyphen as a space, "La" with L."""
    return fold(name), name


def matcher(text: str) -> Callable[[str], bool]:
    """Return the test whether *text* is how people write a name."""
    wanted = _typed_keys(text)
    initials = {key[0] for key in wanted}

    def matches(name: str) -> bool:
        initial = name[0].lower()
        is_other = initial not in initials and initial.isascii() and initial.isalnum()  # most are: that is soon told
        return not is_other and not wanted.isdisjoint(name_keys(name))

    return matches


def _typed_keys(text: str) -> frozenset[str]:
    """Return the keys of what was typed: as it stands, without an article before it, and turned round."""
    every = (text, *_turned(text))
    return frozenset(key for writing in every for name in (writing, _without_article(writing)) for key in _keys(name))


@lru_cache(maxsize=8192)
def name_keys(name: str) -> tuple[str, ...]:
    """Return what all writings of a name have in common: of "Bolivia (Plurinational State of)" also of "Bolivia".

    Two records that share one cannot be told apart by that name.
    """
    before, bracket, _ = name.partition(" (")
    return (*_keys(name), *_keys(before)) if bracket else _keys(name)


def _keys(text: str) -> tuple[str, ...]:
    """Return the folded text without its spaces; where Roman numbers stand in it, also with Arabic ones."""
    first, *others = fold(text).split(" ")
    plain_key = "".join((first, *others))
    arabic = "".join((first, *(_ARABIC.get(word, word) for word in others)))
    return () if not plain_key else (plain_key,) if arabic == plain_key else (plain_key, arabic)


_TENS = ("", "x", "xx", "xxx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ARABIC = {ten + one: f"{10 * tens + ones}" for tens, ten in enumerate(_TENS) for ones, one in enumerate(_ONES)}
_ARTICLES = ("the ", "la ", "le ", "les ", "l'", "l’")


def _without_article(text: str) -> str:
    """Return a name without the article before it: "The Netherlands" -> "Netherlands"."""
    stripped = text.strip()
    article = next((article for article in _ARTICLES if stripped.lower().startswith(article)), "")
    return stripped[len(article) :]


def _turned(text: str) -> Iterator[str]:
    """Yield, of a text whose first words stand last as in lists, the text in order.

    "Korea, Republic of" -> "Republic of Korea"; "Netherlands (Kingdom of the)" -> "Kingdom of the Netherlands".
    """
    for mark in (",", "("):
        name, found, before = text.strip().removesuffix(")").partition(mark)
        if found:
            yield f"{before} {name}"


_LETTERS_A_FAULT = 4
_MOST_FAULTS = 3


def nearest(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of *names* that are spelt most like *text*: with one fault in four letters of a word, three in all.

    Word by word, or agencies of two countries would be near: nearly all of their letters are those of "space agency".
    """
    if not (typed := fold(text).split()):
        return ()
    near = [(faults, name) for name in names if (faults := _faults_in(typed, fold(name).split())) is not None]
    fewest = min((faults for faults, _ in near), default=0)
    return tuple(name for faults, name in near if faults == fewest)


def _faults_in(typed: Sequence[str], meant: Sequence[str]) -> int | None:
    """Return how many faults the words have, None where they are too many; what was typed as one may be several."""
    if len(typed) != len(meant):
        typed, meant = ("".join(typed),), ("".join(meant),)
    total = 0
    for word, wanted in zip(typed, meant, strict=True):
        most = min(max(len(word), len(wanted)) // _LETTERS_A_FAULT, _MOST_FAULTS - total)
        faults = _faults(word, wanted) if abs(len(word) - len(wanted)) <= most else most + 1
        if faults > most:
            return None
        total += faults
    return total


def _faults(typed: str, meant: str) -> int:
    """Return how many letters are wrong, missing, too many or have changed places with the next one."""
    earlier: list[int] = []
    last = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, 1):
        here = [row]
        for column, wanted in enumerate(meant, 1):
            faults = min(last[column] + 1, here[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and (letter, typed[row - 2]) == (meant[column - 2], wanted):
                faults = min(faults, earlier[column - 2] + 1)
            here.append(faults)
        earlier, last = last, here
    return last[-1]
