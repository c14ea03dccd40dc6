"""How far a mission or a cooperation is, and what is planned, as lists say it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.vocabulary.missions import MissionStatus, Target
from cnes_partners.queries.freshness import is_aged
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from cnes_partners.model.records.missions import Mission
    from cnes_partners.queries.partner import JointMission
    from cnes_partners.queries.timeline import MissionSpan


def status_text(status: StrEnum, as_of: PartialDate | None, say: Words, *, is_over: bool = False) -> str:
    """Return a status; where its evidence is old it says of when, where it bears no date that. What is over is so."""
    word = say.word(status)
    if is_over:
        return word
    if as_of is None:
        return say("{status} (undated)", status=word)
    if is_aged(as_of, say.today):
        return say("{status} (as of {date})", status=word, date=as_of.year)
    return word


def mission_status(mission: Mission | JointMission | MissionSpan, say: Words) -> str:
    """Return how far a mission is, with the year where that was last known long before *today*."""
    return status_text(mission.status, mission.as_of, say, is_over=mission.status.is_final)


def planned_text(date: PartialDate, status: MissionStatus, say: Words, *, is_overdue: bool) -> str:
    """Return the date of a planned launch, marked as a plan, as past where it is, or as given up."""
    if status is MissionStatus.CANCELLED:
        return say("{date} (cancelled)", date=say.date(date))
    if is_overdue:
        return say("{date} (plan, date passed)", date=say.date(date))
    return say("{date} (plan)", date=say.date(date))


def target_word(target: Target, say: Words) -> str:
    """Return the word for a target; as one the Earth is itself, not the theme of that name."""
    return say("Earth") if target is Target.EARTH else say.word(target)
