"""How an answer grows with the dataset."""

from __future__ import annotations

import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from paired import Command, Run, clean_environment, run
from programs import Place
from rows import MISSIONS

Asked = Callable[[Place, int], tuple[Command, Sequence[tuple[str, str]]]]

_PROBLEMS = 4  # what check ends with: nothing cites the copies of a source that only ESA's tables cite
MOST_SECONDS, MOST_MIB = 4.0, 1024.0
MOST_CURVE = 1.5  # what a record costs among the most, over what it costs among fewer


def growth_lines(place: Place, rounds: int, largest: int) -> Iterator[str]:
    """Yield a line for each size and form of the dataset, then for each command, and whether a record's cost stays."""
    sizes = [size for size in (1, 10, 100) if size <= largest]
    for size in sorted({*sizes, *COMMAND_SIZES}):
        generator = Path(__file__).with_name("generate.py")
        subprocess.run(
            [place.programs / "python", generator, str(size), place.folder / f"x{size}"],
            check=True,
            env=clean_environment(),
        )
    yield "| `missions --theme earth -f csv` of | from | median | peak memory | |"
    yield "| ---: | --- | ---: | ---: | --- |"
    for form, prepare in FORMS.items():
        yield from _form_lines(form, [prepare(place, size) for size in sizes], sizes, rounds)
    yield ""
    first, middle, last = COMMAND_SIZES
    yield f"| from {COMPILED} | {first} x the records | {middle} x | {last} x | a record, {last} x over {middle} x | |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for name, command in COMMANDS.items():
        yield _command_line(name, [command(place, size) for size in COMMAND_SIZES], rounds)


def _form_lines(
    form: str, commands: Sequence[tuple[Command, Sequence[tuple[str, str]]]], sizes: Sequence[int], rounds: int
) -> Iterator[str]:
    """Yield a line for each size, and one for the curve."""
    medians = []
    for size, (command, environment) in zip(sizes, commands, strict=True):
        seconds, peak = _medians(command, environment, rounds)
        medians.append(seconds)
        is_judged = form == COMPILED and size == 100
        fits = "ok" if seconds < MOST_SECONDS and peak < MOST_MIB else "over"
        yield f"| {size} x the records | {form} | {seconds:.2f} s | {peak:.0f} MiB | {fits if is_judged else ''} |"
    if len(medians) == 3:
        curve = _curve(medians, sizes)
        yield f"| a record, 100 x over 10 x | {form} | {curve:.2f} | | {_verdict(curve)} |"


def _command_line(name: str, commands: Sequence[tuple[Command, Sequence[tuple[str, str]]]], rounds: int) -> str:
    """Return what a command takes at each size, and its curve."""
    medians = [_medians(command, environment, rounds)[0] for command, environment in commands]
    times = " | ".join(f"{seconds:.2f} s" for seconds in medians)
    curve = _curve(medians, COMMAND_SIZES)
    return f"| `{name}` | {times} | {curve:.2f} | {_verdict(curve)} |"


def _medians(command: Command, environment: Sequence[tuple[str, str]], rounds: int) -> tuple[float, float]:
    """Return the medians of the processor's seconds, which others hardly change, and of peak memory.

    The first round does not count.
    """
    ends = (0, _PROBLEMS) if "check" in command else (0,)
    runs = [run(command, environment, ends=ends) for _ in range(rounds + 1)][1:]
    seconds, peak = (statistics.median(values) for values in zip(*map(_both, runs), strict=True))
    return seconds, peak


def _curve(medians: Sequence[float], sizes: Sequence[int]) -> float:
    """Return what a record costs at the largest of three sizes, over what it costs at the middle one."""
    (first, middle, last), (few, some, many) = medians, sizes
    return (last - middle) / (many - some) / ((middle - first) / (some - few))


def _verdict(curve: float) -> str:
    return "ok" if curve <= MOST_CURVE else "over"


def _both(one: Run) -> tuple[float, float]:
    return one.busy_seconds, one.peak_mib


def yaml_command(place: Place, size: int) -> tuple[Command, Sequence[tuple[str, str]]]:
    """Return the listing of a folder of YAML."""
    return (place.ours, *MISSIONS, "-f", "csv", "--data", place.folder / f"x{size}" / "yaml"), ()


def export_command(place: Place, size: int) -> tuple[Command, Sequence[tuple[str, str]]]:
    """Return the listing of a JSON export, which is decoded as strictly as YAML."""
    return (place.ours, *MISSIONS, "-f", "csv", "--data", place.folder / f"x{size}" / "export.json"), ()


def compiled_command(
    place: Place, size: int, arguments: Sequence[str | Path] = (*MISSIONS, "-f", "csv")
) -> tuple[Command, Sequence[tuple[str, str]]]:
    """Return a command of a copy of the installed package that carries the larger compiled dataset."""
    home = place.folder / f"x{size}" / "package"
    if not home.exists():
        locate = "import cnes_partners, pathlib; print(pathlib.Path(cnes_partners.__file__).parent)"
        found = subprocess.run(
            [place.programs / "python", "-c", locate], check=True, capture_output=True, text=True, cwd=place.folder
        )
        package = home / "cnes_partners"
        shutil.copytree(found.stdout.strip(), package, ignore=shutil.ignore_patterns("compiled", "data"))
        shutil.copytree(place.folder / f"x{size}" / "compiled", package / "compiled")
    return (place.ours, *arguments), (("PYTHONPATH", str(home)),)


def _compiled(*arguments: str) -> Asked:
    return lambda place, size: compiled_command(place, size, arguments)


def _export(place: Place, size: int) -> tuple[Command, Sequence[tuple[str, str]]]:
    return compiled_command(place, size, ("export", place.folder / "export.sqlite", "--force"))


COMPILED = "compiled JSON"
COMMAND_SIZES = (1, 4, 16)  # at a hundred times, check alone takes minutes
FORMS = {"YAML": yaml_command, "a JSON export": export_command, COMPILED: compiled_command}
COMMANDS: dict[str, Asked] = {
    "search altimeter -f csv": _compiled("search", "altimeter", "-f", "csv"),
    "partner jp": _compiled("partner", "jp"),
    "agreements -f csv": _compiled("agreements", "-f", "csv"),
    "sources -f csv": _compiled("sources", "-f", "csv"),
    "sql 'SELECT count(*) FROM mission'": _compiled("sql", "--time-limit", "60", "SELECT count(*) FROM mission"),
    "check": _compiled("check"),
    "export FILE.sqlite": _export,
}
