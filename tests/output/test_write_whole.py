"""-o FILE: the file is whole or unchanged, whatever happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.errors import OutputError
from cnes_partners.output.write import write_whole


def test_a_new_file_has_the_mode_of_any_other(tmp_path):
    """The temporary file's own mode (only me) does not stay."""
    write_whole(tmp_path / "a", "é\n")
    (tmp_path / "b").write_text("")
    assert (tmp_path / "a").read_bytes() == "é\n".encode()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_an_old_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    """What is replaced is the content."""
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


def test_a_device_is_written_to_not_replaced():
    """/dev/null stays what it is, even for root."""
    write_whole(Path("/dev/null"), "text")
    assert not Path("/dev/null").is_file()


def test_what_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    """A full disk: the old file is there as it was, and no other."""
    file = tmp_path / "file"
    file.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError) as caught:
        write_whole(file, "new")
    assert str(caught.value) == f"cannot write {file}: No space left on device"
    assert ([path.name for path in tmp_path.iterdir()], file.read_text()) == (["file"], "old")


def test_where_nothing_can_be_written_is_said_in_a_line(tmp_path):
    """A folder, a missing folder, a full device, links in a circle."""
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    places = {
        tmp_path: "Is a directory",
        tmp_path / "a": "its links lead in a circle",
        tmp_path / "a" / "file": "its links lead in a circle",
        tmp_path / "no" / "file": "No such file or directory",
        Path("/dev/full"): "No space left on device",
    }
    for place, reason in places.items():
        with pytest.raises(OutputError) as caught:
            write_whole(place, "text")
        assert str(caught.value) == f"cannot write {place}: {reason}"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_symlink()) == ["a", "b"]
