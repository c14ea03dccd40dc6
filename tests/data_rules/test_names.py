"""The names of the bundled records."""

from __future__ import annotations

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.names import called, mission_names, partner_names


def test_every_record_is_found_by_its_id_and_by_each_of_its_names(bundled: Dataset) -> None:
    """By the id alone; a name may be that of a second record, too."""
    for table, names in (("partners", partner_names), ("missions", mission_names)):
        every = tuple(map(names, bundled.table(table)))
        ids = {entry.id: [found.id for found in called(entry.id, every)] for entry in every}
        assert ids == {entry.id: [entry.id] for entry in every}
        assert [name for entry in every for name in entry.own if entry not in called(name, every)] == []
