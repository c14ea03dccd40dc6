"""The same answer in every format, and the options that shape it."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.decode.yaml_text import read_yaml
from tests.conftest import Run
from tests.output.reading_html import read_html

LISTS = (
    "partners",
    "missions",
    "agreements",
    "categories",
    "claims",
    "search page",
    "sources",
    "esa budget",
    "esa contributors",
    "esa contribution",
    "esa compare fr de",
    "sql SELECT*FROM(mission)",
)
SINGLES = ("mission moons", "partner jp", "claims esa-share-2022", "sources page")
SERIES = ("overview", "esa")


def flat(record: Any, path: str) -> str:
    """Return what CSV holds of a JSON record at a dotted path."""
    value = record
    for key in path.split("."):
        value = None if value is None else value[key]
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def paths(record: Any, prefix: str = "") -> list[str]:
    """Return the dotted paths of a JSON record's flat fields."""
    found = []
    for key, value in record.items():
        if isinstance(value, dict):
            found += paths(value, f"{prefix}{key}.")
        elif not (isinstance(value, list) and value and isinstance(value[0], dict)):
            found.append(prefix + key)
    return found


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("command", [*LISTS, *SINGLES])
def test_the_same_answer_in_all_formats(run: Run, small: Path, command: str) -> None:
    """JSON, JSON Lines and YAML hold the same records; CSV has every flat field of them; all count alike."""
    words = command.split()

    def answer(*options: str) -> str:
        result = run(*words, *options, data=small)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    whole = json.loads(answer("-f", "json"))
    records = [whole] if isinstance(whole, dict) else whole
    assert records
    assert [json.loads(line) for line in answer("-f", "jsonl").splitlines()] == records
    assert read_yaml(answer("-f", "yaml").encode(), file="") == whole
    assert answer("--count") == f"{len(records)}\n"
    rows = read_csv(answer("-f", "csv"))
    assert len(rows) == len(records)
    for record, row in zip(records, rows, strict=True):
        told = {path: path.replace(".", "_") for path in paths(record)}
        told = {path: name for path, name in told.items() if name in row or flat(record, path)}
        assert {path: row[name] for path, name in told.items()} == {path: flat(record, path) for path in told}
    tsv = answer("-f", "tsv").splitlines()
    assert [line.split("\t") for line in tsv] == [list(rows[0]), *(list(row.values()) for row in rows)]


@pytest.mark.parametrize("command", LISTS)
def test_markdown_and_tables_have_a_row_a_record(run: Run, small: Path, command: str) -> None:
    """What people read lists the same records."""
    words = [*command.split(), "-s", "measure" if command.startswith("esa") else "id", "--no-header"]
    count = int(run(*words, "--count", data=small).stdout)
    markdown = run(*words, "-f", "markdown", data=small).stdout
    assert [line[:2] for line in markdown.splitlines()] == ["| "] * count
    assert len(run(*words, data=small).stdout.splitlines()) == count


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("command", [*LISTS, *SINGLES, *SERIES, "timeline", "check", "esa contribution --chart"])
def test_every_answer_is_a_page(run: Run, small: Path, command: str, lang: str) -> None:
    """Elements end where they begin, no id comes twice, links lead somewhere, and headings go in order."""
    page = read_html(run(*command.split(), "-f", "html", "--lang", lang, data=small).stdout)
    assert page.faults == []
    assert page.all("html")[0].attributes == {"lang": lang}
    ids = [entry.attributes["id"] for entry in page.elements if "id" in entry.attributes]
    assert len(ids) == len(set(ids))
    inner = {str(address)[1:] for _, address in page.links() if str(address).startswith("#")}
    assert inner <= set(ids)
    levels = [int(entry.name[1]) for entry in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_tells_its_sources_by_itself(run: Run, small: Path) -> None:
    """Those of the rows that are shown, asked for or not; no note says how to ask for them."""
    page = run("mission", "moons", "-f", "html", data=small)
    assert '<li id="source-old-page">[old-page] CNES' in page.stdout
    assert "--sources" not in page.stdout
    assert run("mission", "moons", "-f", "html", "--sources", data=small) == page
    cut = run("missions", "--status", "operational", "-f", "html", data=small).stdout
    assert 'id="source-page"' in cut
    assert "old-page" not in cut


def test_a_page_has_only_the_charts_that_fit_its_rows(run: Run, small: Path) -> None:
    """Rows that were cut have no chart of all; a chart that was chosen comes alone."""
    assert "<svg" in run("esa", "budget", "-f", "html", data=small).stdout
    assert "<svg" not in run("esa", "budget", "-n", "1", "-f", "html", data=small).stdout
    chosen = run("esa", "contributors", "--chart", "--charts", "2", "-f", "html", data=small).stdout
    assert chosen.count("<svg") == 1


@pytest.mark.parametrize("command", SERIES)
def test_a_record_that_is_no_row_has_a_series_for_tables(run: Run, small: Path, command: str) -> None:
    """esa and overview are one record in JSON and rows elsewhere: the years, the headline figures."""
    whole = json.loads(run(command, "-f", "json", data=small).stdout)
    series = whole["series" if command == "esa" else "headline"]
    rows = read_csv(run(command, "-f", "csv", data=small).stdout)
    key = "year" if command == "esa" else "id"
    assert [row[key] for row in rows] == [str(record[key]) for record in series]
    assert run(command, "--count", data=small).stdout == f"{len(series)}\n"
    chosen = json.loads(run(command, "-f", "json", "-C", key, data=small).stdout)
    assert chosen == [{key: record[key]} for record in series]


def test_chosen_columns_are_the_keys_of_json(run: Run, small: Path) -> None:
    """-C takes flat fields in both spellings and keeps what the whole record holds there, by its path in JSON."""
    whole = json.loads(run("mission", "moons", "-f", "json", data=small).stdout)
    for columns in ("id,launch.date,partners", "id,launch_date,partners"):
        chosen = json.loads(run("missions", "-f", "json", "-C", columns, "-n", "1", data=small).stdout)
        assert chosen == [{"id": "moons", "launch.date": "2026", "partners": whole["partners"]}]


@pytest.mark.parametrize("command", [*LISTS, *SINGLES, *SERIES])
@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_header_needs_no_quotes(run: Run, small: Path, command: str, form: str, separator: str) -> None:
    """Its names are those of SQL: letters, digits and underscores, each once."""
    header = run(*command.split(), "-f", form, data=small).stdout.splitlines()[0].split(separator)
    assert [name for name in header if not re.fullmatch("[a-z][a-z0-9_]*", name)] == []
    assert len(set(header)) == len(header)


def test_csv_and_sql_call_a_column_the_same(run: Run, small: Path) -> None:
    """What a table of SQL and a list have in common has one name."""
    listed = set(run("missions", "-f", "csv", data=small).stdout.splitlines()[0].split(","))
    asked = set(run("sql", "SELECT * FROM mission", "-f", "csv", data=small).stdout.splitlines()[0].split(","))
    assert asked <= listed
    assert {"launch_date", "launch_state"} < asked


def test_an_unknown_column_is_a_usage_error(run: Run, small: Path) -> None:
    """One line on stderr lists the columns; nothing on stdout."""
    result = run("missions", "-C", "nme", "-f", "csv", data=small)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        "cnes-partners: No column is called 'nme'. Near: name, name_fr, full_name, full_name_fr. Others: id, "
    )
    assert len(result.stderr.splitlines()) == 1


def test_sorting_and_cutting(run: Run, small: Path) -> None:
    """Dates in order of time, unknown last; what a limit left is said on stderr, in the language."""
    result = run("missions", "-s", "-launch", "-n", "2", "-C", "id", "-f", "csv", data=small)
    assert (result.stdout, result.stderr) == ("id\nmoons\nsea-2\n", "2 of 3 shown\n")
    french = run("missions", "-n", "2", "--lang", "fr", data=small)
    assert french.stderr == "affichage : 2 sur 3\n"
    assert run("missions", "-n", "2", "--count", data=small).stdout == "2\n"
    assert run("missions", "-n", "0", "-f", "json", data=small).stdout == "[]\n"
    assert run("missions", "-n", "3", data=small).stderr == ""


def test_no_header_leaves_only_the_rows(run: Run, small: Path) -> None:
    """For cut, awk and while read."""
    result = run("partners", "-C", "id,name", "--no-header", "-f", "tsv", data=small)
    assert result.stdout == "esa\tEuropean Space Agency\nno\tNorway\njp\tJapan\n"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_language_changes_no_key_and_no_value(run: Run, small: Path, lang: str) -> None:
    """JSON and CSV are the same in French."""
    for format in ("json", "csv"):
        spoken = run("mission", "moons", "-f", format, "--lang", lang, data=small).stdout
        assert spoken == run("mission", "moons", "-f", format, data=small).stdout


def test_a_file_takes_the_format_that_its_name_says(run: Run, small: Path, tmp_path: Path) -> None:
    """-o writes what stdout would have shown; -f goes before the name; --count too goes to the file."""
    for name, options in {"a.csv": ["-f", "csv"], "a.json": ["-f", "json"], "a": []}.items():
        file = tmp_path / name
        assert run("missions", "-o", str(file), data=small).stdout == ""
        assert file.read_text(encoding="utf-8") == run("missions", *options, data=small).stdout
    run("missions", "-f", "json", "-o", str(tmp_path / "a.csv"), data=small)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == (tmp_path / "a.json").read_text(encoding="utf-8")
    run("missions", "--count", "-o", str(tmp_path / "a"), data=small)
    assert (tmp_path / "a").read_text() == "3\n"


def test_a_file_that_cannot_be_written_is_one_line(run: Run, small: Path, tmp_path: Path) -> None:
    """Exit code 1, and nothing on stdout."""
    result = run("missions", "-o", str(tmp_path / "no" / "a.csv"), data=small)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"cnes-partners: cannot write {tmp_path}/no/a.csv: No such file or directory\n"


def test_sources_follow_what_is_shown(run: Run, small: Path) -> None:
    """--sources lists what the rows cite, the rows of a cut list only, and leaves data formats alone."""
    cut = run("missions", "-n", "1", "--sources", data=small).stdout
    assert "[old-page]" in cut
    assert "[old-page]" not in run("missions", "--status", "operational", "--sources", data=small).stdout
    for format in ("json", "csv"):
        assert (
            run("missions", "-f", format, "--sources", data=small).stdout
            == run("missions", "-f", format, data=small).stdout
        )


@pytest.mark.parametrize("command", [*LISTS, *SINGLES, *SERIES])
def test_every_answer_has_a_bibliography(run: Run, small: Path, command: str) -> None:
    """The dataset, then what the answer rests on, the same in the three formats; -n cuts it, too."""

    def answer(*options: str) -> str:
        result = run(*command.split(), *options, data=small)
        assert result.exit_code == 0
        return result.stdout

    items = [item["id"] for item in json.loads(answer("-f", "csljson"))]
    assert items[0] == "cnes-partners"
    assert re.findall(r"^@\w+{(.*),$", answer("-f", "bibtex"), re.MULTILINE) == items
    assert re.findall(r"^ID  - (.*)$", answer("-f", "ris"), re.MULTILINE) == items
    assert len(items) > 1 or command.startswith("sql")
    if command in LISTS:
        assert answer("-n", "0", "-f", "ris").count("TY  - ") == 1


def test_a_bibliography_has_the_dataset_and_every_source(run: Run) -> None:
    """One entry more than there are sources; a claim has those of its reasoning."""
    count = int(run("sources", "--count").stdout)
    assert run("sources", "-f", "ris").stdout.count("\nER  - \n") == count + 1
    assert run("claims", "esa-share-2022", "-f", "bibtex").stdout.count("\n@") + 1 == 7


def test_a_bibliography_has_no_columns_and_needs_no_asking_for_sources(run: Run, small: Path, tmp_path: Path) -> None:
    """-C is refused in a line, --sources adds nothing to what is there, and a file's name says the format."""
    refused = run("partners", "-f", "ris", "-C", "id", data=small)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "cnes-partners: -C chooses columns, and a bibliography has none: leave it out.\n"
    plain = run("partners", "-f", "bibtex", data=small)
    assert run("partners", "-f", "bibtex", "--sources", data=small) == plain
    run("partners", "-o", str(tmp_path / "a.bib"), data=small)
    assert (tmp_path / "a.bib").read_text(encoding="utf-8") == plain.stdout


@pytest.mark.parametrize("command", ["esa", "esa budget", "overview", "claims", "agreements", "partners", "categories"])
def test_every_table_can_name_its_sources(run: Run, small: Path, command: str) -> None:
    """The bibliography comes last."""
    lines = run(*command.split(), "--sources", data=small).stdout.splitlines()
    assert "Sources" in lines
    assert any(line.startswith("[page] ") for line in lines[lines.index("Sources") :])


def test_one_record_says_how_many_sources_it_cites(run: Run, small: Path) -> None:
    """The note is there until they are listed."""
    assert "2 sources; --sources lists them" in run("mission", "moons", data=small).stdout
    assert "1 source; --sources names it" in run("mission", "sea-2", data=small).stdout
    assert "--sources" not in run("mission", "moons", "--sources", data=small).stdout
