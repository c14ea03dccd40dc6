"""-o FILE: the file is whole or unchanged, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cnes_partners.errors import OutputError
from cnes_partners.output.files import write_whole


def test_a_new_file_has_the_mode_of_any_other(tmp_path: Path) -> None:
    """The temporary file's own mode (only me) does not stay."""
    write_whole(tmp_path / "a", "é\n")
    (tmp_path / "b").write_text("")
    assert (tmp_path / "a").read_bytes() == "é\n".encode()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_an_old_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    """What is replaced is the content."""
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


def test_a_device_is_written_to_not_replaced() -> None:
    """/dev/null stays what it is, even for root."""
    write_whole(Path("/dev/null"), "text")
    assert not Path("/dev/null").is_file()


def test_what_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_where_nothing_can_be_written_is_said_in_a_line(tmp_path: Path) -> None:
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


@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link", "fds/1"])
def test_a_stream_by_its_name_is_added_to(tmp_path: Path, place: str) -> None:
    """``-o /dev/stdout >> log.txt`` keeps what the log holds."""
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "fds").symlink_to("/dev/fd")
    log = tmp_path / "log.txt"
    log.write_text("kept\n")
    program = "import sys; from pathlib import Path; from cnes_partners.output.files import write_whole as w;"
    with log.open("a") as stream:
        run = [sys.executable, "-c", f"{program} print('before'); w(Path(sys.argv[1]), 'new\\n')", place]
        subprocess.run(run, stdout=stream, check=True, cwd=tmp_path)
    assert log.read_text() == "kept\nbefore\nnew\n"


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path) -> None:
    """Whoever may write to the folder, root too, leaves it as it is."""
    file = tmp_path / "file"
    file.write_text("old")
    file.chmod(0o444)
    with pytest.raises(OutputError, match=r"cannot write .*file: it is read-only"):
        write_whole(file, "new")
    assert (file.read_text(), [path.name for path in tmp_path.iterdir()]) == ("old", ["file"])


def test_a_file_of_another_user_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file in its place would be ours."""
    file = tmp_path / "file"
    file.write_text("old")
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    with pytest.raises(OutputError, match="it is another user's"):
        write_whole(file, "new")
    assert (file.read_text(), [path.name for path in tmp_path.iterdir()]) == ("old", ["file"])


def test_of_several_at_once_one_is_placed(tmp_path: Path) -> None:
    """Without *replace* who comes second is told so, and leaves nothing."""
    file = tmp_path / "file"
    write_whole(file, "first", replace=False)
    with pytest.raises(OutputError, match=r"it is there by now \(--force replaces it\)"):
        write_whole(file, "second", replace=False)
    assert (file.read_text(), [path.name for path in tmp_path.iterdir()]) == ("first", ["file"])


# What the tests run under may ignore SIGHUP, as nohup does, and a program inherits that.
SIGNALLED = """
import os, signal, sys
from pathlib import Path
from cnes_partners.output.files import write_whole
number = getattr(signal, sys.argv[1])
signal.signal(number, getattr(signal, sys.argv[2]))
def pieces():
    yield "a"
    os.kill(os.getpid(), number)
    yield "b"
write_whole(Path("file"), pieces())
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_in_the_midst_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    """What ends the program in the midst of a file ends it with the signal's exit code, and no file."""
    ended = subprocess.run([sys.executable, "-c", SIGNALLED, name, "SIG_DFL"], cwd=tmp_path, check=False)
    assert (ended.returncode, list(tmp_path.iterdir())) == (128 + getattr(signal, name), [])


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path) -> None:
    """Under nohup the program goes on when its terminal goes."""
    ended = subprocess.run([sys.executable, "-c", SIGNALLED, "SIGHUP", "SIG_IGN"], cwd=tmp_path, check=False)
    assert (ended.returncode, (tmp_path / "file").read_text()) == (0, "ab")
