"""The French of every English text that the views say."""

from __future__ import annotations

FRENCH: dict[str, str] = {}
