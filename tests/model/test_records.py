"""What holds for every record class of the model."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from cnes_partners.model.records.partners import Agency
from cnes_partners.model.vocabulary.partnership import Category
from tests.model.classes import RECORDS as CLASSES
from tests.model.classes import VOCABULARIES as WORDS


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_records_are_frozen_slotted_and_take_keywords_only(kind: type[Any]) -> None:
    """Nobody changes a record, adds a field to one or builds one by position."""
    with pytest.raises(FrozenInstanceError):
        setattr(object.__new__(kind), fields(kind)[0].name, None)
    assert "__slots__" in vars(kind)
    assert all(field.kw_only for field in fields(kind))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_records_hold_tuples_and_never_lists(kind: type[Any]) -> None:
    """A record can be hashed, shared and trusted."""
    collections = {get_origin(hint) for hint in get_type_hints(kind).values()}
    assert collections.isdisjoint({list, dict, set})
    tuples = [hint for hint in get_type_hints(kind).values() if get_origin(hint) is tuple]
    assert all(get_args(hint)[1:] == (...,) for hint in tuples)


def test_a_record_cannot_be_changed() -> None:
    """Assigning to a field is an error."""
    agency = Agency(name="An agency")
    with pytest.raises(FrozenInstanceError):
        agency.name = "Another"  # type: ignore[misc]


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_words_are_lower_case_and_differ(kind: type[Any]) -> None:
    """A word of a vocabulary is what YAML holds and what people type: lower case, no two alike."""
    values = [word.value for word in kind]
    assert values == [value.lower() for value in values]
    assert len(values) == len(set(values)) == len(kind.__members__)


def test_categories_stand_in_the_order_of_cnes() -> None:
    """European, historic, emerging are CNES's three; multilateral is ours and last."""
    assert list(Category) == ["european", "historic", "emerging", "multilateral"]
