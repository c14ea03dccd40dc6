"""What can go wrong, as exceptions with one clear line each, and how the program ends then."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import IntEnum
from errno import EINVAL

from cnes_partners.frozen import frozen
from cnes_partners.model.sentences import Sentence, paragraph, sentence, translatable


class Exit(IntEnum):
    """What the program ends with; an empty list is done, and so is what a closed pipe cuts off."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    NO_SUCH_NAME = 3
    INVALID_DATASET = 4
    INTERRUPTED = 130


@frozen
class Problem:
    """One thing wrong in a dataset: where it is, and what to do about it.

    ``line`` is None where the dataset is not text with lines (a JSON export), ``field`` is empty
    where the whole file or record is meant.
    """

    file: str
    line: int | None = None
    record: str = ""
    field: str = ""
    message: Sentence

    def __str__(self) -> str:
        return self.on_a_line(self.message)

    def on_a_line(self, message: str) -> str:
        """Return the problem as compilers write theirs, so that editors jump to it, with *message* in some language."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.record, self.field, message) if part)


class CnesPartnersError(Exception):
    """Base of the errors that a user can meet; ``exit_code`` is what the command line returns."""

    exit_code: Exit = Exit.UNEXPECTED

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)


class OutputError(CnesPartnersError):
    """The answer cannot be written where it was to go: no such folder, no right, no room."""


class UsageError(CnesPartnersError):
    """A question that cannot be asked: an unknown column, a year that is no year."""

    exit_code = Exit.USAGE


class NotFoundError(CnesPartnersError):
    """Nothing bears the name, or there is no figure for what was asked; ``candidates`` are ids that might be meant."""

    exit_code = Exit.NO_SUCH_NAME

    def __init__(self, message: Sentence, *, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)

    def tell(self, text: Sentence) -> None:
        """Let the message end with *text*, too."""
        self.args = (paragraph(self.args[0], text),)


class AmbiguousNameError(NotFoundError):
    """More than one record bears the name; ``candidates`` are their ids."""


class NotAPartnerError(NotFoundError):
    """A country or other party that is known, but is no partner of its own; ``party`` is its id."""

    def __init__(self, message: Sentence, *, party: str) -> None:
        super().__init__(message)
        self.party = party


class InvalidDatasetError(CnesPartnersError):
    """The dataset cannot be used; ``problems`` lists everything that is wrong once, in file order."""

    exit_code = Exit.INVALID_DATASET

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        Exception.__init__(self, "\n".join(map(str, self.problems)))  # each of them is said by itself


# What systems refuse most, as Linux says it; what else a system says stays in its own words.
_REFUSALS = (
    translatable("Bad file descriptor"),
    translatable("File exists"),
    translatable("File name too long"),
    translatable("File too large"),
    translatable("Input/output error"),
    translatable("Is a directory"),
    translatable("No space left on device"),
    translatable("No such file or directory"),
    translatable("Not a directory"),
    translatable("Operation not permitted"),
    translatable("Permission denied"),
    translatable("Read-only file system"),
    translatable("Too many levels of symbolic links"),
)


def reason(error: OSError) -> Sentence:
    """Return why the system, or one of our own functions in its way, refused something."""
    text = error.strerror or str(error)
    return text if isinstance(text, Sentence) else sentence(text)


ON_WINDOWS = sys.platform == "win32"


def is_left(error: BaseException) -> bool:
    """Return whether a pipe's reader left, which Windows calls an invalid argument."""
    is_invalid = isinstance(error, OSError) and error.errno == EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or (ON_WINDOWS and is_invalid)


def is_interruption(error: BaseException) -> bool:
    """Return whether *error* comes of Ctrl-C; up to Python 3.11 a class in the making wraps what is raised in it."""
    return isinstance(error, KeyboardInterrupt) or isinstance(error.__cause__, KeyboardInterrupt)
