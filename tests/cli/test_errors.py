"""Streams and exit codes: stdout is the answer, stderr is all else, and no traceback is ever shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

import cnes_partners
from cnes_partners import __main__
from cnes_partners.__main__ import _INTERRUPTED
from cnes_partners.cli import app
from cnes_partners.dataset.find import load
from cnes_partners.errors import Exit
from tests.conftest import Run

USAGE, NOT_FOUND, INVALID = 2, 3, 4


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("partner", "jappan"), NOT_FOUND, "No partner is called 'jappan'. Did you mean Japan (jp)?"),
        (("mission", "sea"), NOT_FOUND, "No mission is called 'sea'. Did you mean Sea-1 (sea-1) or Sea-2 (sea-2)?"),
        (("mission", "qqqq"), NOT_FOUND, "No mission is called 'qqqq' (list them: cnes-partners missions)."),
        (("missions", "-p", "jappan"), NOT_FOUND, "No partner is called 'jappan'. Did you mean Japan (jp)?"),
        (("agreements", "-p", "jappan"), NOT_FOUND, "No partner is called 'jappan'. Did you mean Japan (jp)?"),
    ],
)  # fmt: skip
def test_an_error_is_one_line_on_stderr(
    run: Run, small: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """What is wrong and what to do, after the program's name; nothing on stdout."""
    result = run(*arguments, data=small)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == f"cnes-partners: {message}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("partnerz",), ("No such command 'partnerz'", "'partners'", "(see: cnes-partners --help)")),
        (("zzz",), ("No such command 'zzz'", "(see: cnes-partners --help)")),
        (("esa", "budgets"), ("No such command 'budgets'", "'budget'", "(see: cnes-partners esa --help)")),
        (("partner",), ("Missing argument", "(see: cnes-partners partner --help)")),
        (("partner", "jp", "no"), ("unexpected extra argument", "(no)", "(see: cnes-partners partner --help)")),
        (("missions", "--thema", "earth"), ("No such option: --thema", "--theme", "(see: cnes-partners missions -")),
        (("missions", "--theme", "mars"), ("'mars' is not one of", "'earth'", "(see: cnes-partners missions --help)")),
        (("missions", "--from", "soon"), ("'soon'", "'--from'", "(see: cnes-partners missions --help)")),
        (("partners", "-n", "-1"), ("-1", "(see: cnes-partners partners --help)")),
        (("partners", "-f", "xls"), ("'xls' is not one of", "'csv'", "(see: cnes-partners partners --help)")),
        (("partners", "-C", "nmae"), ("'nmae'", "Near: name", "Others: id, agencies")),
        (("partners", "-s", "nmae"), ("'nmae'", "Near: name", "Others: id, agencies")),
    ],
)
def test_a_wrong_question_is_a_line_that_says_where_help_is(
    run: Run, small: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Misspelt commands, options and columns, wrong values: exit code 2, what there is instead, nothing on stdout."""
    result = run(*arguments, data=small)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (USAGE, "", 1)
    assert [word for word in words if word not in result.stderr] == []


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        ("esa budgets", "No such command 'budgets'. Did you mean 'budget', 'cnes-budget'?",
         "Commande inconnue : « budgets ». Vouliez-vous dire « budget », « cnes-budget » ?"),
        ("zzz", "No such command 'zzz'.", "Commande inconnue : « zzz »."),
        ("sql --tabels", "No such option: --tabels. Did you mean '--tables'?",
         "Option inconnue : --tabels. Vouliez-vous dire « --tables » ?"),
        ("missions -z", "No such option: -z.", "Option inconnue : -z."),
        ("diff", "Missing argument 'OLD'.", "Argument manquant : « ANCIEN »."),
        ("open", "Missing argument 'ID'.", "Argument manquant : « ID »."),
        ("completion", "Missing argument 'SHELL'. Choose from: bash, zsh, fish, powershell.",
         "Argument manquant : « INTERPRÉTEUR ». À choisir parmi : bash, zsh, fish, powershell."),
        ("partner jp no", "Got unexpected extra argument (no).", "Argument en trop (no)."),
        ("partner jp no ni", "Got unexpected extra arguments (no ni).", "Arguments en trop (no ni)."),
        ("missions --limit", "--limit needs a value.", "--limit demande une valeur."),
        ("missions --count=3", "--count takes no value.", "--count ne prend pas de valeur."),
        ("partners --kind country,town", "Invalid value for '--kind': 'town' is not one of 'country', 'organisation'.",
         "Valeur refusée pour « --kind » : « town » n'est pas l'une des valeurs possibles : "
         "« country », « organisation »."),
        ("missions -n x", "Invalid value for '--limit' / '-n': 'x' is not a whole number.",
         "Valeur refusée pour « --limit » / « -n » : « x » n'est pas un nombre entier."),
        ("missions -n -1", "Invalid value for '--limit' / '-n': -1 is out of range: 0 or more.",
         "Valeur refusée pour « --limit » / « -n » : -1 est hors limites : 0 ou plus."),
        ("missions --width 5", "Invalid value for '--width': 5 is out of range: from 20 to 10000.",
         "Valeur refusée pour « --width » : 5 est hors limites : de 20 à 10000."),
        ("sql --time-limit x", "Invalid value for '--time-limit': 'x' is not a number.",
         "Valeur refusée pour « --time-limit » : « x » n'est pas un nombre."),
        ("missions --from soon",
         "Invalid value for '--from': 'soon' is no year (2019), month (2019-06) or day (2019-06-30).",
         "Valeur refusée pour « --from » : « soon » n'est ni une année (2019), ni un mois (2019-06), "
         "ni un jour (2019-06-30)."),
        ("missions -n 2 -n 3", "--limit takes one value and is given 2 times.",
         "--limit prend une seule valeur et figure 2 fois."),
        ("missions --from=", "--from has an empty value; give one or leave it out.",
         "--from a une valeur vide ; donnez-en une ou ne l'indiquez pas."),
        ("esa -n 3 budget", "--limit stands before 'budget', which would not see it; put it after.",
         "--limit précède « budget », qui n'en tiendrait pas compte ; placez l'option après."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "fr"])
def test_usage_errors_are_in_our_words_in_both_languages(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, arguments: str, english: str, french: str
) -> None:
    """Each class of what the framework refuses: none of its own sentences is shown."""
    monkeypatch.setenv("CNES_PARTNERS_LANG", language)
    result = run(*arguments.split())
    said, see = {"en": (english, "see:"), "fr": (french, "voir :")}[language]
    shown = result.stderr.replace("\u00a0", " ")
    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert shown.startswith(f"cnes-partners: {said} ({see} cnes-partners ")
    assert shown.endswith(" --help)\n")


def test_every_problem_of_a_dataset_is_a_line(run: Run, small: Path) -> None:
    """An invalid dataset is exit code 4, and each problem has its place."""
    (small / "partners" / "no.yaml").write_text("id: NO\nname: NO\n", encoding="utf-8")
    result = run("partners", data=small)
    assert (result.exit_code, result.stdout) == (INVALID, "")
    assert result.stderr.splitlines() == [
        f'cnes-partners: data/partners/no.yaml:{line}: NO is not text to every YAML reader (quote it: "NO")'
        for line in (1, 2)
    ]


def test_a_dataset_that_is_not_there_is_no_dataset(run: Run) -> None:
    """--data never falls back on the bundled one."""
    result = run("partners", "--data", "/absent")
    assert (result.exit_code, result.stdout) == (INVALID, "")
    assert result.stderr.startswith("cnes-partners: /absent: no such folder or JSON file")


def test_an_id_that_does_not_resolve_is_an_invalid_dataset(run: Run, small: Path) -> None:
    """A participation of an unknown partner is an error, not a bare id on the screen."""
    path = small / "missions" / "moons.yaml"
    path.write_text(path.read_text().replace('partner: "jp"', "partner: xx"), encoding="utf-8")
    result = run("mission", "moons", data=small)
    assert (result.exit_code, result.stdout) == (INVALID, "")
    assert "xx" in result.stderr


def test_an_empty_list_is_an_answer(run: Run, small: Path) -> None:
    """Nothing found is done, not failed."""
    result = run("missions", "-p", "norway", "-f", "json", data=small)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "[]\n", "")


@pytest.mark.parametrize("name", ["\x1b[31mred", "a\rb", "\u202egnp", "x\ny"])
def test_what_was_typed_comes_back_harmless(run: Run, small: Path, name: str) -> None:
    """A terminal escape in an argument does not reach the screen through the message."""
    result = run("partner", name, data=small)
    assert result.exit_code == NOT_FOUND
    assert not set("\x1b\r\u202e") & set(result.stderr)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [(), ("partner",), ("missions",), ("esa",), ("esa", "budget"), ("claims",)])
def test_help_is_an_answer(run: Run, command: tuple[str, ...], option: str) -> None:
    """-h and --help print usage on stdout, for the program, a command, a group and its commands."""
    result = run(*command, option)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "".join(["Usage: cnes-partners", *(f" {name}" for name in command), " [OPTIONS]"]) in result.stdout


@pytest.mark.parametrize("name", [name for name in app.COMMANDS if name != "help"])
def test_every_command_leads_its_help_with_what_it_does_and_an_example(run: Run, name: str) -> None:
    """The help of each command says in a sentence what it answers and shows how it is typed."""
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"cnes-partners {name}" in result.stdout.split("Options:")[0].split("\n", 1)[1]


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    """The bare program says what it can do, every command with it."""
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    assert all(f"\n  {name} " in result.stdout for name in app.COMMANDS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    """One number, in one place; the dataset has its own, its day and a digest."""
    result = run("--version")
    program, dataset = result.stdout.splitlines()
    assert (result.exit_code, program) == (0, f"cnes-partners {cnes_partners.__version__}")
    about = load().metadata
    assert re.fullmatch(rf"dataset {re.escape(about.version)} of {about.as_of}, digest [0-9a-f]{{8}}", dataset)


def test_the_version_is_of_the_dataset_that_answers(
    run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one of the environment, where that names one; any other fact gives another digest, a touched file none."""

    def said(place: Path) -> str:
        monkeypatch.setenv("CNES_PARTNERS_DATA", str(place))
        return run("--version").stdout.splitlines()[1]

    first = said(small)
    assert first.startswith("dataset 1 of 2026-01-31, digest ")
    (small / "missions/sea-1.yaml").touch()
    assert said(small) == first
    run("export", str(tmp_path / "out.json"), data=small)
    assert said(tmp_path / "out.json").startswith("dataset 1 of 2026-01-31, digest ")
    path = small / "missions/sea-1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# seen\n", encoding="utf-8")
    assert said(small) != first


def test_the_version_of_the_program_is_told_without_a_dataset(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has lost the data needs it most."""
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(tmp_path / "lost"))
    result = run("--version")
    assert (result.exit_code, result.stdout) == (4, f"cnes-partners {cnes_partners.__version__}\n")
    assert result.stderr.count("\n") == 1


def failing(error: BaseException) -> Any:
    def main(*_arguments: object, **_options: object) -> None:
        raise error

    return type("Broken", (), {"main": staticmethod(main)})


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (OSError(28, "No space left on device", "/x/out.csv"), 1, "No space left on device: /x/out.csv"),
        (OSError("odd"), 1, "odd"),
        (KeyboardInterrupt(), 130, None),
        (ZeroDivisionError("x"), 1, "unexpected ZeroDivisionError: x (CNES_PARTNERS_DEBUG=1 shows where)"),
    ],
)
def test_what_nobody_expected_is_a_line_too(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: KeyboardInterrupt | OSError | ZeroDivisionError,
    code: int,
    message: str | None,
) -> None:
    """A full disk, Ctrl-C, a mistake of ours: a code and at most one line."""
    monkeypatch.setattr(app, "get_command", lambda _app: failing(error))
    assert app.run(["overview"]) == code
    assert capsys.readouterr().err == (f"cnes-partners: {message}\n" if message else "")


def test_a_mistake_of_ours_can_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever mends it, a variable lets the traceback through."""
    monkeypatch.setattr(app, "get_command", lambda _app: failing(ZeroDivisionError("x")))
    monkeypatch.setenv("CNES_PARTNERS_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        app.run(["overview"])


def test_main_exits_with_the_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The console script hands the code to the shell."""
    monkeypatch.setattr(sys, "argv", ["cnes-partners", "zzz"])
    monkeypatch.setattr(__main__, "gc", Mock())
    with pytest.raises(SystemExit) as caught:
        __main__.main()
    assert caught.value.code == USAGE
    assert "zzz" in capsys.readouterr().err


def shell(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cnes_partners", *arguments]
    done: subprocess.CompletedProcess[str] = subprocess.run(
        command, capture_output=True, text=True, check=False, **options
    )
    return done


def test_the_module_runs(small: Path) -> None:
    """python -m cnes_partners is the program."""
    result = shell("partners", "-f", "csv", "-C", "id", "--data", str(small))
    assert (result.returncode, result.stdout, result.stderr) == (0, "id\nesa\nno\njp\n", "")
    assert shell("partner", "jappan", "--data", str(small)).returncode == NOT_FOUND


def test_a_reader_that_goes_ends_it_quietly(small: Path) -> None:
    """| head -1: no message, no traceback, exit code 0 or that of the broken pipe."""
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as closed:
        result = subprocess.run(
            [sys.executable, "-m", "cnes_partners", "missions", "-f", "json", "--data", str(small)],
            stdout=closed, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("command", ["missions", "missions -f json", "mission moons"])
def test_a_pipe_ends_quietly_in_a_shell(small: Path, command: str) -> None:
    """The shell's view of it, with pipefail: a reader that reads nothing makes no failure."""
    script = f"set -o pipefail; {sys.executable} -m cnes_partners {command} --data {small} | true"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "redirection", "code", "stderr"),
    [
        ("partners", ">&-", 1, "cnes-partners: cannot write standard output: it is closed\n"),
        ("partners", ">/dev/full", 1, "cnes-partners: cannot write standard output: No space left on device\n"),
        ("partner jappan", "2>&-", NOT_FOUND, ""),
        ("partner jappan", "2>/dev/full", NOT_FOUND, ""),
        ("partner jappan", ">&- 2>&-", 1, ""),
    ],
)
def test_closed_and_full_streams_are_a_code_and_at_most_a_line(
    small: Path, arguments: str, redirection: str, code: int, stderr: str
) -> None:
    """An error never strays to stdout, and the code says what went wrong."""
    script = f"{sys.executable} -m cnes_partners {arguments} --data {small} {redirection}"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (code, "", stderr)


def test_it_needs_no_home_and_writes_nothing(small: Path, tmp_path: Path) -> None:
    """An empty environment and an empty folder stay empty."""
    empty = tmp_path / "empty"
    empty.mkdir()
    root = str(Path(cnes_partners.__file__).parent.parent)
    result = shell(
        "overview", "--data", str(small), cwd=empty, env={"PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"}
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert list(empty.iterdir()) == []


def test_no_socket_is_opened(run: Run, small: Path, no_network: None) -> None:
    """Everything is answered offline."""
    for command in (["overview"], ["partners"], ["mission", "moons"], ["esa"], ["claims"]):
        assert run(*command, data=small).exit_code == 0


def test_exit_codes_are_those_of_the_design() -> None:
    """A shell script relies on them; what a TAB does without is the same."""
    assert {code.name: code.value for code in Exit} == {
        "DONE": 0, "UNEXPECTED": 1, "USAGE": 2, "NO_SUCH_NAME": 3, "INVALID_DATASET": 4, "INTERRUPTED": 130,
    }  # fmt: skip
    assert _INTERRUPTED == Exit.INTERRUPTED
