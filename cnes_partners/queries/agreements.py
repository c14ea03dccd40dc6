"""Which agreements, with whom."""

from __future__ import annotations

from dataclasses import dataclass, fields

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Agreement
from cnes_partners.model.vocabulary import AgreementKind


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
        DatedAgreement(**{field.name: getattr(entry, field.name) for field in fields(Agreement)}, partner=owner.id)
        for owner in dataset.partners
        if partner is None or owner.id == partner
        for entry in owner.agreements
        if (kind is None or entry.kind is kind) and _signed_within(entry, from_year, to_year)
    )
    return tuple(sorted(found, key=lambda agreement: (agreement.date or "9999", agreement.partner, agreement.id)))


def _signed_within(agreement: Agreement, from_year: int | None, to_year: int | None) -> bool:
    if from_year is None and to_year is None:
        return True
    return agreement.date is not None and (from_year or 0) <= agreement.date.year <= (to_year or 9999)
