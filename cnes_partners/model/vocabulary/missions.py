"""Words about missions; themes are also what a cooperation is about."""

from __future__ import annotations

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
    OPERATIONAL = "operational"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class LaunchState(StrEnum):
    """Whether a launch date is a fact or a plan."""

    LAUNCHED = "launched"
    PLANNED = "planned"


class Role(StrEnum):
    """What a party is in a mission; often a judgement on the contribution beside it."""

    LEAD = "lead"
    CO_LEAD = "co-lead"
    CONTRIBUTOR = "contributor"
