"""What is found wrong in a dataset, in a list that no dataset can make endless."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cnes_partners.errors import Problem
from cnes_partners.model.controls import visible
from cnes_partners.model.sentences import Sentence, changed, sentence

MOST_OF_A_FILE = 100
MOST_IN_ALL = 1_000
_LONGEST = 1_000


class Findings:
    """Problems as they are found: the first of each file, and how many more it has.

    A file that is no record at all can have millions; the first tell as much as all of them would.
    """

    def __init__(self) -> None:
        self._listed: dict[str, dict[Problem, None]] = {}
        self._more: dict[str, int] = {}
        self._merged: set[Findings] = set()
        self._found = 0

    def __len__(self) -> int:
        """Return how often something was found, the same thing twice if it was found twice."""
        return self._found

    @property
    def total(self) -> int:
        """Return how many problems there are."""
        return sum(map(len, self._listed.values())) + sum(self._more.values())

    def has(self, file: str) -> bool:
        """Return whether anything was found in *file*."""
        return file in self._listed

    def is_full(self, file: str) -> bool:
        """Return whether further problems of *file* are only counted, so that nobody needs to word them."""
        return len(self._listed.get(file, ())) >= MOST_OF_A_FILE

    def count(self, file: str, many: int = 1) -> None:
        """Count problems of a file that is full."""
        self._found += many
        self._more[file] = self._more.get(file, 0) + many

    def add(self, problem: Problem) -> None:
        """Take a problem; what it quotes is cut and written out, for a program may print it as it is."""
        if self.is_full(problem.file):
            self.count(problem.file)
            return
        self._found += 1
        self._listed.setdefault(problem.file, {})[_harmless(problem)] = None

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take several problems."""
        for problem in problems:
            self.add(problem)

    def merge(self, others: Findings) -> None:
        """Take what was found elsewhere, once, however often it is given."""
        if others in self._merged:
            return
        self._merged.add(others)
        for problems in others._listed.values():
            self.extend(problems)
        for file, many in others._more.items():
            self.count(file, many)

    def listed(self) -> tuple[Problem, ...]:
        """Return the problems by file and line, as they were found in it; where there are more, the last says so."""
        files = sorted(self._listed)
        problems = [problem for file in files for problem in self._of_file(file)]
        if len(problems) <= MOST_IN_ALL:
            return tuple(problems)
        shown = problems[:MOST_IN_ALL]
        return (*shown, Problem(file="", message=_more_elsewhere(self.total - len(shown))))

    def _of_file(self, file: str) -> Iterator[Problem]:
        yield from sorted(self._listed[file], key=lambda problem: problem.line or 0)
        if more := self._more.get(file):
            yield Problem(file=file, message=_and_more(more))


def _and_more(many: int) -> Sentence:
    if many == 1:
        return sentence("and {count} more problem", count=many)
    return sentence("and {count} more problems", count=many)


def _more_elsewhere(many: int) -> Sentence:
    if many == 1:
        return sentence("and {count} more problem in other files", count=many)
    return sentence("and {count} more problems in other files", count=many)


def _harmless(problem: Problem) -> Problem:
    record, field, message = _shown(problem.record), _shown(problem.field), changed(problem.message, _shown)
    return replace(problem, record=record, field=field, message=message)


def _shown(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")
