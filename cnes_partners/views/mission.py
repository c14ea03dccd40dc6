"""One mission: what it is, who supplies what, instruments, spacecraft, and where sources disagree."""

from __future__ import annotations

from cnes_partners.model.records.missions import Instrument, Mission, Participation, Spacecraft
from cnes_partners.views.bibliography import how_to_correct
from cnes_partners.views.columns import text_column
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.missions import launch_date, mission_columns, target_text
from cnes_partners.views.sections import Fields, Lines, known_fields
from cnes_partners.views.view import UNKNOWN, Section, View, column
from cnes_partners.views.words import Words


def mission_view(mission: Mission, say: Words) -> View:
    """Return one mission: what it is, who supplies what, instruments, spacecraft, and where sources disagree."""
    sections: tuple[Section | None, ...] = (
        Lines(lines=(say.either(mission.summary, mission.summary_fr),)),
        _facts(mission, say),
        _participations(mission, say),
        _instruments(mission, say) if mission.instruments else None,
        _spacecraft(mission, say) if mission.spacecraft else None,
        disagreements(mission.disagreements, say) if mission.disagreements else None,
    )
    return View(
        title=say.either(mission.name, mission.name_fr),
        columns=mission_columns(say),
        records=(mission,),
        is_single=True,
        sections=tuple(section for section in sections if section),
        notes=(how_to_correct(f"missions/{mission.id}.yaml", say),),
    )


def _facts(mission: Mission, say: Words) -> Fields:
    return known_fields(
        (say("Full name"), say.either(mission.full_name, mission.full_name_fr)),
        (say("Kind"), f"{say.word(mission.kind)}, {say.word(mission.theme)}"),
        (say("Status"), _status(mission, say)),
        (say("Launch"), _launch(mission, say)),
        (say("End of operations"), say.date(mission.end) if mission.end else None),
        (say("Destination"), say.either(mission.destination, mission.destination_fr)),
        (say("Target"), target_text(mission.target, say) if mission.target else None),
        (say("Note"), say.either(mission.note, mission.note_fr)),
    )


def _status(mission: Mission, say: Words) -> str:
    if mission.as_of is None:
        return say("{status} (date of the statement unknown)", status=say.word(mission.status))
    text = say("{status}, as of {date}", status=say.word(mission.status), date=say.date(mission.as_of))
    return f"{text} [{mission.status_source}]" if mission.status_source else text


def _launch(mission: Mission, say: Words) -> str | None:
    launch = mission.launch
    if launch is None:
        return None
    parts = (
        launch_date(mission, say),
        say.either(launch.vehicle, launch.vehicle_fr),
        say.either(launch.site, launch.site_fr),
    )
    text = ", ".join(part for part in parts if part)
    return f"{text} [{launch.source}]" if launch.source else text


def _participations(mission: Mission, say: Words) -> View:
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
            column("partner", say("Partner"), lambda entry: say.party(entry.partner), keep=True),
            text_column("agency", say("Agency"), say, drop=2),
            column("role", say("Role"), lambda entry: say.word(entry.role), drop=1),
            column("contribution", say("Contribution"), lambda entry: contribution_text(entry, say), wraps=True),
        ),
        records=(cnes, *mission.partners),
    )


def contribution_text(entry: Participation, say: Words) -> str:
    """Return what is supplied and who says so, which no screen is too narrow for."""
    text = say.either(entry.contribution, entry.contribution_fr)
    return f"{text} [{entry.source}]" if entry.source else text


def _instruments(mission: Mission, say: Words) -> View:
    parties = column(
        "providers",
        say("Country or body"),
        lambda instrument: _parties(instrument, say),
        value=lambda instrument: tuple(dict.fromkeys(provider.party for provider in instrument.providers)),
        wraps=True,
        drop=2,
    )
    has_parties = any(instrument.providers for instrument in mission.instruments)
    return View(
        title=say("Instruments"),
        columns=(
            text_column("name", say("Instrument"), say, keep=True),
            text_column("what", say("What it is"), say),
            column("provider", say("Provided by"), lambda entry: _provided_by(entry, say), wraps=True),
            *((parties,) if has_parties else ()),
        ),
        records=mission.instruments,
    )


def _provided_by(instrument: Instrument, say: Words) -> str:
    """Return who provides an instrument, in words or as its institutes, what is to be known of that, who says so."""
    words = say.either(instrument.provider, instrument.provider_fr) or ", ".join(
        say.either(provider.institute, provider.institute_fr)
        for provider in instrument.providers
        if provider.institute is not None
    )
    note = say.either(instrument.note, instrument.note_fr)
    text = say.apart(part for part in (words, note) if part) or UNKNOWN
    return f"{text} [{instrument.source}]" if instrument.source else text


def _parties(instrument: Instrument, say: Words) -> str:
    """Return whose institutes provide an instrument, each with the parts that it is known to supply."""
    supplied: dict[str, list[str]] = {}
    for provider in instrument.providers:
        parts = supplied.setdefault(say.party(provider.party), [])
        parts += [part for part in (say.either(provider.supplies, provider.supplies_fr),) if part]
    return say.apart(f"{name} ({', '.join(parts)})" if parts else name for name, parts in supplied.items()) or UNKNOWN


def _spacecraft(mission: Mission, say: Words) -> View:
    launched = column("launched", say("Launch (UTC)"), lambda craft: say.date(craft.launched), drop=1)
    return View(
        title=say("Spacecraft"),
        columns=(
            column("name", say("Name"), lambda craft: _names(craft, say), keep=True, wraps=True),
            column("cospar", "COSPAR", keep=True),
            column("norad", say("Catalogue number"), is_number=True, drop=2),
            *((launched,) if any(craft.launched for craft in mission.spacecraft) else ()),
            column("relation", say("Relation"), lambda craft: say.word(craft.relation), drop=4),
            column("source", say("Source"), drop=3),
        ),
        records=mission.spacecraft,
    )


def _names(craft: Spacecraft, say: Words) -> str:
    name = say.either(craft.name, craft.name_fr)
    return f"{name} ({', '.join(craft.aliases)})" if craft.aliases else name
