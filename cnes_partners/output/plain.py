"""Text that is safe to print: no control characters, nothing that the stream cannot encode."""

from __future__ import annotations

import re
from typing import TextIO

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def printable(text: str, stream: TextIO) -> str:
    """Return *text* with escapes for control characters and for what *stream* cannot encode."""
    shown = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return shown.encode(encoding, errors="backslashreplace").decode(encoding)
