"""Where a text names a page: by its address, or by the id of a source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_ID = "[a-z0-9][a-z0-9-]+"
_IN_TEXT = re.compile(rf"(?P<address>https?://\S*[^\s.,;:)\]>\"'])|(?<=\[)(?P<id>{_ID})(?=\])")
_IN_LIST = re.compile(f"(?P<id>{_ID})")

AddressOf = Callable[[str], str | None]


class Link(NamedTuple):
    """A part of a text, from and to, that leads to an address; ``id`` is the source's that it is of, if any."""

    start: int
    end: int
    address: str
    id: str | None


def links_in(text: str, address_of: AddressOf, *, is_list: bool) -> Iterator[Link]:
    """Yield where a text has links; it names a source as "[id]", a *list* of sources as it is."""
    for found in (_IN_LIST if is_list else _IN_TEXT).finditer(text):
        id = found["id"]
        if address := found[0] if id is None else address_of(id):
            yield Link(*found.span(), address, id)


def is_of_the_web(address: str) -> bool:
    """Return whether an address is one that browsers may be given, in a dataset gone wrong, too."""
    return address.startswith(("https://", "http://"))
