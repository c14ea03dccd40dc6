"""What an answer shows beside its rows: labelled values, lines of text, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cnes_partners.views.charts import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Labelled values of one record."""

    title: str = ""
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines of text. What wraps of a list's line is indented."""

    title: str = ""
    lines: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart; whoever shows it decides how wide, and draws it in characters or as SVG."""

    title: str
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What goes to a file of its own once the answer is written, a picture, and what is said of it then."""

    path: Path
    text: str
    aside: str = ""
