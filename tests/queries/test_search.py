"""Search: what mentions the words, the best first, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.queries.search.passages import Searchable
from cnes_partners.queries.search.search import SearchHit, search
from tests.conftest import SMALL, write_dataset


@pytest.fixture
def dataset(small: Path) -> Dataset:
    return load(small)


def found(dataset: Dataset, text: str) -> list[tuple[str, str, str]]:
    return [(hit.table, hit.id, hit.where) for hit in search(dataset, text).hits]


def test_a_hit_says_what_it_is_and_where_it_matched(dataset: Dataset) -> None:
    """The field is named as in JSON; the snippet is what stands there."""
    assert search(dataset, "moons of mars").hits == (
        SearchHit(
            id="moons",
            table=Searchable.MISSION,
            name="Moons",
            name_fr=None,
            where="destination",
            snippet="Moons of Mars",
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("norvege", [("partner", "no", "name_fr")]),
        ("NORVÈGE", [("partner", "no", "name_fr")]),
        ("lunes de mars", [("mission", "moons", "summary_fr")]),
        ("poseidon", [("mission", "sea-1", "instruments.name")]),
        ("altimeters", [("mission", "sea-1", "instruments.what")]),
        ("altim", [("mission", "sea-1", "instruments.what")]),
        ("jaxa probe", [("mission", "moons", "aliases")]),
        ("1975", [("partner", "esa", "note")]),
        ("first agreement", [("partner", "jp", "agreements.title"), ("agreement", "jp-1986", "title")]),
        ("an old book", [("source", "old-book", "title")]),
    ],
)
def test_every_word_must_be_there_in_either_language(
    dataset: Dataset, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Case and accents do not count; a word finds what it begins, and its singular."""
    assert found(dataset, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2001-055A", ("spacecraft.cospar", "2001-055A")),
        ("26997", ("spacecraft.norad", "26997")),
        ("albert einstein", ("spacecraft.name", "Albert Einstein")),
        ("japan receiver", ("instruments.providers", "Poseidon: ISAS, Japan, receiver")),
        ("japon recepteur", ("instruments.providers", "Poseidon: ISAS, Japon, récepteur")),
        ("deep space", ("target", "deep space")),
    ],
)
def test_providers_spacecraft_and_targets_are_found(small: Path, text: str, expected: tuple[str, str]) -> None:
    """By name, number and designation, and by who supplies what of an instrument."""
    path = small / "missions/sea-1.yaml"
    record = path.read_text(encoding="utf-8")
    record = record.replace(
        "    provider: CNES\n",
        '    providers:\n      - {party: "jp", institute: ISAS, role: part, supplies: receiver, '
        "supplies_fr: récepteur}\n",
    ).replace(
        "cnes_role:",
        "target: [deep-space]\nspacecraft:\n  - {name: Sea-1, aliases: [Albert Einstein], cospar: 2001-055A, "
        "norad: 26997, relation: own, source: page}\ncnes_role:",
    )
    path.write_text(record, encoding="utf-8")
    assert [(hit.id, hit.where, hit.snippet) for hit in search(load(small), text).hits] == [("sea-1", *expected)]


@pytest.mark.parametrize("text", ["", "  ", "***", '"', "zzz", "NEAR(", 'q" OR "x', "%", "\\", "é'; DROP"])
def test_what_no_record_mentions_finds_nothing(dataset: Dataset, text: str) -> None:
    """Signs are no syntax, and neither are words."""
    assert search(dataset, text).hits == ()


def test_signs_part_words_and_little_words_do_not_count(dataset: Dataset) -> None:
    """What stands between words is no word; "of" need not be there."""
    assert found(dataset, '"moons" AND (mars)*') == found(dataset, "the moons, mars") == found(dataset, "moons mars")


def test_a_name_goes_before_what_mentions_it(dataset: Dataset) -> None:
    """Japan itself, its missions, then its agreements."""
    assert found(dataset, "japan") == [
        ("partner", "jp", "name"),
        ("mission", "moons", "partners.partner"),
        ("category", "historic", "members.partner"),
        ("agreement", "jp-2015-10-05", "partner"),
        ("agreement", "jp-1986", "partner"),
    ]


def test_a_category_is_found_by_its_note(tmp_path: Path) -> None:
    """In English and in French."""
    note = "          note: Emus.\n          note_fr: Autruches.\n"
    text = SMALL["categories.yaml"].replace("basis: stated\n", f"basis: stated\n{note}", 1)
    dataset = load(write_dataset(tmp_path, dict(SMALL) | {"categories.yaml": text}))
    assert found(dataset, "emus") == [("category", "european", "note")]
    assert found(dataset, "autruches") == [("category", "european", "note_fr")]


def test_a_word_that_stands_nowhere_leaves_those_with_most(dataset: Dataset) -> None:
    """Where none has all words, those with most come, and the answer says that none is whole."""
    answer = search(dataset, "moons AND mars zzz")
    assert ([hit.id for hit in answer.hits], answer.whole) == (["moons"], 0)
    assert search(dataset, "moons of mars").whole == 1


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("mars", "Satellite of 18 mars 2025, until late mars."),
        ("march", "Satellite of 18 March, or of March 2025."),
        ("may", "Satellite of May 2025."),
    ],
)
def test_a_month_in_a_date_tells_little(small: Path, word: str, text: str) -> None:
    """What a summary has in dates alone comes after what a note says; who gives a number looks for the date."""
    summary, note = small / "missions" / "sea-1.yaml", small / "missions" / "sea-2.yaml"
    summary.write_text(summary.read_text().replace("Satellite that measured the sea level.", text))
    note.write_text(f"{note.read_text()}note: Of {word.title()}.\n")
    assert [hit.id for hit in search(load(small), word).hits if hit.id != "moons"] == ["sea-2", "sea-1"]
    assert search(load(small), f"{word} 2025").hits[0].id == "sea-1"


def test_a_word_as_it_is_goes_before_its_singular(small: Path) -> None:
    """Who looks for moons means moons."""
    path = small / "missions" / "sea-1.yaml"
    path.write_text(f"{path.read_text()}destination: Mars and its moon\n")
    assert [hit.id for hit in search(load(small), "mars moons").hits] == ["moons", "sea-1"]


def test_one_table_alone(dataset: Dataset) -> None:
    """--table keeps the order of the others."""
    assert [hit.id for hit in search(dataset, "japan", tables=[Searchable.AGREEMENT]).hits] == [
        "jp-2015-10-05",
        "jp-1986",
    ]


def test_a_long_text_is_cut_around_the_word(small: Path) -> None:
    """A snippet is at most some 120 characters, cut between words."""
    path = small / "missions" / "sea-2.yaml"
    long = f"{'begin ' * 60}needle {'end ' * 60}".strip()
    path.write_text(path.read_text().replace("Satellite without a partner.", long))
    (hit,) = search(load(small), "needle").hits
    assert hit.snippet == f"…{'begin ' * 6}needle {'end ' * 18}end…"
