"""Records as values, for answers that add to them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def values_of(record: DataclassInstance) -> dict[str, Any]:
    """Return a record's values by field, as a class that extends its own takes them: ``Longer(**values_of(short))``."""
    return {field.name: getattr(record, field.name) for field in fields(record)}
