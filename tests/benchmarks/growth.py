"""How an answer grows with the dataset."""

from __future__ import annotations

import shutil
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from paired import Command, Run, clean_environment, run
from programs import Place
from rows import MISSIONS

MOST_SECONDS, MOST_MIB = 4.0, 1024.0
MOST_CURVE = 1.5  # what a record costs among a hundred times as many, over what it costs among ten times


def growth_lines(place: Place, rounds: int, largest: int) -> Iterator[str]:
    """Yield a line for each size and form of the dataset, and whether the cost of a record stays the same."""
    yield "| `missions --theme earth -f csv` of | from | median | peak memory | |"
    yield "| ---: | --- | ---: | ---: | --- |"
    sizes = [size for size in (1, 10, 100) if size <= largest]
    for size in sizes:
        generator = Path(__file__).with_name("generate.py")
        subprocess.run(
            [place.programs / "python", generator, str(size), place.folder / f"x{size}"],
            check=True,
            env=clean_environment(),
        )
    for form, prepare in FORMS.items():
        medians = []
        for size in sizes:
            command, environment = prepare(place, size)
            runs = [run(command, environment) for _ in range(rounds + 1)][1:]
            seconds, peak = (statistics.median(values) for values in zip(*map(_both, runs), strict=True))
            medians.append(seconds)
            is_judged = form == COMPILED and size == 100
            fits = "ok" if seconds < MOST_SECONDS and peak < MOST_MIB else "over"
            yield f"| {size} x the records | {form} | {seconds:.2f} s | {peak:.0f} MiB | {fits if is_judged else ''} |"
        if len(medians) == 3:
            curve = (medians[2] - medians[1]) / 90 / ((medians[1] - medians[0]) / 9)
            yield f"| a record, 100 x over 10 x | {form} | {curve:.2f} | | {'ok' if curve <= MOST_CURVE else 'over'} |"


def _both(one: Run) -> tuple[float, float]:
    return one.seconds, one.peak_mib


def yaml_command(place: Place, size: int) -> tuple[Command, Sequence[tuple[str, str]]]:
    """Return the listing of a folder of YAML."""
    return (place.ours, *MISSIONS, "-f", "csv", "--data", place.folder / f"x{size}" / "yaml"), ()


def export_command(place: Place, size: int) -> tuple[Command, Sequence[tuple[str, str]]]:
    """Return the listing of a JSON export, which is decoded as strictly as YAML."""
    return (place.ours, *MISSIONS, "-f", "csv", "--data", place.folder / f"x{size}" / "export.json"), ()


def compiled_command(place: Place, size: int) -> tuple[Command, Sequence[tuple[str, str]]]:
    """Return the listing by a copy of the installed package that carries the larger compiled dataset."""
    home = place.folder / f"x{size}" / "package"
    if not home.exists():
        locate = "import cnes_partners, pathlib; print(pathlib.Path(cnes_partners.__file__).parent)"
        found = subprocess.run(
            [place.programs / "python", "-c", locate], check=True, capture_output=True, text=True, cwd=place.folder
        )
        package = home / "cnes_partners"
        shutil.copytree(found.stdout.strip(), package, ignore=shutil.ignore_patterns("compiled", "data"))
        shutil.copytree(place.folder / f"x{size}" / "compiled", package / "compiled")
    return (place.ours, *MISSIONS, "-f", "csv"), (("PYTHONPATH", str(home)),)


COMPILED = "compiled JSON"
FORMS = {"YAML": yaml_command, "a JSON export": export_command, COMPILED: compiled_command}
