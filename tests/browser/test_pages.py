"""Pages of -f html as a browser has them: on a phone and on a desk, light and dark, on paper, and by themselves."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnes_partners.cli import app
from tests.browser.chromium import Browser, browser

AXE = Path(__file__).parents[2] / "build/browser/node_modules/axe-core/axe.min.js"
COMMANDS = (
    "overview",
    "partners",
    "partner japan",
    "partner usa --lang fr",
    "missions -p india",
    "mission swot",
    "agreements -p usa",
    "esa",
    "esa compare fr de it",
    "esa domains --chart",
    "claims esa-share-2022",
    "timeline -p japan",
    "sources -n 30",
    "sql 'SELECT * FROM mission LIMIT 5'",
    "check --coverage",
    "brief japan",
    "brief poland ae --lang fr",
)
SCREENS = [(360, False), (360, True), (1280, False), (1280, True)]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Give one browser for all pages."""
    with browser() as found:
        yield found


@pytest.fixture(scope="module", params=COMMANDS)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an answer."""
    file = tmp_path_factory.mktemp("page") / "page.html"
    assert app.run([*shlex.split(request.param), "-o", str(file)]) == 0
    return file


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_scrolled_sideways(chromium: Browser, page: Path, width: int) -> None:
    """Neither on a phone nor on a desk."""
    chromium.show(page, width=width)
    assert chromium.value("document.documentElement.scrollWidth") == width


def test_no_request_leaves(chromium: Browser, page: Path) -> None:
    """The page asks for itself, and for an icon that it has."""
    chromium.requests()
    chromium.show(page, width=1280)
    assert {address for address in chromium.requests() if not address.startswith("data:")} == {page.as_uri()}


def test_dark_is_dark(chromium: Browser, page: Path) -> None:
    """As the reader has set it."""
    paper = "getComputedStyle(document.body).backgroundColor"
    chromium.show(page, width=1280)
    assert chromium.value(paper) == "rgb(255, 255, 255)"
    chromium.show(page, width=1280, is_dark=True)
    assert chromium.value(paper) == "rgb(20, 23, 26)"


@pytest.mark.parametrize(("width", "is_dark"), SCREENS)
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: make browser")
def test_axe_finds_nothing(chromium: Browser, page: Path, width: int, *, is_dark: bool) -> None:
    """All its rules, and the best practices."""
    chromium.show(page, width=width, is_dark=is_dark)
    assert chromium.violations(AXE) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_brief_on_japan_is_two_printed_pages(chromium: Browser, tmp_path: Path, language: str) -> None:
    """Of A4."""
    file = tmp_path / "japan.html"
    assert app.run(["brief", "japan", "--lang", language, "-o", str(file)]) == 0
    chromium.show(file, width=1280)
    pdf = chromium.printed()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
    assert {tuple(map(round, map(float, size.split()))) for size in re.findall(rb"/MediaBox\s*\[([^]]*)\]", pdf)} == {
        (0, 0, 595, 842)
    }
