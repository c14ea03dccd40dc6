"""The commands that hostile input is given to, and what any answer must keep."""

from __future__ import annotations

import re
from pathlib import Path

from cnes_partners.cli.app import COMMANDS

# One good call of each command, as it stands in its help.
CALLS: dict[str, tuple[str, ...]] = {
    "overview": (),
    "categories": (),
    "partners": ("--region", "asia"),
    "partner": ("jp",),
    "missions": ("--theme", "earth"),
    "mission": ("moons",),
    "agreements": ("-p", "jp"),
    "esa": ("budget",),
    "claims": (),
    "timeline": (),
    "brief": ("jp",),
    "search": ("moons of mars",),
    "sources": (),
    "open": ("page", "--print"),
    "diff": (str(Path(__file__).parents[2] / "data"),),
    "sql": ("SELECT count(*) FROM partner",),
    "schema": (),
    "check": (),
}
KNOWN = tuple(name for name in CALLS if name in COMMANDS)
EXIT_CODES = frozenset((0, 2, 3, 4))

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def faults(result: object) -> list[str]:
    """Return what no run of the program may do, empty where it kept to all of it."""
    exit_code, stdout, stderr = (getattr(result, name) for name in ("exit_code", "stdout", "stderr"))
    found = []
    if exit_code not in EXIT_CODES:
        found.append(f"exit code {exit_code}: {stderr[:300]}")
    if "Traceback" in stderr or "cnes-partners: unexpected" in stderr:
        found.append(stderr[:300])
    if exit_code in (2, 3) and (stdout or stderr.count("\n") != 1):
        found.append(f"{exit_code}: {stdout[:100]!r} {stderr[:300]!r}")
    if match := _FORBIDDEN.search(stdout + stderr):
        found.append(f"control character {match[0]!r}")
    return found
