"""Answer a shell that asks what may complete its command line."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from cnes_partners.cli.completion.candidates import FILES, Candidate, candidates
from cnes_partners.cli.completion.menu import CompiledMenu, Menu, menu_file, seal
from cnes_partners.cli.language import heard
from cnes_partners.model.language import Language

_HARMLESS = re.compile(r"[\w.,=+-]+")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # French has no-break ones, which stay
_COMPILED = Path(__file__).resolve().parents[2] / "compiled"


def answer(shell: str, words: Sequence[str]) -> int:
    """Print a candidate a line, its help after a tab, for the words up to the cursor; return 0.

    A shell in the middle of a line is no place for messages: what goes wrong completes nothing.
    """
    try:
        typed = _typed(shell, words)
        found = filter(_is_harmless, candidates(_menu(heard(typed, os.environ)), typed))
        sys.stdout.buffer.write("".join(_line(candidate, shell) for candidate in found).encode())
        sys.stdout.buffer.flush()
    except Exception:
        if os.environ.get("CNES_PARTNERS_DEBUG"):
            raise
    return 0


def _menu(language: Language) -> Menu:
    """Return the compiled menu; where it is not what this program's build wrote, or in a checkout, the application."""
    import json

    path = _COMPILED / menu_file(language)
    written = path.read_bytes() if path.is_file() else b""
    first, line_end, body = written.partition(b"\n")
    if first + line_end == seal(body):
        return CompiledMenu(json.loads(body))
    from cnes_partners.cli.completion.live import live_menu
    from cnes_partners.dataset.find import load

    return live_menu(load(), language)


def _typed(shell: str, words: Sequence[str]) -> list[str]:
    """Return the words as they would be without the shell's own splitting and quoting.

    bash takes "--format=js" for three words and completes the last; PowerShell, which loses empty arguments, gives
    the word at the cursor behind its name: "powershell:ma".
    """
    name, colon, current = shell.partition(":")
    given = [*words, current] if colon else list(words)
    if name == "bash":
        is_value = bool(given) and given[-1] == "="
        given = [word for word in given if word != "="] + ([""] if is_value else [])
    return [word.lstrip("'\"").replace("\\", "") for word in given]


def _is_harmless(candidate: Candidate) -> bool:
    """Return whether a candidate is what it seems in every shell: no quote, blank, line end or sign of a command."""
    return candidate.word == FILES or _HARMLESS.fullmatch(candidate.word) is not None


def _line(candidate: Candidate, shell: str) -> str:
    if shell == "bash" or not candidate.help:
        return f"{candidate.word}\n"
    return f"{candidate.word}\t{_BLANKS.sub(' ', candidate.help)}\n"
