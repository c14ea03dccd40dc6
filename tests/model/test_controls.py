"""What could command a terminal or hide what a text says is written out; all else is left alone."""

from __future__ import annotations

import pytest

from cnes_partners.model.controls import on_one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a\\x1b[31mred"),
        ("bell\x07", "bell\\x07"),
        ("csi\x9b0m", "csi\\x9b0m"),
        ("\u202eright to left", "\\x202eright to left"),
        ("arabic \u061c mark", "arabic \\x61c mark"),
        ("line\u2028paragraph\u2029", "line\\x2028paragraph\\x2029"),
        ("\u200eleft, \u200fright", "\\x200eleft, \\x200fright"),
        ("\udcff", "\\xdcff"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("Norvège, 90 %", "Norvège, 90 %"),
    ],
)
def test_control_characters_are_written_out(text: str, shown: str) -> None:
    """Escapes, marks and overrides of direction, separators that not every reader takes for line ends."""
    assert visible(text) == shown


def test_what_is_echoed_stays_in_its_line() -> None:
    """A path may hold line ends; a line of ours has one."""
    assert on_one_line("a\nb\x1b]0;x\x07") == "a\\nb\\x1b]0;x\\x07"
