"""Views of partners, their categories and agreements."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Agency, Partner, Since
from cnes_partners.model.vocabulary import Basis, Category
from cnes_partners.queries.partners import CategoryCount, DatedAgreement, JointMission, PartnerDetails
from cnes_partners.views.sources import disagreements
from cnes_partners.views.view import Column, Fields, Lines, View, column, every_column
from cnes_partners.views.words import Words


def partners_view(partners: tuple[Partner, ...], dataset: Dataset, say: Words, *, is_grouped: bool) -> View:
    """Return the list of partners, in groups of a category each where *is_grouped*."""
    counts = {category: sum(partner.category is category for partner in partners) for category in Category}
    names = {category.id: say.either(category.name, category.name_fr) or "" for category in dataset.categories}

    def heading(partner: Partner) -> str:
        return f"{names.get(partner.category, partner.category)} ({counts[partner.category]})"

    return View(
        title=say("{count} partners" if len(partners) != 1 else "{count} partner", count=len(partners)),
        columns=partner_columns(say),
        records=partners,
        group=heading if is_grouped else None,
        notes=(say("Category: stated = CNES's own word, assigned = this dataset's."),),
    )


def partner_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of a list of partners: those of the table, then every other flat field."""
    shown = (
        column("id", say("ID"), keep=True),
        column("name", say("Partner"), lambda partner: partner_name(partner, say), keep=True, wraps=True),
        column(
            "agencies",
            say("Agencies"),
            value=lambda partner: tuple(agency.abbr or agency.name for agency in partner.agencies),
            wraps=True,
            drop=4,
        ),
        column("category", say("Category"), lambda partner: say.word(partner.category), drop=1),
        column("category_basis", say("Whose word"), lambda partner: say.word(partner.category_basis), drop=5),
        column(
            "since.date", say("Since"), lambda partner: say.date(partner.since.date if partner.since else None), drop=3
        ),
        column(
            "agreement_count",
            say("Agreements"),
            value=lambda partner: len(partner.agreements),
            is_number=True,
            drop=2,
        ),
    )
    return every_column(Partner, shown)


def partner_name(partner: Partner, say: Words) -> str:
    """Return the partner's name in the language."""
    return say.either(partner.name, partner.name_fr) or partner.name


def partner_view(partner: PartnerDetails, dataset: Dataset, say: Words) -> View:
    """Return one partner: agencies, since when, agreements, joint missions, and who says so."""
    note = say.either(partner.note, partner.note_fr)
    sections: list[Fields | Lines | View] = [Lines(lines=(note,))] if note else []
    sections.append(_facts(partner, dataset, say))
    if partner.facts:
        sections.append(_stated_facts(partner, say))
    if partner.agreements:
        sections.append(_agreements(partner, say))
    if partner.missions:
        sections.append(_joint_missions(partner.missions, say))
    if partner.disagreements:
        sections.append(disagreements(partner.disagreements, say))
    return View(
        title=partner_name(partner, say),
        columns=every_column(PartnerDetails, partner_columns(say)),
        records=(partner,),
        is_single=True,
        sections=tuple(sections),
    )


def _facts(partner: PartnerDetails, dataset: Dataset, say: Words) -> Fields:
    pairs = (
        (say("Kind"), f"{say.word(partner.kind)}, {say.word(partner.region)}"),
        (say("Category"), _category(partner, dataset, say)),
        (say("Agencies"), "\n".join(_agency(agency, say) for agency in partner.agencies)),
        (say("Since"), _since(partner.since, say) if partner.since else None),
        (say("Status"), _status(partner, say)),
        (say("Areas"), ", ".join(say.word(area) for area in partner.areas)),
    )
    return Fields(pairs=tuple((label, text) for label, text in pairs if text))


def _since(since: Since, say: Words) -> str:
    return f"{say('{date}: {what}', date=say.date(since.date), what=since.what)} [{since.source}]"


def _agency(agency: Agency, say: Words) -> str:
    name = say.either(agency.name, agency.name_fr) or agency.name
    return f"{agency.abbr}, {name}" if agency.abbr else name


def _category(partner: Partner, dataset: Dataset, say: Words) -> str:
    found = next((entry for entry in dataset.categories if entry.id is partner.category), None)
    name = say.either(found.name, found.name_fr) if found else say.word(partner.category)
    if partner.category_basis is Basis.STATED:
        return say("{name}, stated by CNES", name=name) + (
            f" [{partner.category_source}]" if partner.category_source else ""
        )
    return say("{name}, assigned by this dataset", name=name)


def _status(partner: Partner, say: Words) -> str | None:
    if partner.status is None:
        return None
    text = say.word(partner.status)
    if partner.as_of:
        text = say("{status}, as of {date}", status=text, date=say.date(partner.as_of))
    if partner.status_note:
        text += f". {partner.status_note}"
    return f"{text} [{partner.status_source}]" if partner.status_source else text


def _stated_facts(partner: Partner, say: Words) -> View:
    return View(
        title=say("What is said of it"),
        columns=(
            column("label", say("About"), wraps=True, keep=True),
            column("value", say("Statement"), wraps=True),
            column("as_of", say("As of"), lambda fact: say.date(fact.as_of), drop=2),
            column("source", say("Source"), drop=1),
        ),
        records=partner.facts,
    )


def _agreements(partner: Partner, say: Words) -> View:
    return View(
        title=say("Agreements ({count})", count=len(partner.agreements)),
        columns=(
            column("date", say("Date"), lambda entry: say.date(entry.date), keep=True),
            column("title", say("Title"), wraps=True),
            column("kind", say("Kind"), lambda entry: say.word(entry.kind), drop=1),
            column("subject", say("Subject"), lambda entry: entry.subject or "–", wraps=True, drop=3),
            column("source", say("Source"), drop=2),
        ),
        records=partner.agreements,
    )


def _joint_missions(missions: tuple[JointMission, ...], say: Words) -> View:
    return View(
        title=say("Joint missions ({count})", count=len(missions)),
        columns=(
            column("id", say("ID"), keep=True),
            column("name", say("Mission"), lambda entry: say.either(entry.name, entry.name_fr) or "", wraps=True),
            column("role", say("Its role"), lambda entry: say.word(entry.role) if entry.role else say("named"), drop=3),
            column("launch", say("Launch (UTC)"), lambda entry: _joint_launch(entry, say), value=_no_value, drop=2),
            column("status", say("Status"), lambda entry: say.word(entry.status), drop=1),
            column("as_of", say("As of"), lambda entry: say.date(entry.as_of), drop=4),
        ),
        records=missions,
    )


def _no_value(entry: JointMission) -> str | None:
    return entry.launched or entry.planned


def _joint_launch(mission: JointMission, say: Words) -> str:
    if mission.planned:
        return say("{date} (plan)", date=say.date(mission.planned))
    return say.date(mission.launched)


def agreements_view(agreements: tuple[DatedAgreement, ...], dataset: Dataset, say: Words) -> View:
    """Return agreements by date."""
    count = len(agreements)
    shown = (
        column("date", say("Date"), lambda entry: say.date(entry.date), keep=True),
        column(
            "partner", say("Partner"), lambda entry: dataset.party_name(entry.partner, language=say.language), keep=True
        ),
        column("title", say("Title"), wraps=True),
        column("kind", say("Kind"), lambda entry: say.word(entry.kind), drop=1),
        column("subject", say("Subject"), lambda entry: entry.subject or "–", wraps=True, drop=3),
        column("source", say("Source"), drop=2),
    )
    return View(
        title=say("{count} agreements" if count != 1 else "{count} agreement", count=count),
        columns=every_column(DatedAgreement, shown),
        records=agreements,
    )


def categories_view(categories: tuple[CategoryCount, ...], dataset: Dataset, say: Words) -> View:
    """Return the categories: purpose, whom CNES names, counts."""

    def named(category: CategoryCount) -> tuple[str, ...]:
        """Return the partners that today's page names; older pages' members are in the record."""
        return tuple(dict.fromkeys(member.partner for member in category.members if member.source == category.source))

    def names(category: CategoryCount) -> str:
        found = [dataset.party_name(partner, language=say.language) for partner in named(category)]
        return ", ".join(found) or "–"

    shown = (
        column("id", say("ID"), keep=True),
        column("name", say("Category"), lambda entry: say.either(entry.name, entry.name_fr) or "", wraps=True),
        column(
            "purpose",
            say("Purpose"),
            lambda entry: say.either(entry.purpose, entry.purpose_fr) or "",
            wraps=True,
            drop=3,
        ),
        column("named", say("Named by CNES"), names, value=named, wraps=True, drop=2),
        column("partners", say("Partners"), is_number=True),
        column("missions", say("Missions"), is_number=True, drop=1),
        column("source", say("Source"), drop=4),
    )
    return View(
        title=say("CNES's categories of partnership"),
        columns=every_column(CategoryCount, shown),
        records=categories,
        notes=(say("Partners and missions are counted in this dataset; multilateral is a category of ours."),),
    )
