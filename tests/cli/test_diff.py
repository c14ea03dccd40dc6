"""diff through the program: what changed between two datasets, of one shape or of two."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.compiled import CompiledStorage, compile_tables
from cnes_partners.dataset.dataset import TABLES, Dataset
from cnes_partners.dataset.edited import YamlStorage
from cnes_partners.queries.changes.compare import changes
from cnes_partners.queries.changes.model import Compared
from tests.conftest import Run, write_dataset

USAGE, NOT_FOUND, INVALID = 2, 3, 4


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a second copy of the small dataset, to be compared with it."""
    return write_dataset(tmp_path / "old")


def rewrite(folder: Path, file: str, before: str, after: str) -> None:
    """Put *after* in the place of *before*, which stands there once."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def rows(run: Run, *arguments: str, data: Path) -> list[dict[str, Any]]:
    result = run("diff", *arguments, "-f", "json", data=data)
    assert (result.exit_code, result.stderr) == (0, "")
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def told(run: Run, *arguments: str, data: Path) -> list[tuple[Any, ...]]:
    keys = ("table", "id", "change", "field", "old", "new")
    return [tuple(row[key] for key in keys) for row in rows(run, *arguments, data=data)]


def test_the_same_dataset_has_no_changes(run: Run, old: Path, small: Path, tmp_path: Path) -> None:
    """Neither in a folder, an export nor compiled: what is left out is what is null, false or empty elsewhere."""
    export = tmp_path / "out.json"
    run("export", str(export), data=small)
    for one, other in ((old, small), (export, small), (old, export)):
        assert told(run, str(one), data=other) == []
    compile_tables(YamlStorage(small), tmp_path / "compiled")
    compiled = Dataset(CompiledStorage(tmp_path / "compiled"))
    assert changes(Dataset(YamlStorage(old)), compiled).records == ()
    assert run("diff", str(old), data=small).exit_code == 0
    assert run("diff", str(old), "--count", data=small).stdout == "0\n"


def test_records_are_added_gone_and_changed(run: Run, old: Path, small: Path) -> None:
    """A changed field has both values; NEW, --data and the environment name the same dataset."""
    (old / "missions/moons.yaml").unlink()
    (small / "missions/sea-2.yaml").unlink()
    rewrite(small, "missions/sea-1.yaml", "what: altimeter", "what: radar altimeter")
    expected = [
        ("mission", "moons", "added", None, None, None),
        ("mission", "sea-1", "changed", "instruments[Poseidon].what", "altimeter", "radar altimeter"),
        ("mission", "sea-2", "gone", None, None, None),
    ]
    assert told(run, str(old), data=small) == expected
    assert json.loads(run("diff", str(old), str(small), "-f", "json").stdout) == rows(run, str(old), data=small)
    back = {row[1]: row[2] for row in told(run, str(small), data=old)}
    assert back == {"moons": "gone", "sea-1": "changed", "sea-2": "added"}


def rename(folder: Path, before: str, after: str) -> None:
    """Give the record of an id another one, and say so in it; whatever refers to it follows."""
    for path in sorted({*folder.rglob("*.yaml")} - {folder / "countries.yaml"}):
        text = re.sub(rf'(?m)([:-] "?){before}("?)$', rf"\g<1>{after}\2", path.read_text(encoding="utf-8"))
        text = re.sub(
            rf'(?m)^( *)(- )?(id: "?{after}"?)$',
            lambda found: f"{found[0]}\n{found[1]}{'  ' if found[2] else ''}formerly: {before}",
            text,
        )
        path.write_text(text, encoding="utf-8")


def test_a_renamed_record_is_followed(run: Run, old: Path, small: Path) -> None:
    """It is the same record, and so is what refers to it; in both directions, and every name still finds it."""
    for before, after in (("jp", "nippon"), ("jp-1986", "nippon-1986"), ("moons", "two-moons"), ("old-page", "page-2")):
        rename(small, before, after)
    (small / "partners/jp.yaml").rename(small / "partners/nippon.yaml")
    (small / "missions/moons.yaml").rename(small / "missions/two-moons.yaml")
    renamed = {row[:1] + row[3:] for row in told(run, str(old), data=small)}
    assert renamed == {
        ("partner", "formerly", None, "jp"),
        ("agreement", "formerly", None, "jp-1986"),
        ("mission", "formerly", None, "moons"),
        ("source", "formerly", None, "old-page"),
    }
    assert {row[:1] + row[3:] for row in told(run, str(small), data=old)} == {
        (table, field, new, old) for table, field, old, new in renamed
    }
    assert run("mission", "moons", data=small).stdout == run("mission", "two-moons", data=small).stdout
    assert [row[0] for row in told(run, str(old), "-p", "jp", data=small)] == ["partner", "agreement", "mission"]


def test_two_records_that_were_made_one_are_not_a_renamed_one(run: Run, old: Path, small: Path) -> None:
    """The old dataset has both: the one is gone, the other says what it was called."""
    (small / "missions/sea-2.yaml").unlink()
    rewrite(small, "missions/sea-1.yaml", "id: sea-1\n", "id: sea-1\nformerly: sea-2\n")
    assert [row[1:4] for row in told(run, str(old), data=small)] == [
        ("sea-1", "changed", "formerly"),
        ("sea-2", "gone", None),
    ]


def test_a_change_names_the_source_of_the_new_value(run: Run, old: Path, small: Path) -> None:
    """Its own, else that of the group it stands in."""
    rewrite(small, "partners/jp.yaml", 'date: "1986"\n  what', 'date: "1985"\n  what')
    rewrite(small, "partners/jp.yaml", "category: historic", "category: emerging")
    found = {row["field"]: (row["old"], row["new"], row["source"]) for row in rows(run, str(old), data=small)}
    assert found == {"since.date": ("1986", "1985", "old-book"), "category": ("historic", "emerging", "page")}
    shown = run("diff", str(old), data=small).stdout
    assert "  since.date: 1986 → 1985 [old-book]" in shown.splitlines()


def test_parts_of_a_list_are_matched_by_what_they_are_called(run: Run, old: Path, small: Path) -> None:
    """Another order is no change; a part that was added is told in a line, in both languages."""
    path = old / "partners/jp.yaml"
    text = path.read_text(encoding="utf-8")
    first, second = text.index("  - id: jp-2015-10-05"), text.index("  - id: jp-1986")
    end = text.index("sources:", second)
    path.write_text(text[:first] + text[second:end] + text[first:second] + text[end:], encoding="utf-8")
    assert told(run, str(old), data=small) == []
    added = "instruments:\n  - name: Doris\n    what: tracking\n    what_fr: localisation\n    provider: CNES\n"
    rewrite(small, "missions/sea-1.yaml", "instruments:\n", added)
    (row,) = rows(run, str(old), data=small)
    assert (row["field"], row["old"]) == ("instruments[Doris]", None)
    assert row["new"] == "name: Doris; what: tracking; provider: CNES"
    assert row["new_fr"] == "name: Doris; what: localisation; provider: CNES"


def test_what_another_source_says_is_called_by_that_source(run: Run, old: Path, small: Path) -> None:
    """It has no name; and a source that changed does not stand behind itself."""
    rewrite(small, "missions/moons.yaml", 'value: "2025"', 'value: "2024"')
    rewrite(small, "partners/jp.yaml", "category_source: page", "category_source: old-book")
    found = {row["field"]: (row["old"], row["new"]) for row in rows(run, str(old), data=small)}
    assert ("2025", "2024") in found.values()
    assert "disagreements[launch date].others[old-page].value" in found
    assert "  category_source: page → old-book" in run("diff", str(old), data=small).stdout.splitlines()


def test_a_text_and_its_french_are_one_change(run: Run, old: Path, small: Path) -> None:
    """The French alone is a change of its own."""
    rewrite(small, "partners/esa.yaml", "Founded in 1975.", "Founded in May 1975.")
    rewrite(small, "partners/esa.yaml", "Fondée en 1975.", "Fondée en mai 1975.")
    (row,) = rows(run, str(old), data=small)
    assert (row["field"], row["old"], row["new"]) == ("note", "Founded in 1975.", "Founded in May 1975.")
    assert (row["old_fr"], row["new_fr"]) == ("Fondée en 1975.", "Fondée en mai 1975.")
    french = run("diff", str(old), "--lang", "fr", data=small).stdout
    assert "  note : Fondée en 1975. → Fondée en mai 1975." in french
    assert "1 changement, de 1 du 31 janv. 2026 à 1 du 31 janv. 2026" in french
    rewrite(old, "partners/esa.yaml", "Founded in 1975.", "Founded in May 1975.")
    assert told(run, str(old), data=small) == [
        ("partner", "esa", "changed", "note_fr", "Fondée en 1975.", "Fondée en mai 1975.")
    ]


def test_of_words_those_are_told_that_one_list_has(run: Run, old: Path, small: Path) -> None:
    """A list of words is compared as a set; a flag that is left out is no."""
    rewrite(small, "partners/jp.yaml", "areas:\n", "areas:\n  - earth\n")
    rewrite(small, "esa/budget.yaml", "- year: 2022\n", "- year: 2022\n  approximate: true\n")
    assert [row[3:] for row in told(run, str(old), data=small)] == [
        ("areas", None, "earth"),
        ("approximate", False, True),
    ]


def test_a_dataset_of_another_shape_is_compared(run: Run, old: Path, small: Path) -> None:
    """Fields that nothing knows any more, and a table that is not there, are shown and not refused."""
    (old / "countries.yaml").unlink()
    for name in ("moons", "sea-1", "sea-2"):
        path = old / f"missions/{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "orbit_class: low\n", encoding="utf-8")
    rewrite(old, "partners/jp.yaml", "sources:\n", "flag: red\nsources:\n")
    found = rows(run, str(old), data=small)
    assert {row["change"] for row in found if row["table"] == "country"} == {"added"}
    orbits = [(row["id"], row["old"], row["new"]) for row in found if row["field"] == "orbit_class"]
    assert sorted(orbits) == [("moons", "low", None), ("sea-1", "low", None), ("sea-2", "low", None)]
    assert all(row["has_one_side"] for row in found)
    shown = run("diff", str(old), data=small).stdout.splitlines()
    assert "Countries: 5 records added" in shown
    assert "none before, 5 records now" in shown
    assert "  flag, gone: red" in shown
    assert told(run, str(small), data=old) != []


def test_a_field_of_one_shape_is_told_once_where_many_records_have_it(run: Run, old: Path, small: Path) -> None:
    """Not in each of them, for people; programs get each."""
    path = small / "countries.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  name:", "  capital: x\n  name:"), encoding="utf-8")
    shown = run("diff", str(small), data=old).stdout
    assert "capital: 5 records before, none now" in shown.splitlines()
    assert shown.count("capital") == 1
    assert len(rows(run, str(small), data=old)) == 5


def test_filters_choose_partners_and_tables(run: Run, old: Path, small: Path) -> None:
    """A record is a partner's that names it; several of either, any; and the title says so."""
    for file, before, after in (
        ("missions/moons.yaml", "full_name: Moons", "full_name: Two Moons"),
        ("missions/sea-1.yaml", "name: Sea-1", "name: Sea 1"),
        ("partners/jp.yaml", "since:\n", "note: New.\nsince:\n"),
        ("partners/esa.yaml", "Founded", "Made"),
    ):
        rewrite(small, file, before, after)
    of_japan = [("mission", "moons"), ("partner", "jp")]
    assert sorted(row[:2] for row in told(run, str(old), "-p", "japan", data=small)) == of_japan
    assert {row[1] for row in told(run, str(old), "-p", "jp", "-p", "esa", data=small)} == {
        "jp",
        "esa",
        "moons",
        "sea-1",
    }
    assert {row[1] for row in told(run, str(old), "--table", "mission", data=small)} == {"moons", "sea-1"}
    title = run("diff", str(old), "-p", "jp", "--table", "mission", data=small).stdout.splitlines()[0]
    assert title.endswith("with Japan (jp): table Missions")
    unknown = run("diff", str(old), "-p", "japann", data=small)
    assert (unknown.exit_code, unknown.stdout, unknown.stderr.count("\n")) == (NOT_FOUND, "", 1)


def test_a_partner_is_found_where_the_new_dataset_does_not_decode(run: Run, old: Path, small: Path) -> None:
    """By the names of the bundled dataset."""
    rewrite(small, "partners/jp.yaml", "sources:\n", "flag: red\nsources:\n")
    assert told(run, str(old), "-p", "japan", data=small) == [("partner", "jp", "changed", "flag", None, "red")]


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "tsv", "yaml", "markdown"])
def test_every_format_tells_it(run: Run, old: Path, small: Path, format: str) -> None:
    """One view, and so one answer."""
    rewrite(small, "partners/esa.yaml", "Founded in 1975.", "Founded in May 1975.")
    result = run("diff", str(old), "-f", format, data=small)
    assert result.exit_code == 0
    assert "Founded in May 1975." in result.stdout


def test_markdown_reads_as_a_changelog(run: Run, old: Path, small: Path) -> None:
    """A heading a table, a line a record, a line below it for each field."""
    (old / "missions/moons.yaml").unlink()
    rewrite(small, "partners/esa.yaml", "Founded in 1975.", "Founded in May 1975.")
    assert run("diff", str(old), "-f", "markdown", data=small).stdout == (
        "## 2 changes from 1 of 31 Jan 2026 to 1 of 31 Jan 2026\n"
        "\n"
        "### Partners: 1 record changed\n"
        "\n"
        "- changed: European Space Agency (esa)\n"
        "  - note: Founded in 1975. → Founded in May 1975.\n"
        "\n"
        "### Missions: 1 record added\n"
        "\n"
        "- added: Moons (moons)\n"
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_summary_has_a_line_for_each_table(run: Run, old: Path, small: Path, language: str) -> None:
    """How many records, and which, where these are not too many to be read; programs get what they get without it."""
    (old / "missions/moons.yaml").unlink()
    rewrite(small, "partners/esa.yaml", "Founded in 1975.", "Founded in May 1975.")
    path = small / "countries.yaml"
    codes = [f"{first}{second}" for first in "qx" for second in "abcdefghijk"]
    countries = "".join(f"- {{id: {code}, name: {code}, name_fr: {code}}}\n" for code in codes)
    path.write_text(path.read_text(encoding="utf-8") + countries, encoding="utf-8")
    expected = {
        "en": [
            "- Partners: 1 record changed (esa)",
            "- Missions: 1 record added (moons)",
            "- Countries: 22 records added",
        ],
        "fr": [
            "- Partenaires : 1 fiche modifiée (esa)",
            "- Missions : 1 fiche ajoutée (moons)",
            "- Pays : 22 fiches ajoutées",
        ],
    }
    summary = run("diff", str(old), "--summary", "-f", "markdown", "--lang", language, data=small).stdout
    assert summary.replace("\xa0", " ").splitlines()[2:] == expected[language]
    assert rows(run, str(old), "--summary", data=small) == rows(run, str(old), data=small)


def test_the_bibliography_is_that_of_the_new_dataset(run: Run, old: Path, small: Path) -> None:
    """Whichever way it is named."""
    rewrite(small, "partners/jp.yaml", 'date: "1986"\n  what', 'date: "1985"\n  what')
    assert "https://example.org/book" in run("diff", str(old), str(small), "--sources").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("{tmp}/lost",), INVALID, "no such folder or JSON file"),
        (("{tmp}/data", "{tmp}/lost"), INVALID, "no such folder or JSON file"),
        (("{tmp}/data", "{tmp}/data", "--data", "{tmp}/data"), USAGE, "NEW and --data are two datasets"),
        ((), USAGE, "Missing argument 'OLD'"),
        (("{tmp}/data", "--table", "missions"), USAGE, "'missions' is not one of"),
        (("{tmp}/other.json",), INVALID, "not a JSON export of this tool"),
        (("{tmp}/list.json",), INVALID, "expected a list of records"),
        (("{tmp}/words.json",), INVALID, "expected a record"),
        (("{tmp}/cut.json",), INVALID, "cut.json"),
        (("{tmp}/out.db",), INVALID, "out.db"),
        (("{tmp}/csv",), INVALID, "csv"),
        (("{tmp}/data/dataset.yaml",), INVALID, "dataset.yaml"),
        (("{tmp}/empty",), INVALID, "empty"),
        (("{tmp}/control.json",), INVALID, "control character U+001B (remove it)"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(
    run: Run, small: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """What, where, and nothing on stdout."""
    (tmp_path / "other.json").write_text("[1]", encoding="utf-8")
    (tmp_path / "list.json").write_text('{"metadata": [], "missions": 1}', encoding="utf-8")
    (tmp_path / "words.json").write_text('{"metadata": [], "missions": ["a"]}', encoding="utf-8")
    control = {"metadata": [], "missions": [{"id": "x", "new field": [{"\x1b[31m": 1}]}]}
    (tmp_path / "control.json").write_text(json.dumps(control), encoding="utf-8")
    assert small == tmp_path / "data"
    for export in ("whole.json", "out.db", "csv"):
        run("export", str(tmp_path / export), *(["--csv"] if export == "csv" else []), data=small)
    (tmp_path / "cut.json").write_bytes((tmp_path / "whole.json").read_bytes()[:-300])
    (tmp_path / "empty").mkdir()
    result = run("diff", *(argument.format(tmp=tmp_path) for argument in arguments))
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
    assert message in result.stderr


def test_odd_values_are_compared(run: Run, small: Path, tmp_path: Path) -> None:
    """Whatever stands where: a number for a name, a list in a list, no id at all."""
    odd = [
        {"id": "sea-1", "name": 5, "name_fr": 7, "partners": [1, [2], {"partner": None}], "launch": "x"},
        {"id": {"a": 1}, "source": [1]},
        {},
        {"id": None, "year": [1], "kind": {"a": [[1, {"x": 2}], "y"]}},
    ]
    path = tmp_path / "odd.json"
    path.write_text(json.dumps({"metadata": [{"version": 3, "as_of": "soon"}], "missions": odd}), encoding="utf-8")
    for format in ("table", "markdown", "csv", "json"):
        assert run("diff", str(path), "-p", "jp", "-f", format, data=small).exit_code == 0
        assert run("diff", str(path), "-f", format, "--lang", "fr", data=small).exit_code == 0
        assert run("diff", str(small), str(path), "-f", format).exit_code == 0


def test_values_of_any_depth_are_compared_or_refused(run: Run, small: Path, tmp_path: Path) -> None:
    """JSON may nest deeper than anybody writes."""
    for depth in (50, 900, 20_000):
        deep = '{"id": "x", "a": ' + '{"a": ' * depth + "1" + "}" * depth + "}"
        path = tmp_path / "deep.json"
        path.write_text(f'{{"metadata": [], "missions": [{deep}]}}', encoding="utf-8")
        result = run("diff", str(path), "-f", "json", data=small)
        assert result.exit_code in (0, INVALID)
        assert "unexpected" not in result.stderr


def test_every_table_is_compared() -> None:
    """A new table is not passed over in silence."""
    assert {*Compared} - {Compared.AGREEMENT} == {table.sql_name for table in TABLES.values()}
