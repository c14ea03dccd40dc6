"""Decide once how an answer looks and where it goes, and write it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from cnes_partners.output.formats import TEXTS, Format
from cnes_partners.views.view import View


class ColourChoice(StrEnum):
    """Whether to colour: as the stream and the environment say, or as told."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How an answer is wanted."""

    format: Format = Format.TABLE
    has_header: bool = True
    only_columns: bool = False
    colour: ColourChoice = ColourChoice.AUTO
    width: int | None = None
    file: Path | None = None


def write(view: View, wish: Wish) -> None:
    """Write the view to standard output or to the wished file, which appears whole or not at all."""
    if wish.file is not None:
        write_whole(wish.file, text_of(view, wish, stream=None))
        return
    text = text_of(view, wish, stream=sys.stdout)
    sys.stdout.write(text)
    sys.stdout.flush()


def text_of(view: View, wish: Wish, *, stream: TextIO | None) -> str:
    """Return the view in the wished format, as *stream* (None: a file) can take it."""
    if wish.format is not Format.TABLE:
        texts = TEXTS[wish.format](view, has_header=wish.has_header, only_columns=wish.only_columns)
        return "".join(texts)
    from cnes_partners.output.table import Screen, table_text

    is_terminal = stream is not None and stream.isatty()
    screen = Screen(
        width=wish.width or (_terminal_width(stream) if is_terminal and stream is not None else None),
        has_colour=has_colour(wish.colour, is_terminal=is_terminal, environ=os.environ),
        encoding=(stream.encoding or "utf-8") if stream is not None else "utf-8",
    )
    return table_text(view, screen, has_header=wish.has_header)


def has_colour(choice: ColourChoice, *, is_terminal: bool, environ: Mapping[str, str]) -> bool:
    """Return whether to colour: --color over NO_COLOR over CLICOLOR_FORCE and FORCE_COLOR over TERM."""
    if choice is not ColourChoice.AUTO:
        return choice is ColourChoice.ALWAYS
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("CLICOLOR_FORCE") or environ.get("FORCE_COLOR")
    if forced:
        return forced not in ("0", "false")
    return is_terminal and environ.get("TERM") != "dumb"


def _terminal_width(stream: TextIO) -> int:
    """Return the width of the terminal behind *stream*; COLUMNS goes first where it is a sensible number."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and 0 < int(columns) <= 10_000:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def write_whole(file: Path, content: str | bytes) -> None:
    """Write *content* to *file* so that the file is whole or unchanged, whatever happens.

    Raises:
        OSError: It cannot be written; nothing is left behind.
    """
    import tempfile

    data = content.encode() if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
