"""What every record, answer and error of the package is: a dataclass that is frozen, has slots and takes keywords."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(kind: type[Kind]) -> type[Kind]:
    """Return *kind* as a dataclass that is frozen, has slots and takes keywords only.

    Making a record is a function of its class; comparing, hashing, printing, pickling and refusing a change are those
    of all classes. The standard library writes and compiles six functions for each, and an answer needs forty classes
    and some thousand records: that took a fifth of its time.
    """
    made = dataclass(init=False, eq=False, repr=False, slots=True, kw_only=True)(kind)
    for name, method in (_SHARED | {"__init__": _init_of(made)}).items():
        if name not in vars(kind):
            setattr(made, name, method)
    return made


def _init_of(kind: Any) -> Any:
    """Return the function that takes the fields of a class by keyword and puts each into its slot.

    Raises:
        TypeError: The class asks for more than that, or for nothing.
    """
    held = fields(kind)
    is_plain = all(field.init and field.default_factory is MISSING for field in held)
    if not held or not is_plain or hasattr(kind, "__post_init__"):
        raise TypeError(f"{kind.__qualname__}: give it fields, whose defaults are values, and nothing to do after them")
    slots = {f"_{number}": getattr(kind, field.name).__set__ for number, field in enumerate(held)}
    names = ", ".join(field.name for field in held)
    body = "; ".join(f"{put}(self, {field.name})" for put, field in zip(slots, held, strict=True))
    text = f"def made({', '.join(slots)}):\n def __init__(self, *, {names}): {body}\n return __init__"
    found: dict[str, Callable[..., Any]] = {}
    exec(text, vars(sys.modules[kind.__module__]), found)  # noqa: S102 # of names of our own fields
    init = found["made"](**slots)
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    init.__annotations__ = {field.name: field.type for field in held} | {"return": None}
    init.__kwdefaults__ = {field.name: field.default for field in held if field.default is not MISSING}
    return init


def _values(record: Any) -> tuple[Any, ...]:
    return tuple(getattr(record, field.name) for field in fields(record))


def _restore(self: Any, values: Sequence[Any]) -> None:
    self.__init__(**{field.name: value for field, value in zip(fields(self), values, strict=True)})


def _equals(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hashed(self: Any) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    held = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
    return f"{self.__class__.__qualname__}({held})"


def _refuse(self: Any, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change {name!r} of a frozen {self.__class__.__qualname__}")


_SHARED: dict[str, Callable[..., Any]] = {
    "__eq__": _equals,
    "__hash__": _hashed,
    "__repr__": _shown,
    "__getstate__": _values,
    "__setstate__": _restore,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
