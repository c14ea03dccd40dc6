"""Characters that command a terminal, or hide or reorder what a text says."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed, marks and overrides of direction, separators of lines and paragraphs, a
# byte order mark, half a surrogate pair. No value of the dataset needs any.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_CONTROLS = re.compile(f"{CONTROL.pattern}+")


def visible(text: str) -> str:
    r"""Return *text* with \x1b written for each such character."""
    return _CONTROLS.sub(lambda run: "".join(f"\\x{ord(sign):02x}" for sign in run[0]), text)


def on_one_line(text: str) -> str:
    r"""Return *text* made visible, with \n and \t: what is echoed inside a line stays there."""
    return visible(text).replace("\n", "\\n").replace("\t", "\\t")
