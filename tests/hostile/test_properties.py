"""What holds of every dataset and every question, tried on many."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.find import load
from cnes_partners.decode.plain import to_plain
from cnes_partners.model.vocabulary.missions import MissionKind, MissionStatus, Role, Theme
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.queries.missions import duration_years
from tests.conftest import Run

DATA = Path(__file__).parents[2] / "data"
ONCE = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

filters = st.fixed_dictionaries(
    {},
    optional={
        "--theme": st.sampled_from(Theme),
        "--status": st.sampled_from(MissionStatus),
        "--role": st.sampled_from(Role),
        "--kind": st.sampled_from(MissionKind),
        "--category": st.sampled_from(Category),
        "--from": st.integers(1960, 2000).map(str),
        "--to": st.integers(2000, 2040).map(str),
    },
)
keys = st.sampled_from(("id", "name", "launch_date", "theme", "as_of", "cnes_role", "full_name"))


def flat(options: dict[str, str]) -> list[str]:
    """Return options as arguments."""
    return [part for pair in options.items() for part in map(str, pair)]


def ids(run: Run, *arguments: str) -> list[str]:
    """Return the ids that a command answers, in its order."""
    return [record["id"] for record in json.loads(run(*arguments, "-f", "json").stdout)]


@ONCE
@given(filters)
def test_filtering_then_counting_is_counting_what_is_filtered(run: Run, options: Any) -> None:
    """--count is the number of records of every format."""
    arguments = ("missions", *flat(options))
    count = int(run(*arguments, "--count").stdout)
    rows = list(csv.reader(io.StringIO(run(*arguments, "-f", "csv").stdout)))
    assert [count] * 3 == [
        len(ids(run, *arguments)), len(rows) - 1, run(*arguments, "-f", "jsonl").stdout.count("\n")
    ]  # fmt: skip


@ONCE
@given(filters, filters)
def test_each_filter_only_takes_away(run: Run, some: Any, more: Any) -> None:
    """Both filters together leave no more than either alone, and in the same order."""
    both = ids(run, "missions", *flat({**more, **some}))
    alone = ids(run, "missions", *flat(some))
    assert both == [id for id in alone if id in set(both)]


@ONCE
@given(filters, keys, st.booleans())
def test_sorting_is_a_permutation(run: Run, options: Any, key: Any, descending: Any) -> None:
    """--sort loses nothing, adds nothing, and sorting twice is sorting once."""
    arguments = ("missions", *flat(options))
    order = ("-s", f"-{key}" if descending else key)
    once = ids(run, *arguments, *order)
    assert sorted(once) == sorted(ids(run, *arguments))
    assert once == ids(run, *arguments, *order)


@ONCE
@given(filters, keys, st.integers(0, 300))
def test_a_limit_takes_the_first(run: Run, options: Any, key: Any, limit: Any) -> None:
    """-n cuts what the same question gives without it."""
    arguments = ("missions", *flat(options), "-s", key)
    assert ids(run, *arguments, "-n", str(limit)) == ids(run, *arguments)[:limit]


def test_json_read_back_equals_the_records(run: Run) -> None:
    """Every list's JSON is the plain form of the records that it shows, and what the list adds to them."""
    dataset = load(DATA)
    today = dataset.metadata.as_of
    assert json.loads(run("missions", "-f", "json", data=DATA).stdout) == [
        to_plain(mission) | {"duration_years": duration_years(mission, today)} for mission in dataset.missions
    ]
    partners = {record["id"]: record for record in json.loads(run("partners", "-f", "json", data=DATA).stdout)}
    assert partners == {
        partner.id: to_plain(partner) | {"country": to_plain(dataset.country(partner.id))}
        for partner in dataset.partners
    }


def test_yaml_to_objects_to_json_to_objects_is_the_identity(tmp_path: Path) -> None:
    """The whole bundled dataset survives the way through JSON."""
    dataset = load(DATA)
    export = tmp_path / "export.json"
    export.write_text(json.dumps({name: to_plain(dataset.table(name)) for name in TABLES}), encoding="utf-8")
    again = load(export)
    assert {name: again.table(name) for name in TABLES} == {name: dataset.table(name) for name in TABLES}
