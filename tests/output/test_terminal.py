"""Text is safe to write: no control characters, and stand-ins for what a stream lacks."""

from __future__ import annotations

import pytest

from cnes_partners.output.terminal import encodable, escaped


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "1 174 M€ – «épsilon» ── █"),
        ("cp1252", "1 174 M€ – «épsilon» -- #"),
        ("latin-1", "1 174 MEUR - «épsilon» -- #"),
        ("ascii", '1 174 MEUR - "epsilon" -- #'),
    ],
)
def test_signs_have_stand_ins(encoding: str, shown: str) -> None:
    """Only what an encoding lacks is replaced, by ASCII signs and letters without accents."""
    assert encodable("1 174 M€ – «épsilon» ── █", encoding) == shown


def test_letters_of_other_scripts_become_question_marks() -> None:
    """What has no stand-in is a question mark, never an error."""
    assert encodable("宇宙", "ascii") == "??"


def test_escaping_loses_nothing() -> None:
    """Messages escape what the stream cannot encode."""
    assert escaped("no '宇'", "ascii") == "no '\\u5b87'"


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "« 1\u202f070 » €"),
        ("latin-1", "«\u00a01 070\u00a0» \\u20ac"),
        ("ascii", '" 1 070 " \\u20ac'),
    ],
)
def test_french_signs_have_plain_ones_in_their_place(encoding: str, shown: str) -> None:
    """In a message; what else an encoding lacks is escaped, so that nothing typed is lost."""
    text = "«\u00a01\u202f070\u00a0» €"
    assert escaped(text, encoding) == (text if encoding == "utf-8" else shown)
