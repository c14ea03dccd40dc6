"""The compiled form that the wheel carries holds what the YAML holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.compiled import CompiledStorage, compile_tables
from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.edited import YamlStorage
from cnes_partners.dataset.tables import Table
from cnes_partners.errors import InvalidDatasetError

BUNDLED = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def bundled() -> Any:
    """The bundled dataset from YAML, which takes a second to read: once for all tests."""
    storage = YamlStorage(BUNDLED)
    return {table.name: storage.read(table) for table in TABLES.values()}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The bundled dataset, compiled."""
    folder = tmp_path_factory.mktemp("compiled")
    compile_tables(YamlStorage(BUNDLED), folder)
    return CompiledStorage(folder)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_compiled_records_equal_those_of_the_yaml(bundled: Any, compiled: Any, table: Table[Any]) -> None:
    """Every record of the bundled dataset is the same from both forms: equal, and of the same types down to words."""
    assert compiled.read(table) == bundled[table.name]
    assert repr(compiled.read(table)) == repr(bundled[table.name])


@pytest.mark.parametrize("name", ["missions", "countries", "sources"])
def test_each_record_can_be_had_alone(bundled: Any, compiled: Any, name: str) -> None:
    """A record that is found by its line is the one that is found by reading them all, the first and the last too."""
    table = TABLES[name]
    assert bundled[name]
    for record in bundled[name]:
        assert compiled.identified(table, record.id) == (record,)


@pytest.mark.parametrize("id", ["", "SWOT", "swo", "swot ", "*", '"', 'swot","name', "\\n", "\udcff", "swot\n"])
def test_what_is_no_id_is_not_found_alone(compiled: Any, id: str) -> None:
    assert compiled.identified(TABLES["missions"], id) == ()


def test_each_table_is_one_file_and_the_names_are_one(compiled: Any) -> None:
    """A command reads only the tables that it needs, and only the names where it needs no more."""
    assert {path.stem for path in compiled.folder.iterdir()} == {*TABLES, "names", "manifest", "version"}


@pytest.mark.parametrize("table", ["partners", "missions", "parties"])
def test_names_are_those_of_the_records(bundled: Any, compiled: Any, table: str) -> None:
    """The names that stand apart say what the records say, in their order, from either form."""
    names = tuple((record.id, record.name, record.name_fr) for record in bundled[table])
    assert compiled.names(table) == names
    assert Dataset(compiled).names(table) == names
    assert Dataset(YamlStorage(BUNDLED)).names(table) == names


def test_compiling_again_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """A build is reproducible: nothing of the time, the machine or the order of a folder gets in."""
    first = compile_tables(YamlStorage(small), tmp_path / "first")
    second = compile_tables(YamlStorage(small), tmp_path / "second")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_record_is_a_line_without_what_the_model_fills_in(small: Path, tmp_path: Path) -> None:
    """The file is JSON that anything reads: keys in the model's order, and no defaults."""
    compile_tables(YamlStorage(small), tmp_path)
    lines = (tmp_path / "parties.json").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "[",
        '{"id":"fr","name":"France","name_fr":"France","kind":"country"},',
        '{"id":"de","name":"Germany","name_fr":"Allemagne","kind":"country"}]',
    ]


def test_an_invalid_dataset_is_not_compiled(small: Path, tmp_path: Path) -> None:
    """The problems of every table are told at once, and no file is written."""
    (small / "parties.yaml").write_text("- id: fr\n", encoding="utf-8")
    (small / "missions" / "sea-2.yaml").write_text("id: sea-2\n", encoding="utf-8")
    with pytest.raises(InvalidDatasetError) as caught:
        compile_tables(YamlStorage(small), tmp_path / "compiled")
    assert {problem.file for problem in caught.value.problems} == {"data/parties.yaml", "data/missions/sea-2.yaml"}
    assert not (tmp_path / "compiled").exists()
