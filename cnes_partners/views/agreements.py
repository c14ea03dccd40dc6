"""The list of agreements."""

from __future__ import annotations

from cnes_partners.queries.agreements import DatedAgreement
from cnes_partners.views.columns import text_column
from cnes_partners.views.view import View, column, every_column
from cnes_partners.views.words import Words


def agreements_view(agreements: tuple[DatedAgreement, ...], say: Words) -> View:
    """Return agreements by date."""
    shown = (
        column("date", say("Date"), lambda entry: say.date(entry.date), keep=True),
        column("partner", say("Partner"), lambda entry: say.party(entry.partner), keep=True),
        text_column("title", say("Title"), say),
        column("kind", say("Kind"), lambda entry: say.word(entry.kind), drop=1),
        text_column("subject", say("Subject"), say, drop=3),
        column("source", say("Source"), drop=2),
    )
    return View(
        title=say.counted(len(agreements), "{count} agreement", "{count} agreements"),
        columns=every_column(DatedAgreement, shown),
        records=agreements,
    )
