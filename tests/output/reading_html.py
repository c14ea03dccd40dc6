"""What a page of HTML holds, read as a browser does: elements in order, whole or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = ("meta", "link", "br")


@dataclass(kw_only=True)
class Element:
    """An element with its attributes and all the text in it."""

    name: str
    attributes: dict[str, str | None]
    path: tuple[str, ...]
    text: str = ""


@dataclass(kw_only=True)
class Page(HTMLParser):
    """A page that was read; ``faults`` are elements that end where they did not begin."""

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(name=tag, attributes=dict(attrs), path=tuple(entry.name for entry in self._open))
        self.elements.append(found)
        if tag not in _VOID:
            self._open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(name=tag, attributes=dict(attrs), path=tuple(entry.name for entry in self._open)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop().name != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        for entry in self._open:
            entry.text += data

    def close(self) -> None:
        super().close()
        self.faults += [entry.name for entry in self._open]

    def all(self, *names: str) -> list[Element]:
        """Return the elements of those names, as they come."""
        return [entry for entry in self.elements if entry.name in names]

    def links(self) -> list[tuple[str, str | None]]:
        """Return the text and the address of each link."""
        return [(entry.text, entry.attributes["href"]) for entry in self.all("a")]


def read_html(text: str) -> Page:
    """Return the page."""
    page = Page()
    page.feed(text)
    page.close()
    return page
