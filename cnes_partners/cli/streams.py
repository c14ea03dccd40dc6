"""The standard streams as they may be: closed, full, or left by their reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from errno import EBADF
from io import StringIO
from typing import Any, NoReturn, TextIO

from cnes_partners.model.sentences import sentence


class Closed(StringIO):
    """Stands for a standard output that is closed: what would write to it fails, and nothing else does."""

    encoding = "utf-8"

    def write(self, _text: object) -> NoReturn:
        """Fail."""
        raise OSError(EBADF, sentence("it is closed"))

    @property
    def buffer(self) -> Any:
        """Return what fails for bytes as well."""
        return self


def require_output() -> None:
    """Make sure that an answer has somewhere to go before it is worked out.

    Raises:
        OSError: Standard output is closed.
    """
    if isinstance(sys.stdout, Closed):
        sys.stdout.write("")


def tell(lines: Iterable[str]) -> None:
    """Write lines to stderr, where there is one; what it does not take is lost, and no answer with it."""
    if sys.stderr is None:  # nobody is left to tell
        return
    from cnes_partners.output.terminal import in_plain_spaces

    with suppress(OSError):
        is_read = sys.stderr.isatty()
        for line in lines:
            print(line if is_read else in_plain_spaces(line), file=sys.stderr)
    flush(sys.stderr)


def flush(stream: TextIO) -> None:
    """Write what *stream* still holds; what it cannot take goes nowhere."""
    try:
        stream.flush()
    except OSError:
        drop(stream)


def drop(stream: TextIO) -> None:
    """Send nowhere what *stream* holds: the interpreter would try again as it exits, and end with 120."""
    with suppress(OSError, ValueError):  # a stream in memory has no descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
