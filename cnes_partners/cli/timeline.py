"""The command that draws missions and agreements on an axis of time."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from cnes_partners.cli.answers import Session, answering
from cnes_partners.cli.missions import OfMissions
from cnes_partners.cli.options import FromDate, ToDate
from cnes_partners.cli.pictures import Drawing, SvgOption, drawn
from cnes_partners.errors import UsageError
from cnes_partners.model.sentences import sentence
from cnes_partners.queries import timeline as queries
from cnes_partners.queries.agreements import agreements as agreements_of
from cnes_partners.queries.filters import Filters
from cnes_partners.queries.missions import missions
from cnes_partners.queries.timeline import Grouping
from cnes_partners.views import timeline as views
from cnes_partners.views.filters import filtered, left_out_told
from cnes_partners.views.missions import plans_told
from cnes_partners.views.view import View


@answering
def timeline(
    session: Session,
    *,
    agreements: Annotated[bool, typer.Option("--agreements", help="Agreements in place of missions.")] = False,
    by: Annotated[
        Grouping | None, typer.Option(help="Rows under what: theme by default; agreements by partner or kind.")
    ] = None,
    wanted: OfMissions,
    first: FromDate = None,
    last: ToDate = None,
    svg: SvgOption = None,
) -> View:
    """Draw missions or agreements on an axis of time: from launch to end, or by their dates.

    \b
    cnes-partners timeline -p japan
    cnes-partners timeline --theme earth --by decade
    cnes-partners timeline --agreements -c historic
    cnes-partners timeline -p india --svg india.svg
    """
    filters = replace(wanted.filters(session, first, last), has_one_partner=agreements)
    if agreements and (wanted.themes or wanted.statuses or wanted.roles or wanted.kinds):
        raise UsageError(
            sentence("--theme, --status, --role and --kind are of missions; agreements have none of them.")
        )
    if agreements and (wanted.targets or wanted.ended or wanted.upcoming):
        raise UsageError(sentence("--target, --ended and --upcoming are of missions; agreements have none of them."))
    view = _agreements(session, filters, by) if agreements else _missions(session, filters, by or Grouping.THEME)
    return drawn(filtered(view, filters, session.say), session, Drawing(svg=svg))


def _missions(session: Session, filters: Filters, by: Grouping) -> View:
    """Return the missions in time."""
    found = missions(session.dataset, filters)
    ids = [partner.id for partner in filters.partners]
    spans = queries.mission_spans(session.dataset, found.records, by=by, partners=ids)
    view = left_out_told(views.missions_timeline_view(spans, by, session.say), found, session.say)
    return plans_told(view, found.records, filters, session.say)


def _agreements(session: Session, filters: Filters, by: Grouping | None) -> View:
    """Return the agreements in time: by partner, or of one partner by kind, unless *by* says otherwise."""
    found = agreements_of(session.dataset, filters)
    grouping = by or (Grouping.KIND if len(filters.partners) == 1 else Grouping.PARTNER)
    points = queries.agreement_points(session.dataset, found.records, by=grouping)
    return left_out_told(views.agreements_timeline_view(points, grouping, session.say), found, session.say)
