"""How the package is cut: what import-linter cannot say."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import cnes_partners

PACKAGE = Path(cnes_partners.__file__).parent
LOWER_HALF = ("model", "decode", "dataset", "rules", "database", "queries")


@pytest.mark.parametrize("path", [path for name in LOWER_HALF for path in (PACKAGE / name).rglob("__init__.py")])
def test_a_package_hands_on_no_names(path: Path) -> None:
    """What a module defines is imported from that module: its package holds a description and nothing else."""
    statements = ast.parse(path.read_text(encoding="utf-8")).body
    assert [type(statement) for statement in statements] == [ast.Expr]


def test_a_module_is_not_hidden_by_a_function_of_its_name() -> None:
    """``cnes_partners.queries.esa.compare`` is the module, and the function stands in it."""
    import_module("cnes_partners.queries.esa.compare")
    package = import_module("cnes_partners.queries.esa")
    assert isinstance(package.compare, ModuleType)
