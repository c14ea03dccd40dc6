"""A pager for answers that are longer than the screen, as git and gh have one."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TextIO

_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_PLAIN = ("", "cat")


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
        return shlex.split(chosen)
    except ValueError:
        return []


def page(text: str, stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Show *text* in a pager; return False where there is none, and the text is still to be written.

    ``less`` gets LESS=FRX where LESS is unset: it ends at once if all fits, shows colours, and leaves the text there.
    """
    import shutil
    import signal
    import subprocess

    command = pager_command(environ)
    program = shutil.which(command[0]) if command else None
    if program is None:
        return False
    encoding = stream.encoding or "utf-8"
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's own
    try:
        subprocess.run(  # noqa: S603 - the reader's own pager, without a shell
            [program, *command[1:]],
            input=text.encode(encoding, errors="backslashreplace"),
            env={"LESS": "FRX", "LV": "-c", **environ},
            check=False,
        )
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, interrupt)
    return True
