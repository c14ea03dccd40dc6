"""What one partner does with CNES."""

from __future__ import annotations

from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records import Mission, Partner
from cnes_partners.model.vocabulary import LaunchState, MissionStatus, Role
from cnes_partners.queries.values import values_of


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


def partner_details(dataset: Dataset, name: str) -> PartnerDetails:
    """Return the partner of that name with its joint missions.

    Raises:
        NotFoundError: Nobody is called so; AmbiguousNameError where several are.
    """
    partner = dataset.partner(name)
    by_date = tuple(sorted(partner.agreements, key=lambda agreement: agreement.date or "9999"))
    values = values_of(partner) | {"agreements": by_date}
    return PartnerDetails(**values, missions=joint_missions(dataset, partner))


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
    is_launched = bool(mission.launch and mission.launch.state is LaunchState.LAUNCHED)
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
