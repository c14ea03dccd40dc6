"""BibTeX, RIS and CSL-JSON: other programs read them without a warning, and find every field of every source."""

from __future__ import annotations

import json
import shutil
import subprocess
import warnings
from dataclasses import replace
from typing import Any

import pybtex.errors
import pytest
import rispy

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.metadata import Metadata
from cnes_partners.model.records.sources import Source
from cnes_partners.model.vocabulary.sources import SourceForm, SourceKind
from cnes_partners.output.formats.formats import Format, writer
from cnes_partners.output.formats.look import Look
from cnes_partners.views.view import Backing, View
from cnes_partners.views.works import works

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what they do of their own as they are imported
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from pybtex.database import Entry, parse_string

BIBTEX_TYPES = {"press": "article", "article": "article", "paper": "inproceedings", "law": "legislation"}
RIS_TYPES = {"press": "NEWS", "article": "JOUR", "paper": "CPAPER", "report": "RPRT", "law": "STAT", "page": "ELEC"}
CSL_TYPES = {
    "press": "article-newspaper",
    "article": "article-journal",
    "paper": "paper-conference",
    "report": "report",
    "law": "legislation",
    "page": "webpage",
}
SIGNS = {
    ord(sign): command
    for sign, command in {
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }.items()
}
QUOTES = dict.fromkeys(map(ord, "‘’“”"), "'")  # pandoc makes them typographic
PAGE = Source(
    id="page", url="https://example.org/a%20b", title="T", publisher="P", language="fr", kind=SourceKind.PRIMARY
)
HOSTILE = replace(
    PAGE,
    url="https://example.org/{a}#b",
    title="100 % of {A} & B_1 \\ #2 $3 ~x^y\nER  - \n@online{x,",
    publisher="Ministère, des } accolades and more, Ltd",
)


def text(format: Format, shown: Backing) -> str:
    return "".join(writer(format)(View(title="", columns=(), records=(), backing=shown), Look()))


def what(source: Source) -> str:
    """Return what a source is: its form, else one of the press or a page."""
    return source.form or ("press" if source.kind is SourceKind.PRESS else "page")


def role(source: Source) -> str:
    """Return what its publisher is to it."""
    return {"press": "container", "article": "container", "paper": "publisher"}.get(what(source), "author")


def known(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def in_words(value: str) -> str:
    """Return what LaTeX would print of a field, without the braces that keep it whole."""
    for sign, command in SIGNS.items():
        value = value.replace(command, chr(sign))
    return value.removeprefix("{").removesuffix("}")


def from_bibtex(entry: Entry) -> dict[str, Any]:
    people = [str(person) for person in entry.persons.get("author", ())]
    fields = {name: value for name, value in entry.fields.items() if name != "langid"}
    for name in ("title", "journaltitle", "publisher", "institution"):
        fields |= {name: in_words(fields[name])} if name in fields else {}
    return {"type": entry.type, **fields, **({"author": [in_words(name) for name in people]} if people else {})}


@pytest.fixture(scope="module")
def shown(bundled: Dataset) -> Backing:
    return Backing(dataset=bundled.metadata, sources=bundled.sources)


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pybtex fail where it would warn."""
    monkeypatch.setattr(pybtex.errors, "strict", True)


@pytest.mark.usefixtures("strict")
def test_bibtex_has_every_field_of_every_source(bundled: Dataset, shown: Backing) -> None:
    """Dates as exact as ours, a body as one name whole, the address untouched."""
    _, *entries = parse_string(text(Format.BIBTEX, shown), "bibtex").entries.items()
    expected = {
        source.id: known(
            type=BIBTEX_TYPES.get(what(source), "report" if what(source) == "report" else "online"),
            title=source.title,
            author=[source.publisher] if role(source) == "author" else None,
            journaltitle=source.publisher if role(source) == "container" else None,
            publisher=source.publisher if role(source) == "publisher" else None,
            institution=source.publisher if what(source) == "report" else None,
            entrysubtype="newspaper" if what(source) == "press" else None,
            date=source.published,
            urldate=source.accessed,
            url=source.url,
            doi=source.doi,
            note=source.archived and f"Archived copy: {source.archived}",
        )
        for source in bundled.sources
    }
    assert {id: from_bibtex(entry) for id, entry in entries} == expected


def test_ris_has_every_field_of_every_source(bundled: Dataset, shown: Backing) -> None:
    """What is not known of a date is empty; a comma would end a family name, so that a body has none."""

    def dated(date: PartialDate | None) -> str | None:
        return f"{date[:4]}/{date[5:7]}/{date[8:]}/" if date else None

    _, *entries = rispy.loads(text(Format.RIS, shown))
    assert entries == [
        known(
            type_of_reference=RIS_TYPES[what(source)],
            id=source.id,
            authors=[source.publisher.replace(", ", " - ")] if role(source) == "author" else None,
            title=source.title,
            secondary_title=source.publisher if role(source) == "container" else None,
            publisher=None if role(source) == "container" else source.publisher,
            year=source.published and source.published[:4],
            date=dated(source.published),
            access_date=dated(source.accessed),
            urls=[source.url.replace(";", "%3B")],
            doi=source.doi,
            language=source.language,
            notes=[f"Archived copy: {source.archived}"] if source.archived else None,
        )
        for source in bundled.sources
    ]


def test_csl_json_has_every_field_of_every_source(bundled: Dataset, shown: Backing) -> None:
    """The words of the Citation Style Language; a date has as many parts as are known."""

    def dated(date: PartialDate | None) -> Any:
        return date and {"date-parts": [[*map(int, date.split("-"))]]}

    _, *items = json.loads(text(Format.CSLJSON, shown))
    assert items == [
        known(
            id=source.id,
            type=CSL_TYPES[what(source)],
            title=source.title,
            author=[{"literal": source.publisher}] if role(source) == "author" else None,
            **{"container-title": source.publisher if role(source) == "container" else None},
            publisher=source.publisher if what(source) in ("paper", "report") else None,
            issued=dated(source.published),
            accessed=dated(source.accessed),
            URL=source.url,
            DOI=source.doi,
            archive_location=source.archived,
            language=source.language,
        )
        for source in bundled.sources
    ]


def test_a_citation_processor_takes_every_work(shown: Backing) -> None:
    """citeproc-py reads all, without a warning, and cites the dataset, a page and an article by a style."""
    source = CiteProcJSON(json.loads(text(Format.CSLJSON, shown)))
    assert len(source) == len(shown.sources) + 1
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for id in ("cnes-partners", "cnes-cooperation", "latribune-2019-esa"):
        bibliography.register(Citation([CitationItem(id)]))
    told = [str(entry) for entry in bibliography.bibliography()]
    assert [
        name for name in ("The cnes-partners team", "CNES", "La Tribune") if not any(name in line for line in told)
    ] == []


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_makes_of_bibtex_what_csl_json_says(shown: Backing) -> None:
    """Two formats, one bibliography: types, bodies, dates to their precision and addresses are the same."""

    def plain(item: dict[str, Any]) -> dict[str, Any]:
        left = {name: value for name, value in item.items() if name not in ("language", "note", "archive_location")}
        return json.loads(json.dumps(left, ensure_ascii=False).translate(QUOTES))  # type: ignore[no-any-return]

    done = subprocess.run(
        ["pandoc", "-f", "biblatex", "-t", "csljson"],
        input=text(Format.BIBTEX, shown),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    assert done.stderr == ""
    ours = {item["id"]: plain(item) for item in json.loads(text(Format.CSLJSON, shown))}
    assert {item["id"]: plain(item) for item in json.loads(done.stdout)} == ours


@pytest.mark.usefixtures("strict")
def test_signs_that_command_are_text() -> None:
    """Braces, percent signs, backslashes and line ends begin and end nothing, and are still there."""
    hostile = _backing(HOSTILE)
    said = " ".join(HOSTILE.title.split())
    _, (id, entry), *others = parse_string(text(Format.BIBTEX, hostile), "bibtex").entries.items()
    assert (id, others, entry.fields["url"]) == ("page", [], "https://example.org/%7Ba%7D#b")
    assert entry.fields["title"] == f"{{{said.translate(SIGNS)}}}"
    (_, found) = rispy.loads(text(Format.RIS, hostile))
    assert (found["title"], found["authors"]) == (said, ["Ministère - des } accolades and more - Ltd"])
    (_, item) = json.loads(text(Format.CSLJSON, hostile))
    assert (item["title"], item["author"]) == (HOSTILE.title, [{"literal": HOSTILE.publisher}])


def test_an_archived_copy_is_told() -> None:
    """In the field that a format has for it, else as a note."""
    kept = _backing(replace(PAGE, archived="https://archive.org/a_b"))
    assert "note = {Archived copy: https://archive.org/a\\_b}" in text(Format.BIBTEX, kept)
    assert "\nN1  - Archived copy: https://archive.org/a_b\n" in text(Format.RIS, kept)
    assert json.loads(text(Format.CSLJSON, kept))[1]["archive_location"] == "https://archive.org/a_b"


def test_a_form_goes_before_the_kind() -> None:
    """A report that a newspaper published is a report; what has none is the press's article or a page."""
    given = (
        PAGE,
        replace(PAGE, kind=SourceKind.PRESS),
        *(replace(PAGE, kind=SourceKind.PRESS, form=form) for form in SourceForm),
    )
    assert [work.type for work in works(_backing(*given))] == [
        "dataset",
        "webpage",
        "article-newspaper",
        "article-journal",
        "paper-conference",
        "report",
        "legislation",
    ]


def _backing(*sources: Source) -> Backing:
    dataset = Metadata(title="D", version="1", as_of=PartialDate("2026-01-31"), licence="CC BY 4.0", citation="D 1")
    return Backing(dataset=dataset, sources=sources)
