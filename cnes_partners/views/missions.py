"""Views of missions."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Launch, Mission, Participation
from cnes_partners.model.vocabulary import LaunchState
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.view import Column, Fields, Lines, View, column, every_column
from cnes_partners.views.words import Words


def missions_view(missions: tuple[Mission, ...], dataset: Dataset, say: Words) -> View:
    """Return the list of missions."""
    title = say("{count} missions" if len(missions) != 1 else "{count} mission", count=len(missions))
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


def mission_view(mission: Mission, dataset: Dataset, say: Words) -> View:
    """Return one mission: what it is, who supplies what, instruments, and where sources disagree."""
    sections: list[Fields | Lines | View] = [
        _summary(mission, say),
        _facts(mission, say),
        _participations(mission, dataset, say),
    ]
    if mission.instruments:
        sections.append(_instruments(mission, say))
    if mission.disagreements:
        sections.append(disagreements(mission.disagreements, say))
    return View(
        title=mission_name(mission, say),
        columns=mission_columns(dataset, say),
        records=(mission,),
        is_single=True,
        sections=tuple(sections),
    )


def _summary(mission: Mission, say: Words) -> Lines:
    return Lines(lines=(say.either(mission.summary, mission.summary_fr),))


def _facts(mission: Mission, say: Words) -> Fields:
    pairs = (
        (say("Full name"), mission.full_name),
        (say("Kind"), f"{say.word(mission.kind)}, {say.word(mission.theme)}"),
        (say("Status"), _status(mission, say)),
        (say("Launch"), _launch(mission, say)),
        (say("End of operations"), say.date(mission.end) if mission.end else None),
        (say("Destination"), mission.destination),
        (say("Note"), mission.note),
    )
    return Fields(pairs=tuple((label, text) for label, text in pairs if text))


def _status(mission: Mission, say: Words) -> str:
    if mission.as_of is None:
        return say("{status} (date of the statement unknown)", status=say.word(mission.status))
    return say("{status}, as of {date}", status=say.word(mission.status), date=say.date(mission.as_of))


def _launch(mission: Mission, say: Words) -> str | None:
    launch = mission.launch
    if launch is None:
        return None
    parts = (launch_date(launch, say), launch.vehicle, launch.site)
    text = ", ".join(part for part in parts if part)
    return f"{text} [{launch.source}]" if launch.source else text


def _participations(mission: Mission, dataset: Dataset, say: Words) -> View:
    def party(entry: Participation) -> str:
        return dataset.party_name(entry.partner, language=say.language)

    cnes = Participation(
        partner="fr", agency="CNES", role=mission.cnes_role, contribution=mission.cnes_contribution, source=""
    )
    return View(
        title=say("Who supplies what"),
        columns=(
            column("partner", say("Partner"), party, keep=True),
            column("agency", say("Agency"), lambda entry: entry.agency or "–", wraps=True, drop=2),
            column("role", say("Role"), lambda entry: say.word(entry.role), drop=1),
            column("contribution", say("Contribution"), wraps=True),
            column("source", say("Source"), lambda entry: entry.source or say("see sources"), drop=3),
        ),
        records=(cnes, *mission.partners),
    )


def _instruments(mission: Mission, say: Words) -> View:
    return View(
        title=say("Instruments"),
        columns=(
            column("name", say("Instrument"), keep=True, wraps=True),
            column("what", say("What it is"), wraps=True),
            column("provider", say("Provided by"), wraps=True, drop=1),
        ),
        records=mission.instruments,
    )
