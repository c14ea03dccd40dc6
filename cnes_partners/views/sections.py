"""What an answer shows beside its rows: labelled values, lines of text, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from cnes_partners.views.charts import Chart


@frozen
class Fields:
    """Labelled values of one record."""

    title: str = ""
    pairs: tuple[tuple[str, str], ...]


def known_fields(*pairs: tuple[str, str | None]) -> Fields:
    """Return those values of a record that are known, with their labels."""
    return Fields(pairs=tuple((label, text) for label, text in pairs if text))


@frozen
class Lines:
    """Lines of text. What wraps of a list's line is indented."""

    title: str = ""
    lines: tuple[str, ...]
    is_list: bool = False


@frozen
class Picture:
    """A chart; whoever shows it decides how wide, and draws it in characters or as SVG."""

    title: str
    chart: Chart


@frozen
class Footnote:
    """A source as a numbered note: who published what when, when it was read and how, its address.

    Texts of the view name it as "[id]".
    """

    id: str
    text: str
    read: str = ""
    url: str

    def __str__(self) -> str:
        """Return the note on one line, its address last."""
        return f"{', '.join(part for part in (self.text, self.read) if part)}. {self.url}"


@frozen
class File:
    """What goes to a file of its own once the answer is written, a picture, and what is said of it then."""

    path: Path
    text: str
    aside: str = ""
