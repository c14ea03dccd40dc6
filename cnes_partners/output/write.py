"""Decide once how an answer looks and where it goes, and write it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TextIO

from cnes_partners.output.formats.formats import Format, writer
from cnes_partners.output.formats.look import Look, no_address
from cnes_partners.output.links import AddressOf
from cnes_partners.output.terminal import ColourChoice, in_utf_8, printable, screen_of, terminal_size
from cnes_partners.views.view import View
from cnes_partners.views.words import Language


class Wish(NamedTuple):
    """How an answer is wanted."""

    format: Format = Format.TABLE
    has_header: bool = True
    only_columns: bool = False
    colour: ColourChoice = ColourChoice.AUTO
    width: int | None = None
    file: Path | None = None
    may_page: bool = True
    language: Language = Language.ENGLISH
    address_of: AddressOf = no_address


def write(view: View, wish: Wish) -> None:
    """Write the view to standard output as it comes, or to the wished file, which appears whole or not at all."""
    if wish.file is not None:
        from cnes_partners.output.files import write_whole

        write_whole(wish.file, texts_of(view, wish, stream=None))
        return
    texts = texts_of(view, wish, stream=sys.stdout)
    if sys.stdout.isatty():
        write_to_terminal(texts, may_page=wish.may_page)
    elif wish.format is Format.TABLE:
        _write_texts(texts)
    else:
        _write_data(texts)


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
    texts = (f"{sum(1 for _ in view.passing)}\n",)
    if wish.file is not None:
        from cnes_partners.output.files import write_whole

        write_whole(wish.file, texts)
    else:
        _write_data(texts)


def _write_data(texts: Iterable[str]) -> None:
    """Write what programs read to standard output: UTF-8 and line feeds, whatever the locale."""
    sys.stdout.flush()
    for text in texts:
        sys.stdout.buffer.write(in_utf_8(text))
    sys.stdout.buffer.flush()


def texts_of(view: View, wish: Wish, *, stream: TextIO | None) -> Iterator[str]:
    """Yield the view piece by piece in the wished format, as *stream* (None: a file) can take it."""
    is_table = wish.format is Format.TABLE
    look = Look(
        has_header=wish.has_header,
        only_columns=wish.only_columns,
        screen=screen_of(stream if is_table else None, wish.colour, width=wish.width),
        language=wish.language,
        address_of=wish.address_of,
    )
    texts = writer(wish.format)(view, look)
    if is_table or stream is None or not stream.isatty():
        yield from texts
        return
    for text in texts:  # nothing in data commands the terminal or stops the program
        yield printable(text, stream)
