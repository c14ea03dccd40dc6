"""Columns that several views have in common."""

from __future__ import annotations

from typing import Any

from cnes_partners.model.fields import french_of
from cnes_partners.views.view import UNKNOWN, Column, column
from cnes_partners.views.words import Words


def text_column(key: str, title: str, say: Words, *, keep: bool = False, drop: int = 0) -> Column:
    """Return a column of a text of the dataset, whose French is the field beside it."""

    def text(record: Any) -> str:
        return say.either(getattr(record, key), getattr(record, french_of(key))) or UNKNOWN

    return column(key, title, text, keep=keep, wraps=True, drop=drop)
