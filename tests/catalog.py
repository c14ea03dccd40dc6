"""How Babel finds what is said and written as no text: words of vocabularies, and descriptions of the data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import IO, Any

from babel.messages.extract import extract_python

from cnes_partners.database.ask import relations


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
