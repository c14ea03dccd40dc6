"""CNES's cooperation at a glance."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.queries.overview import Counts, overview


def test_it_counts_what_the_dataset_has(small: Path) -> None:
    """Partners by kind, missions, agreements, sources."""
    answer = overview(load(small))
    assert answer.counts == Counts(partners=3, countries=2, organisations=1, missions=3, agreements=2, sources=3)
    assert [category.id for category in answer.categories] == ["european", "historic"]
    assert answer.metadata.version == "1"


def test_the_headline_is_what_one_page_states_in_its_order(small: Path) -> None:
    """The figures of the page that states the share of missions; those of other pages are left to claims."""
    path = small / "statements.yaml"
    other = path.read_text().split("- id: ")[3].replace("esa-share-2022", "esa-share-2014").replace("page", "old-page")
    path.write_text("- id: " + other + path.read_text(), encoding="utf-8")
    assert [claim.id for claim in overview(load(small)).headline] == [
        "missions-with-partners", "esa-contribution-2022", "esa-share-2022", "esa-rank-2022",
    ]  # fmt: skip


def test_without_statements_there_is_no_headline(small: Path) -> None:
    """A dataset may state nothing."""
    (small / "statements.yaml").unlink()
    assert overview(load(small)).headline == ()


@pytest.mark.parametrize(("newest", "ids"), [(0, []), (1, ["sea-2"]), (5, ["sea-2", "sea-1"])])
def test_the_newest_missions_are_those_launched_last(small: Path, newest: int, ids: list[str]) -> None:
    """Plans do not count, however near."""
    assert [mission.id for mission in overview(load(small), newest=newest).newest_missions] == ids


def test_esa_in_a_line_is_the_latest_year_of_france(small: Path) -> None:
    """The last year that ESA's budget gives for France."""
    latest = overview(load(small)).esa_latest
    assert (latest.year, latest.contributor, latest.amount_meur, latest.rank) == (2022, "fr", 1178, 1)


def test_an_amount_in_another_measure_is_not_the_latest(small: Path) -> None:
    """A later year that was paid, not due, is on no line of ESA's budget."""
    with (small / "esa/income.yaml").open("a", encoding="utf-8") as file:
        line = ("year: 2023", 'contributor: "fr"', "kind: member-state", "amount_meur: 1300", "measure: paid")
        file.write("- " + "\n  ".join((*line, "scope: member-part", "source: page", "")))
    assert overview(load(small)).esa_latest.year == 2022
