"""Break the code on purpose, in a fixed sample of places, and say how many of the breaks the tests notice.

Run by ``make mutants``; it needs two idle cores for about a quarter of an hour. mutmut makes every mutant
of the code that its section of pyproject.toml names; here a sample of them is drawn, spread over the modules by their
number of mutants, with a fixed seed, so that two runs of the same code break the same places.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

SEED = 2026
NOTICED = frozenset(("killed", "timeout", "caught by type check", "segfault"))
UNSTARTED = "not checked"


def main() -> int:
    """Print the share of the sample that was noticed and every survivor; 1 where the share is below the floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=400, help="mutants in the sample")
    parser.add_argument("--floor", type=float, default=90.0, help="percent that must be noticed")
    parser.add_argument("--children", type=int, default=2, help="mutants tried at once")
    wish = parser.parse_args()
    _mutmut("run", "--max-children", str(wish.children), "cnes_partners.model.dates.x__is_leap__mutmut_1")
    sample = draw(statuses(), size=wish.size)
    _mutmut("run", "--max-children", str(wish.children), *sample)
    found = statuses()
    return report({name: found[name] for name in sample}, floor=wish.floor)


def statuses() -> dict[str, str]:
    """Return what became of each mutant, by its name."""
    lines = _mutmut("results", "--all", "true").splitlines()
    parts = (line.strip().rpartition(": ") for line in lines if "__mutmut_" in line)
    return {name: status for name, _, status in parts}


def draw(names: dict[str, str], *, size: int) -> list[str]:
    """Return *size* names, each module's part in proportion to its mutants and never none, the same at each run."""
    by_module: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        by_module[name.split(".x", 1)[0]].append(name)
    chosen: list[str] = []
    for module, mutants in sorted(by_module.items()):
        part = max(1, round(size * len(mutants) / len(names)))
        chosen += random.Random(f"{SEED} {module}").sample(mutants, min(part, len(mutants)))
    return chosen


def report(found: dict[str, str], *, floor: float) -> int:
    """Print counts, share and survivors; return the exit code."""
    counts = Counter(found.values())
    noticed = sum(count for status, count in counts.items() if status in NOTICED)
    share = 100 * noticed / len(found)
    print(json.dumps(counts, indent=2))
    for name, status in found.items():
        if status not in NOTICED:
            print(f"{status}: {name}")
    print(f"{noticed} of {len(found)} noticed: {share:.1f} %")
    return 0 if share >= floor and UNSTARTED not in counts else 1


def _mutmut(*arguments: str) -> str:
    command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1) or "failed to collect stats" in done.stdout:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
