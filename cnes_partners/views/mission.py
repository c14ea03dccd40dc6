"""One mission: what it is, who supplies what, instruments, and where sources disagree."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Mission, Participation
from cnes_partners.views.columns import text_column
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.missions import launch_date, mission_columns, mission_name
from cnes_partners.views.sections import Fields, Lines
from cnes_partners.views.view import View, column
from cnes_partners.views.words import Words


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
        (say("Destination"), say.either(mission.destination, mission.destination_fr)),
        (say("Note"), say.either(mission.note, mission.note_fr)),
    )
    return Fields(pairs=tuple((label, text) for label, text in pairs if text))


def _status(mission: Mission, say: Words) -> str:
    if mission.as_of is None:
        return say("{status} (date of the statement unknown)", status=say.word(mission.status))
    text = say("{status}, as of {date}", status=say.word(mission.status), date=say.date(mission.as_of))
    return f"{text} [{mission.status_source}]" if mission.status_source else text


def _launch(mission: Mission, say: Words) -> str | None:
    launch = mission.launch
    if launch is None:
        return None
    parts = (launch_date(launch, say), launch.vehicle, say.either(launch.site, launch.site_fr))
    text = ", ".join(part for part in parts if part)
    return f"{text} [{launch.source}]" if launch.source else text


def _participations(mission: Mission, dataset: Dataset, say: Words) -> View:
    def party(entry: Participation) -> str:
        return dataset.party_name(entry.partner, language=say.language)

    cnes = Participation(
        partner="fr",
        agency="CNES",
        role=mission.cnes_role,
        contribution=mission.cnes_contribution,
        contribution_fr=mission.cnes_contribution_fr,
        source="",
    )
    return View(
        title=say("Who supplies what"),
        columns=(
            column("partner", say("Partner"), party, keep=True),
            text_column("agency", say("Agency"), say, drop=2),
            column("role", say("Role"), lambda entry: say.word(entry.role), drop=1),
            column("contribution", say("Contribution"), lambda entry: _contribution(entry, say), wraps=True),
        ),
        records=(cnes, *mission.partners),
    )


def _contribution(entry: Participation, say: Words) -> str:
    """Return what is supplied and who says so, which no screen is too narrow for."""
    text = say.either(entry.contribution, entry.contribution_fr)
    return f"{text} [{entry.source}]" if entry.source else text


def _instruments(mission: Mission, say: Words) -> View:
    return View(
        title=say("Instruments"),
        columns=(
            column("name", say("Instrument"), keep=True, wraps=True),
            text_column("what", say("What it is"), say),
            text_column("provider", say("Provided by"), say, drop=1),
        ),
        records=mission.instruments,
    )
