"""What is echoed, a path, an argument or a text of the data, neither drives a terminal nor forges a line or a fence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cnes_partners.output.formats.formats import Format, writer
from cnes_partners.output.formats.look import Look
from cnes_partners.views.charts import Bar, BarChart
from cnes_partners.views.sections import Picture
from cnes_partners.views.view import View
from tests.conftest import Run
from tests.hostile.measured import ROOT
from tests.hostile.test_yaml import JAPAN, NAME, assert_harmless

ESCAPES = "\x1b]0;title\x07"
MARKS = "\u061c\u200e\u200f\u2028\u2029\u202e\u2066"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="such names of files are POSIX")


@pytest.mark.parametrize("name", [f"{ESCAPES}a", f"{MARKS}a", "a\nWrote b", "a\tb", "a\udcffb"])
@pytest.mark.parametrize(
    "command",
    [
        ("export", "{}.json"),
        ("export", "{}", "--csv"),
        ("export", "no/{}.json"),
        ("export", "{}.xyz"),
        ("partners", "-o", "no/{}.csv"),
        ("partners", "--data", "{}"),
        ("check", "{}"),
        ("esa", "--svg", "no/{}.svg"),
    ],
)
def test_a_path_stays_in_its_line(
    small: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: tuple[str, ...]
) -> None:
    """Whatever a path is made of, what is said of it is one line that a terminal can show."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(small))
    result = run(*(part.replace("{}", name) for part in command))
    assert result.exit_code in (0, 1, 2, 4)
    assert result.stderr.count("\n") == 1
    assert_harmless(result.stderr)
    assert not set(result.stderr) & set(MARKS)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "yaml", "markdown", "html", "table"])
def test_a_path_that_is_no_utf_8_reaches_every_format(small: Path, form: str) -> None:
    """A file of the dataset whose name is bytes is named by ``check`` with an escape; in JSON it is JSON's own."""
    with open(os.fsencode(small) + b"/missions/\xff\nx.yaml", "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"a: 1\n")
    command = [sys.executable, "-m", "cnes_partners", "check", str(small), "-f", form]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (4, b"")
    assert b"\\" in done.stdout
    assert b"Traceback" not in done.stdout
    if form == "json":
        files = {problem["file"] for problem in json.loads(done.stdout)}
        assert "data/missions/\udcff\nx.yaml" in files
    if form == "table":
        assert all(line.startswith(b"data/") for line in done.stdout.splitlines()[2:])


def test_a_table_that_is_no_utf_8_is_named(small: Path, run: Run, tmp_path: Path) -> None:
    """The name of a table in an export is text like any other."""
    (tmp_path / "x.json").write_text('{"metadata": [], "\\udcff\\u2028": []}', encoding="utf-8")
    result = run("check", "-f", "json", data=tmp_path / "x.json")
    assert result.exit_code == 4
    assert json.loads(result.stdout)[0]["message"].endswith(r'no table is called "\xdcff\x2028"')


@pytest.mark.parametrize("character", [*MARKS, "\u200e"])
def test_marks_of_direction_and_separators_are_control_characters(small: Path, run: Run, character: str) -> None:
    """No value of a dataset may hold one; an argument that does is shown with it written out."""
    text = JAPAN.replace(NAME, f'name: "Ja{character}pan"\n')
    (small / "partners/jp.yaml").write_text(text, encoding="utf-8")
    said = f"data/partners/jp.yaml:2: jp: name: control character U+{ord(character):04X} (remove it)"
    assert run("partners", data=small).stderr == f"cnes-partners: {said}\n"
    assert f"\n{said}\n" in run("check", data=small).stdout
    assert character not in run("partner", f"x{character}y").stderr
    assert character not in run("search", f"x{character}y", "-f", "markdown").stdout


@pytest.mark.parametrize("label", ["```", "x```", "````\n# forged", "```\n```", "~~~"])
def test_a_fence_of_markdown_is_not_left_by_what_is_in_it(label: str) -> None:
    """The fence is longer than any row of backticks in the chart."""
    chart = BarChart(value_label="M€", label_label="", bars=(Bar(label=label, value=1, text="1"),))
    view = View(title="Bars", columns=(), records=(), sections=(Picture(title="", chart=chart),))
    lines = "".join(writer(Format.MARKDOWN)(view, Look())).splitlines()
    (start,) = [number for number, line in enumerate(lines) if line.endswith("text") and line.startswith("```")]
    fence = lines[start].removesuffix("text")
    assert lines[-1] == fence
    assert not [line for line in lines[start + 1 : -1] if line.strip().startswith(fence)]
