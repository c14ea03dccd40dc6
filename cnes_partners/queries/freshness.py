"""What can still be relied on as of the dataset's date: statuses on old evidence, plans whose date has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.model.dates import PartialDate, is_before, years_before
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus

if TYPE_CHECKING:
    from cnes_partners.model.records.missions import Launch

YEARS_A_STATUS_HOLDS = 2


def is_aged(as_of: PartialDate | None, today: PartialDate) -> bool:
    """Return whether something was last known for longer than a status holds before *today*."""
    return as_of is not None and is_before(as_of, years_before(today, YEARS_A_STATUS_HOLDS))


def is_overdue(launch: Launch | None, status: MissionStatus, today: PartialDate) -> bool:
    """Return whether a launch was planned for a date that has passed by *today*, and was not given up."""
    if launch is None or launch.state is not LaunchState.PLANNED or launch.date is None:
        return False
    return not status.is_final and is_before(launch.date, today)
