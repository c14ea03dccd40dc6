"""Where an answer and its picture go: a name that says something else is refused, and nothing is left half done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnes_partners.output.formats.formats import ENDINGS
from tests.conftest import Run

USAGE = 2


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder and return it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("x.sqlite", "cnes-partners export x.sqlite"),
        ("x.db", "cnes-partners export x.db"),
        ("x.jsonl.gz", "-f csv | gzip > x.jsonl.gz"),
        ("x.svg", "--svg FILE.svg"),
        ("x.PDF", "--svg FILE.svg"),
        ("x.ods", "or say which with -f."),
        ("x.parquet", "or say which with -f."),
    ],
)
def test_an_ending_that_no_format_has_is_refused(run: Run, small: Path, here: Path, name: str, hint: str) -> None:
    """No table goes to a file that says it is a workbook; the line says what to use."""
    result = run("missions", "-o", name, data=small)
    assert (result.exit_code, result.stdout, result.stderr.count("\n"), left(here)) == (USAGE, "", 1, [])
    assert "end FILE in .bib, .csljson, .csv" in result.stderr
    assert hint in result.stderr


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_of_a_format_is_enough(run: Run, small: Path, here: Path, ending: str) -> None:
    """And with -f any name will do."""
    assert run("missions", "-o", f"x{ending}", data=small).exit_code == 0
    assert run("missions", "-o", "x.dat", "-f", "csv", data=small).exit_code == 0
    assert left(here) == sorted([f"x{ending}", "x.dat"])


def test_a_hyphen_is_standard_output(run: Run, small: Path, here: Path) -> None:
    """As with curl and jq."""
    assert run("missions", "-o", "-", "-f", "csv", data=small).stdout == run("missions", "-f", "csv", data=small).stdout
    assert run("missions", "--output=-", "--count", data=small).stdout == "3\n"
    assert left(here) == []


@pytest.mark.parametrize("name", ["a.png", "a.pdf", "a.svgz", "a.csv", "-"])
def test_a_picture_is_named_as_one(run: Run, small: Path, here: Path, name: str) -> None:
    """--svg a.png would be no PNG."""
    result = run("esa", "budget", "--svg", name, data=small)
    assert (result.exit_code, result.stdout, left(here)) == (USAGE, "", [])
    assert f"name it FILE.svg, not '{name}'" in result.stderr


@pytest.mark.parametrize("other", ["a.svg", "./a.svg", "../here/a.svg"])
def test_one_file_takes_one_thing(run: Run, small: Path, here: Path, other: str) -> None:
    """The picture would take the place of the answer."""
    result = run("esa", "budget", "-f", "json", "-o", "a.svg", "--svg", other, data=small)
    assert (result.exit_code, result.stdout, left(here)) == (USAGE, "", [])
    assert "-o and --svg name the same file" in result.stderr
    assert run("esa", "budget", "-o", os.devnull, "--svg", os.devnull, data=small).exit_code == 0


@pytest.mark.parametrize(
    ("more", "code"),
    [(("-C", "nope"), USAGE), (("-o", "no/x.csv"), 1), (("-o", "x.ods"), USAGE), (("-s", "no"), USAGE)],
)
def test_no_picture_without_its_answer(run: Run, small: Path, here: Path, more: tuple[str, str], code: int) -> None:
    """What fails leaves nothing, and says nothing of a picture."""
    result = run("esa", "budget", "--svg", "a.svg", *more, data=small)
    assert (result.exit_code, result.stderr.count("\n"), left(here)) == (code, 1, [])


@pytest.mark.parametrize(
    ("redirection", "code", "files"), [(">/dev/full", 1, ["a.svg"]), (">&-", 1, ["a.svg"]), ("| true", 0, ["a.svg"])]
)
def test_a_full_disk_fails_and_a_reader_that_goes_does_not(
    small: Path, here: Path, redirection: str, code: int, files: list[str]
) -> None:
    """Neither costs the picture, which goes elsewhere; whoever reads the table may have enough of it."""
    script = f"set -o pipefail; {sys.executable} -m cnes_partners esa budget --svg a.svg --data {small} {redirection}"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (result.returncode, left(here)) == (code, files)


def test_a_count_and_a_picture(run: Run, small: Path, here: Path) -> None:
    """--count takes the place of the table, not of the picture."""
    assert run("esa", "budget", "--svg", "a.svg", "--count", data=small).stdout == "2\n"
    assert left(here) == ["a.svg"]


def test_no_answer_without_its_picture(run: Run, small: Path, here: Path) -> None:
    """What cannot be drawn to where it was to go is known before the answer is written."""
    result = run("esa", "budget", "--svg", "no/a.svg", "-o", "x.csv", data=small)
    assert (result.exit_code, result.stderr.count("\n"), left(here)) == (1, 1, [])
