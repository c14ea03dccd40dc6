"""What strangers look for beside the code agrees with it: citation, licences, forms, hooks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import cnes_partners
from cnes_partners.version import __version__
from cnes_partners.views.works import dataset_work

TOP = Path(__file__).parent.parent
FORMS = sorted((TOP / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
NEEDED = {
    "bug": {"command"},
    "missing-mission": {"name", "source"},
    "wrong-fact": {"record", "field", "value", "source"},
}


def read(path: str) -> Any:
    """Return what a YAML file of the repository holds."""
    return yaml.safe_load((TOP / path).read_text(encoding="utf-8"))


def test_the_citation_is_of_this_version_and_this_dataset() -> None:
    """CITATION.cff says of the dataset what the first entry of a bibliography does, which data/dataset.yaml defines."""
    citation, work = read("CITATION.cff"), dataset_work(cnes_partners.load().metadata)
    assert citation["version"] == __version__
    assert work.licence is not None
    assert citation["preferred-citation"] == {
        "type": "data",
        "title": work.title,
        "authors": [{"name": work.author}],
        "version": work.version,
        "date-released": work.issued,
        "license": work.licence.replace(" ", "-"),
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_a_form_asks_for_what_it_must(form: Path) -> None:
    """A report without its source or its command leads nowhere."""
    fields = {part["id"]: part for part in yaml.safe_load(form.read_text(encoding="utf-8"))["body"] if "id" in part}
    assert NEEDED[form.stem] <= {name for name, part in fields.items() if part.get("validations", {}).get("required")}


def test_hooks_run_what_make_check_runs() -> None:
    """One definition of the linters: each hook is a target of the Makefile, or the program itself."""
    targets = set(re.findall(r"^(\w+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    entries = [hook["entry"] for repository in read(".pre-commit-config.yaml")["repos"] for hook in repository["hooks"]]
    assert {"make lint", "make types", "make layers", "make docs"} <= set(entries)
    assert all(entry.removeprefix("make ") in targets for entry in entries if entry.startswith("make "))


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "README.md", "README.fr.md"])
def test_links_between_the_pages_lead_somewhere(page: str) -> None:
    """A newcomer follows them first."""
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", (TOP / page).read_text(encoding="utf-8"))
    assert all((TOP / target).exists() for target in targets)
