"""CNES's cooperation as sourced data: ``load()`` returns a Dataset of typed records, which answers questions.

Names are imported when they are first used, so that the command line starts without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.version import __version__

if TYPE_CHECKING:
    from cnes_partners.api import Dataset, load
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
    home = "api" if name in ("Dataset", "load") else "errors"
    return getattr(import_module(f"cnes_partners.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
