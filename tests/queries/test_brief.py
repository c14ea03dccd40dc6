"""What a brief takes of a dataset: which agreements, missions in which group, whose money, what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.queries.brief import Brief, SharedMission, Subject, Unknown, briefs


def of(data: Path | Dataset, *names: str, has_all: bool = False) -> tuple[Brief, ...]:
    dataset = load(str(data)) if isinstance(data, Path) else data
    return briefs(dataset, map(dataset.partner, names), has_all=has_all)


def add(folder: Path, file: str, text: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def replace(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def agreement(id: str, date: str, kind: str = "implementing") -> str:
    dated = f'    date: "{date}"\n' if date else ""
    return f"  - id: {id}\n{dated}    title: {id}\n    kind: {kind}\n    source: page\n"


def with_agreements(folder: Path) -> Path:
    years = ((1990, "framework"), (1995, "mou"), (2018, "treaty"), *((year, "mou") for year in range(2020, 2025)))
    added = "".join(agreement(f"jp-{year}", str(year), kind) for year, kind in years) + agreement("jp-undated", "")
    replace(folder, "partners/jp.yaml", "agreements:\n", f"agreements:\n{added}")
    return folder


def test_the_newest_agreements_stand_first_then_the_founding_ones(small: Path) -> None:
    """Founding are the first of all, and those that lay down a framework."""
    (brief,) = of(with_agreements(small), "jp")
    assert [(entry.id, entry.is_founding) for entry in brief.agreements] == [
        ("jp-2024", False), ("jp-2023", False), ("jp-2022", False),
        ("jp-1986", True), ("jp-1990", True), ("jp-2015-10-05", True), ("jp-2018", True),
    ]  # fmt: skip
    assert brief.figures.agreements == 11


def test_where_none_is_a_framework_those_of_states_are_founding(small: Path) -> None:
    """As with the United States, whose agreement of 2007 is a framework by its title alone."""
    replace(small, "partners/jp.yaml", "kind: framework", "kind: intergovernmental")
    (brief,) = of(small, "jp")
    assert [(entry.id, entry.is_founding) for entry in brief.agreements] == [
        ("jp-2015-10-05", True), ("jp-1986", True),
    ]  # fmt: skip


def test_all_agreements_follow_where_they_are_asked_for(small: Path) -> None:
    """After those that were named first, in order of time, the undated last; none stands twice."""
    (brief,) = of(with_agreements(small), "jp", has_all=True)
    assert [entry.id for entry in brief.agreements[7:]] == ["jp-1995", "jp-2020", "jp-2021", "jp-undated"]


def ids(entries: Iterable[SharedMission | Subject]) -> list[str]:
    return [entry.id for entry in entries]


MISSION = """\
id: {id}
name: {id}
kind: mission
theme: earth
status: {status}
{rest}cnes_role: lead
cnes_contribution: satellite
partners:
  - partner: "no"
    role: contributor
    contribution: the part of {id}
    source: page
summary: A mission.
sources:
  - page
"""


def mission(folder: Path, id: str, status: str, *, launch: str = "", state: str = "planned", end: str = "") -> None:
    rest = f'launch:\n  state: {state}\n  date: "{launch}"\n  source: page\n' if launch else ""
    rest += f'end: "{end}"\n' if end else ""
    path = folder / f"missions/{id}.yaml"
    path.write_text(MISSION.format(id=id, status=status, rest=rest), encoding="utf-8")


@pytest.fixture
def many(small: Path) -> Path:
    """Return a dataset where Norway takes part in missions of each kind."""
    mission(small, "year", "development", launch="2027")
    mission(small, "month", "development", launch="2027-03")
    mission(small, "dream", "proposed")
    mission(small, "late", "development", launch="2025-06")
    mission(small, "flies", "operational", launch="2010", state="launched")
    mission(small, "newer", "commissioning", launch="2025-12", state="launched")
    mission(small, "runs", "operational")
    mission(small, "over", "completed", launch="2001", state="launched", end="2003")
    mission(small, "lost", "failed", launch="2012", state="launched")
    mission(small, "given-up", "cancelled", end="2019")
    return small


def test_missions_fly_come_or_have_ended(many: Path) -> None:
    """Each stands in one group: what comes soonest first, a month before its year, the others newest first."""
    (brief,) = of(many, "no")
    assert ids(brief.flying) == ["newer", "flies", "runs"]
    assert ids(brief.coming) == ["late", "month", "year", "dream"]
    assert ids(brief.ended) == ["lost", "over", "given-up"]
    figures = brief.figures
    assert (figures.flying, figures.coming, figures.ended) == (3, 4, 3)


def test_each_mission_has_what_both_sides_supply(many: Path) -> None:
    """The partner's own part alone, with who says so; the date of what is coming has its source."""
    (brief,) = of(many, "no")
    assert [
        (entry.supplies[0].contribution, entry.cnes_contribution, entry.launch_source) for entry in brief.missions[:5]
    ] == [
        ("the part of newer", "satellite", None),
        ("the part of flies", "satellite", None),
        ("the part of runs", "satellite", None),
        ("the part of late", "satellite", "page"),
        ("the part of month", "satellite", "page"),
    ]


def test_what_is_not_known_is_told(many: Path) -> None:
    """Of the partner, of its missions; what is known makes no gap."""
    (brief,) = of(many, "no")
    assert [(gap.what, ids(gap.of)) for gap in brief.gaps] == [
        (Unknown.SINCE, []),
        (Unknown.STANDING, []),
        (Unknown.WHETHER_FLOWN, ["late"]),
        (Unknown.START, ["dream"]),
        (Unknown.STATE, ["newer", "flies", "runs", "late", "month", "year", "dream"]),
        (Unknown.END, ["lost"]),
    ]


def test_an_agreement_without_a_date_is_a_gap(small: Path) -> None:
    """Though it is not among those that are named."""
    (brief,) = of(with_agreements(small), "jp")
    assert [(gap.what, ids(gap.of)) for gap in brief.gaps] == [(Unknown.AGREEMENT_DATE, ["jp-undated"])]


def income(year: int, amount: str, *, contributor: str = "no", measure: str = "due") -> str:
    return (
        f'- year: {year}\n  contributor: "{contributor}"\n  kind: member-state\n{amount}  measure: {measure}\n'
        "  scope: member-part\n  source: old-page\n"
    )


MEMBER = '- country: "no"\n  status: member\n  source: page\n'


def test_a_member_of_esa_stands_beside_france_on_one_measure(small: Path) -> None:
    """Only years of which both are known, the newest first; a year with two figures is none of them."""
    (small / "esa/members.yaml").write_text(MEMBER, encoding="utf-8")
    add(small, "esa/income.yaml", income(2022, "  amount_meur: 90\n") + income(2023, "  amount_meur: 95\n"))
    add(small, "esa/income.yaml", income(2021, "  amount_meur: 80\n") + income(2021, "  amount_meur: 81\n"))
    (brief,) = of(small, "no")
    (line,) = brief.money
    assert (line.year, line.measure) == (2022, "due")
    assert (line.partner.amount_meur, line.partner.source) == (90, "old-page")
    assert (line.france.amount_meur, line.france.approximate, line.france.source) == (1178, True, "page")


def test_a_member_whose_money_is_not_known_is_told(small: Path) -> None:
    """Who is no member has no such gap."""
    (small / "esa/members.yaml").write_text(MEMBER, encoding="utf-8")
    norway, japan = of(small, "no", "jp")
    assert Unknown.MONEY in [gap.what for gap in norway.gaps]
    assert Unknown.MONEY not in [gap.what for gap in japan.gaps]
    assert norway.money == japan.money == ()


def test_disagreements_are_the_partner_s_and_those_of_its_missions(small: Path) -> None:
    """Each with the mission that it is about."""
    (brief,) = of(small, "jp")
    assert [(entry.mission, entry.about, entry.kept) for entry in brief.mission_disagreements] == [
        ("moons", "launch date", "2026")
    ]


def test_the_bibliography_has_what_a_brief_cites_and_what_its_notes_name(small: Path) -> None:
    """An id within a note on a disagreement is a source, too; sources that only other things cite are left out."""
    third = "url: https://example.org/3\n  title: Third\n  publisher: P\n  language: en\n  kind: press\n"
    add(small, "sources.yaml", f"- id: third-page\n  {third}")
    (before,) = of(small, "jp")
    replace(small, "missions/moons.yaml", "The newer page is kept.", "Newer (third-page); no-such-page is not.")
    (after,) = of(small, "jp")
    assert set(before.sources) == {"page", "old-page", "old-book"}
    assert set(after.sources) == {*before.sources, "third-page"}
    assert tuple(source.id for source in after.bibliography) == after.sources
