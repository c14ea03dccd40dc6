"""What README.md promises: its Python examples run, and its set-up commands are those that CI uses."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def test_the_python_examples_give_what_they_show() -> None:
    """Every >>> line is run on the bundled dataset."""
    failed, tried = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert tried >= 5
    assert failed == 0


def test_the_two_commands_are_whole() -> None:
    """Each is one line that makes its environment, installs into it and runs there."""
    commands = re.findall(r"<!-- (run|tests) -->\n+```sh\n(.+)\n```", README.read_text(encoding="utf-8"))
    assert [name for name, _ in commands] == ["run", "tests"]
    assert all(re.match(r"python3 -m venv \.venv && .+ install .+ && \.venv/bin/", text) for _, text in commands)
