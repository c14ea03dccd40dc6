"""Which missions, and who takes part in them."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus
from cnes_partners.queries.filters import EVERYTHING, Filters, Found, has_all, in_period, is_any


def missions(dataset: Dataset, filters: Filters = EVERYTHING) -> Found[Mission]:
    """Return the missions that fit every filter given, by id; the role is CNES's, the period that of the launch.

    A launch may be past, planned, or a plan that was given up.
    """
    partners = [partner.id for partner in filters.partners]
    category_of = {entry.id: entry.category for entry in dataset.partners} if filters.categories else {}

    def fits(mission: Mission) -> bool:
        named = {participation.partner for participation in mission.partners}
        return (
            has_all(named, partners)
            and has_all({category_of.get(id) for id in named}, filters.categories)
            and is_any(mission.theme, filters.themes)
            and is_any(mission.status, filters.statuses)
            and is_any(mission.cnes_role, filters.roles)
            and is_any(mission.kind, filters.kinds)
        )

    return in_period(filter(fits, dataset.missions), launch_date, filters)


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
