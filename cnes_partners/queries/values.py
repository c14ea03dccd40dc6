"""Records as values, for answers that add to them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def values_of(record: DataclassInstance, kind: type[DataclassInstance] | None = None) -> dict[str, Any]:
    """Return a record's values by field, as a class that extends its own takes them: ``Longer(**values_of(short))``.

    Another class, *kind*, takes those of the fields that it has, too: ``Other(**values_of(record, Other), more=1)``.
    """
    taken = {field.name for field in fields(kind or record)}
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name in taken}
