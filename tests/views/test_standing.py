"""Whose word the figures of ESA's money are, said where they are shown."""

from __future__ import annotations

import pytest

from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import SourceKind, Standing
from cnes_partners.queries.esa.standing import standing
from tests.conftest import Run


@pytest.mark.parametrize(
    ("kind", "publisher", "via", "expected"),
    [
        (SourceKind.PRIMARY, "ESA", None, Standing.ESA),
        (SourceKind.PRIMARY, "Sénat", None, Standing.OFFICIAL),
        (SourceKind.PRESS, "SpaceNews", None, Standing.PRESS),
        (SourceKind.REFERENCE, "Statista", None, Standing.PRESS),
        (SourceKind.OTHER, "a forum", None, Standing.OTHER),
        (SourceKind.PRIMARY, "ESA", "mirror.example.org", Standing.OTHER),
    ],
)
def test_a_source_stands_as_near_to_esa_as_what_was_read(
    kind: SourceKind, publisher: str, via: str | None, expected: Standing
) -> None:
    """A copy, of ESA's own page too, is no nearer than a forum."""
    source = Source(
        id="page", url="https://example.org", title="t", publisher=publisher, language="en", kind=kind, via=via
    )
    assert standing(source) is expected


def test_a_row_on_a_copy_says_so_at_any_width(run: Run) -> None:
    """The mark stands before the amount, which a narrow terminal keeps, and is explained below; CSV has none."""
    narrow = run("esa", "contributors", "--year", "2009", "--width", "50").stdout
    assert "*716" in narrow
    assert "(*)" in narrow
    assert "raumfahrer-forum-2009 (unofficial)" in run("esa", "contributors", "--year", "2009", "--width", "200").stdout
    assert "*" not in run("esa", "contributors", "--year", "2009", "-f", "csv").stdout


def test_a_figure_in_a_comparison_says_so_too(run: Run) -> None:
    """Side by side, too, a figure of a forum is marked and one of the press is not."""
    lines = [line.split() for line in run("esa", "compare", "fr", "de").stdout.splitlines()]
    assert ["2009", "*716", "*648", "France"] in lines
    assert ["2019", "1,174.4", "927.1", "France"] in lines


def test_a_row_of_the_press_bears_no_mark(run: Run) -> None:
    """What newspapers print of ESA's chart is not marked as a copy."""
    answer = run("esa", "contributors", "--year", "2019", "--width", "200").stdout
    assert "*" not in answer
    assert "1,174.4" in answer
