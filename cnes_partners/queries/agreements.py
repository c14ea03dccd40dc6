"""Which agreements, with whom."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.records.partners import Agreement
from cnes_partners.model.spelling import fold
from cnes_partners.queries.filters import EVERYTHING, Filters, Found, in_period, is_any
from cnes_partners.queries.values import values_of


@frozen
class DatedAgreement(Agreement):
    """An agreement and the partner it is with."""

    partner: str


def agreements(dataset: Dataset, filters: Filters = EVERYTHING) -> Found[DatedAgreement]:
    """Return the agreements that fit every filter given, by date; the undated stand last, and outside any period."""
    partners = [partner.id for partner in filters.partners]
    every = (
        DatedAgreement(**values_of(entry), partner=owner.id)
        for owner in dataset.partners
        if is_any(owner.id, partners) and is_any(owner.category, filters.categories)
        for entry in owner.agreements
        if is_any(entry.kind, filters.kinds) and _is_about(entry, filters.subject)
    )
    by_date = sorted(every, key=lambda agreement: (agreement.date or "9999", agreement.partner, agreement.id))
    return in_period(by_date, lambda agreement: agreement.date, filters)


def _is_about(agreement: Agreement, subject: str | None) -> bool:
    """Return whether all words of *subject* stand in the subject or the title, in one language or the other."""
    if subject is None:
        return True
    texts = (agreement.subject, agreement.subject_fr, agreement.title, agreement.title_fr)
    said = fold(" ".join(text for text in texts if text))
    return all(word in said for word in fold(subject).split())
