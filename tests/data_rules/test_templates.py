"""The templates are true: they decode, and hold every field of the model once, in its order."""

from __future__ import annotations

import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.decode.yaml_text import read_yaml
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.partners import Partner
from cnes_partners.model.records.sources import Source

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"


@pytest.mark.parametrize("name", ["partner", "mission"])
def test_a_template_decodes(small: Path, name: str) -> None:
    """Whoever copies a template starts from a record that is right."""
    id = {"partner": "xx", "mission": "example-1"}[name]
    shutil.copy(TEMPLATES / f"{name}.yaml", small / f"{name}s" / f"{id}.yaml")
    dataset = load(small)
    assert getattr(dataset, name)(id).sources == tuple(
        source.id for source in dataset.sources if source.id.startswith("example-")
    )


@pytest.mark.parametrize(("name", "record"), [("partner", Partner), ("mission", Mission)])
def test_a_template_has_every_field_in_the_order_of_the_model(name: str, record: type[Any]) -> None:
    """A field that is missing here would be forgotten in every new record."""
    value = read_yaml((TEMPLATES / f"{name}.yaml").read_bytes(), file=name)
    found = list(keys(record, value))
    assert [(path, held) for path, held, expected in found if held != expected] == []


def keys(record: Any, value: Any, path: str = "") -> Any:
    """Yield for each group of keys its path, its keys and the fields of its record class."""
    hints = get_type_hints(record)
    yield path, tuple(value), tuple(field.name for field in fields(record))
    for name, held in value.items():
        inner = Source if name == "sources" else record_class(hints[name])
        if inner is not None:
            yield from keys(inner, held[0] if isinstance(held, list) else held, f"{path}.{name}")


def record_class(hint: Any) -> Any:
    """Return the record class inside a field's type, None where there is none."""
    if is_dataclass(hint):
        return hint
    return next((found for option in get_args(hint) if (found := record_class(option))), None)


def test_templates_are_not_loaded() -> None:
    """The bundled dataset holds neither."""
    dataset = load(TEMPLATES.parent)
    assert not [partner for partner in dataset.partners if partner.id == "xx"]
    assert not [mission for mission in dataset.missions if mission.id == "example-1"]
