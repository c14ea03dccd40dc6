"""A hostile dataset of YAML gives one clear error, or is shown harmlessly; nothing else happens."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

import pytest

from tests.conftest import SMALL, Run

JAPAN = dedent(SMALL["partners/jp.yaml"])
NAME = "name: Japan\n"
LARGE = 33 * 1024 * 1024


def named(name: str) -> bytes:
    """Return the record of Japan under another name, as YAML between double quotes would have it."""
    return JAPAN.replace(NAME, f'name: "{name}"\n').encode("utf-8", "surrogatepass")


REFUSED: dict[str, tuple[bytes, str]] = {
    "aliases that multiply": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", ":1: anchor &a (remove it)"),
    "python object": (b'!!python/object/apply:os.system ["touch owned"]', ":1: tag tag:yaml.org,2002:python/object"),
    "tag with escape": (b"id: !<%1B[31m> x", r":1: tag \x1b[31m (remove it)"),
    "deep flow": (b"[" * 100_000, ":1: nested deeper than 20 levels"),
    "deep mappings": (b"a: " + b"{a: " * 5_000, ":1: nested deeper than 20 levels"),
    "deep blocks": (b"\n".join(b" " * depth + b"a:" for depth in range(500)), ":21: nested deeper than 20 levels"),
    "huge file": (b"a" * LARGE, ": the file is larger than 32 MiB"),
    "repeated key": (JAPAN.encode() + b"name: X\n", ':40: "name" stands here twice, first in line 2 (keep one)'),
    "merge key": (JAPAN.encode() + b"<<: {name: X}\n", ":40: << is not text to every YAML reader"),
    "key that is a list": (JAPAN.encode() + b"? [a]\n: b\n", ":40: a key must be text, got a list"),
    "NUL byte": (b'id: "jp"\nname: a\0b\n', ":2: control character U+0000 (remove it)"),
    "escape byte": (JAPAN.replace(NAME, "name: \x1b[31mJapan\n").encode(), ":2: control character U+001B"),
    "C1 byte": (JAPAN.replace(NAME, "name: \x9b31mJapan\n").encode(), ":2: control character U+009B"),
    "escaped NUL": (named(r"Ja\0pan"), ":2: jp: name: control character U+0000 (remove it)"),
    "escape sequence": (named(r"\e[2J\e[31mJapan"), ":2: jp: name: control character U+001B (remove it)"),
    "link": (named(r"\e]8;;https://example.org\e\\Japan\e]8;;\e\\"), ":2: jp: name: control character U+001B"),
    "bell": (named(r"\aJapan"), ":2: jp: name: control character U+0007 (remove it)"),
    "C1 escape": (named(r"\x9b31mJapan"), ":2: jp: name: control character U+009B (remove it)"),
    "right-to-left override": (named(r"Japan \u202Egpj.exe"), ":2: jp: name: control character U+202E (remove it)"),
    "isolate": (named(r"Japan \u2066"), ":2: jp: name: control character U+2066 (remove it)"),
    "half a surrogate pair": (named(r"\uD800"), ":2: not YAML: "),
    "escape in a key": (JAPAN.encode() + b'"\\e[31mkey": 1\n', r":40: jp: \x1b[31mkey: unknown key"),
    "escape in an id": (JAPAN.replace('id: "jp"', r'id: "\e[31mjp"').encode(), r":1: \x1b[31mjp: id: control"),
    "invalid UTF-8": (JAPAN.encode().replace(b"Japan", b"Jap\xff\xfean", 1), ":2: not UTF-8 text (save"),
    "UTF-16": (JAPAN.encode("utf-16"), ":1: not UTF-8 text (save the file as UTF-8)"),
    "nothing": (b"", ":1: the file is empty"),
    "null": (b"null\n", ":1: the file holds nothing"),
    "a list": (b"- a\n", ":1: expected a group of keys, got a list"),
    "a word": (b"hello\n", ':1: expected a group of keys, got "hello"'),
    "two documents": (f"{JAPAN}---\n{JAPAN}".encode(), ":40: a second document in one file"),
    "a number of 5,000 digits": (b"id: " + b"9" * 5_000, ":1: 999"),
    "a date of a megabyte": (JAPAN.replace('"2025-03"', f'"{"2" * 10**6}"').encode(), ':17: jp: as_of: expected'),
}  # fmt: skip

HARMLESS: dict[str, tuple[bytes, str]] = {
    "Rich markup": (named("[red]Japan[/] [link=x]y[/link]"), "[red]Japan[/] [link=x]y[/link]"),
    "emoji code": (named(":smile: [neo]"), ":smile: [neo]"),
    "byte order mark": (b"\xef\xbb\xbf" + JAPAN.encode(), "Japan"),
    "CRLF": (JAPAN.replace("\n", "\r\n").encode(), "Japan"),
    "CR": (JAPAN.replace("\n", "\r").encode(), "Japan"),
    "combining marks": (named("Z" + "\u0336" * 500), "Z"),
    "a long name": (named("x" * 5_000), "x" * 5_000),
    "zero width": (named("Ja\u200bpan"), "Ja"),
}  # fmt: skip


def assert_harmless(text: str) -> None:
    """No output carries what could drive a terminal or hide what a text says."""
    assert not [char for char in text if (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert "Traceback" not in text
    assert "cnes-partners: unexpected" not in text


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("command", [("partners",), ("mission", "moons", "--sources")])
def test_refused_with_the_place_and_the_reason(
    small: Path, run: Run, case: str, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each gets exit code 4, a line with file and line, and nothing on stdout; nothing is written anywhere."""
    content, expected = REFUSED[case]
    (small / "partners/jp.yaml").write_bytes(content)
    monkeypatch.chdir(small.parent)
    before = tree(small.parent)
    result = run(*command, data=small)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith(f"cnes-partners: data/partners/jp.yaml{expected}")
    assert len(result.stderr) < 10_000
    assert_harmless(result.stderr)
    assert tree(small.parent) == before


@pytest.mark.parametrize("case", REFUSED)
def test_check_names_it_among_the_rest(small: Path, run: Run, case: str) -> None:
    """``check`` goes on after what it cannot read, and says it the same way."""
    content, expected = REFUSED[case]
    (small / "partners/jp.yaml").write_bytes(content)
    result = run("check", data=small)
    assert (result.exit_code, result.stderr) == (4, "")
    assert f"\ndata/partners/jp.yaml{expected}" in result.stdout
    assert_harmless(result.stdout)


@pytest.mark.parametrize("case", HARMLESS)
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "html"])
def test_shown_as_it_is(small: Path, run: Run, case: str, form: str) -> None:
    """What is odd but harmless is data: shown, not interpreted."""
    content, expected = HARMLESS[case]
    (small / "partners/jp.yaml").write_bytes(content)
    result = run("partners", "-f", form, data=small)
    assert (result.exit_code, result.stderr) == (0, "")
    assert expected in result.stdout.replace("\\", "")
    assert_harmless(result.stdout)


def test_unknown_keys_without_end_are_counted(small: Path, run: Run) -> None:
    """A file that is no record at all does not flood the terminal."""
    (small / "partners/jp.yaml").write_text("\n".join(f"key{n}: 1" for n in range(20_000)), encoding="utf-8")
    result = run("partners", data=small)
    assert result.exit_code == 4
    assert "data/partners/jp.yaml:1: 19980 more unknown keys\n" in result.stderr
    assert result.stderr.count("\n") < 50


def odd_files(small: Path) -> dict[str, str]:
    """Put what is no file where a file is expected; return what is said of each."""
    japan, esa, norway = (small / f"partners/{name}.yaml" for name in ("jp", "esa", "no"))
    for path in (japan, esa, norway):
        path.unlink()
    japan.mkdir()
    esa.symlink_to("esa.yaml")
    os.mkfifo(norway)
    (small / "partners/zz.yaml").symlink_to("/dev/zero")
    return dict.fromkeys(("jp", "esa", "no", "zz"), "not a file")


def test_what_is_no_file_is_not_opened(small: Path, run: Run) -> None:
    """A folder, a link to itself, a pipe and a device are each refused without waiting for them."""
    expected = [f"cnes-partners: data/partners/{name}.yaml: {said}" for name, said in sorted(odd_files(small).items())]
    result = run("partners", data=small)
    assert (result.exit_code, result.stdout, result.stderr.splitlines()) == (4, "", expected)


def test_a_sparse_file_of_a_gigabyte_is_not_read(small: Path, run: Run) -> None:
    """The size is looked at before the content."""
    with (small / "partners/jp.yaml").open("wb") as file:
        file.truncate(1024**3)
    result = run("partners", data=small)
    assert result.stderr == "cnes-partners: data/partners/jp.yaml: the file is larger than 32 MiB\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(small: Path, run: Run) -> None:
    """Permission denied is said of the file, not of the program."""
    (small / "partners/jp.yaml").chmod(0)
    result = run("partners", data=small)
    assert (result.exit_code, result.stderr) == (
        4,
        "cnes-partners: data/partners/jp.yaml: cannot be read: Permission denied\n",
    )


def test_odd_names_of_files_and_folders_are_escaped(tmp_path: Path, run: Run) -> None:
    """A file's name is data too."""
    from tests.conftest import write_dataset

    folder = write_dataset(tmp_path / "\x1b[31mred\u202e")
    (folder / "partners/a\nb.yaml").write_text("x: 1", encoding="utf-8")
    result = run("partners", data=folder)
    assert result.exit_code == 4
    assert result.stderr.startswith(r"cnes-partners: \x1b[31mred")
    assert_harmless(result.stderr)


@pytest.mark.parametrize(
    "place", ["missing", "/dev/null", "/dev/zero", "x" * 5_000, "~nobody/x", "\x1b[31m", "partners"]
)
def test_a_place_that_is_no_dataset_is_named(
    small: Path, run: Run, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is nothing there, or it is no folder and no file: one line, exit code 4."""
    monkeypatch.chdir(small)
    result = run("partners", "--data", place)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (4, "", 1)
    assert_harmless(result.stderr)


def test_a_folder_that_is_a_file_or_a_loop_is_named(small: Path, run: Run) -> None:
    """partners/ must be a folder that can be read."""
    (small / "partners").rename(small / "elsewhere")
    (small / "partners").symlink_to("partners")
    loop = run("partners", data=small)
    (small / "partners").unlink()
    (small / "partners").write_text("x", encoding="utf-8")
    file = run("partners", data=small)
    assert [result.exit_code for result in (loop, file)] == [4, 4]
    assert "Too many levels of symbolic links (a dataset has the folder partners/)" in loop.stderr
    assert "Not a directory (a dataset has the folder partners/)" in file.stderr


def tree(folder: Path) -> list[str]:
    """Return every path below a folder."""
    return sorted(str(path) for path in folder.rglob("*"))
