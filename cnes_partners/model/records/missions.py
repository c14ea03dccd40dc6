"""Missions, and who takes part in them."""

from dataclasses import dataclass

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.vocabulary.missions import LaunchState, MissionKind, MissionStatus, Role, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """A launch, past or planned. The date is in UTC."""

    state: LaunchState
    date: PartialDate | None = None
    vehicle: str | None = None
    site: str | None = None
    site_fr: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """What a partner does in a mission, and which of its bodies does it."""

    partner: str
    agency: str | None = None
    agency_fr: str | None = None
    role: Role
    contribution: str
    contribution_fr: str | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An instrument or experiment on board."""

    name: str
    what: str
    what_fr: str | None = None
    provider: str | None = None
    provider_fr: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A mission or programme that CNES takes part in.

    ``as_of`` is the date of the newest source behind ``status``, ``status_source`` that source; ``end`` is the end of
    operations.
    """

    id: str
    name: str
    name_fr: str | None = None
    full_name: str | None = None
    aliases: tuple[str, ...] = ()
    kind: MissionKind
    theme: Theme
    status: MissionStatus
    as_of: PartialDate | None = None
    status_source: str | None = None
    launch: Launch | None = None
    end: PartialDate | None = None
    destination: str | None = None
    destination_fr: str | None = None
    cnes_role: Role
    cnes_contribution: str
    cnes_contribution_fr: str | None = None
    partners: tuple[Participation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    summary: str
    summary_fr: str | None = None
    note: str | None = None
    note_fr: str | None = None
    disagreements: tuple[Disagreement, ...] = ()
    sources: tuple[str, ...] = ()
