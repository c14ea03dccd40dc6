"""A dataset's ids come to a shell's command line: nothing in them may become a command or another line."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from cnes_partners.cli.completion.answer import answer
from cnes_partners.cli.completion.live import compile_menus, live_menu
from cnes_partners.dataset.find import load
from tests.conftest import SMALL, Run, write_dataset

HOSTILE = (
    "$(touch${IFS}owned)", "`touch owned`", "x;touch owned", "x|touch owned", "x&touch owned", "<files>",
    "swot\n<files>", "x y", "'", '"', "\\", "*", "~", "{a,b}", "-rf", "--", "x\ty", "X", "é",
    "", "x--y", "x-", ".", "..", "a/b", "!!",
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a dataset with a mission for each hostile id, beside the good ones."""
    mission = SMALL["missions/sea-2.yaml"].replace("name: Sea-2", "name: Hostile {number}")
    files = {
        f"missions/x{number}.yaml": mission.replace("{number}", f"{number}").replace(
            "id: sea-2", f"id: {json.dumps(id)}"
        )
        for number, id in enumerate(HOSTILE)
        if id
    }
    return write_dataset(tmp_path / "data", {**SMALL, **files})


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell:"])
@pytest.mark.parametrize("typed", [[], [""], ["$"], ["$(touch${IFS}owned)"], ["<"], ["hostile-0"], ["x"]])
def test_only_ids_that_the_rules_allow_are_offered(
    data: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], shell: str, typed: list[str]
) -> None:
    """What is offered is a word in every shell; a record with another id is not offered by its names either."""
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(data))
    given, shell = (["mission"], shell + typed[0]) if typed and shell.endswith(":") else (["mission", *typed], shell)
    assert answer(shell, given) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert {line.split("\t")[0] for line in lines} <= {"moons", "sea-1", "sea-2", "mission", "missions"}


def test_the_compiled_menu_has_no_others(data: Path, tmp_path: Path) -> None:
    """A menu that is made once is held to the same."""
    for path in compile_menus(load(data), tmp_path):
        _, _, body = path.read_text(encoding="utf-8").partition("\n")
        assert [id for id, *_ in json.loads(body)["names"]["mission"]] == ["moons", "sea-1", "sea-2"]
    assert [name.id for name in live_menu(load(data)).names("mission")] == ["moons", "sea-1", "sea-2"]


def test_check_refuses_them(data: Path, run: Run) -> None:
    """Each is a problem of the dataset, with its file and line."""
    problems = json.loads(run("check", "-f", "json", data=data).stdout)
    refused = {problem["file"] for problem in problems if "expected an id of small letters" in problem["message"]}
    assert refused == {f"data/missions/x{number}.yaml" for number, id in enumerate(HOSTILE) if id}


@pytest.mark.parametrize("typed", ["id,$(touch owned),na", "id,`touch owned`,na", "id,x;touch owned,na"])
def test_what_was_typed_before_a_comma_does_not_lose_its_quotes(
    data: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], typed: str
) -> None:
    """A list of columns is completed as a whole, with what stands before the cursor."""
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(data))
    assert answer("bash", ["missions", "-C", typed]) == 0
    assert capfdbinary.readouterr().out == b""


# How each shell is started, and made to load ./script and to say that it is ready.
SHELLS = {
    "bash": ("--norc --noprofile -i", "PS1='ready> '; bind 'set enable-bracketed-paste off'; . ./script"),
    "zsh": ("-f -i", "PS1='ready> '; autoload -Uz compinit; compinit -u; . ./script"),
    "fish": ("--no-config -i", "function fish_prompt; echo 'ready> '; end; source ./script"),
}


@pytest.mark.parametrize("offered", ["$(touch${IFS}owned)", "`touch owned`", "x;touch owned", "a'b", "a b", "-rf"])
@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_runs_nothing_of_a_program_that_lies(tmp_path: Path, run: Run, shell: str, offered: str) -> None:
    """Even were such a word offered, TAB and Enter give it to the program as one word."""
    pexpect = pytest.importorskip("pexpect")
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    program = tmp_path / "bin" / "cnes-partners"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\n[ -n "$_CNES_PARTNERS_COMPLETE" ] && printf "%s\\n" "$OFFERED" || printf "got <%s>\\n" "$2"\n'
    )
    program.chmod(0o755)
    (tmp_path / "script").write_text(run("completion", shell).stdout)
    environment = {"PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(tmp_path), "OFFERED": offered}
    options, begin = SHELLS[shell]
    child = pexpect.spawn(
        shell, options.split(), cwd=str(tmp_path), env=environment | {"TERM": "xterm" if shell == "fish" else "dumb"},
        encoding="utf-8", timeout=30, dimensions=(40, 200),
    )  # fmt: skip
    child.sendline(f"{begin}; echo loa''ded")
    child.expect("loaded\r")
    child.expect("ready> ")
    child.send("cnes-partners mission \t\r")
    child.expect_exact(f"got <{offered}>")
    child.close(force=True)
    assert not (tmp_path / "owned").exists()
