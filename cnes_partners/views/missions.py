"""Views of missions."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Launch, Mission
from cnes_partners.model.vocabulary import LaunchState
from cnes_partners.views.view import Column, View, column, every_column
from cnes_partners.views.words import Words


def missions_view(missions: tuple[Mission, ...], dataset: Dataset, say: Words) -> View:
    """Return the list of missions."""
    title = say.counted(len(missions), "{count} mission", "{count} missions")
    return View(title=title, columns=mission_columns(dataset, say), records=missions)


def mission_columns(dataset: Dataset, say: Words) -> tuple[Column, ...]:
    """Return the columns of a list of missions: those of the table, then every other flat field."""

    def partner_names(mission: Mission) -> str:
        names = dict.fromkeys(dataset.party_name(entry.partner, language=say.language) for entry in mission.partners)
        return ", ".join(names) or "–"

    shown = (
        column("id", say("ID"), keep=True),
        column("name", say("Mission"), lambda mission: mission_name(mission, say), keep=True, wraps=True),
        column("theme", say("Theme"), lambda mission: say.word(mission.theme), drop=4),
        column("launch.date", say("Launch (UTC)"), lambda mission: launch_date(mission.launch, say), drop=1),
        column("status", say("Status"), lambda mission: say.word(mission.status), drop=2),
        column("as_of", say("As of"), lambda mission: say.date(mission.as_of), drop=3),
        column(
            "partners",
            say("Partners"),
            partner_names,
            value=lambda mission: tuple(dict.fromkeys(entry.partner for entry in mission.partners)),
            wraps=True,
            drop=5,
        ),
    )
    return every_column(Mission, shown)


def mission_name(mission: Mission, say: Words) -> str:
    """Return the mission's name in the language."""
    return say.either(mission.name, mission.name_fr)


def launch_date(launch: Launch | None, say: Words) -> str:
    """Return a launch date at its precision, marked where it is a plan."""
    if launch is None or launch.state is LaunchState.LAUNCHED:
        return say.date(launch.date if launch else None)
    return say("{date} (plan)", date=say.date(launch.date)) if launch.date else say("planned")
