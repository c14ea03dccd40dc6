"""Briefs: what a delegation carries of a partner, or of several, each beginning a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.records.missions import Participation
from cnes_partners.model.records.sources import Source
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.missions import MissionStatus
from cnes_partners.queries.brief import Brief, Due, Gap, SharedMission, SideBySide, Subject, Unknown
from cnes_partners.queries.citations import with_mentions
from cnes_partners.views.columns import text_column
from cnes_partners.views.disagreements import disagreement_lines, value_text
from cnes_partners.views.esa.columns import measures_note
from cnes_partners.views.footnotes import footnoted
from cnes_partners.views.mission import contribution_text
from cnes_partners.views.partner import agency_text, category_text, since_text, standing_text
from cnes_partners.views.partners import partner_name
from cnes_partners.views.sections import Fields, Lines, Picture, known_fields
from cnes_partners.views.status import planned_text, status_text
from cnes_partners.views.timeline import missions_chart, years_text
from cnes_partners.views.view import UNKNOWN, Column, Section, View, column, every_column
from cnes_partners.views.words import Words

_NEWEST_ENDED = 3
When = Callable[[SharedMission, Words], str]


def briefs_view(briefs: Sequence[Brief], say: Words, *, has_all: bool = False) -> View:
    """Return a brief, or several, each beginning a page, with their sources as numbered notes.

    Without *has_all* agreements have no subject, most missions that ended stand by name, none of them is drawn, and a
    disagreement names who publishes each value, in place of a note: two pages have no room for more.
    """
    pages = [_page(brief, say, has_all=has_all) for brief in briefs]
    view = View(
        title=say("CNES's cooperation, by partner"),
        columns=_columns(say),
        records=tuple(briefs),
        sections=tuple(replace(page, begins_page=page is not pages[0]) for page in pages),
    )
    sources = [source for brief in briefs for source in brief.bibliography]
    return footnoted(pages[0] if len(pages) == 1 else view, sources, say)


def _page(brief: Brief, say: Words, *, has_all: bool) -> View:
    sections: tuple[Section, ...] = (
        Lines(lines=(_data(brief, say),)),
        *_cooperation(brief, say),
        _facts(brief, say),
        *_said(brief, say),
        *_agreements(brief, say, has_all=has_all),
        *_missions(say("Flying or running ({count})", count=len(brief.flying)), brief.flying, _since, brief, say),
        *_missions(say("Coming ({count})", count=len(brief.coming)), brief.coming, _planned, brief, say),
        *_ended(brief, say, has_all=has_all),
        *_money(brief, say),
        *_timeline(brief, say, has_all=has_all),
        *_disagreements(brief, say, has_all=has_all),
        *_gaps(brief, say),
    )
    return View(
        title=say("{name}: cooperation with CNES", name=partner_name(brief, say)),
        columns=_columns(say),
        records=(brief,),
        sections=sections,
    )


def _columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of briefs as rows: whose word the category is, and how much there is."""
    shown = (
        column("id", say("ID"), keep=True),
        text_column("name", say("Partner"), say, keep=True),
        column("category", say("Category"), lambda brief: say.word(brief.category), drop=2),
        column("category_basis", say("Whose word"), lambda brief: say.word(brief.category_basis), drop=1),
        column("figures.agreements", say("Agreements"), is_number=True),
        column("figures.flying", say("Flying"), is_number=True),
        column("figures.coming", say("Coming"), is_number=True),
        column("figures.ended", say("Ended"), is_number=True),
    )
    return every_column(Brief, shown)


def _data(brief: Brief, say: Words) -> str:
    data = brief.metadata
    return say(
        "{title} {version}, as of {date} ({licence})",
        title=say.either(data.title, data.title_fr),
        version=data.version,
        date=say.date(data.as_of),
        licence=data.licence,
    )


def _cooperation(brief: Brief, say: Words) -> Iterator[Lines]:
    if note := say.either(brief.note, brief.note_fr):
        yield Lines(lines=(note,))


def _facts(brief: Brief, say: Words) -> Fields:
    return known_fields(
        (say("Category"), category_text(brief, say)),
        (say("Agencies"), ", ".join(agency.abbr or agency_text(agency, say) for agency in brief.agencies)),
        (say("Since"), since_text(brief.since, say) if brief.since else None),
        (say("Status"), standing_text(brief, say)),
        (say("Key figures"), _figures(brief, say)),
    )


def _figures(brief: Brief, say: Words) -> str:
    figures = brief.figures
    return ", ".join(
        (
            say.counted(figures.agreements, "{count} agreement", "{count} agreements"),
            say.counted(figures.flying, "{count} mission flying or running", "{count} missions flying or running"),
            say("{count} coming", count=figures.coming),
            say.counted(figures.ended, "{count} ended", "{count} ended"),
        )
    )


def _said(brief: Brief, say: Words) -> Iterator[Fields]:
    """Yield what the page of CNES that states the category says of the partner."""
    if brief.facts:
        pairs = (
            (say.either(fact.label, fact.label_fr), f"{say.either(fact.value, fact.value_fr)} [{fact.source}]")
            for fact in brief.facts
        )
        yield Fields(title=say("What CNES's page says of it"), pairs=tuple(pairs))


def _agreements(brief: Brief, say: Words, *, has_all: bool) -> Iterator[View]:
    shown, count = len(brief.agreements), brief.figures.agreements
    title = say("Agreements ({count})", count=count)
    if shown < count:
        title = say("Agreements ({shown} of {count}): the newest, then the founding ones", shown=shown, count=count)
    if shown:
        yield View(
            title=title,
            columns=(
                column("date", say("Date"), lambda entry: say.date(entry.date), keep=True),
                column(
                    "title",
                    say("Title"),
                    lambda entry: f"{say.either(entry.title, entry.title_fr)} [{entry.source}]",
                    wraps=True,
                ),
                *((text_column("subject", say("Subject"), say, drop=2),) if has_all else ()),
                column("kind", say("Kind"), lambda entry: say.word(entry.kind), drop=1),
            ),
            records=brief.agreements,
        )


def _missions(title: str, missions: Sequence[SharedMission], when: When, brief: Brief, say: Words) -> Iterator[View]:
    """Yield missions, when they fly, and what each side supplies."""
    if not missions:
        return
    times = say("Years") if when is _years else say("Launch (UTC)")
    yield View(
        title=title,
        columns=(
            text_column("name", say("Mission"), say, keep=True),
            column("starts", times, lambda mission: when(mission, say), wraps=True),
            column("supplies", partner_name(brief, say), lambda mission: _supplied(mission, say), wraps=True),
            text_column("cnes_contribution", "CNES", say),
        ),
        records=tuple(missions),
    )


def _ended(brief: Brief, say: Words, *, has_all: bool) -> Iterator[View]:
    """Yield the missions that ended: the newest of them, and the names of the others."""
    shown = len(brief.ended) if has_all else _NEWEST_ENDED
    others = (
        f"{say.either(mission.name, mission.name_fr)} ({_years(mission, say)})" for mission in brief.ended[shown:]
    )
    note = say("Earlier: {names}", names=", ".join(others))
    for view in _missions(say("Ended ({count})", count=len(brief.ended)), brief.ended[:shown], _years, brief, say):
        yield replace(view, notes=(note,) if brief.ended[shown:] else ())


def _supplied(mission: SharedMission, say: Words) -> str:
    """Return what the partner supplies: of several agencies, each its own."""

    def of_agency(entry: Participation) -> str:
        text = contribution_text(entry, say)
        agency = say.either(entry.agency, entry.agency_fr)
        return say("{name}: {what}", name=agency, what=text) if agency and len(mission.supplies) > 1 else text

    return say.apart(map(of_agency, mission.supplies))


def _since(mission: SharedMission, say: Words) -> str:
    """Return when a mission was launched, and how it is where it does not simply operate."""
    status = status_text(mission.status, mission.as_of, say)
    date = say.date(mission.starts) if mission.starts else ""
    is_plain = date and status == say.word(MissionStatus.OPERATIONAL)
    return date if is_plain else ", ".join(part for part in (date, status) if part)


def _planned(mission: SharedMission, say: Words) -> str:
    """Return when a mission is planned for and who says so, and how far it is where it is but proposed."""
    texts = []
    if mission.starts:
        date = say.date(mission.starts)
        if mission.is_overdue:
            date = planned_text(mission.starts, mission.status, say, is_overdue=True)
        texts.append(f"{date} [{mission.launch_source}]" if mission.launch_source else date)
    if mission.status is MissionStatus.PROPOSED:
        texts.append(say.word(mission.status))
    return ", ".join(texts) or UNKNOWN


def _years(mission: SharedMission, say: Words) -> str:
    if mission.starts or mission.status is not MissionStatus.COMPLETED:
        return years_text(mission, say).strip()
    return say("up to {last}", last=say.date(mission.ends)) if mission.ends else UNKNOWN


def _money(brief: Brief, say: Words) -> Iterator[View]:
    """Yield the partner's and France's money side by side."""

    def due(side: str, name: str) -> Column:
        def text(line: SideBySide) -> str:
            entry: Due = getattr(line, side)
            return f"{say.number(entry.amount_meur, is_approximate=entry.approximate)} [{entry.source}]"

        return column(f"{side}.amount_meur", f"{name} (M€)", text, is_number=True)

    measures = {line.measure for line in brief.money}
    for measure in measures:
        yield View(
            title=say("Contributions to ESA's budget, side by side ({measure})", measure=say.word(measure)),
            columns=(
                column("year", say("Year"), is_number=True, keep=True),
                due("partner", partner_name(brief, say)),
                due("france", say.party("fr")),
            ),
            records=brief.money,
            notes=measures_note(measures, say),
        )


def _timeline(brief: Brief, say: Words, *, has_all: bool) -> Iterator[Picture]:
    """Yield the missions in time: those that fly and come, the ended ones where there is nothing else, or with all."""
    drawn = (*brief.flying, *brief.coming)
    spans = sorted(brief.missions if has_all or not drawn else drawn, key=lambda mission: mission.starts or "9999")
    chart = missions_chart([("", spans)], say)
    if chart.groups:
        count = len(chart.groups[0].rows)
        yield Picture(title=say.counted(count, "{count} mission in time", "{count} missions in time"), chart=chart)


def _disagreements(brief: Brief, say: Words, *, has_all: bool) -> Iterator[Lines]:
    sources = {source.id: source for source in brief.bibliography}
    entries: list[tuple[str, Disagreement]] = [
        *((partner_name(brief, say), entry) for entry in brief.disagreements),
        *((say.either(entry.mission_name, entry.mission_name_fr), entry) for entry in brief.mission_disagreements),
    ]
    lines: Sequence[str]
    if has_all:
        lines = [line for name, entry in entries for line in _whole(name, entry, sources, say)]
    else:
        lines = [
            say("{name}: {what}", name=name, what=say.apart(_point(entry, sources, say) for _, entry in points))
            for name, points in groupby(entries, lambda pair: pair[0])
        ]
    if lines:
        yield Lines(title=say("Where sources disagree"), lines=tuple(lines), is_list=True)


def _whole(name: str, entry: Disagreement, sources: Mapping[str, Source], say: Words) -> Iterator[str]:
    first, *rest = disagreement_lines(entry, say)
    yield say("{name}: {what}", name=name, what=first)
    yield from (with_mentions(line, sources) for line in rest)


def _point(entry: Disagreement, sources: Mapping[str, Source], say: Words) -> str:
    """Return what sources disagree about: what is kept, and what others say, each with who publishes it."""

    def value(text: str, ids: Iterable[str]) -> str:
        names = ", ".join(dict.fromkeys(sources[id].publisher for id in ids))
        return f"{value_text(text, say)} ({names})" if names else value_text(text, say)

    saying: dict[str, list[str]] = {}
    for other in entry.others:
        saying.setdefault(say.either(other.value, other.value_fr), []).append(other.source)
    others = ", ".join(value(text, ids) for text, ids in saying.items())
    about, kept = say.either(entry.about, entry.about_fr), say.either(entry.kept, entry.kept_fr)
    if kept is None:
        return say("{about}, {others}", about=about, others=others)
    shown = value(kept, (entry.kept_source,) if entry.kept_source else ())
    return say("{about}, {kept} against {others}", about=about, kept=shown, others=others)


_UNKNOWN = {
    Unknown.SINCE: translatable("Since when CNES and this partner have worked together."),
    Unknown.STANDING: translatable("How the cooperation stands today."),
    Unknown.WHETHER_FLOWN: translatable("Whether it was launched on the planned date, now past: {names}."),
    Unknown.START: translatable("When it is to begin: {names}."),
    Unknown.STATE: translatable("How it stands today, last known long ago or without a date: {names}."),
    Unknown.END: translatable("When it ended: {names}."),
    Unknown.AGREEMENT_DATE: translatable("The date of the agreement: {names}."),
    Unknown.MONEY: translatable("Any year with the amounts due to ESA of both this partner and France."),
}


def _gaps(brief: Brief, say: Words) -> Iterator[Lines]:
    if brief.gaps:
        lines = (say(_UNKNOWN[gap.what], names=_names(gap, say)) for gap in brief.gaps)
        yield Lines(title=say("What is not known"), lines=tuple(lines), is_list=True)


def _names(gap: Gap, say: Words) -> str:
    def name(subject: Subject) -> str:
        text = say.either(subject.name, subject.name_fr)
        return f"{text} ({subject.as_of.year})" if gap.what is Unknown.STATE and subject.as_of else text

    return ", ".join(map(name, gap.of))
