"""The cookbook's commands do what they say, where their tools are installed."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RECIPE = re.compile(r"^## (\d+\. .+?)$.*?^<!-- needs: (.+?); gives: (.+?) -->$\n\n^```sh\n(.+?)^```$", re.M | re.S)
RECIPES = RECIPE.findall((ROOT / "docs" / "recipes.md").read_text(encoding="utf-8"))


def is_installed(tool: str) -> bool:
    kind, _, module = tool.partition(":")
    if kind == "python":
        return importlib.util.find_spec(module) is not None
    return shutil.which(tool, path=f"{Path(sys.executable).parent}:{os.environ['PATH']}") is not None


def test_there_are_eleven_recipes() -> None:
    """Each has a title, the tool it needs and what it must give."""
    assert [title.partition(".")[0] for title, *_ in RECIPES] == [str(number) for number in range(1, 12)]


@pytest.mark.parametrize(("title", "tool", "gives", "commands"), RECIPES, ids=[title for title, *_ in RECIPES])
def test_a_recipe_works(tmp_path: Path, title: str, tool: str, gives: str, commands: str) -> None:
    """Run as written, it ends well, and its output has what the page says."""
    if not is_installed(tool):
        pytest.skip(f"{tool} is not installed")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, call in (("cnes-partners", "-m cnes_partners"), ("python3", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n')
        (programs / name).chmod(0o755)
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", commands],
        cwd=tmp_path,
        env={
            "PATH": f"{programs}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{title}: {done.stderr}"
    assert gives in done.stdout
