"""search and sources through the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


def test_moons_of_mars_is_mmx(run: Run) -> None:
    """In the bundled dataset the mission comes before what is said of it."""
    hits = json.loads(run("search", "moons of mars", "-f", "json").stdout)
    assert hits[0] == {
        "id": "mmx",
        "table": "mission",
        "name": "MMX",
        "name_fr": None,
        "where": "destination",
        "snippet": "Mars moons Phobos (landing, sample return) and Deimos (flybys)",
    }


def test_accents_do_not_count(run: Run) -> None:
    """coopération and cooperation find the same, in the same order."""
    accented, plain = (run("search", word, "-f", "csv").stdout for word in ("coopération", "cooperation"))
    assert accented == plain
    assert len(plain.splitlines()) > 100


@pytest.mark.parametrize("text", ["zzz", "***", "'; --", '"zzz" OR NEAR('])
def test_nothing_found_is_an_answer(run: Run, small: Path, text: str) -> None:
    """An empty list, exit code 0, and no sign is syntax."""
    result = run("search", text, "-f", "json", data=small)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "[]\n", "")
    assert run("search", text, "--count", data=small).stdout == "0\n"


def test_hits_as_people_read_them(run: Run, small: Path) -> None:
    """Words need no quotes; names, and what a field is called, are in the language."""
    assert run("search", "norvege", "--lang", "fr", data=small).stdout.splitlines()[0::3] == [
        "1 fiche parle de « norvege »",
        "partenaire  no  Norvège  nom  Norvège",
    ]
    assert run("search", "moons", "of", "mars", "--no-header", data=small).stdout.split() == [
        *("mission", "moons", "Moons", "destination", "Moons", "of", "Mars"),
    ]


def test_one_source_shows_who_cites_it(run: Run, small: Path) -> None:
    """What it is, and the records by table and id."""
    lines = run("sources", "old-book", data=small).stdout.splitlines()
    assert lines[0] == "An old book"
    assert lines[-1].split() == ["partner", "jp", "Japan"]
    record = json.loads(run("sources", "old-book", "-f", "json", data=small).stdout)
    assert (record["cited_by_count"], record["cited_by"]) == (
        1,
        [{"table": "partner", "id": "jp", "name": "Japan", "name_fr": "Japon"}],
    )


def test_the_bibliography_as_csv_counts_citations(run: Run, small: Path) -> None:
    """Who cites a source stands in one cell."""
    chosen = run(
        "sources", "-C", "id,cited_by_count,cited_by", "-s", "cited_by_count,id", "-n", "2", "-f", "csv", data=small
    )
    assert chosen.stdout == "id,cited_by_count,cited_by\nold-book,1,partner jp\nold-page,1,mission moons\n"


def test_an_unknown_source_is_not_found(run: Run, small: Path) -> None:
    """Exit code 3, one line."""
    result = run("sources", "pag", data=small)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "cnes-partners: No source is called 'pag'. Did you mean page?\n"
