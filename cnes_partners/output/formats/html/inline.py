"""Text as HTML: escaped, with links where it has addresses, or ids of sources whose notes the page has."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from cnes_partners.model.controls import visible
from cnes_partners.output.links import links_in


class Place(NamedTuple):
    """Where a source is on the page, and what it is called there: its id, or the number of its note."""

    label: str
    address: str


Places = Mapping[str, Place]  # by the ids of sources


def inline(text: str, places: Places, *, is_list: bool = False) -> str:
    """Return a text as HTML; it names sources as "[id]", whose brackets stay outside the link, a *list* as they are."""
    parts, end = [], 0
    for found in links_in(text, lambda source: places[source].address if source in places else None, is_list=is_list):
        label = places[found.id].label if found.id else found.address
        parts += [quoted(text[end : found.start]), link(label, found.address)]
        end = found.end
    return "".join((*parts, quoted(text[end:]))).replace("\n", "<br>")


def link(text: str, address: str) -> str:
    """Return a link."""
    return f'<a href="{quoted(address)}">{quoted(text)}</a>'


def quoted(text: str) -> str:
    """Return text that is no markup, neither in an element nor in an attribute, and commands nothing."""
    return escape(visible(text))
