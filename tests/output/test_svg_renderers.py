"""Programs that draw SVG read ours alike; each is asked where it is installed, the others are passed over."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path

import pytest

from cnes_partners.output.svg.elements import CHANGE, DARK, INK, PAPER, colour
from cnes_partners.views.charts import Bar, Row, State
from tests.output.drawings import bar_chart, change_chart, svg_of, time_chart

LONG = "Agence de l'Union européenne pour le programme spatial et autres institutions de très longs noms"
BARS = bar_chart(Bar(label=LONG, value=10, text=f"10 {LONG}"), Bar(label="2021", value=5, text="5"))
CHANGES = change_chart(Bar(label="2020", value=-10, text="-10 %"), Bar(label="2021", value=10, text="+10 %"))
TIMES = time_chart(
    *(Row(label=f"{LONG} {state}", text="2020-", start=2020, state=state) for state in State),
    Row(label=LONG, points=(2026.5,)),
    title=LONG,
)
CHARTS = (BARS, CHANGES, TIMES)
Pixels = Sequence[Sequence[str]]


def _rsvg(svg: Path, png: Path) -> Sequence[str]:
    return ("rsvg-convert", str(svg), "-o", str(png))


def _inkscape(svg: Path, png: Path) -> Sequence[str]:
    return ("inkscape", str(svg), "-o", str(png))


def _libreoffice(svg: Path, png: Path) -> Sequence[str]:
    profile = f"-env:UserInstallation=file://{png.parent / 'profile'}"
    return ("soffice", profile, "--headless", "--convert-to", "png", "--outdir", str(png.parent), str(svg))


def _browser(svg: Path, png: Path, *, is_dark: bool = False) -> Sequence[str]:
    height = re.findall(r'height="(\d+)', svg.read_text(encoding="utf-8"))[0]
    scheme = "--blink-settings=preferredColorScheme=" + ("0" if is_dark else "1")
    page = svg.with_suffix(".html")
    page.write_text(f'<body style="margin:0">{svg.read_text(encoding="utf-8").partition("?>")[2]}', encoding="utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={svg.parent / 'c'}")
    return ("chromium", *quiet, scheme, f"--window-size=800,{height}", f"--screenshot={png}", f"file://{page}")


RENDERERS = {"rsvg-convert": _rsvg, "inkscape": _inkscape, "soffice": _libreoffice, "chromium": _browser}


@pytest.fixture(scope="module", params=RENDERERS)
def pixels(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pixels:
    """Return what a program makes of one picture with charts of several kinds."""
    return _drawn_by(RENDERERS[request.param], tmp_path_factory.mktemp("drawn"))


def _drawn_by(program: Callable[..., Sequence[str]], folder: Path, **how: bool) -> Pixels:
    svg, png = folder / "chart.svg", folder / "chart.png"
    svg.write_text(svg_of(*CHARTS, title=LONG), encoding="utf-8")
    command = program(svg, png, **how)
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return _pixels(png.read_bytes())


def _pixels(png: bytes) -> Pixels:
    """Return the colours of a PNG of 8 bits a channel, row by row."""
    chunks: dict[bytes, bytes] = {}
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4])
        kind = png[place + 4 : place + 8]
        chunks[kind] = chunks.get(kind, b"") + png[place + 8 : place + 8 + length]
        place += length + 12
    width, channels = int.from_bytes(chunks[b"IHDR"][:4]), {2: 3, 6: 4}[chunks[b"IHDR"][9]]
    data, step = zlib.decompress(chunks[b"IDAT"]), width * channels + 1
    rows: list[bytearray] = [bytearray(width * channels)]
    for start in range(0, len(data), step):
        rows.append(_unfiltered(data[start], bytearray(data[start + 1 : start + step]), rows[-1], channels))
    return [[f"#{row[x : x + 3].hex()}" for x in range(0, len(row), channels)] for row in rows[1:]]


def _unfiltered(kind: int, row: bytearray, above: bytearray, channels: int) -> bytearray:
    for x in range(len(row)):
        left, corner = (row[x - channels], above[x - channels]) if x >= channels else (0, 0)
        guess = left + above[x] - corner
        nearest = min((left, above[x], corner), key=lambda value: abs(guess - value))
        row[x] = (row[x] + (0, left, above[x], (left + above[x]) // 2, nearest)[kind]) & 255
    return row


def _count(pixels: Pixels) -> Counter[str]:
    return Counter(pixel for row in pixels for pixel in row)


def test_every_program_draws_dark_ink_on_light_paper(pixels: str) -> None:
    """Paper and ink are the light ones, and no colour is one that is meant for dark paper."""
    seen = _count(pixels)
    assert seen.most_common(1)[0][0] == PAPER
    assert seen[INK] > 50
    dark = [DARK[shade] for shade in (colour(0), colour(1), CHANGE, PAPER)]
    assert [shade for shade in dark if seen[shade] > 5] == []


def test_no_program_cuts_a_text(pixels: str) -> None:
    """Whatever the letters are that a program has, there is paper all around what is drawn."""
    edges = [*pixels[:4], *pixels[-4:], *([*row[:4], *row[-4:]] for row in pixels)]
    assert {pixel for edge in edges for pixel in edge} == {PAPER}


def test_a_value_of_half_is_half_as_long_in_every_program(pixels: str) -> None:
    """The pixels of the bars say it, whatever a program makes of our coordinates."""
    bars = takewhile(lambda row: CHANGE not in row, pixels)  # the chart of changes comes next
    lengths = [length for row in bars if (length := row.count(colour(0)))]
    assert max(lengths) == pytest.approx(2 * min(lengths), abs=3)


def test_a_browser_that_prefers_dark_gets_dark_paper(tmp_path: Path) -> None:
    """There every light colour has given way to its dark one."""
    seen = _count(_drawn_by(_browser, tmp_path, is_dark=True))
    assert seen.most_common(1)[0][0] == DARK[PAPER]
    assert [shade for shade in (colour(0), CHANGE, PAPER) if seen[shade] > 5] == []
