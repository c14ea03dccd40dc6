"""What a match is worth: in which field, of which kind, and how near to the words that were looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cnes_partners.dataset.find import load
from cnes_partners.queries.search import (
    _SUBJECTS,
    Searchable,
    _match,
    _Passage,
    _singular,
    _snippet,
    _Subject,
    _wanted,
    mentions,
    search,
)


@pytest.mark.parametrize("kind", Searchable)
def test_every_field_is_looked_into(dense: Path, snapshot: SnapshotAssertion, kind: Searchable) -> None:
    """Which texts of a record are read, under which name, and how much a match there tells."""
    lines = [
        line
        for subject in _SUBJECTS[kind](load(dense))
        for line in (
            f"{subject.table} {subject.id}: {subject.name}, {subject.name_fr}",
            *(f"  {passage.field} ({passage.weight}): {passage.text}" for passage in subject.passages),
        )
    ]
    assert "\n".join(lines) == snapshot


def _score(text: str, *said: str, weight: int = 10, table: Searchable = Searchable.MISSION) -> float | None:
    passages = [_Passage(f"field{number}", weight, one) for number, one in enumerate(said)]
    found = _match(_Subject(table, "id", "Name", None, passages), _wanted(text))
    return None if found is None else round(found.score, 6)


@pytest.mark.parametrize(
    ("text", "said", "score"),
    [
        ("needle", ["needle"], 20 + 1),  # the whole text: twice its weight, and a twentieth of all matches
        ("needle", ["a needle here"], 15 + 0.75),  # the phrase in it
        ("needle", ["needles"], 0.25 * 10 * 1.05),  # the beginning of a word is half a match, and that squared
        ("needles", ["the needle"], 0.81 * 10 * 1.05),  # the singular
        ("needle", ["haystack"], None),
        ("needle", ["pineneedle"], None),
        ("green needle", ["green needle"], 21),
        ("green needle", ["needle, green"], 10 * 1.05),  # not the phrase
        ("green needle", ["green", "needle"], 2.5 + 5 / 20),  # half of the words in each
        ("green needle", ["green"], None),
        ("needle", ["needle", "a needle"], 20 + 35 / 20),  # the best, and a twentieth of both
        ("needle of pine", ["needle of pine"], 21),
        ("needle of pine", ["needle, pine"], 10.5),  # little words count in the phrase only
        ("of", ["of"], 21),  # unless there is no other
        ("mars", ["18 mars 2025"], 0.01 * 10 * 1.5 * 1.05),  # a month is a tenth of a match
        ("mars", ["Mars"], 21),
        ("mars 2025", ["18 mars 2025"], 15 * 1.05),  # but not beside a number
        ("march", ["18 March"], 0.01 * 10 * 1.5 * 1.05),
        ("march", ["March 2025"], 0.01 * 10 * 1.5 * 1.05),
        ("march", ["Long March 5"], 15 * 1.05),
        ("march", ["in March"], 15 * 1.05),
        ("mai", ["mai"], 0.01 * 10 * 2 * 1.05),
        ("août", ["le 3 août"], 0.01 * 10 * 1.5 * 1.05),
    ],
)
def test_a_match_has_its_worth(text: str, said: list[str], score: float | None) -> None:
    """Weight, times the square of the words' share, times how close they stand together."""
    assert _score(text, *said) == (None if score is None else round(score, 6))


@pytest.mark.parametrize(
    ("table", "share"),
    [(Searchable.MISSION, 1), (Searchable.PARTNER, 1), (Searchable.AGREEMENT, 0.7), (Searchable.SOURCE, 0.4)],
)
def test_what_is_written_about_a_mission_comes_after_it(table: Searchable, share: float) -> None:
    """The same match is worth less in an agreement, and least in a source."""
    assert _score("needle", "needle", weight=5, table=table) == round(10.5 * share, 6)


@pytest.mark.parametrize(
    ("word", "singular"), [("moons", "moon"), ("mars", "mars"), ("lens", "lens"), ("probe", "probe"), ("s", "s")]
)
def test_a_singular_has_no_s(word: str, singular: str) -> None:
    """Words of up to four letters stay."""
    assert _singular(word) == singular


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
    """Missions before partners, agreements and sources, and each as the dataset has them."""
    hits = search(load(dense), "mission")
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
