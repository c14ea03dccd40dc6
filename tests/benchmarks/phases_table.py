"""Where the time of a listing goes, as a table."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

from paired import clean_environment, run
from programs import Place

FORMS = ("csv", "table")


def phase_lines(place: Place, rounds: int) -> Iterator[str]:
    """Yield a line for each phase of ``missions --theme earth``: milliseconds as CSV and as a table, medians."""
    took = {form: [_phases(place, form) for _ in range(rounds)] for form in FORMS}
    bare = statistics.median(run((place.programs / "python", "-c", "pass")).seconds * 1000 for _ in range(rounds))
    yield "| phase of `missions --theme earth` | `-f csv` | table |"
    yield "| --- | ---: | ---: |"
    yield f"| Python starts and ends | {bare:.1f} ms | {bare:.1f} ms |"
    for phase in took["csv"][0]:
        medians = (statistics.median(one[phase] for one in took[form]) for form in FORMS)
        yield f"| {phase} | {' | '.join(f'{median:.1f} ms' for median in medians)} |"


def _phases(place: Place, form: str) -> dict[str, float]:
    command = [place.programs / "python", Path(__file__).with_name("phases.py"), form]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=clean_environment())
    found: dict[str, float] = json.loads(done.stdout)
    return found
