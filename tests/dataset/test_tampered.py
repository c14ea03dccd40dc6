"""A compiled dataset that is not what the build wrote is refused, never answered from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.cli import answers, app
from cnes_partners.dataset import find
from cnes_partners.dataset.compiled import VERSION_FILE, compile_tables, digest
from cnes_partners.dataset.edited import YamlStorage
from tests.conftest import Run, write_dataset

Tamper = Callable[[Path], None]
COMMANDS = (
    ("missions",), ("missions", "-f", "csv"), ("partners", "-f", "json"), ("mission", "sea-1"), ("sources",),
    ("esa", "contributors"), ("search", "sea"), ("sql", "SELECT count(*) FROM mission"), ("claims",), ("check",),
)  # fmt: skip


def text(change: Callable[[str], str], name: str = "missions") -> Tamper:
    """Return what changes the text of a file."""

    def tamper(folder: Path) -> None:
        path = folder / f"{name}.json"
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    return tamper


def value(change: Callable[[Any], object], name: str = "missions") -> Tamper:
    """Return what changes the value of a file, in the form the build has."""
    return text(lambda old: json.dumps(change(json.loads(old)), ensure_ascii=False, separators=(",", ":")) + "\n", name)


def sealed(change: Callable[[list[dict[str, Any]]], object]) -> Tamper:
    """Return what changes the missions, and the manifest to fit: another program wrote both."""

    def tamper(folder: Path) -> None:
        value(change)(folder)
        fresh = digest((folder / "missions.json").read_bytes())
        value(lambda old: old | {"digests": old["digests"] | {"missions": fresh}}, "manifest")(folder)

    return tamper


def swap(one: str, other: str) -> Tamper:
    def tamper(folder: Path) -> None:
        held = (folder / f"{one}.json").read_bytes()
        shutil.copy(folder / f"{other}.json", folder / f"{one}.json")
        (folder / f"{other}.json").write_bytes(held)

    return tamper


def of_another_build(folder: Path) -> None:
    """Put the missions there that the same program compiled of other YAML."""
    other = write_dataset(folder.parent / "other")
    path = other / "missions" / "sea-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Sea-1", "Sea-9"), encoding="utf-8")
    compile_tables(YamlStorage(other), folder.parent / "other-compiled")
    shutil.copy(folder.parent / "other-compiled" / "missions.json", folder / "missions.json")


def in_place_of(name: str, content: bytes | None) -> Tamper:
    def tamper(folder: Path) -> None:
        (folder / f"{name}.json").unlink()
        if content is not None:
            (folder / f"{name}.json").write_bytes(content)

    return tamper


VARIANTS: dict[str, Tamper] = {
    "missing": in_place_of("missions", None),
    "empty": in_place_of("missions", b""),
    "no list": in_place_of("missions", b"{}"),
    "no records": in_place_of("missions", b"[]\n"),
    "nothing": in_place_of("missions", b"null"),
    "no UTF-8": in_place_of("missions", b"\xff\xfe"),
    "too deep": in_place_of("missions", b"[" * 100_000),
    "cut in the middle": text(lambda old: old[: len(old) // 2]),
    "last record cut off": value(lambda old: old[:-1]),
    "last line end cut off": text(str.rstrip),
    "a blank more": text(lambda old: old + " "),
    "a letter changed": text(lambda old: old.replace("Sea-1", "Sea-7", 1)),
    "a figure changed": text(lambda old: old.replace("2001", "2002", 1)),
    "records in another order": value(lambda old: old[::-1]),
    "a record twice": value(lambda old: [*old, old[-1]]),
    "a key more": value(lambda old: [old[0] | {"colour": "red"}, *old[1:]]),
    "a key less": value(lambda old: [{key: old[0][key] for key in old[0] if key != "name"}, *old[1:]]),
    "an unknown word": value(lambda old: [old[0] | {"status": "lost"}, *old[1:]]),
    "values without keys": value(lambda old: [[*record.values()] for record in old]),
    "another table in its place": swap("missions", "partners"),
    "names in its place": swap("missions", "names"),
    "of another build": of_another_build,
    "names changed": text(lambda old: old.replace("Japan", "Nippon"), "names"),
    "names cut": text(lambda old: old[:-3], "names"),
    "sources changed": text(lambda old: old.replace("page", "leaf"), "sources"),
    "no manifest": in_place_of("manifest", None),
    "an empty manifest": in_place_of("manifest", b""),
    "a manifest that is a list": in_place_of("manifest", b"[]"),
    "a manifest without digests": value(lambda old: {"program": old["program"]}, "manifest"),
    "a manifest that lacks a table": value(
        lambda old: old | {"digests": {"names": old["digests"]["names"]}}, "manifest"
    ),
    "of another version": value(lambda old: old | {"program": "0.0.1"}, "manifest"),
    "of no version": value(lambda old: {"digests": old["digests"]}, "manifest"),
    "sealed, with a key more": sealed(lambda old: [old[0] | {"colour": "red"}, *old[1:]]),
    "sealed, with a key less": sealed(lambda old: [{"id": "sea-1"}]),
    "sealed, with an unknown word": sealed(lambda old: [old[0] | {"status": "lost"}, *old[1:]]),
    "sealed, with no records": sealed(lambda old: {"a": 1}),
}


@pytest.fixture
def installed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The compiled folder of a package that carries no YAML; what asks for no other dataset reads it."""
    folder = tmp_path / "site" / "compiled"
    compile_tables(YamlStorage(write_dataset(tmp_path / "small")), folder)
    monkeypatch.setattr(find, "_PACKAGE", folder.parent)
    monkeypatch.setattr(answers, "load", find.load)  # run reads the bundled dataset once for all tests
    return folder


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_is_answered_from_what_the_build_did_not_write(installed: Path, run: Run, variant: str) -> None:
    """Each command answers as it did, from files that are as they were, or refuses in one line with exit code 4."""
    before = {command: run(*command) for command in COMMANDS}
    VARIANTS[variant](installed)
    after = {command: run(*command) for command in COMMANDS}
    changed = [command for command in COMMANDS if after[command] != before[command]]
    assert changed
    for command in changed:
        result = after[command]
        said = result.stdout if command == ("check",) else result.stderr
        assert result.exit_code == 4, (command, result)
        assert f"{installed}" in said
        assert "(install the package again)" in said
        assert command == ("check",) or (result.stdout, result.stderr.count("\n")) == ("", 1)


def test_what_was_written_by_another_version_says_which(installed: Path, run: Run) -> None:
    """Whoever copied files of two releases together is told so."""
    VARIANTS["of another version"](installed)
    result = run("missions")
    assert f"{installed / 'manifest.json'}: was written by version 0.0.1 of the program, and this is " in result.stderr


@pytest.mark.parametrize("content", [None, b"", b"0.1.0\n", b"0.0.1\ndataset 9 of 2030-01-01, digest 0\n", b"\xff\n\n"])
def test_the_version_is_asked_of_the_data_where_its_line_is_not_what_the_build_wrote(
    installed: Path, run: Run, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    """A line of another version, one that was cut, none at all: ``check`` says so."""
    monkeypatch.setattr(app, "__file__", str(installed.parent / "cli" / "app.py"))
    file = installed / VERSION_FILE
    before, written = run("--version"), file.read_bytes()
    assert before.stdout == f"cnes-partners {written.decode()}"
    assert file.name not in run("check").stdout
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert run("--version") == before
    assert f"{file}: is not what the build wrote (install the package again)" in run("check").stdout


def test_an_edit_of_the_installed_yaml_is_noticed(installed: Path, run: Run) -> None:
    """``check`` reads the YAML beside what is compiled, says so, and tells that answers do not come from it."""
    folder = write_dataset(installed.parent / "data")
    before = run("check")
    assert f"Checked is the YAML in {folder}; answers are read from what was compiled of it." in before.stdout
    assert "compiled before a change" not in before.stdout
    path = folder / "missions" / "sea-1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Sea-1", "Sea-9"), encoding="utf-8")
    result = run("check")
    assert result.exit_code == 4
    assert (
        f"{folder}: not what answers are read from, which was compiled before a change of missions "
        "(ask with --data and this folder, or install the package again)" in result.stdout
    )
    assert "Sea-1" in run("missions", "-f", "csv").stdout
    assert "Sea-9" in run("missions", "-f", "csv", data=folder).stdout
