"""One partner: agencies, since when, agreements, joint missions, and who says so."""

from __future__ import annotations

from cnes_partners.model.records.countries import Country
from cnes_partners.model.records.partners import Agency, Agreement, Partner, Since
from cnes_partners.model.vocabulary.partnership import Basis
from cnes_partners.queries.partner import BroughtInstrument, JointMission, PartnerDetails
from cnes_partners.views.bibliography import how_to_correct
from cnes_partners.views.columns import text_column
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.partners import partner_columns, partner_name
from cnes_partners.views.sections import Fields, Lines, known_fields
from cnes_partners.views.status import mission_status, planned_text
from cnes_partners.views.view import Section, View, column, every_column
from cnes_partners.views.words import Words


def partner_view(partner: PartnerDetails, say: Words) -> View:
    """Return one partner: agencies, since when, agreements, joint missions, and who says so."""
    note = say.either(partner.note, partner.note_fr)
    joint = say("Joint missions ({count})", count=len(partner.missions))
    others = say("Missions it has to do with and takes no part in ({count})", count=len(partner.other_missions))
    sections: tuple[Section | None, ...] = (
        Lines(lines=(note,)) if note else None,
        _facts(partner, say),
        _stated_facts(partner, say) if partner.facts else None,
        _agreements(partner, say) if partner.agreements else None,
        _missions(joint, partner.missions, say) if partner.missions else None,
        _missions(others, partner.other_missions, say) if partner.other_missions else None,
        _instruments(partner.instruments, say) if partner.instruments else None,
        disagreements(partner.disagreements, say) if partner.disagreements else None,
    )
    return View(
        title=partner_name(partner, say),
        columns=every_column(PartnerDetails, partner_columns(say)),
        records=(partner,),
        is_single=True,
        sections=tuple(section for section in sections if section),
        notes=(how_to_correct(f"partners/{partner.id}.yaml", say),),
    )


def _facts(partner: PartnerDetails, say: Words) -> Fields:
    country = partner.country
    return known_fields(
        (say("Kind"), f"{say.word(partner.kind)}, {say.word(partner.region)}"),
        (say("Official name"), say.either(country.official_name, country.official_name_fr) if country else None),
        (say("Codes"), _codes(country, say) if country else None),
        (say("Category"), category_text(partner, say)),
        (say("Agencies"), say.apart(agency_text(agency, say) for agency in partner.agencies)),
        (say("Since"), since_text(partner.since, say) if partner.since else None),
        (say("Status"), standing_text(partner, say)),
        (say("Areas"), ", ".join(say.word(area) for area in partner.areas)),
    )


def _codes(country: Country, say: Words) -> str:
    """Return a country's codes, and whose they are."""
    iso = f"ISO 3166 {country.alpha2}, {country.alpha3}, {country.numeric}"
    ioc = (say("IOC {code}", code=country.ioc),) if country.ioc else ()
    return say.apart((iso, *ioc, f"Wikidata {country.wikidata}"))


def since_text(since: Since, say: Words) -> str:
    """Return the first link with CNES that a source tells of."""
    what = say.either(since.what, since.what_fr)
    said = say("{date}: {what}", date=say.date(since.date), what=what)
    return f"{said} [{since.source}]"


def agency_text(agency: Agency, say: Words) -> str:
    """Return an agency's abbreviation and name."""
    name = say.either(agency.name, agency.name_fr)
    return f"{agency.abbr}, {name}" if agency.abbr else name


def category_text(partner: Partner, say: Words) -> str:
    """Return the category and whose word it is."""
    name = say.category(partner.category)
    if partner.category_basis is Basis.STATED:
        return say("{name}, stated by CNES", name=name) + (
            f" [{partner.category_source}]" if partner.category_source else ""
        )
    return say("{name}, assigned by this dataset", name=name)


def standing_text(partner: Partner, say: Words) -> str | None:
    """Return how the cooperation stands, as of when, and who says so; None where nobody does."""
    if partner.status is None:
        return None
    text = say.word(partner.status)
    if partner.as_of:
        text = say("{status}, as of {date}", status=text, date=say.date(partner.as_of))
    if partner.status_note:
        text += f". {say.either(partner.status_note, partner.status_note_fr)}"
    return f"{text} [{partner.status_source}]" if partner.status_source else text


def _stated_facts(partner: Partner, say: Words) -> View:
    return View(
        title=say("What is said of it"),
        columns=(
            text_column("label", say("About"), say, keep=True),
            text_column("value", say("Statement"), say),
            column("as_of", say("As of"), lambda fact: say.date(fact.as_of), drop=2),
            column("source", say("Source"), drop=1),
        ),
        records=partner.facts,
    )


def _agreements(partner: Partner, say: Words) -> View:
    has_ends = any(entry.until or entry.replaced_by for entry in partner.agreements)
    return View(
        title=say("Agreements ({count})", count=len(partner.agreements)),
        columns=(
            column("date", say("Date"), lambda entry: say.date(entry.date), keep=True),
            *((column("until", say("Until"), lambda entry: _until(entry, say), drop=4),) if has_ends else ()),
            text_column("title", say("Title"), say),
            column("kind", say("Kind"), lambda entry: say.word(entry.kind), drop=1),
            text_column("subject", say("Subject"), say, drop=3),
            column("source", say("Source"), drop=2),
        ),
        records=partner.agreements,
    )


def _until(agreement: Agreement, say: Words) -> str:
    if agreement.replaced_by and agreement.until is None:
        return say("replaced by {agreement}", agreement=agreement.replaced_by)
    return say.date(agreement.until)


def _missions(title: str, missions: tuple[JointMission, ...], say: Words) -> View:
    roles = (column("role", say("Its role"), lambda entry: say.word(entry.role), drop=3),)
    return View(
        title=title,
        columns=(
            column("id", say("ID"), keep=True),
            text_column("name", say("Mission"), say),
            *(roles if any(entry.role for entry in missions) else ()),
            column("launch", say("Launch (UTC)"), lambda entry: _joint_launch(entry, say), value=_launch_date, drop=2),
            column("status", say("Status"), lambda entry: mission_status(entry, say), drop=1),
            column("as_of", say("As of"), lambda entry: say.date(entry.as_of), drop=4),
        ),
        records=missions,
    )


def _launch_date(mission: JointMission) -> str | None:
    return mission.launched or mission.planned


def _joint_launch(mission: JointMission, say: Words) -> str:
    if mission.planned:
        return planned_text(mission.planned, mission.status, say, is_overdue=mission.is_overdue)
    return say.date(mission.launched)


def _instruments(instruments: tuple[BroughtInstrument, ...], say: Words) -> View:
    return View(
        title=say("Instruments it brings ({count})", count=len(instruments)),
        columns=(
            text_column("mission_name", say("Mission"), say, keep=True),
            text_column("name", say("Instrument"), say, keep=True),
            text_column("what", say("What it is"), say, drop=2),
            text_column("institute", say("Institute"), say, drop=3),
            column("role", say("Its part"), lambda entry: _part(entry, say), wraps=True),
            column("source", say("Source"), drop=4),
        ),
        records=instruments,
    )


def _part(instrument: BroughtInstrument, say: Words) -> str:
    """Return whether a partner leads an instrument, or what it supplies of it."""
    return say.either(instrument.supplies, instrument.supplies_fr) or say.word(instrument.role)
