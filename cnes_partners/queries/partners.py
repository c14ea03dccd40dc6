"""Which partners."""

from __future__ import annotations

from dataclasses import dataclass

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.records import Country, Partner
from cnes_partners.model.vocabulary import Category, PartnerKind, PartnerStatus, Region, Theme
from cnes_partners.queries.values import values_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPartner(Partner):
    """A partner, with its codes and official names where it is a country."""

    country: Country | None = None


def partners(
    dataset: Dataset,
    *,
    category: Category | None = None,
    kind: PartnerKind | None = None,
    region: Region | None = None,
    area: Theme | None = None,
    status: PartnerStatus | None = None,
) -> tuple[ListedPartner, ...]:
    """Return the partners that fit every filter given: in CNES's order of categories, then by English name."""
    order = tuple(Category)
    found = (
        ListedPartner(**values_of(partner), country=dataset.country(partner.id))
        for partner in dataset.partners
        if (category is None or partner.category is category)
        and (kind is None or partner.kind is kind)
        and (region is None or partner.region is region)
        and (area is None or area in partner.areas)
        and (status is None or partner.status is status)
    )
    return tuple(sorted(found, key=lambda partner: (order.index(partner.category), partner.name)))
