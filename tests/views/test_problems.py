"""What is wrong with a dataset is said in the language: each rule, each branch of it, and all that cannot be read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.find import load
from cnes_partners.decode.plain import to_plain
from cnes_partners.errors import InvalidDatasetError, Problem
from cnes_partners.model.language import Language
from cnes_partners.rules.every import check
from cnes_partners.views import catalogue as catalogues
from cnes_partners.views.sentences import fault
from cnes_partners.views.words import Words
from tests.cli.test_check import FAULTS
from tests.conftest import Run
from tests.dataset.test_tampered import VARIANTS, installed
from tests.hostile.test_json import CASES as EXPORTS
from tests.hostile.test_yaml import REFUSED
from tests.model.classes import RECORDS, VOCABULARIES
from tests.rules.conftest import good, plant
from tests.rules.test_branches import CASES, Case, found_in
from tests.rules.test_every import PLANTED
from tests.views.test_pseudo import InBrackets, outside

__all__ = ["good", "installed"]

BRANCHES = (
    *(Case(rule, "planted", ((file, old, new),), (said,)) for rule, (file, old, new, said) in PLANTED.items()),
    *(case for case in CASES if case.problems),
)
KEYS = {field for kind in RECORDS for field in kind.__dataclass_fields__}
CODES = {word.value for kind in VOCABULARIES for word in kind}


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let French be English in brackets."""
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: InBrackets())


def english_left(problems: Iterable[Problem], written: str) -> set[str]:
    """Return what stands outside the brackets and is no key, no code, no figure and not what somebody wrote."""
    texts = [fault(problem, Words(Language.FRENCH)) for problem in problems]
    assert texts
    assert all("⟦" in text for text in texts)
    left = outside("\n".join(texts)) - KEYS - CODES
    return {piece for piece in left if piece not in written + written.lower()}


def texts_in(folder: Path) -> str:
    return "\n".join((str(folder), *(path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml"))))


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("case", BRANCHES, ids=lambda case: f"{case.rule}: {case.what}")
def test_no_rule_says_english_in_french(good: Path, case: Case) -> None:
    """Every rule, and every branch of it that finds something."""
    assert english_left(found_in(good, case), texts_in(good)) == set()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("case", REFUSED)
def test_nothing_that_yaml_may_not_hold_is_told_in_english(small: Path, case: str) -> None:
    """What is no YAML of ours, and what is no record."""
    content, _ = REFUSED[case]
    (small / "partners/jp.yaml").write_bytes(content)
    with pytest.raises(InvalidDatasetError) as caught:
        _ = load(small).partners
    assert english_left(caught.value.problems, f"{content.decode(errors='replace')} tag: yaml.org") == set()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("case", EXPORTS)
def test_no_export_is_refused_in_english(small: Path, tmp_path: Path, case: str) -> None:
    """What is no JSON, no export, and no record in one."""
    make, _ = EXPORTS[case]
    dataset = load(small)
    export = tmp_path / "out.json"
    export.write_text(make({name: [to_plain(record) for record in dataset.table(name)] for name in TABLES}))
    problems = check(load(export).storage).problems
    assert english_left(problems, f"{export.read_text()}{export} cnes-partners export FILE.json nan -inf") == set()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("variant", VARIANTS)
def test_no_compiled_dataset_is_refused_in_english(installed: Path, variant: str) -> None:
    """What is not what the build wrote."""
    VARIANTS[variant](installed)
    assert english_left(check(load().storage).problems, str(installed)) == set()


@pytest.fixture
def faulty(good: Path) -> Path:
    """Return a dataset with a fault in twelve files."""
    for file, old, new, _ in FAULTS:
        plant(good / file, old, new)
    return good


def test_programs_read_english(faulty: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes in both languages, and they are what a problem is as text."""
    for style in ("json", "csv", "yaml"):
        english = run("check", "-f", style, "--lang", "en", data=faulty)
        monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
        assert run("check", "-f", style, data=faulty) == english
    told = json.loads(run("check", "-f", "json", data=faulty).stdout)
    assert [problem["message"] for problem in told] == [p.message for p in check(load(faulty).storage).problems]


def test_people_read_their_language(faulty: Path, run: Run) -> None:
    """On the screen of ``check``, and on stderr where a command cannot use the dataset; places and keys stay."""
    lines = run("check", "--lang", "fr", data=faulty).stdout.splitlines()
    assert [
        line for line in lines if "/no.yaml:" in line or "/moons.yaml:23" in line or "councils.yaml:5:" in line
    ] == [
        "data/esa/councils.yaml:5: cm19: amount_meur: les souscriptions totalisent 15 958,0, plus que le total",
        "data/missions/moons.yaml:23: moons: partners[0].role: attendu : l'un des mots lead, co-lead, contributor ; "
        "trouvé : « boss »",
        "data/partners/no.yaml:1: no n'est pas du texte pour tous les lecteurs de YAML (à mettre entre guillemets : "
        '"no")',
    ]
    told = run("esa", "councils", "--lang", "fr", data=faulty.parent / "nowhere").stderr
    assert told == (
        f"cnes-partners: {faulty.parent / 'nowhere'}: dossier ou fichier JSON introuvable (donnez le dossier qui "
        "contient partners/ et missions/)\n"
    )


def test_what_a_problem_quotes_is_cut_in_both_languages(good: Path, run: Run) -> None:
    """A value of megabytes is told by its beginning."""
    plant(good / "missions/sea-2.yaml", "id: sea-2", f"id: {'x' * 10**6}")
    for language in ("en", "fr"):
        result = run("check", "--lang", language, data=good)
        assert (result.exit_code, len(result.stdout) < 20_000) == (4, True)
