"""Rules about dates, and about what a status says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cnes_partners.dataset.entries import Entry
from cnes_partners.errors import Problem
from cnes_partners.model.dates import PartialDate, is_before
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.sentences import Sentence, sentence
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus
from cnes_partners.rules.subject import Subject, leaves

EARLIEST = PartialDate("1945")
_YEARS_AHEAD = 40
_STATUS_OR_END = re.compile(r"\b(?:status|end|ended)\b")
_FLOWN = frozenset((MissionStatus.COMMISSIONING, MissionStatus.OPERATIONAL, MissionStatus.COMPLETED))
_NEVER_FLOWN = frozenset((MissionStatus.PROPOSED, MissionStatus.DEVELOPMENT, MissionStatus.CANCELLED))


def dates_are_in_range(subject: Subject) -> Iterator[Problem]:
    """Yield dates before space flight, plans for a far future, and things that are said to be but are still to come."""
    today = subject.as_of
    if today is None:
        return
    horizon = f"{today.year + _YEARS_AHEAD}"
    for entry in subject.entries():
        for leaf in leaves(entry.record):
            if isinstance(leaf.value, PartialDate):
                latest = horizon if _is_plan(entry, leaf.field) else today
                if is_before(leaf.value, EARLIEST):
                    yield entry.problem_at(
                        leaf.path, "{date} is before {first} (a slip of the pen?)", date=leaf.value, first=EARLIEST
                    )
                elif is_before(latest, leaf.value):
                    yield entry.problem_at(
                        leaf.path,
                        "{date} is after {last} (the dataset is of {today})",
                        date=leaf.value,
                        last=latest,
                        today=today,
                    )
        year = getattr(entry.record, "year", None)
        if year is not None and not EARLIEST.year <= year <= today.year + 1:
            first, last, got = map(str, (EARLIEST.year, today.year + 1, year))
            yield entry.problem_at(
                ("year",), "expected a year from {first} to {last}, got {got}", first=first, last=last, got=got
            )


def _is_plan(entry: Entry, field: str) -> bool:
    """Return whether a date may lie ahead: a planned launch, the planned end of what runs, an agreement's last day."""
    mission = entry.record
    if entry.table == "partners":
        return field == "until"
    if not isinstance(mission, Mission):
        return False
    is_planned = mission.launch is not None and mission.launch.state is LaunchState.PLANNED
    return (field == "date" and is_planned) or (field == "end" and not mission.status.is_final)


def missions_end_after_launch(subject: Subject) -> Iterator[Problem]:
    """Yield missions that ended before they were launched."""
    for entry in subject.entries("missions"):
        mission, launch = entry.record, entry.record.launch
        is_flown = launch is not None and launch.state is LaunchState.LAUNCHED
        if is_flown and launch.date and mission.end and is_before(mission.end, launch.date):
            yield entry.problem_at(("end",), _before_launch(mission.end, launch.date))


def agreements_run_after_their_date(subject: Subject) -> Iterator[Problem]:
    """Yield agreements whose last day lies before their date."""
    for entry in subject.entries("partners"):
        for index, agreement in enumerate(entry.record.agreements):
            if agreement.until and agreement.date and is_before(agreement.until, agreement.date):
                yield entry.problem_at(
                    ("agreements", index, "until"),
                    "{until} is before the date of the agreement, {date}",
                    until=agreement.until,
                    date=agreement.date,
                )


def launches_fit_the_status(subject: Subject) -> Iterator[Problem]:
    """Yield launches without a date, missions that work but are still to be launched, and the other way round."""
    for entry in subject.entries("missions"):
        mission, launch = entry.record, entry.record.launch
        if launch is None:
            continue
        if launch.state is LaunchState.LAUNCHED and launch.date is None:
            yield entry.problem_at(("launch",), "a launched mission has a launch date")
        if launch.state is LaunchState.PLANNED and mission.status in _FLOWN:
            yield entry.problem_at(
                ("launch", "state"), "planned, but the mission is {status}", status=str(mission.status)
            )
        if launch.state is LaunchState.LAUNCHED and mission.status in _NEVER_FLOWN:
            yield entry.problem_at(
                ("status",),
                "{status}, but the mission is launched (commissioning, until it works?)",
                status=str(mission.status),
            )


def statuses_know_of_the_launch(subject: Subject) -> Iterator[Problem]:
    """Yield statuses of a date at which the launch that the record tells of was still to come."""
    for entry in subject.entries("missions"):
        mission, launch = entry.record, entry.record.launch
        is_flown = launch is not None and launch.state is LaunchState.LAUNCHED
        if is_flown and launch.date and mission.as_of and is_before(mission.as_of, launch.date):
            yield entry.problem_at(("as_of",), _before_launch(mission.as_of, launch.date))


def _before_launch(date: PartialDate, launch: PartialDate) -> Sentence:
    return sentence("{date} is before the launch on {launch}", date=date, launch=launch)


def statuses_know_of_the_end(subject: Subject) -> Iterator[Problem]:
    """Yield missions that are said to be over before they ended, or to run on a date after their end."""
    for entry in subject.entries("missions"):
        mission = entry.record
        if mission.as_of is None or mission.end is None:
            continue
        if mission.status.is_final and is_before(mission.as_of, mission.end):
            yield entry.problem_at(("as_of",), "{date} is before the end on {end}", date=mission.as_of, end=mission.end)
        if not mission.status.is_final and is_before(mission.end, mission.as_of):
            yield entry.problem_at(
                ("status",),
                "{status} on {date}, after the end on {end}",
                status=str(mission.status),
                date=mission.as_of,
                end=mission.end,
            )


def planned_launches_lie_ahead(subject: Subject) -> Iterator[Problem]:
    """Yield launches that are planned for a past day, where the record does not show that its plan is old."""
    for entry in subject.entries("missions"):
        mission, launch = entry.record, entry.record.launch
        if launch is None or launch.state is not LaunchState.PLANNED or mission.status.is_final:
            continue
        if launch.date and subject.as_of and is_before(launch.date, subject.as_of):
            is_old_plan = mission.as_of is not None and not is_before(launch.date, mission.as_of)
            if not (is_old_plan and (mission.note or mission.disagreements)):
                yield entry.problem_at(
                    ("launch", "date"),
                    "planned for {date}, which is past (say what happened, or in a note what is known)",
                    date=launch.date,
                )


def statuses_are_dated(subject: Subject) -> Iterator[Problem]:
    """Yield statuses without a date, where no note speaks of the status or the end either.

    The end of a mission that is over dates its status, and so does a disagreement about that end.
    """
    for entry in subject.entries("missions"):
        mission = entry.record
        has_end = mission.end or any(disagreement.about == "end" for disagreement in mission.disagreements)
        is_dated = mission.as_of or (mission.status.is_final and has_end)
        if not (is_dated or _STATUS_OR_END.search(mission.note or "")):
            yield entry.problem_at(("status",), "give as_of, the date of its newest source, or say why not in a note")
    for entry in subject.entries("partners"):
        partner = entry.record
        if partner.status and not (partner.as_of or partner.status_note):
            yield entry.problem_at(
                ("status",), "give as_of, the date of its newest source, or say why not in status_note"
            )
