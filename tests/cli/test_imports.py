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
from cnes_partners.cli.completion.live import compile_menu
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
def installed(tmp_path_factory) -> Path:
    """The folder of a package as a wheel installs it: a compiled dataset, and no YAML."""
    folder = tmp_path_factory.mktemp("installed")
    package = Path(cnes_partners.__file__).parent
    shutil.copytree(package, folder / "cnes_partners", ignore=shutil.ignore_patterns("__pycache__", "data", "compiled"))
    storage = YamlStorage(write_dataset(folder / "small"))
    compile_tables(storage, folder / "cnes_partners" / "compiled")
    compile_menu(Dataset(storage), folder / "cnes_partners" / "compiled")
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
def framework(installed) -> set[str]:
    """What the smallest Typer program that prints a line imports."""
    return imported(LINE, installed)


@pytest.fixture(scope="module")
def framework_and_rich(installed) -> set[str]:
    """What the smallest Typer and Rich program that prints a table imports."""
    return imported(TABLE, installed)


def theirs(modules: set[str]) -> set[str]:
    """Return the packages that are not ours."""
    return {name.split(".")[0] for name in modules if not name.startswith("cnes_partners")}


def ours(modules: set[str]) -> set[str]:
    """Return our modules, the package's name left out."""
    return {name.removeprefix("cnes_partners.") for name in modules if name.startswith("cnes_partners.")}


def test_version_imports_the_framework_and_little_else(installed, framework):
    """Asking for the version reads no data, makes no table and builds no command."""
    found = imported(OURS, installed, "--version")
    assert theirs(found - framework) == {"__future__", "gc", "dataclasses"}
    assert ours(found) == {"__main__", "cli", "cli.app", "cli.streams", "errors", "version"}


def test_a_completion_imports_no_framework(installed):
    """TAB is felt most: no Typer and no dataset, only what is compiled for it."""
    found = imported(OURS, installed, "mission", "sea", environment={"_CNES_PARTNERS_COMPLETE": "bash"})
    assert theirs(found) & {"typer", "rich", "yaml", "csv", "sqlite3", "difflib", "subprocess", "unicodedata"} == set()
    assert ours(found) == {
        "__main__", "cli", "cli.completion", "cli.completion.answer", "cli.completion.candidates",
        "cli.completion.menu", "version",
    }  # fmt: skip


LIST = {
    "__main__", "cli", "cli.answers", "cli.app", "cli.given", "cli.options", "cli.paths", "cli.streams", "dataset",
    "dataset.compiled", "dataset.dataset", "dataset.storage", "dataset.tables", "decode", "decode.build",
    "decode.plain", "errors", "model", "model.dates", "model.fields", "model.on_demand", "model.records",
    "model.records.disagreements", "model.vocabulary", "model.vocabulary.missions", "model.vocabulary.partnership",
    "output", "output.formats", "output.write", "queries", "queries.filters", "version", "views", "views.filters",
    "views.view", "views.words",
}  # fmt: skip
"""What any list of missions or partners needs of ours; each of these lists adds its own subject."""

MISSIONS = {
    "cli.missions", "model.records.metadata", "model.records.missions", "queries.freshness", "queries.missions",
    "queries.named", "views.missions", "views.status",
}  # fmt: skip
PARTNERS = {
    "cli.partners", "dataset.spelling", "model.records.countries", "model.records.metadata", "model.records.partners",
    "queries.freshness", "queries.partners", "queries.values", "views.partners", "views.status",
}  # fmt: skip
SHOWN = {
    "model.controls", "model.fields", "output.picture", "output.plain", "output.table", "output.table.page",
    "output.table.rows", "output.table.sheet", "output.widths",
    "queries.citations", "views.bibliography", "views.sections",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "libraries", "subject"),
    [
        (("missions", "--theme", "earth", "-f", "csv"), {"csv", "_csv"}, MISSIONS),
        (("missions", "--theme", "earth", "-f", "json"), set(), MISSIONS | {"output.indented"}),
        (("partners", "-c", "european", "-f", "csv"), {"csv", "_csv", "unicodedata"}, PARTNERS),
    ],
)
def test_a_list_for_programs_imports_its_own_subject(installed, framework, arguments, libraries, subject):
    """Beyond the framework: json to read, what writes the format, and the one subject. No yaml, rich or sqlite3."""
    found = imported(OURS, installed, *arguments)
    assert theirs(found - framework) == {"__future__", "gc", "dataclasses", "json", "_json"} | libraries
    assert ours(found) == LIST | subject


@pytest.mark.parametrize(
    ("arguments", "libraries", "subject"),
    [
        (("missions", "--theme", "earth"), set(), MISSIONS),
        (("partners", "-c", "european"), {"unicodedata"}, PARTNERS),
        (("partners",), {"unicodedata"}, PARTNERS | {"model.records.categories"}),
    ],
)
def test_a_table_imports_what_draws_it(installed, framework_and_rich, arguments, libraries, subject):
    """A table needs no module of Rich's that the smallest table does without, but for the widths of letters.

    What is in order of the alphabet needs to know how letters are filed.
    """
    found = imported(OURS, installed, *arguments)
    new = {name for name in found - framework_and_rich if not name.startswith("rich._unicode_data")}
    assert (
        theirs(new) == ({"gc", "json", "_json"} | libraries) - framework_and_rich
    )  # an older Rich has some of its own
    assert ours(found) == LIST | subject | SHOWN
