"""Files that are written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cnes_partners.errors import OutputError, reason
from cnes_partners.model.sentences import sentence
from cnes_partners.output.terminal import in_utf_8

_STREAMS = re.compile(r"/dev/fd|/proc/\d+(?:/task/\d+)?/fd")  # the folders that have open streams by number
_MOST_LINKS = 40


def write_whole(file: Path, content: bytes | str | Iterable[str], *, replace: bool = True) -> None:
    """Write *content* to *file* so that the file is whole or unchanged, whatever happens.

    A link stays a link, a file keeps its mode; a pipe, a device or an open stream (/dev/stdout) is written to as it is.

    Raises:
        OutputError: It cannot be written, or without *replace* is there by now; nothing is left behind.
    """
    with written_whole(file, content, replace=replace):
        pass


@contextmanager
def written_whole(file: Path, content: bytes | str | Iterable[str], *, replace: bool = True) -> Iterator[None]:
    """Write *content* to *file* once the block has run, and not where it fails; that it can be written is known before.

    That the block has nowhere to write to, its stream being closed, full or left by its reader, costs the file nothing.

    Raises:
        OutputError: It cannot be written; nothing is left behind.
    """
    with _worded(file), _special(file) as special:
        if special is not None:
            special.writelines(_in_bytes(content))
    if special is not None:
        yield
        return
    with ended_by_signals():
        with _worded(file):
            staged = _staged(file, _in_bytes(content))
        try:
            yield
        except OSError:  # of a stream: what fails for the answer's own reasons fails in words of ours
            with _worded(file):
                _place(*staged, replace=replace)
            raise
        except BaseException:
            staged[0].unlink(missing_ok=True)
            raise
        with _worded(file):
            _place(*staged, replace=replace)


@contextmanager
def _special(file: Path) -> Iterator[BinaryIO | None]:
    """Give what is written to as it is: a pipe, a device, an open stream by its name; None for a file to be placed."""
    number = _stream_at(file)
    if number is not None:
        sys.stdout.flush()
        with os.fdopen(os.dup(number), "wb") as stream:
            yield stream
    elif file.exists() and not file.is_file():
        with file.open("wb") as special:
            yield special
    else:
        yield None


def _stream_at(file: Path) -> int | None:
    """Return the number of the open stream that a path names: "/dev/stdout" is 1.

    Opened anew by that name, a file behind it would be emptied, though it was opened to be added to.
    """
    path = file.absolute()
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(path.parent)  # which is reached by many names, and by links
        if path.name.isdecimal() and _STREAMS.fullmatch(folder):
            return int(path.name)
        if not path.is_symlink():
            return None
        path = Path(folder) / path.readlink()
    return None


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let the block clean up behind itself where the program is told to end (SIGTERM) or its terminal goes (SIGHUP)."""
    import signal
    import threading

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        numbers = []  # a program that has us in another thread keeps its own
    before = {number: signal.signal(number, end) for number in numbers if signal.getsignal(number) is signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _worded(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritten(file, error) from error


def unwritten(path: Path, error: OSError) -> OutputError:
    """Return the error that *path* cannot be written, and why."""
    return OutputError(sentence("cannot write {file}: {why}", file=str(path), why=reason(error)))


def _in_bytes(content: bytes | str | Iterable[str]) -> Iterable[bytes]:
    if isinstance(content, bytes):
        return (content,)
    return map(in_utf_8, ((content,) if isinstance(content, str) else content))


def end_of_links(path: Path) -> Path:
    """Return where *path* leads when all links are followed, whether something is there or not.

    Raises:
        OSError: The links lead in a circle (of which resolve() says nothing from Python 3.13 on).
    """
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, sentence("its links lead in a circle")) from error
    return path.resolve()


def _staged(file: Path, data: Iterable[bytes]) -> tuple[Path, Path]:
    """Put *data* in a new file beside *file*, and return it and its place."""
    import tempfile

    target = end_of_links(file)
    refuse_to_lose(target)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.writelines(data)
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name), target


def refuse_to_lose(target: Path) -> None:
    """Refuse the place of a file that its owner closed, or that another owns, though the folder would allow it.

    Raises:
        OSError: It is read-only, or another user's.
    """
    if not target.exists():
        return
    about = target.stat()
    if not about.st_mode & 0o222:
        raise OSError(errno.EACCES, sentence("it is read-only"))
    if hasattr(os, "geteuid") and about.st_uid != os.geteuid():
        raise OSError(errno.EPERM, sentence("it is another user's"))


def _place(new: Path, target: Path, *, replace: bool) -> None:
    """Put the new file in its place; without *replace* only where nothing is, of several at once by exactly one."""
    try:
        if not replace:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        new.replace(target)
    except FileExistsError as error:
        raise OSError(errno.EEXIST, sentence("it is there by now (--force replaces it)")) from error
    finally:
        new.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
