"""What screens say of money: shares by their whole, and pictures of one measure each."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.queries.esa.contributors import completeness, contributors
from cnes_partners.queries.esa.lines import budget, contribution, domains
from cnes_partners.queries.esa.statistics import statistics
from cnes_partners.queries.known import Known
from cnes_partners.views.charts import BarChart, StackChart
from cnes_partners.views.esa.contributors import contributors_view
from cnes_partners.views.esa.lines import budget_view, contribution_view, domains_view
from cnes_partners.views.esa.statistics import statistics_view
from cnes_partners.views.sections import Fields
from cnes_partners.views.view import View
from cnes_partners.views.words import Words
from tests.conftest import SMALL, write_dataset

ENGLISH = Words()
FIRST = 'year: 2022, contributor: "fr", kind: member-state, amount_meur: 1178, measure: due, scope: member-part'


def _dataset(folder: Path, **files: str) -> Dataset:
    texts = {
        f"esa/{name}.yaml": "".join(f"- {{{line}, source: page}}\n" for line in lines.splitlines())
        for name, lines in files.items()
    }
    return load(write_dataset(folder, dict(SMALL) | texts))


def voice(dataset: Dataset) -> Words:
    return Words(known=Known(dataset))


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("share_pct: 24.7, share_of: member-part", "24.7 % (stated), 24.5 % (computed)"),
        ("share_pct: 16.4, share_of: total", "24.5 % (computed)"),
        ("share_pct: 16.4", "24.5 % (computed)"),
    ],
)
def test_a_stated_share_is_of_what_its_source_says(tmp_path: Path, share: str, shown: str) -> None:
    """A share of the total, or of nobody knows what, does not stand beside the members' part."""
    dataset = _dataset(tmp_path, income=f"{FIRST}, {share}")
    latest = statistics_view(statistics(dataset), (), voice(dataset)).sections[0]
    assert isinstance(latest, Fields)
    assert dict(latest.pairs)["Share of the members' part"] == shown


def test_the_shares_of_the_members_part_are_drawn_from_those_of_it(tmp_path: Path) -> None:
    """Without amounts the stated shares are drawn, the largest first, and no share of the total among them."""
    lines = "\n".join(
        f'year: 2022, contributor: "{id}", kind: member-state, share_pct: {share}, share_of: {of}, measure: due,'
        " scope: member-part"
        for id, share, of in (("fr", 20.5, "member-part"), ("no", 30, "total"), ("de", 21.4, "member-part"))
    )
    dataset = _dataset(tmp_path, income=lines)
    view = contributors_view(contributors(dataset, year=2022), completeness(dataset, 2022), voice(dataset))
    chart = view.pictures[-1].chart
    assert isinstance(chart, StackChart)
    assert [(part.name, part.text) for part in chart.stacks[0].parts] == [
        ("Germany", "21.4 %"),
        ("France", "20.5 %"),
        ("not known", "58.1 %"),
    ]


def _bars(view: View) -> list[tuple[str, list[str]]]:
    """Return what the bar charts of a view measure, and the texts of their bars."""
    charts = [picture.chart for picture in view.pictures if isinstance(picture.chart, BarChart)]
    return [(chart.value_label, [f"{bar.label}: {bar.text}" for bar in chart.bars]) for chart in charts]


def test_each_measure_of_the_budget_has_its_picture(tmp_path: Path) -> None:
    """A plan for a year does not take the bar of what is due."""
    lines = "\n".join(
        f"year: {year}, amount_meur: {amount}, measure: {measure}, scope: total"
        for year, amount, measure in ((2021, 6000, "due"), (2022, 7000, "due"), (2022, 9000, "planned"))
    )
    dataset = _dataset(tmp_path, budget=lines)
    assert _bars(budget_view(budget(dataset), (), voice(dataset))) == [
        ("million euro due", ["2021: 6,000", "2022: 7,000"]),
        ("million euro planned", ["2022: 9,000"]),
    ]


def test_the_measures_of_the_contribution_stand_one_after_the_other(small: Path) -> None:
    """Due first, then what others state; each bar says its measure."""
    ((_, bars),) = _bars(contribution_view(contribution(load(small)), ENGLISH))
    assert bars == ["2021 due: 1,000 (ESA budget)", "2022 due: ~1,178 (ESA budget)", "2022 stated: 1,174 (CNES)"]


def test_each_measure_of_the_domains_has_its_picture(tmp_path: Path) -> None:
    """Shares of different measures are not stacked."""
    lines = "\n".join(
        f"year: 2022, domain: {domain}, domain_fr: A, share_pct: {share}, measure: {measure}, scope: total"
        for domain, share, measure in (("A", 30.05, "due"), ("B", 69.5, "due"), ("C", 40, "planned"))
    )
    dataset = _dataset(tmp_path, domains=lines)
    charts = [picture.chart for picture in domains_view(domains(dataset), ENGLISH).pictures]
    assert [chart.value_label for chart in charts if isinstance(chart, StackChart)] == [
        "percent of ESA's budget (due), as stated",
        "percent of ESA's budget (planned), as stated",
    ]
    assert [[part.text for part in chart.stacks[0].parts] for chart in charts if isinstance(chart, StackChart)] == [
        ["69.5 %", "30.05 %"],  # 0.45 points are left: rounding
        ["40 %", "60.0 %"],
    ]


def test_a_single_year_has_no_picture_of_changes(tmp_path: Path) -> None:
    """Nothing is known of the year before, so there is one picture, not an empty second one."""
    dataset = _dataset(tmp_path, income=FIRST)
    assert [picture.title for picture in statistics_view(statistics(dataset), (), voice(dataset)).pictures] == [
        "France in ESA's budget"
    ]


def test_a_picture_of_shares_says_where_they_come_from(small: Path, tmp_path: Path) -> None:
    """Computed where the members' part and amounts are known, else as stated."""
    stated = 'year: 2022, contributor: "de", kind: member-state, share_pct: 21.4, share_of: member-part, measure: due'
    labels = []
    for dataset in (load(small), _dataset(tmp_path / "stated", income=f"{stated}, scope: member-part")):
        known = completeness(dataset, 2022)
        chart = contributors_view(contributors(dataset, year=2022), known, voice(dataset)).pictures[-1].chart
        labels.append(chart.value_label if isinstance(chart, StackChart) else "")
    assert labels == [
        "percent of the members' part (due), computed",
        "percent of the members' part (due), as stated",
    ]
