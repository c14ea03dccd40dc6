"""Text as HTML: escaped, with links where it has addresses, or ids of sources whose notes the page has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from cnes_partners.model.controls import visible

_LINKED = re.compile(r"(?P<address>https?://\S*[^\s.,;:)\]>\"'])|\[(?P<cited>[a-z0-9-]+)\]")
_WORD = re.compile(r"[a-z0-9-]+")


class Place(NamedTuple):
    """Where a source is on the page, and what it is called there: its id, or the number of its note."""

    label: str
    address: str


Places = Mapping[str, Place]  # by the ids of sources


def inline(text: str, places: Places) -> str:
    """Return a text as HTML; of an id in brackets, the brackets stay outside its link."""
    return _replaced(_LINKED, text, lambda found: _link(found, places))


def cited(text: str, places: Places) -> str:
    """Return a cell that names sources as HTML."""
    return _replaced(_WORD, text, lambda found: link(*places[found[0]]) if found[0] in places else None)


def link(text: str, address: str) -> str:
    """Return a link."""
    return f'<a href="{quoted(address)}">{quoted(text)}</a>'


def quoted(text: str) -> str:
    """Return text that is no markup, neither in an element nor in an attribute, and commands nothing."""
    return escape(visible(text))


def _link(found: re.Match[str], places: Places) -> str | None:
    if address := found["address"]:
        return link(address, address)
    id = found["cited"]
    return f"[{link(*places[id])}]" if id in places else None


def _replaced(pattern: re.Pattern[str], text: str, replacement: Callable[[re.Match[str]], str | None]) -> str:
    """Return text as HTML, where *replacement* of what it knows of the places that *pattern* finds is HTML already."""
    parts, end = [], 0
    for found in pattern.finditer(text):
        if (html := replacement(found)) is not None:
            parts += [quoted(text[end : found.start()]), html]
            end = found.end()
    return "".join((*parts, quoted(text[end:]))).replace("\n", "<br>")
