"""A contribution says what is supplied."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.rules.contributions import says_nothing
from tests.rules.conftest import plant
from tests.rules.test_every import problems


@pytest.mark.parametrize(
    "text",
    [
        "partner",
        "takes part in the mission",
        "member of the X-IFU consortium",
        "partner in the AOS programme",
        "American participation",
        "participation of Canada",
        "joint mission with ESA",
        "Danish Planck consortium",
        "partner named by CNES",
    ],
)
def test_taking_part_is_no_contribution(text: str) -> None:
    """Names and little words beside it do not say with what."""
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "probe and launch",
        "Deep Space Network",
        "DORIS",
        "LAT tracker towers",
        "ISS partner and Crew-2 flight",
        "member since 2007",
        "partner, with the panoramic camera",
        "2.5 % share",
    ],
)
def test_a_thing_is_one(text: str) -> None:
    """Whatever is supplied, paid, run or dated says something; a name alone may be that of an instrument."""
    assert not says_nothing(text)


def test_a_note_that_names_the_partner_speaks_for_it(good: Path) -> None:
    """What no source tells is told, by the partner's name; a note about something else is not about it."""
    moons = good / "missions/moons.yaml"
    plant(moons, "contribution: probe and launch", "contribution: partner of the mission")
    plant(moons, "sources:", "note: Brazil is named alone.\nnote_fr: Le Brésil est seulement cité.\nsources:")
    assert len(problems(good)) == 1
    plant(moons, "Brazil", "Japan")
    assert problems(good) == []


def test_an_instrument_is_somebodys_in_words_or_as_a_party(good: Path) -> None:
    """Words, a party or a note: one of the three."""
    sea = good / "missions/sea-1.yaml"
    plant(sea, "    provider: CNES\n", "    providers:\n      - party: fr\n        role: lead\n")
    assert problems(good) == []
    plant(sea, "    providers:\n      - party: fr\n        role: lead\n", "    note: Unknown.\n    note_fr: Inconnu.\n")
    assert problems(good) == []


def test_a_partner_that_does_not_decode_is_told_once(good: Path) -> None:
    """By what name the note would call it is not known then."""
    moons = good / "missions/moons.yaml"
    plant(moons, "contribution: probe and launch", "contribution: partner of the mission")
    plant(moons, "sources:", "note: Japan is named alone.\nnote_fr: Le Japon est seulement cité.\nsources:")
    plant(good / "partners/jp.yaml", "kind: country", "kind: kingdom")
    assert problems(good) == ['data/partners/jp.yaml:4: jp: kind: expected one of country, organisation, got "kingdom"']
