"""Exports hold the whole dataset, say what it is, and are written whole or not at all."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.database.schema import sql_tables
from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.tables import SHAPE
from cnes_partners.errors import CnesPartnersError, OutputError, UsageError
from cnes_partners.output.export.excel import excel_bytes
from cnes_partners.output.export.export import Kind, export, json_text, kind_of
from cnes_partners.queries.esa.compare import compare

ABOUT = ("A small dataset", "1", "2026-01-31", "CC BY 4.0", "A small dataset (2026-01-31)")


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
    assert tuple(value for key, value in exported["metadata"][0].items() if key not in ("title_fr", "author")) == ABOUT


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


def test_csv_has_a_file_a_table_and_what_they_are(small: Path, folder: Path) -> None:
    """The files hold the rows of SQL; README and data package say what they are."""
    export(load(small), folder / "csv", Kind.CSV)
    assert {path.name for path in (folder / "csv").iterdir()} == {
        "README.md",
        "datapackage.json",
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
        None,
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


def test_amounts_of_a_year_have_constant_euros_beside_them(bundled: Dataset) -> None:
    """In euros of the newest year that has prices, by which the column is called; as ``--real`` computes them."""
    workbook = sheets(excel_bytes(bundled))
    year = max(line.year for line in bundled.prices)
    header, *rows = workbook["esa_income"].iter_rows(values_only=True)
    assert header[-1] == f"amount_meur_{year}"
    at = {name: place for place, name in enumerate(header)}
    real = {(line.year, line.amount_meur): line.real_meur
            for line in compare(bundled, ("de", "it"), prices_of=year) if line.amount_meur is not None}  # fmt: skip
    of_both = [row for row in rows if row[at["contributor"]] in ("de", "it")]
    found = {(row[at["year"]], row[at["amount_meur"]]): row[-1] for row in of_both}
    assert real
    assert {key: found[key] for key in real} == pytest.approx(real)
    budget, *_ = workbook["cnes_budget"].iter_rows(values_only=True)
    assert budget[-2:] == (f"amount_meur_{year}", f"esa_meur_{year}")
    assert workbook["subscription"].cell(1, workbook["subscription"].max_column).value == "note_fr"  # of several years


def test_a_dataset_that_does_not_decode_leaves_nothing(small: Path, folder: Path) -> None:
    """An export of half a dataset would be no export."""
    (small / "esa" / "budget.yaml").write_text("- year: x\n", encoding="utf-8")
    for kind in (Kind.JSON, Kind.SQLITE, Kind.EXCEL, Kind.CSV):
        with pytest.raises(CnesPartnersError):
            export(load(small), folder / "export", kind)
    assert list(folder.iterdir()) == []
