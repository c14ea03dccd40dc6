"""Briefs of the bundled dataset, end to end."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import Dataset
from tests.conftest import Run

_MARK = re.compile(r"\[\^(\d+)\](?!:)")
_NOTE = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)


def records(run: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("brief", *arguments, "-f", "json").stdout)
    return found


@pytest.mark.parametrize("arguments", ["japan", "esa", "poland ae", "eu --all", "-c historic --lang fr", "usa --all"])
def test_markdown_has_a_note_for_each_mark(run: Run, arguments: str) -> None:
    """Numbers run on through several partners, in the order of reading; no note is without its mark."""
    text = run("brief", *arguments.split(), "-f", "markdown").stdout
    body = text[: text.index("[^1]: ")]
    marks = list(dict.fromkeys(map(int, _MARK.findall(body))))
    assert marks == list(range(1, len(marks) + 1))
    assert [int(number) for number in _NOTE.findall(text)] == marks


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("arguments", ["japan", "esa", "poland ae --lang fr", "eu --all"])
def test_pandoc_reads_the_markdown_without_a_warning(run: Run, folder: Path, arguments: str) -> None:
    """Every mark becomes a footnote of the document."""
    run("brief", *arguments.split(), "-o", str(folder / "brief.md"))
    command = ["pandoc", "--fail-if-warnings", "-f", "markdown", "-t", "docx", "-o", "brief.docx", "brief.md"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    read = subprocess.run(
        ["pandoc", "-f", "docx", "-t", "json", "brief.docx"], cwd=folder, capture_output=True, text=True, check=True
    )
    marks = _MARK.findall((folder / "brief.md").read_text(encoding="utf-8"))
    assert read.stdout.count('"t":"Note"') == len(marks)


@pytest.mark.parametrize("options", [(), ("--all",), ("--lang", "fr"), ("--all", "--lang", "fr")])
def test_no_id_of_a_source_is_left_on_the_screen(run: Run, bundled: Dataset, options: tuple[str, ...]) -> None:
    """Numbers stand for all of them, also for those within the notes on disagreements."""
    screen = run("brief", "japan", "us", "esa", *options).stdout
    ids = {source.id for source in bundled.sources}
    named = {word for word in re.findall(r"(?<![\w/.=-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/-])", screen) if word in ids}
    assert (named, "[[" in screen) == (set(), False)


@pytest.mark.parametrize("partner", ["jp", "esa", "pl", "ae", "us", "eu"])
def test_every_joint_mission_stands_in_one_group(run: Run, partner: str) -> None:
    """As `missions -p` lists them; the key figures count the groups."""
    (brief,) = records(run, partner)
    groups = {key: [entry["id"] for entry in brief[key]] for key in ("flying", "coming", "ended")}
    every = [id for ids in groups.values() for id in ids]
    listed = json.loads(run("missions", "-p", partner, "-f", "json").stdout)
    assert sorted(every) == sorted(entry["id"] for entry in listed)
    assert {key: len(ids) for key, ids in groups.items()} == {key: brief["figures"][key] for key in groups}


@pytest.mark.parametrize("options", [(), ("--all",)])
def test_every_disagreement_is_told(run: Run, bundled: Dataset, options: tuple[str, ...]) -> None:
    """The partner's own and those of its missions, each with every value."""
    screen = run("brief", "japan", *options).stdout
    told = screen[screen.index("Where sources disagree") : screen.index("What is not known")]
    entries = [
        *bundled.partner("japan").disagreements,
        *(
            entry
            for mission in bundled.missions
            if any(part.partner == "jp" for part in mission.partners)
            for entry in mission.disagreements
        ),
    ]
    assert len(entries) > 30
    assert [entry.about for entry in entries if entry.about not in told] == []
    values = [other.value for entry in entries for other in entry.others if not re.fullmatch(r"[\d-]+", other.value)]
    assert [value for value in values if value not in told] == []


@pytest.mark.parametrize("partner", ["esa", "eu"])
def test_what_the_page_of_cnes_says_is_told(run: Run, bundled: Dataset, partner: str) -> None:
    """Of all that is said of them, what stands on that page."""
    screen = run("brief", partner).stdout
    facts = [fact for fact in bundled.partner(partner).facts if fact.source == "cnes-cooperation"]
    assert len(facts) > 1
    assert [fact.value for fact in facts if fact.value not in screen] == []


def test_a_brief_is_short_and_with_all_it_is_not(run: Run) -> None:
    """About 20,000 characters are two dense pages of A4, those of the notes among them."""
    short = run("brief", "japan", "-f", "markdown").stdout
    assert len(short) < 20_000 < len(run("brief", "japan", "--all", "-f", "markdown").stdout)


def test_partners_and_categories_stand_in_one_document(run: Run, bundled: Dataset) -> None:
    """Those that are named first, then those of the category; each once."""
    found = [entry["id"] for entry in records(run, "nasa", "poland", "USA", "-c", "historic")]
    historic = [partner.id for partner in bundled.partners if partner.category == "historic"]
    assert found[:2] == ["us", "pl"]
    assert sorted(found) == sorted({"pl", *historic})
    assert run("brief", "-c", "historic", "--count").stdout == f"{len(historic)}\n"


def test_pages_of_several_partners_begin_anew(run: Run) -> None:
    """In HTML, all but the first; one partner is the page."""
    page = run("brief", "poland", "ae", "jp", "-f", "html").stdout
    assert page.count('class="begins-page"') == 2
    assert 'class="begins-page"' not in run("brief", "poland", "-f", "html").stdout


def test_rows_are_the_key_figures(run: Run) -> None:
    """For programs, and where columns are asked for: no note is left of what names none."""
    text = run("brief", "japan", "poland", "-C", "id,figures.coming", "-f", "markdown").stdout
    assert text.splitlines()[-2:] == ["| jp | 9 |", "| pl | 5 |"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((), 2, "Name a partner, or a category with -c: cnes-partners brief japan."),
        (("atlantis",), 3, "No partner is called 'atlantis'"),
        (("japan,india",), 3, "so give each partner by itself: japan india."),
    ],
)
def test_what_cannot_be_written_is_told(run: Run, arguments: tuple[str, ...], code: int, message: str) -> None:
    """One line, and nothing on standard output."""
    result = run("brief", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
