"""Missions, and who takes part in them."""

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.vocabulary.missions import (
    LaunchState,
    MissionKind,
    MissionStatus,
    ProviderRole,
    Role,
    SpacecraftRelation,
    Target,
    Theme,
)


@frozen
class Launch:
    """A launch, past or planned. The date is in UTC."""

    state: LaunchState
    date: PartialDate | None = None
    vehicle: str | None = None
    vehicle_fr: str | None = None
    site: str | None = None
    site_fr: str | None = None
    source: str | None = None


@frozen
class Spacecraft:
    """A spacecraft of a mission, or one of another's that carries it, with what catalogues know it by."""

    name: str
    name_fr: str | None = None
    aliases: tuple[str, ...] = ()
    cospar: str | None = None
    norad: int | None = None
    launched: PartialDate | None = None
    relation: SpacecraftRelation
    source: str


@frozen
class Participation:
    """What a partner does in a mission, and which of its bodies does it."""

    partner: str
    agency: str | None = None
    agency_fr: str | None = None
    role: Role
    contribution: str
    contribution_fr: str | None = None
    source: str


@frozen
class InstrumentProvider:
    """A partner or other party that provides an instrument or a part of it, and which institute of it does."""

    party: str
    institute: str | None = None
    institute_fr: str | None = None
    role: ProviderRole
    supplies: str | None = None
    supplies_fr: str | None = None
    source: str | None = None


@frozen
class Instrument:
    """An instrument or experiment on board."""

    name: str
    name_fr: str | None = None
    what: str
    what_fr: str | None = None
    provider: str | None = None
    provider_fr: str | None = None
    providers: tuple[InstrumentProvider, ...] = ()
    source: str | None = None
    note: str | None = None
    note_fr: str | None = None


@frozen
class Mission:
    """A mission or programme that CNES takes part in."""

    id: str
    formerly: str | None = None
    name: str
    name_fr: str | None = None
    full_name: str | None = None
    full_name_fr: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    kind: MissionKind
    theme: Theme
    status: MissionStatus
    as_of: PartialDate | None = None
    status_source: str | None = None
    launch: Launch | None = None
    end: PartialDate | None = None
    destination: str | None = None
    destination_fr: str | None = None
    target: tuple[Target, ...] = ()
    spacecraft: tuple[Spacecraft, ...] = ()
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
