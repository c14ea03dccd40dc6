"""A pager for answers that are longer than the screen, as git and gh have one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TextIO

from cnes_partners.errors import ON_WINDOWS, is_left

_LINK = r"\x1b\]8;[^\x1b]*\x1b\\"
_ESCAPE = re.compile(rf"\x1b\[[0-9;]*m|{_LINK}")
_PLAIN = ("", "cat")
_LESS = "FRX"
_PIPE_HOLDS = 2**20  # Linux lets a pipe grow so far


def is_longer(text: str, *, columns: int, lines: int) -> bool:
    """Return whether *text* needs more than a screen of *columns* x *lines*, a line being left for the prompt."""
    if text.count("\n") >= lines:
        return True
    shown = (len(_ESCAPE.sub("", line)) for line in text.splitlines())
    return sum(max(1, -(-length // columns)) for length in shown) >= lines


def pager_command(environ: Mapping[str, str]) -> list[str]:
    """Return the words of the pager's command; none where PAGER is empty or "cat", or the terminal is a dumb one."""
    import shlex

    chosen = environ.get("PAGER", "less").strip()
    if chosen in _PLAIN or environ.get("TERM") == "dumb":
        return []
    try:
        words = shlex.split(chosen, posix=not ON_WINDOWS)  # whose folders stand between backslashes
        return [word.strip('"') for word in words] if ON_WINDOWS else words
    except ValueError:
        return []


_RAW = re.compile(r"(?:^|\s)--(?:RAW|raw)|(?:^-?|\s-)[^\s\-bDhjkoOpPtTxyz#]*[Rr]")  # of the options of less
_FIRST_LESS_WITH_LINKS = 581


def shows_links(command: Sequence[str], environ: Mapping[str, str]) -> bool:
    """Return whether a pager shows links: less does from version 581 on, told to take escapes as they are."""
    import subprocess

    if Path(command[0]).name != "less" or not _RAW.search(" ".join((environ.get("LESS", _LESS), *command[1:]))):
        return False
    told = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    version = re.match(r"less (\d+)", told.stdout)
    return version is not None and int(version[1]) >= _FIRST_LESS_WITH_LINKS


def page(texts: Iterable[str], stream: TextIO, environ: Mapping[str, str] = os.environ) -> Iterable[str]:
    """Show *texts* in a pager, and return what is still to be written: nothing, or all that no pager showed.

    ``less`` gets LESS=FRX where LESS is unset: it ends at once if all fits, shows colours, and leaves the text there.
    """
    import shutil
    import signal

    command = pager_command(environ)
    program = shutil.which(command[0]) if command else None
    if program is None:
        return texts
    if not shows_links([program, *command[1:]], environ):
        texts = (re.sub(_LINK, "", text) for text in texts)
    pressed: list[int] = []
    interrupt = signal.signal(signal.SIGINT, lambda *_: pressed.append(1))  # Ctrl-C is the pager's own
    try:
        given, has_failed = _feed([program, *command[1:]], texts, stream.encoding or "utf-8", environ)
    finally:
        signal.signal(signal.SIGINT, interrupt)
    return chain(given, texts) if has_failed and not pressed else ()


def _feed(
    command: list[str], texts: Iterable[str], encoding: str, environ: Mapping[str, str]
) -> tuple[list[str], bool]:
    """Give *texts* to a pager until it ends; return what it was given, and whether it failed.

    What a pager took more of than a pipe holds was read by it: it has not failed, whatever it ends with.
    """
    import subprocess

    given: list[str] = []
    size = 0
    try:
        process = subprocess.Popen(  # noqa: S603 - the reader's own pager, without a shell
            command, stdin=subprocess.PIPE, env={"LESS": _LESS, "LV": "-c", **environ}
        )
    except OSError:
        return given, True
    with suppress(BrokenPipeError), process:
        assert process.stdin is not None
        for text in texts:
            if size <= _PIPE_HOLDS:
                given.append(text)
            try:
                size += process.stdin.write(text.encode(encoding, errors="backslashreplace"))
            except OSError as error:
                if not is_left(error):
                    raise
                break
    return given, process.returncode != 0 and size <= _PIPE_HOLDS
