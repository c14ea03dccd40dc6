"""The categories of partnership, and what the dataset counts in each."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.frozen import frozen
from cnes_partners.model.records.categories import CategoryRecord
from cnes_partners.model.vocabulary.partnership import Basis, PartnerKind
from cnes_partners.queries.values import values_of


@frozen
class CategoryCount(CategoryRecord):
    """A category and how many partners and missions the dataset has in it.

    ``stated`` counts the partners whose category is CNES's own word. A mission counts in each category
    that it has a partner of.
    """

    partners: int
    countries: int
    organisations: int
    stated: int
    missions: int


def categories(dataset: Dataset) -> tuple[CategoryCount, ...]:
    """Return the categories in CNES's order, each with what the dataset counts in it."""
    return tuple(_count(dataset, category) for category in dataset.categories)


def _count(dataset: Dataset, category: CategoryRecord) -> CategoryCount:
    of_category = [partner for partner in dataset.partners if partner.category is category.id]
    ids = {partner.id for partner in of_category}
    countries = sum(partner.kind is PartnerKind.COUNTRY for partner in of_category)
    return CategoryCount(
        **values_of(category),
        partners=len(of_category),
        countries=countries,
        organisations=len(of_category) - countries,
        stated=sum(partner.category_basis is Basis.STATED for partner in of_category),
        missions=sum(any(entry.partner in ids for entry in mission.partners) for mission in dataset.missions),
    )
