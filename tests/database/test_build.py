"""The database holds the dataset: every record, its references, and views over both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.database.build import VIEWS, fill, new_database, quoted
from cnes_partners.database.schema import sql_tables
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.errors import InvalidDatasetError


@pytest.fixture
def filled(small: Path) -> Iterator[Any]:
    """Return what fills a database with the small dataset, or only wanted tables of it."""
    with closing(new_database()) as connection:

        def fill_database(**options: Any) -> Any:
            fill(connection, load(small), **options)
            return connection

        yield fill_database


def test_rows_are_the_records(filled: Any) -> None:
    """A record is a row; what it lists is rows of other tables, in their order."""
    database = filled()
    assert database.execute("SELECT id, name, name_fr, region, since_date, since_source FROM partner").fetchall() == [
        ("esa", "European Space Agency", "Agence spatiale européenne", "europe", None, None),
        ("jp", "Japan", "Japon", "asia", "1986", "old-book"),
        ("no", "Norway", "Norvège", "europe", None, None),
    ]
    assert database.execute("SELECT * FROM partner_alias").fetchall() == [(1, "esa", "ASE")]
    assert database.execute("SELECT * FROM participation").fetchall() == [
        (1, "moons", "jp", "JAXA", None, "lead", "probe and launch", None, "page"),
        (2, "sea-1", "esa", None, None, "contributor", "data centre", None, "page"),
    ]
    assert database.execute("SELECT * FROM disagreement").fetchall() == [
        (1, None, "moons", None, "launch date", None, "2026", None, "page", "The newer page is kept.", None)
    ]
    assert database.execute("SELECT * FROM other_value").fetchall() == [(1, 1, None, "2025", None, "old-page")]
    assert database.execute("SELECT * FROM actor WHERE NOT is_partner ORDER BY id").fetchall() == [
        ("de", "Germany", "Allemagne", "country", 0),
        ("fr", "France", "France", "country", 0),
    ]


def test_values_keep_their_kind(filled: Any) -> None:
    """Numbers are numbers, booleans 0 or 1, dates the text that they are."""
    database = filled()
    assert database.execute(
        "SELECT year, typeof(year), amount_meur, typeof(amount_meur), approximate FROM esa_income WHERE approximate"
    ).fetchall() == [(2022, "integer", 1178.0, "real", 1)]
    assert database.execute("SELECT value, typeof(value) FROM statement").fetchall() == [
        (90, "integer"),
        (1174, "integer"),
        (18.4, "real"),
        (2, "integer"),
    ]
    assert database.execute("SELECT launch_date, typeof(launch_date) FROM mission WHERE id = 'moons'").fetchall() == [
        ("2026", "text")
    ]


def test_citations_say_where_a_source_is_cited(filled: Any) -> None:
    """Sources in lists, in fields and in what a record holds are all found."""
    database = filled()
    found = database.execute("SELECT table_name, record, field FROM citation WHERE source = 'old-page'")
    assert found.fetchall() == [("mission", "moons", "sources"), ("other_value", "1", "source")]
    found = database.execute("SELECT table_name, record, field FROM citation WHERE source = 'old-book'")
    assert found.fetchall() == [
        ("partner", "jp", "since.source"),
        ("partner", "jp", "sources"),
        ("agreement", "jp-1986", "source"),
    ]


def test_views_join_partners_to_missions(filled: Any) -> None:
    """Names stand beside ids, so that a first question needs no join."""
    database = filled()
    rows = database.execute("SELECT partner_name, category, mission_name, launch_date, role FROM partner_mission")
    assert rows.fetchall() == [
        ("European Space Agency", "european", "Sea-1", "2001-12-07", "contributor"),
        ("Japan", "historic", "Moons", "2026", "lead"),
    ]
    assert database.execute("SELECT agreement FROM partner_agreement").fetchall() == [("jp-1986",), ("jp-2015-10-05",)]
    assert database.execute("SELECT partner, agreements, missions FROM partner_summary").fetchall() == [
        ("esa", 0, 1),
        ("jp", 2, 1),
        ("no", 0, 0),
    ]


def test_a_view_joins_partners_to_the_instruments_they_bring(small: Path, filled: Any) -> None:
    """A provider stands with its instrument and mission, and with the instrument's source where it has none."""
    path = small / "missions" / "sea-1.yaml"
    providers = (
        '    providers:\n      - {party: "fr", institute: CNES, role: lead, source: page}\n'
        "      - {party: esa, role: part, supplies: antenna}\n    source: old-page\n"
    )
    path.write_text(path.read_text(encoding="utf-8").replace("    provider: CNES\n", providers), encoding="utf-8")
    asked = "SELECT partner, mission_name, instrument, institute, role, supplies, source FROM partner_instrument"
    assert filled().execute(asked).fetchall() == [
        ("esa", "Sea-1", "Poseidon", None, "part", "antenna", "old-page"),
        ("fr", "Sea-1", "Poseidon", "CNES", "lead", None, "page"),
    ]


def test_only_wanted_tables_are_read(small: Path, filled: Any) -> None:
    """A question about ESA's budget does not fail on a faulty mission, for it does not read it."""
    (small / "missions" / "moons.yaml").write_text("id: [", encoding="utf-8")
    database = filled(wanted=["esa_budget"])
    assert database.execute("SELECT count(*) FROM esa_budget").fetchone() == (2,)
    assert database.execute("SELECT count(*) FROM partner").fetchone() == (0,)


def test_an_id_that_does_not_resolve_is_named(small: Path, filled: Any) -> None:
    """Foreign keys are checked, and the row, column and id are told."""
    path = small / "missions" / "sea-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("partner: esa", "partner: asa"), encoding="utf-8")
    with pytest.raises(InvalidDatasetError) as caught:
        filled()
    assert str(caught.value) == 'participation: 2: partner: no actor has the id "asa"'


def test_a_repeated_id_is_named(small: Path, filled: Any) -> None:
    """Two sources of one id cannot both be the source that is meant."""
    path = small / "sources.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: old-page", "id: page"), encoding="utf-8")
    with pytest.raises(InvalidDatasetError) as caught:
        filled(wanted=["source"])
    assert str(caught.value) == "source: page: two records have this id (give one of them another)"


@pytest.fixture(scope="module")
def bundled() -> Iterator[Any]:
    """Return the bundled dataset and its database."""
    dataset = load()
    with closing(new_database()) as connection:
        fill(connection, dataset)
        yield dataset, connection


def test_the_bundled_dataset_is_sound(bundled: Any) -> None:
    """Foreign keys and the file's own structure hold."""
    _, connection = bundled
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_no_record_of_the_bundled_dataset_is_lost(bundled: Any) -> None:
    """Each table has as many rows as the dataset has records, nested ones too."""
    dataset, connection = bundled
    expected = {table.sql_name: len(dataset.table(table.name)) for table in TABLES.values()} | {
        "agreement": sum(len(partner.agreements) for partner in dataset.partners),
        "agency": sum(len(partner.agencies) for partner in dataset.partners),
        "partner_alias": sum(len(partner.aliases) for partner in dataset.partners),
        "partner_area": sum(len(partner.areas) for partner in dataset.partners),
        "participation": sum(len(mission.partners) for mission in dataset.missions),
        "instrument": sum(len(mission.instruments) for mission in dataset.missions),
        "subscription": sum(len(council.subscriptions) for council in dataset.esa_councils),
        "actor": len(dataset.partners) + len(dataset.parties),
    }
    expected["disagreement"] += sum(len(record.disagreements) for record in (*dataset.partners, *dataset.missions))
    counted = {name: connection.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone()[0] for name in expected}
    assert counted == expected
    assert min(counted.values()) > 0


@pytest.mark.parametrize("name", [*sql_tables(), *VIEWS])
def test_every_table_and_view_can_be_asked(bundled: Any, name: str) -> None:
    """No view names a column that is gone."""
    _, connection = bundled
    assert connection.execute(f"SELECT * FROM {quoted(name)} LIMIT 1").fetchone()
