"""Missions and agreements on an axis of time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.errors import UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.sentences import sentence
from cnes_partners.model.spelling import filed
from cnes_partners.model.vocabulary.missions import LaunchState, MissionKind, MissionStatus, Theme
from cnes_partners.model.vocabulary.partnership import AgreementKind
from cnes_partners.queries.agreements import DatedAgreement
from cnes_partners.queries.filters import is_any
from cnes_partners.queries.freshness import is_overdue
from cnes_partners.queries.missions import is_ongoing
from cnes_partners.queries.values import values_of


class Grouping(StrEnum):
    """What the rows of a timeline stand under."""

    PARTNER = "partner"
    THEME = "theme"
    DECADE = "decade"
    KIND = "kind"


@frozen
class MissionSpan:
    """A mission's life: launch (planned or past) to the end of operations, in one group of the timeline.

    ``group`` is a partner's id, a theme or a decade ("1990s"), None where the mission has none. ``is_ongoing`` says
    that it flies as of the dataset's date; of one that does not, ``ends`` is None where the end's date is not known.
    ``is_overdue`` says that the launch was planned for a date that has passed by then. ``as_of`` dates the status.
    """

    id: str
    name: str
    name_fr: str | None = None
    kind: MissionKind
    group: str | None = None
    status: MissionStatus
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    as_of: PartialDate | None = None
    is_planned: bool
    is_overdue: bool
    is_ongoing: bool


@frozen
class AgreementPoint:
    """An agreement's date, in one group of the timeline: a partner's id, a kind or a decade, None without a date."""

    id: str
    title: str
    title_fr: str | None = None
    partner: str
    kind: AgreementKind
    group: str | None = None
    date: PartialDate | None = None


def mission_spans(
    dataset: Dataset, missions: Iterable[Mission], *, by: Grouping, partners: Collection[str] = ()
) -> tuple[MissionSpan, ...]:
    """Return the missions' spans by group, then by start; those without a date come last in their group.

    By partner a mission stands under each of its partners, or only under *partners*, ids, where some are given.

    Raises:
        UsageError: Missions cannot be grouped so.
    """
    if by is Grouping.KIND:
        raise UsageError(sentence("Missions stand by partner, theme or decade; --by kind is for agreements."))
    today = dataset.metadata.as_of
    spans = (_span(mission, group, today) for mission in missions for group in _groups(mission, by, partners))
    order = _order(dataset, by)
    return tuple(sorted(spans, key=lambda span: (order(span.group), span.starts or "9999", filed(span.name))))


def _groups(mission: Mission, by: Grouping, partners: Collection[str]) -> Sequence[str | None]:
    if by is Grouping.THEME:
        return (mission.theme.value,)
    if by is Grouping.DECADE:
        return (decade(mission.launch.date if mission.launch else None),)
    named = dict.fromkeys(entry.partner for entry in mission.partners)
    return [id for id in named if is_any(id, partners)] or [None]


def _span(mission: Mission, group: str | None, today: PartialDate) -> MissionSpan:
    launch = mission.launch
    return MissionSpan(
        **values_of(mission, MissionSpan),
        group=group,
        starts=launch.date if launch else None,
        ends=mission.end,
        is_planned=launch is None or launch.state is LaunchState.PLANNED,
        is_overdue=is_overdue(launch, mission.status, today),
        is_ongoing=is_ongoing(mission),
    )


def agreement_points(
    dataset: Dataset, agreements: Iterable[DatedAgreement], *, by: Grouping
) -> tuple[AgreementPoint, ...]:
    """Return the agreements' dates by group, then in order of time.

    Raises:
        UsageError: Agreements cannot be grouped so.
    """
    if by is Grouping.THEME:
        raise UsageError(sentence("Agreements have no theme on record; they stand by partner, kind or decade."))
    points = (_point(agreement, by) for agreement in agreements)
    order = _order(dataset, by)
    return tuple(sorted(points, key=lambda point: (order(point.group), point.date or "9999", point.id)))


def _point(agreement: DatedAgreement, by: Grouping) -> AgreementPoint:
    groups = {
        Grouping.PARTNER: agreement.partner,
        Grouping.KIND: agreement.kind.value,
        Grouping.DECADE: decade(agreement.date),
    }
    return AgreementPoint(**values_of(agreement, AgreementPoint), group=groups[by])


def decade(date: PartialDate | None) -> str | None:
    """Return the decade of a date, such as "1990s"."""
    return None if date is None else f"{date.year - date.year % 10}s"


def moment(date: PartialDate) -> float:
    """Return a date as a year with a fraction; a year stands for its middle, a month for its own."""
    if date.month is None:
        return date.year + 0.5
    day = 15 if date.day is None else date.day
    return date.year + (date.month - 1) / 12 + (day - 1) / 372


def _order(dataset: Dataset, by: Grouping) -> Callable[[str | None], tuple[bool, int, tuple[str, str]]]:
    """Return the sort key of groups: partners by name, words as their vocabulary has them, decades; None last."""
    words = {Grouping.THEME: tuple(Theme), Grouping.KIND: tuple(AgreementKind)}.get(by, ())
    places = {str(word): place for place, word in enumerate(words)}

    def key(group: str | None) -> tuple[bool, int, tuple[str, str]]:
        if group is None:
            return (True, 0, ("", ""))
        name = dataset.party_name(group) if by is Grouping.PARTNER else group
        return (False, places.get(group, 0), filed(name))

    return key
