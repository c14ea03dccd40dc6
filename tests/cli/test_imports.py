"""What a command imports is what it costs to start. Nothing here looks at a clock."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import cnes_partners
from cnes_partners.cli.completion.live import compile_menus
from cnes_partners.dataset.compiled import compile_tables
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.edited import YamlStorage
from tests.conftest import write_dataset

RECORD = """\
import atexit, os, sys
before, file = set(sys.modules), os.environ["MODULES"]
atexit.register(lambda: open(file, "w").write(" ".join(set(sys.modules) - before)))
"""
OURS = RECORD + "from cnes_partners.__main__ import main; main()"
LINE = RECORD + "import typer; app = typer.Typer(); app.command()(lambda: typer.echo('one line')); app()"
TABLE = (
    RECORD
    + """\
import typer
from rich.console import Console
from rich.table import Table
app = typer.Typer()
app.command()(lambda: Console().print(Table("one")))
app()
"""
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a package as a wheel installs it: a compiled dataset, and no YAML."""
    folder = tmp_path_factory.mktemp("installed")
    package = Path(cnes_partners.__file__).parent
    shutil.copytree(package, folder / "cnes_partners", ignore=shutil.ignore_patterns("__pycache__", "data", "compiled"))
    storage = YamlStorage(write_dataset(folder / "small"))
    compile_tables(storage, folder / "cnes_partners" / "compiled")
    compile_menus(Dataset(storage), folder / "cnes_partners" / "compiled")
    return folder


def imported(script: str, folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> set[str]:
    """Return the modules that a new interpreter imports to run *script*."""
    modules = folder / "modules"
    subprocess.run(
        [sys.executable, "-c", script, *arguments],
        check=True,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "MODULES": str(modules), **(environment or {})},
    )
    return set(modules.read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def framework(installed: Path) -> set[str]:
    """What the smallest Typer program that prints a line imports."""
    return imported(LINE, installed)


@pytest.fixture(scope="module")
def framework_and_rich(installed: Path) -> set[str]:
    """What the smallest Typer and Rich program that prints a table imports."""
    return imported(TABLE, installed)


def theirs(modules: set[str]) -> set[str]:
    """Return the packages that are not ours."""
    return {name.split(".")[0] for name in modules if not name.startswith("cnes_partners")}


def packages(modules: set[str]) -> set[str]:
    """Return which of our packages were imported; how they are cut into modules is nobody's business here."""
    return {name.split(".")[1] for name in modules if name.startswith("cnes_partners.")}


def record_modules(modules: set[str]) -> set[str]:
    """Return the subjects whose record classes were made: each class costs a millisecond."""
    home = "cnes_partners.model.records."
    return {name.removeprefix(home) for name in modules if name.startswith(home)}


MISSIONS = {"disagreements", "metadata", "missions"}  # the day of the data says how long what operates has flown
PARTNERS = {"countries", "disagreements", "partners"}


def test_version_imports_the_framework_and_little_else(installed: Path, framework: set[str]) -> None:
    """Asking for the versions reads a line that the build wrote, makes no table and builds no command."""
    found = imported(OURS, installed, "--version")
    assert theirs(found - framework) == {"__future__", "gc", "dataclasses"}
    assert packages(found) == {"__main__", "cli", "errors", "frozen", "model", "version"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_completion_imports_no_framework(installed: Path, language: str) -> None:
    """TAB is felt most: no Typer and no dataset, only what is compiled for it in the language."""
    shell = {"_CNES_PARTNERS_COMPLETE": "bash", "CNES_PARTNERS_LANG": language}
    found = imported(OURS, installed, "mission", "sea", environment=shell)
    heavy = {
        "typer",
        "rich",
        "yaml",
        "csv",
        "sqlite3",
        "difflib",
        "subprocess",
        "unicodedata",
        "dataclasses",
        "gettext",
        "inspect",
    }
    assert theirs(found) & heavy == set()
    assert packages(found) == {"__main__", "cli", "model", "version"}
    assert {name for name in found if name.startswith("cnes_partners.model.")} == {"cnes_partners.model.language"}


@pytest.mark.parametrize(
    ("arguments", "libraries", "subject"),
    [
        (("missions", "--theme", "earth", "-f", "csv"), {"csv", "_csv"}, MISSIONS),
        (("missions", "--theme", "earth", "-f", "json"), set(), MISSIONS),
        (("partners", "-c", "european", "-f", "csv"), {"csv", "_csv", "unicodedata"}, PARTNERS),
    ],
)
def test_a_list_for_programs_imports_its_own_subject(
    installed: Path,
    framework: set[str],
    arguments: tuple[str, str, str, str, str],
    libraries: set[str],
    subject: set[str],
) -> None:
    """Beyond the framework: json to read, what writes the format, and the one subject. No yaml, rich or sqlite3."""
    found = imported(OURS, installed, *arguments)
    assert theirs(found - framework) == {"__future__", "gc", "dataclasses", "json", "_json"} | libraries
    assert record_modules(found) == subject
    assert packages(found).isdisjoint({"rules", "database"})


@pytest.mark.parametrize(
    ("arguments", "libraries", "subject"),
    [
        (("missions", "--theme", "earth"), set(), MISSIONS),
        (("partners", "-c", "european"), {"unicodedata"}, PARTNERS),
        (("partners",), {"unicodedata"}, PARTNERS | {"categories"}),
    ],
)
def test_a_table_imports_what_draws_it(
    installed: Path, framework_and_rich: set[str], arguments: tuple[str, ...], libraries: set[str], subject: set[str]
) -> None:
    """A table needs no module of Rich's that the smallest table does without, but for the widths of letters.

    What is in order of the alphabet needs to know how letters are filed.
    """
    found = imported(OURS, installed, *arguments)
    new = {name for name in found - framework_and_rich if not name.startswith("rich._unicode_data")}
    assert (
        theirs(new) == ({"gc", "json", "_json"} | libraries) - framework_and_rich
    )  # an older Rich has some of its own
    assert record_modules(found) == subject
    assert packages(found).isdisjoint({"rules", "database"})


@pytest.mark.parametrize(("language", "opens"), [("en", False), ("fr", True)])
def test_english_opens_no_catalogue(installed: Path, language: str, *, opens: bool) -> None:
    """English is what the code says."""
    found = imported(OURS, installed, "missions", "--lang", language)
    assert ("cnes_partners.views.catalogue" in found) is opens
