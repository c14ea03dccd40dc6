"""What a licence is known by outside, from the words in which the dataset names it."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-[A-Z]+)*) ([0-9]\.[0-9])")


def licence_address(licence: str) -> str | None:
    """Return the address of a Creative Commons licence ("CC BY 4.0"), None of any other."""
    found = _CREATIVE_COMMONS.fullmatch(licence)
    return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/" if found else None
