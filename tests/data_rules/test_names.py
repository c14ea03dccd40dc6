"""The names of the bundled records."""

from __future__ import annotations

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.names import called, mission_names, partner_names
from tests.conftest import Run


def test_every_record_is_found_by_its_id_and_by_each_of_its_names(bundled: Dataset) -> None:
    """By the id alone; a name may be that of a second record, too."""
    for table, names in (("partners", partner_names), ("missions", mission_names)):
        every = tuple(map(names, bundled.table(table)))
        ids = {entry.id: [found.id for found in called(entry.id, every)] for entry in every}
        assert ids == {entry.id: [entry.id] for entry in every}
        assert [name for entry in every for name in entry.own if entry not in called(name, every)] == []


@pytest.mark.parametrize(
    ("mission", "french"),
    [
        ("oceansat-3", "Argos-4 sur Oceansat-3"),
        ("castor", "Réflecteurs laser"),
        ("change-6-dorn", "Atterrisseur de Chang'e 6"),
        ("double-star", "Longue Marche 2C"),
        ("alpha", "Alpha, deuxième mission de Thomas Pesquet vers l'ISS"),
    ],
)
def test_names_that_are_words_are_in_french(run: Run, mission: str, french: str) -> None:
    """Of missions, instruments, spacecraft and launch vehicles, short and in full."""
    assert french in run("mission", mission, "--lang", "fr", "--width", "200").stdout
