"""The rows of the table, as docs/performance.md has them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator

from paired import Row
from programs import Place

PARTNERS = ("partners", "-c", "european")
MISSIONS = ("missions", "--theme", "earth")
TYPER_RICH = "Typer + Rich, same table"
TYPER = "Typer, one line"


def table_rows(place: Place) -> Iterator[Row]:
    """Yield the answers that are read as tables."""
    for name, arguments in (
        ("partners", PARTNERS),
        ("missions", MISSIONS),
        ("swot", ("mission", "swot")),
        ("japan", ("partner", "japan")),
    ):
        yield Row(
            group="table",
            what=f"`{' '.join(arguments)}`",
            against=TYPER_RICH,
            ours=(place.ours, *arguments),
            theirs=(place.table(name, *arguments),),
            target=1.10,
        )


def text_rows(place: Place) -> Iterator[Row]:
    """Yield the answers that programs read."""
    floor = place.line()
    for arguments in (PARTNERS, MISSIONS):
        for form in ("csv", "json"):
            yield Row(
                group="text",
                what=f"`{' '.join(arguments)} -f {form}`",
                against=TYPER,
                ours=(place.ours, *arguments, "-f", form),
                theirs=(floor,),
                target=1.40,
            )


def start_rows(place: Place) -> Iterator[Row]:
    """Yield what costs nothing but the start."""
    floor = place.line()
    completion = (("_CNES_PARTNERS_COMPLETE", "bash"),)
    yield Row(
        group="start", what="`--version`", against=TYPER, ours=(place.ours, "--version"), theirs=(floor,), target=0.90
    )
    for words, what in ((("mission", "swo"), "`mission swo`"), (("--lang", "fr", "mission", "swo"), "it in French")):
        yield Row(
            group="start", what=f"completing {what}", against=TYPER, ours=(place.ours, *words),
            theirs=(floor,), environment=completion, target=0.65,
        )  # fmt: skip


def peer_rows(place: Place) -> Iterator[Row]:
    """Yield the same rows from other tools, and the cheapest command of two that are like ours."""
    every, earth = place.folder / "missions.csv", place.folder / "earth.csv"
    every.write_text(place.answer("missions", "-f", "csv"), encoding="utf-8")
    earth.write_text(place.answer(*MISSIONS, "-f", "csv"), encoding="utf-8")
    database = place.folder / "earth.db"
    sqlite_utils = place.peer("sqlite-utils") / "sqlite-utils"
    subprocess.run([sqlite_utils, "insert", database, "mission", earth, "--csv", "--silent"], check=True)
    csv = (place.ours, *MISSIONS, "-f", "csv")
    what = f"`{' '.join(MISSIONS)} -f csv`"
    yield Row(
        group="peer", what=what, against="`sqlite-utils rows --csv`, same rows", below=True, target=0.8,
        ours=csv, theirs=(sqlite_utils, "rows", database, "mission", "--csv"),
    )  # fmt: skip
    yield Row(
        group="peer", what=what, against="`csvgrep`, same rows", below=True, target=1.0,
        ours=csv, theirs=(place.peer("csvkit") / "csvgrep", "-c", "theme", "-m", "earth", every),
    )  # fmt: skip
    json = (place.ours, "missions", "-f", "json")
    eodag = place.peer("eodag") / "eodag"
    for peer, arguments in (
        (place.peer("datasette") / "datasette", ("--version",)),
        (eodag, ("list", "--no-fetch")),
        (eodag, ("version",)),
    ):
        yield Row(
            group="peer", what="`missions -f json`", against=f"`{peer.name} {' '.join(arguments)}`", below=True,
            ours=json, theirs=(peer, *arguments), target=0.3,
        )  # fmt: skip
    yield Row(
        group="peer", what="the smallest Typer program", against="`eodag version`", ours=(place.line(),),
        theirs=(eodag, "version"), target=None,
    )  # fmt: skip


LISTINGS = ("partners", "missions", "agreements", "sources", "claims", "esa contributors", "esa councils")


def memory_rows(place: Place) -> Iterator[Row]:
    """Yield the listings without filters, by their peak memory."""
    for listing in LISTINGS:
        arguments = listing.split()
        name = f"memory_{'_'.join(arguments)}"
        yield Row(
            group="memory", what=f"`{listing}`, peak memory", against=TYPER_RICH, below=True, of_memory=True,
            ours=(place.ours, *arguments), theirs=(place.table(name, *arguments),), target=2.0,
        )  # fmt: skip


GROUPS: dict[str, Callable[[Place], Iterator[Row]]] = {
    "table": table_rows,
    "text": text_rows,
    "start": start_rows,
    "peer": peer_rows,
    "memory": memory_rows,
}
