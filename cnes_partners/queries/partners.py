"""Which partners."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.records.countries import Country
from cnes_partners.model.records.partners import Partner
from cnes_partners.model.spelling import filed
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.filters import EVERYTHING, Filters, has_all, is_any
from cnes_partners.queries.values import values_of


@frozen
class ListedPartner(Partner):
    """A partner, with its codes and official names where it is a country."""

    country: Country | None = None


def partners(dataset: Dataset, filters: Filters = EVERYTHING) -> tuple[ListedPartner, ...]:
    """Return the partners that fit every filter given: in CNES's order of categories, then by English name."""
    order = tuple(Category)
    found = (
        ListedPartner(**values_of(partner), country=dataset.country(partner.id))
        for partner in dataset.partners
        if is_any(partner.category, filters.categories)
        and is_any(partner.kind, filters.kinds)
        and is_any(partner.region, filters.regions)
        and has_all(partner.areas, filters.areas)
        and is_any(partner.status, filters.statuses)
    )
    return tuple(sorted(found, key=lambda partner: (order.index(partner.category), filed(partner.name))))
