"""The timeline, end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cnes_partners.output.characters.cells import cell_width
from tests.conftest import Run


def test_missions_stand_on_an_axis(run: Run, small: Path) -> None:
    """Launch to end is drawn full, a plan dashed, what operates with an arrow; the years are written."""
    shown = run("timeline", data=small).stdout
    lines = {line.split("  ")[0]: line for line in shown.splitlines()}
    assert "●━" in lines["Sea-1"]
    assert "▶" in lines["Sea-2"]
    assert "○╌" in lines["Moons"]
    assert "2001-2013" in lines["Sea-1"]


def test_a_timeline_lists_its_records(run: Run, small: Path) -> None:
    """JSON gives each mission's span under the group it stands in."""
    rows = json.loads(run("timeline", "--by", "decade", "-f", "json", data=small).stdout)
    keys = ("id", "group", "starts", "ends", "is_planned", "is_ongoing")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("sea-1", "2000s", "2001-12-07", "2013-07-01", False, False),
        ("sea-2", "2010s", "2016-01", None, False, True),
        ("moons", "2020s", "2026", None, True, False),
    ]


def test_a_plan_of_which_the_date_has_passed_is_marked(run: Run, small: Path) -> None:
    """In the picture, in the list and for programs."""
    path = small / "missions/moons.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('date: "2026"', 'date: "2025"'), encoding="utf-8")
    shown = run("timeline", data=small).stdout
    assert "○╌╌? planned, date passed" in shown.splitlines()[2]
    assert "○╌╌╌?" in next(line for line in shown.splitlines() if line.startswith("Moons"))
    assert "○╌╌? prévu, date passée" in run("timeline", "--lang", "fr", data=small).stdout
    run("timeline", "--svg", str(small.parent / "time.svg"), data=small)
    assert "2025 (plan, date passed)" in (small.parent / "time.svg").read_text(encoding="utf-8")
    assert "2025 (plan, date passed)" in run("timeline", "-C", "id,starts", data=small).stdout
    rows = json.loads(run("timeline", "-f", "json", data=small).stdout)
    assert {row["id"]: row["is_overdue"] for row in rows} == {"moons": True, "sea-1": False, "sea-2": False}


def test_by_partner_a_mission_stands_under_each(run: Run, small: Path) -> None:
    """One without a partner stands last, under its own heading."""
    rows = json.loads(run("timeline", "--by", "partner", "-f", "json", data=small).stdout)
    assert [(row["group"], row["id"]) for row in rows] == [("esa", "sea-1"), ("jp", "moons"), (None, "sea-2")]
    assert "No partner on record" in run("timeline", "--by", "partner", data=small).stdout


def test_filters_are_those_of_missions(run: Run, small: Path) -> None:
    """The same filters give the same missions."""
    for options in (("-p", "japan"), ("-c", "european"), ("--theme", "earth"), ("--from", "2010"), ("--role", "lead")):
        missions = json.loads(run("missions", *options, "-f", "json", data=small).stdout)
        spans = json.loads(run("timeline", *options, "-f", "json", data=small).stdout)
        assert {span["id"] for span in spans} == {mission["id"] for mission in missions}


def test_agreements_stand_by_partner_or_kind(run: Run, small: Path) -> None:
    """By partner; of one partner by kind; each mark is a date."""
    every = json.loads(run("timeline", "--agreements", "-f", "json", data=small).stdout)
    of_japan = json.loads(run("timeline", "--agreements", "-p", "japan", "-f", "json", data=small).stdout)
    assert [(row["group"], row["date"]) for row in every] == [("jp", "1986"), ("jp", "2015-10-05")]
    assert [row["group"] for row in of_japan] == ["framework", "inter-agency"]
    assert "●" in run("timeline", "--agreements", data=small).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--by", "kind"),
        ("--agreements", "--by", "theme"),
        ("--agreements", "--theme", "earth"),
        ("-p", "jp", "--by", "x"),
    ],
)
def test_what_cannot_be_grouped_so_is_refused(run: Run, small: Path, arguments: tuple[str, ...]) -> None:
    """Wrong usage is one line and exit code 2."""
    result = run("timeline", *arguments, data=small)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_no_mission_is_no_error(run: Run, small: Path) -> None:
    """Nothing to draw is said, and the list is empty."""
    result = run("timeline", "-p", "norway", data=small)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "0 missions in time with Norway (no)")


@pytest.mark.parametrize("width", ["80", "200"])
def test_japan_is_readable(run: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    """At 80 columns and more every mission of Japan's has its name, uncut, and nothing is wider than the screen."""
    monkeypatch.setenv("COLUMNS", width)
    result = run("timeline", "-p", "japan")
    drawn, _, notes = result.stdout.partition("\n\nWithout a date")
    assert max(len(line) for line in drawn.splitlines()) <= int(width)
    names = [mission["name"] for mission in json.loads(run("missions", "-p", "japan", "-f", "json").stdout)]
    assert all(name in drawn + notes for name in names)


@pytest.mark.parametrize("columns", ["", "0", "-5", "x", "²", "9" * 5_000])
def test_a_width_that_is_none_is_80(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Whatever COLUMNS holds beside a number of columns, the axis has the usual width."""
    usual = run("timeline", data=small)
    monkeypatch.setenv("COLUMNS", columns)
    assert run("timeline", data=small) == usual


def test_a_timeline_is_drawn_in_markdown(run: Run, small: Path) -> None:
    """A note gets the same lines as a terminal, where nothing reads them as markup."""
    shown = run("timeline", data=small).stdout
    written = run("timeline", "-f", "markdown", data=small).stdout
    assert written.startswith("## 3 missions in time\n\n```text\n")
    drawn = [line for line in shown.splitlines() if "━" in line]
    assert [line for line in written.splitlines() if "━" in line] == drawn


def test_a_picture_in_markdown_is_as_wide_as_told(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--width is the width of pictures in a note, too; COLUMNS is not asked then."""
    monkeypatch.setenv("COLUMNS", "120")
    lines = run("timeline", "-f", "markdown", "--width", "60", data=small).stdout.splitlines()
    picture = lines[lines.index("```text") + 1 : lines.index("```")]
    assert 50 < max(map(cell_width, picture)) <= 60
