"""Each rule finds the fault that it is for, with its file and line, and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.decode.findings import Findings
from cnes_partners.rules.every import RULES, check
from cnes_partners.rules.subject import read_subject
from tests.rules.conftest import plant

SPACECRAFT = """\
spacecraft:
  - name: Sea-2
    cospar: 2016-002A
    relation: own
    source: page
"""

# Rule -> (file, text to replace, its replacement, the one problem that follows).
PLANTED: dict[str, tuple[str, str, str, str]] = {
    "ids-are-plain": (
        "partners/jp.yaml", "- id: jp-1986", "- id: jp-1986;x",
        "data/partners/jp.yaml:29: jp: agreements[1].id: expected an id of small letters a to z, digits and single "
        "hyphens",
    ),
    "ids-are-file-names": (
        "missions/sea-2.yaml", "id: sea-2", "id: sea-two",
        'data/missions/sea-2.yaml:1: sea-two: id: the file is called "sea-2.yaml" (id and file name are one)',
    ),
    "ids-are-unique": (
        "parties.yaml", 'id: "de"', 'id: "jp"',
        "data/parties.yaml:5: jp: id: a partner has this id (take the party out)",
    ),
    "agreement-ids-are-unique": (
        "partners/jp.yaml", "- id: jp-1986", "- id: jp-2015-10-05",
        'data/partners/jp.yaml:29: jp: agreements[1].id: "jp-2015-10-05" stands in data/partners/jp.yaml:1 too '
        "(number them)",
    ),
    "former-ids-are-given-up": (
        "partners/jp.yaml", "- id: jp-1986", "- id: jp-1986\n    formerly: jp-2015-10-05",
        "data/partners/jp.yaml:30: jp: agreements[1].formerly: data/partners/jp.yaml:1 has this id (an id is given "
        "to one thing only)",
    ),
    "agreements-are-replaced-by-others": (
        "partners/jp.yaml", "  - id: jp-1986\n", "  - id: jp-1986\n    replaced_by: jp-2016\n",
        'data/partners/jp.yaml:30: jp: agreements[1].replaced_by: no agreement has the id "jp-2016" (add it)',
    ),
    "references-resolve": (
        "missions/moons.yaml", 'partner: "jp"', "partner: jpn",
        'data/missions/moons.yaml:21: moons: partners[0].partner: nothing has the id "jpn" '
        "(add it to partners/ or to parties.yaml)",
    ),
    "sources-are-cited": (
        "sources.yaml", "- id: old-page", "- {id: x, url: https://example.org, title: X, publisher: X, language: x, "
        "kind: other}\n- id: old-page",
        "data/sources.yaml:8: x: id: nothing cites this source (cite it or take it out)",
    ),
    "shared-sources-stand-apart": (
        "missions/sea-2.yaml", "  - page", "  - old-book",
        "data/partners/jp.yaml:37: old-book: id: data/missions/sea-2.yaml:1 cites it too (move it to sources.yaml)",
    ),
    "cited-sources-are-listed": (
        "missions/moons.yaml", "  - page\n  - old-page", "  - page",
        'data/missions/moons.yaml:36: moons: disagreements[0].others[0].source: add "old-page" '
        "to the sources of this record",
    ),
    "categories-name-their-members": (
        "partners/esa.yaml", "category: european", "category: historic",
        "data/partners/esa.yaml:9: esa: category_source: categories.yaml has no such member (add it there)",
    ),
    "identifiers-are-well-formed": (
        "missions/sea-2.yaml", "kind: mission", "wikidata: 60001x\nkind: mission",
        'data/missions/sea-2.yaml:3: sea-2: wikidata: expected a Wikidata id such as Q23548, got "60001x"',
    ),
    "spacecraft-belong-to-one-mission": (
        "missions/sea-2.yaml", "cnes_role:", f"{SPACECRAFT}  - name: Other\n    cospar: 2016-002A\n"
        "    relation: member\n    source: page\ncnes_role:",
        "data/missions/sea-2.yaml:16: sea-2: spacecraft[1].cospar: 2016-002A is a spacecraft of sea-2 too "
        "(host, if it carries it)",
    ),
    "designations-fit-the-launch": (
        "missions/sea-2.yaml", "cnes_role:", f"{SPACECRAFT}cnes_role:".replace("2016-002A", "2015-002A"),
        "data/missions/sea-2.yaml:12: sea-2: spacecraft[0].cospar: 2015-002A is of 2015, but the launch was on 2016-01 "
        "(give launched, where it differs)",
    ),
    "missions-have-a-target": (
        "missions/sea-2.yaml", "target:\n  - earth\n", "",
        "data/missions/sea-2.yaml:1: sea-2: target: say what it goes to or looks at (data/README.md has the words)",
    ),
    "instruments-have-a-provider": (
        "missions/sea-1.yaml", "    provider: CNES\n", "",
        "data/missions/sea-1.yaml:22: sea-1: instruments[0].providers: say who provides Poseidon, or in its note that "
        "no source tells",
    ),
    "contributions-say-what": (
        "missions/moons.yaml", "contribution: probe and launch", "contribution: partner of the mission",
        "data/missions/moons.yaml:24: moons: partners[0].contribution: say what Japan supplies, or in the mission's "
        "note that no source tells",
    ),
    "providers-take-part": (
        "missions/sea-1.yaml", "    provider: CNES\n",
        "    providers:\n      - party: \"fr\"\n        role: lead\n      - party: \"jp\"\n        role: part\n",
        'data/missions/sea-1.yaml:28: sea-1: instruments[0].providers[1].party: "jp" provides Poseidon but is not '
        "among the partners (add it there)",
    ),
    "participations-stand-once": (
        "missions/moons.yaml", "partners:\n", "partners:\n"
        + "  - {partner: jp, role: lead, contribution: a, contribution_fr: a, source: page}\n" * 2,
        'data/missions/moons.yaml:22: moons: partners[1]: "jp" stands here twice (merge the two)',
    ),
    "providers-stand-once": (
        "missions/sea-1.yaml", "    provider: CNES\n",
        "    providers:\n      - party: esa\n        role: lead\n      - party: esa\n        role: part\n",
        'data/missions/sea-1.yaml:28: sea-1: instruments[0].providers[1]: "esa" stands here twice (merge the two)',
    ),
    "dates-are-in-range": (
        "partners/jp.yaml", 'as_of: "2025-03"', 'as_of: "2026-03"',
        "data/partners/jp.yaml:18: jp: as_of: 2026-03 is after 2026-01-31 (the dataset is of 2026-01-31)",
    ),
    "missions-end-after-launch": (
        "missions/sea-1.yaml", 'end: "2013-07-01"', 'end: "2001-11"',
        "data/missions/sea-1.yaml:11: sea-1: end: 2001-11 is before the launch on 2001-12-07",
    ),
    "agreements-run-after-their-date": (
        "partners/jp.yaml", 'date: "2015-10-05"', 'date: "2015-10-05"\n    until: "2015-09"',
        "data/partners/jp.yaml:25: jp: agreements[0].until: 2015-09 is before the date of the agreement, 2015-10-05",
    ),
    "launches-fit-the-status": (
        "missions/sea-2.yaml", "state: launched", "state: planned",
        "data/missions/sea-2.yaml:7: sea-2: launch.state: planned, but the mission is operational",
    ),
    "statuses-know-of-the-launch": (
        "missions/sea-2.yaml", "status: operational", 'status: operational\nas_of: "2015-12"',
        "data/missions/sea-2.yaml:6: sea-2: as_of: 2015-12 is before the launch on 2016-01",
    ),
    "statuses-know-of-the-end": (
        "missions/sea-1.yaml", 'as_of: "2013-07"', 'as_of: "2012"',
        "data/missions/sea-1.yaml:6: sea-1: as_of: 2012 is before the end on 2013-07-01",
    ),
    "planned-launches-lie-ahead": (
        "missions/moons.yaml", 'date: "2026"\n', 'date: "2025-12"\n',
        "data/missions/moons.yaml:12: moons: launch.date: planned for 2025-12, which is past "
        "(say what happened, or in a note what is known)",
    ),
    "statuses-are-dated": (
        "missions/moons.yaml", 'as_of: "2026-01"\n', "",
        "data/missions/moons.yaml:8: moons: status: give as_of, the date of its newest source, "
        "or say why not in a note",
    ),
    "addresses-are-canonical": (
        "sources.yaml", "https://example.org/old", "https://example.org/old?utm_source=x",
        "data/sources.yaml:9: old-page: url: tracking parameter utm_source (take it out)",
    ),
    "figures-have-sources": (
        "missions/sea-1.yaml", '"2001-12-07"\n  source: page', '"2001-12-07"',
        "data/missions/sea-1.yaml:9: sea-1: launch.date: a launch date has a source (add launch.source)",
    ),
    "partners-share-no-name": (
        "partners/esa.yaml", "  - ASE", "  - JAXA",
        'data/partners/jp.yaml:10: jp: agencies[0].abbr: "JAXA" also finds esa '
        "(drop it, or name the other in both notes)",
    ),
    "missions-share-no-name": (
        "missions/sea-2.yaml", "name: Sea-2", "name: Sea 1",
        'data/missions/sea-2.yaml:2: sea-2: name: "Sea 1" also finds sea-1 (drop it, or name the other in both notes)',
    ),
    "aliases-repeat-nothing": (
        "partners/no.yaml", "kind: country", "aliases:\n  - Viken\n  - the NORGE\nkind: country",
        'data/partners/no.yaml:6: no: aliases[1]: "the NORGE" stands in countries.yaml already (drop it here)',
    ),
    "texts-are-in-both-languages": (
        "partners/esa.yaml", "note_fr: Fondée en 1975.\n", "",
        "data/partners/esa.yaml:13: esa: note: say in French what it says (note_fr)",
    ),
    "agencies-tell-more-than-the-partner": (
        "missions/moons.yaml", "agency: JAXA", "agency: Japan",
        "data/missions/moons.yaml:22: moons: partners[0].agency: this is the partner's own name (leave it out)",
    ),
    "disagreements-fit-their-records": (
        "missions/moons.yaml", 'kept: "2026"', 'kept: "2027"',
        'data/missions/moons.yaml:32: moons: disagreements[0].kept: "2027" is kept, but the record has "2026"',
    ),
    "country-ids-are-codes": (
        "countries.yaml", "alpha2: PE", "alpha2: PX",
        'data/countries.yaml:44: pe: id: expected "px", the alpha-2 code in lower case',
    ),
    "country-codes-stand-once": (
        "countries.yaml", 'numeric: "578"', 'numeric: "392"',
        'data/countries.yaml:34: no: numeric: "392" is the code of jp (correct one)',
    ),
    "countries-are-listed": (
        "parties.yaml", 'id: "de"', 'id: "xx"',
        "data/parties.yaml:5: xx: id: countries.yaml has no such country (add it there, with its codes)",
    ),
    "numbers-are-in-range": (
        "esa/contribution.yaml", "share_pct: 18.4", "share_pct: 184",
        "data/esa/contribution.yaml:3: 2022: share_pct: expected a share from 0 to 100, got 184",
    ),
    "prices-are-chained": (
        "esa/prices.yaml", "change_pct: 5.0", "change_pct: 5.1",
        "data/esa/prices.yaml:8: 2022: change_pct: 5.1% stated, 5.0% by the index of the year before (correct one)",
    ),
    "lines-stand-once": (
        "esa/income.yaml", 'contributor: "de"', 'contributor: "fr"',
        "data/esa/income.yaml:17: 2022: contributor: a second line for 2022, due, fr (merge the two)",
    ),
    "parts-fit-the-total": (
        "esa/income.yaml", "amount_meur: 1018", "amount_meur: 4018",
        "data/esa/subtotals.yaml:3: 2022: amount_meur: the members make 5,196.0, more than 4,810",
    ),
    "shares-fit-the-amounts": (
        "esa/income.yaml", "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 31.2\n  share_of: member-part\n",
        "data/esa/income.yaml:20: 2022: share_pct: 31.2% stated, 21.2% computed (note why)",
    ),
    "subscriptions-fit-the-council": (
        "esa/councils.yaml", "share_pct: 18.5", "share_pct: 28.5",
        "data/esa/councils.yaml:15: cm19: subscriptions[1].share_pct: 28.5% stated, 18.4% computed (note why)",
    ),
}  # fmt: skip


def problems(folder: Path) -> list[str]:
    """Return the problems of a dataset as they are printed."""
    return [str(problem) for problem in check(load(folder).storage).problems]


def test_a_good_dataset_has_no_problems(good: Path) -> None:
    """Nothing is found where nothing is wrong, and what was looked at is counted."""
    report = check(load(good).storage)
    assert (report.problems, report.records, report.rules) == ((), 33, len(RULES))


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_each_rule_finds_what_it_is_for(good: Path, rule: str) -> None:
    """A fault of each kind is found, once, at its line, with what to do about it."""
    file, old, new, expected = PLANTED[rule]
    plant(good / file, old, new)
    subject = read_subject(load(good).storage, Findings())
    find = next(entry.find for entry in RULES if entry.name == rule)
    assert [str(problem) for problem in find(subject)] == [expected]
    assert expected in problems(good)


def test_each_rule_gives_its_reason() -> None:
    """Names and reasons tell the rules apart."""
    assert len({rule.name for rule in RULES}) == len({rule.reason for rule in RULES}) == len(RULES) == len(PLANTED)


def test_a_fault_in_one_record_is_not_reported_as_ten(good: Path) -> None:
    """Ids in a record that does not decode still count, and so do the sources that it mentions."""
    plant(good / "partners/jp.yaml", "kind: country", "kind: kingdom")
    assert problems(good) == ['data/partners/jp.yaml:4: jp: kind: expected one of country, organisation, got "kingdom"']


def test_a_file_that_no_table_reads_is_a_problem(good: Path) -> None:
    """A misnamed file would be passed over in silence; notes for people may stay."""
    (good / "missions/sea-3.yml").write_text("id: sea-3", encoding="utf-8")
    (good / "README.md").write_text("Read me.", encoding="utf-8")
    assert problems(good) == ["data/missions/sea-3.yml: no table reads this file (correct its name or move it away)"]


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("ftp://example.org/a", "expected an address that begins with https:// or http://"),
        ("https://example.org:8443/a", "port 8443 stands in the address"),
        ("https://me:secret@example.org/a", "a user name stands in the address"),
        ("http://192.0.2.7/a", "is not the name of a public host"),
        ("http://localhost/a", "is not the name of a public host"),
        ("http://[2001:db8::1]/a", "is not the name of a public host"),
        ("https://translate.google.com/x?u=y", "shows pages of others"),
        ("https://www-example-org.ezproxy.example.edu/a", "shows pages of others"),
        ("https://web.archive.org/web/2013/http://example.org", "an archive's copy"),
        ("https://example.org/a?fbclid=1", "tracking parameter fbclid"),
        ("https://example.org/a b", "an address has no spaces"),
        ("https://exämple.org/", "an address has no spaces, quotes or letters beyond ASCII"),
        ("https://[example.org/", "not an address"),
    ],
)
def test_addresses_that_are_not_canonical(good: Path, address: str, fault: str) -> None:
    """A source is a public page at its own address, without a port, a password, a proxy or a tracker."""
    plant(good / "sources.yaml", "https://example.org/old", f'"{address}"')
    (problem,) = problems(good)
    assert re.match(r"data/sources\.yaml:9: old-page: url: ", problem)
    assert fault in problem


@pytest.mark.parametrize(
    ("field", "given", "is_right"),
    [
        ("cospar", "2016-002A", True),
        ("cospar", "2016-067ABC", True),
        ("cospar", "2016-002O", False),  # no piece has the letter O
        ("cospar", "2016-000A", False),
        ("cospar", "2016-2A", False),
        ("norad", "41240", True),
        ("norad", "0", False),
        ("norad", "1000000000", False),
    ],
)
def test_forms_of_spacecraft_ids(good: Path, field: str, given: str, is_right: bool) -> None:
    """A designation is year, number of the launch and letters of the piece; a number has one to nine figures."""
    craft = f"spacecraft:\n  - name: Sea-2\n    {field}: {given}\n    relation: own\n    source: page\n"
    plant(good / "missions/sea-2.yaml", "cnes_role:", f"{craft}cnes_role:")
    found = problems(good)
    assert [f"spacecraft[0].{field}: expected" in problem for problem in found] == ([] if is_right else [True])


@pytest.mark.parametrize(
    ("given", "is_right"), [("027ka1x80", True), ("027ka1x81", False), ("ror.org/027ka1x80", False)]
)
def test_an_id_of_ror_checks_itself(good: Path, given: str, is_right: bool) -> None:
    """Its last two figures are made of the others, so that a slip of the pen is found."""
    plant(good / "partners/jp.yaml", "name: Japan Aerospace", f'ror: "{given}"\n    name: Japan Aerospace')
    assert [problem.partition(" (")[0].partition(", whose")[0] for problem in problems(good)] == (
        []
        if is_right
        else ["data/partners/jp.yaml:11: jp: agencies[0].ror: expected an id of ror.org such as 027ka1x80"]
    )


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("doi: 10.5281/zenodo.7", None),
        ("doi: 10.1175/1520-0477(2001)082<1397:TSRERB>2.3.CO;2", None),
        ("doi: https://doi.org/10.5281/zenodo.7", "doi: expected a DOI such as 10.5281/zenodo.1234567"),
        ("archived: https://web.archive.org/web/2020/https://example.org/old", None),
        ("archived: https://example.org/copy", "archived: expected an archive's address"),
        ("archived: ftp://archive.org/copy", "archived: expected an address that begins with https:// or http://"),
        ('accessed: "2025-11-03"', None),
        ('accessed: "2027-11-03"', "accessed: 2027-11-03 is after 2026-01-31"),
    ],
)
def test_what_is_said_of_a_source(good: Path, lines: str, fault: str | None) -> None:
    """A DOI is one, a lasting copy lies in an archive, and nothing was read after the dataset's date."""
    plant(good / "sources.yaml", "  url: https://example.org/old\n", f"  url: https://example.org/old\n  {lines}\n")
    found = problems(good)
    assert [fault is not None and fault in problem for problem in found] == [True] * (fault is not None)


def test_a_host_may_carry_several_missions(good: Path) -> None:
    """What flies on another's spacecraft bears that one's designation, and may have been launched after it."""
    craft = "spacecraft:\n  - {name: Station, cospar: 1998-067A, norad: 25544, relation: host, source: page}\n"
    for mission in ("sea-1", "sea-2"):
        plant(good / f"missions/{mission}.yaml", "cnes_role:", f"{craft}cnes_role:")
    assert problems(good) == []


def test_an_agreement_may_run_into_the_future(good: Path) -> None:
    """Its last day may lie ahead, and it may be replaced by another, but not by itself."""
    plant(
        good / "partners/jp.yaml",
        '    date: "1986"\n',
        '    date: "1986"\n    until: "2030"\n    replaced_by: jp-2015-10-05\n',
    )
    assert problems(good) == []
    plant(good / "partners/jp.yaml", "replaced_by: jp-2015-10-05", "replaced_by: jp-1986")
    assert [problem.partition("replaced_by: ")[2] for problem in problems(good)] == [
        "an agreement does not replace itself (name the other)"
    ]


def test_a_table_that_cannot_be_read_is_a_problem(good: Path) -> None:
    """Its folder is missing: that is said, and nothing of what would have been in it."""
    shutil.rmtree(good / "missions")
    place = good / "missions"
    assert problems(good) == [f"{place}: No such file or directory (a dataset has the folder missions/)"]
