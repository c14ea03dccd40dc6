"""Which partners."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Partner
from cnes_partners.model.vocabulary import Category, PartnerKind, PartnerStatus, Region, Theme


def partners(
    dataset: Dataset,
    *,
    category: Category | None = None,
    kind: PartnerKind | None = None,
    region: Region | None = None,
    area: Theme | None = None,
    status: PartnerStatus | None = None,
) -> tuple[Partner, ...]:
    """Return the partners that fit every filter given: in CNES's order of categories, then by English name."""
    order = tuple(Category)
    found = (
        partner
        for partner in dataset.partners
        if (category is None or partner.category is category)
        and (kind is None or partner.kind is kind)
        and (region is None or partner.region is region)
        and (area is None or area in partner.areas)
        and (status is None or partner.status is status)
    )
    return tuple(sorted(found, key=lambda partner: (order.index(partner.category), partner.name)))
