"""What a match is worth: in which field, of which kind, and how near to the words that were looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cnes_partners.dataset.find import load
from cnes_partners.queries.search.passages import Searchable, Subject
from cnes_partners.queries.search.search import _match, _snippet, _wanted, mentions, search
from cnes_partners.queries.search.subjects import SUBJECTS
from cnes_partners.queries.search.words import stem


@pytest.mark.parametrize("kind", Searchable)
def test_every_field_is_looked_into(dense: Path, snapshot: SnapshotAssertion, kind: Searchable) -> None:
    """Which texts of a record are read, under which name, and how much a match there tells."""
    lines = [
        line
        for subject in SUBJECTS[kind](load(dense))
        for line in (
            f"{subject.table} {subject.id}: {subject.name}, {subject.name_fr}",
            *(f"  {field} ({weight}): {text}" for field, weight, text, *_ in subject.passages),
        )
    ]
    assert "\n".join(lines) == snapshot


def _score(text: str, *said: str, weight: int = 10, table: Searchable = Searchable.MISSION) -> float | None:
    passages = [(f"field{number}", weight, one) for number, one in enumerate(said)]
    found = _match(Subject(table, "id", "Name", None, passages), _wanted(text))
    return None if found is None else round(found.score, 6)


@pytest.mark.parametrize(
    ("text", "said", "score"),
    [
        ("needle", ["needle"], 20 + 1 + 5),  # the whole text: twice its weight, a twentieth of all, half of each word's
        ("needle", ["a needle here"], 15 + 0.75 + 5),  # the phrase in it
        ("needle", ["needles"], 0.81 * 10 * 1.05 + 4.5),  # the same stem
        ("needles", ["the needle"], 0.81 * 10 * 1.05 + 4.5),
        ("need", ["needle"], 0.25 * 10 * 1.05 + 2.5),  # the beginning of a word is half a match, and that squared
        ("ne", ["needle"], None),  # of three letters and more
        ("needle", ["haystack"], None),
        ("needle", ["pineneedle"], None),
        ("altimétrie", ["altimetry"], 0.81 * 10 * 1.05 + 4.5),  # a stem of both languages
        ("ballons", ["balloon"], 0.81 * 10 * 1.05 + 4.5),  # the same thing
        (
            "green needle",
            ["a green needle"],
            20 * 1.05 + 5,
        ),  # several words as they were typed
        ("green needle", ["needle, green"], 10 * 1.05 + 5),  # not the phrase
        ("green needle", ["green", "needle"], 2.5 + 5 / 20 + 5),  # half of the words in each
        ("green needle", ["green"], 2.5 * 1.05 + 2.5),
        ("needle", ["needle", "a needle"], 20 + 35 / 20 + 5),  # the best, and a twentieth of both
        ("needle of pine", ["needle of pine"], 26),
        ("needle of pine", ["needle, pine"], 15.5),  # little words count in the phrase only
        ("needle mission", ["needle"], 10 * (1 / 1.2) ** 2 * 1.05 + 5 / 1.2),  # what all are about is a fifth of a word
        ("of", ["of"], 26),  # unless there is no other
        ("18,4", ["18.4 percent"], 15 * 1.05 + 5),  # a number however it is written
        ("1 174", ["of 1,174 million"], 15 * 1.05 + 5),
        ("1174", ["1.174 billion"], 15 * 1.05 + 5),
        ("18", ["18.4"], None),
        ("mars", ["18 mars 2025"], 0.01 * 10 * 1.5 * 1.05 + 0.5),  # a month is a tenth of a match
        ("mars", ["Mars"], 26),
        ("mars 2025", ["18 mars 2025"], 20 * 1.05 + 5),  # but not beside a number
        ("march", ["18 March"], 0.01 * 10 * 1.5 * 1.05 + 0.5),
        ("march", ["March 2025"], 0.01 * 10 * 1.5 * 1.05 + 0.5),
        ("march", ["Long March 5"], 15 * 1.05 + 5),
        ("march", ["in March"], 15 * 1.05 + 5),
        ("mai", ["mai"], 0.01 * 10 * 2 * 1.05 + 0.5),
        ("août", ["le 3 août"], 0.01 * 10 * 1.5 * 1.05 + 0.5),
    ],
)
def test_a_match_has_its_worth(text: str, said: list[str], score: float | None) -> None:
    """Weight, times the square of the words' share, times how close they stand together."""
    assert _score(text, *said) == (None if score is None else round(score, 6))


@pytest.mark.parametrize(
    ("table", "share"),
    [(Searchable.MISSION, 1), (Searchable.PARTNER, 1), (Searchable.AGREEMENT, 0.6), (Searchable.SOURCE, 0.4)],
)
def test_what_is_written_about_a_mission_comes_after_it(table: Searchable, share: float) -> None:
    """The same match is worth less in an agreement, and least in a source."""
    assert _score("needle", "needle", weight=5, table=table) == round(13 * share, 6)


@pytest.mark.parametrize(
    ("words", "stemmed"),
    [
        (("altimetry", "altimetrie", "altimetrique"), "altimetr"),
        (("contributor", "contributeurs"), "contribut"),
        (("contribution", "contributions"), "contribution"),
        (("stratospheric", "stratospherique", "stratosphere"), "stratospher"),
        (("gravitational", "gravitationnelles"), "gravitation"),
        (("moon", "moons"), "moon"),
        (("mars",), "mars"),
        (("lens",), "lens"),
        (("s",), "s"),
        (("18p4",), "18p4"),
    ],
)
def test_a_stem_has_no_ending(words: tuple[str, ...], stemmed: str) -> None:
    """English or French; four letters stay, and figures whole."""
    assert {stem(word) for word in words} == {stemmed}


WORDS = " ".join(f"word{number:02}" for number in range(30))  # seven characters each, 209 in all


@pytest.mark.parametrize(
    ("text", "looked_for", "snippet"),
    [
        (WORDS[:120], "word29", WORDS[:120]),
        (WORDS[:121], "word00", f"{WORDS[:118]}…"),
        (WORDS, "word00", f"{WORDS[:118]}…"),
        (WORDS, "word05", f"{WORDS[:118]}…"),  # the fortieth character is still in the first third
        (WORDS, "word06", f"…{WORDS[7:125]}…"),
        (WORDS, "word15", f"…{WORDS[70:188]}…"),
        (WORDS, "word29", f"…{WORDS[91:]}"),
        (WORDS, "word20", f"…{WORDS[91:]}"),
        (WORDS, "nothing", f"{WORDS[:118]}…"),
        ("x" * 200, "nothing", f"{'x' * 120}…"),
        ("y" * 60 + " " + "x" * 200, "x", f"…{'x' * 120}…"),
    ],
)
def test_a_snippet_is_cut_between_words(text: str, looked_for: str, snippet: str) -> None:
    """Up to 120 characters, the word in the first third where there is as much behind it."""
    assert _snippet(text, _wanted(looked_for)) == snippet


def test_equals_stay_in_their_order(dense: Path) -> None:
    """Each as the dataset has them."""
    hits = [hit for hit in search(load(dense), "mission").hits if hit.table is Searchable.MISSION]
    assert [hit.id for hit in hits] == [
        *("aura", "borea", "corona", "delta", "echo", "fox", "gamma", "hawk", "iris", "juno")
    ]


def test_what_stands_as_it_is_written_goes_alone(dense: Path) -> None:
    """Mentions are whole words; where one is written as asked, the others do not count; sources never do."""
    dataset = load(dense)
    assert [hit.id for hit in mentions(dataset, "Aliasname")] == ["kalypso"]
    assert [hit.id for hit in mentions(dataset, "alias")] == []
    assert [hit.id for hit in mentions(dataset, "page")] == []
    assert [(hit.table, hit.id) for hit in mentions(dataset, "AGENCY")] == [
        (hit.table, hit.id) for hit in mentions(dataset, "agency")
    ]
