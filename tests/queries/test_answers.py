"""Every answer on the dense dataset, value by value: a sum, rank, share, place or order that changes is seen here.

The other tests say by rule what must hold; these say what comes out. Changed on purpose: look at the difference, then
pytest --snapshot-update.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import Run
from tests.queries.dense import STATED

ANSWERS = (
    "categories",
    "partners",
    "partners --category european --kind country",
    "partners --area earth",
    "partners --status suspended --region europe",
    "partner japan",
    "partner esa",
    "partner no",
    "missions",
    "missions --partner jp --partner esa",
    "missions --category european --theme earth --status operational",
    "missions --role lead --kind mission",
    "missions --from 2009 --to 2009-12",
    "mission kalypso",
    "mission delta",
    "agreements",
    "agreements --partner esa --kind treaty",
    "agreements --from 2015-10 --to 2015",
    "timeline",
    "timeline --by partner",
    "timeline --by partner --partner jp",
    "timeline --by decade --to 2012",
    "timeline --agreements --by partner",
    "timeline --agreements --by kind",
    "timeline --agreements --by decade",
    "brief japan",
    "brief no esa --all",
    "sources",
    "sources old-page",
    "sources --kind press",
    "esa",
    "esa --real 2022",
    "esa budget",
    "esa budget --from 2019 --to 2020 --real 2021",
    *(f"esa contributors --year {year}" for year in range(2018, 2025)),
    "esa contributors",
    "esa compare fr de it",
    "esa compare fr de --real 2021",
    "esa compare de fr --from 2020 --to 2022",
    "esa compare fr de it --measure voted",
    "esa compare fr --measure planned",
    "esa contribution",
    "esa contribution --measure voted --measure paid",
    "esa contribution --from 2022 --to 2022",
    "esa domains",
    "esa domains --year 2021",
    "esa councils",
    *(f"esa councils {id}" for id in ("cm08", "cm12", "cm16", "cm19", "cm22")),
    "esa members",
    "esa members --status member",
    "check --stale 1",
    "search note",
    "search mission",
    "search agreement 2015",
    "search mars",
    "search page",
)
REFUSED = (
    "partner france",
    "partner italy",
    "partner germany",
    "partner calipso",
    "partner craftname",
    "partner european",
    "mission japan",
    "mission kalipso",
    "mission instrumentname",
    "mission agency",
    "esa councils cm99",
    "esa contributors --year 1990",
    "esa domains --year 2021 --year 1990",
    "esa budget --real 1990",
    "esa compare fr japan",
    "esa compare fr de --measure subscribed",
    "esa compare fr de it --measure paid",
    "timeline --by kind",
    "timeline --agreements --by theme",
    "claims claim-99",
)


@pytest.mark.parametrize("command", ANSWERS)
def test_an_answer(run: Run, dense: Path, snapshot: SnapshotAssertion, command: str) -> None:
    """A record a line, with all its values; and how many were left out."""
    result = run(*command.split(), "-f", "jsonl", data=dense)
    assert result.exit_code == 0
    assert _known_values(result.stdout) + result.stderr == snapshot


def _known_values(lines: str) -> str:
    """Return lines of JSON without what is null in them."""
    return "".join(f"{json.dumps(_known(json.loads(line)), ensure_ascii=False)}\n" for line in lines.splitlines())


def _known(value: Any) -> Any:
    if isinstance(value, list):
        return [_known(item) for item in value]
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items() if item is not None}
    return value


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_overview(run: Run, dense: Path, snapshot: SnapshotAssertion, language: str) -> None:
    """What stands first, of all that the other answers hold."""
    assert _packed(run("overview", "--lang", language, "--width", "400", data=dense).stdout) == snapshot


@pytest.mark.parametrize("number", range(1, len(STATED) + 1))
def test_a_claim_is_judged(run: Run, dense: Path, snapshot: SnapshotAssertion, number: int) -> None:
    """Verdict, reason and every step, as values in English, and as French readers get them."""
    result = run("claims", f"claim-{number}", "-f", "jsonl", data=dense)
    french = run("claims", f"claim-{number}", "--lang", "fr", "--width", "400", data=dense)
    assert (result.exit_code, french.exit_code) == (0, 0)
    assert _known_values(result.stdout) + _packed(french.stdout) == snapshot


def _packed(screen: str) -> str:
    """Return the words of a screen, without the blanks and lines between them."""
    return "\n".join(" ".join(line.strip("─").split()) for line in screen.splitlines() if line.strip("─"))


@pytest.mark.parametrize("command", REFUSED)
def test_a_refusal(run: Run, dense: Path, snapshot: SnapshotAssertion, command: str) -> None:
    """What there is none of is said in a line, with what there is."""
    result = run(*command.split(), data=dense)
    assert result.stdout == ""
    assert (result.exit_code, result.stderr) == snapshot
