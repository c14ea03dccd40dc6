"""Every field is described, once, in the model."""

from __future__ import annotations

from cnes_partners.cli.schema import ANSWERS, dataset_schema
from cnes_partners.database.ask import relations
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.decode.schema import definitions
from cnes_partners.model.descriptions import described, description
from cnes_partners.queries.missions import ListedMission


def test_a_field_is_told_for_all_or_for_one() -> None:
    """What is told of the record, or of what it is made of, comes before what is told of the name alone."""
    assert description("as_of", "Mission") == "The date of the newest source behind the status."
    assert description("as_of", *(base.__name__ for base in ListedMission.__mro__)) == description("as_of", "Mission")
    assert description("as_of", "Partner") == "The date that it is true of."
    assert description("note_fr", "Partner") == "The same in French; empty where it reads as in English."
    assert description("colour", "Partner") == ""


def test_every_field_of_a_record_and_an_answer_is_described() -> None:
    """In the JSON Schema of the whole dataset."""
    found = {
        f"{name}.{field}": schema.get("description")
        for name, definition in dataset_schema()["$defs"].items()
        for field, schema in definition.get("properties", {}).items()
    }
    assert [field for field, text in found.items() if not text] == []


def test_every_table_view_and_column_is_described() -> None:
    """A column that is added is told of, whether a record has it or SQL makes it."""
    found = {entry.name: (entry.about, *(column.about for column in entry.columns)) for entry in relations()}
    assert [name for name, texts in found.items() if not all(texts)] == []


def test_nothing_is_described_that_is_not_there() -> None:
    """A field that goes takes what was told of it along."""
    kinds = [*(table.record for table in TABLES.values()), *(answer.record for answer in ANSWERS.values())]
    fields = {
        (name, field) for name, schema in definitions(kinds).items() for field in schema.get("properties", {})
    } | {(entry.name, column.name) for entry in relations() for column in entry.columns}
    assert described() <= {text for name, field in fields for text in (field, f"{name}.{field}")}
