"""Which agreements, with whom."""

from __future__ import annotations

from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.dates import is_within
from cnes_partners.model.records import Agreement
from cnes_partners.model.vocabulary import AgreementKind
from cnes_partners.queries.values import values_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedAgreement(Agreement):
    """An agreement and the partner it is with."""

    partner: str


def agreements(
    dataset: Dataset,
    *,
    partner: str | None = None,
    kind: AgreementKind | None = None,
    from_year: int | None = None,
    to_year: int | None = None,
) -> tuple[DatedAgreement, ...]:
    """Return the agreements that fit every filter given, by date; the undated stand last, and outside any years."""
    found = (
        DatedAgreement(**values_of(entry), partner=owner.id)
        for owner in dataset.partners
        if partner is None or owner.id == partner
        for entry in owner.agreements
        if (kind is None or entry.kind is kind) and is_within(_year(entry), from_year, to_year)
    )
    return tuple(sorted(found, key=lambda agreement: (agreement.date or "9999", agreement.partner, agreement.id)))


def _year(agreement: Agreement) -> int | None:
    return agreement.date.year if agreement.date else None
