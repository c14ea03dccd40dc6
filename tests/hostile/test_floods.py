"""However much is wrong in a dataset, and however long it is: what is told is bounded, what it takes in proportion."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

import pytest

from cnes_partners.decode.findings import MOST_IN_ALL, MOST_OF_A_FILE, Findings
from cnes_partners.decode.yaml_text import MAX_BYTES
from cnes_partners.errors import Problem
from cnes_partners.model.sentences import sentence
from tests.conftest import SMALL, Run
from tests.hostile.measured import LINUX, measured

JAPAN = dedent(SMALL["partners/jp.yaml"])
SEA = dedent(SMALL["missions/sea-2.yaml"])
PARTIES = dedent(SMALL["parties.yaml"])
BUDGET = "{year: 2020, amount_meur: 1, measure: due, scope: total, source: page}"
MANY = 20_000

# (file, its text, how many problems are in it) of files that are wrong throughout
FLOODS: dict[str, tuple[str, str, int]] = {
    "records that are none": ("esa/budget.yaml", "- a: 1\n" * MANY, 6 * MANY),
    "words for records": ("esa/budget.yaml", "- a\n" * MANY, MANY),
    "unquoted dates": ("esa/budget.yaml", f"- {BUDGET[:-1]}, note: 2020-01-01}}\n" * MANY, MANY),
    "unquoted keys": ("esa/budget.yaml", "- {yes: 1}\n" * MANY, MANY),
    "the same key again": ("esa/budget.yaml", f"- {BUDGET}\n- year: 2020\n" + "  year: 2021\n" * MANY, MANY),
    "numbers out of range": ("esa/budget.yaml", f"- {BUDGET}\n".replace("2020", "20200") * MANY, MANY),
    "values out of their list": ("missions/sea-2.yaml", SEA + "aliases:\n" + "  - 1\n" * MANY, MANY),
}


@LINUX
@pytest.mark.parametrize("command", ["check", "table"])
@pytest.mark.parametrize("case", FLOODS)
def test_problems_of_a_file_are_listed_up_to_a_bound(small: Path, tmp_path: Path, case: str, command: str) -> None:
    """A hundred are told with their lines, the others counted, by ``check`` and by whoever needs the table."""
    file, text, many = FLOODS[case]
    (small / file).write_text(text, encoding="utf-8")
    asked = ("check",) if command == "check" else ("export", str(tmp_path / "x.json"))
    run = measured(*asked, folder=tmp_path, data=small)
    told = (tmp_path / "out").read_text() if command == "check" else (tmp_path / "errors").read_text()
    of_file = [line for line in told.splitlines() if f"data/{file}" in line]
    assert run.exit_code == 4
    assert len(of_file) == MOST_OF_A_FILE + 1
    more = int(of_file[-1].removesuffix(" more problems").rpartition(" ")[2].replace(",", ""))
    assert many - MOST_OF_A_FILE <= more <= 7 * MANY  # ``check`` looks at what is unquoted too, and so do the rules
    assert (len(told) < 60_000, run.peak_mib < 120) == (True, True)


ENDLESS: dict[str, str] = {"numbers": "- 1\n", "empty lists": "- []\n", "records that are none": "- a: 1\n"}


@LINUX
@pytest.mark.parametrize("case", ENDLESS)
def test_a_file_of_endless_values_is_refused(small: Path, tmp_path: Path, case: str) -> None:
    """A file as large as may be holds more values than any table: one line says so, before all were read."""
    text = ENDLESS[case]
    (small / "esa/budget.yaml").write_text(text * (MAX_BYTES // len(text)), encoding="utf-8")
    run = measured("esa", "budget", folder=tmp_path, data=small)
    assert (run.exit_code, run.out_bytes, run.error_lines) == (4, 0, 1)
    assert run.stderr.startswith("cnes-partners: data/esa/budget.yaml:")
    assert run.stderr.endswith(": more than 4,000,000 keys and values in one file (split it)\n")
    assert (run.cpu_seconds < 30, run.peak_mib < 700) == (True, True)


def test_problems_of_many_files_are_listed_up_to_a_bound(small: Path, run: Run) -> None:
    """A thousand in all, then how many there are in other files."""
    for number in range(1_200):
        (small / f"missions/m{number:04}.yaml").write_text("id: x\n", encoding="utf-8")
    result = run("check", data=small)
    lines = result.stdout.splitlines()
    assert len(lines) == MOST_IN_ALL + 3
    total = int(lines[0].split()[0].replace(",", ""))
    assert lines[-1].startswith(f"and {total - MOST_IN_ALL:,} more problems in other files")


def test_the_same_file_is_counted_once(small: Path, run: Run) -> None:
    """Partners are read for their own table and for their sources; what is wrong in their YAML is one thing."""
    (small / "partners/jp.yaml").write_text(JAPAN + "aliases:\n" + "  - 2020-01-01\n" * 150, encoding="utf-8")
    lines = run("check", data=small).stdout.splitlines()
    assert "data/partners/jp.yaml: and 54 more problems" in lines  # 4 are of its French


def test_one_more_is_one_problem() -> None:
    """Counted as people count."""
    findings = Findings()
    findings.extend(Problem(file="a", line=line, message=sentence("x")) for line in range(MOST_OF_A_FILE + 1))
    assert [str(problem) for problem in findings.listed()][-1] == "a: and 1 more problem"
    assert (findings.total, len(findings.listed())) == (MOST_OF_A_FILE + 1, MOST_OF_A_FILE + 1)


def test_what_a_problem_quotes_is_cut(small: Path, run: Run) -> None:
    """A value of megabytes is told by its beginning."""
    (small / "missions/sea-2.yaml").write_text(SEA.replace("sea-2", "x" * 10**6), encoding="utf-8")
    result = run("check", data=small)
    assert (result.exit_code, len(result.stdout) < 20_000) == (4, True)


def test_what_is_echoed_is_cut(run: Run) -> None:
    """An argument of any length is one line that can be read."""
    for arguments in (("partner", "x" * 100_000), ("missions", "--theme", "x" * 100_000), ("sql", "y" * 90_000)):
        result = run(*arguments)
        assert (result.stderr.count("\n"), len(result.stderr) < 5_000) == (1, True)


LONG_NAMES: dict[str, str] = {"one word": "x" * 2_000_000, "words": "wörd " * 400_000, "wide": "望遠" * 500_000}


@LINUX
@pytest.mark.parametrize("arguments", [("partners",), ("partners", "--width", "80"), ("partner", "jp")])
@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_name_of_megabytes_is_laid_out_in_proportion(
    small: Path, tmp_path: Path, name: str, arguments: tuple[str, ...]
) -> None:
    """It was quadratic: each line of a cell copied the rest of the cell."""
    (small / "partners/jp.yaml").write_text(
        JAPAN.replace("name: Japan\n", f"name: {LONG_NAMES[name].strip()}\n"), encoding="utf-8"
    )
    run = measured(*arguments, folder=tmp_path, data=small)
    assert (run.exit_code, run.stderr) == (0, "")
    assert (run.cpu_seconds < 20, run.peak_mib < 200) == (True, True)
    if arguments[0] == "partners":
        shown = (tmp_path / "out").read_text().replace("\n", "").replace(" ", "")
        assert sum(map(shown.count, "xw望")) >= len(LONG_NAMES[name]) // 5


LARGE_BUT_GOOD: dict[str, tuple[str, str]] = {
    "parties": ("parties.yaml", PARTIES + "".join(
        f'- {{id: p{n}, name: N{n}, name_fr: N{n}, kind: country}}\n' for n in range(MANY)
    )),
    "income of few years": ("esa/income.yaml", "".join(
        f'- {{year: {1975 + n % 50}, contributor: "fr", kind: member-state, amount_meur: {n}, measure: due, '
        "scope: member-part, source: page}\n" for n in range(MANY)
    )),
    "agreements": ("partners/jp.yaml", JAPAN.replace("agreements:\n", "agreements:\n" + "".join(
        f'  - {{id: jp-x{n}, date: "2015", title: T{n}, kind: framework, source: page}}\n' for n in range(MANY)
    ))),
}  # fmt: skip


@LINUX
@pytest.mark.parametrize("case", LARGE_BUT_GOOD)
def test_a_large_table_is_checked_in_proportion(small: Path, tmp_path: Path, case: str) -> None:
    """No rule looks at every record for each record."""
    file, text = LARGE_BUT_GOOD[case]
    (small / file).write_text(text, encoding="utf-8")
    run = measured("check", folder=tmp_path, data=small)
    assert run.exit_code in (0, 4)
    assert (run.cpu_seconds < 30, run.peak_mib < 150) == (True, True)


def new_problems(run: Run, folder: Path, changes: dict[str, str]) -> list[str]:
    """Return the problems that ``check`` tells once these files have other texts."""
    before = run("check", data=folder).stdout.splitlines()
    for file, text in changes.items():
        (folder / file).write_text(text, encoding="utf-8")
    return [line for line in run("check", data=folder).stdout.splitlines()[2:] if line not in before]


def test_references_are_checked_though_a_file_is_broken(small: Path, run: Run) -> None:
    """A record whose file cannot be read is known by the file's name; what nothing bears is still told."""
    sea = dedent(SMALL["missions/sea-1.yaml"]).replace("partner: esa", "partner: nobody")
    problems = new_problems(run, small, {"partners/jp.yaml": "id: [\n", "missions/sea-1.yaml": sea})
    assert [line.partition(" (")[0].partition("YAML: ")[0] for line in problems] == [
        'data/missions/sea-1.yaml:15: sea-1: partners[0].partner: nothing has the id "nobody"',
        "data/partners/jp.yaml:2: not ",
    ]


def test_an_unquoted_date_hides_nothing(small: Path, run: Run) -> None:
    """What else is wrong in the file is told in the same run, and the record still bears its id."""
    text = JAPAN.replace('as_of: "2025-03"', "as_of: 2025-03").replace("kind: country", "kind: planet")
    assert [
        line.partition(", got")[0].partition(" (")[0] for line in new_problems(run, small, {"partners/jp.yaml": text})
    ] == [
        "data/partners/jp.yaml:4: jp: kind: expected one of country, organisation",
        "data/partners/jp.yaml:17: 2025-03 is not text to every YAML reader",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_that_lead_out_are_refused(small: Path, run: Run) -> None:
    """A dataset is its folder: nothing of the machine is told through a link in it. Inside it links are fine."""
    outside = small.parent / "outside"
    (outside / "missions").mkdir(parents=True)
    (outside / "secret.yaml").write_text("password: x\n", encoding="utf-8")
    (small / "missions/secret.yaml").symlink_to(outside / "secret.yaml")
    (small / "parties.yaml").rename(small / "esa/parties.yaml")
    (small / "parties.yaml").symlink_to("esa/parties.yaml")
    (small / "esa/parties.yaml").chmod(0o644)
    said = "a link that leads out of the dataset (put the file itself here)"
    result = run("missions", data=small)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == f"cnes-partners: data/missions/secret.yaml: {said}\n"
    assert f"\ndata/missions/secret.yaml: {said}" in run("check", data=small).stdout
    assert run("esa", "income", data=small).exit_code != 4
    (small / "missions").rename(outside / "moved")
    (small / "missions").symlink_to(outside / "moved")
    assert f"data/missions/sea-1.yaml: {said}" in run("missions", data=small).stderr


def test_a_linked_dataset_is_one(small: Path, run: Run) -> None:
    """The folder itself may be reached through a link."""
    (small.parent / "link").symlink_to(small)
    assert run("partners", data=small.parent / "link").exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="POSIX devices")
@pytest.mark.parametrize("place", ["/dev/zero", "/dev/null", "pipe"])
def test_a_device_or_a_pipe_is_no_dataset(tmp_path: Path, run: Run, place: str) -> None:
    """It is neither opened nor waited for."""
    os.mkfifo(tmp_path / "pipe")
    for arguments in (("partners", "--data", str(tmp_path / place)), ("check", str(tmp_path / place))):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (4, "")
        assert result.stderr.endswith(": a device or a pipe is no dataset (give a folder or a JSON file)\n")


def test_a_link_to_nowhere_is_no_dataset(tmp_path: Path, run: Run) -> None:
    """A circle, and what is gone, are told from a name that was never there."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    result = run("partners", "--data", str(tmp_path / "a"))
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.endswith(": a link that leads nowhere, or in a circle\n")


CONTRADICTIONS: dict[str, tuple[str, str, str, str]] = {
    "a status before the launch": (
        "missions/sea-2.yaml", "status: operational", 'status: operational\nas_of: "2015"', "as_of: 2015 is before"
    ),
    "a planned launch of what works": (
        "missions/sea-2.yaml", "state: launched", "state: planned", "launch.state: planned, but the mission is oper"
    ),
    "launched and still in development": (
        "missions/sea-2.yaml", "status: operational", "status: development", "status: development, but the mission is"
    ),
    "launched and only proposed": (
        "missions/sea-2.yaml", "status: operational", "status: proposed", "status: proposed, but the mission is laun"
    ),
    "the same part twice": (
        "missions/sea-1.yaml", "partners:\n", "partners:\n"
        + "  - {partner: esa, role: lead, contribution: a, source: page}\n" * 2,
        'partners[1]: "esa" stands here twice (merge the two)',
    ),
    "over before its end": (
        "missions/sea-1.yaml", 'as_of: "2013-07"', 'as_of: "2012"', "as_of: 2012 is before the end on 2013-07-01"
    ),
    "running after its end": (
        "missions/sea-1.yaml", 'status: completed\nas_of: "2013-07"', 'status: operational\nas_of: "2014"',
        "status: operational on 2014, after the end on 2013-07-01",
    ),
    "the year 0": ("missions/sea-1.yaml", '"2001-12-07"', '"0000-12-07"', "launch.date: there is no such date: 0000"),
    "the year 0 alone": ("partners/jp.yaml", 'date: "1986"', 'date: "0000"', "since.date: there is no such date: 0000"),
    "the 30 February": ("missions/sea-1.yaml", '"2001-12-07"', '"2001-02-30"', "launch.date: there is no such date"),
}  # fmt: skip


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_what_contradicts_itself_is_refused(small: Path, run: Run, case: str) -> None:
    """``check`` names the field whose value cannot be true beside another."""
    file, old, new, expected = CONTRADICTIONS[case]
    path = small / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = run("check", data=small)
    assert result.exit_code == 4
    assert f": {expected}" in result.stdout
