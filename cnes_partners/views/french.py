"""The French of every English text that the views say."""

from __future__ import annotations

FRENCH: dict[str, str] = {
    # output: what a table says of itself
    "No room for: {columns} (--columns chooses, -f json has all)": (
        "Pas de place pour : {columns} (--columns choisit, -f json donne tout)"
    ),
}
