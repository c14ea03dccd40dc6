"""Which partners, in which order, and what one of them does with CNES."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.errors import NotFoundError
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.partners import Partner
from cnes_partners.model.vocabulary.missions import MissionStatus, Role, Theme
from cnes_partners.model.vocabulary.partnership import AgreementKind, Category, PartnerKind, PartnerStatus, Region
from cnes_partners.queries.agreements import DatedAgreement, agreements
from cnes_partners.queries.categories import categories
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.missions import missions
from cnes_partners.queries.partner import JointMission, partner_details
from cnes_partners.queries.partners import partners
from tests.conftest import SMALL, write_dataset


def partner(id: str, name: str, category: str, *, more: str = "") -> str:
    return (
        f'id: "{id}"\nname: {name}\nname_fr: {name}\nkind: country\ncategory: {category}\ncategory_basis: assigned\n'
        f"region: africa\n{more}sources:\n  - page\n"
    )


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """The small dataset with partners of the other categories, out of order by id."""
    others = {
        "partners/aa.yaml": partner("aa", "Zeta", "emerging"),
        "partners/zz.yaml": partner("zz", "Alpha", "emerging"),
        "partners/ab.yaml": partner("ab", "World", "multilateral"),
        "partners/th.yaml": partner(
            "th",
            "Other",
            "historic",
            more="agreements:\n  - id: th-undated\n    title: Undated\n    kind: mou\n    source: page\n"
            "related_missions:\n  - sea-2\n  - moons\n",
        ),
    }
    return load(write_dataset(tmp_path / "data", {**SMALL, **others}))


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ("esa", "no", "jp", "th", "zz", "aa", "ab")),
        ({"categories": (Category.EUROPEAN,)}, ("esa", "no")),
        ({"categories": (Category.EMERGING,)}, ("zz", "aa")),
        ({"kinds": (PartnerKind.ORGANISATION,)}, ("esa",)),
        ({"regions": (Region.EUROPE,)}, ("esa", "no")),
        ({"regions": (Region.OCEANIA,)}, ()),
        ({"areas": (Theme.SOLAR_SYSTEM,)}, ("jp",)),
        ({"areas": (Theme.TELECOM,)}, ()),
        ({"statuses": (PartnerStatus.ACTIVE,)}, ("jp",)),
        ({"statuses": (PartnerStatus.ENDED,)}, ()),
        ({"categories": (Category.EUROPEAN,), "kinds": (PartnerKind.COUNTRY,)}, ("no",)),
        ({"categories": (Category.EMERGING, Category.MULTILATERAL)}, ("zz", "aa", "ab")),
        ({"regions": (Region.ASIA, Region.EUROPE)}, ("esa", "no", "jp")),
        ({"areas": (Theme.UNIVERSE, Theme.SOLAR_SYSTEM)}, ()),
        ({"regions": (Region.ASIA,), "areas": (Theme.UNIVERSE,)}, ()),
    ],
)
def test_partners_stand_by_category_then_name(dataset: Dataset, filters: Any, ids: tuple[str, ...]) -> None:
    """CNES's order of categories, English names inside; any of the words, all of the areas."""
    assert tuple(found.id for found in partners(dataset, Filters(**filters))) == ids


def test_one_partner_has_its_missions_and_its_agreements_by_date(dataset: Dataset) -> None:
    """The record is whole, agreements stand by date whatever the file's order, missions are joined."""
    found = partner_details(dataset, "JAXA")
    record = dataset.partner("jp")
    assert [agreement.id for agreement in found.agreements] == ["jp-1986", "jp-2015-10-05"]
    assert found.missions == (
        JointMission(
            id="moons",
            name="Moons",
            role=Role.LEAD,
            status=MissionStatus.DEVELOPMENT,
            as_of=PartialDate("2026-01"),
            planned=PartialDate("2026"),
        ),
    )
    same = {field.name for field in fields(Partner)} - {"agreements"}
    assert {name: getattr(found, name) for name in same} == {name: getattr(record, name) for name in same}


def test_a_plan_of_which_the_date_has_passed_is_marked(small: Path) -> None:
    """The missions of a partner say so, but for those that were given up."""
    path = small / "missions/moons.yaml"
    text = path.read_text(encoding="utf-8").replace('date: "2026"', 'date: "2025"')
    for status, is_overdue in (("development", True), ("cancelled", False)):
        path.write_text(text.replace("status: development", f"status: {status}"), encoding="utf-8")
        (mission,) = partner_details(load(small), "japan").missions
        assert (mission.planned, mission.is_overdue) == ("2025", is_overdue)


def test_joint_missions_are_those_that_a_filter_finds(bundled: Dataset) -> None:
    """One definition: the missions of a partner's page are those of -p, and the others stand apart."""
    for partner in bundled.partners:
        found = missions(bundled, Filters(partners=(partner,))).records
        details = partner_details(bundled, partner.id)
        assert {mission.id for mission in details.missions} == {mission.id for mission in found}
        others = {mission.id for mission in details.other_missions}
        assert others == set(partner.related_missions) - {mission.id for mission in found}


def test_missions_that_a_partner_has_only_to_do_with_stand_apart(dataset: Dataset) -> None:
    """It takes no part in them, so they have no role and are not joint; by launch."""
    assert partner_details(dataset, "th").missions == ()
    assert partner_details(dataset, "th").other_missions == (
        JointMission(id="sea-2", name="Sea-2", status=MissionStatus.OPERATIONAL, launched=PartialDate("2016-01")),
        JointMission(
            id="moons",
            name="Moons",
            status=MissionStatus.DEVELOPMENT,
            as_of=PartialDate("2026-01"),
            planned=PartialDate("2026"),
        ),
    )


def test_the_strongest_of_several_roles_is_shown_and_undated_missions_stand_last(tmp_path: Path) -> None:
    """Two bodies of one partner in a mission are one line; a mission without a date is not the first."""
    japan = """\
          - partner: "jp"
            role: {role}
            contribution: a part
            source: page
"""
    both = f"partners:\n{japan.format(role='contributor')}{japan.format(role='co-lead')}        summary:"
    twice = SMALL["missions/sea-2.yaml"].replace("summary:", both)
    undated = SMALL["missions/moons.yaml"].replace('          date: "2026"\n', "").replace("id: moons", "id: a-study")
    undated = undated.replace("name: Moons", "name: A study", 1)
    files = {**SMALL, "missions/sea-2.yaml": twice, "missions/a-study.yaml": undated}
    found = partner_details(load(write_dataset(tmp_path / "data", files)), "japan").missions
    assert [(mission.id, mission.role) for mission in found] == [
        ("sea-2", "co-lead"), ("moons", "lead"), ("a-study", "lead"),
    ]  # fmt: skip
    assert (found[2].launched, found[2].planned) == (None, None)


def test_an_unknown_partner_is_an_error(dataset: Dataset) -> None:
    """No details of nobody."""
    with pytest.raises(NotFoundError, match=r"Did you mean Japan \(jp\)\?"):
        partner_details(dataset, "jappan")


FIRST = DatedAgreement(
    id="jp-1986",
    date=PartialDate("1986"),
    title="First agreement",
    kind=AgreementKind.INTER_AGENCY,
    source="old-book",
    partner="jp",
)
SECOND = DatedAgreement(
    id="jp-2015-10-05",
    date=PartialDate("2015-10-05"),
    title="Framework agreement",
    kind=AgreementKind.FRAMEWORK,
    source="page",
    partner="jp",
)
UNDATED = DatedAgreement(id="th-undated", title="Undated", kind=AgreementKind.MOU, source="page", partner="th")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, (FIRST, SECOND, UNDATED)),
        ({"partners": ("th",)}, (UNDATED,)),
        ({"partners": ("th", "jp")}, (FIRST, SECOND, UNDATED)),
        ({"partners": ("esa",)}, ()),
        ({"categories": (Category.EUROPEAN,)}, ()),
        ({"categories": (Category.EUROPEAN, Category.HISTORIC)}, (FIRST, SECOND, UNDATED)),
        ({"kinds": (AgreementKind.FRAMEWORK,)}, (SECOND,)),
        ({"kinds": (AgreementKind.FRAMEWORK, AgreementKind.MOU)}, (SECOND, UNDATED)),
        ({"first": "1986"}, (FIRST, SECOND)),
        ({"first": "1986-02"}, (SECOND,)),
        ({"first": "1987"}, (SECOND,)),
        ({"last": "2015"}, (FIRST, SECOND)),
        ({"last": "2015-10-04"}, (FIRST,)),
        ({"partners": ("jp",), "kinds": (AgreementKind.MOU,)}, ()),
    ],
)
def test_agreements_stand_by_date_and_the_undated_last(dataset: Dataset, filters: Any, found: Any) -> None:
    """Any of the partners, for an agreement is with one; the undated are outside any period."""
    dates = {name: PartialDate(filters[name]) for name in ("first", "last") if name in filters}
    partners = [dataset.partner(id) for id in filters.get("partners", ())]
    asked = Filters(**{**filters, **dates, "partners": partners, "has_one_partner": True})
    assert agreements(dataset, asked).records == found


def test_categories_count_what_the_dataset_has(dataset: Dataset) -> None:
    """Partners by kind, those that CNES itself put there, and missions with at least one partner of the category."""
    found = {
        entry.id: (entry.partners, entry.countries, entry.organisations, entry.stated, entry.missions)
        for entry in categories(dataset)
    }
    assert found == {"european": (2, 1, 1, 1, 1), "historic": (2, 2, 0, 1, 1)}
    assert [entry.name_fr for entry in categories(dataset)] == ["Coopérations européennes", "Coopérations historiques"]
