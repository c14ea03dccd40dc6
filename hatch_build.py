"""Build the wheel with the dataset compiled to JSON beside its YAML, and catalogues as gettext reads them.

A command then starts without a reader of YAML or of catalogues as people edit them. What is compiled goes from a
temporary folder straight into the wheel. Nothing is written to the source tree, and an editable install gets none, so
that neither ever answers from a copy that is older than what people edit.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileDataset(BuildHookInterface[Any]):
    """Checks data/ by every rule and adds cnes_partners/compiled/; an invalid dataset builds no wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check and compile the dataset, unless an editable install is asked for."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from cnes_partners.cli.completion.live import compile_menus
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
        for path in (*compile_tables(storage, folder), *compile_menus(Dataset(storage), folder)):
            build_data["force_include"][str(path)] = f"cnes_partners/compiled/{path.name}"
        for catalogue in Path(self.root).glob("cnes_partners/locale/*/LC_MESSAGES/*.po"):
            place = catalogue.relative_to(self.root).with_suffix(".mo")
            build_data["force_include"][str(_compiled(catalogue, folder / place))] = str(place)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self._folder.cleanup()


def _compiled(catalogue: Path, path: Path) -> Path:
    """Write a catalogue to *path* as gettext reads it, and return *path*."""
    path.parent.mkdir(parents=True)
    with catalogue.open("rb") as edited, path.open("wb") as compiled:
        write_mo(compiled, read_po(edited))
    return path
