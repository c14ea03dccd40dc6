"""Write docs/cnes-partners.1 from the application and from what docs/cli.md says in its own words.

``python -m cogapp -r -P docs/cnes-partners.1`` from the project's folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from cnes_partners.cli.app import app
from cnes_partners.cli.help import described, sections, usage
from cnes_partners.version import __version__
from docs.reference import SHARED_TITLE, commands

_ROW = re.compile(r"\| (.+?) \| (.+) \|")
_MARKED = re.compile(r"\*\*(.+?)\*\*|`` ?(.+?) ?``|`(.+?)`|\[(.+?)\]\(.+?\)")


def page() -> str:
    """Return the manual page: what the program is, its commands and their options, and how it behaves."""
    program = get_command(app)
    context = program.make_context("cnes-partners", [], resilient_parsing=True)
    about = described(program)
    overview = dict(sections(program.get_command(context, "overview"), context))
    parts = [
        f'.nr HY 0\n.ds AD l\n.TH CNES\\-PARTNERS 1 "" "cnes\\-partners {__version__}" "User Commands"\n.ad l',
        f".SH NAME\ncnes\\-partners \\- {_plain(about.summary.partition(':')[0])}",
        f".SH SYNOPSIS\n.B cnes\\-partners\n{_plain(usage(program, context))}",
        f".SH DESCRIPTION\n{_plain(about.summary)}",
        *(".SH EXAMPLES", _examples(about.examples)),
        *(".SH OPTIONS OF EVERY ANSWER", *_definitions(overview[SHARED_TITLE])),
        ".SH COMMANDS",
    ]
    for name, command in commands(program, context):
        parts += _command(name.removeprefix("cnes-partners "), command, context)
    text = Path(__file__).with_name("cli.md").read_text(encoding="utf-8").rpartition("[[[end]]] -->")[2]
    parts += (part for block in text.strip().split("\n\n") for part in _prose(block))
    return "\n".join(parts)


def _command(name: str, command: Any, context: Any) -> Iterator[str]:
    about = described(command)
    yield f'.SS "{_plain(f"{name} {usage(command, context)}")}"'
    yield _line(_plain(about.summary))
    for title, rows in sections(command, context):
        if title in ("Arguments", "Options"):
            yield from _definitions(rows)
    yield f".PP\n{_examples(about.examples)}"


def _definitions(rows: list[tuple[str, str]]) -> Iterator[str]:
    for name, text in rows:
        if "--help" not in name:
            yield f".TP\n.B {_plain(name)}\n{_line(_plain(' '.join(text.split())))}"


def _examples(examples: tuple[str, ...]) -> str:
    return "\n".join((".EX", *map(_line, map(_plain, examples)), ".EE"))


def _prose(block: str) -> Iterator[str]:
    """Yield a block of Markdown: a title, a table of two columns without its header, or a paragraph."""
    if block.startswith("## "):
        yield f".SH {_plain(block.removeprefix('## ').upper())}"
    elif block.startswith("| "):
        for row in map(_ROW.fullmatch, block.split("\n")[2:]):
            assert row, block
            yield f".TP\n{_marked(row[1])}\n{_line(_marked(row[2]))}"
    else:
        yield f".PP\n{_line(_marked(' '.join(block.split())))}"


def _marked(text: str) -> str:
    """Return a paragraph with what is bold, code or a link in Markdown."""
    parts, end = [], 0
    for found in _MARKED.finditer(text):
        bold, double, code, link = found.groups()
        shown = _plain(link) if link else f"\\fB{_plain(bold or double or code)}\\fR"
        parts += [_plain(text[end : found.start()]), shown]
        end = found.end()
    return "".join((*parts, _plain(text[end:])))


def _plain(text: str) -> str:
    """Return text as it reads; choices may go on in the next line, and a hyphen is what is typed."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("|", "|\\:").replace('"', "\\(dq")


def _line(text: str) -> str:
    """Return a line of text, which is no request of roff's whatever it begins with."""
    return f"\\&{text}" if text.startswith((".", "'")) else text
