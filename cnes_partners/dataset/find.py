"""Find a dataset where it lies: in a folder of YAML, in one JSON export, or compiled in the package."""

from __future__ import annotations

import os
from pathlib import Path

from cnes_partners.dataset.compiled import CompiledStorage
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.storage import Storage, no_dataset
from cnes_partners.errors import reason
from cnes_partners.model.sentences import sentence

ENVIRONMENT_VARIABLE = "CNES_PARTNERS_DATA"
_PACKAGE = Path(__file__).resolve().parent.parent


def load(place: str | os.PathLike[str] | None = None) -> Dataset:
    """Return the records of ``find_storage``; those of ``api.load`` answer questions too."""
    return Dataset(find_storage(place))


def find_storage(place: str | os.PathLike[str] | None = None) -> Storage:
    """Return the storage at *place*, else the one the environment names, else the bundled dataset.

    Raises:
        InvalidDatasetError: There is no dataset at that place.
    """
    chosen = place or os.environ.get(ENVIRONMENT_VARIABLE)
    if chosen:
        return _storage_at(Path(chosen))
    compiled = _PACKAGE / "compiled"
    if compiled.is_dir():
        return CompiledStorage(compiled)
    from cnes_partners.dataset.edited import YamlStorage

    for folder in (_PACKAGE / "data", _PACKAGE.parent / "data"):
        if folder.is_dir():
            return YamlStorage(folder)
    raise no_dataset(_PACKAGE / "data", sentence("the installed package has lost its data (install it again)"))


def _storage_at(place: Path) -> Storage:
    from cnes_partners.dataset.edited import ExportStorage, YamlStorage

    try:
        if place.is_dir():
            return YamlStorage(place)
        if place.is_file():
            return ExportStorage(place)
        if place.exists():
            raise no_dataset(place, sentence("a device or a pipe is no dataset (give a folder or a JSON file)"))
        if place.is_symlink():
            raise no_dataset(place, sentence("a link that leads nowhere, or in a circle"))
    except OSError as error:
        raise no_dataset(place, reason(error)) from error
    message = sentence("no such folder or JSON file (give the folder that holds partners/ and missions/)")
    raise no_dataset(place, message)
