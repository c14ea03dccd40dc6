"""The Python API: what ``import cnes_partners`` gives, and when."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cnes_partners
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.partners import Partner

PACKAGE = Path(cnes_partners.__file__).parent


def python(code: str) -> str:
    """Return what a fresh interpreter prints."""
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent, env=os.environ
    )
    return result.stdout.strip()


def test_the_public_names_are_these() -> None:
    """Removing or renaming one breaks somebody's program."""
    assert cnes_partners.__all__ == [
        "AmbiguousNameError", "CnesPartnersError", "Dataset", "InvalidDatasetError", "NotAPartnerError",
        "NotFoundError", "Problem", "UsageError", "__version__", "load",
    ]  # fmt: skip
    assert dir(cnes_partners) == sorted(cnes_partners.__all__)


@pytest.mark.parametrize("name", [name for name in cnes_partners.__all__ if name != "__version__"])
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    """Each resolves and has a docstring."""
    found = getattr(cnes_partners, name)
    assert found.__name__ == name
    assert inspect.getdoc(found)


def test_every_table_and_method_of_the_dataset_says_what_it_gives() -> None:
    """help(Dataset) is the reference."""
    public = {name: value for name, value in vars(cnes_partners.Dataset).items() if not name.startswith("_")}
    assert [name for name, value in public.items() if not inspect.getdoc(value)] == []
    assert {"partners", "missions", "partner", "mission", "source", "party_name"} <= set(public)


def test_there_is_no_other_name() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="module 'cnes_partners' has no attribute 'laod'"):
        cnes_partners.laod  # noqa: B018


def test_names_are_imported_when_they_are_used() -> None:
    """The command line starts without the dataset's code; asking for load brings it."""
    code = (
        "import sys, cnes_partners\n"
        "before = 'cnes_partners.dataset.find' in sys.modules, 'cnes_partners.errors' in sys.modules\n"
        "cnes_partners.load\n"
        "print(before, 'cnes_partners.dataset.find' in sys.modules, 'yaml' in sys.modules)"
    )
    assert python(code) == "(False, False) True False"


def test_star_import_gives_the_public_names() -> None:
    """from cnes_partners import * works, lazily imported or not."""
    code = "from cnes_partners import *; print(load.__name__, issubclass(NotFoundError, CnesPartnersError))"
    assert python(code) == "load True"


def test_the_package_is_typed() -> None:
    """Type checkers of users see our annotations."""
    assert (PACKAGE / "py.typed").is_file()
    assert inspect.signature(cnes_partners.load, eval_str=True).return_annotation is cnes_partners.Dataset


def test_load_gives_typed_records(small: Path) -> None:
    """A folder or what the environment names; tables are tuples of records."""
    dataset = cnes_partners.load(small)
    assert all(isinstance(partner, Partner) for partner in dataset.partners)
    assert all(isinstance(mission, Mission) for mission in dataset.missions)
    assert dataset.partners is dataset.partners
    assert [partner.id for partner in dataset.partners] == ["esa", "jp", "no"]


def test_load_heeds_the_environment(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CNES_PARTNERS_DATA counts for Python as it does for the program."""
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(small))
    assert len(cnes_partners.load().partners) == 3


def test_errors_can_be_caught_by_kind(small: Path, tmp_path: Path) -> None:
    """One base; not found, ambiguous and invalid apart, with what a program needs to go on."""
    dataset = cnes_partners.load(small)
    with pytest.raises(cnes_partners.NotFoundError) as unknown:
        dataset.mission("sea")
    assert unknown.value.candidates == ("sea-1", "sea-2")
    with pytest.raises(cnes_partners.NotAPartnerError) as known:
        dataset.partner("Germany")
    assert known.value.party == "de"
    twin = small / "missions" / "sea-2.yaml"
    twin.write_text(twin.read_text(encoding="utf-8").replace("name: Sea-2", "name: Sea-1"), encoding="utf-8")
    with pytest.raises(cnes_partners.AmbiguousNameError) as ambiguous:
        cnes_partners.load(small).mission("sea1")
    assert ambiguous.value.candidates == ("sea-1", "sea-2")
    with pytest.raises(cnes_partners.InvalidDatasetError) as invalid:
        cnes_partners.load(tmp_path / "absent")
    assert [problem.file for problem in invalid.value.problems] == [str(tmp_path / "absent")]
    assert {error.exit_code for error in cnes_partners.CnesPartnersError.__subclasses__()} >= {2, 3, 4}


def test_a_problem_reads_as_place_and_message() -> None:
    """file:line: record: field: message, without the parts that are not known."""
    whole = cnes_partners.Problem(file="a.yaml", line=3, record="no", field="id", message="wrong")
    assert str(whole) == "a.yaml:3: no: id: wrong"
    assert str(cnes_partners.Problem(file="a.json", message="wrong")) == "a.json: wrong"
