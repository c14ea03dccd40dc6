"""The record classes and vocabularies of the model, from the modules that define them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from cnes_partners.model import records, vocabulary


def _defined_in(package: ModuleType) -> Iterator[type]:
    for found in iter_modules(package.__path__, f"{package.__name__}."):
        module = import_module(found.name)
        yield from (kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == found.name)


RECORDS = tuple(kind for kind in _defined_in(records) if is_dataclass(kind))
VOCABULARIES = tuple(kind for kind in _defined_in(vocabulary) if issubclass(kind, StrEnum))
