"""A contribution says what is supplied."""

from __future__ import annotations

import pytest

from cnes_partners.rules.contributions import says_nothing


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
def test_taking_part_is_no_contribution(text):
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
def test_a_thing_is_one(text):
    """Whatever is supplied, paid, run or dated says something; a name alone may be that of an instrument."""
    assert not says_nothing(text)
