"""Decide once how an answer looks and where it goes, and write it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TextIO

from cnes_partners.output.formats.formats import FORMATS, Format, content, writer
from cnes_partners.output.formats.look import Look
from cnes_partners.output.terminal import ColourChoice, in_plain_spaces, in_utf_8, printable, screen_of, terminal_size
from cnes_partners.views.view import View


class Wish(NamedTuple):
    """How an answer is wanted; the screen of its look is what is found where it goes."""

    format: Format = Format.TABLE
    look: Look = Look()
    colour: ColourChoice = ColourChoice.AUTO
    width: int | None = None
    file: Path | None = None
    may_page: bool = True


def write(view: View, wish: Wish) -> None:
    """Write the view to standard output as it comes, or to the wished file, which appears whole or not at all."""
    if FORMATS[wish.format].is_binary:
        _write_data(content(view, _look(wish, None), wish.format), wish.file)
    elif wish.file is not None:
        _write_data(texts_of(view, wish, stream=None), wish.file)
    elif sys.stdout.isatty():
        write_to_terminal(texts_of(view, wish, stream=sys.stdout), may_page=wish.may_page)
    elif wish.format is Format.TABLE:
        _write_texts(texts_of(view, wish, stream=sys.stdout))
    else:
        _write_data(texts_of(view, wish, stream=sys.stdout))


def write_to_terminal(texts: Iterable[str], *, may_page: bool) -> None:
    """Write to the terminal, through the reader's pager where it is longer than the screen."""
    from cnes_partners.output.pager import is_longer, page

    columns, lines = terminal_size(sys.stdout)
    left = iter(texts)
    begun = ""
    while may_page and not is_longer(begun, columns=columns, lines=lines):
        try:
            begun += next(left)
        except StopIteration:
            may_page = False
    _write_texts(page(chain((begun,), left), sys.stdout) if may_page else chain((begun,), left))


def _write_texts(texts: Iterable[str]) -> None:
    for text in texts:
        sys.stdout.write(text)
    sys.stdout.flush()


def write_count(view: View, wish: Wish) -> None:
    """Write how many rows the view has, where the view would have gone."""
    _write_data((f"{sum(1 for _ in view.passing)}\n",), wish.file)


def _write_data(content: bytes | Iterable[str], file: Path | None = None) -> None:
    """Write what programs read to a file or standard output: UTF-8 and line feeds, whatever the locale."""
    if file is not None:
        from cnes_partners.output.files import write_whole

        write_whole(file, content)
        return
    sys.stdout.flush()
    for piece in (content,) if isinstance(content, bytes) else map(in_utf_8, content):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def texts_of(view: View, wish: Wish, *, stream: TextIO | None) -> Iterator[str]:
    """Yield the view piece by piece in the wished format, as *stream* (None: a file) can take it."""
    is_table = wish.format is Format.TABLE
    texts = writer(wish.format)(view, _look(wish, stream if is_table else None))
    if stream is None or not stream.isatty():
        is_searched = is_table or wish.format is Format.MARKDOWN
        yield from map(in_plain_spaces, texts) if is_searched else texts
        return
    if is_table:
        yield from texts
        return
    for text in texts:  # nothing in data commands the terminal or stops the program
        yield printable(text, stream)


def _look(wish: Wish, stream: TextIO | None) -> Look:
    return wish.look._replace(screen=screen_of(stream, wish.colour, width=wish.width))
