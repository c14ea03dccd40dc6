"""Every text that people read has its French, found by reading the source and by listening to the program."""

from __future__ import annotations

import ast
import os
import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import cnes_partners
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.spelling import filed
from cnes_partners.rules.names import text_pairs
from cnes_partners.rules.subject import blocks
from cnes_partners.views import catalogue as catalogues
from cnes_partners.views.catalogue import catalogue
from tests.conftest import Run
from tests.model.classes import VOCABULARIES

PACKAGE = Path(cnes_partners.__file__).parent


LOCALE = PACKAGE / "locale"
KEYWORDS = {
    "say": slice(0, 1),
    "counted": slice(1, 3),
    "sentence": slice(0, 1),
    "translatable": slice(0, 1),
    "problem_at": slice(1, 2),
    "reject": slice(0, 1),
}


def entries(locale: Path) -> list[Message]:
    """Return the texts of the French catalogue, without its entry about itself."""
    with (locale / "fr" / "LC_MESSAGES" / "cnes_partners.po").open("rb") as file:
        read = read_po(file)
    assert not read.obsolete
    return [message for message in read if message.id]


def both(text: Any) -> list[str]:
    """Return the singular and the plural, or the one text there is."""
    return [text] if isinstance(text, str) else list(text)


ENTRIES = entries(LOCALE)
TEXTS = {text for message in ENTRIES for text in both(message.id)}


def said_in(tree: ast.Module) -> Iterator[str]:
    """Yield every text that is written where a module says or marks one."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        for given in call.args[KEYWORDS.get(name, slice(0))]:
            if not isinstance(given, (ast.Name, ast.Attribute, ast.Subscript, ast.Call)):
                constants = (part.value for part in ast.walk(given) if isinstance(part, ast.Constant))
                yield from (text for text in constants if isinstance(text, str))


def test_the_catalogue_is_what_the_code_says(tmp_path: Path) -> None:
    """Extracted and merged anew it stays as it is: no text lacks its entry, none is obsolete (make catalog)."""
    copy = shutil.copytree(LOCALE, tmp_path / "locale")
    command = ["make", "-s", "catalog", f"LOCALE={copy}", f"PYTHON={sys.executable}"]
    subprocess.run(command, cwd=PACKAGE.parent, check=True, env=os.environ | {"PYTHONWARNINGS": "error"})
    assert [(entry.id, entry.string) for entry in entries(copy)] == [(entry.id, entry.string) for entry in ENTRIES]


def test_no_line_is_broken_before_a_high_mark() -> None:
    """The catalogue has a no-break space before : ; ! ? % and M€, inside « », and nowhere else."""
    texts = [text for entry in ENTRIES for text in both(entry.string)]
    assert [text for text in texts if re.search(r" (?:[:;!?%»]|M€)|« ", text)] == []
    assert [text for text in texts if re.search(r"(?<!«)\u00a0(?![:;!?%»]|M€|\{unit\})|\u202f", text)] == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_babel_sees_every_text(path: Path) -> None:
    """A text in an f-string, in a call within a call, or one of two with "if" between would be left out."""
    assert set(said_in(ast.parse(path.read_text(encoding="utf-8")))) - {""} <= TEXTS


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_every_word_of_a_vocabulary_has_its_french(kind: type[Any]) -> None:
    """Categories, statuses, roles, measures: all that people read as a word."""
    assert [word.value for word in kind if word.value not in TEXTS] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: both(entry.id)[0])
def test_every_text_has_its_french_with_the_same_places(entry: Message) -> None:
    """A place that one of the two lacks would be an error or a lost value; a fuzzy entry was not read by anybody."""

    def places(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

    assert "fuzzy" not in entry.flags
    for english, french in zip(both(entry.id), both(entry.string), strict=True):
        assert places(french) == places(english)
        assert french.strip() == french != ""


def test_a_catalogue_is_the_same_as_people_edit_it_and_compiled() -> None:
    """What an editable install reads is what the build makes of it, plurals with it."""
    compiled = BytesIO()
    with (LOCALE / "fr" / "LC_MESSAGES" / "cnes_partners.po").open("rb") as file:
        write_mo(compiled, read_po(file))
    by_gettext, built = (kind(BytesIO(compiled.getvalue())) for kind in (GNUTranslations, catalogues._Compiled))
    edited = catalogue("fr")
    assert vars(built)["_catalog"] == vars(by_gettext)["_catalog"]
    assert {text: built.gettext(text) for text in TEXTS} == {text: edited.gettext(text) for text in TEXTS}
    plurals = [both(entry.id) for entry in ENTRIES if entry.pluralizable]
    said = [
        [texts.ngettext(pair[0], pair[1], n) for pair in plurals for n in (0, 1, 2, 1_000_000)]
        for texts in (built, edited)
    ]
    assert (len(plurals) > 10, said[0]) == (True, said[1])


def test_french_is_written_as_french() -> None:
    """In French a space stands before : ; ! ? and %."""
    bare = re.compile(r"[^\s(][:;!?%](?:\s|$)")
    assert [text for entry in ENTRIES for text in both(entry.string) if bare.search(text)] == []


COMMANDS = [
    "overview", "categories", "partners", "partner japan --sources", "partner esa", "missions", "mission swot",
    "mission mmx --sources", "agreements", "sources", "sources cnes-cooperation", "sources insee-prices-2025",
    "search mars", "sql --tables", "sql --tables source",
    "esa", "esa --real 2020", "esa budget --chart", "esa contributors --chart", "esa contributors --year 2022",
    "esa budget", "esa contributors", "esa contribution", "esa cnes-budget", "esa domains", "esa councils",
    "esa councils cm22", "esa contribution --chart", "esa cnes-budget --chart",
    "esa domains --chart", "esa councils --chart", "esa councils cm22 --chart",
    "esa members", "esa compare fr de --from 2016", "esa compare fr it --real 2020", "claims",
    "claims esa-share-2022 --sources", "timeline --by partner", "timeline --by theme", "timeline --by decade",
    "timeline --agreements", "brief japan germany", "brief esa --all", "brief -c historic", "brief poland ae --all",
]  # fmt: skip


class Listening(NullTranslations):
    """The French texts, and a record of those that were asked for and are not there."""

    def __init__(self) -> None:
        super().__init__()
        self.add_fallback(catalogue("fr"))
        self.missing: set[str] = set()

    def gettext(self, message: str) -> str:
        self.missing |= {message} - TEXTS
        return super().gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.missing |= {msgid1, msgid2} - TEXTS
        return super().ngettext(msgid1, msgid2, n)


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> Listening:
    """Return what listens to the program that says French."""
    heard = Listening()
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: heard)
    return heard


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_says_english_in_french(run: Run, listening: Listening, command: str) -> None:
    """What the program says on the bundled dataset, dynamic texts and units with it."""
    result = run(*command.split(), "--lang", "fr")
    assert (result.exit_code, result.stderr) == (0, "")
    assert listening.missing == set()


def test_no_reason_of_a_claim_is_english_in_french(run: Run, listening: Listening) -> None:
    """Every stated figure of the bundled dataset, with its whole reasoning."""
    results = [run("claims", statement.id, "--lang", "fr") for statement in cnes_partners.load().statements]
    assert ({result.exit_code for result in results}, listening.missing) == ({0}, set())
    assert [
        result.stdout for result in results if re.search(r"\d\.\d|\((paid|planned|stated|voted)\)", result.stdout)
    ] == []


def test_who_says_a_figure_needs_no_article() -> None:
    """A name is the dataset's, "CNES" or "Sénat (LFI 2012)": French would not let it be the subject of a sentence."""
    texts = [text for entry in ENTRIES for text in both(entry.string)]
    assert [text for text in texts if re.search(r"\{who\} \w", text)] == []


@pytest.mark.parametrize("command", ["partners", "missions", "mission mmx", "partner japan", "esa", "claims"])
def test_json_is_the_same_in_both_languages(run: Run, command: str) -> None:
    """Keys, ids and codes never change with the language."""
    arguments = [*command.split(), "-f", "json"]
    assert run(*arguments, "--lang", "fr").stdout == run(*arguments, "--lang", "en").stdout


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("command", ["partners -C category,name", "esa members -C status,since,country"])
def test_rows_stand_in_the_order_of_the_language(run: Run, command: str, language: str) -> None:
    """Of the real data: within a category or a date, names are in the order of their folded letters."""
    lines = run(*command.split(), "--lang", language, "-f", "markdown").stdout.splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")][2:]
    blocks = [[row[-1] for row in rows] for _, rows in groupby(cells, lambda row: row[:-1])]
    assert max(map(len, blocks)) > 5
    assert [block for block in blocks if block != sorted(block, key=filed)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_timeline_has_its_partners_in_the_order_of_the_language(run: Run, language: str) -> None:
    """As rows, and as headings; who has no partner comes last."""
    rows = run("timeline", "--agreements", "--lang", language).stdout.splitlines()
    counted = [found[1] for line in rows if (found := re.match(r"(\w.+?) \(\d+\)", line))]
    lines = run("timeline", "--by", "partner", "--lang", language).stdout.splitlines()
    _legend, *headings, without, _note = (line for before, line in pairwise(lines) if not before and line)
    assert len(counted) > 50
    assert counted == sorted(counted, key=filed)
    assert headings == sorted(headings, key=filed)
    assert without == ("Aucun partenaire relevé" if language == "fr" else "No partner on record")


def english_alone(record: object) -> Iterator[str]:
    """Yield the texts of a record that read otherwise in French, but for those as short as the name of something."""
    pairs = [
        (getattr(block, en), getattr(block, fr))
        for _, block in blocks(record)
        for en, fr in text_pairs(block.__class__)
    ]
    french = " ".join(fr for _, fr in pairs if fr)
    yield from (en for en, fr in pairs if fr and fr != en and en not in french and len(en.split()) > 4)


@pytest.mark.parametrize(
    ("table", "command"),
    [("missions", "mission"), ("partners", "partner"), ("statements", "claims"), ("sources", "sources")],
)
def test_no_text_of_a_record_is_english_on_its_french_screen(
    run: Run, bundled: Dataset, table: str, command: str
) -> None:
    """A view that forgets the French of a field shows its English."""
    records = [record for record in bundled.table(table) if next(english_alone(record), None)]
    seen = {record.id: run(command, record.id, "--lang", "fr").stdout for record in records}
    left = {(record.id, text) for record in records for text in english_alone(record) if text in seen[record.id]}
    assert (len(records) > 20, left) == (True, set())


@pytest.mark.parametrize(
    ("table", "command"),
    [
        ("partners", "partners"),
        ("partners", "agreements"),
        ("categories", "categories"),
        ("esa_budget", "esa budget"),
        ("esa_contribution", "esa contribution"),
        ("cnes_budget", "esa cnes-budget"),
        ("esa_councils", "esa councils"),
        ("esa_domains", "esa domains"),
        ("esa_members", "esa members"),
    ],
)
def test_no_text_of_a_table_is_english_on_its_french_list(run: Run, bundled: Dataset, table: str, command: str) -> None:
    """The same of the lists; a pipe gets every column."""
    screen = run(*command.split(), "--lang", "fr").stdout
    assert [text for record in bundled.table(table) for text in english_alone(record) if text in screen] == []


def test_names_and_texts_of_the_dataset_are_french_where_it_has_french(run: Run) -> None:
    """Partners, missions' summaries, categories and agencies."""
    screen = run("partner", "japon", "--lang", "fr").stdout
    assert screen.startswith("Japon\n")
    assert "Agence d'exploration aérospatiale japonaise" in screen
    assert "États-Unis" in run("mission", "swot", "--lang", "fr").stdout
