"""Build the wheel with the dataset compiled to JSON beside its YAML: a command then starts without a YAML reader.

The JSON goes from a temporary folder straight into the wheel. Nothing is written to the source tree, and an
editable install gets none, so that neither ever answers from a copy that is older than the YAML.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileDataset(BuildHookInterface[Any]):
    """Checks data/ by every rule and adds cnes_partners/compiled/; an invalid dataset builds no wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check and compile the dataset, unless an editable install is asked for."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from cnes_partners.cli.completion.live import compile_menu
        from cnes_partners.dataset.compiled import compile_tables
        from cnes_partners.dataset.dataset import Dataset
        from cnes_partners.dataset.edited import YamlStorage
        from cnes_partners.errors import InvalidDatasetError
        from cnes_partners.rules.every import check

        storage = YamlStorage(Path(self.root, "data"))
        if problems := check(storage).problems:
            raise InvalidDatasetError(problems)
        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        for path in (*compile_tables(storage, folder), compile_menu(Dataset(storage), folder)):
            build_data["force_include"][str(path)] = f"cnes_partners/compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self._folder.cleanup()
