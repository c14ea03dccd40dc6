"""Every picture as it is drawn, sign by sign: what moves, shrinks or fades is seen here, whether meant or not.

test_svg_geometry and test_characters say what must hold of any picture; these say what a few are. Changed on purpose:
look at them (in a browser, on a screen), then pytest --snapshot-update.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, starmap

import pytest
from syrupy.assertion import SnapshotAssertion

from cnes_partners.output.characters.cells import Line, Span
from cnes_partners.output.characters.draw import draw
from tests.output.drawings import svg_of
from tests.output.pictures import PICTURES


def _shown(lines: Iterable[Line]) -> str:
    """Return lines with the colours of their pieces: {3:text}."""
    return "\n".join("".join(starmap(_piece, groupby(line, key=lambda span: span.colour))) for line in lines)


def _piece(colour: int | None, spans: Iterable[Span]) -> str:
    text = "".join(span.text for span in spans)
    return text if colour is None else f"{{{colour}:{text}}}"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_in_svg(name: str, snapshot: SnapshotAssertion) -> None:
    """Where each element lies, how long and how thick it is, and in which colour; the page around it stands below."""
    page = svg_of(PICTURES[name], title="")
    assert page[page.index("<g ") :] == snapshot


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_in_characters(name: str, width: int, snapshot: SnapshotAssertion) -> None:
    """Each character and its colour, on a narrow and on a wide screen."""
    assert _shown(draw(PICTURES[name], width)) == snapshot


def test_pictures_of_one_page(snapshot: SnapshotAssertion) -> None:
    """A whole document: its title in several lines, and the sources that pictures share once, under the last."""
    assert svg_of(PICTURES["one year"], PICTURES["no bars"], title="A title of many words " * 6) == snapshot
