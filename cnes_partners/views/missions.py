"""Views of missions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cnes_partners.model.records.missions import Mission
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus, Target
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.freshness import is_overdue
from cnes_partners.queries.missions import ListedMission, is_cancelled_plan, is_plan
from cnes_partners.views.columns import text_column
from cnes_partners.views.status import mission_status, planned_text, target_word
from cnes_partners.views.view import UNKNOWN, Column, View, column, every_column
from cnes_partners.views.words import Words


def missions_view(missions: tuple[ListedMission, ...], say: Words) -> View:
    """Return the list of missions."""
    title = say.counted(len(missions), "{count} mission", "{count} missions")
    return View(title=title, columns=listed_columns(say), records=missions)


def listed_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of a list of missions, with how long each flew."""
    duration = column(
        "duration_years",
        say("Years in service"),
        lambda mission: _duration(mission, say),
        is_number=True,
        shown=False,
    )
    return every_column(ListedMission, (*mission_columns(say), duration))


def _duration(mission: ListedMission, say: Words) -> str:
    """Return how long a mission flew, marked as near where a date behind it is a year alone."""
    dates = (date for date in (mission.launch.date if mission.launch else None, mission.end) if date)
    is_near = any(date.month is None for date in dates)
    return say.number(mission.duration_years, decimals=0 if is_near else 1, is_approximate=is_near)


def mission_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of a list of missions: those of the table, then every other flat field."""

    def partner_names(mission: Mission) -> str:
        names = dict.fromkeys(say.party(entry.partner) for entry in mission.partners)
        return ", ".join(names) or "–"

    shown = (
        column("id", say("ID"), keep=True),
        text_column("name", say("Mission"), say, keep=True),
        column("theme", say("Theme"), lambda mission: say.word(mission.theme), drop=4),
        column("launch.date", say("Launch (UTC)"), lambda mission: launch_date(mission, say), drop=1),
        column("status", say("Status"), lambda mission: mission_status(mission, say), drop=2),
        column("as_of", say("As of"), lambda mission: say.date(mission.as_of), drop=3),
        column(
            "partners",
            say("Partners"),
            partner_names,
            value=lambda mission: tuple(dict.fromkeys(entry.partner for entry in mission.partners)),
            wraps=True,
            drop=5,
        ),
        column("target", say("Target"), lambda mission: target_text(mission.target, say), shown=False),
        column("cospar", "COSPAR", value=_designations, shown=False),
        column("norad", say("Catalogue number"), value=_catalogue_numbers, shown=False),
    )
    return every_column(Mission, shown)


def launch_date(mission: Mission, say: Words) -> str:
    """Return a launch date at its precision, marked where it is a plan, and what became of the plan."""
    launch = mission.launch
    if launch is None or launch.state is LaunchState.LAUNCHED:
        return say.date(launch.date if launch else None)
    if launch.date is None:
        return say.word(mission.status) if mission.status is MissionStatus.CANCELLED else say("planned")
    return planned_text(launch.date, mission.status, say, is_overdue=is_overdue(launch, mission.status, say.today))


def target_text(target: tuple[Target, ...], say: Words) -> str:
    """Return what a mission goes to or looks at."""
    return ", ".join(target_word(word, say) for word in target) or UNKNOWN


def _designations(mission: Mission) -> tuple[str, ...]:
    return tuple(craft.cospar for craft in mission.spacecraft if craft.cospar)


def _catalogue_numbers(mission: Mission) -> tuple[str, ...]:
    return tuple(str(craft.norad) for craft in mission.spacecraft if craft.norad)


def plans_told(view: View, missions: Iterable[Mission], filters: Filters, say: Words) -> View:
    """Return the view with a word, where a period was asked for, on what of it is planned or was given up."""
    if filters.first is None and filters.last is None:
        return view
    every = tuple(missions)
    cancelled = sum(map(is_cancelled_plan, every))
    planned = sum(map(is_plan, every)) - cancelled
    told = (
        (planned, say("not launched yet, taken by the planned date: {count}", count=planned)),
        (cancelled, say("cancelled before launch, taken by the planned date: {count}", count=cancelled)),
    )
    return replace(view, asides=(*view.asides, *(text for count, text in told if count)))
