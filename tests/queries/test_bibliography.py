"""What an answer rests on, whatever its rows are."""

from __future__ import annotations

from pathlib import Path

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.queries.agreements import agreements
from cnes_partners.queries.bibliography import bibliography
from cnes_partners.queries.search.search import SearchHit, search
from cnes_partners.queries.search.subjects import SUBJECTS
from cnes_partners.queries.sources import sources
from cnes_partners.queries.timeline import Grouping, agreement_points, mission_spans


def test_records_rest_on_what_they_cite_and_a_source_on_itself(small: Path) -> None:
    """Each once, as they come."""
    dataset = load(small)
    rows = (dataset.mission("moons"), dataset.mission("sea-2"), *sources(dataset))
    assert [source.id for source in bibliography(dataset, rows)][:2] == ["page", "old-page"]
    assert set(bibliography(dataset, sources(dataset))) >= {dataset.source("page"), dataset.source("old-book")}
    assert bibliography(dataset, ["text", None]) == ()


def test_a_row_that_points_at_a_record_rests_on_what_that_cites(small: Path) -> None:
    """The rows of a search and of a timeline have no sources of their own."""
    dataset = load(small)
    of_mission = bibliography(dataset, [dataset.mission("moons")])
    assert bibliography(dataset, [hit for hit in search(dataset, "moons").hits if hit.id == "moons"]) == of_mission
    spans = mission_spans(dataset, [dataset.mission("moons")], by=Grouping.THEME)
    assert bibliography(dataset, spans) == of_mission
    of_partner = bibliography(dataset, [dataset.partner("jp")])
    assert bibliography(dataset, [hit for hit in search(dataset, "japan").hits if hit.id == "jp"]) == of_partner
    page = (dataset.source("page"),)
    of_agreement = [hit for hit in search(dataset, "framework agreement").hits if hit.table == "agreement"]
    assert bibliography(dataset, of_agreement) == page
    signed = agreements(dataset).records
    points = agreement_points(dataset, signed, by=Grouping.DECADE)
    assert bibliography(dataset, points) == bibliography(dataset, signed)
    assert dataset.source("old-page") in bibliography(dataset, search(dataset, "old-page").hits)


def test_of_an_sql_answer_the_columns_count_that_are_named_as_citations(small: Path) -> None:
    """What is no id of a source there is none; other columns may mean anything."""
    dataset = load(small)
    rows = [{"source": "page", "id": "old-page", "kept_source": None}, {"launch_source": "nowhere", "sources": 3}]
    assert bibliography(dataset, rows) == (dataset.source("page"),)


def test_every_kind_of_hit_rests_on_something(bundled: Dataset) -> None:
    """Whatever can be found, its record cites a source; a year's hit stands for all that is said of the year."""
    found = [next(iter(subjects(bundled))) for subjects in SUBJECTS.values()]
    hits = [SearchHit(id=one.id, table=one.table, name=one.name, where="name", snippet=one.name) for one in found]
    assert [hit.table for hit in hits if not bibliography(bundled, [hit])] == []
