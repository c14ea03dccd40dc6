"""An answer as a workbook: what a spreadsheet reads is what the answer holds; and how one gets the writer."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cnes_partners.errors import UsageError
from cnes_partners.output import workbook
from cnes_partners.output.workbook import Sheet, sheet_name, workbook_bytes
from tests.conftest import Run
from tests.output.test_bibliographies import PAGE, _backing

DATASET = _backing(PAGE).dataset


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def test_an_answer_is_a_workbook_with_its_sources(run: Run, small: Path, tmp_path: Path) -> None:
    """The columns of CSV, dates and numbers as such, nothing where nothing is known; its name says the title."""
    file = tmp_path / "a.xlsx"
    result = run("missions", "-o", str(file), "-C", "id,launch.date,target,destination", data=small)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    answer, sources = opened(file.read_bytes())
    assert answer.title == "3 missions"
    assert list(answer.iter_rows(values_only=True)) == [
        ("id", "launch_date", "target", "destination"),
        ("moons", "2026", None, "Moons of Mars"),
        ("sea-1", datetime(2001, 12, 7), None, None),
        ("sea-2", "2016-01", None, None),
    ]
    assert [cell.value for cell in sources["A"]] == ["id", "page", "old-page"]


def test_a_workbook_has_no_header_where_none_is_wanted(run: Run, small: Path, tmp_path: Path) -> None:
    """--no-header, as in CSV."""
    file = tmp_path / "a.xlsx"
    run("partners", "-C", "id", "--no-header", "-o", str(file), data=small)
    assert [cell.value for cell in opened(file.read_bytes()).worksheets[0]["A"]] == ["esa", "no", "jp"]


def test_a_workbook_goes_to_a_file_or_a_pipe(small: Path) -> None:
    """What a terminal would be flooded with is refused by a line; a pipe has the bytes."""
    done = subprocess.run(
        [sys.executable, "-m", "cnes_partners", "partners", "-f", "xlsx", "--data", str(small)],
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert [sheet.title for sheet in opened(done.stdout)] == ["3 partners", "Sources"]


def test_a_terminal_gets_no_workbook(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is worked out."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    result = run("partners", "-f", "xlsx", data=small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "cnes-partners: A terminal cannot show xlsx: write it to a file (-o FILE.xlsx), or pipe it on.\n"
    )
    counted = run("partners", "-f", "xlsx", "--count", data=small)
    assert (counted.exit_code, counted.stdout, counted.stderr.count("\n")) == (2, "", 1)


def test_numbers_that_excel_would_cut_are_text() -> None:
    """It has fifteen digits; booleans are such, half a surrogate pair is shown."""
    rows = ((2**62, 1.5, True, None), (-12, "=1+1", False, "\udcff"))
    (sheet,) = opened(workbook_bytes(DATASET, [Sheet(name="a", header=("a", "b", "c", "d"), rows=rows)]))
    assert list(sheet.iter_rows(min_row=2, values_only=True)) == [
        (str(2**62), 1.5, True, None),
        (-12, "=1+1", False, "\\udcff"),
    ]
    assert sheet["B3"].data_type == "s"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("13 missions: [x]/y*?", "13 missions x y"),
        ("x" * 40, "x" * 31),
        ("", "Answer"),
        ("sources", "Answer"),
        ("'", "Answer"),
    ],
)
def test_a_title_names_its_sheet_as_far_as_excel_takes_it(title: str, name: str) -> None:
    """No sign that Excel refuses, 31 letters, and no name twice."""
    assert sheet_name(title, taken="Sources") == name


def installed(monkeypatch: pytest.MonkeyPatch, home: Path, *, has_pip: bool) -> str:
    """Return what is said of a missing XlsxWriter where the program stands in *home*."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.setattr(sys, "prefix", str(home))
    monkeypatch.setattr(sys, "executable", "/a b/python")
    monkeypatch.setattr(workbook, "find_spec", lambda _: object() if has_pip else None)
    with pytest.raises(UsageError) as caught:
        workbook_bytes(DATASET, ())
    return str(caught.value)


def test_without_the_extra_a_command_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pip put the program, where uv did, which leaves no pip there, and where pipx did."""
    wanted = "Excel files need XlsxWriter: "
    assert installed(monkeypatch, tmp_path, has_pip=True) == f"{wanted}'/a b/python' -m pip install XlsxWriter"
    uv = f"{wanted}uv pip install --python '/a b/python' XlsxWriter"
    assert installed(monkeypatch, tmp_path, has_pip=False) == uv
    (tmp_path / "cnes-partners").mkdir()
    (tmp_path / "cnes-partners" / "pipx_metadata.json").touch()
    pipx = f"{wanted}pipx inject cnes-partners XlsxWriter"
    assert installed(monkeypatch, tmp_path / "cnes-partners", has_pip=True) == pipx
