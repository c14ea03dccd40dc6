"""Where the dataset is looked for, and how its tables are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset import find
from cnes_partners.dataset.compiled import CompiledStorage, compile_tables
from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.edited import ExportStorage, YamlStorage
from cnes_partners.dataset.find import find_storage, load
from cnes_partners.dataset.storage import Storage
from cnes_partners.dataset.tables import Table
from cnes_partners.decode.findings import Findings
from cnes_partners.decode.plain import to_plain
from cnes_partners.errors import InvalidDatasetError
from tests.conftest import SMALL, write_dataset


def problems_of(ask: Any) -> list[str]:
    with pytest.raises(InvalidDatasetError) as caught:
        ask()
    return [str(problem) for problem in caught.value.problems]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package folder in place of ours."""
    folder = tmp_path / "site" / "cnes_partners"
    folder.mkdir(parents=True)
    monkeypatch.setattr(find, "_PACKAGE", folder)
    return folder


def export_of(folder: Path, file: Path) -> Path:
    dataset = load(folder)
    file.write_text(json.dumps({name: to_plain(dataset.table(name)) for name in TABLES}), encoding="utf-8")
    return file


def _folder(storage: Storage) -> Path:
    assert isinstance(storage, CompiledStorage | YamlStorage)
    return storage.folder


def test_without_a_place_the_compiled_form_comes_first(package: Path) -> None:
    """The wheel's compiled tables, then data/ in the package, then data/ beside it."""
    places = {
        package / "compiled": CompiledStorage,
        package / "data": YamlStorage,
        package.parent / "data": YamlStorage,
    }
    for folder in places:
        folder.mkdir()
    for folder, kind in places.items():
        found = find_storage()
        assert (type(found), _folder(found)) == (kind, folder)
        folder.rmdir()


def test_a_package_without_data_says_what_to_do(package: Path) -> None:
    """Nothing to read is an error, not an empty dataset."""
    assert problems_of(find_storage) == [
        f"{package / 'data'}: the installed package has lost its data (install it again)"
    ]


def test_the_environment_goes_before_the_bundled_data_and_a_place_before_both(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--data over CNES_PARTNERS_DATA over what is bundled; an empty variable counts for nothing."""
    for folder in (package / "data", tmp_path / "of-environment", tmp_path / "given"):
        folder.mkdir()
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(tmp_path / "of-environment"))
    assert _folder(find_storage()) == tmp_path / "of-environment"
    assert _folder(find_storage(tmp_path / "given")) == tmp_path / "given"
    assert _folder(find_storage(str(tmp_path / "given"))) == tmp_path / "given"
    monkeypatch.setenv("CNES_PARTNERS_DATA", "")
    assert _folder(find_storage()) == package / "data"


@pytest.mark.parametrize("name", ["absent", "a\0b", "x" * 300])
def test_a_place_that_is_not_there_is_one_clear_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt folder never falls back on the bundled dataset."""
    message = "no such folder or JSON file (give the folder that holds partners/ and missions/)"
    (problem,) = problems_of(lambda: find_storage(name))
    assert problem in (f"{name}: {message}", f"{name}: File name too long")
    monkeypatch.setenv("CNES_PARTNERS_DATA", "absent-too")
    assert problems_of(find_storage) == [f"absent-too: {message}"]


def test_a_place_that_may_not_be_looked_at_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the system answers is passed on."""

    def refuse(_self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert problems_of(lambda: find_storage(tmp_path)) == [f"{tmp_path}: Permission denied"]


def test_a_folder_and_its_export_hold_the_same(small: Path, tmp_path: Path) -> None:
    """One JSON file stands for the folder, and the compiled tables do."""
    yaml = load(small)
    export = load(export_of(small, tmp_path / "export.json"))
    compile_tables(YamlStorage(small), tmp_path / "compiled")
    compiled = Dataset(CompiledStorage(tmp_path / "compiled"))
    for name in TABLES:
        assert export.table(name) == yaml.table(name)
        assert compiled.table(name) == yaml.table(name)


def test_each_kind_of_storage_tells_where_its_records_stand(small: Path, tmp_path: Path) -> None:
    """What reads a dataset asks every storage alike: the same records, each with the file and line it has there."""
    compile_tables(YamlStorage(small), tmp_path / "compiled")
    storages = (
        YamlStorage(small),
        ExportStorage(export_of(small, tmp_path / "export.json")),
        CompiledStorage(tmp_path / "compiled"),
    )
    findings = Findings()
    readings = [storage.reading(TABLES["partners"], findings) for storage in storages]
    assert [[entry.record for entry in reading.entries] for reading in readings] == [
        list(load(small).partners) for _ in storages
    ]
    places = [(reading.entries[0].file, reading.entries[0].line(("kind",))) for reading in readings]
    assert places == [("data/partners/esa.yaml", 6), ("export.json", None), ("partners.json", None)]
    assert len(findings) == 0
    assert [[*storage.faults()] for storage in storages] == [[], [], []]
    assert [storage.as_edited() is storage for storage in storages] == [True, True, False]
    assert _folder(storages[2].as_edited()) == small


def test_records_of_a_folder_stand_by_file_name(small: Path) -> None:
    """One file a record; other files there are left alone."""
    (small / "partners" / "README.md").write_text("not a record", encoding="utf-8")
    assert [partner.id for partner in load(small).partners] == ["esa", "jp", "no"]


def test_a_source_of_one_record_stands_in_it(small: Path) -> None:
    """It is in the bibliography after the shared ones, and the record has its id."""
    dataset = load(small)
    assert [source.id for source in dataset.sources] == ["page", "old-page", "old-book"]
    assert dataset.partner("jp").sources == ("page", "old-book")
    assert dataset.source("old-book").title == "An old book"


def test_a_faulty_source_of_a_record_is_told_with_that_record(small: Path) -> None:
    """Its problems have the record's file and its own line."""
    path = small / "partners" / "jp.yaml"
    path.write_text(path.read_text().replace("kind: reference", "kind: book"), encoding="utf-8")
    line = path.read_text().splitlines().index("    kind: book") + 1
    assert problems_of(lambda: load(small).sources) == [
        f'data/partners/jp.yaml:{line}: old-book: kind: expected one of primary, reference, press, other, got "book"'
    ]


def test_a_source_without_id_is_a_problem_of_both(small: Path) -> None:
    """The bibliography misses its id, the record its reference."""
    path = small / "partners" / "no.yaml"
    path.write_text(path.read_text() + "  - title: nothing else\n", encoding="utf-8")
    assert problems_of(lambda: load(small).partners) == [
        "data/partners/no.yaml:10: no: sources[1]: expected text, got nothing"
    ]
    assert "data/partners/no.yaml:10: id: missing (every record needs it)" in problems_of(lambda: load(small).sources)


def test_a_table_of_one_file_may_be_absent(small: Path) -> None:
    """No councils on record is an empty table; the folders and dataset.yaml must be there."""
    (small / "esa" / "councils.yaml").unlink()
    assert load(small).esa_councils == ()
    (small / "dataset.yaml").unlink()
    assert problems_of(lambda: load(small).metadata) == ["data/dataset.yaml: not a file"]


def test_a_missing_folder_says_what_a_dataset_has(tmp_path: Path) -> None:
    """An empty folder is no dataset."""
    assert problems_of(lambda: load(tmp_path).partners) == [
        f"{tmp_path / 'partners'}: No such file or directory (a dataset has the folder partners/)"
    ]


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("sources.yaml", "a: 1\n", "data/sources.yaml:1: expected a list of records"),
        ("sources.yaml", "- 1\n", "data/sources.yaml:1: expected a group of keys, got 1"),
        ("sources.yaml", "", "data/sources.yaml:1: the file is empty"),
        ("sources.yaml", "~\n", "data/sources.yaml:1: the file holds nothing"),
        ("partners/jp.yaml", "---\n", "data/partners/jp.yaml:1: the file holds nothing"),
        ("partners/jp.yaml", "- id: jp\n", "data/partners/jp.yaml:1: expected a group of keys, got a list"),
        ("missions/moons.yaml", "id: NO\n",
         'data/missions/moons.yaml:1: NO is not text to every YAML reader (quote it: "NO")'),
    ],
)  # fmt: skip
def test_a_faulty_file_is_an_error_every_time(small: Path, file: str, text: str, problem: str) -> None:
    """It is told when the table is read, and again when it is read again: never passed over."""
    (small / file).write_text(text, encoding="utf-8")
    dataset = load(small)
    table = file.split("/", maxsplit=1)[0].removesuffix(".yaml")
    for _ in range(2):
        assert problems_of(lambda: dataset.table(table)) == [problem]
    if table != "sources" and "group" not in problem:
        assert problems_of(lambda: dataset.sources) == [problem]


def test_all_files_of_a_table_are_read_before_it_complains(small: Path) -> None:
    """Three faulty partners are three problems, in file order."""
    for name in ("esa", "jp", "no"):
        path = small / "partners" / f"{name}.yaml"
        path.write_text(path.read_text().replace("kind: ", "knid: ", 1), encoding="utf-8")
    found = problems_of(lambda: load(small).partners)
    assert [problem.split(":")[0] for problem in found if "unknown key" in problem] == [
        "data/partners/esa.yaml", "data/partners/jp.yaml", "data/partners/no.yaml",
    ]  # fmt: skip


def test_a_folder_or_a_loop_in_place_of_a_file_is_an_error(small: Path) -> None:
    """A directory called jp.yaml, a link to itself."""
    (small / "partners" / "dir.yaml").mkdir()
    (small / "partners" / "loop.yaml").symlink_to("loop.yaml")
    first, second = problems_of(lambda: load(small).partners)
    assert first == "data/partners/dir.yaml: not a file"
    assert second.startswith("data/partners/loop.yaml: ")


def test_a_file_that_cannot_be_read_says_why(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system answers is passed on."""

    def refuse(_self: Path, *_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert problems_of(lambda: load(small).parties) == ["data/parties.yaml: cannot be read: Permission denied"]


def test_a_table_is_read_when_it_is_asked_for(small: Path) -> None:
    """A faulty mission does not keep anyone from the partners."""
    (small / "missions" / "moons.yaml").write_text("id: NO\n", encoding="utf-8")
    assert len(load(small).partners) == 3


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"name": "package.json"}', b"\xff\xfe"])
def test_another_json_file_is_no_dataset(tmp_path: Path, content: bytes) -> None:
    """A file that holds none of our tables is an error, not an empty dataset."""
    file = tmp_path / "x.json"
    file.write_bytes(content)
    (problem,) = problems_of(lambda: load(file).partners)
    assert problem.startswith(f"{file}: not a JSON export of this tool (cnes-partners export FILE.json makes one): ")


def test_a_deep_json_file_is_no_dataset(tmp_path: Path) -> None:
    """Nesting that exhausts the parser is an error like any other."""
    file = tmp_path / "x.json"
    file.write_text("[" * 200_000, encoding="utf-8")
    (problem,) = problems_of(lambda: load(file).partners)
    assert problem.startswith(f"{file}: not a JSON export of this tool (cnes-partners export FILE.json makes one): ")


def test_an_export_is_decoded_as_strictly_as_yaml(small: Path, tmp_path: Path) -> None:
    """Somebody may have edited it."""
    file = export_of(small, tmp_path / "export.json")
    value = json.loads(file.read_text())
    value["partners"][1]["kind"] = "land"
    value["partners"][1]["extra"] = 1
    value["missions"] = {"moons": {}}
    file.write_text(json.dumps(value), encoding="utf-8")
    dataset = Dataset(ExportStorage(file))
    assert problems_of(lambda: dataset.partners)[1:] == [
        'export.json: partners: [1].kind: expected one of country, organisation, got "land"'
    ]
    assert "export.json: partners: [1].extra: unknown key" in problems_of(lambda: dataset.partners)[0]
    assert problems_of(lambda: dataset.missions) == [
        "export.json: missions: expected a list of records, got a group of keys"
    ]


def test_a_dataset_has_one_record_of_metadata(small: Path, tmp_path: Path) -> None:
    """None and two are errors; as a table it is one record."""
    file = export_of(small, tmp_path / "export.json")
    value = json.loads(file.read_text())
    assert load(small).table("metadata") == (load(small).metadata,)
    both: tuple[list[object], ...] = ([], value["metadata"] * 2)
    for records in both:
        file.write_text(json.dumps(value | {"metadata": records}), encoding="utf-8")
        assert problems_of(lambda: load(file).metadata) == ["dataset.yaml: expected one record"]


def test_every_table_has_a_property_a_unique_name_and_a_place(small: Path) -> None:
    """The names of tables are those of Dataset, SQL names are singular and no two alike."""
    dataset = load(small)
    assert all(isinstance(getattr(dataset, name), tuple) for name in TABLES if name != "metadata")
    assert all(getattr(Dataset, name) is table for name, table in TABLES.items() if name != "metadata")
    assert len({table.sql_name for table in TABLES.values()}) == len(TABLES)
    assert len({table.path for table in TABLES.values()}) == len(TABLES)
    assert {path.split("/")[0].removesuffix(".yaml") for path in SMALL} <= {
        table.path.split("/")[0].removesuffix(".yaml") for table in TABLES.values()
    }


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_type_of_a_table_is_the_record_class_that_it_reads(table: Table[Any]) -> None:
    """What type checkers are told, Table[Partner], is what the records are."""
    told = {name.lstrip("_"): type for name, type in Dataset.__annotations__.items()}
    assert told[table.name] == f"Table[{table.record.__name__}]"


def test_nothing_is_written_where_a_dataset_is_read(tmp_path: Path) -> None:
    """Reading leaves no cache behind."""
    folder = write_dataset(tmp_path / "data")
    before = sorted(folder.rglob("*"))
    dataset = load(folder)
    for name in TABLES:
        dataset.table(name)
    assert sorted(folder.rglob("*")) == before
