"""Every text that people read has its French, found by reading the source and by listening to the program."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

import cnes_partners
from cnes_partners.database.ask import relations
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.spelling import filed
from cnes_partners.rules.names import text_pairs
from cnes_partners.rules.subject import blocks
from cnes_partners.views import french
from cnes_partners.views.french import FRENCH
from cnes_partners.views.french.changes import CHANGES
from cnes_partners.views.french.claims import CLAIMS
from cnes_partners.views.french.fields import FIELDS
from cnes_partners.views.french.money import MONEY
from cnes_partners.views.french.records import RECORDS
from cnes_partners.views.french.words import WORDS
from tests.conftest import Run
from tests.model.classes import VOCABULARIES

PACKAGE = Path(cnes_partners.__file__).parent


def texts_in(node: ast.AST) -> list[str]:
    return [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def said_in(tree: ast.Module) -> Iterator[str]:
    """Yield every text that a module passes to say(...) or say.counted(...): written there, looked up, or passed on.

    A dict is one of the module's own (``say(_MEASURES[measure])``), a caller one of the module's own functions
    (``say(title)`` in a function that is called with a title).
    """
    tables = {
        target.id: statement.value
        for statement in tree.body
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and isinstance(statement.value, ast.Dict)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        if isinstance(target, ast.Name)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for function in [None, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))]:
        for call in calls if function is None else [node for node in ast.walk(function) if isinstance(node, ast.Call)]:
            if called(call) == "counted":
                yield from (text for argument in call.args[1:3] for text in texts_in(argument))
            if called(call) != "say" or not call.args:
                continue
            text = call.args[0]
            if isinstance(text, ast.Subscript) and isinstance(text.value, ast.Name) and text.value.id in tables:
                for value in tables[text.value.id].values:
                    yield from texts_in(value)
            elif isinstance(text, (ast.Constant, ast.IfExp)):
                branches = [text.body, text.orelse] if isinstance(text, ast.IfExp) else [text]
                for branch in branches:
                    yield from texts_in(branch)
            elif isinstance(text, ast.Name) and function is not None:
                yield from passed(text.id, function, calls)


def passed(name: str, function: ast.FunctionDef, calls: list[ast.Call]) -> Iterator[str]:
    """Yield the texts that calls of *function* give for its parameter *name*, and the default."""
    positional = [argument.arg for argument in function.args.args]
    keyword = [argument.arg for argument in function.args.kwonlyargs]
    if name not in (*positional, *keyword):
        return
    defaults = dict(zip(reversed(positional), reversed(function.args.defaults), strict=False))
    defaults |= {key: value for key, value in zip(keyword, function.args.kw_defaults, strict=True) if value}
    given = [defaults[name]] if name in defaults else []
    for call in calls:
        if called(call) == function.name:
            given += [entry.value for entry in call.keywords if entry.arg == name]
            given += call.args[positional.index(name) :][:1] if name in positional else []
    yield from (entry.value for entry in given if isinstance(entry, ast.Constant) and isinstance(entry.value, str))


def said() -> dict[str, str]:
    """Return every text said in the package, with the module that says it."""
    return {
        text: str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        for text in said_in(ast.parse(path.read_text(encoding="utf-8")))
        if text
    }


def test_the_source_is_read_whole() -> None:
    """Each way of saying a text is seen: written, chosen, looked up, passed as a parameter or as its default."""
    source = (
        "T = {1: 'looked up'}\n"
        "def f(say, title='default'):\n    return say(title)\n"
        "def g(say, x, *, heading='kept'):\n"
        "    return say('written') + say('one' if x else 'many') + say(T[x]) + f(say, 'second') + f(say, title='named')"
        " + say(heading) + say.counted(x, 'one of them', 'many of them')\n"
    )
    assert set(said_in(ast.parse(source))) == {
        "written", "one", "many", "looked up", "default", "second", "named", "kept", "one of them", "many of them",
    }  # fmt: skip


def test_every_text_has_its_french() -> None:
    """A text that a view says in English alone would stand in English on a French screen."""
    assert {text: place for text, place in said().items() if text not in FRENCH} == {}


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_every_word_of_a_vocabulary_has_its_french(kind: type[Any]) -> None:
    """Categories, statuses, roles, measures: all that people read as a word."""
    assert [word.value for word in kind if word.value not in FRENCH] == []


@pytest.mark.parametrize("text", FRENCH)
def test_the_places_of_a_text_are_those_of_its_french(text: str) -> None:
    """A place that one of the two lacks would be an error or a lost value."""

    def places(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

    assert places(FRENCH[text]) == places(text)
    assert FRENCH[text].strip() == FRENCH[text] != ""


def test_a_text_has_its_french_in_one_place() -> None:
    """The modules of french do not overlap: a second entry would silently replace the first."""
    parts = (WORDS, RECORDS, MONEY, CLAIMS, CHANGES, FIELDS)
    assert sum(map(len, parts)) == len(FRENCH)


def test_french_is_written_as_french() -> None:
    """In French a space stands before : ; ! ? and %."""
    bare = re.compile(r"[^\s(][:;!?%](?:\s|$)")
    assert [text for text in FRENCH.values() if bare.search(text)] == []


COMMANDS = [
    "overview", "categories", "partners", "partner japan --sources", "partner esa", "missions", "mission swot",
    "mission mmx --sources", "agreements", "sources", "sources cnes-cooperation", "search mars", "sql --tables",
    "sql --tables source",
    "esa", "esa --real 2020", "esa budget --chart", "esa contributors --chart", "esa contributors --year 2022",
    "esa contribution --chart", "esa domains --chart", "esa councils --chart", "esa councils cm22 --chart",
    "esa members", "esa compare fr de --from 2016", "esa compare fr it --real 2020", "claims",
    "claims esa-share-2022 --sources", "timeline --by partner", "timeline --by theme", "timeline --by decade",
    "timeline --agreements", "brief japan germany", "brief esa --all", "brief -c historic", "brief poland ae --all",
]  # fmt: skip


class Listening(dict[str, str]):
    """The French texts, and a record of those that were asked for and are not there."""

    def __init__(self) -> None:
        super().__init__(FRENCH)
        self.missing: set[str] = set()

    def get(self, text: Any, default: Any = None) -> Any:
        if text not in self:
            self.missing.add(text)
        return super().get(text, default)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_says_english_in_french(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """What the program says on the bundled dataset, dynamic texts and units with it."""
    listening = Listening()
    monkeypatch.setattr(french, "FRENCH", listening)
    result = run(*command.split(), "--lang", "fr")
    assert (result.exit_code, result.stderr) == (0, "")
    assert listening.missing == set()


def test_every_table_and_column_is_described_in_french() -> None:
    """What `sql --tables` says of any of them, and nothing that it no longer says."""
    texts = {text for entry in relations() for text in (entry.about, *(column.about for column in entry.columns))}
    assert texts == set(FIELDS)


def test_no_reason_of_a_claim_is_english_in_french(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every stated figure of the bundled dataset, with its whole reasoning."""
    listening = Listening()
    monkeypatch.setattr(french, "FRENCH", listening)
    results = [run("claims", statement.id, "--lang", "fr") for statement in cnes_partners.load().statements]
    assert ({result.exit_code for result in results}, listening.missing) == ({0}, set())
    assert [
        result.stdout for result in results if re.search(r"\d\.\d|\((paid|planned|stated|voted)\)", result.stdout)
    ] == []


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
    counted = [found[1] for line in rows if (found := re.match(r"(\w.+?)\u00a0\(\d+\)", line))]
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
        ("partners", "agreements"),
        ("categories", "categories"),
        ("esa_budget", "esa budget"),
        ("esa_contribution", "esa contribution"),
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
