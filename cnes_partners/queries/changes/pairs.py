"""Which record of one dataset is which of the other, and so the parts of their lists."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Any

Pair = tuple[Any, Any]

_NAMES = ("id", "abbr", "name")
# What tells records without a name apart: the figures of a year, the members of a council.
_MARKS = (
    *("year", "as_of", "date", "country", "contributor", "party", "partner", "agency", "institute", "domain", "group"),
    *("what", "about", "measure", "scope", "period", "stated_by"),
)


def paired(old: Sequence[Any], new: Sequence[Any]) -> tuple[Pair, ...]:
    """Return each of *new*, in its order, beside the one of *old* that it was, then those of *old* that are gone.

    Two are the same where they are equal, else where they are called the same and have one source, else where they are
    called the same. None stands for the one that is not there.
    """
    before: dict[int, Any] = {}
    left = list(old)
    for same in (_text, _mark_and_source, mark):
        left = _match(left, new, before, same)
    return (*((before.get(index), value) for index, value in enumerate(new)), *((value, None) for value in left))


def _match(old: list[Any], new: Sequence[Any], before: dict[int, Any], same: Callable[[Any], Hashable]) -> list[Any]:
    """Put those of *old* into *before* that some of *new* is the same as, by its place; return the others."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for index, value in enumerate(new):
        if index not in before:
            waiting[same(value)].append(index)
    left = []
    for value in old:
        if places := waiting.get(same(value)):
            before[places.popleft()] = value
        else:
            left.append(value)
    return left


def mark(value: Any) -> str:
    """Return what a record or a part of a list is called: id, name, else what tells it apart, else who says it."""
    if not isinstance(value, dict):
        return _text(value)
    name = next((str(value[key]) for key in _NAMES if value.get(key)), None)
    marks = " ".join(str(value[key]) for key in _MARKS if value.get(key))
    return name or marks or str(value.get("source") or "")


def _mark_and_source(value: Any) -> str:
    source = value.get("source") if isinstance(value, dict) else None
    return f"{mark(value)} {_text(source)}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
