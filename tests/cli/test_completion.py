"""Completion: what fits a place of the command line, and that real shells get it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cnes_partners.cli.completion import answer as answer_module
from cnes_partners.cli.completion.answer import answer
from cnes_partners.cli.completion.candidates import FILES, candidates
from cnes_partners.cli.completion.live import LiveMenu, compile_menus, live_menu, paths_of, plain_menu
from cnes_partners.cli.completion.menu import CompiledMenu, Menu, menu_file
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.model.language import Language
from tests.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def menu(small: Path) -> LiveMenu:
    """Return the menu of the program over the small dataset."""
    return live_menu(load(small))


def words(menu: Menu, *typed: str) -> list[str]:
    return [candidate.word for candidate in candidates(menu, typed)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["mis"], ["missions", "mission"]),
        (["esa", "con"], ["contributors", "contribution"]),
        (["mission", "sea"], ["sea-1", "sea-2"]),
        (["mission", "PHO"], ["phobos-probe"]),
        (["partner", ""], ["esa", "jp", "no"]),
        (["partner", "jap"], ["japan"]),
        (["partner", "Norvè"], ["norvege"]),
        (["partner", "jax"], ["jaxa"]),
        (["partner", "nobody"], []),
        (["partner", "jp", ""], []),
        (["missions", "-p", "nor"], ["norway"]),
        (["missions", "--partner=nor"], ["--partner=norway"]),
        (["missions", "-c", "e"], ["european", "emerging"]),
        (["missions", "--status", "oper"], ["operational"]),
        (["missions", "--status", "OPER"], ["operational"]),
        (["missions", "--status", "operational,f"], ["operational,failed"]),
        (["missions", "--status=failed,op"], ["--status=failed,operational"]),
        (["missions", "-f", "csv,js"], []),
        (["missions", "-f", "js"], ["json", "jsonl"]),
        (["missions", "--format=js"], ["--format=json", "--format=jsonl"]),
        (["missions", "--no-such=js"], []),
        (["missions", "-C", "na"], ["name", "name_fr"]),
        (["missions", "-C", "id,name,na"], ["id,name,name_fr"]),
        (["missions", "-s", "-launch_d"], ["-launch_date"]),
        (["missions", "--th"], ["--theme"]),
        (["diff", "ol"], [FILES]),
        (["diff", "old.json", "ne"], [FILES]),
        (["diff", "old.json", "-C", "ol"], ["old", "old_fr"]),
        (["diff", "old.json", "--table", "esa_co"], ["esa_contribution", "esa_council"]),
        (["missions", "--form"], ["--format"]),
        (["missions", "--he"], ["--help"]),
        (["missions", "--", "--th"], []),
        (["missions", "-n", ""], []),
        (["missions", "-o", "ou"], [FILES]),
        (["missions", "--lang", "fr", "-p", "jap"], ["japan"]),
        (["claims", "esa-s"], ["esa-share-2022"]),
        (["esa", "councils", ""], ["cm19"]),
        (["esa", "compare", "fr", "ger"], ["germany"]),
        (["brief", "japan", "nor"], ["norway"]),
        (["completion", "z"], ["zsh"]),
        (["no-such-command", ""], []),
    ],
)
def test_what_fits(menu: LiveMenu, typed: list[str], expected: list[str]) -> None:
    """Commands, options, values, names by id or alias, columns in lists: as the words before decide."""
    assert words(menu, *typed) == expected


def test_no_words_at_all_offer_the_commands(menu: LiveMenu) -> None:
    """An empty line offers every command."""
    assert words(menu) == [command.name for command in menu.root.commands]


def test_every_name_that_is_offered_is_found() -> None:
    """Whatever completion writes for a partner or mission names that one, or says which it may mean."""
    from cnes_partners.errors import AmbiguousNameError

    dataset = load()
    menu = live_menu(dataset)
    lost = []
    for kind, find in (("partner", dataset.partner), ("mission", dataset.mission)):
        for name in menu.names(kind):
            for word in (name.id, *name.others):
                try:
                    found = find(word).id
                except AmbiguousNameError as error:
                    found = name.id if name.id in error.candidates else "another"
                if found != name.id:
                    lost.append((kind, word, name.id, found))
    assert lost == []


@pytest.mark.parametrize("language", Language)
def test_the_compiled_menu_says_the_same(small: Path, language: Language) -> None:
    """What the build writes into the wheel gives the same candidates as the application."""
    import json

    menu = live_menu(load(small), language)
    compiled = CompiledMenu(json.loads(json.dumps(plain_menu(menu))))
    assert compiled.root == menu.root
    assert {kind: compiled.names(kind) for kind in ("partner", "mission", "claim", "council", "contributor")} == {
        kind: tuple(menu.names(kind)) for kind in ("partner", "mission", "claim", "council", "contributor")
    }
    assert {path: compiled.columns(path) for path in paths_of(menu.root)} == {
        path: tuple(menu.columns(path)) for path in paths_of(menu.root)
    }


@pytest.mark.parametrize(
    ("shell", "given", "written"),
    [
        ("bash", ["missions", "--format", "=", "jsonl"], "jsonl\n"),
        ("bash", ["missions", "--lang", "="], "en\nfr\n"),
        ("bash", ["mission", '"swo'], "swot\n"),
        ("zsh", ["mission", "swo"], "swot\tSWOT\n"),
        ("fish", ["esa", "domain"], "domains\tList ESA's budget by domain.\n"),
        ("powershell:swo", ["mission"], "swot\tSWOT\n"),
        ("powershell:", ["completion"], "bash\nzsh\nfish\npowershell\n"),
        ("bash", ["--lang", "=", "fr", "mission", "swo"], "swot\n"),
        ("zsh", ["--lang", "fr", "partner", "jap"], "japan\tJapon\n"),
        ("zsh", ["missions", "--lang=fr", "--rol"], "--role\tRôle du CNES\u00a0; si plusieurs, l'un d'eux.\n"),
        ("fish", ["--lang=fr", "esa", "domain"], "domains\tListe le budget de l'ESA par domaine.\n"),
        ("fish", ["esa", "councils", "--lang", "fr", "cm08"], "cm08\tLa Haye 2008\n"),
        ("powershell:alle", ["--lang", "fr", "esa", "compare"], "allemagne\tAllemagne\n"),
    ],
)
def test_each_shell_is_answered_in_its_way(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    shell: str,
    given: Sequence[str],
    written: str,
) -> None:
    """A line a candidate; bash gets no help and splits words at "=", PowerShell gives its last word apart."""
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    assert answer(shell, given) == 0
    assert capfdbinary.readouterr().out.decode() == written


@pytest.mark.parametrize(
    ("environment", "given", "help"),
    [
        ({"LANG": "fr_FR.UTF-8"}, [], "Ajoute les sources"),
        ({"LANG": "fr_FR.UTF-8", "CNES_PARTNERS_LANG": "en"}, [], "Add who says so"),
        ({"CNES_PARTNERS_LANG": "fr"}, [], "Ajoute les sources"),
        ({"CNES_PARTNERS_LANG": "fr"}, ["--lang", "en"], "Add who says so"),
        ({"CNES_PARTNERS_LANG": "klingon", "LANG": "fr_FR.UTF-8"}, [], "Ajoute les sources"),
        ({}, ["--lang", "de"], "Add who says so"),
        ({}, ["--lang", "fr", "--lang", "fr"], "Ajoute les sources"),
    ],
    ids=str,
)
def test_candidates_are_described_in_the_language_of_the_line(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    given: list[str],
    help: str,
) -> None:
    """That of --lang, else of the variable, else of the locale; what the program would refuse is passed over."""
    for variable in ("CNES_PARTNERS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    assert answer("fish", ["missions", *given, "--sour"]) == 0
    assert capfdbinary.readouterr().out.decode().startswith(f"--sources\t{help}")


def test_the_language_changes_no_word(bundled: Dataset) -> None:
    """What is completed is the same in both: a line can be copied to a colleague."""
    english, french = (live_menu(bundled, language) for language in Language)
    lines = [(), *((*path, start) for path in paths_of(english.root) for start in ("", "-", "a", "e"))]
    assert [words(french, *line) for line in lines] == [words(english, *line) for line in lines]


def test_a_broken_dataset_completes_nothing(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error is no candidate: the shell gets an empty answer."""
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    monkeypatch.setenv("CNES_PARTNERS_DATA", "/no/such/folder")
    assert answer("fish", ["mission", "swo"]) == 0
    assert capfdbinary.readouterr() == (b"", b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_its_script(run: Run, shell: str) -> None:
    """``completion SHELL`` prints a script that asks the program."""
    result = run("completion", shell)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"# cnes-partners completion for {'PowerShell' if shell == 'powershell' else shell}" in result.stdout
    assert "_CNES_PARTNERS_COMPLETE" in result.stdout


def test_an_unknown_shell_is_refused(run: Run) -> None:
    """There are four shells."""
    result = run("completion", "tcsh")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.fixture
def environment(tmp_path: Path, run: Run) -> dict[str, str]:
    """Return an environment whose PATH has the program, and whose folder has the scripts of the shells."""
    program = tmp_path / "bin" / "cnes-partners"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cnes_partners "$@"\n')
    program.chmod(0o755)
    for shell in ("bash", "zsh", "fish"):
        (tmp_path / f"script.{shell}").write_text(run("completion", shell).stdout)
    return {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("cnes-partners mission swo", "cnes-partners mission swot"),
        ("cnes-partners agreem", "cnes-partners agreements"),
        ("cnes-partners partner jap", "cnes-partners partner japan"),
        ("cnes-partners missions --format=jsonl", "cnes-partners missions --format=jsonl"),
        ("cnes-partners missions --them", "cnes-partners missions --theme"),
        ("cnes-partners export script.z", "cnes-partners export script.zsh"),
    ],
)
@pytest.mark.parametrize(
    ("shell", "start"),
    [
        pytest.param("bash", ["--norc", "--noprofile", "-i"], marks=needs("bash")),
        pytest.param("zsh", ["-f", "-i"], marks=needs("zsh")),
    ],
)
def test_a_tab_completes(
    environment: dict[str, str], tmp_path: Path, shell: str, start: list[str], line: str, completed: str
) -> None:
    """In an interactive shell the line is completed when TAB is pressed."""
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        shell, start, env=environment, cwd=str(tmp_path), encoding="utf-8", timeout=20, dimensions=(40, 200)
    )
    prepare = "autoload -U compinit; compinit -u -D; " if shell == "zsh" else "bind 'set enable-bracketed-paste off'; "
    child.sendline(f"PS1='ready> '; {prepare}. ./script.{shell}; echo loa''ded")
    child.expect("loaded")
    child.expect("ready> ")
    child.send(f"{line}\t")
    child.expect_exact(completed)
    child.close(force=True)


@needs("fish")
@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("cnes-partners mission swo", ["swot\tSWOT"]),
        ("cnes-partners partner jap", ["japan\tJapan"]),
        ("cnes-partners missions --format=jsonl", ["--format=jsonl"]),
        ("cnes-partners export script.z", ["script.zsh"]),
        ("cnes-partners missions -n ", []),
    ],
)
def test_fish_completes(environment: dict[str, str], tmp_path: Path, line: str, completed: list[str]) -> None:
    """fish's own ``complete -C`` gives what TAB would."""
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source script.fish; complete -C '{line}'"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert (done.stdout.splitlines(), done.stderr) == (completed, "")


def test_a_menu_that_the_build_did_not_write_is_not_used(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut short, changed or of another version: the application is asked, which takes longer and is right."""
    english, french = compile_menus(load(small), tmp_path)
    assert [english.name, french.name] == [*map(menu_file, Language)]
    written = french.read_bytes()
    monkeypatch.setattr(answer_module, "_COMPILED", tmp_path)
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(small))
    assert isinstance(answer_module._menu(Language.FRENCH), CompiledMenu)
    for tampered in (
        b"", written[:-9], written.replace(b"sea-1", b"sea-7"), b"9" + written, written.partition(b"\n")[2],
    ):  # fmt: skip
        french.write_bytes(tampered)
        assert isinstance(answer_module._menu(Language.FRENCH), LiveMenu)
