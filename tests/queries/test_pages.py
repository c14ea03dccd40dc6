"""Which page tells of a record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.errors import NotFoundError
from cnes_partners.model.vocabulary.sources import Seen, SourceKind
from cnes_partners.queries import pages


@pytest.mark.parametrize(
    ("changes", "chosen"),
    [
        ({}, "page"),
        ({"old-page": {"title": "Moons of Mars"}}, "old-page"),
        ({"old-page": {"title": "The PHOBOS Probe, explained"}}, "old-page"),
        ({"old-page": {"title": "Moonshine"}}, "page"),
        ({"old-page": {"title": "Moons", "kind": SourceKind.PRESS}}, "page"),
        ({"old-page": {"title": "Moons", "publisher": "JAXA"}}, "old-page"),
        ({"page": {"publisher": "JAXA"}}, "old-page"),
        ({"page": {"title": "Moons", "publisher": "JAXA"}, "old-page": {"title": "Moons"}}, "old-page"),
        ({"page": {"seen": Seen.HEADLINE}}, "old-page"),
    ],
)
def test_the_nearest_page_is_chosen(
    small: Any, monkeypatch: pytest.MonkeyPatch, changes: dict[str, dict[str, Any]], chosen: str
) -> None:
    """Who has to do with it before who reports, its name in the title before its being CNES's, headlines never."""
    dataset = load(small)
    changed = {source.id: replace(source, **changes.get(source.id, {})) for source in dataset.sources}
    monkeypatch.setattr(Dataset, "source", lambda _self, source: changed[source])
    assert pages.page_of(dataset, "moons").id == chosen


def test_a_record_whose_sources_nobody_read_has_no_page(small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which."""
    dataset = load(small)
    unread = replace(dataset.source("page"), seen=Seen.HEADLINE)
    monkeypatch.setattr(Dataset, "source", lambda _self, _id: unread)
    with pytest.raises(NotFoundError, match=r"No page on Moons \(moons\) is on record\."):
        pages.page_of(dataset, "moons")


def test_every_mission_and_partner_has_a_page(bundled: Dataset) -> None:
    """Of the web, and of those that the record cites."""
    ids = [mission.id for mission in bundled.missions] + [partner.id for partner in bundled.partners]
    assert all(pages.page_of(bundled, id).url.startswith("http") for id in ids)
