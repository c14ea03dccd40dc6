"""What people install: built from the sdist, put into an empty environment, run from the root of the disk.

Building and installing ask a package index; ``pytest -m "not packaging"`` leaves these tests out.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.cli.completion.menu import menu_file
from cnes_partners.dataset.compiled import VERSION_FILE
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.edited import YamlStorage
from cnes_partners.model.language import Language
from cnes_partners.version import __version__

pytestmark = pytest.mark.packaging

PROJECT = Path(__file__).parents[2]
COMPILED = {f"{name}.json" for name in (*TABLES, "names", "manifest")} | {*map(menu_file, Language), VERSION_FILE}

PRICES_OF_NOBODY = """\
- year: 2020
  index: 100.0
  change_pct: 0.5
  base: "2020"
  source: nobody
"""


def environment() -> dict[str, str]:
    """Return an environment in which pip takes the locked versions, unless it was told others, and nothing of ours."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {"PIP_CONSTRAINT": str(PROJECT / "constraints.txt"), **known}


def call(*command: str | Path, cwd: Path = PROJECT) -> str:
    """Run a command and return what it prints; what it complains of is shown where it fails."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=cwd, env=environment(), check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an sdist of this tree and of the wheel that was built from it, each in a clean environment."""
    folder = tmp_path_factory.mktemp("built")
    call(sys.executable, "-m", "build", "--outdir", folder, PROJECT)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return built / f"cnes_partners-{__version__}-py3-none-any.whl"


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked: its own copy of the source, in another place than the tree."""
    folder = tmp_path_factory.mktemp("unpacked")
    # Python 3.11 has filters from 3.11.4 on; Debian 12 has 3.11.2.
    choice: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(built / f"cnes_partners-{__version__}.tar.gz") as sdist:
        sdist.extractall(folder, **choice)
    return folder / f"cnes_partners-{__version__}"


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and its dependencies alone."""
    home = tmp_path_factory.mktemp("installed")
    call(sys.executable, "-m", "venv", home)
    call(home / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    return home / "bin"


@pytest.fixture
def run(programs: Path) -> Any:
    """Run the installed program from the root of the disk."""
    return lambda *arguments: call(programs / "cnes-partners", *arguments, cwd=Path("/"))


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_the_sdist_holds_what_builds_tests_and_explains_it(unpacked: Path) -> None:
    """Source, dataset, documents and tests; nothing of the machine that built it."""
    assert {path.name for path in unpacked.iterdir()} - {".gitignore"} == {
        "cnes_partners", "data", "docs", "tests",
        "README.md", "README.fr.md", "LICENSE", "CHANGELOG.md", "Makefile", "CITATION.cff",
        "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "LICENSES", "REUSE.toml",
        ".ci", ".github", ".editorconfig", ".pre-commit-config.yaml",
        "constraints.txt", "pyproject.toml", "hatch_build.py", "PKG-INFO",
    }  # fmt: skip
    assert not [name for name in files_below(unpacked) if "__pycache__" in name or "/compiled/" in name]


def test_the_wheel_holds_what_belongs_and_nothing_else(wheel: Path, unpacked: Path) -> None:
    """The package, its catalogues compiled, the dataset twice, the manual, and what every wheel says of itself."""
    source = {f"cnes_partners/{name}" for name in files_below(unpacked / "cnes_partners")}
    source = {f"{name.removesuffix('.po')}.mo" if name.endswith(".po") else name for name in source}
    dataset = {f"cnes_partners/data/{name}" for name in files_below(unpacked / "data")}
    compiled = {f"cnes_partners/compiled/{name}" for name in COMPILED}
    manual = {f"cnes_partners-{__version__}.data/data/share/man/man1/cnes-partners.1"}
    about = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "licenses/data/LICENSE")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    told = {f"cnes_partners-{__version__}.dist-info/{name}" for name in about}
    assert held == source | dataset | compiled | manual | told


def test_two_builds_are_the_same_to_the_bit(wheel: Path, unpacked: Path, tmp_path: Path) -> None:
    """Another folder, another moment, the same wheel: whoever doubts it can build it again."""
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, unpacked)
    first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (wheel, tmp_path / wheel.name))
    assert first == second


def test_an_editable_install_carries_no_compiled_copy(unpacked: Path, tmp_path: Path) -> None:
    """Whoever edits the YAML sees the edit: there is nothing older to read."""
    copy = shutil.copytree(unpacked, tmp_path / "copy")
    call(sys.executable, "-c", "import hatchling.build; hatchling.build.build_editable('editable')", cwd=copy)
    (editable,) = (copy / "editable").glob("*.whl")
    with zipfile.ZipFile(editable) as archive:
        assert not [name for name in archive.namelist() if "compiled" in name or name.endswith(".mo")]
    assert not [name for name in files_below(copy) if "/compiled/" in name or name.endswith(".mo")]


def test_an_invalid_dataset_builds_no_wheel(unpacked: Path, tmp_path: Path) -> None:
    """Nobody ships a reference that leads nowhere, and whoever builds is told where it is."""
    copy = shutil.copytree(unpacked, tmp_path / "copy")
    (copy / "data" / "esa" / "prices.yaml").write_text(PRICES_OF_NOBODY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import hatchling.build; hatchling.build.build_wheel('.')"],
        capture_output=True,
        text=True,
        cwd=copy,
        check=False,
    )
    assert done.returncode != 0
    assert 'data/esa/prices.yaml:5: 2020: source: nothing has the id "nobody"' in done.stderr
    assert not list(copy.glob("*.whl"))


def test_the_installed_program_answers_from_the_root_of_the_disk(run: Any) -> None:
    """A list, one record, French and JSON, with nothing around but the wheel and its dependencies."""
    assert "Japan" in run("partners")
    assert "États-Unis" in run("mission", "swot", "--lang", "fr")
    assert "SWOT" in run("mission", "swot")
    assert json.loads(run("mission", "swot", "-f", "json"))["id"] == "swot"
    program, dataset = run("--version").splitlines()
    assert program == f"cnes-partners {__version__}"
    about = YamlStorage(PROJECT / "data").read(TABLES["metadata"])[0]
    assert dataset.startswith(f"dataset {about.version} of {about.as_of}, digest ")


def test_man_finds_the_manual(programs: Path) -> None:
    """It looks beside the folder of the program."""
    assert (programs.parent / "share" / "man" / "man1" / "cnes-partners.1").is_file()


def test_compiled_and_yaml_give_the_same_answers(run: Any, programs: Path) -> None:
    """The wheel carries the dataset twice, and both say the same."""
    where = "import cnes_partners; print(cnes_partners.__path__[0])"
    package = Path(call(programs / "python", "-c", where, cwd=Path("/")).strip())
    for command in (("missions",), ("partners",), ("sources",), ("esa", "contributors"), ("claims",)):
        assert run(*command, "-f", "json") == run(*command, "-f", "json", "--data", str(package / "data"))


def test_the_api_loads_the_installed_dataset(programs: Path) -> None:
    """For Python users: load() finds what was installed."""
    count = "import cnes_partners; print(len(cnes_partners.load().missions) > 200)"
    assert call(programs / "python", "-I", "-c", count, cwd=Path("/")) == "True\n"
