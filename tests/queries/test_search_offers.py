"""What is offered beside the hits: the command that answers a filter in disguise."""

from __future__ import annotations

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.queries.search.offers import offer
from tests.conftest import Run


@pytest.fixture(scope="module")
def bundled() -> Dataset:
    return load()


@pytest.mark.parametrize(
    ("asked", "arguments"),
    [
        ("missions avec la Chine qui volent encore", "missions -p china --status operational"),
        ("missions with China that are still flying", "missions -p china --status operational"),
        ("missions with the United States", "missions -p us"),
        ("what is CNES doing around Mars", "missions --target mars"),
        ("which missions were lost", "missions --status failed"),
        ("what ended in 2024", "missions --ended 2024"),
        ("prochains lancements", "missions --upcoming"),
        ("next launches", "missions --upcoming"),
        ("the longest mission", "missions -s -duration_years"),
        ("la mission qui a volé le plus longtemps", "missions -s -duration_years"),
        ("longest mission with Japan", "missions -p japan -s -duration_years"),
        ("which countries signed something in 2025", "agreements --signed 2025"),
        ("agreement 2015", "agreements --signed 2015"),
        ("agreements about climate", "agreements --subject climate"),
        ("accords avec le Japon", "agreements -p japan"),
    ],
)
def test_a_filter_in_disguise_is_offered(bundled: Dataset, run: Run, asked: str, arguments: str) -> None:
    """As a command that runs and finds something."""
    offered = offer(bundled, asked)
    assert " ".join(offered) == arguments
    result = run(*offered, "--count")
    assert (result.exit_code, result.stdout != "0\n") == (0, True)


@pytest.mark.parametrize(
    "asked", ["", "mars", "japan", "moons of mars", "Mars 2020", "who made SuperCam", "missions", "of the"]
)
def test_nothing_is_guessed(bundled: Dataset, asked: str) -> None:
    """Where a telling word is left over, or one word is typed, no command is offered."""
    assert offer(bundled, asked) == ()


def test_the_offer_stands_beside_the_answer(run: Run) -> None:
    """On stderr, in the language; stdout is the hits alone."""
    asked = ("search", "missions avec la Chine qui volent encore", "-f", "json")
    english, french = run(*asked), run(*asked, "--lang", "fr")
    assert english.stdout == french.stdout
    assert "cnes-partners missions -p china --status operational\n" in english.stderr
    assert french.stderr.startswith("Une liste peut y répondre")


def test_what_lacks_a_word_is_said(run: Run) -> None:
    """No record has all: stderr says so, and the title too."""
    result = run("search", "SuperCam zzz")
    assert result.stderr == "No record has all of these words; these have most of them.\n"
    assert "most of 'SuperCam zzz'" in result.stdout


@pytest.mark.parametrize(
    ("figure", "claim"),
    [
        ("18.4", "esa-share-2022"),
        ("18,4 %", "esa-share-2022"),
        ("90", "missions-with-partners"),
        ("1 174", "esa-contribution-2022"),
    ],
)
def test_claims_are_found_by_their_figure(run: Run, figure: str, claim: str) -> None:
    """In either spelling."""
    for language in ("en", "fr"):
        lines = run("claims", figure, "-f", "csv", "-C", "id", "--lang", language).stdout.splitlines()
        assert lines[0] == "id"
        assert claim in lines


def test_a_figure_that_is_stated_is_listed_in_french(run: Run) -> None:
    """As the list of all is, with its verdict and reason."""
    (title, *_), every = (run("claims", *given, "--lang", "fr").stdout.splitlines() for given in (["18,4"], []))
    assert title == every[0]
    assert "18,4 %" in run("claims", "18.4", "--lang", "fr").stdout
