"""The dense dataset, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.queries.dense import write_dense


@pytest.fixture(scope="session")
def dense(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the dense dataset."""
    return write_dense(tmp_path_factory.mktemp("dense") / "data")
