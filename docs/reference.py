"""Write docs/cli.md from the application, the fields in docs/data.md from the model, and what docs/api.md lists.

``python -m cogapp -r -P docs/cli.md docs/data.md docs/api.md`` from the project's folder.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from cnes_partners import Dataset
from cnes_partners.cli.app import app
from cnes_partners.cli.help import described, sections, usage
from cnes_partners.dataset.dataset import TABLES
from cnes_partners.decode.schema import definitions

_TYPES = {"string": "text", "null": "none"}
SHARED_TITLE = "Options of every answer"


def reference() -> str:
    """Return the reference of every command in Markdown."""
    program = get_command(app)
    context = program.make_context("cnes-partners", [], resilient_parsing=True)
    parts = list(_shared(program, context))
    for name, command in commands(program, context):
        parts += _command(name, command, context)
    return "\n" + "\n".join(parts)


def api() -> str:
    """Return what the methods and tables of the Python API give, as lists in Markdown."""
    methods = ("missions_with", "agreements_of", "claims", "claim", "partner", "mission", "source", "party_name")
    asked = [(f"{name}()", getattr(Dataset, name)) for name in methods]
    asked.append(("metadata", inspect.getattr_static(Dataset, "metadata").fget))
    rows = [(name, inspect.signature(method).return_annotation, inspect.getdoc(method)) for name, method in asked]
    tables = (table for name, table in TABLES.items() if name != "metadata")
    rows += [(table.name, f"tuple[{table.home.rpartition('.')[2]}, ...]", table.about) for table in tables]
    listed = (f"| `{name}` | `{kind}` | {(about or '').splitlines()[0]} |\n" for name, kind, about in rows)
    return "".join(("\n| | gives | |\n| --- | --- | --- |\n", *listed, "\n"))


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


def fields() -> str:
    """Return every record class of the dataset with what its fields hold, and every vocabulary with its words."""
    tables = {table.record.__name__: f" (`{table.name}`)" for table in TABLES.values()}
    parts = []
    for name, schema in definitions(table.record for table in TABLES.values()).items():
        parts.append(f"\n**{name}**{tables.get(name, '')}: {schema['description']}\n")
        if "enum" in schema:
            parts.append(", ".join(f"`{word}`" for word in schema["enum"]))
        for field, value in schema.get("properties", {}).items():
            if not field.endswith("_fr"):
                parts.append(f"- `{field}` ({_held(value)}): {value['description']}")
    return "\n".join(parts)


def _held(schema: dict[str, Any]) -> str:
    """Return what a field holds, as a word: "text", "numbers or none", the name of a record or vocabulary."""
    if "anyOf" in schema:
        return " or ".join(map(_held, schema["anyOf"]))
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if schema["type"] == "array":
        return f"list of {_held(schema['items'])}"
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return " or ".join(_TYPES.get(kind, kind) for kind in types)
