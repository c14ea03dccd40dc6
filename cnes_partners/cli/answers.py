"""What every command that answers has in common: the options, loading, writing."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from cnes_partners.cli import streams
from cnes_partners.dataset.dataset import Dataset, load
from cnes_partners.output.formats import ROW_BY_ROW, Format, format_of
from cnes_partners.output.write import ColourChoice, Wish, write, write_count
from cnes_partners.views.view import View, as_read, shape, whole
from cnes_partners.views.words import Language, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a command needs to ask and to word its answer."""

    dataset: Dataset
    say: Words


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in text.split(",") if key.strip())


_FORMAT = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write the answer; else as -o's name says, else a table."),
]
_COLUMNS = Annotated[str, typer.Option("--columns", "-C", metavar="KEYS", help="Only these columns: id,name.")]
_SORT = Annotated[str, typer.Option("--sort", "-s", metavar="KEYS", help="Sort by columns; -KEY for descending.")]
_LIMIT = Annotated[int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most N records.")]
_NO_HEADER = Annotated[bool, typer.Option("--no-header", help="Leave out titles, header and notes.")]
_COUNT = Annotated[bool, typer.Option("--count", help="Print only the number of records.")]
_OUTPUT = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
]
_SOURCES = Annotated[bool, typer.Option("--sources", help="Add who says so: the bibliography, under a table.")]
_LANGUAGE = Annotated[Language, typer.Option("--lang", help="Language of what people read; keys stay.")]
DataOption = Annotated[
    str | None,
    typer.Option("--data", metavar="DIR", help="Another dataset: a folder or a JSON export (or CNES_PARTNERS_DATA)."),
]
_COLOUR = Annotated[ColourChoice, typer.Option("--color", help="When to colour.")]
_WIDTH = Annotated[int | None, typer.Option("--width", min=20, max=10_000, metavar="N", help="Width of tables.")]
_NO_PAGER = Annotated[bool, typer.Option("--no-pager", help="Never page a long answer.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The options that every answering command takes."""

    format: _FORMAT = None
    columns: _COLUMNS = ""
    sort: _SORT = ""
    limit: _LIMIT = None
    no_header: _NO_HEADER = False
    count: _COUNT = False
    output: _OUTPUT = None
    sources: _SOURCES = False
    lang: _LANGUAGE = Language.ENGLISH
    data: DataOption = None
    color: _COLOUR = ColourChoice.AUTO
    width: _WIDTH = None
    no_pager: _NO_PAGER = False


_SHARED = tuple(inspect.signature(Shared, eval_str=True).parameters.values())


def answering(ask: Callable[..., View]) -> Callable[..., int]:
    """Return the command that loads the dataset, calls ``ask(Ask, **own options)`` and writes the View it returns.

    The command's options are those of *ask* after its first parameter, then the shared ones. As the callback of a
    group it answers where no command of the group is called. Its ``ask`` is *ask*: completion asks for the columns.
    """
    own = tuple(inspect.signature(ask, eval_str=True).parameters.values())[1:]

    def command(context: typer.Context, **given: Any) -> int:
        if context.invoked_subcommand is not None:
            return 0
        shared = Shared(**{parameter.name: given.pop(parameter.name) for parameter in _SHARED})
        if not (shared.output or given.get("svg")):
            streams.require_output()
        question = Ask(dataset=load(shared.data), say=Words(shared.lang))
        view = ask(question, **given)
        show(view, shared, question)
        tell_older_shape(question)
        return view.exit_code

    command.__name__ = ask.__name__
    command.__doc__ = ask.__doc__
    command.ask = ask  # type: ignore[attr-defined]
    context = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    keyword = [context, *(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in (*own, *_SHARED))]
    command.__signature__ = inspect.Signature(keyword)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in keyword}
    return command


def show(view: View, shared: Shared, ask: Ask) -> None:
    """Write a view as the shared options wish; says on stderr how many rows a limit left."""
    columns, sort = _keys(shared.columns), _keys(shared.sort)
    format = shared.format or format_of(shared.output)
    if shared.limit is not None or not (shared.count or (format in ROW_BY_ROW and not sort)):
        view = whole(view)
    total = len(view.rows)
    if format in (Format.TABLE, Format.MARKDOWN):
        view = as_read(view)
    view = shape(view, columns=columns, sort=sort, limit=shared.limit)
    wish = Wish(
        format=format,
        has_header=not shared.no_header,
        only_columns=bool(columns),
        colour=shared.color,
        width=shared.width,
        file=shared.output,
        may_page=not shared.no_pager,
        language=shared.lang,
    )
    if shared.count:
        write_count(view, wish)
        return
    if len(view.rows) < total:
        tell(ask.say("{shown} of {total} shown", shown=ask.say.number(len(view.rows)), total=ask.say.number(total)))
    if wish.format in (Format.TABLE, Format.MARKDOWN):
        from cnes_partners.views.bibliography import with_source_count, with_sources

        view = with_sources(view, ask.dataset, ask.say) if shared.sources else with_source_count(view, ask.say)
    write(view, wish)


def tell_older_shape(ask: Ask) -> None:
    """Say on stderr which older shape an export has, and what answers from it cannot know."""
    if older := ask.dataset.older_shape:
        tell(
            ask.say(
                "{file} has shape {shape} (dataset {version}), older than this program's; it lacks {fields}",
                file=older.file,
                shape=older.shape,
                version=older.version,
                fields=", ".join(older.lacks),
            )
        )


def tell(text: str) -> None:
    """Write a line beside the answer, with nothing that stderr cannot encode."""
    from cnes_partners.model.controls import on_one_line
    from cnes_partners.output.plain import encodable

    streams.tell([encodable(on_one_line(text), getattr(sys.stderr, "encoding", None) or "utf-8")])
