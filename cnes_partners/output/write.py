"""Decide once how an answer looks and where it goes, and write it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from cnes_partners.errors import OutputError
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
    if wish.format is Format.TABLE:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        _write_data(text)


def write_count(view: View, wish: Wish) -> None:
    """Write how many rows the view has, where the view would have gone."""
    text = f"{len(view.rows)}\n"
    if wish.file is not None:
        write_whole(wish.file, text)
    else:
        _write_data(text)


def _write_data(text: str) -> None:
    """Write what programs read to standard output: UTF-8 and line feeds, whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


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

    A link stays a link, a file keeps its mode; a pipe or a device is written to as it is.

    Raises:
        OutputError: It cannot be written; nothing is left behind.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        target = file.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise OutputError(f"cannot write {file}: {error.strerror or error}") from error
    except RuntimeError as error:  # how Python 3.11 and 3.12 tell of links that lead in a circle
        raise OutputError(f"cannot write {file}: its links lead in a circle") from error


def _replace(file: Path, data: bytes) -> None:
    """Put *data* in a new file beside *file*, then in its place."""
    import tempfile

    mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as target:
            target.write(data)
        Path(name).chmod(mode)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
