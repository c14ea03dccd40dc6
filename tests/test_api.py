"""The Python API: what ``import cnes_partners`` gives, and when."""

from __future__ import annotations

import doctest
import inspect
import json
import os
import pydoc
import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any, assert_type

import pytest

import cnes_partners
from cnes_partners.cli.answers import Shared, options_of
from cnes_partners.cli.missions import missions
from cnes_partners.cli.partners import agreements
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.partners import Partner
from cnes_partners.model.sentences import sentence
from cnes_partners.model.vocabulary.missions import MissionStatus, Theme
from cnes_partners.queries.agreements import DatedAgreement
from cnes_partners.queries.claims.model import Claim
from cnes_partners.queries.filters import Found
from cnes_partners.queries.missions import ListedMission
from tests.conftest import Run

PACKAGE = Path(cnes_partners.__file__).parent


@pytest.fixture(scope="module")
def data() -> cnes_partners.Dataset:
    """Return the bundled dataset as programs get it, read once."""
    return cnes_partners.load()


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
    public = {name: getattr(cnes_partners.Dataset, name) for name in dir(cnes_partners.Dataset) if name[0] != "_"}
    assert [name for name, value in public.items() if not inspect.getdoc(value)] == []
    assert {"partners", "missions", "partner", "mission", "missions_with", "agreements_of", "claims"} <= set(public)
    shown = pydoc.plain(pydoc.render_doc(cnes_partners.Dataset))
    assert "missions = <tuple[Mission, ...], read at its first use>\n |      The missions by id." in shown
    assert "-> 'Found[ListedMission]'\n |      Return the missions that fit every filter given" in shown


def test_the_examples_of_its_page_give_what_they_show() -> None:
    """Every >>> line of docs/api.md is run on the bundled dataset."""
    page = PACKAGE.parent / "docs" / "api.md"
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert (failed, tried >= 15) == (0, True)


def test_a_question_imports_what_it_asks() -> None:
    """Loading brings no queries; a question brings its own, and nothing of the program's side."""
    code = (
        "import sys, cnes_partners\n"
        "def parts(): return {name.split('.')[1] for name in sys.modules if name.startswith('cnes_partners.')}\n"
        "data = cnes_partners.load()\n"
        "print('queries' in parts())\n"
        "data.missions_with(theme='earth')\n"
        "print(parts() & {'views', 'output', 'cli'}, 'cnes_partners.queries.claims' in sys.modules)"
    )
    assert python(code).splitlines() == ["False", "set() False"]


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


# Of each filter of missions: the option, the argument, and a value that some missions have and others have not.
MISSION_FILTERS = (
    ("--partner", "partner", "china"), ("--category", "category", "emerging"), ("--theme", "theme", "universe"),
    ("--status", "status", "operational"), ("--role", "role", "lead"), ("--kind", "kind", "programme"),
    ("--target", "target", "mars"), ("--from", "from_date", "2019-06"), ("--to", "to_date", "2001"),
    ("--ended", "ended", "2019..2024"), ("--upcoming", "upcoming", True),
)  # fmt: skip
AGREEMENT_FILTERS = (
    ("--partner", "partner", "india"), ("--kind", "kind", "framework"), ("--from", "from_date", "2019"),
    ("--to", "to_date", "2001-06"), ("--signed", "signed", "..1999"), ("--subject", "subject", "climat"),
)  # fmt: skip


def listed(run: Run, *arguments: str) -> list[str]:
    """Return the ids that the command lists."""
    return [record["id"] for record in json.loads(run(*arguments, "-f", "json").stdout)]


@pytest.mark.parametrize(("option", "argument", "value"), MISSION_FILTERS)
def test_missions_with_gives_what_the_command_lists(
    run: Run, data: cnes_partners.Dataset, option: str, argument: str, value: Any
) -> None:
    """The same filter, the same missions in the same order."""
    given = [option] if value is True else [option, value]
    found = data.missions_with(**{argument: value})
    assert 0 < len(found) < len(data.missions)
    assert [mission.id for mission in found] == listed(run, "missions", *given)


@pytest.mark.parametrize(("option", "argument", "value"), AGREEMENT_FILTERS)
def test_agreements_of_gives_what_the_command_lists(
    run: Run, data: cnes_partners.Dataset, option: str, argument: str, value: str
) -> None:
    """The same filter, the same agreements in the same order."""
    found = data.agreements_of(**{argument: value})
    assert 0 < len(found) < len(data.agreements_of())
    assert [agreement.id for agreement in found] == listed(run, "agreements", option, value)


@pytest.mark.parametrize("command", [missions, agreements])
def test_no_filter_of_a_command_is_missing(command: Any) -> None:
    """Who adds one to the command adds it to the API."""
    method = cnes_partners.Dataset.missions_with if command is missions else cnes_partners.Dataset.agreements_of
    filters = MISSION_FILTERS if command is missions else AGREEMENT_FILTERS
    shared = {parameter.name for parameter in options_of(Shared)}
    own = set(inspect.signature(command).parameters) - shared - {"context"}
    assert len(own) == len(filters)
    assert {argument for _, argument, _ in filters} <= set(inspect.signature(method).parameters)


def test_agreements_are_filtered_by_category_too(run: Run, data: cnes_partners.Dataset) -> None:
    """As timeline --agreements filters them."""
    found = data.agreements_of(category=["historic", "emerging"])
    assert {agreement.id for agreement in found} == set(
        listed(run, "timeline", "--agreements", "-c", "historic,emerging")
    )


def test_a_filter_takes_one_value_or_several_and_years_as_numbers(data: cnes_partners.Dataset) -> None:
    """Text is one value; words of a vocabulary are text as well."""
    both = {mission.id for mission in data.missions_with(status=["failed", MissionStatus.CANCELLED])}
    each = [{mission.id for mission in data.missions_with(status=status)} for status in ("failed", "cancelled")]
    assert both == each[0] | each[1] > each[0] > set()
    assert data.missions_with(ended=2024) == data.missions_with(ended="2024")
    assert data.missions_with(from_date=2001, to_date=2005) == data.missions_with(from_date="2001", to_date="2005-12")
    assert data.agreements_of(["india", "japan"], signed="2010..2015") == data.agreements_of(
        ("IN", "JAXA"), from_date=2010, to_date=2015
    )


def test_claims_are_found_by_figure_and_id(data: cnes_partners.Dataset) -> None:
    """All, those of a figure however it is written, and one by id."""
    assert [claim.id for claim in data.claims()] == [statement.id for statement in data.statements]
    assert data.claims(18.4) == data.claims("18,4 %") == (data.claim("esa-share-2022"),)
    assert data.claims(90) == data.claims(90.0) != ()
    assert data.claims("12345") == ()


def test_type_checkers_know_the_answers(data: cnes_partners.Dataset) -> None:
    """mypy reads this as a user's program."""
    found = data.missions_with(theme=Theme.EARTH, from_date=2020)
    assert_type(found, Found[ListedMission])
    assert_type([mission.duration_years for mission in found], list[float | None])
    assert_type(data.agreements_of("india").records, tuple[DatedAgreement, ...])
    assert_type(data.claims(), tuple[Claim, ...])
    assert_type(data.missions, tuple[Mission, ...])
    with pytest.raises(FrozenInstanceError):
        found.undated = 0  # type: ignore[misc]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            lambda data: data.missions_with(status="flying"),
            "status: 'flying' is not a valid MissionStatus; it is one of",
        ),
        (lambda data: data.missions_with(theme=["earth", ""]), "theme: '' is not a valid Theme; it is one of "),
        (lambda data: data.missions_with(ended="2024..2019"), "ended: 2024 is after 2019."),
        (lambda data: data.missions_with(ended=".."), "ended: a period has at least one end."),
        (lambda data: data.missions_with(from_date=2020, to_date=2019), "from_date, to_date: 2020 is after 2019."),
        (lambda data: data.missions_with(from_date="2019..2020"), "from_date, to_date: expected a date such as "),
        (lambda data: data.missions_with(from_date=0), 'from_date, to_date: expected a date such as "2023", '),
        (lambda data: data.agreements_of(signed="soon"), 'signed: expected a date such as "2023", '),
        (lambda data: data.agreements_of(signed=2025, to_date=2024), "signed has both ends, so "),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    data: cnes_partners.Dataset, question: Callable[[cnes_partners.Dataset], object], message: str
) -> None:
    """The package's own error names the argument and what it takes."""
    with pytest.raises(cnes_partners.UsageError) as error:
        question(data)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("name", ["missions_with", "agreements_of"])
def test_an_unknown_partner_is_no_filter(data: cnes_partners.Dataset, name: str) -> None:
    """It is refused as partner() refuses it, with who might be meant."""
    with pytest.raises(cnes_partners.NotFoundError) as error:
        getattr(data, name)(partner=["japan", "Chin"])
    assert error.value.candidates == ("cn",)


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
    whole = cnes_partners.Problem(file="a.yaml", line=3, record="no", field="id", message=sentence("wrong"))
    assert str(whole) == "a.yaml:3: no: id: wrong"
    assert str(cnes_partners.Problem(file="a.json", message=sentence("wrong"))) == "a.json: wrong"
