"""What every command that answers has in common: the options, loading, writing."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import typer

from cnes_partners.cli import streams
from cnes_partners.cli.given import Named
from cnes_partners.cli.language_option import LanguageOption
from cnes_partners.cli.paths import format_at, refuse_paths
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load as load
from cnes_partners.errors import UsageError
from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.sentences import sentence
from cnes_partners.output.formats.formats import FORMATS, Format, Traits
from cnes_partners.output.formats.look import Dialect, Look
from cnes_partners.output.terminal import ColourChoice
from cnes_partners.output.write import Wish, write, write_count
from cnes_partners.queries.known import Known
from cnes_partners.views.shape import as_read, shape, whole
from cnes_partners.views.view import Backing, View
from cnes_partners.views.words import Words


class Session(NamedTuple):
    """The dataset that a command asks and the voice of its answer; ``data`` is the place that it was asked of."""

    dataset: Dataset
    say: Words
    data: str | None = None


_FORMAT = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write the answer; else as -o's name says, else a table."),
]
_DIALECT = Annotated[
    Dialect | None,
    typer.Option("--dialect", help="CSV that a spreadsheet opens; excel-fr: where French is spoken."),
]
_COLUMNS = Annotated[
    tuple[str, ...],
    typer.Option("--columns", "-C", metavar="KEYS", help="Only these columns: id,name."),
    Named.COLUMN,
]
_SORT = Annotated[
    tuple[str, ...],
    typer.Option("--sort", "-s", metavar="KEYS", help="Sort by columns; -KEY for descending."),
    Named.COLUMN,
]
_LIMIT = Annotated[int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most N records.")]
_NO_HEADER = Annotated[bool, typer.Option("--no-header", help="Leave out titles, header and notes.")]
_COUNT = Annotated[bool, typer.Option("--count", help="Print only the number of records.")]
_OUTPUT = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all; - is standard output."),
]
_SOURCES = Annotated[bool, typer.Option("--sources", help="Add who says so: the bibliography, under a table.")]
DataOption = Annotated[
    str | None,
    typer.Option("--data", metavar="DIR", help="Another dataset: a folder or a JSON export (or CNES_PARTNERS_DATA)."),
]
_COLOUR = Annotated[ColourChoice, typer.Option("--color", help="When to colour.")]
_WIDTH = Annotated[int | None, typer.Option("--width", min=20, max=10_000, metavar="N", help="Width of tables.")]
_NO_PAGER = Annotated[bool, typer.Option("--no-pager", help="Never page a long answer.")]


@frozen
class Shared:
    """The options that every answering command takes."""

    format: _FORMAT = None
    dialect: _DIALECT = None
    columns: _COLUMNS = ()
    sort: _SORT = ()
    limit: _LIMIT = None
    no_header: _NO_HEADER = False
    count: _COUNT = False
    output: _OUTPUT = None
    sources: _SOURCES = False
    lang: LanguageOption = None
    data: DataOption = None
    color: _COLOUR = ColourChoice.AUTO
    width: _WIDTH = None
    no_pager: _NO_PAGER = False

    @property
    def file(self) -> Path | None:
        """Return the file that the answer goes to, None for standard output, which "-" stands for."""
        return None if self.output == Path("-") else self.output


def options_of(kind: Callable[..., object]) -> tuple[inspect.Parameter, ...]:
    """Return the parameters of a function, or the options that a class groups, with their annotations."""
    return tuple(inspect.signature(kind, eval_str=True).parameters.values())


def _flat(parameters: Iterable[inspect.Parameter]) -> Iterator[inspect.Parameter]:
    """Yield the parameters as the framework takes them: a group by its options, several values as a list."""
    for entry in parameters:
        if _is_group(entry.annotation):
            yield from _flat(options_of(entry.annotation))
            continue
        if _is_tuple(entry.annotation):
            kind, *about = get_args(entry.annotation)
            item, _ = get_args(kind)
            entry = entry.replace(annotation=Annotated[list[item], *about], default=None)  # type: ignore[valid-type]
        yield entry.replace(kind=inspect.Parameter.KEYWORD_ONLY)


def _is_group(annotation: Any) -> bool:
    """Return whether an annotation is a class that groups options."""
    return is_dataclass(annotation)


def _is_tuple(annotation: Any) -> bool:
    """Return whether an annotation is of a tuple, with what the framework is told beside it."""
    kind, *_ = get_args(annotation) or (None,)
    return get_origin(kind) is tuple


def as_meant(given: Mapping[str, Any], parameters: Iterable[inspect.Parameter]) -> dict[str, Any]:
    """Return the values of *parameters* as their annotations say: options in their group, several values in a tuple."""
    return {entry.name: _meant(given, entry) for entry in parameters}


def _meant(given: Mapping[str, Any], entry: inspect.Parameter) -> Any:
    if _is_group(entry.annotation):
        return entry.annotation(**as_meant(given, options_of(entry.annotation)))
    return tuple(given[entry.name] or ()) if _is_tuple(entry.annotation) else given[entry.name]


def answering(answer: Callable[..., View]) -> Callable[..., int]:
    """Return the command that loads the dataset, calls ``answer(session, **options)`` and writes its View.

    The command's options are those of *answer* after its first parameter, then the shared ones. As the callback of a
    group it answers where no command of the group is called. Its ``answer`` is *answer*: completion wants the columns.
    """
    _, *own = options_of(answer)

    def command(context: typer.Context, **given: Any) -> int:
        if context.invoked_subcommand is not None:
            return 0
        shared = Shared(**as_meant(given, options_of(Shared)))
        refuse_paths(shared.output, given.get("svg"))
        if not (shared.file or given.get("svg")):
            streams.require_output()
        _refuse_backwards(given.get("first"), given.get("last"))
        _refuse_lost_chart(given, shared)
        _refuse_misfits(shared)
        dataset = load(shared.data or given.get("new") or None)
        session = Session(dataset=dataset, say=Words(context.obj, Known(dataset)), data=shared.data)
        view = answer(session, **as_meant(given, own))
        show(view, shared, session)
        tell_older_shape(session)
        return view.exit_code

    command.__name__ = answer.__name__
    command.__doc__ = answer.__doc__
    command.answer = answer  # type: ignore[attr-defined]
    context = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    keyword = [context, *_flat((*own, *options_of(Shared)))]
    command.__signature__ = inspect.Signature(keyword)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in keyword}
    return command


def _refuse_backwards(first: PartialDate | int | None, last: PartialDate | int | None) -> None:
    """Refuse a period that ends before it begins: nothing can be in it."""
    if first is None or last is None:
        return
    begins, ends = str(first), str(last)
    if begins[: len(ends)] > ends[: len(begins)]:
        raise UsageError(
            sentence("--from {begins} is after --to {ends}: nothing can be in between.", begins=begins, ends=ends)
        )


def _refuse_lost_chart(given: Mapping[str, Any], shared: Shared) -> None:
    """Refuse a chart in the terminal where what else is asked for leaves no place for it."""
    is_drawn = given.get("chart") or (given.get("charts") and not given.get("svg"))
    format = shared.format or format_at(shared.file)
    shapes = shared.columns or shared.sort or shared.limit is not None or shared.count
    if is_drawn and (shapes or not FORMATS[format].is_for_people):
        raise UsageError(
            sentence("A chart takes a table's place: ask for it without -C, -s, -n, --count and -f csv, or --svg FILE.")
        )


def _refuse_misfits(shared: Shared) -> None:
    """Refuse what the format has no place for, and a workbook where no file takes it."""
    format = shared.format or format_at(shared.file)
    traits = FORMATS[format]
    if traits.is_bibliography and shared.columns:
        raise UsageError(sentence("-C chooses columns, and a bibliography has none: leave it out."))
    if shared.dialect and format is not Format.CSV:
        raise UsageError(
            sentence(
                "--dialect is of CSV, and this is {format}: add -f csv, or name the file FILE.csv.", format=str(format)
            )
        )
    if traits.is_binary and shared.count:
        raise UsageError(
            sentence("--count prints a number, which is no {format}: leave one of them out.", format=str(format))
        )
    if traits.is_binary and shared.file is None and sys.stdout.isatty():
        raise UsageError(
            sentence(
                "A terminal cannot show {format}: write it to a file (-o FILE.{format}), or pipe it on.",
                format=str(format),
            )
        )


def show(view: View, shared: Shared, session: Session) -> None:
    """Write a view as the shared options wish; says on stderr what belongs beside it and what a limit left."""
    format = shared.format or format_at(shared.file)
    if shared.limit is not None or not (shared.count or (FORMATS[format].is_by_row and not shared.sort)):
        view = whole(view)
    total = len(view.rows)
    if view.is_single and view.series is None and (shared.sort or shared.limit is not None):
        raise UsageError(sentence("There is one record here: -s sorts and -n cuts lists."))
    if FORMATS[format].is_for_people:
        view = as_read(view)
    view = shape(view, columns=shared.columns, sort=shared.sort, limit=shared.limit)
    wish = Wish(
        format=format,
        look=Look(
            has_header=not shared.no_header,
            only_columns=bool(shared.columns),
            language=session.say.language,
            address_of=session.say.address,
            dialect=shared.dialect,
        ),
        colour=shared.color,
        width=shared.width,
        file=shared.file,
        may_page=not shared.no_pager,
    )
    for aside in view.asides:
        tell(aside)
    if not shared.count and len(view.rows) < total:
        tell(
            session.say(
                "{shown} of {total} shown", shown=session.say.number(len(view.rows)), total=session.say.number(total)
            )
        )
    traits = FORMATS[format]
    if shared.sources and not traits.is_with_sources and (shared.count or not traits.is_for_people):
        tell(session.say("--sources goes under a table; records name their sources by id"))
    if not shared.count and (traits.is_with_sources or (traits.is_for_people and not view.footnotes)):
        view = _backed(view, session, traits, is_listed=shared.sources)
    _write(view, wish, count=shared.count)


def _backed(view: View, session: Session, traits: Traits, *, is_listed: bool) -> View:
    """Return the view with the sources that it cites, or with how many they are where nobody asked for them."""
    from cnes_partners.queries.citations import cited_sources
    from cnes_partners.views.bibliography import shown_records, with_source_count, with_sources

    if not (is_listed or traits.is_with_sources):
        return with_source_count(view, session.say)
    if not traits.is_for_people:
        from cnes_partners.queries.bibliography import bibliography

        sources = bibliography(session.dataset, (*view.records, *(view.series or ())))
    else:
        sources = cited_sources(session.dataset, shown_records(view))
    if traits.is_with_sources:
        return replace(view, backing=Backing(dataset=session.dataset.metadata, sources=sources))
    return with_sources(view, sources, session.say)


def _write(view: View, wish: Wish, *, count: bool) -> None:
    """Write the answer and the files beside it: all or none, but for a lost standard output."""
    with ExitStack() as files:
        for file in view.files:
            from cnes_partners.output.files import written_whole

            files.enter_context(written_whole(file.path, file.text))
        write_count(view, wish) if count else write(view, wish)
    for file in view.files:
        if file.aside:
            tell(file.aside)


def tell_older_shape(session: Session) -> None:
    """Say on stderr which older shape an export has, and what answers from it cannot know."""
    if older := session.dataset.older_shape:
        tell(
            session.say(
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
    from cnes_partners.output.terminal import encodable

    streams.tell([encodable(on_one_line(text), getattr(sys.stderr, "encoding", None) or "utf-8")])
