"""The program: its commands, each loaded only when it is called, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from cnes_partners.cli import streams
from cnes_partners.cli.language import heard, spoken
from cnes_partners.cli.language_option import LanguageOption
from cnes_partners.errors import CnesPartnersError, Exit, InvalidDatasetError, is_interruption, is_left, reason
from cnes_partners.model.language import Language
from cnes_partners.model.sentences import Sentence, sentence

_LONGEST_MESSAGE = 4_000

# What commands are for -> command -> the module of cnes_partners.cli that has its function (or, for a group, its Typer
# app) and its name there.
GROUPS: dict[str, dict[str, tuple[str, str]]] = {
    "Cooperation": {
        "overview": ("claims", "overview"),
        "categories": ("partners", "categories"),
        "partners": ("partners", "partners"),
        "partner": ("partners", "partner"),
        "missions": ("missions", "missions"),
        "mission": ("missions", "mission"),
        "agreements": ("partners", "agreements"),
        "timeline": ("timeline", "timeline"),
        "brief": ("brief", "brief"),
    },
    "Money, and what CNES states": {
        "esa": ("esa", "app"),
        "claims": ("claims", "claims"),
    },
    "To find and to cite": {
        "search": ("search", "search"),
        "sources": ("search", "sources"),
        "open": ("pages", "open_page"),
    },
    "The data itself": {
        "diff": ("diff", "diff"),
        "sql": ("data", "sql"),
        "export": ("data", "export"),
        "schema": ("schema", "schema"),
        "check": ("check", "check"),
    },
    "In the shell": {
        "completion": ("completion.command", "completion"),
    },
}
COMMANDS = {name: place for commands in GROUPS.values() for name, place in commands.items()}


class LazyGroup(TyperGroup):
    """A group whose commands are imported and built when they are asked for: start-up is what a query tool costs."""

    def get_help(self, ctx: Any) -> str:
        """Return the help of the whole program."""
        return _help_text(self, ctx)

    def make_parser(self, ctx: Any) -> Any:
        """Return a parser that drops nothing."""
        return _parser(super().make_parser, ctx)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands in the order of the documentation."""
        return list(COMMANDS)

    def titled_commands(self) -> dict[str, list[str]]:
        """Return the commands by what they are for."""
        return {title: list(commands) for title, commands in GROUPS.items()}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module, name = COMMANDS[cmd_name]
            found = getattr(import_module(f"cnes_partners.cli.{module}"), name)
            self.commands[cmd_name] = built(cmd_name, found)
        return self.commands[cmd_name]


def built(name: str, found: Any) -> Any:
    """Return the framework's command for a function, or for a Typer app that is a group."""
    if isinstance(found, typer.Typer):
        group = get_command(found)
        group.name = name
        return _in_our_way(group)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)
    alone.command(name)(found)
    return _in_our_way(get_command(alone))


def _in_our_way(command: Any) -> Any:
    """Return the command, and those of a group, with help in our own layout and a parser that drops nothing."""
    command.get_help = partial(_help_text, command)
    command.make_parser = partial(_parser, command.make_parser)
    for inner in getattr(command, "commands", {}).values():
        _in_our_way(inner)
    return command


def _parser(make_parser: Any, context: Any) -> Any:
    from cnes_partners.cli.given import attentive

    return attentive(make_parser, context)


def _help_text(command: Any, context: Any) -> str:
    from cnes_partners.cli.help import help_text

    return help_text(command, context)


CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from cnes_partners.version import __version__

        typer.echo(f"cnes-partners {__version__}")
        typer.echo(_bundled_line(__version__) or _dataset_line())
        raise typer.Exit


def _bundled_line(program: str) -> str | None:
    """Return the line that the build of this version wrote of its dataset; None where it is another that answers."""
    if os.environ.get("CNES_PARTNERS_DATA"):
        return None
    try:
        file = Path(__file__).parent.parent / "compiled" / "version.txt"
        version, line, end = file.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return None
    return line if (version, end) == (program, "") else None


def _dataset_line() -> str:
    """Return which dataset answers: its version, its day, and the digest that tells it from every other.

    Raises:
        InvalidDatasetError: There is none, or it cannot be read; the version of the program is printed by then.
    """
    from cnes_partners.dataset.compiled import version_line
    from cnes_partners.dataset.find import find_storage

    return version_line(find_storage())


@app.callback(invoke_without_command=True)
def cnes_partners(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the versions of the program and the data."
        ),
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """CNES's cooperation from sourced data: partners, missions, agreements, ESA money. Offline.

    \b
    cnes-partners overview
    cnes-partners partners -c historic
    cnes-partners mission swot
    cnes-partners esa
    cnes-partners missions --theme earth -f csv > earth.csv
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; every error is one line on stderr."""
    if sys.stdout is None:
        sys.stdout = streams.Closed()
    typed = sys.argv[1:] if arguments is None else arguments
    language = heard(typed, os.environ)
    try:
        language, left = spoken(typed, os.environ)
        code = get_command(app).main(left, prog_name="cnes-partners", standalone_mode=False, obj=language)
        sys.stdout.flush()
        return code if isinstance(code, int) else Exit.DONE
    except InvalidDatasetError as error:
        return _fail(_problem_lines(error, language), error.exit_code)
    except CnesPartnersError as error:
        return _fail([_said(error.args[0], language)], error.exit_code)
    except (OSError, SystemExit) as error:
        if isinstance(error, SystemExit) or is_left(error):  # the framework makes a broken pipe SystemExit
            streams.drop(sys.stdout)
            return Exit.DONE
        streams.flush(sys.stdout)
        return _fail([_said(_of_system(error), language)], Exit.UNEXPECTED)
    except (Exception, KeyboardInterrupt) as error:
        return _ended_by(error, language)


def _ended_by(error: BaseException, language: Language) -> int:
    """Return the exit code for what no command expects, after a line where there is something to say."""
    if isinstance(error, typer.Abort) or is_interruption(error):
        return Exit.INTERRUPTED
    if hasattr(error, "format_message"):  # the framework's usage errors; their class is private to it
        from cnes_partners.cli.usage import worded
        from cnes_partners.views.words import Words

        return _fail([worded(error, Words(language))], Exit.USAGE)
    if os.environ.get("CNES_PARTNERS_DEBUG"):
        raise error
    message = sentence(
        "unexpected {type}: {error} (CNES_PARTNERS_DEBUG=1 shows where)", type=type(error).__name__, error=str(error)
    )
    return _fail([_said(message, language)], Exit.UNEXPECTED)


def _of_system(error: OSError) -> Sentence:
    """Return what the system refused; what it refused without a name is what was written to standard output."""
    if error.strerror is None:
        return reason(error)
    if error.filename:
        return sentence("{why}: {file}", why=reason(error), file=str(error.filename))
    return sentence("cannot write standard output: {why}", why=reason(error))


def _said(message: Sentence, language: Language) -> str:
    """Return a message in the language."""
    from cnes_partners.views.sentences import said
    from cnes_partners.views.words import Words

    return said(message, Words(language))


def _problem_lines(error: InvalidDatasetError, language: Language) -> list[str]:
    from cnes_partners.views.sentences import problem_line
    from cnes_partners.views.words import Words

    say = Words(language)
    return [problem_line(problem, say) for problem in error.problems]


def _fail(messages: Sequence[str], code: int) -> int:
    """Write a line for each message to stderr and return *code*."""
    from cnes_partners.model.controls import on_one_line
    from cnes_partners.output.terminal import escaped

    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    lines = (escaped(on_one_line(_cut(message)), encoding) for message in messages)
    streams.tell(f"cnes-partners: {line}" for line in lines)
    return code


def _cut(message: str) -> str:
    """Return a message without the end of what it echoes, where that is longer than anybody reads."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}..."
