"""Which partners, and what one of them does with CNES."""

from __future__ import annotations

from dataclasses import dataclass, fields

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records import Agreement, CategoryRecord, Mission, Partner
from cnes_partners.model.vocabulary import (
    AgreementKind,
    Category,
    MissionStatus,
    PartnerKind,
    PartnerStatus,
    Region,
    Role,
    Theme,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JointMission:
    """A mission that a partner takes part in, or (role None) has to do with."""

    id: str
    name: str
    name_fr: str | None = None
    role: Role | None = None
    status: MissionStatus
    as_of: PartialDate | None = None
    launched: PartialDate | None = None
    planned: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerDetails(Partner):
    """A partner and the missions it shares with CNES, by launch, those without a date last."""

    missions: tuple[JointMission, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedAgreement(Agreement):
    """An agreement and the partner it is with."""

    partner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount(CategoryRecord):
    """A category and how many partners and missions the dataset has in it.

    ``stated`` counts the partners whose category is CNES's own word. A mission counts in each category
    that it has a partner of.
    """

    partners: int
    countries: int
    organisations: int
    stated: int
    missions: int


def partners(
    dataset: Dataset,
    *,
    category: Category | None = None,
    kind: PartnerKind | None = None,
    region: Region | None = None,
    area: Theme | None = None,
    status: PartnerStatus | None = None,
) -> tuple[Partner, ...]:
    """Return the partners that fit every filter given: in CNES's order of categories, then by English name."""
    order = tuple(Category)
    found = (
        partner
        for partner in dataset.partners
        if (category is None or partner.category is category)
        and (kind is None or partner.kind is kind)
        and (region is None or partner.region is region)
        and (area is None or area in partner.areas)
        and (status is None or partner.status is status)
    )
    return tuple(sorted(found, key=lambda partner: (order.index(partner.category), partner.name)))


def partner_details(dataset: Dataset, name: str) -> PartnerDetails:
    """Return the partner of that name with its joint missions.

    Raises:
        NotFoundError: Nobody is called so; AmbiguousNameError where several are.
    """
    partner = dataset.partner(name)
    own = {field.name: getattr(partner, field.name) for field in fields(Partner)}
    own["agreements"] = tuple(sorted(partner.agreements, key=lambda agreement: agreement.date or "9999"))
    return PartnerDetails(**own, missions=joint_missions(dataset, partner))


def joint_missions(dataset: Dataset, partner: Partner) -> tuple[JointMission, ...]:
    """Return the missions that *partner* takes part in or has to do with, by launch."""
    found = (
        _joint_mission(mission, partner.id)
        for mission in dataset.missions
        if mission.id in partner.related_missions or any(entry.partner == partner.id for entry in mission.partners)
    )
    return tuple(sorted(found, key=lambda mission: (mission.launched or mission.planned or "9999", mission.name)))


def _joint_mission(mission: Mission, partner: str) -> JointMission:
    roles = [entry.role for entry in mission.partners if entry.partner == partner]
    date = mission.launch.date if mission.launch else None
    is_launched = bool(mission.launch and mission.launch.state == "launched")
    return JointMission(
        id=mission.id,
        name=mission.name,
        name_fr=mission.name_fr,
        role=min(roles, key=tuple(Role).index) if roles else None,
        status=mission.status,
        as_of=mission.as_of,
        launched=date if is_launched else None,
        planned=None if is_launched else date,
    )


def agreements(
    dataset: Dataset,
    *,
    partner: str | None = None,
    kind: AgreementKind | None = None,
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[DatedAgreement, ...]:
    """Return the agreements that fit every filter given, by date; the undated stand last, and outside any years."""
    found = (
        DatedAgreement(**{field.name: getattr(entry, field.name) for field in fields(Agreement)}, partner=owner.id)
        for owner in dataset.partners
        if partner is None or owner.id == partner
        for entry in owner.agreements
        if (kind is None or entry.kind is kind) and _signed_within(entry, from_year, to_year)
    )
    return tuple(sorted(found, key=lambda agreement: (agreement.date or "9999", agreement.partner, agreement.id)))


def _signed_within(agreement: Agreement, from_year: int | None, to_year: int | None) -> bool:
    if from_year is None and to_year is None:
        return True
    return agreement.date is not None and (from_year or 0) <= agreement.date.year <= (to_year or 9999)


def categories(dataset: Dataset) -> tuple[CategoryCount, ...]:
    """Return the categories in CNES's order, each with what the dataset counts in it."""
    return tuple(_count(dataset, category) for category in dataset.categories)


def _count(dataset: Dataset, category: CategoryRecord) -> CategoryCount:
    of_category = [partner for partner in dataset.partners if partner.category is category.id]
    ids = {partner.id for partner in of_category}
    countries = sum(partner.kind is PartnerKind.COUNTRY for partner in of_category)
    return CategoryCount(
        **{field.name: getattr(category, field.name) for field in fields(CategoryRecord)},
        partners=len(of_category),
        countries=countries,
        organisations=len(of_category) - countries,
        stated=sum(partner.category_basis == "stated" for partner in of_category),
        missions=sum(any(entry.partner in ids for entry in mission.partners) for mission in dataset.missions),
    )
