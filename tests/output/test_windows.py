"""What reading showed of Windows, tried with its words on this system."""

from __future__ import annotations

from errno import EINVAL, ENOSPC

import pytest

from cnes_partners import errors
from cnes_partners.errors import is_left
from cnes_partners.output import pager
from cnes_partners.output.pager import pager_command


def test_a_reader_who_left_is_told_by_another_error_there(monkeypatch: pytest.MonkeyPatch) -> None:
    invalid = OSError(EINVAL, "Invalid argument")
    assert (is_left(BrokenPipeError()), is_left(invalid)) == (True, False)
    monkeypatch.setattr(errors, "ON_WINDOWS", True)
    assert (is_left(BrokenPipeError()), is_left(invalid)) == (True, True)


@pytest.mark.parametrize("error", [OSError(EINVAL, "Invalid argument", "a.csv"), OSError(ENOSPC, "full"), ValueError()])
def test_what_fails_otherwise_is_no_reader_who_left(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(errors, "ON_WINDOWS", True)
    assert not is_left(error)


def test_a_pager_is_found_behind_backslashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pager, "ON_WINDOWS", True)
    assert pager_command({"PAGER": r'"C:\Program Files\less.exe" -R'}) == [r"C:\Program Files\less.exe", "-R"]
    assert pager_command({"PAGER": r"C:\tools\less.exe"}) == [r"C:\tools\less.exe"]
