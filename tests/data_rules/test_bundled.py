"""The bundled dataset keeps every rule; a failure lists all breaches of that rule at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.decode.findings import Findings
from cnes_partners.errors import Problem
from cnes_partners.rules.every import RULES, Rule
from cnes_partners.rules.subject import Subject, read_subject

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def read() -> tuple[Subject, tuple[Problem, ...]]:
    """Return the bundled dataset and what could not be read of it."""
    findings = Findings()
    subject = read_subject(load(DATA).storage.as_edited(), findings)
    return subject, findings.listed()


def test_everything_decodes(read: tuple[Subject, tuple[Problem, ...]]) -> None:
    """Every file is read by a table, and every record decodes."""
    _, problems = read
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_holds(read: tuple[Subject, tuple[Problem, ...]], rule: Rule) -> None:
    """No record breaks the rule."""
    subject, _ = read
    assert [str(problem) for problem in rule.find(subject)] == []
