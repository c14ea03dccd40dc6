"""CSV for spreadsheets: what opens there is what the answer holds; plain CSV stays as it is."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from operator import itemgetter
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cnes_partners.output.formats.formats import Format, writer
from cnes_partners.output.formats.look import Dialect, Look
from cnes_partners.views.view import View, column
from tests.conftest import Run

VALUES = (1.5, 1070, True, None, ("a", "b"), "Norvège; €", "=1+1", "-x", -2, "2,5")


def text(dialect: Dialect | None, *, has_header: bool = True) -> str:
    columns = tuple(column(f"c{place}", "", value=itemgetter(place)) for place in range(len(VALUES)))
    view = View(title="", columns=columns, records=(VALUES,))
    return "".join(writer(Format.CSV)(view, Look(has_header=has_header, dialect=dialect)))


def test_each_dialect_has_its_signs() -> None:
    """A mark before all, lines as Windows ends them, the decimal sign and the words of the country."""
    english, french = text(Dialect.EXCEL, has_header=False), text(Dialect.EXCEL_FR, has_header=False)
    assert english == "\ufeff1.5,1070,TRUE,,a;b,Norvège; €,'=1+1,'-x,-2,\"2,5\"\r\n"
    assert french == '\ufeff1,5;1070;VRAI;;"a;b";"Norvège; €";\'=1+1;\'-x;-2;2,5\r\n'
    assert text(None, has_header=False) == '1.5,1070,true,,a;b,Norvège; €,=1+1,-x,-2,"2,5"\n'
    assert text(Dialect.EXCEL_FR).startswith("\ufeffc0;c1;")


def test_a_dialect_is_of_csv_alone(run: Run, small: Path, tmp_path: Path) -> None:
    """Elsewhere it would be lost in silence; a file's name says CSV, too."""
    refused = run("partners", "--dialect", "excel", data=small)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        "cnes-partners: --dialect is of CSV, and this is table: add -f csv, or name the file FILE.csv.\n"
    )
    file = tmp_path / "a.csv"
    assert run("partners", "--dialect", "excel", "-o", str(file), data=small).exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,name,")


def test_a_french_list_of_amounts_has_the_values_of_json(run: Run) -> None:
    """Read as French spreadsheets read it, each amount is the number that JSON has."""
    options = ("esa", "compare", "fr", "de", "it", "gb", "--from", "2005", "--real", "2020", "--wide")
    written = run(*options, "-f", "csv", "--dialect", "excel-fr").stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written), delimiter=";"))
    assert list(rows[0]) == ["year", "fr", "de", "it", "gb"]
    for row, record in zip(rows, json.loads(run(*options, "-f", "json").stdout), strict=True):
        real = {line["contributor"]: line["real_meur"] for line in record["lines"] if line["real_meur"] is not None}
        found = {name: float(cell.replace(",", ".")) for name, cell in row.items() if cell and name != "year"}
        assert (int(row["year"]), found) == (record["year"], real)


@pytest.mark.skipif(shutil.which("localc") is None, reason="LibreOffice Calc is not installed")
@pytest.mark.parametrize(
    ("dialect", "locale", "separator"), [("excel-fr", "fr-FR", ";"), ("excel", "en-US", ",")], ids=["fr", "en"]
)
def test_libreoffice_opens_it(run: Run, tmp_path: Path, dialect: str, locale: str, separator: str) -> None:
    """In the locale that a dialect is for, amounts are numbers, accents are right, and no text was computed."""
    file = tmp_path / "a.csv"
    columns = ("year", "contributor", "amount_meur", "share_of_total_pct", "is_contested", "note_fr")
    command = ("esa", "compare", "fr", "de", "--from", "2005", "-C", ",".join(columns))
    run(*command, "--dialect", dialect, "-o", str(file))
    header, *rows = opened_by_libreoffice(file, locale, separator)
    assert header == columns
    records = json.loads(run(*command, "-f", "json").stdout)
    assert [row[:2] for row in rows] == [(record["year"], record["contributor"]) for record in records]
    for place, name in enumerate(columns[2:4], start=2):  # the program writes fifteen digits
        amounts = [record[name] for record in records]
        assert [row[place] for row in rows] == [None if amount is None else pytest.approx(amount) for amount in amounts]
    assert [row[5] for row in rows] == [record["note_fr"] for record in records]
    assert any("é" in row[5] for row in rows if row[5])
    assert any(isinstance(row[3], float) for row in rows)


def opened_by_libreoffice(file: Path, locale: str, separator: str) -> list[tuple[Any, ...]]:
    """Return the rows that LibreOffice reads of a file of CSV where it works in that locale."""
    profile = file.parent / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
        f"<value>{locale}</value></prop></item>\n</oor:items>\n",
        encoding="utf-8",
    )
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile.parent}", "--headless",
         f"--infilter=CSV:{ord(separator)},34,UTF8,1", "--convert-to", "xlsx", "--outdir", str(file.parent), str(file)],
        capture_output=True,
        timeout=300,
        check=True,
    )  # fmt: skip
    sheet = openpyxl.load_workbook(file.with_suffix(".xlsx")).worksheets[0]
    return list(sheet.iter_rows(values_only=True))
