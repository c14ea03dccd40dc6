"""Measure what the program costs beside what it stands on: python tests/benchmarks/startup.py.

It builds the wheel, installs it and every peer into environments of their own in a temporary folder, and prints a
table: each row a command, what it is held against, the median of the ratios of paired runs, the target, ok or over.
Only the standard library is needed; the installations need a package index.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from growth import growth_lines
from paired import measure
from phases_table import phase_lines
from programs import Place, build_wheel, make_environment
from rows import GROUPS


def machine() -> str:
    """Return what the numbers were measured on."""
    return f"{os.cpu_count()} cores, {sys.platform}, Python {sys.version.split()[0]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure start-up, memory and growth beside other programs.")
    groups = (*GROUPS, "phases", "growth")
    parser.add_argument("--rows", nargs="+", choices=groups, default=groups, metavar="GROUP", help=", ".join(groups))
    parser.add_argument("--rounds", type=int, default=21, metavar="N", help="paired runs of a row (default 21)")
    parser.add_argument("--quick", action="store_true", help="3 runs a row, growth only to 10 x")
    chosen = parser.parse_args()
    rounds = 3 if chosen.quick else chosen.rounds
    with tempfile.TemporaryDirectory(prefix="cnes-partners-") as name:
        folder = Path(name)
        wheel = build_wheel(make_environment(folder / "build"), folder)
        place = Place(folder=folder, programs=make_environment(folder / "ours", wheel))
        print(f"{machine()}; medians of {rounds} paired runs\n")
        if set(GROUPS) & set(chosen.rows):
            print(
                "| what | against | ours | theirs | ratio | target | |\n| --- | --- | ---: | ---: | ---: | ---: | --- |"
            )
        for group in (group for group in GROUPS if group in chosen.rows):
            for row in GROUPS[group](place):
                print(measure(row, rounds), flush=True)
        if "phases" in chosen.rows:
            print()
            print(*phase_lines(place, rounds), sep="\n", flush=True)
        if "growth" in chosen.rows:
            print()
            for line in growth_lines(place, min(rounds, 5), 10 if chosen.quick else 100):
                print(line, flush=True)


if __name__ == "__main__":
    main()
