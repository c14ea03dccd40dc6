"""Which language people read: of the option, else the program's variable, else the locale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

ENGLISH, FRENCH = "CNES's cooperation at a glance", "La coopération du CNES en un coup d'œil"
VARIABLES = ("CNES_PARTNERS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def title(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return what runs the program with no language but that of the variables given, and gives the title."""

    def ask(*arguments: str, **environment: str) -> str:
        for variable in VARIABLES:
            monkeypatch.delenv(variable, raising=False)
        for variable, value in environment.items():
            monkeypatch.setenv(variable, value)
        return run(*(arguments or ("overview",)), data=small).stdout.partition("\n")[0]

    return ask


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, FRENCH),
        ({"LANG": "fr"}, FRENCH),
        ({"LANG": "fr_CA@euro"}, FRENCH),
        ({"LANG": "FR-BE"}, FRENCH),
        ({"LANG": "fro"}, ENGLISH),
        ({"LANG": "de_DE.UTF-8"}, ENGLISH),
        ({"LANG": "C.UTF-8"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, ENGLISH),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, FRENCH),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8", "LC_ALL": "en_IE"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, FRENCH),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:fr:en"}, FRENCH),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "en:fr"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "de"}, ENGLISH),
        ({"LANGUAGE": "fr"}, FRENCH),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr", "LC_ALL": "C"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "POSIX"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "CNES_PARTNERS_LANG": "en"}, ENGLISH),
        ({"LC_ALL": "C", "CNES_PARTNERS_LANG": "fr"}, FRENCH),
        ({"LANG": "fr_FR.UTF-8", "CNES_PARTNERS_LANG": ""}, FRENCH),
    ],
    ids=str,
)
def test_the_language_is_that_of_the_surroundings(
    title: Callable[..., str], environment: dict[str, str], expected: str
) -> None:
    """The first of CNES_PARTNERS_LANG, LANGUAGE, LC_ALL, LC_MESSAGES and LANG that says something; C is English."""
    assert title(**environment) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--lang", "fr", "overview"), FRENCH),
        (("--lang=fr", "overview"), FRENCH),
        (("overview", "--lang", "fr"), FRENCH),
        (("overview", "--lang=fr"), FRENCH),
        (("--lang", "en", "overview"), ENGLISH),
    ],
    ids=" ".join,
)
def test_the_option_wins_before_or_after_the_command(
    title: Callable[..., str], arguments: tuple[str, ...], expected: str
) -> None:
    """It is the nearest to what is asked; where it stands makes no difference."""
    assert title(*arguments, CNES_PARTNERS_LANG="fr" if expected == ENGLISH else "en", LANG="fr_FR") == expected


def test_an_inner_command_hears_an_option_of_its_group(run: Run, small: Path) -> None:
    """Before, between and after: one language."""
    said = {
        run(*words.split(), data=small).stdout
        for words in ("--lang fr esa members", "esa --lang fr members", "esa members --lang fr")
    }
    assert len(said) == 1
    assert said.pop().startswith("Qui fait partie de l'ESA\n")


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        ("--lang en overview --lang fr", None, "--lang takes one value and is given 2 times."),
        ("--lang fr overview --lang fr", None, "--lang prend une seule valeur et figure 2 fois."),
        (
            "--lang de overview",
            None,
            "Invalid value for '--lang': 'de' is not one of 'en', 'fr'. (see: cnes-partners --help)",
        ),
        ("overview --lang", None, "--lang needs a value. (see: cnes-partners overview --help)"),
        ("overview", "klingon", "CNES_PARTNERS_LANG is 'klingon', which is no language of this program: say en or fr."),
    ],
)
def test_what_says_no_language_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: str, environment: str | None, message: str
) -> None:
    """Nothing is dropped in silence; a locale of another language is the machine's, and means English."""
    if environment:
        monkeypatch.setenv("CNES_PARTNERS_LANG", environment)
    result = run(*arguments.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"cnes-partners: {message}\n")


def test_what_follows_two_hyphens_is_no_option(run: Run) -> None:
    """Who searches for the words finds what has them."""
    assert "'--lang fr'" in run("search", "--", "--lang", "fr").stdout


@pytest.mark.parametrize("format", ["json", "jsonl", "csv", "tsv", "yaml"])
@pytest.mark.parametrize(
    "command",
    ["overview", "partners", "missions", "mission swot", "esa", "esa contributors", "claims", "check", "search mars"],
)
def test_what_programs_read_is_the_same_bytes_in_a_french_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, format: str
) -> None:
    """A script that runs on a colleague's machine reads what it read on one's own."""
    english = run(*command.split(), "-f", format).stdout
    monkeypatch.delenv("CNES_PARTNERS_LANG")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    assert run(*command.split(), "-f", format).stdout == english
