"""Help: every command has it, it leads with examples that work, and docs/cli.md says the same."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cnes_partners.cli.app import GROUPS, app
from cnes_partners.cli.help import described, sections, usage
from docs.reference import commands, reference
from tests.catalog import Heard
from tests.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
PROGRAM: Any = get_command(app)
CONTEXT: Any = PROGRAM.make_context("cnes-partners", [], resilient_parsing=True)
COMMANDS: dict[str, Any] = dict(commands(PROGRAM, CONTEXT))
EXAMPLES = [example for command in (PROGRAM, *COMMANDS.values()) for example in described(command).examples]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_leads_with_examples(run: Run, name: str, option: str) -> None:
    """Both spellings say what the command does, then examples, then the usage and the options."""
    result = run(*name.split()[1:], option)
    assert (result.exit_code, result.stderr) == (0, "")
    places = [result.stdout.index(part) for part in ("Examples:\n", name, f"Usage: {name} ", "Options:\n")]
    assert places == sorted(places)
    assert result.stdout.index("\n\n") < places[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does_in_a_sentence(name: str) -> None:
    """The summary is a sentence, short enough for a list of commands."""
    summary = described(COMMANDS[name]).summary
    assert summary.endswith(".")
    assert 15 < len(summary) <= 120


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("partners", "At most N records. [0 or more]"),
        ("partners", "Width of tables. [from 20 to 10000]"),
        ("sql", "Stop a statement after that. [default: 10; from 0.1 to 3600]"),
    ],
)
def test_a_range_is_said_in_words(run: Run, command: str, said: str) -> None:
    """Help is for people: no "20<=x<=10000"."""
    shown = " ".join(run(command, "--help").stdout.split())
    assert (said in shown, "x>=" in shown, "<=x" in shown) == (True, False, False)


@pytest.mark.parametrize(
    ("command", "usage", "listed"),
    [
        ("mission", "mission [OPTIONS] NAME", "  NAME  "),
        ("search", "search [OPTIONS] TEXT...", "  TEXT...  "),
        ("sql", "sql [OPTIONS] [STATEMENT]", "  [STATEMENT]  "),
        ("esa", "esa [OPTIONS] COMMAND [ARGS]...", "  budget "),
        ("partners", "partners [OPTIONS]", "  --kind <country|organisation>"),
    ],
)
def test_arguments_and_choices_look_the_same_with_every_version_of_the_framework(
    run: Run, command: str, usage: str, listed: str
) -> None:
    """Capitals, brackets where one may be left out, dots where there may be several."""
    lines = run(command, "-h").stdout.splitlines()
    assert f"Usage: cnes-partners {usage}" in lines
    assert [line for line in lines if line.startswith(listed)]


@pytest.mark.parametrize("name", ["cnes-partners", *COMMANDS])
def test_help_is_french_in_french(run: Run, name: str) -> None:
    """Titles, summaries, options and what stands for values: no text of the English help is left."""
    heard = Heard()
    command = COMMANDS.get(name, PROGRAM)
    described(command, heard), usage(command, CONTEXT, heard), sections(command, CONTEXT, heard)
    english = {text for text in heard.texts if " " in text or text in ("NAME", "FILE", "YEAR", "PERIOD", "required")}
    shown = " ".join(run(*name.split()[1:], "--help", "--lang", "fr").stdout.split())
    assert [text for text in english if text in shown] == []
    assert [title for title in ("Exemples :", f"Usage : {name} [OPTIONS]", "Options :") if title not in shown] == []
    assert len(english) > 3


def test_what_stands_for_a_value_is_in_capitals_in_french_too(run: Run) -> None:
    """An id, as in what is refused; several remarks in brackets are set apart as French does."""
    assert "Usage : cnes-partners open [OPTIONS] ID\n" in run("open", "--help", "--lang", "fr").stdout
    assert "[par défaut : 10 ; de 0.1 à 3600]" in " ".join(run("sql", "--help", "--lang", "fr").stdout.split())


def test_no_arguments_give_the_help(run: Run) -> None:
    """The name alone lists the commands by what they are for, each in a line: nothing is cut with dots or wrapped."""
    result = run()
    assert result == run("--help")
    top = {name.split()[1]: command for name, command in COMMANDS.items() if name.count(" ") == 1}
    column = max(map(len, (*top, "--lang <en|fr>"))) + 2
    expected = [
        line
        for title, names in GROUPS.items()
        for line in (f"{title}:", *(f"  {name:{column}}{described(top[name]).short}" for name in names), "")
    ]
    assert result.stdout.splitlines()[-len(expected) + 1 :] == expected[:-1]
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(top)


def test_the_help_of_the_program_fits_one_screen(run: Run) -> None:
    lines = run("--help").stdout.splitlines()
    assert len(lines) <= 48
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_are_accepted(example: str) -> None:
    """What help shows to copy is understood: no option or argument of an example is unknown."""
    words = shlex.split(example)
    assert "cnes-partners" in example
    if words[0] != "cnes-partners":
        return
    end = next((number for number, word in enumerate(words) if word in (">", "|", "<")), len(words))
    path, command, rest = "cnes-partners", PROGRAM, words[1:end]
    while rest and f"{path} {rest[0]}" in COMMANDS:
        path = f"{path} {rest.pop(0)}"
        command = COMMANDS[path]
    assert command.make_context(path, list(rest), parent=CONTEXT).args == []


def test_shared_options_stand_apart(run: Run) -> None:
    """The options that every answer has do not hide the command's own."""
    own, _, shared = run("missions", "-h").stdout.partition("Options of every answer:")
    assert "--theme" in own
    assert "--format" not in own
    assert "--format" in shared
    assert "Options of every answer" not in run("completion", "-h").stdout


@pytest.mark.parametrize("columns", [1, 40, 60, 80, 100, 10_000])
@pytest.mark.parametrize("name", ["cnes-partners", *COMMANDS])
def test_help_fits_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int, name: str) -> None:
    """Between 40 and 100 columns no line is wider than the terminal, but for a single word that nothing may break."""
    monkeypatch.setenv("COLUMNS", str(columns))
    result = run(*name.split()[1:], "-h")
    assert result.exit_code == 0
    widest = max(40, min(columns, 100))
    assert [
        line for line in result.stdout.splitlines() if len(line) > widest and len(line.removesuffix("\\").split()) > 1
    ] == []


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_examples_can_be_copied_from_a_narrow_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """What a shell reads of the lines of an example is the example."""
    monkeypatch.setenv("COLUMNS", columns)
    for name, command in COMMANDS.items():
        shown = run(*name.split()[1:], "-h").stdout.partition("Examples:\n")[2].partition("\n\n")[0]
        copied = [" ".join(word.split()) for word in shlex.split(shown.replace("\\\n", " "))]
        assert copied == [" ".join(word.split()) for word in shlex.split(" ".join(described(command).examples))]


def in_a_shell(command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    program = f'"{sys.executable}" -m cnes_partners'
    return subprocess.run(
        ["sh", "-c", command.replace("cnes-partners", program)],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_help_needs_no_more_than_ascii() -> None:
    """An example with an accent does not stop the help on an ASCII stream."""
    result = in_a_shell("cnes-partners partner --help", PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert "cnes-partners partner norvege" in result.stdout


def test_help_to_a_closed_pipe_ends_quietly() -> None:
    """Whoever reads only the first line gets it, and no complaint."""
    result = in_a_shell("(cnes-partners missions --help; echo $? >&2) | head -n 1")
    assert (result.stdout, result.stderr) == (
        "List missions by partner, theme, target, status, launch or end.\n",
        "0\n",
    )


def test_the_reference_is_that_of_the_application() -> None:
    """docs/cli.md has every command, with its examples and options, as help has them."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert reference() in text
