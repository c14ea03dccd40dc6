"""Sources: the bibliography, and who cites a source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.errors import InvalidDatasetError, NotFoundError
from cnes_partners.model.fields import record_id
from cnes_partners.model.vocabulary.sources import SourceKind
from cnes_partners.queries.citations import cited
from cnes_partners.queries.sources import CitingRecord, source, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    text: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    launch: Note | None = None
    notes: tuple[Note, ...] = ()
    kept_source: str | None = None
    also: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def test_what_a_record_cites_is_found_at_any_depth_and_once() -> None:
    """Fields named source, sources, also and ..._source hold citations; texts do not."""
    record = Record(
        launch=Note(text="a", source="one"),
        notes=(Note(text="two"), Note(text="b", source="three")),
        kept_source="four",
        also=("five", "one"),
        sources=("six",),
    )
    assert cited([record, Record(), "text"]) == ("one", "three", "four", "five", "six")


def test_a_source_knows_who_cites_it(small: Path) -> None:
    """A record is named by its table in SQL and its id; one without an id by what tells it apart."""
    found = source(load(small), "PAGE")
    assert found.cited_by_count == len(found.cited_by)
    assert CitingRecord(table="mission", id="moons", name="Moons") in found.cited_by
    assert CitingRecord(table="esa_income", id="2022 de due", name="2022 de due") in found.cited_by
    assert source(load(small), "old-page").cited_by == (CitingRecord(table="mission", id="moons", name="Moons"),)
    assert source(load(small), "old-book").cited_by == (
        CitingRecord(table="partner", id="jp", name="Japan", name_fr="Japon"),
    )


def test_the_bibliography_can_be_of_one_kind(small: Path) -> None:
    """--kind reference lists reference works."""
    dataset = load(small)
    assert [entry.id for entry in sources(dataset)] == [entry.id for entry in dataset.sources]
    assert [entry.id for entry in sources(dataset, kinds=[SourceKind.REFERENCE])] == ["old-book"]


def test_an_unknown_source_offers_the_nearest(small: Path) -> None:
    """As with names."""
    with pytest.raises(NotFoundError) as caught:
        source(load(small), "old-bok")
    assert str(caught.value) == "No source is called 'old-bok'. Did you mean old-book?"


def test_a_citation_that_does_not_resolve_is_an_error(small: Path) -> None:
    """The bibliography never skips one."""
    path = small / "missions" / "sea-2.yaml"
    path.write_text(path.read_text().replace("- page", "- nowhere"))
    with pytest.raises(InvalidDatasetError, match='no source has the id "nowhere"'):
        sources(load(small))


def test_a_record_without_an_id_has_the_values_that_tell_it_apart(small: Path) -> None:
    """Year, contributor and measure of an income line."""
    dataset = load(small)
    assert [record_id(line) for line in dataset.esa_income] == ["2021 fr due", "2022 fr due", "2022 de due"]
    assert record_id(dataset.missions[0]) == "moons"
