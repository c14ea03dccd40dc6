"""The SQL tables come from the record classes, and nothing of a record is left out."""

from __future__ import annotations

from collections import Counter

from cnes_partners.database.schema import filled_by, sql_tables
from cnes_partners.dataset.dataset import TABLES


def columns(table: str) -> list[str]:
    return [column.name for column in sql_tables()[table].columns]


def test_every_table_of_the_dataset_is_an_sql_table() -> None:
    """A table added to the dataset is in SQL, under its singular name."""
    assert [table.sql_name for table in TABLES.values() if table.sql_name not in sql_tables()] == []


def test_lists_become_tables() -> None:
    """A list of records, a list of words, citations and names each have a table."""
    assert {
        "agency", "agreement", "fact", "participation", "instrument", "subscription", "stated_member", "other_value",
        "partner_alias", "partner_area", "partner_related_mission", "mission_alias", "citation", "actor",
    } <= set(sql_tables())  # fmt: skip


def test_a_nested_record_stays_in_its_row() -> None:
    """``launch.date`` is the column ``launch_date``, which may be empty as a mission may have no launch."""
    launch = [column for column in sql_tables()["mission"].columns if column.name.startswith("launch_")]
    assert [(column.name, column.type, column.refers_to, column.is_required) for column in launch] == [
        ("launch_state", "TEXT", None, False),
        ("launch_date", "TEXT", None, False),
        ("launch_vehicle", "TEXT", None, False),
        ("launch_vehicle_fr", "TEXT", None, False),
        ("launch_site", "TEXT", None, False),
        ("launch_site_fr", "TEXT", None, False),
        ("launch_source", "TEXT", "source", False),
    ]


def test_a_record_says_whose_it_is() -> None:
    """The owner's column follows the key; records that several tables hold have a column for each."""
    assert columns("participation")[:3] == ["key", "mission", "partner"]
    assert columns("agreement")[:2] == ["id", "partner"]
    assert columns("disagreement")[:3] == ["key", "partner", "mission"]
    assert columns("other_value")[:3] == ["key", "disagreement", "esa_disagreement"]


def test_no_table_has_two_columns_of_a_name() -> None:
    """An owner's column does not hide a field of the record."""
    repeated = {table: [name for name, count in Counter(columns(table)).items() if count > 1] for table in sql_tables()}
    assert {table: names for table, names in repeated.items() if names} == {}


def test_types_keep_numbers_numbers() -> None:
    """An amount is REAL, so that a division is not cut; a value that may be text takes anything."""
    types = {column.name: column.type for column in sql_tables()["statement"].columns}
    assert (types["value"], types["at_least"], types["as_of"]) == ("", "INTEGER", "TEXT")
    types = {column.name: column.type for column in sql_tables()["esa_budget"].columns}
    assert (types["year"], types["amount_meur"]) == ("INTEGER", "REAL")


def test_what_a_table_fills() -> None:
    """The tables of which rows come from the partners' files, so that a question reads no others."""
    assert filled_by(TABLES["partners"]) == {
        "partner", "partner_alias", "partner_area", "partner_related_mission", "agency", "agreement", "fact",
        "disagreement", "other_value", "actor", "citation",
    }  # fmt: skip
