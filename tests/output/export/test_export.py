"""Exports hold the whole dataset, say what it is, and are written whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.database.schema import sql_tables
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.tables import SHAPE
from cnes_partners.errors import CnesPartnersError, OutputError, UsageError
from cnes_partners.output.export.csv_folder import csv_files, write_folder
from cnes_partners.output.export.excel import excel_bytes
from cnes_partners.output.export.export import Kind, export, json_text, kind_of

ABOUT = ("A small dataset", "1", "2026-01-31", "CC BY 4.0", "A small dataset (2026-01-31)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder to write to."""
    path = tmp_path / "out"
    path.mkdir()
    return path


def sheets(content: bytes) -> Any:
    import io

    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.sqlite", Kind.SQLITE),
        ("a.sqlite3", Kind.SQLITE),
        ("a.DB", Kind.SQLITE),
        ("a.json", Kind.JSON),
        ("a.xlsx", Kind.EXCEL),
    ],
)
def test_the_ending_says_what_an_export_is(name: str, kind: Kind) -> None:
    """As people name such files."""
    assert kind_of(Path(name), is_csv=False) is kind


@pytest.mark.parametrize(("name", "is_csv"), [("a", False), ("a.csv", False), ("a.txt", False), ("a.json", True)])
def test_an_ending_that_does_not_fit_is_refused(name: str, is_csv: bool) -> None:
    """Nothing is guessed."""
    with pytest.raises(UsageError, match=name):
        kind_of(Path(name), is_csv=is_csv)


def test_a_folder_may_have_any_other_name() -> None:
    """With --csv the name is that of a folder."""
    assert kind_of(Path("2026.11"), is_csv=True) is Kind.CSV


def test_json_is_read_back_as_the_same_dataset(small: Path, folder: Path) -> None:
    """``--data`` reads what ``export`` wrote."""
    export(load(small), folder / "a.json", Kind.JSON)
    again = load(folder / "a.json")
    assert {name: again.table(name) for name in TABLES} == {name: load(small).table(name) for name in TABLES}


def test_json_of_the_bundled_dataset_is_read_back_as_the_same(folder: Path) -> None:
    """Every record, field and value, and the export of the export is the same text."""
    bundled = load()
    export(bundled, folder / "a.json", Kind.JSON)
    again = load(folder / "a.json")
    assert [name for name in TABLES if again.table(name) != bundled.table(name)] == []
    assert json_text(again) == (folder / "a.json").read_text(encoding="utf-8")


def test_json_begins_with_what_the_dataset_is(small: Path) -> None:
    """The shape, then licence, citation, version and date come first."""
    exported = json.loads(json_text(load(small)))
    assert list(exported) == ["shape", *TABLES]
    assert exported["shape"] == SHAPE
    assert tuple(value for key, value in exported["metadata"][0].items() if key != "title_fr") == ABOUT


def test_sqlite_holds_tables_views_and_what_it_is(small: Path, folder: Path) -> None:
    """It opens as an SQLite file."""
    export(load(small), folder / "a.sqlite", Kind.SQLITE)
    with closing(sqlite3.connect(folder / "a.sqlite")) as database:
        assert database.execute("SELECT id FROM partner ORDER BY name LIMIT 1").fetchone() == ("esa",)
        assert database.execute("SELECT title, version, as_of, licence, citation FROM metadata").fetchall() == [ABOUT]
        assert database.execute("SELECT mission FROM partner_mission").fetchall() == [("sea-1",), ("moons",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA user_version").fetchone() == (SHAPE,)
    assert [path.name for path in folder.iterdir()] == ["a.sqlite"]


def test_csv_has_a_file_a_table_and_a_readme(small: Path, folder: Path) -> None:
    """The files hold the rows of SQL; the README says what they are."""
    export(load(small), folder / "csv", Kind.CSV)
    assert {path.name for path in (folder / "csv").iterdir()} == {
        "README.md",
        *(f"{name}.csv" for name in sql_tables()),
    }
    readme = (folder / "csv" / "README.md").read_text(encoding="utf-8")
    assert [text for text in ABOUT if text not in readme] == []
    with (folder / "csv" / "esa_income.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["year"], row["amount_meur"], row["approximate"], row["share_pct"]) for row in rows] == [
        ("2021", "1000", "false", ""),
        ("2022", "1178", "true", ""),
        ("2022", "1018", "false", ""),
    ]


def test_excel_has_a_sheet_a_table_with_a_frozen_header(small: Path) -> None:
    """Names of sheets are those of the tables; the header stays in sight."""
    workbook = sheets(excel_bytes(load(small)))
    assert workbook.sheetnames == list(sql_tables())
    assert {sheet.freeze_panes for sheet in workbook} == {"A2"}
    assert tuple(cell.value for cell in workbook["metadata"][2])[1:] == (
        ABOUT[0],
        None,
        ABOUT[1],
        datetime(2026, 1, 31),
        *ABOUT[3:],
    )
    assert workbook.properties.description == "A small dataset (2026-01-31)\nLicence: CC BY 4.0"


def test_excel_has_real_dates_and_numbers(small: Path) -> None:
    """A whole date is a date, a date known to the month or year stays text, numbers and booleans are such."""
    workbook = sheets(excel_bytes(load(small)))
    missions = {row[0]: row for row in workbook["mission"].iter_rows(values_only=True)}
    launched = missions["id"].index("launch_date")
    assert [missions[id][launched] for id in ("sea-1", "sea-2", "moons")] == [datetime(2001, 12, 7), "2016-01", "2026"]
    assert [row[1:6] for row in workbook["esa_income"].iter_rows(min_row=3, max_row=3, values_only=True)] == [
        (2022, "fr", "member-state", 1178, True)
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://example.org")', "https://example.org", "12", "{=1}"]
)
def test_text_in_excel_is_never_a_formula(small: Path, text: str) -> None:
    """What looks like a formula, a link or a number and is text stays the text that it is."""
    path = small / "missions" / "sea-2.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Satellite without a partner.", f"'{text}'"), encoding="utf-8"
    )
    sheet = sheets(excel_bytes(load(small)))["mission"]
    header = [cell.value for cell in sheet[1]]
    cell = sheet.cell(row=4, column=header.index("summary") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_date_before_excel_stays_text(small: Path) -> None:
    """Excel knows no day before 1900."""
    path = small / "missions" / "sea-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2001-12-07", "1899-12-31"), encoding="utf-8")
    sheet = sheets(excel_bytes(load(small)))["mission"]
    header = [cell.value for cell in sheet[1]]
    assert sheet.cell(row=3, column=header.index("launch_date") + 1).value == "1899-12-31"


def test_a_text_that_excel_cannot_hold_is_an_error(small: Path) -> None:
    """It is not cut behind the reader's back."""
    path = small / "missions" / "sea-2.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Satellite without a partner.", "x" * 32_768), encoding="utf-8"
    )
    with pytest.raises(OutputError, match=r"a text in mission has more than the 32,767 characters"):
        excel_bytes(load(small))


def test_without_the_extra_excel_says_how_to_get_it(small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """XlsxWriter is an option."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"pip install 'cnes-partners\[excel\]'"):
        export(load(small), folder / "a.xlsx", Kind.EXCEL)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["a.json", "a.sqlite", "a.xlsx"])
def test_what_is_there_is_only_replaced_when_told(small: Path, folder: Path, name: str) -> None:
    """Without *replace* the file is as it was."""
    path = folder / name
    path.write_text("mine", encoding="utf-8")
    kind = kind_of(path, is_csv=False)
    with pytest.raises(UsageError, match="--force replaces it"):
        export(load(small), path, kind)
    assert path.read_text(encoding="utf-8") == "mine"
    export(load(small), path, kind, replace=True)
    assert path.read_bytes() != b"mine"


def test_a_folder_is_only_replaced_when_it_is_an_export(small: Path, folder: Path) -> None:
    """An empty one is filled, an earlier export is replaced when told, anything else is left alone."""
    dataset = load(small)
    export(dataset, folder, Kind.CSV)
    (folder / "partner.csv").write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        export(dataset, folder, Kind.CSV)
    assert (folder / "partner.csv").read_text(encoding="utf-8") == "old"
    export(dataset, folder, Kind.CSV, replace=True)
    assert (folder / "partner.csv").read_text(encoding="utf-8").startswith("id,name,")
    (folder / "thesis.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"no export \(thesis.md\)"):
        export(dataset, folder, Kind.CSV, replace=True)


@pytest.mark.parametrize("obstacle", ["folder", "link", "read-only", "another user's"])
def test_a_folder_changes_only_if_all_of_it_can(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    """One file that may not be replaced keeps the others as they are, too."""
    dataset = load(small)
    export(dataset, folder / "csv", Kind.CSV)
    (folder / "csv/README.md").write_text("old", encoding="utf-8")
    last = folder / "csv/subscription.csv"
    match obstacle:
        case "folder":
            last.unlink()
            last.mkdir()
        case "link":
            last.rename(folder / "mine.csv")
            last.symlink_to(folder / "mine.csv")
        case "read-only":
            last.chmod(0o444)
        case _:
            monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises((UsageError, OutputError), match=r"\.csv|README"):
        export(dataset, folder / "csv", Kind.CSV, replace=True)
    assert (folder / "csv/README.md").read_text(encoding="utf-8") == "old"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_is_not_written_over_a_file(small: Path, folder: Path) -> None:
    """Even when told to replace."""
    (folder / "csv").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="no folder"):
        export(load(small), folder / "csv", Kind.CSV, replace=True)


@pytest.mark.parametrize("kind", [Kind.JSON, Kind.SQLITE, Kind.EXCEL, Kind.CSV])
def test_a_place_that_is_not_there_is_an_error(small: Path, folder: Path, kind: Kind) -> None:
    """The error names the place as it was given."""
    path = folder / "missing" / "export"
    with pytest.raises(OutputError, match=r"cannot write .*export: No such file or directory"):
        export(load(small), path, kind)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", Kind)
def test_links_in_a_circle_are_an_error(small: Path, folder: Path, kind: Kind) -> None:
    """Such a link is no place to write to, on every Python, and stays what it is."""
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    with pytest.raises(OutputError, match="a: its links lead in a circle"):
        export(load(small), folder / "a", kind, replace=True)
    assert [path.is_symlink() for path in folder.iterdir()] == [True, True]


def test_a_failure_in_the_midst_of_a_folder_leaves_nothing(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full after some files leaves none of them, and no temporary folder."""
    written: list[Path] = []
    write_bytes = Path.write_bytes

    def fill_up(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(OutputError, match="No space left on device"):
        write_folder(folder / "csv", csv_files(load(small)), replace=False)
    assert len(written) == 5
    assert list(folder.iterdir()) == []


def test_a_dataset_that_does_not_decode_leaves_nothing(small: Path, folder: Path) -> None:
    """An export of half a dataset would be no export."""
    (small / "esa" / "budget.yaml").write_text("- year: x\n", encoding="utf-8")
    for kind in (Kind.JSON, Kind.SQLITE, Kind.EXCEL, Kind.CSV):
        with pytest.raises(CnesPartnersError):
            export(load(small), folder / "export", kind)
    assert list(folder.iterdir()) == []
