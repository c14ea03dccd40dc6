"""Write docs/cli.md from the application: ``python -m cogapp -r -P docs/cli.md`` from the project's folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from cnes_partners.cli.app import app
from cnes_partners.cli.help import described, sections, usage

SHARED_TITLE = "Options of every answer"


def reference() -> str:
    """Return the reference of every command in Markdown."""
    program = get_command(app)
    context = program.make_context("cnes-partners", [], resilient_parsing=True)
    parts = list(_shared(program, context))
    for name, command in commands(program, context):
        parts += _command(name, command, context)
    return "\n" + "\n".join(parts)


def commands(group: Any, context: Any, path: str = "cnes-partners") -> Iterator[tuple[str, Any]]:
    """Yield every command by what is typed: ("cnes-partners esa budget", command)."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield f"{path} {name}", command
        if hasattr(command, "list_commands"):
            yield from commands(command, context, f"{path} {name}")


def _command(name: str, command: Any, context: Any) -> Iterator[str]:
    about = described(command)
    yield f"## {name.removeprefix('cnes-partners ')}\n"
    yield f"{about.summary}\n"
    yield "\n".join(["```sh", *about.examples, "```\n"])
    yield f"Usage: `{name} {usage(command, context)}`\n"
    for title, rows in sections(command, context):
        if title == SHARED_TITLE:
            yield f"And the [options of every answer](#{SHARED_TITLE.lower().replace(' ', '-')}).\n"
        elif title != "Commands" and (listed := _list(rows)):
            yield f"{title}:\n"
            yield listed


def _shared(program: Any, context: Any) -> Iterator[str]:
    overview = program.get_command(context, "overview")
    rows = dict(sections(overview, context))[SHARED_TITLE]
    yield f"## {SHARED_TITLE}\n"
    yield _list(rows)


def _list(rows: list[tuple[str, str]]) -> str:
    return "".join(f"- `{spelling}`: {' '.join(text.split())}\n" for spelling, text in rows if "--help" not in spelling)
