"""Nothing that is typed is dropped in silence: it counts, or it is refused in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cnes_partners.cli.app import app
from docs.reference import commands
from tests.conftest import Run

USAGE = 2
PROGRAM: Any = get_command(app)
CONTEXT: Any = PROGRAM.make_context("cnes-partners", [], resilient_parsing=True)
COMMANDS: dict[str, Any] = {name.removeprefix("cnes-partners "): found for name, found in commands(PROGRAM, CONTEXT)}
TAKES_ONE = [
    (name, max(option.opts, key=len))
    for name, command in COMMANDS.items()
    for option in command.params
    if option.param_type_name == "option" and not option.is_flag and not option.multiple
]


def ids(result: Any) -> list[str]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [record["id"] for record in json.loads(result.stdout)]


@pytest.mark.parametrize(("command", "option"), TAKES_ONE)
def test_an_option_that_takes_one_value_is_not_given_twice(run: Run, command: str, option: str) -> None:
    """The framework would keep the last."""
    result = run(*command.split(), option, "1", option, "2")
    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert f"{option} takes one value and is given 2 times. (see: cnes-partners {command} --help)" in result.stderr


def test_both_spellings_are_one_option(run: Run, small: Path) -> None:
    """-f csv --format json is twice the same; a flag given twice says nothing new."""
    assert run("missions", "-f", "csv", "--format=json", data=small).exit_code == USAGE
    assert run("missions", "--count", "--count", data=small).stdout == "3\n"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("missions --theme earth --theme solar-system", ["moons", "sea-1", "sea-2"]),
        ("missions --theme earth,solar-system", ["moons", "sea-1", "sea-2"]),
        ("missions --status development,completed", ["moons", "sea-1"]),
        ("missions --status development --role lead", []),
        ("missions -p japan -p esa", []),
        ("missions -p jp -p japan", ["moons"]),
        ("missions -c european -c historic", []),
        ("missions --kind mission,programme --role lead", ["sea-1", "sea-2"]),
        ("partners -c european,historic", ["esa", "no", "jp"]),
        ("partners --region asia --region europe --kind country", ["no", "jp"]),
        ("partners --area universe --area solar-system", []),
        ("agreements -p japan -p norway", ["jp-1986", "jp-2015-10-05"]),
        ("agreements --kind framework,inter-agency", ["jp-1986", "jp-2015-10-05"]),
        ("timeline -p japan,esa --theme earth", None),
        ("timeline --theme earth --theme solar-system", ["sea-1", "sea-2", "moons"]),
        ("timeline --agreements -c european -c historic", ["jp-1986", "jp-2015-10-05"]),
        ("sources --kind primary,reference", ["page", "old-page", "old-book"]),
        ("search page --table partner,source", ["page", "old-page"]),
    ],
)
def test_several_values_all_count(run: Run, small: Path, arguments: str, found: list[Any] | list[str] | None) -> None:
    """Any of them where a record has one, all where it has several; a comma parts words, and not names."""
    result = run(*arguments.split(), "-f", "json", data=small)
    if found is None:
        assert (result.exit_code, "No partner is called 'japan,esa'" in result.stderr) == (3, True)
        assert "so give each partner by itself: -p japan -p esa." in result.stderr
    else:
        assert ids(result) == found


def test_the_money_of_several_measures_years_and_standings(run: Run) -> None:
    """As with missions."""

    def values(key: str, *arguments: str) -> set[object]:
        return {record[key] for record in json.loads(run("esa", *arguments, "-f", "json").stdout)}

    assert values("measure", "contribution", "--measure", "due,voted", "--measure", "stated") == {
        "due",
        "voted",
        "stated",
    }
    assert values("year", "domains", "--year", "2019", "--year", "2021") == {2019, 2021}
    assert values("status", "members", "--status", "associate,cooperating") == {"associate", "cooperating"}


def test_columns_and_sort_keys_add_up(run: Run, small: Path) -> None:
    """Given again or with commas, the first of all first."""
    result = run("missions", "-f", "csv", "-C", "theme", "-C", "id,name", "-s", "theme", "-s", "-id", data=small)
    assert result.stdout.split() == [
        "theme,id,name",
        "earth,sea-2,Sea-2",
        "earth,sea-1,Sea-1",
        "solar-system,moons,Moons",
    ]


@pytest.mark.parametrize(
    ("command", "arguments", "name"),
    [
        ("missions", ("-p", ""), "--partner"),
        ("missions", ("-p", "jp", "-p", " "), "--partner"),
        ("missions", ("--theme", "earth,,universe"), "--theme"),
        ("missions", ("-C", ","), "--columns"),
        ("missions", ("--data", ""), "--data"),
        ("missions", ("-o", ""), "--output"),
        ("claims", ("",), "ID"),
        ("sources", ("",), "ID"),
        ("partner", ("",), "NAME"),
        ("esa councils", ("",), "COUNCIL"),
        ("esa compare", ("fr", ""), "NAME"),
        ("search", ("",), "TEXT"),
        ("check", ("",), "DIR"),
        ("sql", ("",), "STATEMENT"),
    ],
)
def test_an_empty_value_is_refused(run: Run, command: str, arguments: tuple[str, ...], name: str) -> None:
    """An unset variable of a script does not ask for everything."""
    result = run(*command.split(), *arguments)
    said = f"{name} has an empty value; give one or leave it out. (see: cnes-partners {command} --help)"
    assert (result.exit_code, result.stdout, result.stderr) == (USAGE, "", f"cnes-partners: {said}\n")


@pytest.mark.parametrize("options", [("--real", "2020"), ("-f", "json"), ("--count",)])
def test_an_option_before_the_command_of_a_group_is_refused(run: Run, options: tuple[str, ...]) -> None:
    """The command would not see it."""
    result = run("esa", *options, "budget")
    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert "stands before 'budget', which would not see it; put it after." in result.stderr


@pytest.mark.parametrize("command", ["missions", "agreements", "timeline", "esa budget"])
def test_the_year_0_is_a_bound(run: Run, command: str) -> None:
    """Nothing was launched, signed or paid before it, and everything after it: it is not taken for no bound."""
    for year in ("0", "0000"):
        assert run(*command.split(), "--to", year, "-f", "jsonl").stdout == ""
    everything = run(*command.split(), "--from", "0", "-f", "jsonl").stdout
    assert 0 < len(everything.splitlines()) <= len(run(*command.split(), "-f", "jsonl").stdout.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("missions --from 2015-13", "'2015-13' is no year (2019), month (2019-06) or day (2019-06-30)."),
        ("missions --to 20190", "'20190' is no year (2019), month (2019-06) or day (2019-06-30)."),
        ("agreements --to 2015-02-30", "'2015-02-30' is no year"),
        ("timeline --from soon", "'soon' is no year"),
        ("esa budget --to -1", "'-1' is no year such as 2019; these figures are by year."),
        ("esa compare fr --from 2015-06", "'2015-06' is no year such as 2019; these figures are by year."),
        ("missions --from 2020 --to 2010", "--from 2020 is after --to 2010: nothing can be in between."),
        ("missions --from 2020-07 --to 2020-06-30", "--from 2020-07 is after --to 2020-06-30"),
        ("esa budget --from 2020 --to 2010", "--from 2020 is after --to 2010"),
    ],
)
def test_a_bound_that_is_none_is_refused(run: Run, arguments: str, message: str) -> None:
    """And so is a period that ends before it begins."""
    result = run(*arguments.split())
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (USAGE, "", 1)
    assert message in result.stderr


def test_a_month_bounds_to_its_last_day(run: Run, small: Path) -> None:
    """--to 2020-06 and --from 2020-06 are no contradiction with a year."""
    assert run("missions", "--from", "2001-12", "--to", "2001", "--count", data=small).stdout == "1\n"
    assert run("missions", "--to", "0001", "--count", data=small).stdout == "0\n"


UNDATED = """
    id: lost
    name: Lost
    kind: mission
    theme: earth
    status: cancelled
    {launch}
    cnes_role: lead
    cnes_contribution: satellite
    summary: Given up.
    sources:
      - page
    """


@pytest.mark.parametrize(
    ("launch", "language", "told"),
    [
        ("", "en", ["left out, without a date: 1", "not launched yet, taken by the planned date: 1"]),
        (
            "launch: {state: planned}",
            "fr",
            ["hors liste, faute de date : 1", "pas encore lancées, prises à la date prévue : 1"],
        ),
        (
            'launch: {state: planned, date: "2012"}',
            "en",
            [
                "left out, with a date too imprecise to tell: 1",
                "not launched yet, taken by the planned date: 1",
            ],
        ),
        (
            'launch: {state: planned, date: "2014"}',
            "en",
            [
                "not launched yet, taken by the planned date: 1",
                "cancelled before launch, taken by the planned date: 1",
            ],
        ),
    ],
)
@pytest.mark.parametrize("form", ["csv", "table"])
def test_a_period_says_what_it_leaves_out_and_what_never_flew(
    run: Run, small: Path, launch: str, language: str, told: list[str], form: str
) -> None:
    """On standard error, whatever the format: no row is missing or mixed in without a word."""
    from textwrap import dedent

    (small / "missions" / "lost.yaml").write_text(
        dedent(UNDATED).format(launch=launch).strip() + "\n", encoding="utf-8"
    )
    for command in ("missions", "timeline"):
        result = run(command, "--from", "2012-06", "--lang", language, "-f", form, data=small)
        assert (result.exit_code, result.stderr.splitlines()) == (0, told)
    assert run("missions", data=small).stderr == ""


def test_agreements_without_a_date_are_counted(run: Run) -> None:
    """The bundled ones have some."""
    every, dated = (int(run("agreements", *bounds, "--count").stdout) for bounds in ((), ("--from", "1900")))
    assert run("agreements", "--from", "1900", "-f", "json").stderr == f"left out, without a date: {every - dated}\n"
    assert every > dated


def test_a_statement_may_begin_with_a_comment(run: Run) -> None:
    """Its hyphens make no option of it."""
    for statement in ("-- the first\nSELECT 1 AS a", "--the first\nSELECT 1 AS a", "/* one */ SELECT 1 AS a"):
        assert run("sql", statement, "-f", "csv").stdout == "a\n1\n"
    assert run("sql", "-- nothing").exit_code == USAGE
    assert "No such option: --tabels" in run("sql", "--tabels").stderr


@pytest.mark.parametrize(
    "more", [["-f", "csv"], ["-C", "year"], ["-s", "year"], ["-n", "1"], ["--count"], ["-o", "x.json"]]
)
@pytest.mark.parametrize("chart", [["--chart"], ["--charts", "1"]])
def test_a_chart_that_would_not_be_drawn_is_refused(run: Run, small: Path, chart: list[str], more: list[str]) -> None:
    """A format for programs, or a table that is shaped, has no place for it."""
    result = run("esa", "budget", *chart, *more, data=small)
    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert "A chart takes a table's place" in result.stderr


def test_a_chart_is_drawn_where_there_is_place(run: Run, small: Path, tmp_path: Path) -> None:
    """In Markdown, and in a file beside any format."""
    assert "```" in run("esa", "budget", "--chart", "-f", "markdown", data=small).stdout
    picture = tmp_path / "a.svg"
    assert run("esa", "budget", "--svg", str(picture), "--charts", "1", "-f", "csv", data=small).exit_code == 0
    assert picture.exists()


@pytest.mark.parametrize("command", ["mission moons", "partner jp", "sources page", "claims esa-share-2022"])
@pytest.mark.parametrize("more", [["-n", "1"], ["-s", "id"]])
def test_one_record_is_neither_sorted_nor_cut(run: Run, small: Path, command: str, more: list[str]) -> None:
    """It would be shown as it is, in silence."""
    result = run(*command.split(), *more, data=small)
    assert (result.exit_code, result.stdout) == (USAGE, "")
    assert "There is one record here" in result.stderr


def test_what_chooses_from_a_list_is_refused_where_one_is_named(run: Run, small: Path) -> None:
    """sources ID --kind press would show it whatever its kind; check DIR --data OTHER would check one of them."""
    assert "--kind chooses from the list" in run("sources", "page", "--kind", "press", data=small).stderr
    assert "DIR and --data are two datasets" in run("check", str(small), data=small).stderr
    assert run("check", str(small)).stdout == run("check", data=small).stdout


@pytest.mark.parametrize("more", [["-f", "json"], ["--count"]])
def test_sources_that_have_no_place_are_missed_aloud(run: Run, small: Path, more: list[str]) -> None:
    """A bibliography stands under a table."""
    result = run("missions", "--sources", *more, data=small)
    assert (result.exit_code, result.stdout) == (0, run("missions", *more, data=small).stdout)
    assert result.stderr == "--sources goes under a table; records name their sources by id\n"
