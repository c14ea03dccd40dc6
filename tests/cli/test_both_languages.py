"""Errors and notices in both languages, and that none is a text of one: what is raised says a sentence."""

from __future__ import annotations

import ast
import errno
import os
import re
import shlex
from pathlib import Path

import pytest

import cnes_partners
from cnes_partners import errors
from cnes_partners.cli import answers
from cnes_partners.dataset.find import load
from cnes_partners.errors import CnesPartnersError, InvalidDatasetError
from cnes_partners.views import catalogue as catalogues
from tests.conftest import Run
from tests.views.test_pseudo import InBrackets, outside, said_by, untyped

PACKAGE = Path(cnes_partners.__file__).parent


@pytest.fixture
def surroundings(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the program runs in: with a small dataset, a file and a folder that are not its own."""
    (small.parent / "there.json").write_text("{}", encoding="utf-8")
    (small.parent / "folder").mkdir()
    (small.parent / "folder" / "own.txt").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(small.parent)
    monkeypatch.setenv("CNES_PARTNERS_DATA", str(small))
    return small.parent


# What is typed, how it ends, and what stderr says in English and in French, where "…" stands for any text.
FAILING = [
    ("partner jpon", 3, "No partner is called 'jpon'. Did you mean Japan (jp)?",
     "Aucun partenaire ne s'appelle « jpon ». Vouliez-vous dire Japon (jp) ?"),
    ("partner qqqq", 3, "No partner is called 'qqqq' (list them: cnes-partners partners).",
     "Aucun partenaire ne s'appelle « qqqq » (pour en voir la liste : cnes-partners partners)."),
    ("partner peru", 3, "Peru (pe) is no partner of its own here.",
     "Pérou (pe) ne figure pas ici comme partenaire."),
    ("partner france", 3, "France (fr) is no partner: CNES itself is French.",
     "France (fr) n'est pas un partenaire : le CNES est lui-même français."),
    ("mission sea", 3, "No mission is called 'sea'. Did you mean Sea-1 (sea-1) or Sea-2 (sea-2)?",
     "Aucune mission ne s'appelle « sea ». Vouliez-vous dire Sea-1 (sea-1) ou Sea-2 (sea-2) ?"),
    ("mission altimeter", 3,
     "No mission is called 'altimeter' (list them: cnes-partners missions). Sea-1 (sea-1) mentions it "
     "(cnes-partners search altimeter).",
     "Aucune mission ne s'appelle « altimeter » (pour en voir la liste : cnes-partners missions). Cette fiche "
     "en parle : Sea-1 (sea-1) (cnes-partners search altimeter)."),
    ("missions -p 'japan,norway'", 3,
     "No partner is called 'japan,norway' (list them: cnes-partners partners). A name may have a comma in it, "
     "so give each partner by itself: -p japan -p norway.",
     "Aucun partenaire ne s'appelle « japan,norway » (pour en voir la liste : cnes-partners partners). Un nom "
     "peut contenir une virgule ; indiquez donc chaque partenaire séparément : -p japan -p norway."),
    ("open nothing", 3,
     "No source, mission or partner is called 'nothing' (list them: cnes-partners sources, missions or "
     "partners).",
     "Aucune source, aucune mission ni aucun partenaire ne s'appelle « nothing » (pour en voir la liste : "
     "cnes-partners sources, missions ou partners)."),
    ("open sea", 3, "No source, mission or partner is called 'sea'. Did you mean Sea-1 (sea-1) or Sea-2 (sea-2)?",
     "Aucune source, aucune mission ni aucun partenaire ne s'appelle « sea ». Vouliez-vous dire Sea-1 (sea-1) "
     "ou Sea-2 (sea-2) ?"),
    ("sources pag", 3, "No source is called 'pag'. Did you mean page?",
     "Aucune source ne s'appelle « pag ». Vouliez-vous dire page ?"),
    ("claims esa", 3,
     "No claim is called 'esa'. Did you mean Contribution to ESA, 2022 (esa-contribution-2022), Share of "
     "ESA's budget, 2022 (esa-share-2022) or Rank, 2022 (esa-rank-2022)?",
     "Aucun chiffre annoncé ne s'appelle « esa ». Vouliez-vous dire Contribution à l'ESA, 2022 "
     "(esa-contribution-2022), Part du budget de l'ESA, 2022 (esa-share-2022) ou Rang, 2022 (esa-rank-2022) ?"),
    ("claims zzz", 3, "No claim is called 'zzz' (list them: cnes-partners claims).",
     "Aucun chiffre annoncé ne s'appelle « zzz » (pour en voir la liste : cnes-partners claims)."),
    ("missions --from 2024 --to 2020", 2, "--from 2024 is after --to 2020: nothing can be in between.",
     "--from 2024 est postérieur à --to 2020 : il ne peut rien y avoir entre les deux."),
    ("agreements --signed 2020 --from 2019", 2,
     "--signed has both ends, so --from and --to say nothing more; give one or the others.",
     "--signed a déjà les deux bornes, auxquelles --from et --to n'ajoutent rien ; donnez l'une ou les autres."),
    ("timeline --by kind", 2, "Missions stand by partner, theme or decade; --by kind is for agreements.",
     "Les missions se rangent par partenaire, par thème ou par décennie (partner, theme, decade) ; --by kind "
     "est pour les accords."),
    ("timeline --agreements --by theme", 2,
     "Agreements have no theme on record; they stand by partner, kind or decade.",
     "Aucun thème n'est relevé pour les accords ; ils se rangent par partenaire, par type ou par décennie "
     "(partner, kind, decade)."),
    ("timeline --agreements --theme earth", 2,
     "--theme, --status, --role and --kind are of missions; agreements have none of them.",
     "--theme, --status, --role et --kind concernent les missions ; les accords n'ont rien de tel."),
    ("timeline --agreements --ended 2020", 2,
     "--target, --ended and --upcoming are of missions; agreements have none of them.",
     "--target, --ended et --upcoming concernent les missions ; les accords n'ont rien de tel."),
    ("esa contributors --year 1980", 3, "There is no income by contributor for 1980. Known years: 2021, 2022.",
     "Il n'y a pas de recettes par contributeur pour 1980. Années connues : 2021, 2022."),
    ("esa councils cm99", 3, "No ministerial council is called 'cm99'. Known: cm19.",
     "Aucun conseil ministériel ne s'appelle « cm99 ». Connus : cm19."),
    ("esa compare japan", 3, "ESA's income has no line for Japan (jp). Known: de, fr.",
     "Les recettes de l'ESA n'ont aucune ligne de ce contributeur : Japon (jp). Connus : de, fr."),
    ("esa compare france --measure subscribed", 2,
     "Subscriptions are several years' money, not a year's: see 'cnes-partners esa councils'.",
     "Les souscriptions portent sur plusieurs années, et non sur une seule : voir cnes-partners esa councils."),
    ("esa compare france germany --measure stated", 2,
     "No amount stated is on record for Germany, and amounts of different measures are not compared. On "
     "record: France due, stated; Germany due.",
     "Aucun montant relevé pour cette mesure (déclaré) : Allemagne. Des montants de mesures différentes ne se "
     "comparent pas. Mesures relevées : France (dû, déclaré) ; Allemagne (dû)."),
    ("esa --chart -n 3", 2,
     "A chart takes a table's place: ask for it without -C, -s, -n, --count and -f csv, or --svg FILE.",
     "Un graphique prend la place du tableau : demandez-le sans -C, -s, -n, --count ni -f csv, ou avec --svg "
     "FICHIER."),
    ("esa --charts 9", 2,
     "There is no chart '9'. --charts takes 'all' or numbers of: 1 France in ESA's budget; 2 Change on the "
     "year before.",
     "Il n'y a pas de graphique « 9 ». --charts prend « all » ou des numéros parmi : 1 La France dans le "
     "budget de l'ESA ; 2 Évolution sur un an."),
    ("esa --svg picture.png", 2, "--svg writes SVG, to a file: name it FILE.svg, not 'picture.png'.",
     "--svg écrit du SVG dans un fichier : nommez-le FICHIER.svg, et non « picture.png »."),
    ("esa --svg a.svg -o a.svg", 2, "-o and --svg name the same file, 'a.svg': give each its own.",
     "-o et --svg désignent le même fichier, « a.svg » : donnez-en un à chacune."),
    ("brief", 2, "Name a partner, or a category with -c: cnes-partners brief japan.",
     "Nommez un partenaire, ou une catégorie avec -c : cnes-partners brief japan."),
    ("check data --data data", 2, "DIR and --data are two datasets: check one at a time.",
     "DOSSIER et --data sont deux jeux de données : vérifiez-les l'un après l'autre."),
    ("check --stale 1 --coverage", 2, "--stale and --coverage are two questions: ask one at a time",
     "--stale et --coverage sont deux questions : posez-les l'une après l'autre"),
    ("diff one two --data data", 2, "NEW and --data are two datasets: compare OLD with one of them.",
     "NOUVEAU et --data sont deux jeux de données : comparez ANCIEN à l'un des deux."),
    ("schema mision", 3, "No command or table is called 'mision'. Did you mean 'mission'?",
     "Aucune commande ni table ne s'appelle « mision ». Vouliez-vous dire « mission » ?"),
    ("schema missions --data data", 2, "--data goes with --datasette: a schema is that of any dataset.",
     "--data va avec --datasette : un schéma vaut pour tout jeu de données."),
    ("sources page --kind primary", 2, "--kind chooses from the list; with an ID there is one source.",
     "--kind choisit dans la liste ; avec un ID, il n'y a qu'une source."),
    ("partner japan -n 3", 2, "There is one record here: -s sorts and -n cuts lists.",
     "Il n'y a ici qu'une fiche : -s trie et -n coupe des listes."),
    ("missions -f bibtex -C id", 2, "-C chooses columns, and a bibliography has none: leave it out.",
     "-C choisit des colonnes, et une bibliographie n'en a pas : n'indiquez pas cette option."),
    ("missions --dialect excel -f json", 2,
     "--dialect is of CSV, and this is json: add -f csv, or name the file FILE.csv.",
     "--dialect ne concerne que le format csv, et celui-ci est json : ajoutez -f csv, ou nommez le fichier "
     "FICHIER.csv."),
    ("missions --count -f xlsx", 2, "--count prints a number, which is no xlsx: leave one of them out.",
     "--count affiche un nombre, ce que le format xlsx n'admet pas : renoncez à l'un des deux."),
    ("missions -o a.zzz", 2, "No format of an answer ends in '.zzz': end FILE in …, or say which with -f.",
     "Aucun format de réponse ne se termine par « .zzz » : terminez FICHIER par …, ou dites lequel avec -f."),
    ("missions -o a.pdf", 2,
     "No format of an answer ends in '.pdf': end FILE in …, or say which with -f. A picture: --svg FILE.svg, "
     "of esa and timeline.",
     "Aucun format de réponse ne se termine par « .pdf » : terminez FICHIER par …, ou dites lequel avec -f. "
     "Pour une image : --svg FICHIER.svg, avec esa et timeline."),
    ("missions -o a.csv.gz", 2,
     "No format of an answer ends in '.gz': end FILE in …, or say which with -f. To compress it: -f csv | "
     "gzip > a.csv.gz.",
     "Aucun format de réponse ne se termine par « .gz » : terminez FICHIER par …, ou dites lequel avec -f. "
     "Pour compresser : -f csv | gzip > a.csv.gz."),
    ("missions -o a.sqlite", 2,
     "No format of an answer ends in '.sqlite': end FILE in …, or say which with -f. The whole dataset as "
     ".sqlite: cnes-partners export a.sqlite.",
     "Aucun format de réponse ne se termine par « .sqlite » : terminez FICHIER par …, ou dites lequel avec "
     "-f. Pour tout le jeu de données en .sqlite : cnes-partners export a.sqlite."),
    ("missions -o /absent/a.csv", 1, "cannot write /absent/a.csv: No such file or directory",
     "impossible d'écrire /absent/a.csv : ce fichier ou dossier n'existe pas"),
    ("missions -o folder", 1, "cannot write folder: Is a directory",
     "impossible d'écrire folder : c'est un dossier"),
    ("export a.txt", 2, "'a.txt' must end in .sqlite, .sqlite3, .db, .json, .xlsx, or be a folder with --csv.",
     "« a.txt » doit se terminer par .sqlite, .sqlite3, .db, .json, .xlsx, ou être un dossier avec --csv."),
    ("export there.json", 2, "there.json exists (--force replaces it).",
     "there.json existe (--force remplace ce qui s'y trouve)."),
    ("export there.json --csv", 2, "--csv writes a folder, and 'there.json' is named like a file.",
     "--csv écrit un dossier, et « there.json » porte un nom de fichier."),
    ("export folder --csv", 2, "folder exists and is not empty (--force replaces an earlier export).",
     "folder existe et n'est pas vide (--force remplace un export antérieur)."),
    ("export folder --csv --force", 2, "folder holds what is no export (own.txt); choose another folder.",
     "folder contient autre chose qu'un export (own.txt) ; choisissez un autre dossier."),
    ("sql 'DROP TABLE mission'", 2,
     "DROP is refused: the data can be asked (SELECT, WITH, VALUES, EXPLAIN), not changed, and no file is "
     "reached.",
     "DROP est refusé : les données s'interrogent (SELECT, WITH, VALUES, EXPLAIN) sans pouvoir être "
     "modifiées, et aucun fichier n'est accessible."),
    ("sql 'SELECT 1; SELECT 2'", 2, "More than one statement is refused; ask them one by one.",
     "Une seule requête à la fois ; posez-les l'une après l'autre."),
    ("sql 'SELECT * FROM misson'", 2,
     "no such table: misson. Did you mean 'mission'? List them with 'cnes-partners sql --tables'.",
     "Table inconnue : misson. Vouliez-vous dire « mission » ? Pour en voir la liste : cnes-partners sql "
     "--tables."),
    ("sql 'SELECT nam FROM mission'", 2,
     "no such column: nam. List them with 'cnes-partners sql --tables'; text stands in single quotes.",
     "Colonne inconnue : nam. Pour en voir la liste : cnes-partners sql --tables ; un texte se met entre "
     "apostrophes ('texte')."),
    ("sql 'SELECT FROM WHERE'", 2, 'SQL: near "FROM": syntax error.',
     "SQL : erreur de syntaxe près de « FROM »."),
    ("sql 'SELECT foo(1)'", 2, "SQL: no such function: foo.",
     "SQL : fonction inconnue : foo."),
    ("sql 'SELECT 1 ORDER BY 2'", 2, "SQL: ….",
     "SQL : SQLite dit « … »."),
    ("sql question.sql", 2,
     "'question.sql' is no statement; one that stands in a file: cnes-partners sql - < question.sql",
     "« question.sql » n'est pas une requête ; pour celle d'un fichier : cnes-partners sql - < question.sql"),
    ("sql --tables qqqq", 3, "No table or view is called 'qqqq'. List them with 'cnes-partners sql --tables'.",
     "Aucune table ni vue ne s'appelle « qqqq ». Pour en voir la liste : cnes-partners sql --tables."),
    ("sql --tables 'SELECT 1'", 2, "Give a statement or --tables, not both.",
     "Donnez une requête ou --tables, pas les deux."),
    ("sql --time-limit nan 'SELECT 1'", 2, "--time-limit takes a number of seconds.",
     "--time-limit prend un nombre de secondes."),
    ("esa members -C nmae", 2, "No column is called 'nmae'. Columns: …",
     "Aucune colonne ne s'appelle « nmae ». Colonnes : …"),
    ("esa members -C qqqq", 2, "No column is called 'qqqq'. Columns: …",
     "Aucune colonne ne s'appelle « qqqq ». Colonnes : …"),
    ("partners -C country_official", 2,
     "'country_official' may mean more than one column: country_official_name, country_official_name_fr.",
     "« country_official » peut désigner plusieurs colonnes : country_official_name, country_official_name_fr."),
    ("esa --real 1900", 2, "There is no price index for 1900. Known: none.",
     "Il n'y a pas d'indice des prix pour 1900. Aucun n'est connu."),
    ("agreements --signed soon", 2,
     "Invalid value for '--signed': 'soon' is no period: 2024, 2024-06, 2019..2024, 2019.. or ..2024, the "
     "earlier first. (see: cnes-partners agreements --help)",
     "Valeur refusée pour « --signed » : « soon » n'est pas une période : 2024, 2024-06, 2019..2024, 2019.. "
     "ou ..2024, la date la plus ancienne d'abord. (voir : cnes-partners agreements --help)"),
    ("export there.json --force", 0, "Wrote there.json",
     "Écrit : there.json"),
    ("search 'moons zzzz'", 0, "No record has all of these words; these have most of them.",
     "Aucune fiche n'a tous ces mots ; celles-ci en ont le plus."),
]  # fmt: skip


def is_said(shown: str, expected: str) -> bool:
    """Return whether stderr says what was expected, whatever stands for "…"."""
    pattern = ".*".join(map(re.escape, expected.split("…")))
    return re.fullmatch(f"(cnes-partners: )?{pattern}\n", shown.replace("\u00a0", " ")) is not None


@pytest.mark.parametrize(("typed", "code", "english", "french"), FAILING, ids=[row[0] for row in FAILING])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_errors_and_notices_are_in_the_language(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch, language: str, typed: str, code: int,
    english: str, french: str,
) -> None:  # fmt: skip
    """Each place that refuses something, or says something beside an answer."""
    monkeypatch.setenv("CNES_PARTNERS_LANG", language)
    result = run(*shlex.split(typed))
    assert result.exit_code == code
    assert is_said(result.stderr, {"en": english, "fr": french}[language]), result.stderr


@pytest.mark.parametrize(
    ("error", "english", "french"),
    [
        (OSError(errno.ENOSPC, "No space left on device"),
         "cannot write standard output: No space left on device",
         "impossible d'écrire sur la sortie standard : il n'y a plus de place sur le disque"),
        (OSError(errno.EACCES, "Permission denied", "a{0}.csv"), "Permission denied: a{0}.csv",
         "permission refusée : a{0}.csv"),
        (OSError(errno.EINTR, "Odd {thing}", "a.csv"), "Odd {thing}: a.csv", "Odd {thing} : a.csv"),
        (OSError("nothing but words"), "nothing but words", "nothing but words"),
        (RuntimeError("at {once}"), "unexpected RuntimeError: at {once} (CNES_PARTNERS_DEBUG=1 shows where)",
         "erreur inattendue RuntimeError : at {once} (CNES_PARTNERS_DEBUG=1 montre où)"),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_not_ours_is_introduced_in_the_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, error: Exception, english: str, french: str
) -> None:
    """What the system refuses most is French, too; any other text of another's stays as it is."""

    def fail(_place: str | None) -> None:
        raise error

    monkeypatch.setattr(answers, "load", fail)
    monkeypatch.setenv("CNES_PARTNERS_LANG", language)
    result = run("missions")
    assert (result.exit_code, result.stdout) == (1, "")
    assert is_said(result.stderr, {"en": english, "fr": french}[language]), result.stderr


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.ENOTDIR, errno.EROFS])
def test_the_commonest_refusals_are_worded_as_this_system_words_them(number: int) -> None:
    """Else they would stay English where people read French."""
    assert os.strerror(number) in errors._REFUSALS


@pytest.mark.parametrize(
    ("variable", "expected"), [("klingon", "n'est pas une langue de ce programme : indiquez en ou fr"), ("", "Japon")]
)
def test_what_is_wrong_with_the_language_is_said_in_that_of_the_locale(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch, variable: str, expected: str
) -> None:
    """There is no better guess."""
    monkeypatch.setenv("CNES_PARTNERS_LANG", variable)
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert expected in run("partner", "jpon").stderr.replace("\u00a0", " ")


@pytest.mark.parametrize("typed", [row[0] for row in FAILING])
def test_what_stands_outside_the_brackets_was_typed_or_is_data(
    run: Run, surroundings: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """In the language that nobody speaks, a text that goes by the voice would have none."""
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: InBrackets())
    monkeypatch.setenv("CNES_PARTNERS_LANG", "fr")
    shown = run(*shlex.split(typed)).stderr.removeprefix("cnes-partners: ")
    assert "⟦" in shown
    known = said_by(load(None))
    assert {piece for piece in outside(untyped(shown)) - known if piece not in typed} == set()


def _kinds(kind: type[CnesPartnersError]) -> set[str]:
    return {kind.__name__} | {name for below in kind.__subclasses__() for name in _kinds(below)}


RAISED = _kinds(CnesPartnersError) - {InvalidDatasetError.__name__}


def plain_texts(tree: ast.AST) -> list[int]:
    """Return the lines in which an error is made with, or told, a text that has no French."""
    return [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in {*RAISED, "tell"}
        if any(isinstance(given, (ast.Constant, ast.JoinedStr)) for given in call.args)
    ]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_raised_or_told_is_no_text_of_one_language(path: Path) -> None:
    """Type checkers hold it as well, but for what is told on stderr."""
    assert plain_texts(ast.parse(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source", ['raise UsageError("no")', 'tell(f"{a}")', 'errors.NotFoundError("no", candidates=a)']
)
def test_a_plain_text_is_found(source: str) -> None:
    """The test above is one."""
    assert plain_texts(ast.parse(source)) == [1]
