"""The esa commands, end to end."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from cnes_partners.output.terminal import in_plain_spaces
from tests.conftest import Result, Run, write_dataset


def _rows(result: Result) -> list[dict[str, Any]]:
    assert (result.exit_code, result.stderr) == (0, "")
    rows: list[dict[str, Any]] = json.loads(result.stdout)
    return rows


def test_compare_rows_carry_the_pinned_keys(run: Run, small: Path) -> None:
    """A row is one contributor's year: amounts, stated share, measure and source under names that do not change."""
    rows = _rows(run("esa", "compare", "france", "ALLEMAGNE", "-f", "json", data=small))
    pinned = ("year", "contributor", "amount_meur", "share_pct", "measure", "source")
    assert [tuple(row[key] for key in pinned) for row in rows] == [
        (2021, "fr", 1000, None, "due", "page"),
        (2022, "fr", 1178, None, "due", "page"),
        (2022, "de", 1018, None, "due", "page"),
    ]


def test_compare_shows_who_is_first_and_leaves_gaps(run: Run, small: Path) -> None:
    """Each year names the first; a year with nobody to compare names none, and no year is filled."""
    result = run("esa", "compare", "fr", "de", data=small)
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["2021", "1,000", "–", "–"] in lines
    assert ["2022", "~1,178", "1,018", "France"] in lines
    assert "All on one measure. due:" in result.stdout
    assert result.stdout.splitlines()[-2:] == [
        "No amount on record: Germany 2021.",
        "Sources: 1 of a state, its agency or the EU.",
    ]
    assert "No amount" not in run("esa", "compare", "fr", "de", "--from", "2022", data=small).stdout


def test_wide_is_a_row_a_year_and_a_column_a_contributor(run: Run, small: Path) -> None:
    """In every format: numbers where an amount is known, nothing where none is; JSON has the whole lines."""
    command = ("esa", "compare", "fr", "de", "--wide")
    assert run(*command, "-f", "csv", data=small).stdout == "year,fr,de\n2021,1000,\n2022,1178,1018\n"
    whole = _rows(run(*command, "-f", "json", data=small))
    assert [(row["year"], [line["contributor"] for line in row["lines"]]) for row in whole] == [
        (2021, ["fr"]),
        (2022, ["fr", "de"]),
    ]
    lines = [line.split() for line in run(*command, data=small).stdout.splitlines()]
    assert ["2021", "1,000", "–"] in lines
    assert ["2022", "~1,178", "1,018"] in lines
    assert (
        run(*command, "-f", "csv", "-s", "-de", "-C", "year,de", "-n", "1", data=small).stdout == "year,de\n2022,1018\n"
    )
    assert run(*command, "--from", "2050", "-f", "csv", data=small).stdout == "year,fr,de\n"


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (("fr", "de", "--measure", "paid"), 2, "amounts of different measures are not compared"),
        (("fr", "--measure", "subscribed"), 2, "esa councils"),
        (("fr", "jp"), 3, "no line for Japan (jp)"),
        (("fr", "atlantis"), 3, "atlantis"),
        (("fr", "--real", "2100"), 2, "no price index for 2100"),
        (("fr", "--from", "2050", "--chart"), 2, "nothing to draw"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(
    run: Run, small: Path, arguments: tuple[str, ...], exit_code: int, said: str
) -> None:
    """The answer is empty, the error is one line, the exit code says of which kind."""
    result = run("esa", "compare", *arguments, data=small)
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_comparison_of_no_year_is_empty(run: Run, small: Path) -> None:
    """A range without figures is an empty list, not an error."""
    assert _rows(run("esa", "compare", "fr", "--from", "2050", "-f", "json", data=small)) == []
    assert "Nothing on record" in run("esa", "compare", "fr", "--from", "2050", data=small).stdout


def test_csv_and_json_of_the_comparison_agree(run: Run, small: Path) -> None:
    """Both come from the same rows."""
    rows = _rows(run("esa", "compare", "fr", "de", "-f", "json", data=small))
    table = list(csv.DictReader(io.StringIO(run("esa", "compare", "fr", "de", "-f", "csv", data=small).stdout)))
    assert [(line["year"], line["amount_meur"]) for line in table] == [
        (str(row["year"]), str(row["amount_meur"])) for row in rows
    ]


@pytest.mark.parametrize(
    "command",
    [
        ("esa",),
        ("esa", "compare", "fr", "de"),
        ("esa", "budget"),
        ("esa", "contributors"),
        ("esa", "contribution"),
        ("esa", "councils"),
        ("esa", "councils", "cm19"),
        ("timeline",),
        ("timeline", "--agreements"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_svg_is_valid_and_stands_beside_the_answer(
    run: Run, small: Path, tmp_path: Path, command: tuple[str, ...], language: str
) -> None:
    """--svg writes a whole XML file; the answer on standard output is the same as without it."""
    file = tmp_path / "picture.svg"
    result = run(*command, "--svg", str(file), "--lang", language, data=small)
    assert result.stdout == run(*command, "--lang", language, data=small).stdout
    assert ElementTree.parse(file).getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert list(tmp_path.glob(".picture*")) == []


def _titles(file: Any) -> Any:
    """Return what a picture is called, and what its charts are."""
    root = ElementTree.parse(file).getroot()
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return root.findtext("{http://www.w3.org/2000/svg}title"), [
        text.text for text in texts if text.get("font-size") == "18"
    ]


def test_a_file_has_one_chart_unless_more_are_asked_for(run: Run, small: Path, tmp_path: Path) -> None:
    """Without a word it is the first, and stderr says that there are others; with --charts it is those."""
    file = tmp_path / "a.svg"
    amounts, changes = "France in ESA's budget", "Change on the year before"
    first = run("esa", "--svg", str(file), data=small)
    assert first.stderr == f"{file} has the first of 2 charts; --charts all draws every one\n"
    assert _titles(file) == (amounts, [amounts])
    for numbers, titles in (("2", [changes]), ("2,1", [changes, amounts]), ("all", [amounts, changes])):
        assert run("esa", "--svg", str(file), "--charts", numbers, data=small).stderr == ""
        assert _titles(file)[1] == titles
    assert _titles(file)[0] == "France's part in ESA's budget"


def test_a_terminal_shows_all_charts_or_those_asked_for(run: Run, small: Path) -> None:
    """--charts draws in the terminal where no file is written; a number that no chart has is refused by name."""
    assert "Change on the year before" in run("esa", "--chart", data=small).stdout
    shown = run("esa", "--charts", "1", data=small).stdout
    assert ("France in ESA's budget" in shown, "Change on the year before" in shown) == (True, False)
    refused = run("esa", "--charts", "3", data=small)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "There is no chart '3'. --charts takes 'all' or numbers of: 1 France in ESA's budget; 2" in refused.stderr


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_picture_is_credited_to_publishers_and_to_the_dataset(
    run: Run, small: Path, tmp_path: Path, language: str
) -> None:
    """Its foot names who published the figures, not the ids that our data gives them."""
    file = tmp_path / "a.svg"
    run("esa", "budget", "--svg", str(file), "--lang", language, data=small)
    root = ElementTree.parse(file).getroot()
    foot = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")][-2:]
    colon = "\u00a0: " if language == "fr" else ": "
    assert foot[0] == f"Sources{colon}CNES"
    assert foot[1].startswith("Données\u00a0: " if language == "fr" else "Data: ")


def test_svg_that_cannot_be_written_is_an_error(run: Run, small: Path, tmp_path: Path) -> None:
    """A folder that is not there gives one line and no traceback."""
    result = run("esa", "--svg", str(tmp_path / "none" / "picture.svg"), data=small)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


def test_a_chart_fits_columns_and_else_80(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Off a terminal a chart is as wide as COLUMNS says, 80 without it."""

    def widest() -> int:
        shown = run("esa", "contributors", "--year", "2022", "--chart", "--no-header", data=small).stdout
        return max(len(line) for line in shown.splitlines())

    assert 70 <= widest() <= 80
    monkeypatch.setenv("COLUMNS", "120")
    assert 110 <= widest() <= 120


def test_a_chart_is_ascii_where_the_screen_is(run: Run, small: Path, tmp_path: Path) -> None:
    """Each sign has its stand-in: nothing is a question mark."""
    from cnes_partners.output.terminal import encodable

    shown = run("esa", "--data", str(small)).stdout + run("timeline", "--data", str(small)).stdout
    assert "?" not in encodable(shown, "ascii")


def test_contributors_say_what_is_missing(run: Run) -> None:
    """For 2022 only four countries' amounts are known: ~1178 + ~1018 + 45.4 + 44.8 = ~2286.2 of 4810."""
    shown = run("esa", "contributors", "--year", "2022").stdout
    assert "Only 4 countries' amounts due are known: ~2,286.2 of the members' 4,810 M€; ~2,523.8 are missing." in shown


def test_contributors_of_2020_come_to_their_total(run: Run) -> None:
    """Known rows and what is missing are the members' part: 4317.4 + 552.6 = 4870."""
    rows = _rows(run("esa", "contributors", "--year", "2020", "-f", "json"))
    members = [row for row in rows if row["kind"] == "member-state" and row["measure"] == "due"]
    known = sum(row["amount_meur"] for row in members)
    assert round(known, 1) == 4317.4
    assert "552.6 are missing" in run("esa", "contributors", "--year", "2020").stdout


def test_first_place_by_year_in_the_bundled_data(run: Run) -> None:
    """France and Germany since 2016, by ESA's charts; 2023 by the shares that are stated."""
    rows = _rows(run("esa", "compare", "fr", "de", "--from", "2016", "-f", "json"))
    first = {row["year"]: (row["contributor"], row["placed_by"]) for row in rows if row["place"] == 1}
    assert first == {
        2016: ("de", "amount"),
        2017: ("de", "amount"),
        2018: ("fr", "amount"),
        2019: ("fr", "amount"),
        2020: ("fr", "amount"),
        2021: ("fr", "amount"),
        2022: ("fr", "amount"),
        2023: ("de", "share"),
        2024: ("de", "amount"),
        2025: ("fr", "amount"),
    }


def test_constant_euros_name_their_index(run: Run) -> None:
    """France's 716 of 2009 in euros of 2025: 716 x 120.9 / 93.29; the source of the index is on screen."""
    rows = _rows(run("esa", "compare", "fr", "--real", "2025", "-f", "json"))
    assert next(row["real_meur"] for row in rows if row["year"] == 2009) == 927.9065280308715
    shown = run("esa", "compare", "fr", "--real", "2025").stdout
    assert " *927.9  " in shown
    assert "French consumer prices" in shown
    assert "[worldbank-inflation]" in shown


@pytest.mark.parametrize("command", ["esa", "esa budget", "esa compare fr de"])
def test_a_chart_of_changes_says_in_which_euros(run: Run, tmp_path: Path, command: str) -> None:
    """Drawn alone, changes in constant euros are not taken for those at current prices; in both languages."""
    words = (*command.split(), "--real", "2020", "--charts", "2")
    assert "percent, against the year before, in euros of 2020" in run(*words).stdout
    run(*words, "--lang", "fr", "--svg", str(tmp_path / "a.svg"))
    assert "l&#x27;année précédente, en euros de 2020<" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_constant_euros_stand_beside_the_amount_due(run: Run, small: Path) -> None:
    """The latest year keeps its amount as due, and says what it is in the euros asked for."""
    (small / "esa" / "prices.yaml").write_text(
        '- {year: 2021, index: 100.0, change_pct: 1.0, base: "2021", source: page}\n'
        '- {year: 2022, index: 106.0, change_pct: 6.0, base: "2021", source: page}\n'
    )
    latest = next(line for line in run("esa", "--real", "2021", data=small).stdout.splitlines() if "Latest" in line)
    # 1178 x 100 / 106 = 1111.32
    assert latest == "Latest year                 2022: ~1,178 M€ due, ~1,111.3 M€ of 2021 [page]"


def test_every_contributor_s_row_says_its_measure(run: Run) -> None:
    """Germany stands twice in 2024: 1,171.6 due, 1,042.335 voted. On the narrowest screen, too, each says which."""
    for width in ("40", "80", "200"):
        lines = run("esa", "contributors", "--year", "2024", "--width", width).stdout.splitlines()
        rows = [line.split() for line in lines]
        assert ["Germany", "due", "*1,171.6"] in [row[:3] for row in rows]
        assert ["Germany", "voted", "1,042.335"] in [row[:3] for row in rows]


def test_measures_stand_one_after_the_other(run: Run) -> None:
    """All that is due comes first, the members by rank before the institutions; then the other measures, unranked."""
    rows = _rows(run("esa", "contributors", "--year", "2024", "-f", "json"))
    measures = [row["measure"] for row in rows]
    assert measures == ["due"] * 9 + ["voted", "planned", "stated"]
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5, 6, None, None, None, None, None, None]


def test_a_change_is_there_where_the_year_before_is_known(run: Run) -> None:
    """France's planned 1,175 of 2019 is 21.8 % more than the 965 of 2018; 2024 has two plans, so 2025 has no change."""
    rows = _rows(run("esa", "compare", "fr", "--measure", "planned", "-f", "json"))
    changes = {row["year"]: row["change_pct"] for row in rows}
    assert changes == {
        2010: None,
        2011: 12.408759124087592,  # 770 / 685
        2018: None,
        2019: 21.761658031088082,  # 1175 / 965
        2020: 19.234808510638299,  # 1401.009 / 1175
        2022: None,
        2024: None,
        2025: None,
    }


def _line(text: str) -> str:
    return f"- {{{text}, source: page}}\n"


# Approximate amounts and shares; every figure differs.
ABOUT = {
    "esa/budget.yaml": _line("year: 2021, amount_meur: 6711, approximate: true, measure: due, scope: total")
    + _line("year: 2022, amount_meur: 6722, approximate: true, measure: due, scope: total"),
    "esa/income.yaml": "".join(
        _line(f'year: {year}, contributor: "{id}", kind: member-state, {figure}, measure: due, scope: member-part')
        for year, id, figure in (
            (2021, "fr", "amount_meur: 1170, approximate: true"),
            (2022, "fr", "amount_meur: 1172, approximate: true"),
            (2021, "de", "amount_meur: 1020"),
            (2022, "de", "amount_meur: 1177, approximate: true"),
            (2022, "no", "approximate: true, share_pct: 18.7, share_of: member-part"),
        )
    ),
    "esa/subtotals.yaml": "".join(
        _line(
            f"year: {year}, group: members, amount_meur: {amount}, approximate: true, measure: due, scope: member-part"
        )
        for year, amount in ((2021, 4710), (2022, 4722))
    ),
    "esa/contribution.yaml": "".join(
        _line(
            f"year: 2022, amount_meur: {amount}, approximate: true, share_pct: 14.1, rank: 2, measure: {measure},"
            " scope: member-part, stated_by: CNES"
        )
        for amount, measure in ((1173, "stated"), (1175, "planned"))
    ),
    "esa/domains.yaml": _line(
        "year: 2022, domain: A, domain_fr: A, amount_meur: 1700, approximate: true, measure: due, scope: total"
    )
    + _line("year: 2022, domain: B, domain_fr: B, approximate: true, share_pct: 28.3, measure: due, scope: total"),
    "esa/councils.yaml": """\
        - id: cm12
          date: "2012-11-20"
          place: Naples
          amount_meur: 9705
          approximate: true
          measure: subscribed
          scope: programme
          subscriptions:
            - {country: "fr", amount_meur: 2700, approximate: true, source: page}
            - {country: "de", amount_meur: 2000, source: page}
          source: page
        """,
    "esa/prices.yaml": "".join(
        f'- {{year: {year}, index: {index}, change_pct: 0.0, base: "2021", source: page}}\n'
        for year, index in ((2021, 100.0), (2022, 100.0))
    ),
}
SHOWN_ABOUT = (
    ("overview",),
    ("esa",),
    ("esa", "--real", "2021"),
    ("esa", "budget"),
    ("esa", "budget", "--real", "2021"),
    ("esa", "compare", "fr", "de"),
    ("esa", "compare", "fr", "de", "--real", "2021"),
    ("esa", "compare", "fr", "-s", "year", "-C", "amount_meur,cumulative_meur"),
    ("esa", "contributors", "--year", "2021"),
    ("esa", "contributors", "--year", "2022"),
    ("esa", "contributors", "--year", "2022", "-C", "contributor,share_pct"),
    ("esa", "contribution"),
    ("esa", "domains"),
    ("esa", "councils"),
    ("esa", "councils", "cm12"),
    ("claims",),
    ("claims", "esa-contribution-2022"),
    ("claims", "esa-share-2022"),
    ("claims", "esa-rank-2022"),
)
SUMS_ABOUT = "2,342 2,520 2,373 4,700 5,005"  # 1170 + 1172, 4710 - 1170 - 1020, 4722 - 1172 - 1177, 2700 + 2000, ...
FIGURES_ABOUT = (
    f"6,711 6,722 1,170 1,172 1,177 4,710 4,722 1,173 1,175 1,700 9,705 2,700 18.7 28.3 {SUMS_ABOUT}".split()
)


def _found_about(text: str, language: str) -> list[str]:
    """Return the approximate figures that stand in a text, each with the character before it."""
    french = str.maketrans({",": " ", ".": ","})
    figures = [figure.translate(french) if language == "fr" else figure for figure in FIGURES_ABOUT]
    return re.findall(rf"[^\d.,](?:{'|'.join(map(re.escape, figures))})(?!\d)", in_plain_spaces(text))


@pytest.mark.parametrize("command", SHOWN_ABOUT, ids=" ".join)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_approximate_amount_bears_a_tilde(
    run: Run, small: Path, tmp_path: Path, command: tuple[str, ...], language: str
) -> None:
    """In tables, charts in characters, Markdown and SVG, in constant euros, sums, differences and sentences."""
    write_dataset(small, ABOUT)
    svg = ["--svg", str(tmp_path / "a.svg"), "--charts", "all"] if command[0] == "esa" and "-C" not in command else []
    chart = ["--chart"] if len(command) > 1 and svg else []
    texts = [run(*command, *more, "--lang", language, data=small) for more in (svg, chart, ["-f", "markdown"])]
    assert {text.exit_code for text in texts} == {0}
    shown = [text.stdout for text in texts]
    if svg:
        elements = ElementTree.parse(tmp_path / "a.svg").getroot().iter()
        shown.append(" " + " ".join(element.text or "" for element in elements))
    found = [figure for text in shown for figure in _found_about(text, language)]
    assert found
    assert [figure for figure in found if figure[0] != "~"] == []
