"""Find every record that mentions some words: accent-blind, in both languages, the best first.

A plain scan, by measurement: on the bundled dataset (2,197 records, 715,000 characters) it takes 0.8 of the time of
building and asking the simplest FTS5 index of SQLite in memory (median of 75 paired runs, the import of sqlite3 not
counted); and FTS5 does not tell which field matched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.fields import french_of
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.spelling import fold, plain
from cnes_partners.queries.filters import is_any


class Searchable(StrEnum):
    """What can be found, by the name of its table in SQL."""

    MISSION = "mission"
    PARTNER = "partner"
    AGREEMENT = "agreement"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A record that mentions all the words.

    ``where`` is the field that fits best, as in the record's JSON ("instruments.name"), ``snippet`` what stands there.
    """

    id: str
    table: Searchable
    name: str
    name_fr: str | None = None
    where: str
    snippet: str


class _Passage(NamedTuple):
    """A text of a record, the field where it stands, and how much a match there tells (1 to 10)."""

    field: str
    weight: int
    text: str


class _Subject(NamedTuple):
    """A record that can be found, and what it says."""

    table: Searchable
    id: str
    name: str
    name_fr: str | None
    passages: list[_Passage]


# A mission is more to the point than what is written about it.
_RANK = {Searchable.MISSION: 1.0, Searchable.PARTNER: 1.0, Searchable.AGREEMENT: 0.7, Searchable.SOURCE: 0.4}


def search(dataset: Dataset, text: str, *, tables: Sequence[Searchable] = ()) -> tuple[SearchHit, ...]:
    """Return the records that mention every word of *text*, the best first; none where it has no word.

    A word is also found as the beginning of one, and in the singular where it ends in s. Words such as "of" and "du"
    count as part of the phrase only. A match tells more in a name than in a note, and where the words stand together;
    it tells little where the word is a month, unless a number is looked for with it: mars is rarely "18 mars 2025".
    """
    wanted = _wanted(text)
    if not wanted.words:
        return ()
    subjects = (subject for kind in Searchable if is_any(kind, tables) for subject in _SUBJECTS[kind](dataset))
    found = [(match, subject) for subject in subjects if (match := _match(subject, wanted))]
    found.sort(key=lambda pair: pair[0].score, reverse=True)
    return tuple(_hit(subject, match.best, wanted) for match, subject in found)


def mentions(dataset: Dataset, text: str) -> tuple[SearchHit, ...]:
    """Return the missions, partners and agreements in which *text* stands whole, the best first.

    Where it stands in some as it is written, only those count: ECLAIRs is an instrument, éclairs is lightning.
    """
    tables = (Searchable.MISSION, Searchable.PARTNER, Searchable.AGREEMENT)
    found = [hit for table in tables for hit in search(dataset, text, tables=(table,))]
    whole = [hit for hit in found if f" {fold(text)} " in f" {fold(hit.snippet)} "]
    as_written = [hit for hit in whole if text in hit.snippet]
    return tuple(as_written or whole)


class _Wanted(NamedTuple):
    """What is looked for: the folded phrase, its words that tell something, and the least that each must leave.

    ``months`` are those of the words that name a month where they stand in a date, and are not looked for as such.
    """

    phrase: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    months: frozenset[str]


_LITTLE_WORDS = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"),
        *("au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "sur", "un", "une"),
    )
)


def _wanted(text: str) -> _Wanted:
    phrase = fold(text)
    every = tuple(dict.fromkeys(phrase.split()))
    words = tuple(word for word in every if word not in _LITTLE_WORDS) or every
    is_date = any(char.isdigit() for char in phrase)
    months = frozenset() if is_date else frozenset(words) & frozenset(map(fold, (*_MONTHS_EN, *_MONTHS_FR)))
    return _Wanted(phrase, words, tuple(_singular(word) for word in words), months)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") else word


_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS_FR = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
# In French a month has a small letter, and Mars is a planet; in English a number stands beside it, but in "Long March".
_MONTH = re.compile(
    r"\b(?:{french})\b|(?<=\d )(?:{english})\b|\b(?:{english})(?= \d{{4}})".format(
        french="|".join(_MONTHS_FR), english="|".join(_MONTHS_EN)
    )
)


class _Match(NamedTuple):
    score: float
    best: _Passage


def _match(subject: _Subject, wanted: _Wanted) -> _Match | None:
    """Return how well the subject fits, None where one of the words is missing."""
    said = plain("\n".join([passage.text for passage in subject.passages]))
    if not all(stem in said for stem in wanted.stems):
        return None
    found = [(passage, *_found(passage, wanted)) for passage in subject.passages]
    if len(set().union(*(words for _, words, _ in found))) < len(wanted.words):
        return None
    best, _, score = max(found, key=lambda entry: entry[2])
    every = sum(worth for _, _, worth in found)
    return _Match((score + every / 20) * _RANK[subject.table], best)


def _found(passage: _Passage, wanted: _Wanted) -> tuple[Set[str], float]:
    """Return which words the passage has, and what that is worth."""
    text = plain(passage.text)
    if not any(stem in text for stem in wanted.stems):
        return set(), 0
    said = f" {fold(passage.text)} "
    worths = {word: worth for word in wanted.words if (worth := _worth(word, said))}
    if wanted.months & worths.keys():
        undated = f" {fold(_MONTH.sub(' ', passage.text))} "
        worths |= {word: _worth(word, undated) or _AS_MONTH for word in wanted.months & worths.keys()}
    share = sum(worths.values()) / len(wanted.words)
    closeness = 2.0 if said.strip() == wanted.phrase else 1.5 if f" {wanted.phrase} " in said else 1.0
    return worths.keys(), passage.weight * share**2 * closeness


_AS_MONTH = 0.1


def _worth(word: str, said: str) -> float:
    """Return what finding the word is worth: as it is, in the singular, as the beginning of a word, or not at all."""
    if f" {word} " in said:
        return 1
    if f" {_singular(word)} " in said:
        return 0.9
    return 0.5 if f" {word}" in said else 0


def _hit(subject: _Subject, best: _Passage, wanted: _Wanted) -> SearchHit:
    return SearchHit(
        id=subject.id,
        table=subject.table,
        name=subject.name,
        name_fr=subject.name_fr,
        where=best.field,
        snippet=_snippet(best.text, wanted),
    )


def _snippet(text: str, wanted: _Wanted) -> str:
    """Return the text, or, of a long one, what stands around the first word that was found."""
    if len(text) <= _LONGEST_SNIPPET:
        return text
    starts = (word.start() for word in re.finditer(r"[^\W_]+", text) if fold(word[0]).startswith(wanted.stems))
    middle = next(starts, 0)
    first = max(0, min(middle - _LONGEST_SNIPPET // 3, len(text) - _LONGEST_SNIPPET))
    start = 0 if first == 0 else text.find(" ", first, middle) + 1 or first
    end = len(text) if start + _LONGEST_SNIPPET >= len(text) else text.rfind(" ", middle, start + _LONGEST_SNIPPET)
    end = start + _LONGEST_SNIPPET if end < 0 else end
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


_LONGEST_SNIPPET = 120


def _passages(*given: tuple[str, int, str | None]) -> list[_Passage]:
    return [_Passage(field, weight, text) for field, weight, text in given if text]


def _both(field: str, weight: int, *records: object | None) -> Iterator[tuple[str, int, str | None]]:
    """Yield a text of records in both languages; *field* leads there in the JSON, its last part in the records."""
    name = field.rpartition(".")[2]
    for record in records:
        if record is not None:
            yield field, weight, getattr(record, name)
            yield french_of(field), weight, getattr(record, french_of(name))


def _missions(dataset: Dataset) -> Iterator[_Subject]:
    for mission in dataset.missions:
        passages = _passages(
            *_both("name", 10, mission),
            ("id", 9, mission.id),
            ("full_name", 9, mission.full_name),
            *(("aliases", 9, alias) for alias in mission.aliases),
            *_both("destination", 6, mission),
            *_both("cnes_contribution", 4, mission),
            *(("partners.partner", 3, dataset.party_name(entry.partner)) for entry in mission.partners),
            *(("partners.partner", 3, dataset.party_name(entry.partner, language="fr")) for entry in mission.partners),
            *_both("partners.agency", 4, *mission.partners),
            *_both("partners.contribution", 4, *mission.partners),
            *(("instruments.name", 5, entry.name) for entry in mission.instruments),
            *_both("instruments.what", 4, *mission.instruments),
            *_both("instruments.provider", 2, *mission.instruments),
            *_providers(dataset, mission),
            *(("spacecraft.name", 9, name) for craft in mission.spacecraft for name in (craft.name, *craft.aliases)),
            *(("spacecraft.cospar", 8, craft.cospar) for craft in mission.spacecraft),
            *(("spacecraft.norad", 8, str(craft.norad)) for craft in mission.spacecraft if craft.norad),
            *(("target", 5, word.replace("-", " ")) for word in mission.target),
            ("launch.vehicle", 3, mission.launch.vehicle if mission.launch else None),
            *_both("launch.site", 3, mission.launch),
            *_both("summary", 4, mission),
            *_both("note", 2, mission),
            *_both("disagreements.note", 1, *mission.disagreements),
        )
        yield _Subject(Searchable.MISSION, mission.id, mission.name, mission.name_fr, passages)


def _providers(dataset: Dataset, mission: Mission) -> Iterator[tuple[str, int, str | None]]:
    """Yield who provides what of each instrument, in both languages: "KaRIn: CSA, Canada, klystrons"."""
    for instrument in mission.instruments:
        for provider in instrument.providers:
            english = (provider.institute, dataset.party_name(provider.party), provider.supplies)
            french = (
                provider.institute_fr or provider.institute,
                dataset.party_name(provider.party, language="fr"),
                provider.supplies_fr or provider.supplies,
            )
            for said in dict.fromkeys((english, french)):
                yield "instruments.providers", 3, f"{instrument.name}: {', '.join(part for part in said if part)}"


def _partners(dataset: Dataset) -> Iterator[_Subject]:
    for partner in dataset.partners:
        country = dataset.country(partner.id)
        passages = _passages(
            *_both("name", 10, partner),
            *_both("country.official_name", 9, country),
            *(("country.aliases", 9, alias) for alias in (country.aliases if country else ())),
            ("id", 9, partner.id),
            *(("aliases", 9, alias) for alias in partner.aliases),
            *(("agencies.abbr", 9, agency.abbr) for agency in partner.agencies),
            *_both("agencies.name", 8, *partner.agencies),
            *_both("since.what", 4, partner.since),
            *_both("status_note", 3, partner),
            *_both("facts.label", 3, *partner.facts),
            *_both("facts.value", 3, *partner.facts),
            *_both("note", 3, partner),
            *_both("disagreements.note", 1, *partner.disagreements),
        )
        yield _Subject(Searchable.PARTNER, partner.id, partner.name, partner.name_fr, passages)


def _agreements(dataset: Dataset) -> Iterator[_Subject]:
    for partner in dataset.partners:
        for agreement in partner.agreements:
            passages = _passages(
                *_both("title", 8, agreement),
                ("id", 7, agreement.id),
                *_both("subject", 5, agreement),
                ("partner", 3, partner.name),
                ("partner", 3, partner.name_fr),
            )
            yield _Subject(Searchable.AGREEMENT, agreement.id, agreement.title, agreement.title_fr, passages)


def _sources(dataset: Dataset) -> Iterator[_Subject]:
    for source in dataset.sources:
        passages = _passages(
            ("title", 6, source.title),
            ("id", 5, source.id),
            ("publisher", 3, source.publisher),
            ("url", 1, source.url),
            *_both("note", 1, source),
        )
        yield _Subject(Searchable.SOURCE, source.id, source.title, None, passages)


_SUBJECTS: dict[Searchable, Callable[[Dataset], Iterator[_Subject]]] = {
    Searchable.MISSION: _missions,
    Searchable.PARTNER: _partners,
    Searchable.AGREEMENT: _agreements,
    Searchable.SOURCE: _sources,
}
