"""CNES's cooperation as sourced data: ``load()`` returns a Dataset of typed records.

Names are imported when they are first used, so that the command line starts without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.version import __version__

if TYPE_CHECKING:
    from cnes_partners.dataset.dataset import Dataset
    from cnes_partners.dataset.find import load
    from cnes_partners.errors import (
        AmbiguousNameError,
        CnesPartnersError,
        InvalidDatasetError,
        NotAPartnerError,
        NotFoundError,
        Problem,
        UsageError,
    )

__all__ = [
    "AmbiguousNameError",
    "CnesPartnersError",
    "Dataset",
    "InvalidDatasetError",
    "NotAPartnerError",
    "NotFoundError",
    "Problem",
    "UsageError",
    "__version__",
    "load",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = {"Dataset": "cnes_partners.dataset.dataset", "load": "cnes_partners.dataset.find"}
    return getattr(import_module(homes.get(name, "cnes_partners.errors")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
