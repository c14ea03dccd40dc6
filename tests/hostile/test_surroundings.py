"""Whatever surrounds the program: streams that are closed or full, odd environments, interruptions, other processes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX shells and devices")
CLOSED = "cnes-partners: cannot write standard output: it is closed\n"
FULL = "cnes-partners: cannot write standard output: No space left on device\n"


@pytest.fixture
def shell(small: Path, tmp_path: Path) -> Iterator[Any]:
    """Run a shell line in an empty folder: $CP is the program, $DATA the small dataset."""
    here = tmp_path / "here"
    here.mkdir()

    def run_line(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
        known = {"PATH": os.environ["PATH"], "CP": f"{sys.executable} -m cnes_partners", "PYTHONPATH": str(ROOT)}
        known |= {"CNES_PARTNERS_DATA": str(small), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(here)}
        return subprocess.run(
            ["sh", "-c", line],
            env=known | environment,
            cwd=here,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=60,
            check=False,
        )

    yield run_line
    assert [path.name for path in here.iterdir()] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("$CP partners >&-", (1, "", CLOSED)),
        ("$CP partner nobody 2>&-", (3, "", "")),
        ("$CP partner nobody >&- 2>&-", (1, "", "")),
        ("$CP partners <&- >/dev/null", (0, "", "")),
        ("$CP partners >/dev/full", (1, "", FULL)),
        ("$CP partners -f json >/dev/full", (1, "", FULL)),
        ("$CP partner nobody 2>/dev/full", (3, "", "")),
        ("$CP --help >/dev/full", (1, "", FULL)),
        ("$CP partners -f jsonl | head -n 0", (0, "", "")),
        ("$CP sources -f json | true", (0, "", "")),
        ("$CP sources -f json -n 1 --count 2>/dev/full", (0, "1\n", "")),
        ("$CP partners -f json -n 0 2>/dev/full", (0, "[]\n", "")),
        ("$CP partners -f json -n 0 2>&-", (0, "[]\n", "")),
        ("$CP partners --count -o x >&- && cat x && rm x", (0, "3\n", "")),
        ("$CP partners --count -o x >&- 2>&- && cat x && rm x", (0, "3\n", "")),
        ("$CP partners --count -o x >/dev/full && cat x && rm x", (0, "3\n", "")),
        ("$CP export x.json >&- 2>/dev/full && rm x.json", (0, "", "")),
        ("$CP export x.json >&- 2>&- && rm x.json", (0, "", "")),
        ("$CP sql 'SELECT 1 AS one' -f csv >&-", (1, "", CLOSED)),
        ("$CP --version >&-", (1, "", CLOSED)),
    ],
)
def test_streams_that_are_closed_or_full(shell: Any, line: str, expected: tuple[int, str, str]) -> None:
    """One line where there is somewhere to write it, a true exit code, and never a traceback."""
    result = shell(line)
    assert (result.returncode, result.stdout, result.stderr) == expected


@pytest.mark.parametrize("answer", ["", "-f json", "--chart", "--count", "-n 1"])
@pytest.mark.parametrize(
    ("stdout", "said"),
    [
        (">&-", CLOSED),
        (">/dev/full", FULL),
        (">&- 2>&-", ""),
        (">/dev/full 2>/dev/full", ""),
        ("| true", ""),
    ],
)
def test_a_lost_standard_output_costs_no_picture(shell: Any, stdout: str, said: str, answer: str) -> None:
    """What was to be written elsewhere is there, whole, and the exit code tells that not all could be."""
    result = shell(f"{{ $CP esa --svg x.svg {answer}; echo $? >&3; }} 3>code {stdout}; cat code x.svg; rm code x.svg")
    code, picture = result.stdout.split("\n", 1)
    lines = [line for line in result.stderr.splitlines(keepends=True) if line.startswith("cnes-partners")]
    assert (code, "".join(lines)) == ("0" if stdout == "| true" else "1", said)
    assert (picture.startswith("<?xml "), picture.endswith("</svg>\n")) == (True, True)


def test_an_answer_that_fails_has_no_picture(shell: Any) -> None:
    """A question that cannot be answered leaves no picture of it, whatever standard output is."""
    for line in ("esa -C nonsense", "esa budget -s nonsense", "timeline -p nobody"):
        for stdout in ("", ">&-", ">/dev/full"):
            result = shell(f"$CP {line} --svg x.svg {stdout}; ls")
            assert (result.stdout, result.stderr.count("\n"), "standard" in result.stderr) == ("", 1, False)


@pytest.mark.parametrize("place", ["/dev/full", "/proc/x.csv", "no/such/folder.csv", ".", "/", "x" * 300])
def test_an_answer_that_cannot_be_written_leaves_nothing(shell: Any, place: str) -> None:
    """-o writes whole or not at all, and says why not."""
    result = shell(f"$CP partners -f csv -o {place}")
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith("cnes-partners: ")
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a file system of limited size")
def test_a_file_limit_leaves_no_half_written_file(shell: Any) -> None:
    """Where the file may not grow, the export fails and no part of it stays."""
    result = shell("ulimit -f 1; trap '' XFSZ; $CP export out.json")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


ENVIRONMENTS: dict[str, dict[str, str]] = {
    "no HOME": {"HOME": ""},
    "a HOME that does not exist": {"HOME": "/nonexistent"},
    "asserts off": {"PYTHONOPTIMIZE": "2"},
    "C locale": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "1 column": {"COLUMNS": "1"},
    "20 columns": {"COLUMNS": "20"},
    "10,000 columns": {"COLUMNS": "10000"},
    "no number of columns": {"COLUMNS": "-5x"},
    "a dumb terminal": {"TERM": "dumb"},
    "an unknown terminal": {"TERM": "\x1b[31m"},
    "colour forced off": {"FORCE_COLOR": "0"},
    "development mode": {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"},
    "a pager that does not exist": {"PAGER": "/nonexistent/pager"},
    "a time zone that does not exist": {"TZ": "Mars/Olympus"},
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_odd_environments(shell: Any, name: str) -> None:
    """Each of these prints the table, the record and the JSON, and warns of nothing."""
    result = shell("$CP partners && $CP mission moons --lang fr && $CP missions -f json", **ENVIRONMENTS[name])
    assert (result.returncode, result.stderr) == (0, "")
    if name != "utf-16":
        assert "esa" in result.stdout
        assert "\x1b" not in result.stdout


def test_what_stderr_says_is_ascii_where_it_must_be(shell: Any) -> None:
    """French sets thousands apart with a space that ASCII lacks; the bundled dataset has more than 1,000 sources."""
    result = shell("unset CNES_PARTNERS_DATA; $CP sources -n 0 --lang fr >/dev/null", PYTHONIOENCODING="ascii")
    assert re.fullmatch(r"affichage : 0 sur [0-9]{1,3} [0-9]{3}\n", result.stderr)


def test_isolated_python(shell: Any) -> None:
    """python -I, without the environment and the folder, runs it as well."""
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv[1:] = ['partners']; "
    program += "from cnes_partners.__main__ import main; main()"
    result = shell(f'{sys.executable} -I -c "{program}"')
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(os.geteuid() != 0, reason="needs to mount")
def test_a_read_only_file_system(shell: Any) -> None:
    """Nothing is written, so nothing is missed where nothing can be written."""
    line = "unshare -m sh -c 'mount -o bind / / && mount -o remount,ro,bind / && $CP partners >/dev/null && echo read'"
    result = shell(line)
    if "unshare" in result.stderr or "mount" in result.stderr:
        pytest.skip("no right to mount")
    assert (result.returncode, result.stdout, result.stderr) == (0, "read\n", "")


SAYS_WHEN_IT_BEGINS = """\
from cnes_partners import __main__ as program
run = program._run
program._run = lambda: print(flush=True) or run()
program.main()
"""


@pytest.mark.parametrize("delay", [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3])
def test_an_interruption_ends_quietly(tmp_path: Path, delay: float) -> None:
    """Ctrl-C at any moment after the program began: exit code 130 or the answer, and not a word."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "CNES_PARTNERS_DATA": str(ROOT / "data")}
    with subprocess.Popen(
        [sys.executable, "-c", SAYS_WHEN_IT_BEGINS, "check"],
        env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert errors == ""
    assert process.returncode in (0, 130, -signal.SIGINT)


CALLED_BACK = """\
class Thing: pass
thing = Thing()
reference = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))
del thing
"""
IN_THE_MAKING = """\
class Part:
    def __set_name__(self, owner, name): signal.raise_signal(signal.SIGINT)
class Thing:
    part = Part()
"""


@pytest.mark.parametrize("moment", [CALLED_BACK, IN_THE_MAKING])
@pytest.mark.parametrize("place", ["program._run", "cnes_partners.cli.app.get_command"])
def test_an_interruption_is_not_lost_in_an_import(moment: str, place: str) -> None:
    """Nor told: the interpreter reports what is raised where it calls back, and wraps what is where a class is made."""
    text = f"""\
import signal, weakref, cnes_partners.cli.app
from cnes_partners import __main__ as program
def interrupted(*_):
    exec({moment!r}, globals())
    return 0
{place} = interrupted
program.main()
"""
    result = subprocess.run([sys.executable, "-c", text], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


def test_several_processes_at_once(small: Path, tmp_path: Path) -> None:
    """Ten at a time write the same file, and it is whole."""
    target = tmp_path / "out.json"
    command = [sys.executable, "-m", "cnes_partners", "partners", "-f", "json", "-o", str(target), "--data", str(small)]
    processes = [subprocess.Popen(command, cwd=ROOT) for _ in range(10)]
    assert [process.wait(timeout=60) for process in processes] == [0] * 10
    import json

    assert [record["id"] for record in json.loads(target.read_text(encoding="utf-8"))] == ["esa", "no", "jp"]
    assert [path.name for path in tmp_path.glob("*.json")] == ["out.json"]
    assert not list(tmp_path.glob(".out*"))
