"""Which missions, and who takes part in them."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.dates import is_within
from cnes_partners.model.records import Mission
from cnes_partners.model.vocabulary import Category, MissionKind, MissionStatus, Role, Theme


def missions(
    dataset: Dataset,
    *,
    partner: str | None = None,
    category: Category | None = None,
    theme: Theme | None = None,
    status: MissionStatus | None = None,
    role: Role | None = None,
    kind: MissionKind | None = None,
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[Mission, ...]:
    """Return the missions that fit every filter given, by id.

    ``partner`` is a partner's id, ``role`` is CNES's role; the years bound the launch, planned or past, both
    included, and leave out missions without a launch date.
    """
    of_category = None if category is None else {entry.id for entry in dataset.partners if entry.category is category}

    def fits(mission: Mission) -> bool:
        named = {participation.partner for participation in mission.partners}
        return (
            (partner is None or partner in named)
            and (of_category is None or bool(of_category & named))
            and (theme is None or mission.theme is theme)
            and (status is None or mission.status is status)
            and (role is None or mission.cnes_role is role)
            and (kind is None or mission.kind is kind)
            and is_within(launch_year(mission), from_year, to_year)
        )

    return tuple(mission for mission in dataset.missions if fits(mission))


def launch_year(mission: Mission) -> int | None:
    """Return the year of the launch, past or planned, None where none is known."""
    return mission.launch.date.year if mission.launch and mission.launch.date else None
