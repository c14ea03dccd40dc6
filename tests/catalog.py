"""How Babel finds what is said and written as no text: words of vocabularies, descriptions of the data, and help."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import IO, Any

from babel.messages.extract import extract_python
from typer.main import get_command

from cnes_partners.cli.app import app
from cnes_partners.cli.help import described, sections, usage
from cnes_partners.database.ask import relations
from cnes_partners.views.words import Words
from docs.reference import commands


def vocabulary(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what Babel finds in a module, and the value of every member of its vocabularies."""
    yield from extract_python(source, keywords, comment_tags, options)
    source.seek(0)
    for kind in ast.walk(ast.parse(source.read())):
        if isinstance(kind, ast.ClassDef) and "StrEnum" in map(ast.unparse, kind.bases):
            for member in kind.body:
                if isinstance(member, ast.Assign) and isinstance(member.value, ast.Constant):
                    yield member.lineno, None, member.value.value, []


def descriptions(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what is said of each table and column in SQL: some of it is the first line of a docstring."""
    for relation in relations():
        for about in (relation.about, *(column.about for column in relation.columns)):
            yield 1, None, about, []


class Heard(Words):
    """English, and a record of every text that was said in it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, None] = {}

    def __call__(self, text: str, /, **values: object) -> str:
        self.texts[text] = None
        return super().__call__(text, **values)


def helps(source: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what Babel finds in a module, and what the help of every command says."""
    yield from extract_python(source, keywords, comment_tags, options)
    program: Any = get_command(app)
    context = program.make_context("cnes-partners", [], resilient_parsing=True)
    heard = Heard()
    for command in (program, *(command for _, command in commands(program, context))):
        described(command, heard), usage(command, context, heard), sections(command, context, heard)
    yield from ((1, None, text, []) for text in heard.texts if text)
