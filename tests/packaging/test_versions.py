"""The versions that are locked, and the lowest that CI tries, are those that pyproject.toml speaks of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PROJECT = Path(__file__).parents[2]
LOCK, LOWEST = "constraints.txt", ".ci/lowest.txt"


def declared(*extras: str) -> tuple[Requirement, ...]:
    """Return what building, running and *extras* require."""
    about = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    optional = about["project"]["optional-dependencies"]
    lists = (about["build-system"]["requires"], about["project"]["dependencies"], *(optional[name] for name in extras))
    return tuple(Requirement(text) for requirements in lists for text in requirements)


def pinned(file: str) -> dict[str, Version]:
    """Return the version of each package in a file of constraints; of several for several Pythons, the last."""
    lines = (PROJECT / file).read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if not line.startswith("#")]
    return {canonicalize_name(entry.name): Version(str(entry.specifier).removeprefix("==")) for entry in requirements}


@pytest.mark.parametrize("requirement", declared("dev", "excel", "recipes"), ids=str)
def test_the_lock_is_within_the_bounds(requirement: Requirement) -> None:
    """Whoever changes a bound renews the lock: make lock."""
    assert pinned(LOCK)[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("requirement", declared("dev", "excel"), ids=str)
def test_the_lowest_set_is_of_the_declared_bounds(requirement: Requirement) -> None:
    """A lower bound that cannot be had together with the others is no bound."""
    bounds = [Version(entry.version) for entry in requirement.specifier if entry.operator == ">="]
    assert bounds == [pinned(LOWEST)[canonicalize_name(requirement.name)]]


@pytest.mark.parametrize("file", [LOCK, LOWEST])
def test_versions_are_of_no_place(file: str) -> None:
    """Names, versions and what they hold for; no index, no address, no path of a machine."""
    for line in (PROJECT / file).read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or re.fullmatch(
            r"[a-z0-9-]+==[0-9.]+(post[0-9]+)?( ; [a-zA-Z_' .0-9<>=!]+)?", line
        ), line
