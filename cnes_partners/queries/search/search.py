"""Find every record that mentions some words: accent-blind, in both languages, the best first.

A plain scan, by measurement: on the bundled dataset (2,197 records, 715,000 characters) it takes 0.8 of the time of
building and asking the simplest FTS5 index of SQLite in memory (median of 75 paired runs, the import of sqlite3 not
counted); and FTS5 does not tell which field matched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import Sentence, in_both
from cnes_partners.model.spelling import fold, plain
from cnes_partners.queries.filters import is_any
from cnes_partners.queries.search.passages import Passage, Searchable, Subject
from cnes_partners.queries.search.subjects import SUBJECTS
from cnes_partners.queries.search.words import Word, asks_for_figure, spelled, words_of


@frozen
class SearchHit:
    """A record that mentions the words.

    ``where`` is the field that fits best, as in the record's JSON ("instruments.name"), ``snippet`` what stands there.
    """

    id: str
    table: Searchable
    name: str
    name_fr: str | None = None
    where: str
    snippet: str


@frozen
class SearchAnswer:
    """The records that mention the words, the best first: ``whole`` of them have all, those after them most."""

    hits: tuple[SearchHit, ...]
    whole: int


# A mission is more to the point than what is written about it.
_RANK = {
    Searchable.MISSION: 1.0,
    Searchable.PARTNER: 1.0,
    Searchable.CLAIM: 1.0,
    Searchable.CATEGORY: 1.0,
    Searchable.AGREEMENT: 0.6,
    Searchable.ESA_PROGRAMME: 0.9,
    Searchable.ESA_FUNDING_RULE: 0.8,
    Searchable.ESA_COUNCIL: 0.7,
    Searchable.ESA_CONTRIBUTION: 0.6,
    Searchable.ESA_BUDGET: 0.5,
    Searchable.ESA_INCOME: 0.4,
    Searchable.ESA_SUBTOTAL: 0.4,
    Searchable.ESA_DOMAIN: 0.4,
    Searchable.ESA_MEMBER: 0.7,
    Searchable.ESA_MEMBER_COUNT: 0.7,
    Searchable.CNES_BUDGET: 0.7,
    Searchable.DISAGREEMENT: 0.5,
    Searchable.ESA_DISAGREEMENT: 0.5,
    Searchable.SOURCE: 0.4,
}


def search(dataset: Dataset, text: str, *, tables: Sequence[Searchable] = ()) -> SearchAnswer:
    """Return the records that mention every word of *text*, the best first; none where it has no word.

    A word is also found by its stem, as the beginning of one, and by a word that means the same in the other language.
    Words such as "of" and "du" count as part of the phrase only, and those that all records are about ("CNES",
    "missions") need not be there. A match tells more in a name than in a note, and where the words stand together; it
    tells little where the word is a month, unless a number is looked for with it: mars is rarely "18 mars 2025".
    """
    wanted = _wanted(text)
    found = _matches(dataset, wanted, tables)
    whole = [match for match in found if match.lacks == 0]
    whole = whole if _answers(whole) else []
    others = _with_most([match for match in found if match not in whole]) if _may_lack(whole, wanted) else []
    best = (*_by_score(whole), *_by_score(others))
    return SearchAnswer(hits=tuple(_hit(match, wanted) for match in best), whole=len(whole))


def _may_lack(whole: Sequence[_Match], wanted: _Wanted) -> bool:
    """Return whether to look at records that lack a word: none has all, or few have all of a question's many."""
    return not whole or (len(whole) < _FEW and sum(word.is_needed for word in wanted.words) >= _MANY_WORDS)


_FEW = 10
_MANY_WORDS = 3


def _by_score(matches: Iterable[_Match]) -> list[_Match]:
    return sorted(matches, key=lambda match: match.score, reverse=True)


def _answers(whole: list[_Match]) -> bool:
    """Return whether there is a match that is a fact: of several words, a title of a page has them by chance."""
    return any(match.subject.table is not Searchable.SOURCE or len(match.words) == 1 for match in whole)


def mentions(dataset: Dataset, text: str) -> tuple[SearchHit, ...]:
    """Return the missions, partners and agreements in which *text* stands whole, the best first.

    Where it stands in some as it is written, only those count: ECLAIRs is an instrument, éclairs is lightning.
    """
    tables = (Searchable.MISSION, Searchable.PARTNER, Searchable.AGREEMENT)
    found = [hit for table in tables for hit in _whole(dataset, text, table)]
    whole = [hit for hit in found if f" {fold(text)} " in f" {fold(hit.snippet)} "]
    as_written = [hit for hit in whole if text in hit.snippet]
    return tuple(as_written or whole)


def _whole(dataset: Dataset, text: str, table: Searchable) -> tuple[SearchHit, ...]:
    answer = search(dataset, text, tables=(table,))
    return answer.hits[: answer.whole]


class _Wanted(NamedTuple):
    """What is looked for: the folded phrase, and its words that tell something.

    ``needles`` are those of the words that are needed: a text without any of them is not looked at again. ``months``
    are the words that name a month where they stand in a date, and are not looked for as such.
    """

    phrase: str
    words: tuple[Word, ...]
    needles: tuple[str, ...]
    months: frozenset[str]
    has_figure: bool
    asks_for_figure: bool

    def said(self, text: str) -> str:
        """Return a text as it is compared; numbers need a second look only where one is looked for."""
        return f" {spelled(text) if self.has_figure else fold(text)} "


def _wanted(text: str) -> _Wanted:
    phrase = spelled(text)
    words = words_of(phrase)
    has_figure = any(char.isdigit() for char in phrase)
    return _Wanted(
        phrase=phrase,
        words=words,
        needles=tuple(needle for word in words if word.is_needed for needle in word.needles),
        months=frozenset() if has_figure else _MONTHS.intersection(word.typed for word in words),
        has_figure=has_figure,
        asks_for_figure=asks_for_figure(phrase),
    )


_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS_FR = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_MONTHS = frozenset(map(fold, (*_MONTHS_EN, *_MONTHS_FR)))
# In French a month has a small letter, and Mars is a planet; in English a number stands beside it, but in "Long March".
_MONTH = re.compile(
    r"\b(?:{french})\b|(?<=\d )(?:{english})\b|\b(?:{english})(?= \d{{4}})".format(
        french="|".join(_MONTHS_FR), english="|".join(_MONTHS_EN)
    )
)


class _Found(NamedTuple):
    """A text that has some of the words, what each is worth there, and what the text is."""

    field: str
    weight: int
    text: str
    shown: str | None
    worths: Mapping[str, float]
    score: float


class _Match(NamedTuple):
    """A record that has some of the words, and how many of those that it needs it lacks."""

    subject: Subject
    score: float
    best: _Found
    words: frozenset[str]
    lacks: int


def _matches(dataset: Dataset, wanted: _Wanted, tables: Sequence[Searchable]) -> list[_Match]:
    subjects = (subject for kind in Searchable if is_any(kind, tables) for subject in SUBJECTS[kind](dataset))
    return [match for subject in subjects if (match := _match(subject, wanted))]


def _with_most(found: list[_Match]) -> list[_Match]:
    """Return the matches that have most of the words: a rare one tells more, and one that stands nowhere nothing."""
    seen = Counter(word for match in found for word in match.words)
    worth = {word: 1 + log(len(found) / count) for word, count in seen.items()}
    having = [(sum(worth[word] for word in match.words), match) for match in found]
    most = max((had for had, _ in having), default=0)
    return [match._replace(score=match.score * had / most) for had, match in having if had >= most * _NEAR_MOST]


_NEAR_MOST = 0.6


def _match(subject: Subject, wanted: _Wanted) -> _Match | None:
    """Return how well the subject fits, None where it has none of the words that are needed."""
    every = plain(_BETWEEN.join([passage[2] for passage in subject.passages]))
    if not any(map(every.__contains__, wanted.needles)):
        return None
    texts = zip(subject.passages, every.split(_BETWEEN), strict=True)
    found = [entry for passage, text in texts if (entry := _found(passage, text, wanted))]
    words = frozenset[str]().union(*(entry.worths for entry in found))
    needed = {word.typed for word in wanted.words if word.is_needed}
    if not needed & words:
        return None
    best = max(found, key=lambda entry: entry.score)
    worth = best.score + sum(entry.score for entry in found) / 20 + _SPREAD * _spread(found, wanted)
    rank = _RANK[subject.table] * (_FIGURE if wanted.asks_for_figure and subject.table is Searchable.CLAIM else 1)
    return _Match(subject, worth * rank, best, words, len(needed - words))


_BETWEEN = "\0"
_SPREAD = 0.5
_FIGURE = 1.5


def _spread(found: Sequence[_Found], wanted: _Wanted) -> float:
    """Return what the words are worth where each stands best, whether or not in one text."""
    best = (
        max(entry.weight * entry.worths.get(word.typed, 0) for entry in found) * _part(word) for word in wanted.words
    )
    return sum(best) / sum(map(_part, wanted.words))


def _found(passage: Passage, plain_text: str, wanted: _Wanted) -> _Found | None:
    """Return which words the passage has and what that is worth, None where it has none that is needed."""
    if not any(map(plain_text.__contains__, wanted.needles)):
        return None
    having = [word for word in wanted.words if word.is_in(plain_text)]
    field, weight, text, shown = passage if len(passage) == 4 else (*passage, None)
    said = wanted.said(plain_text)
    worths = {word.typed: worth for word in having if (worth := _worth(word, said))}
    if months := wanted.months & worths.keys():
        undated = wanted.said(_MONTH.sub(" ", text))
        worths |= {word.typed: _worth(word, undated) or _AS_MONTH for word in having if word.typed in months}
    if not worths:
        return None
    share = sum(worths[word.typed] * _part(word) for word in having if word.typed in worths)
    share /= sum(map(_part, wanted.words))
    return _Found(field, weight, text, shown, worths, weight * share**2 * _closeness(said, wanted.phrase))


_AS_MONTH = 0.1


def _closeness(said: str, phrase: str) -> float:
    """Return how close the words stand: as they were typed, the whole text, or apart."""
    if f" {phrase} " not in said:
        return 1.0
    return 2.0 if " " in phrase or said.strip() == phrase else 1.5


def _part(word: Word) -> float:
    """Return how much a word counts among the others."""
    return 1 if word.is_needed else 0.2


def _worth(word: Word, said: str) -> float:
    """Return what finding the word is worth: as it is, by its stem or its like, as a beginning, or not at all."""
    if f" {word.typed} " in said:
        return 1
    if word.alike.search(said):
        return 0.9
    is_beginning = len(word.typed) >= _SHORTEST_BEGINNING and f" {word.typed}" in said
    return 0.5 if is_beginning else 0


_SHORTEST_BEGINNING = 3


def _hit(match: _Match, wanted: _Wanted) -> SearchHit:
    subject = match.subject
    return SearchHit(
        id=subject.id,
        table=subject.table,
        name=subject.name,
        name_fr=subject.name_fr,
        where=match.best.field,
        snippet=_shown(match.best, wanted),
    )


def _shown(found: _Found, wanted: _Wanted) -> str:
    """Return what stands there, with its French where it has one."""
    if isinstance(found.shown, Sentence):
        return found.shown
    text = _snippet(found.text, wanted)
    return in_both(text, _snippet(found.shown, wanted)) if found.shown else text


def _snippet(text: str, wanted: _Wanted) -> str:
    """Return the text, or, of a long one, what stands around the first word that was found."""
    if len(text) <= _LONGEST_SNIPPET:
        return text
    needles = tuple(needle for word in wanted.words for needle in word.needles)
    starts = (word.start() for word in re.finditer(r"[^\W_]+", text) if fold(word[0]).startswith(needles))
    middle = next(starts, 0)
    first = max(0, min(middle - _LONGEST_SNIPPET // 3, len(text) - _LONGEST_SNIPPET))
    start = 0 if first == 0 else text.find(" ", first, middle) + 1 or first
    end = len(text) if start + _LONGEST_SNIPPET >= len(text) else text.rfind(" ", middle, start + _LONGEST_SNIPPET)
    end = start + _LONGEST_SNIPPET if end < 0 else end
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


_LONGEST_SNIPPET = 120
