"""What a delegation carries of a partner: the cooperation on two pages, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.model.records.metadata import Metadata
from cnes_partners.model.records.missions import Mission, Participation
from cnes_partners.model.records.partners import Agreement, Partner
from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.missions import MissionStatus, Role
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.model.vocabulary.partnership import AgreementKind, PartnerStatus
from cnes_partners.queries.citations import cited_sources, mentioned
from cnes_partners.queries.esa.compare import ComparedYear, compare
from cnes_partners.queries.esa.contributors import lines_in
from cnes_partners.queries.esa.lines import FRANCE
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.freshness import is_aged
from cnes_partners.queries.missions import is_ongoing, missions
from cnes_partners.queries.partners import ListedPartner
from cnes_partners.queries.timeline import Grouping, MissionSpan, mission_spans
from cnes_partners.queries.values import values_of

_NEWEST_AGREEMENTS = 3
_NEWEST_YEARS = 3
_FOUNDING = (AgreementKind.TREATY, AgreementKind.FRAMEWORK)


@frozen
class KeyFigures:
    """How many agreements there are, and how many joint missions fly or run, are to come, have ended."""

    agreements: int
    flying: int
    coming: int
    ended: int


@frozen
class NamedAgreement(Agreement):
    """An agreement; ``is_founding``: it is the first, or lays down a framework, or is of states where none does."""

    is_founding: bool


@frozen
class SharedMission(MissionSpan):
    """A mission's life, what the partner supplies to it, in its own words for each agency, and what CNES does.

    ``launch_source`` is who says when it is planned for, None where it is not coming.
    """

    supplies: tuple[Participation, ...]
    cnes_role: Role
    cnes_contribution: str
    cnes_contribution_fr: str | None = None
    launch_source: str | None = None


@frozen
class MissionDisagreement(Disagreement):
    """Sources that do not say the same about a joint mission."""

    mission: str
    mission_name: str
    mission_name_fr: str | None = None


@frozen
class Due:
    """What is due to ESA's budget in a year."""

    amount_meur: int | float
    approximate: bool = False
    source: str


@frozen
class SideBySide:
    """What is due to ESA's budget of a year from a member and from France."""

    year: int
    measure: Measure
    partner: Due
    france: Due


class Unknown(StrEnum):
    """What may not be known of a cooperation."""

    SINCE = "since"
    STANDING = "standing"
    WHETHER_FLOWN = "whether-flown"
    START = "start"
    STATE = "state"
    END = "end"
    AGREEMENT_DATE = "agreement-date"
    MONEY = "money"


@frozen
class Subject:
    """What something is not known of; ``as_of`` is when it last was."""

    id: str
    name: str
    name_fr: str | None = None
    as_of: PartialDate | None = None


@frozen
class Gap:
    """What is not known, and of which missions or agreements: of none where it is of the partner itself."""

    what: Unknown
    of: tuple[Subject, ...] = ()


@frozen
class Brief(ListedPartner):
    """A partner as a brief has it.

    ``agreements`` are the newest, then the founding ones, then the others if all are asked for; ``facts`` what the
    page of CNES that states the category says of it; ``money`` its due to ESA's budget beside France's, newest first;
    ``sources`` all that the brief cites, which ``bibliography`` describes.
    """

    figures: KeyFigures
    agreements: tuple[NamedAgreement, ...] = ()
    flying: tuple[SharedMission, ...] = ()
    coming: tuple[SharedMission, ...] = ()
    ended: tuple[SharedMission, ...] = ()
    money: tuple[SideBySide, ...] = ()
    mission_disagreements: tuple[MissionDisagreement, ...] = ()
    gaps: tuple[Gap, ...] = ()
    bibliography: tuple[Source, ...] = ()
    metadata: Metadata

    @property
    def missions(self) -> tuple[SharedMission, ...]:
        """Return the joint missions: those that fly, are to come, have ended."""
        return (*self.flying, *self.coming, *self.ended)


def briefs(dataset: Dataset, partners: Iterable[Partner], *, has_all: bool = False) -> tuple[Brief, ...]:
    """Return a brief on each partner; *has_all* leaves out no agreement and no year of money."""
    return tuple(_brief(dataset, partner, has_all=has_all) for partner in partners)


def _brief(dataset: Dataset, partner: Partner, *, has_all: bool) -> Brief:
    joint = missions(dataset, Filters(partners=(partner,))).records
    shared = _shared(dataset, partner, joint)
    flying = [shared[mission.id] for mission in joint if _is_flying(mission)]
    ended = [shared[mission.id] for mission in joint if mission.status.is_final]
    coming = [entry for entry in shared.values() if entry not in flying and entry not in ended]
    money = _side_by_side(dataset, partner.id)
    found = Brief(
        **values_of(partner)
        | {
            "country": dataset.country(partner.id),
            "agreements": _agreements(partner.agreements, has_all=has_all),
            "facts": tuple(fact for fact in partner.facts if fact.source == partner.category_source),
            "sources": (),
        },
        figures=KeyFigures(
            agreements=len(partner.agreements), flying=len(flying), coming=len(coming), ended=len(ended)
        ),
        flying=_newest_first(flying),
        coming=tuple(sorted(coming, key=lambda entry: f"{entry.starts or '9999'}-99")),
        ended=_newest_first(ended),
        money=money if has_all else money[:_NEWEST_YEARS],
        mission_disagreements=tuple(_disagreements(joint)),
        metadata=dataset.metadata,
    )
    gaps = tuple(_gaps(dataset, found, partner.agreements))
    return _with_sources(dataset, replace(found, gaps=gaps))


def _is_flying(mission: Mission) -> bool:
    """Return whether a mission flies, or a programme without a launch runs."""
    return is_ongoing(mission) or mission.status in (MissionStatus.COMMISSIONING, MissionStatus.OPERATIONAL)


def _newest_first(entries: Iterable[SharedMission]) -> tuple[SharedMission, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.starts or "", reverse=True))


def _shared(dataset: Dataset, partner: Partner, joint: Sequence[Mission]) -> dict[str, SharedMission]:
    spans = {
        span.id: span for span in mission_spans(dataset, joint, by=Grouping.PARTNER, partners=frozenset((partner.id,)))
    }
    return {
        mission.id: SharedMission(
            **values_of(mission, SharedMission) | values_of(spans[mission.id]),
            supplies=tuple(entry for entry in mission.partners if entry.partner == partner.id),
            launch_source=mission.launch.source if mission.launch and spans[mission.id].is_planned else None,
        )
        for mission in joint
    }


def _agreements(agreements: Sequence[Agreement], *, has_all: bool) -> tuple[NamedAgreement, ...]:
    """Return the newest agreements, newest first, then the founding ones from the first on, then perhaps the others."""
    by_date = sorted(agreements, key=lambda entry: entry.date or "9999")
    dated = [entry for entry in by_date if entry.date]
    first = dated[:1]
    newest = dated[::-1][:_NEWEST_AGREEMENTS]
    frameworks = [entry for entry in by_date if entry.kind in _FOUNDING] or [
        entry for entry in by_date if entry.kind is AgreementKind.INTERGOVERNMENTAL
    ]
    founding = [entry for entry in by_date if entry in first or entry in frameworks]
    named = {entry.id: entry for entry in (*newest, *founding, *(by_date if has_all else ()))}
    return tuple(NamedAgreement(**values_of(entry), is_founding=entry in founding) for entry in named.values())


def _disagreements(joint: Iterable[Mission]) -> Iterator[MissionDisagreement]:
    for mission in joint:
        for entry in mission.disagreements:
            yield MissionDisagreement(
                **values_of(entry), mission=mission.id, mission_name=mission.name, mission_name_fr=mission.name_fr
            )


def _side_by_side(dataset: Dataset, partner: str) -> tuple[SideBySide, ...]:
    """Return the years of which both amounts are known, newest first; a year with several figures is none of them."""
    if not _pays(dataset, partner):
        return ()
    lines = [line for line in compare(dataset, (FRANCE, partner)) if not line.is_contested]
    own, french = (_due(lines, contributor) for contributor in (partner, FRANCE))
    return tuple(
        SideBySide(year=year, measure=Measure.DUE, partner=own[year], france=french[year])
        for year in sorted(own.keys() & french.keys(), reverse=True)
    )


def _due(lines: Iterable[ComparedYear], contributor: str) -> dict[int, Due]:
    return {
        line.year: Due(amount_meur=line.amount_meur, approximate=line.approximate, source=line.source)
        for line in lines
        if line.contributor == contributor and line.amount_meur is not None
    }


def _is_member(dataset: Dataset, partner: str) -> bool:
    return any(entry.country == partner for entry in dataset.esa_members)


def _pays(dataset: Dataset, partner: str) -> bool:
    payers = {line.contributor for line in lines_in(dataset, Measure.DUE)}
    return _is_member(dataset, partner) and {partner, FRANCE} <= payers


def _gaps(dataset: Dataset, brief: Brief, agreements: Sequence[Agreement]) -> Iterator[Gap]:
    """Yield what is not known of a cooperation, in the order that a brief tells of it."""
    if brief.since is None:
        yield Gap(what=Unknown.SINCE)
    if brief.status is None or (brief.status is PartnerStatus.ACTIVE and is_aged(brief.as_of, dataset.metadata.as_of)):
        yield Gap(what=Unknown.STANDING)
    of_missions = {
        Unknown.WHETHER_FLOWN: [entry for entry in brief.coming if entry.is_overdue],
        Unknown.START: [entry for entry in brief.coming if entry.starts is None],
        Unknown.STATE: [entry for entry in (*brief.flying, *brief.coming) if _is_stale(entry, dataset)],
        Unknown.END: [entry for entry in brief.ended if entry.ends is None],
    }
    for what, entries in of_missions.items():
        if entries:
            yield Gap(what=what, of=tuple(Subject(**values_of(entry, Subject)) for entry in entries))
    if undated := tuple(
        Subject(id=entry.id, name=entry.title, name_fr=entry.title_fr) for entry in agreements if entry.date is None
    ):
        yield Gap(what=Unknown.AGREEMENT_DATE, of=undated)
    if not brief.money and _is_member(dataset, brief.id):
        yield Gap(what=Unknown.MONEY)


def _is_stale(entry: SharedMission, dataset: Dataset) -> bool:
    return entry.as_of is None or is_aged(entry.as_of, dataset.metadata.as_of)


def _with_sources(dataset: Dataset, brief: Brief) -> Brief:
    """Return the brief with all that it cites, and what the notes on its disagreements name."""
    known = {source.id: source for source in dataset.sources}
    notes = (mentioned(entry.note) for entry in (*brief.disagreements, *brief.mission_disagreements))
    named = (*cited_sources(dataset, (brief,)), *(known[id] for ids in notes for id in ids if id in known))
    found = {source.id: source for source in named}
    return replace(brief, sources=tuple(found), bibliography=tuple(found.values()))
