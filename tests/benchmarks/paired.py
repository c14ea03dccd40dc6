"""Run two commands in turn, and say how the first stands to the second."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

WARM_UP = 2
KIB_IN_MIB = 1024  # ru_maxrss counts KiB on Linux

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command: wall time and the processor's in seconds, peak memory in MiB."""

    seconds: float
    busy_seconds: float
    peak_mib: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A command of ours beside one of another program.

    The target bounds the ratio, ``below`` says that the ratio must stay under it; None: the row explains another one.
    """

    group: str
    what: str
    against: str
    ours: Command
    theirs: Command
    target: float | None
    below: bool = False
    of_memory: bool = False
    environment: tuple[tuple[str, str], ...] = ()

    def verdict(self, ratio: float) -> str:
        """Return whether the ratio meets the target."""
        if self.target is None:
            return ""
        return "ok" if (ratio < self.target if self.below else ratio <= self.target) else "over"


def run(command: Command, environment: Sequence[tuple[str, str]] = (), *, ends: Collection[int] = (0,)) -> Run:
    """Run a command with its output thrown away; it *ends* with one of these exit codes.

    Raises:
        SystemExit: The command failed; a benchmark of an error message would please nobody.
    """
    words = [str(word) for word in command]
    started = time.perf_counter()
    child = os.posix_spawn(
        words[0],
        words,
        clean_environment() | dict(environment),
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) not in ends:
        raise SystemExit(f"failed: {' '.join(words)}")
    busy = usage.ru_utime + usage.ru_stime
    return Run(seconds=seconds, busy_seconds=busy, peak_mib=usage.ru_maxrss / KIB_IN_MIB)


def clean_environment() -> dict[str, str]:
    """Return the environment without what would change how Python or the programs behave."""
    unwanted = (
        "PYTHON",
        "CNES_PARTNERS",
        "COLUMNS",
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR",
        "VIRTUAL_ENV",
        "LANG",
        "LC_",
    )
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}


def paired(row: Row, rounds: int) -> Iterator[tuple[Run, Run]]:
    """Yield runs of both commands, one right after the other, each going first in every other round."""
    for number in range(-WARM_UP, rounds):
        if number % 2:
            theirs, ours = run(row.theirs), run(row.ours, row.environment)
        else:
            ours, theirs = run(row.ours, row.environment), run(row.theirs)
        if number >= 0:
            yield ours, theirs


def measure(row: Row, rounds: int) -> str:
    """Return the row as a line of the table."""
    runs = list(paired(row, rounds))

    def size(one: Run) -> float:
        return one.peak_mib if row.of_memory else one.seconds * 1000

    ours, theirs = (statistics.median(size(pair[side]) for pair in runs) for side in (0, 1))
    ratio = statistics.median(size(mine) / size(other) for mine, other in runs)
    unit = "MiB" if row.of_memory else "ms"
    target = f"{'<' if row.below else '<='} {row.target:.2f}" if row.target is not None else ""
    numbers = f"{ours:.0f} {unit} | {theirs:.0f} {unit} | {ratio:.2f} | {target} | {row.verdict(ratio)}"
    return f"| {row.what} | {row.against} | {numbers} |"
