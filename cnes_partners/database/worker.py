"""Work on a database in a thread of its own, so that a limit of time and Ctrl-C reach whoever waits for it.

SQLite heeds an interruption between its steps only, and one step can take minutes: ``instr``, ``replace`` and ``trim``
compare every character of one long text with every one of another. Who waits here is free all the while; a thread
that does not heed is left behind, and ends with the process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from queue import Empty, Queue
from sqlite3 import Connection
from threading import Event, Thread
from time import monotonic, thread_time
from typing import Any, NamedTuple, TypeVar

Item = TypeVar("Item")

_GRACE_S = 0.25
_LOOK_S = 0.2


class TookTooLongError(Exception):
    """The limit of time was reached before the work was done."""


class _End(NamedTuple):
    """The last thing that a thread tells: that it is done, or what went wrong."""

    error: BaseException | None = None


class Worker:
    """A database, and the thread that works on it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._thread: Thread | None = None
        self._channel: Queue[Any] = Queue(maxsize=1)
        self._is_unwanted = Event()

    def run(self, work: Callable[[], Iterator[Item]], *, limit_s: float) -> Iterator[Item]:
        """Yield what *work* yields.

        Time is what is waited for here, and what is computed here with each item; a slow reader costs none.

        Raises:
            TookTooLongError: It took more than *limit_s* seconds.
        """
        self._thread = Thread(target=self._produce, args=(work,), daemon=True)
        self._thread.start()
        left_s = limit_s
        while True:
            before = monotonic()
            found = self._next(before + left_s)
            left_s -= monotonic() - before
            if isinstance(found, _End):
                if found.error is not None:
                    raise found.error
                return
            before = thread_time()
            yield found
            left_s -= thread_time() - before

    def _next(self, until: float) -> Any:
        """Return what the thread tells next; Ctrl-C, which wakes nobody on some systems, is looked for in between."""
        while (left_s := until - monotonic()) > 0:
            with suppress(Empty):
                return self._channel.get(timeout=min(left_s, _LOOK_S))
        raise TookTooLongError

    def _produce(self, work: Callable[[], Iterator[Item]]) -> None:
        end = _End()
        try:
            for item in work():
                self._channel.put(item)
                if self._is_unwanted.is_set():
                    break
        except BaseException as error:
            end = _End(error=error)
        self._channel.put(end)

    def close(self) -> None:
        """Stop the thread and close the database; where the thread does not stop, leave both behind."""
        self._is_unwanted.set()
        if self._thread is not None:
            self.connection.interrupt()
            self._drain(monotonic() + _GRACE_S)
        if self._thread is None or not self._thread.is_alive():
            self.connection.close()

    def _drain(self, until: float) -> None:
        """Take what the thread still tells, for it waits until that is taken."""
        assert self._thread is not None
        while self._thread.is_alive() and monotonic() < until:
            while not self._channel.empty():
                self._channel.get_nowait()
            self._thread.join(timeout=0.01)
