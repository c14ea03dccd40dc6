"""What differs between two records, field by field, as plain values: nothing is known of their classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cnes_partners.frozen import frozen
from cnes_partners.model.fields import french_of, is_citation
from cnes_partners.queries.changes.model import Value
from cnes_partners.queries.changes.pairs import mark, paired

_NOTHING: tuple[Any, ...] = (None, False, [], {})  # a field that is left out is one of these


@frozen
class Difference:
    """A field that has another value; see ``Change``. ``root`` is the path without what parts of lists are called."""

    field: str
    root: str
    old: Value
    new: Value
    old_fr: str | None = None
    new_fr: str | None = None
    source: str | None = None


@frozen
class _Place:
    """Where a value stands, and the source of what stands around it."""

    field: str = ""
    root: str = ""
    source: str | None = None

    def at(self, key: str, source: str | None) -> _Place:
        return _Place(field=_path(self.field, key), root=_path(self.root, key), source=source)

    def part(self, name: str) -> _Place:
        return _Place(field=f"{self.field}[{name}]", root=self.root, source=self.source)


def _path(before: str, key: str) -> str:
    return f"{before}.{key}" if before else key


def differences(old: Mapping[str, Any], new: Mapping[str, Any], place: _Place | None = None) -> Iterator[Difference]:
    """Yield each field of which the value is another; a text and its French are one, and so are 12 and 12.0."""
    here = place or _Place()
    keys = tuple(dict.fromkeys((*old, *new)))
    for key in keys:
        is_told = key.endswith("_fr") and _differs(old, new, key.removesuffix("_fr"))
        if not is_told and _differs(old, new, key):
            there = here.at(key, _source(new, key, here.source))
            yield from _of_value(old.get(key), new.get(key), there, _french(old, key), _french(new, key))


def roots(value: Any, before: str = "") -> Iterator[str]:
    """Yield the path of every field that holds something."""
    for part in value if isinstance(value, list) else (value,):
        for key, held in part.items() if isinstance(part, dict) else ():
            if not _is_nothing(held):
                yield _path(before, key)
                yield from roots(held, _path(before, key))


def _differs(old: Mapping[str, Any], new: Mapping[str, Any], key: str) -> bool:
    before, after = old.get(key), new.get(key)
    return before != after and not (_is_nothing(before) and _is_nothing(after))


def _is_nothing(value: Any) -> bool:
    return any(value is nothing or (value == nothing and value != 0) for nothing in _NOTHING)


def _french(record: Mapping[str, Any], key: str) -> str | None:
    french = record.get(french_of(key))
    return french if isinstance(french, str) else None


def _source(new: Mapping[str, Any], key: str, otherwise: str | None) -> str | None:
    """Return who says the value of a field: its own source, else that of the group it stands in, else *otherwise*."""
    found = (new.get(name) for name in (f"{key}_source", "source"))
    return next((source for source in found if isinstance(source, str)), otherwise)


def _of_value(old: Any, new: Any, place: _Place, old_fr: str | None, new_fr: str | None) -> Iterator[Difference]:
    if _are(dict, old, new):
        yield from differences(old or {}, new or {}, place)
    elif _are(list, old, new):
        yield from _of_lists(old or [], new or [], place)
    else:
        is_flag = isinstance(old, bool) or isinstance(new, bool)
        before, after = (bool(value) if is_flag and value is None else _leaf(value) for value in (old, new))
        yield _difference(place, before, after, old_fr, new_fr)


def _difference(
    place: _Place, old: Value, new: Value, old_fr: str | None = None, new_fr: str | None = None
) -> Difference:
    return Difference(
        field=place.field, root=place.root, old=old, new=new, old_fr=old_fr, new_fr=new_fr, source=place.source
    )


def _are(kind: type, old: Any, new: Any) -> bool:
    """Return whether both are of that kind; one of them may be missing."""
    return {type(value) for value in (old, new) if value is not None} != set() and all(
        value is None or isinstance(value, kind) for value in (old, new)
    )


def _of_lists(old: Sequence[Any], new: Sequence[Any], place: _Place) -> Iterator[Difference]:
    """Yield what differs in two lists: of parts that are groups each by itself, of words those that one list has."""
    if all(not isinstance(value, (dict, list)) for value in (*old, *new)):
        gone, added = _without(old, new), _without(new, old)
        yield _difference(place, *((_words(gone), _words(added)) if gone or added else (_words(old), _words(new))))
        return
    for before, after in paired(old, new):
        there = place.part(mark(before if after is None else after))
        if isinstance(before, dict) and isinstance(after, dict):
            yield from differences(before, after, there)
        elif before != after:
            yield _of_part(before, after, there)


def _of_part(old: Any, new: Any, place: _Place) -> Difference:
    """Return a part of a list that was added or is gone, told in a line."""
    own = new.get("source") if isinstance(new, dict) else None
    there = replace(place, source=own) if isinstance(own, str) else place
    french = (_line(value, is_french=True) if isinstance(value, dict) else None for value in (old, new))
    return _difference(there, _leaf(old), _leaf(new), *french)


def _without(values: Iterable[Any], others: Sequence[Any]) -> list[Any]:
    return [value for value in values if value not in others]


def _words(values: Iterable[Any]) -> str | None:
    return ", ".join(map(str, values)) or None


def _leaf(value: Any) -> Value:
    """Return a value as a cell holds it: what has parts in a line."""
    if isinstance(value, dict):
        return _line(value, is_french=False)
    if isinstance(value, list):
        return "; ".join(str(_leaf(part)) for part in value) or None
    return value if isinstance(value, (str, int, float, bool)) else None


def _line(value: Mapping[str, Any], *, is_french: bool) -> str:
    """Return what a group says in one language, without who says so: "role: lead; contribution: platform"."""
    shown = {key: held for key, held in value.items() if not key.endswith("_fr") and not is_citation(key)}
    if is_french:
        shown = {key: value.get(french_of(key)) or held for key, held in shown.items()}
    return "; ".join(f"{key}: {_leaf(held)}" for key, held in shown.items() if not _is_nothing(held))
