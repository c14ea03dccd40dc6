"""What wording needs of a dataset, whatever the answer: names and a date, each read when it is first said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.errors import InvalidDatasetError

if TYPE_CHECKING:
    from cnes_partners.dataset.dataset import Dataset
    from cnes_partners.model.dates import PartialDate
    from cnes_partners.model.vocabulary.partnership import Category


class Known:
    """Names of parties and categories, and the day of the data."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    @property
    def today(self) -> PartialDate:
        """Return the day that the data is of: what is aged or overdue is so by then."""
        return self._dataset.metadata.as_of

    def party(self, id: str, language: str) -> str:
        """Return the name of a partner or other party.

        Raises:
            InvalidDatasetError: The id does not resolve.
        """
        return self._dataset.party_name(id, language=language)

    def address(self, id: str) -> str | None:
        """Return the address behind the id of a source, None where there is no such source."""
        try:
            return self._dataset.source(id).url
        except InvalidDatasetError:
            return None

    def category(self, category: Category) -> tuple[str | None, str | None]:
        """Return the English and the French name of a category, None for what the dataset does not say."""
        found = next((entry for entry in self._dataset.categories if entry.id is category), None)
        return (found.name, found.name_fr) if found else (None, None)
