"""Words about missions; themes are also what a cooperation is about."""

from enum import StrEnum


class Theme(StrEnum):
    """What a mission or a cooperation is about."""

    EARTH = "earth"
    UNIVERSE = "universe"
    SOLAR_SYSTEM = "solar-system"
    HUMAN_SPACEFLIGHT = "human-spaceflight"
    ACCESS_TO_SPACE = "access-to-space"
    TELECOM = "telecom"
    NAVIGATION = "navigation"
    SECURITY = "security"
    TECHNOLOGY = "technology"


class MissionKind(StrEnum):
    """One mission, or a programme of several."""

    MISSION = "mission"
    PROGRAMME = "programme"


class MissionStatus(StrEnum):
    """How far a mission is, in the order of its life."""

    PROPOSED = "proposed"
    DEVELOPMENT = "development"
    COMMISSIONING = "commissioning"
    OPERATIONAL = "operational"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Return whether nothing follows."""
        return self in (MissionStatus.COMPLETED, MissionStatus.FAILED, MissionStatus.CANCELLED)


class LaunchState(StrEnum):
    """Whether a launch date is a fact or a plan."""

    LAUNCHED = "launched"
    PLANNED = "planned"


class Role(StrEnum):
    """What a party is in a mission; often a judgement on the contribution beside it."""

    LEAD = "lead"
    CO_LEAD = "co-lead"
    CONTRIBUTOR = "contributor"


class Target(StrEnum):
    """What a mission goes to or looks at; a moon counts as its planet, but for our own."""

    EARTH = "earth"
    EARTH_ORBIT = "earth-orbit"
    SPACE_STATION = "space-station"
    STRATOSPHERE = "stratosphere"
    SUBORBITAL = "suborbital"
    GROUND = "ground"
    MOON = "moon"
    SUN = "sun"
    MERCURY = "mercury"
    VENUS = "venus"
    MARS = "mars"
    ASTEROIDS = "asteroids"
    COMETS = "comets"
    JUPITER = "jupiter"
    SATURN = "saturn"
    DEEP_SPACE = "deep-space"
    COSMOS = "cosmos"


class ProviderRole(StrEnum):
    """What a provider has of an instrument: the whole of it, under its lead, or a part."""

    LEAD = "lead"
    PART = "part"


class SpacecraftRelation(StrEnum):
    """What a spacecraft is to a mission: its own, one of its series, or another's that carries it."""

    OWN = "own"
    MEMBER = "member"
    HOST = "host"
