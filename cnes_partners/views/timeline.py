"""Views of missions and agreements on an axis of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from cnes_partners.model.sentences import translatable
from cnes_partners.model.spelling import filed
from cnes_partners.model.vocabulary.missions import MissionStatus
from cnes_partners.queries.timeline import AgreementPoint, Grouping, MissionSpan, moment
from cnes_partners.views.charts import Group, Row, State, TimeChart
from cnes_partners.views.columns import text_column
from cnes_partners.views.sections import Picture
from cnes_partners.views.status import mission_status, planned_text
from cnes_partners.views.view import Column, View, column, every_column
from cnes_partners.views.words import Words

_Entry = TypeVar("_Entry", MissionSpan, AgreementPoint)


def missions_timeline_view(spans: tuple[MissionSpan, ...], by: Grouping, say: Words) -> View:
    """Return missions from launch to end, by group; those without a date are named below."""
    drawn = [span for span in spans if _is_drawn(span)]
    count = len({span.id for span in spans})
    title = say.counted(count, "{count} mission in time", "{count} missions in time")
    chart = missions_chart(_grouped(drawn, by, say), say)
    undated = dict.fromkeys(_name(span, say) for span in spans if not _is_drawn(span))
    view = View(title=title, columns=_span_columns(by, say), records=spans)
    return _with_chart(view, chart if drawn else None, ", ".join(undated), say)


def _with_chart(view: View, chart: TimeChart | None, undated: str, say: Words) -> View:
    """Return the view with what is drawn, if anything is, and a note on what has no date to be drawn by."""
    return replace(
        view,
        sections=(Picture(title="", chart=chart),) if chart else (),
        pictures=(Picture(title=view.title, chart=chart),) if chart else (),
        notes=(say("Without a date to draw: {names}", names=undated),) if undated else (),
    )


def missions_chart(groups: Iterable[tuple[str, Sequence[MissionSpan]]], say: Words) -> TimeChart:
    """Return missions from launch to end under the titles of their groups; those without a date are left out."""
    drawn = [(title, [span for span in spans if _is_drawn(span)]) for title, spans in groups]
    rows = (Group(title=title, rows=tuple(_row(span, say) for span in spans)) for title, spans in drawn if spans)
    return _chart(tuple(rows), _legend([span for _, spans in drawn for span in spans], say), say)


def _grouped(entries: Sequence[_Entry], by: Grouping, say: Words) -> Iterator[tuple[str, tuple[_Entry, ...]]]:
    """Yield what stands under each title; partners in the order of their names in this language, who has none last."""
    groups = [(group, tuple(members)) for group, members in groupby(entries, lambda entry: entry.group)]
    titled = [(group is None, _group_title(group, by, say), members) for group, members in groups]
    if by is Grouping.PARTNER:
        titled.sort(key=lambda group: (group[0], filed(group[1])))
    yield from ((title, members) for _, title, members in titled)


def _is_drawn(span: MissionSpan) -> bool:
    """Return whether there is a date to draw: a launch, or of a cancelled mission the day it was given up."""
    return span.ends is not None if span.status is MissionStatus.CANCELLED else span.starts is not None


def _group_title(group: str | None, by: Grouping, say: Words) -> str:
    if group is None:
        return say("No partner on record") if by is Grouping.PARTNER else say("Undated")
    if by is Grouping.PARTNER:
        return say.party(group)
    if by is Grouping.DECADE:
        return say("{decade}s", decade=group.removesuffix("s"))
    return say.word(group)


def _name(span: MissionSpan, say: Words) -> str:
    return say.either(span.name, span.name_fr)


def _row(span: MissionSpan, say: Words) -> Row:
    state = _state(span)
    start = span.ends if span.status is MissionStatus.CANCELLED else span.starts
    return Row(
        label=_name(span, say),
        text=years_text(span, say),
        start=moment(start) if start else None,
        end=moment(span.ends) if span.ends else None,
        state=state,
    )


def _state(span: MissionSpan) -> State:
    if span.status in (MissionStatus.CANCELLED, MissionStatus.FAILED):
        return State.LOST
    if span.is_planned:
        return State.OVERDUE if span.is_overdue else State.PLANNED
    if span.is_ongoing:
        return State.ONGOING
    return State.PAST if span.ends else State.UNKNOWN_END


def years_text(span: MissionSpan, say: Words) -> str:
    """Return the years that a mission stands for: "2001-2013", "2018-", "2028 (plan)"."""
    if span.status is MissionStatus.CANCELLED:
        return say("{year} cancelled", year=span.ends.year if span.ends else "")
    year = span.starts.year if span.starts else ""
    if span.status is MissionStatus.FAILED:
        return say("{year} lost", year=span.ends.year if span.ends else year)
    if span.is_overdue:
        return say("{year} (plan, date passed)", year=year)
    if span.is_planned:
        return say("{year} (plan)", year=year)
    if span.ends is None:
        return f"{year}-" if span.is_ongoing else f"{year}-?"
    return str(year) if span.ends.year == year else f"{year}-{span.ends.year}"


_STATES = {
    State.PAST: translatable("launch to end"),
    State.ONGOING: translatable("operating"),
    State.PLANNED: translatable("planned"),
    State.OVERDUE: translatable("planned, date passed"),
    State.UNKNOWN_END: translatable("end not known"),
    State.LOST: translatable("lost or cancelled"),
}


def _legend(spans: Sequence[MissionSpan], say: Words) -> tuple[tuple[State, str], ...]:
    """Return what the lines mean, of those that occur."""
    present = {_state(span) for span in spans}
    return tuple((state, say(words)) for state, words in _STATES.items() if state in present)


def _chart(groups: tuple[Group, ...], legend: tuple[tuple[State, str], ...], say: Words) -> TimeChart:
    return TimeChart(
        groups=groups,
        now=moment(say.today),
        legend=legend,
        now_label=say("data of {date}", date=say.date(say.today)),
        year_label=say("Year"),
    )


def _span_columns(by: Grouping, say: Words) -> tuple[Column, ...]:
    shown = (
        column("id", say("ID"), keep=True),
        column("name", say("Mission"), lambda span: _name(span, say), keep=True),
        column("group", say("Group"), lambda span: _group_title(span.group, by, say), drop=2),
        column("starts", say("Launch (UTC)"), lambda span: _start(span, say)),
        column("ends", say("End of operations"), lambda span: say.date(span.ends)),
        column("status", say("Status"), lambda span: mission_status(span, say), drop=1),
    )
    return every_column(MissionSpan, shown)


def _start(span: MissionSpan, say: Words) -> str:
    if span.is_planned and span.starts:
        return planned_text(span.starts, span.status, say, is_overdue=span.is_overdue)
    return say.date(span.starts)


def agreements_timeline_view(points: tuple[AgreementPoint, ...], by: Grouping, say: Words) -> View:
    """Return agreements as marks in time: a row for each group, or for each partner in its decade."""
    dated = [point for point in points if point.date is not None]
    title = say.counted(len(points), "{count} agreement in time", "{count} agreements in time")
    groups = _agreement_groups(dated, by, say)
    chart = replace(_chart(groups, (), say), points_label=say("an agreement"), several_label=say("so many"))
    undated = len(points) - len(dated)
    view = View(title=title, columns=_point_columns(by, say), records=points)
    return _with_chart(view, chart if dated else None, str(undated or ""), say)


def _agreement_groups(points: Sequence[AgreementPoint], by: Grouping, say: Words) -> tuple[Group, ...]:
    if by is not Grouping.DECADE:
        rows = (_points_row(title, members) for title, members in _grouped(points, by, say))
        return (Group(title="", rows=tuple(rows)),)
    return tuple(Group(title=title, rows=_partner_rows(members, say)) for title, members in _grouped(points, by, say))


def _partner_rows(points: Sequence[AgreementPoint], say: Words) -> tuple[Row, ...]:
    named = {point.partner: say.party(point.partner) for point in points}
    return tuple(
        _points_row(name, [point for point in points if point.partner == partner])
        for partner, name in sorted(named.items(), key=lambda item: filed(item[1]))
    )


def _points_row(label: str, points: Sequence[AgreementPoint]) -> Row:
    moments = tuple(moment(point.date) for point in points if point.date)
    return Row(label=f"{label}\u00a0({len(points)})", points=moments)


def _point_columns(by: Grouping, say: Words) -> tuple[Column, ...]:
    shown = (
        column("id", say("ID"), keep=True),
        column("date", say("Date"), lambda point: say.date(point.date), keep=True),
        column("partner", say("Partner"), lambda point: say.party(point.partner)),
        column("kind", say("Kind"), lambda point: say.word(point.kind), drop=1),
        text_column("title", say("Title"), say),
        column("group", say("Group"), lambda point: _group_title(point.group, by, say), shown=False),
    )
    return every_column(AgreementPoint, shown)
