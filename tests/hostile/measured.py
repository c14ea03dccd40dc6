"""The program in a process of its own, with the time and the memory that it took."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process as Linux tells it")

# The most memory that the process had, as the system counts it, written down when the interpreter ends.
_PROGRAM = """\
import atexit, os
def note():
    lines = open("/proc/self/status").read().splitlines()
    peak = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
    open(os.environ["PEAK"], "w").write(peak)
atexit.register(note)
from cnes_partners.__main__ import main
main()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of a run; of its output, the sizes and the beginnings."""

    exit_code: int
    seconds: float
    cpu_seconds: float  # which other work on the machine does not lengthen
    peak_mib: int
    out_bytes: int
    error_lines: int
    stderr: str


def measured(*arguments: str, folder: Path, data: Path | None = None) -> Run:
    """Run the program with *folder* for what it writes, and return what came of it."""
    known = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PEAK": str(folder / "peak")}
    if data is not None:
        known["CNES_PARTNERS_DATA"] = str(data)
    with (folder / "out").open("w+b") as out, (folder / "errors").open("w+b") as errors:
        before = monotonic()
        command = [sys.executable, "-c", _PROGRAM, *arguments]
        cpu_before = _cpu_of_children()
        done = subprocess.run(command, env=known, stdout=out, stderr=errors, timeout=120, check=False)
        seconds = monotonic() - before
        errors.seek(0)
        said = errors.read()
    return Run(
        exit_code=done.returncode,
        seconds=seconds,
        cpu_seconds=_cpu_of_children() - cpu_before,
        peak_mib=int((folder / "peak").read_text()) // 1024,
        out_bytes=(folder / "out").stat().st_size,
        error_lines=said.count(b"\n"),
        stderr=said[:2_000].decode(),
    )


def _cpu_of_children() -> float:
    used = os.times()
    return used.children_user + used.children_system
