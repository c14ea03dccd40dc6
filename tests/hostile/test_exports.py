"""export: what is there is replaced when told, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cnes_partners import load
from cnes_partners.errors import OutputError, UsageError
from cnes_partners.output.export.csv_folder import csv_files, write_folder
from cnes_partners.output.export.export import Kind, export, kind_of


@pytest.mark.parametrize("name", ["a.json", "a.sqlite", "a.xlsx"])
def test_what_is_there_is_only_replaced_when_told(small: Path, folder: Path, name: str) -> None:
    """Without *replace* the file is as it was."""
    path = folder / name
    path.write_text("mine", encoding="utf-8")
    kind = kind_of(path, is_csv=False)
    with pytest.raises(UsageError, match="--force replaces it"):
        export(load(small), path, kind)
    assert path.read_text(encoding="utf-8") == "mine"
    export(load(small), path, kind, replace=True)
    assert path.read_bytes() != b"mine"


def test_a_folder_is_only_replaced_when_it_is_an_export(small: Path, folder: Path) -> None:
    """An empty one is filled, an earlier export is replaced when told, anything else is left alone."""
    dataset = load(small)
    export(dataset, folder, Kind.CSV)
    (folder / "partner.csv").write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        export(dataset, folder, Kind.CSV)
    assert (folder / "partner.csv").read_text(encoding="utf-8") == "old"
    export(dataset, folder, Kind.CSV, replace=True)
    assert (folder / "partner.csv").read_text(encoding="utf-8").startswith("id,formerly,name,")
    (folder / "thesis.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"no export \(thesis.md\)"):
        export(dataset, folder, Kind.CSV, replace=True)


@pytest.mark.parametrize("obstacle", ["folder", "link", "read-only", "another user's"])
def test_a_folder_changes_only_if_all_of_it_can(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    """One file that may not be replaced keeps the others as they are, too."""
    dataset = load(small)
    export(dataset, folder / "csv", Kind.CSV)
    (folder / "csv/README.md").write_text("old", encoding="utf-8")
    last = folder / "csv/subscription.csv"
    match obstacle:
        case "folder":
            last.unlink()
            last.mkdir()
        case "link":
            last.rename(folder / "mine.csv")
            last.symlink_to(folder / "mine.csv")
        case "read-only":
            last.chmod(0o444)
        case _:
            monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises((UsageError, OutputError), match=r"\.csv|README"):
        export(dataset, folder / "csv", Kind.CSV, replace=True)
    assert (folder / "csv/README.md").read_text(encoding="utf-8") == "old"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_folder_is_not_written_over_a_file(small: Path, folder: Path) -> None:
    """Even when told to replace."""
    (folder / "csv").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="no folder"):
        export(load(small), folder / "csv", Kind.CSV, replace=True)


@pytest.mark.parametrize("kind", [Kind.JSON, Kind.SQLITE, Kind.EXCEL, Kind.CSV])
def test_a_place_that_is_not_there_is_an_error(small: Path, folder: Path, kind: Kind) -> None:
    """The error names the place as it was given."""
    path = folder / "missing" / "export"
    with pytest.raises(OutputError, match=r"cannot write .*export: No such file or directory"):
        export(load(small), path, kind)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", Kind)
def test_links_in_a_circle_are_an_error(small: Path, folder: Path, kind: Kind) -> None:
    """Such a link is no place to write to, on every Python, and stays what it is."""
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    with pytest.raises(OutputError, match="a: its links lead in a circle"):
        export(load(small), folder / "a", kind, replace=True)
    assert [path.is_symlink() for path in folder.iterdir()] == [True, True]


def test_a_failure_in_the_midst_of_a_folder_leaves_nothing(
    small: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full after some files leaves none of them, and no temporary folder."""
    written: list[Path] = []
    write_bytes = Path.write_bytes

    def fill_up(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(OutputError, match="No space left on device"):
        write_folder(folder / "csv", csv_files(load(small)), replace=False)
    assert len(written) == 5
    assert list(folder.iterdir()) == []
