"""What one partner does with CNES."""

from __future__ import annotations

from collections.abc import Iterable

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.partners import Partner
from cnes_partners.model.spelling import filed
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus, ProviderRole, Role
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.freshness import is_overdue
from cnes_partners.queries.missions import missions
from cnes_partners.queries.named import partner_named
from cnes_partners.queries.partners import ListedPartner
from cnes_partners.queries.values import values_of


@frozen
class JointMission:
    """A mission that a partner takes part in, in a ``role``, or without one has to do with.

    ``is_overdue`` says that it was ``planned`` for a date that has passed by the dataset's.
    """

    id: str
    name: str
    name_fr: str | None = None
    role: Role | None = None
    status: MissionStatus
    as_of: PartialDate | None = None
    launched: PartialDate | None = None
    planned: PartialDate | None = None
    is_overdue: bool = False


@frozen
class BroughtInstrument:
    """An instrument that a partner provides, or provides a part of: ``supplies`` says which."""

    mission: str
    mission_name: str
    mission_name_fr: str | None = None
    name: str
    name_fr: str | None = None
    what: str
    what_fr: str | None = None
    institute: str | None = None
    institute_fr: str | None = None
    role: ProviderRole
    supplies: str | None = None
    supplies_fr: str | None = None
    source: str | None = None


@frozen
class PartnerDetails(ListedPartner):
    """A partner, the missions it shares with CNES, by launch, those without a date last, and what it brings to them.

    It takes part in ``missions``; those it has only to do with are ``other_missions``.
    """

    missions: tuple[JointMission, ...] = ()
    other_missions: tuple[JointMission, ...] = ()
    instruments: tuple[BroughtInstrument, ...] = ()


def partner_details(dataset: Dataset, name: str) -> PartnerDetails:
    """Return the partner of that name with its joint missions.

    Raises:
        NotFoundError: Nobody is called so; AmbiguousNameError where several are.
    """
    partner = partner_named(dataset, name)
    by_date = tuple(sorted(partner.agreements, key=lambda agreement: agreement.date or "9999"))
    values = values_of(partner) | {"agreements": by_date, "country": dataset.country(partner.id)}
    joint = missions(dataset, Filters(partners=(partner,))).records
    others = [entry for entry in dataset.missions if entry.id in partner.related_missions and entry not in joint]
    return PartnerDetails(
        **values,
        missions=_by_launch(dataset, partner, joint),
        other_missions=_by_launch(dataset, partner, others),
        instruments=brought_instruments(dataset, partner),
    )


def _by_launch(dataset: Dataset, partner: Partner, missions: Iterable[Mission]) -> tuple[JointMission, ...]:
    found = (_joint_mission(mission, partner.id, today=dataset.metadata.as_of) for mission in missions)
    return tuple(
        sorted(found, key=lambda mission: (mission.launched or mission.planned or "9999", filed(mission.name)))
    )


def brought_instruments(dataset: Dataset, partner: Partner) -> tuple[BroughtInstrument, ...]:
    """Return the instruments that *partner* provides or shares in, by launch of their missions, the undated last."""
    return tuple(
        BroughtInstrument(
            **values_of(instrument, BroughtInstrument)
            | values_of(provider, BroughtInstrument)
            | {"source": provider.source or instrument.source},
            mission=mission.id,
            mission_name=mission.name,
            mission_name_fr=mission.name_fr,
        )
        for mission in sorted(dataset.missions, key=_launch_order)
        for instrument in mission.instruments
        for provider in instrument.providers
        if provider.party == partner.id
    )


def _launch_order(mission: Mission) -> tuple[str, str]:
    return ((mission.launch.date if mission.launch else None) or "9999", mission.name)


def _joint_mission(mission: Mission, partner: str, *, today: PartialDate) -> JointMission:
    roles = [entry.role for entry in mission.partners if entry.partner == partner]
    date = mission.launch.date if mission.launch else None
    is_launched = bool(mission.launch and mission.launch.state is LaunchState.LAUNCHED)
    return JointMission(
        **values_of(mission, JointMission),
        role=min(roles, key=tuple(Role).index) if roles else None,
        launched=date if is_launched else None,
        planned=None if is_launched else date,
        is_overdue=is_overdue(mission.launch, mission.status, today),
    )
