"""What every record, answer and error can be relied on for."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace
from typing import Any

import pytest

from cnes_partners.frozen import frozen


@frozen
class Craft:
    name: str
    mass_kg: float | None = None


@frozen
class Lander(Craft):
    legs: int = 3


@frozen
class Named:
    name: str

    def __repr__(self) -> str:
        return self.name


ROVER = Craft(name="Idefix", mass_kg=25.5)


def test_equal_values_of_one_class_are_equal_and_hash_alike() -> None:
    assert Craft(name="Idefix", mass_kg=25.5) == ROVER
    assert hash(Craft(name="Idefix", mass_kg=25.5)) == hash(ROVER)
    assert {ROVER, Craft(name="Idefix", mass_kg=25.5)} == {ROVER}


@pytest.mark.parametrize("other", [Craft(name="Idefix"), Craft(name="idefix", mass_kg=25.5), ("Idefix", 25.5), None])
def test_another_value_is_not_equal(other: object) -> None:
    assert other != ROVER


def test_a_class_that_holds_more_is_another_even_with_the_same_values() -> None:
    assert Lander(name="Idefix", mass_kg=25.5) != ROVER
    assert Lander(name="Idefix", legs=4) != Lander(name="Idefix")


def test_it_is_printed_as_it_is_made() -> None:
    assert repr(Lander(name="Philae")) == "Lander(name='Philae', mass_kg=None, legs=3)"
    assert eval(repr(ROVER)) == ROVER


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Named(name="Philae")) == "Philae"


def test_nothing_of_it_can_be_changed_or_added() -> None:
    with pytest.raises(FrozenInstanceError):
        ROVER.name = "Obelix"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ROVER.name
    assert not hasattr(ROVER, "__dict__")


def test_it_takes_keywords_only() -> None:
    made_of: Any = Craft
    with pytest.raises(TypeError, match="positional"):
        made_of("Idefix")
    with pytest.raises(TypeError, match=r"Craft.__init__\(\) missing 1 required keyword-only argument: 'name'"):
        made_of(mass_kg=25.5)
    with pytest.raises(TypeError, match=r"Craft.__init__\(\) got an unexpected keyword argument 'legs'"):
        made_of(name="Idefix", legs=3)


def test_the_standard_library_knows_it() -> None:
    assert [field.name for field in fields(Lander)] == ["name", "mass_kg", "legs"]
    assert replace(ROVER, mass_kg=None) == Craft(name="Idefix")
    assert pickle.loads(pickle.dumps(ROVER)) == copy.deepcopy(ROVER) == ROVER
    assert (
        str(inspect.signature(Lander, eval_str=True))
        == "(*, name: str, mass_kg: float | None = None, legs: int = 3) -> None"
    )


class Empty:
    pass


class Listing:
    parts: list[str] = field(default_factory=list)


class Counting:
    parts: int = field(default=0, init=False)


class Checking:
    parts: int = 0

    def __post_init__(self) -> None:
        raise AssertionError


@pytest.mark.parametrize("kind", [Empty, Listing, Counting, Checking])
def test_what_it_cannot_do_for_a_class_is_refused_when_the_class_is_made(kind: type) -> None:
    with pytest.raises(TypeError, match=f"{kind.__name__}: give it fields"):
        frozen(kind)
