"""Which missions, and who takes part in them."""

from __future__ import annotations

from dataclasses import replace

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate, years_between
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus
from cnes_partners.queries.filters import EVERYTHING, Filters, Found, has_all, in_period, is_any, within
from cnes_partners.queries.freshness import is_overdue
from cnes_partners.queries.values import values_of


@frozen
class ListedMission(Mission):
    """A mission and how long it flew: launch to end, or to the day of the data while it operates, None if not known."""

    duration_years: float | None = None


def listed_missions(dataset: Dataset, filters: Filters = EVERYTHING) -> Found[ListedMission]:
    """Return the missions that fit every filter given, with how long they flew."""
    found = missions(dataset, filters)
    today = dataset.metadata.as_of
    records = tuple(
        ListedMission(**values_of(mission), duration_years=duration_years(mission, today)) for mission in found.records
    )
    return Found(**values_of(found) | {"records": records})


def missions(dataset: Dataset, filters: Filters = EVERYTHING) -> Found[Mission]:
    """Return the missions that fit every filter given, by id; the role is CNES's, the period that of the launch.

    A launch may be past, planned, or a plan that was given up. Upcoming ones stand soonest first.
    """
    partners = [partner.id for partner in filters.partners]
    category_of = {entry.id: entry.category for entry in dataset.partners} if filters.categories else {}

    def fits(mission: Mission) -> bool:
        named = {participation.partner for participation in mission.partners}
        return (
            has_all(named, partners)
            and has_all({category_of.get(id) for id in named}, filters.categories)
            and has_all(mission.target, filters.targets)
            and is_any(mission.theme, filters.themes)
            and is_any(mission.status, filters.statuses)
            and is_any(mission.cnes_role, filters.roles)
            and is_any(mission.kind, filters.kinds)
        )

    found = in_period(filter(fits, dataset.missions), launch_date, filters)
    if filters.ended:
        over = (mission for mission in found.records if mission.status.is_final)
        ended = within(over, lambda mission: mission.end, filters.ended)
        found = replace(found, records=ended.records, undated=found.undated + ended.undated, imprecise=ended.imprecise)
    return upcoming(found, dataset.metadata.as_of) if filters.is_upcoming else found


def upcoming(found: Found[Mission], today: PartialDate) -> Found[Mission]:
    """Return the launches that are planned from *today* on, soonest first, and how many plans are past or given up.

    A date that may still come ("2026" within 2026) is not past; a year or a month stands after the days within it.
    """
    plans = tuple(filter(is_plan, found.records))
    open_plans = [plan for plan in plans if not plan.status.is_final]
    future = [plan for plan in open_plans if not is_overdue(plan.launch, plan.status, today)]
    return replace(
        found,
        records=tuple(sorted(filter(launch_date, future), key=lambda plan: f"{launch_date(plan)}-99")),
        undated=found.undated + sum(launch_date(plan) is None for plan in future),
        overdue=len(open_plans) - len(future),
        cancelled=sum(map(is_cancelled_plan, plans)),
    )


def duration_years(mission: Mission, today: PartialDate) -> float | None:
    """Return the years from launch to end, or to *today* while it operates, None where a date is not known."""
    launched = launch_date(mission)
    end = today if is_ongoing(mission) else mission.end
    return None if is_plan(mission) or launched is None or end is None else years_between(launched, end)


_ONGOING = (MissionStatus.DEVELOPMENT, MissionStatus.COMMISSIONING, MissionStatus.OPERATIONAL)


def is_ongoing(mission: Mission) -> bool:
    """Return whether a mission was launched and flies."""
    is_launched = mission.launch is not None and mission.launch.state is LaunchState.LAUNCHED
    return is_launched and mission.status in _ONGOING


def launch_date(mission: Mission) -> PartialDate | None:
    """Return the date of the launch, past or planned, None where none is known."""
    return mission.launch.date if mission.launch else None


def launch_year(mission: Mission) -> int | None:
    """Return the year of the launch, past or planned, None where none is known."""
    date = launch_date(mission)
    return date.year if date else None


def is_plan(mission: Mission) -> bool:
    """Return whether the launch of a mission is a plan, be it one that was given up."""
    return mission.launch is not None and mission.launch.state is LaunchState.PLANNED


def is_cancelled_plan(mission: Mission) -> bool:
    """Return whether a mission was given up before its launch."""
    return is_plan(mission) and mission.status is MissionStatus.CANCELLED
