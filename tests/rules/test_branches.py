"""Each branch of each rule: what it refuses and what it lets pass, at its borders, with place and message."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.decode.findings import Findings
from cnes_partners.errors import Problem
from cnes_partners.rules.every import RULES
from cnes_partners.rules.subject import read_subject
from tests.rules.conftest import plant

JAPAN = "partners/jp.yaml"
MOONS = "missions/moons.yaml"
SEA_1 = "missions/sea-1.yaml"
SEA_2 = "missions/sea-2.yaml"
ESA = "partners/esa.yaml"
NORWAY = "partners/no.yaml"
SOURCES = "sources.yaml"
CATEGORIES = "categories.yaml"
PARTIES = "parties.yaml"
COUNTRIES = "countries.yaml"
INCOME = "esa/income.yaml"
BUDGET = "esa/budget.yaml"
SUBTOTALS = "esa/subtotals.yaml"
COUNCILS = "esa/councils.yaml"
STATEMENTS = "statements.yaml"
PRICES = "esa/prices.yaml"
DOMAINS = "esa/domains.yaml"
SUM_CHECKS = "esa/sum_checks.yaml"
COUNTS = "esa/member_counts.yaml"
CNES_BUDGET = "esa/cnes_budget.yaml"


class Case(NamedTuple):
    """What is changed in the good dataset (file, text, its replacement; no text: a new file), and what a rule says."""

    rule: str
    what: str
    changes: tuple[tuple[str, str | None, str], ...]
    problems: tuple[str, ...]


CASES = (
    Case("ids-are-plain", "a record's own", ((SOURCES, "- id: old-page", "- id: Old_page"),), (
        "data/sources.yaml:8: Old_page: id: expected an id of small letters a to z, digits and single hyphens",
    )),
    Case("ids-are-plain", "hyphens between words only", ((SOURCES, "- id: old-page", "- id: old--page"),), (
        "data/sources.yaml:8: old--page: id: expected an id of small letters a to z, digits and single hyphens",
    )),
    Case("ids-are-unique", "two records of a table", ((SOURCES, "- id: old-page", "- id: page"),), (
        "data/sources.yaml:8: page: id: data/sources.yaml:1 has this id too (keep one, or give one another id)",
    )),
    Case("ids-are-unique", "three records of a table", (
        (STATEMENTS, "- id: esa-share-2022", "- id: missions-with-partners"),
        (STATEMENTS, "- id: esa-rank-2022", "- id: missions-with-partners"),
    ), (
        "data/statements.yaml:19: missions-with-partners: id: data/statements.yaml:1 has this id too (keep one, or "
        "give one another id)",
        "data/statements.yaml:28: missions-with-partners: id: data/statements.yaml:1 has this id too (keep one, or "
        "give one another id)",
    )),
    Case("ids-are-unique", "one id in two tables", ((SOURCES, "- id: old-page", "- id: moons"),), ()),
    Case("agreement-ids-are-unique", "another's id first", ((JAPAN, "- id: jp-1986", "- id: fr-1986"),), (
        'data/partners/jp.yaml:29: jp: agreements[1].id: expected an id that begins with "jp-"',
    )),
    Case("agreement-ids-are-unique", "the id alone", ((JAPAN, "- id: jp-1986", "- id: jp"),), (
        'data/partners/jp.yaml:29: jp: agreements[1].id: expected an id that begins with "jp-"',
    )),
    Case("agreements-are-replaced-by-others", "one of another partner", (
        (JAPAN, '    date: "1986"\n', '    date: "1986"\n    replaced_by: jp-2015-10-05\n'),
    ), ()),
    Case("references-resolve", "sources, in a record and beside it", (
        (MOONS, "kept_source: page", "kept_source: pages"),
        (JAPAN, "status_source: page", "status_source: pages"),
    ), (
        'data/partners/jp.yaml:19: jp: status_source: nothing has the id "pages" (write it out under the record\'s '
        "sources, or in sources.yaml)",
        'data/missions/moons.yaml:33: moons: disagreements[0].kept_source: nothing has the id "pages" (write it '
        "out under the record's sources, or in sources.yaml)",
    )),
    Case("references-resolve", "parties of every kind", (
        (INCOME, 'contributor: "de"', "contributor: dd"),
        (COUNCILS, 'country: "de"', "country: dd"),
        (SEA_1, "    provider: CNES\n", "    providers:\n      - {party: dd, role: lead}\n"),
    ), (
        'data/missions/sea-1.yaml:26: sea-1: instruments[0].providers[0].party: nothing has the id "dd" (add it to '
        "partners/ or to parties.yaml)",
        'data/esa/income.yaml:17: 2022: contributor: nothing has the id "dd" (add it to partners/ or to '
        "parties.yaml)",
        'data/esa/councils.yaml:9: cm19: subscriptions[0].country: nothing has the id "dd" (add it to partners/ or '
        "to parties.yaml)",
    )),
    Case("references-resolve", "related missions", (
        (JAPAN, "sources:\n", "related_missions: [sea-1, sea-3]\nsources:\n"),
    ), (
        'data/partners/jp.yaml:35: jp: related_missions[1]: nothing has the id "sea-3" (add it to missions/)',
    )),
    Case("references-resolve", "lists", ((BUDGET, "  source: page\n", "  source: page\n  also: [old-page, none]\n"),), (
        'data/esa/budget.yaml:6: 2021: also[1]: nothing has the id "none" (write it out under the record\'s '
        "sources, or in sources.yaml)",
    )),
    Case("sources-are-cited", "one that a broken record mentions", (
        (MOONS, "role: lead", "role: boss"),
        (SOURCES,
            "- id: old-page",
            "- {id: x, url: https://example.org, title: X, publisher: X, language: x, kind: other}\n"
            "- id: old-page"),
    ), (
        "data/sources.yaml:8: x: id: nothing cites this source (cite it or take it out)",
    )),
    Case("shared-sources-stand-apart", "of a mission", (
        (SEA_1,
            "sources:\n  - page",
            "sources:\n  - page\n"
            "  - {id: own, url: https://example.org/o, title: X, publisher: X, language: x, kind: other}"),
        (SEA_2, "sources:\n  - page", "sources:\n  - page\n  - own"),
        (MOONS, "sources:\n  - page", "sources:\n  - page\n  - own"),
    ), (
        "data/missions/sea-1.yaml:30: own: id: data/missions/moons.yaml:1 cites it too (move it to sources.yaml)",
    )),
    Case("cited-sources-are-listed", "none", ((SEA_2, "sources:\n  - page\n", ""),), (
        "data/missions/sea-2.yaml:1: sea-2: sources: a record names at least one source",
        'data/missions/sea-2.yaml:9: sea-2: launch.source: add "page" to the sources of this record',
    )),
    Case("cited-sources-are-listed", "of a partner", ((JAPAN, "  - page\n  - id: old-book", "  - id: old-book"),), (
        'data/partners/jp.yaml:7: jp: category_source: add "page" to the sources of this record',
        'data/partners/jp.yaml:19: jp: status_source: add "page" to the sources of this record',
        'data/partners/jp.yaml:28: jp: agreements[0].source: add "page" to the sources of this record',
    )),
    Case("categories-name-their-members", "another source", (
        (CATEGORIES, '- partner: "jp"\n      source: page', '- partner: "jp"\n      source: old-page'),
    ), (
        "data/partners/jp.yaml:7: jp: category_source: categories.yaml has no such member (add it there)",
    )),
    Case("categories-name-their-members", "no source", ((JAPAN, "category_source: page\n", ""),), (
        "data/partners/jp.yaml:6: jp: category_basis: a stated category names its category_source",
    )),
    Case("categories-name-their-members", "assigned by a source", (
        (JAPAN, "category_basis: stated", "category_basis: assigned"),
    ), (
        "data/partners/jp.yaml:7: jp: category_source: an assigned category has no source (say stated, or drop it)",
    )),
    Case("categories-name-their-members", "categories that cannot be read", (
        (CATEGORIES, "- id: european", "- id: european: x"),
        (JAPAN, "category: historic", "category: european"),
    ), ()),
    Case("identifiers-are-well-formed", "codes of a country", (
        (COUNTRIES, "alpha2: PE", "alpha2: PEX"),
        (COUNTRIES, "alpha3: PER", "alpha3: PE"),
        (COUNTRIES, 'numeric: "604"', 'numeric: "60"'),
        (COUNTRIES, "ioc: PER", "ioc: per"),
        (COUNTRIES, "wikidata: Q419", "wikidata: Q0419"),
    ), (
        'data/countries.yaml:45: pe: alpha2: expected two capital letters, got "PEX"',
        'data/countries.yaml:46: pe: alpha3: expected three capital letters, got "PE"',
        'data/countries.yaml:47: pe: numeric: expected three digits, got "60"',
        'data/countries.yaml:48: pe: ioc: expected three capital letters, got "per"',
        'data/countries.yaml:49: pe: wikidata: expected a Wikidata id such as Q23548, got "Q0419"',
    )),
    Case("identifiers-are-well-formed", "catalogue numbers", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n  - {name: Sea-2, norad: 1000000000, relation: own, source: page}\ncnes_role:"),
        (SEA_1, "cnes_role:", "spacecraft:\n  - {name: Sea-2, norad: 0, relation: own, source: page}\ncnes_role:"),
    ), (
        "data/missions/sea-1.yaml:13: sea-1: spacecraft[0].norad: expected a catalogue number such as 54754, got 0",
        "data/missions/sea-2.yaml:11: sea-2: spacecraft[0].norad: expected a catalogue number such as 54754, got "
        "1000000000",
    )),
    Case("identifiers-are-well-formed", "the first and the last catalogue number", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n  - {name: Sea-2, norad: 999999999, relation: own, source: page}\ncnes_role:"),
        (SEA_1, "cnes_role:", "spacecraft:\n  - {name: Sea-2, norad: 1, relation: own, source: page}\ncnes_role:"),
    ), ()),
    Case("spacecraft-belong-to-one-mission", "catalogue numbers of two missions", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n  - {name: Sea-2, norad: 41240, relation: own, source: page}\ncnes_role:"),
        (SEA_1,
            "cnes_role:",
            "spacecraft:\n  - {name: Sea-2, norad: 41240, relation: own, source: page}\ncnes_role:"),
    ), (
        "data/missions/sea-2.yaml:11: sea-2: spacecraft[0].norad: 41240 is a spacecraft of sea-1 too (host, if it "
        "carries it)",
    )),
    Case("spacecraft-belong-to-one-mission", "three of one, behind a host", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n  - {name: A, norad: 1, relation: host, source: page}\n"
            "  - {name: B, source: page, relation: own}\n  - {name: C, norad: 1, relation: own, source: page}\n"
            "  - {name: D, norad: 1, relation: own, source: page}\n"
            "  - {name: E, norad: 1, relation: own, source: page}\ncnes_role:"),
    ), (
        "data/missions/sea-2.yaml:14: sea-2: spacecraft[3].norad: 1 is a spacecraft of sea-2 too (host, if it "
        "carries it)",
        "data/missions/sea-2.yaml:15: sea-2: spacecraft[4].norad: 1 is a spacecraft of sea-2 too (host, if it "
        "carries it)",
    )),
    Case("designations-fit-the-launch", "its own launch", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n"
            '  - {name: Sea-2, cospar: 2016-002A, launched: "2015-03", relation: own, source: page}\ncnes_role:'),
    ), (
        "data/missions/sea-2.yaml:11: sea-2: spacecraft[0].cospar: 2016-002A is of 2016, but the launch was on "
        "2015-03 (give launched, where it differs)",
    )),
    Case("designations-fit-the-launch", "its own launch, of that year", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n"
            '  - {name: Sea-2, cospar: 2015-002A, launched: "2015-03", relation: own, source: page}\ncnes_role:'),
    ), ()),
    Case("designations-fit-the-launch", "the mission's launch again", (
        (SEA_2,
            "cnes_role:",
            'spacecraft:\n  - {name: Sea-2, launched: "2016-01", relation: own, source: page}\ncnes_role:'),
    ), (
        "data/missions/sea-2.yaml:11: sea-2: spacecraft[0].launched: this is the mission's launch (leave it out)",
    )),
    Case("designations-fit-the-launch", "a launch that is planned", (
        (MOONS,
            "cnes_role:",
            "spacecraft:\n  - {name: Sea-2, cospar: 2015-002A, relation: own, source: page}\ncnes_role:"),
    ), ()),
    Case("designations-fit-the-launch", "a host's own launch", (
        (SEA_2,
            "cnes_role:",
            'spacecraft:\n  - {name: A, cospar: 1998-067A, launched: "1999", relation: host, source: page}\n'
            "  - {name: B, cospar: 1998-067B, relation: host, source: page}\ncnes_role:"),
    ), (
        "data/missions/sea-2.yaml:11: sea-2: spacecraft[0].cospar: 1998-067A is of 1998, but the launch was on "
        "1999 (give launched, where it differs)",
    )),
    Case("missions-have-a-target", "one twice", (
        (SEA_2, "target:\n  - earth\n", "target:\n  - earth\n  - mars\n  - earth\n"),
    ), (
        "data/missions/sea-2.yaml:19: sea-2: target: a target stands here twice (keep one)",
    )),
    Case("missions-have-a-target", "two", ((SEA_2, "target:\n  - earth\n", "target:\n  - earth\n  - mars\n"),), ()),
    Case("providers-take-part", "of a second instrument", (
        (SEA_1,
            "    provider: CNES\n",
            '    providers:\n      - {party: esa, role: lead}\n      - {party: "fr", role: part}\n'
            "  - name: Doris\n    what: beacon\n    what_fr: balise\n    providers:\n"
            '      - {party: "jp", role: lead}\n      - {party: "no", role: part}\n'),
    ), (
        'data/missions/sea-1.yaml:32: sea-1: instruments[1].providers[0].party: "jp" provides Doris but is not '
        "among the partners (add it there)",
        'data/missions/sea-1.yaml:33: sea-1: instruments[1].providers[1].party: "no" provides Doris but is not '
        "among the partners (add it there)",
    )),
    Case("providers-stand-once", "institutes and parts tell apart", (
        (SEA_1,
            "    provider: CNES\n",
            "    providers:\n      - {party: esa, role: lead}\n      - {party: esa, role: part, institute: A}\n"
            "      - {party: esa, role: part, institute: A, supplies: b, supplies_fr: b}\n"
            "      - {party: esa, role: part, institute: B}\n      - {party: esa, role: lead, institute: A}\n"),
    ), (
        'data/missions/sea-1.yaml:30: sea-1: instruments[0].providers[4]: "esa" stands here twice (merge the two)',
    )),
    Case("dates-are-in-range", "too early", (
        (JAPAN, 'date: "1986"\n  what', 'date: "1944"\n  what'),
        (SEA_1, 'date: "2001-12-07"', 'date: "1945"'),
    ), (
        "data/partners/jp.yaml:13: jp: since.date: 1944 is before 1945 (a slip of the pen?)",
    )),
    Case("dates-are-in-range", "plans", (
        (MOONS, 'date: "2026"\n', 'date: "2066-12"\n'),
        (JAPAN, '    date: "1986"\n', '    date: "1986"\n    until: "2066"\n'),
        (SEA_2, "cnes_role:", 'end: "2030"\ncnes_role:'),
    ), ()),
    Case("dates-are-in-range", "plans for too far a future", (
        (MOONS, 'date: "2026"\n', 'date: "2067"\n'),
        (JAPAN, '    date: "1986"\n', '    date: "1986"\n    until: "2067-01"\n'),
        (SEA_2, "cnes_role:", 'end: "2067"\ncnes_role:'),
    ), (
        "data/partners/jp.yaml:31: jp: agreements[1].until: 2067-01 is after 2066 (the dataset is of 2026-01-31)",
        "data/missions/moons.yaml:12: moons: launch.date: 2067 is after 2066 (the dataset is of 2026-01-31)",
        "data/missions/sea-2.yaml:10: sea-2: end: 2067 is after 2066 (the dataset is of 2026-01-31)",
    )),
    Case("dates-are-in-range", "what is no plan", (
        (MOONS, 'as_of: "2026-01"', 'as_of: "2026-02"'),
        (SEA_1, 'end: "2013-07-01"', 'end: "2026-02-01"'),
        (SEA_2, 'date: "2016-01"', 'date: "2027"'),
        (JAPAN, '    date: "2015-10-05"', '    date: "2026-02-01"'),
        (SOURCES, 'published: "2024-05-06"', 'published: "2026-02"'),
    ), (
        "data/partners/jp.yaml:24: jp: agreements[0].date: 2026-02-01 is after 2026-01-31 (the dataset is of "
        "2026-01-31)",
        "data/missions/moons.yaml:9: moons: as_of: 2026-02 is after 2026-01-31 (the dataset is of 2026-01-31)",
        "data/missions/sea-1.yaml:11: sea-1: end: 2026-02-01 is after 2026-01-31 (the dataset is of 2026-01-31)",
        "data/missions/sea-2.yaml:8: sea-2: launch.date: 2027 is after 2026-01-31 (the dataset is of 2026-01-31)",
        "data/sources.yaml:5: page: published: 2026-02 is after 2026-01-31 (the dataset is of 2026-01-31)",
    )),
    Case("dates-are-in-range", "the day itself", (
        (MOONS, 'as_of: "2026-01"', 'as_of: "2026-01-31"'),
        (SOURCES, 'published: "2024-05-06"', 'published: "2026"'),
    ), ()),
    Case("dates-are-in-range", "years", (
        (BUDGET, "year: 2021", "year: 1945"),
        (BUDGET, "year: 2022", "year: 2027"),
        (SUBTOTALS, "year: 2022", "year: 1944"),
        (INCOME, "year: 2021", "year: 2028"),
    ), (
        "data/esa/income.yaml:1: 2028: year: expected a year from 1945 to 2027, got 2028",
        "data/esa/subtotals.yaml:1: 1944: year: expected a year from 1945 to 2027, got 1944",
    )),
    Case("missions-end-after-launch", "in the same month", ((SEA_1, 'end: "2013-07-01"', 'end: "2001-12"'),), ()),
    Case("missions-end-after-launch", "a plan", (
        (SEA_1, 'end: "2013-07-01"', 'end: "2001-11"'),
        (SEA_1, "state: launched", "state: planned"),
    ), ()),
    Case("agreements-run-after-their-date", "a day", (
        (JAPAN, 'date: "2015-10-05"', 'date: "2015-10-05"\n    until: "2015-10-05"'),
    ), ()),
    Case("agreements-run-after-their-date", "the second one", (
        (JAPAN, '    date: "1986"\n', '    date: "1986"\n    until: "1985-12"\n'),
    ), (
        "data/partners/jp.yaml:31: jp: agreements[1].until: 1985-12 is before the date of the agreement, 1986",
    )),
    Case("launches-fit-the-status", "no date", ((SEA_2, '  date: "2016-01"\n', ""),), (
        "data/missions/sea-2.yaml:6: sea-2: launch: a launched mission has a launch date",
    )),
    Case("launches-fit-the-status", "no date, planned", ((MOONS, '  date: "2026"\n', ""),), ()),
    Case("launches-fit-the-status", "launched, proposed", ((SEA_2, "status: operational", "status: proposed"),), (
        "data/missions/sea-2.yaml:5: sea-2: status: proposed, but the mission is launched (commissioning, until it "
        "works?)",
    )),
    Case("launches-fit-the-status", "launched, development", ((SEA_2, "status: operational", "status: development"),), (
        "data/missions/sea-2.yaml:5: sea-2: status: development, but the mission is launched (commissioning, until "
        "it works?)",
    )),
    Case("launches-fit-the-status", "launched, cancelled", ((SEA_2, "status: operational", "status: cancelled"),), (
        "data/missions/sea-2.yaml:5: sea-2: status: cancelled, but the mission is launched (commissioning, until "
        "it works?)",
    )),
    Case("launches-fit-the-status", "launched, commissioning", (
        (SEA_2, "status: operational", "status: commissioning"),
    ), ()),
    Case("launches-fit-the-status", "launched, completed", ((SEA_2, "status: operational", "status: completed"),), ()),
    Case("launches-fit-the-status", "launched, failed", ((SEA_2, "status: operational", "status: failed"),), ()),
    Case("launches-fit-the-status", "planned, commissioning", (
        (MOONS, "status: development", "status: commissioning"),
    ), (
        "data/missions/moons.yaml:11: moons: launch.state: planned, but the mission is commissioning",
    )),
    Case("launches-fit-the-status", "planned, completed", ((MOONS, "status: development", "status: completed"),), (
        "data/missions/moons.yaml:11: moons: launch.state: planned, but the mission is completed",
    )),
    Case("launches-fit-the-status", "planned, failed", ((MOONS, "status: development", "status: failed"),), ()),
    Case("launches-fit-the-status", "planned, cancelled", ((MOONS, "status: development", "status: cancelled"),), ()),
    Case("launches-fit-the-status", "planned, proposed", ((MOONS, "status: development", "status: proposed"),), ()),
    Case("launches-fit-the-status", "no launch", (
        (SEA_2, 'launch:\n  state: launched\n  date: "2016-01"\n  source: page\n', ""),
    ), ()),
    Case("statuses-know-of-the-launch", "of that month", (
        (SEA_2, "status: operational", 'status: operational\nas_of: "2016-01"'),
    ), ()),
    Case("statuses-know-of-the-launch", "a plan", ((MOONS, 'as_of: "2026-01"', 'as_of: "2025-01"'),), ()),
    Case("statuses-know-of-the-end", "after the end", (
        (SEA_1, "status: completed", "status: operational"),
        (SEA_1, 'as_of: "2013-07"', 'as_of: "2013-08"'),
    ), (
        "data/missions/sea-1.yaml:5: sea-1: status: operational on 2013-08, after the end on 2013-07-01",
    )),
    Case("statuses-know-of-the-end", "in the month of the end", ((
        SEA_1, "status: completed", "status: operational"),
    ), ()),
    Case("statuses-know-of-the-end", "over after the end", ((SEA_1, 'as_of: "2013-07"', 'as_of: "2014"'),), ()),
    Case("statuses-know-of-the-end", "running before the end", (
        (SEA_1, "status: completed", "status: operational"),
        (SEA_1, 'as_of: "2013-07"', 'as_of: "2012"'),
    ), ()),
    Case("planned-launches-lie-ahead", "an old plan that a disagreement tells of", (
        (MOONS, 'date: "2026"\n', 'date: "2025-12"\n'),
        (MOONS, 'as_of: "2026-01"', 'as_of: "2025-12"'),
    ), ()),
    Case("planned-launches-lie-ahead", "an old plan that a note tells of", (
        (MOONS, 'date: "2026"\n', 'date: "2025-12"\n'),
        (MOONS, 'as_of: "2026-01"', 'as_of: "2025-11"\nnote: Late.'),
        (MOONS,
            'disagreements:\n  - about: launch date\n    about_fr: date de lancement\n    kept: "2026"\n'
            '    kept_source: page\n    others:\n      - value: "2025"\n        source: old-page\n'
            "    note: The newer page is kept.\n    note_fr: La page la plus récente est retenue.\n",
            ""),
    ), ()),
    Case("planned-launches-lie-ahead", "an old plan that nothing tells of", (
        (SEA_2, "state: launched", "state: planned"),
        (SEA_2, "note: The status bears no date.\nnote_fr: L'état n'est pas daté.\n", ""),
        (SEA_2, "status: operational", 'status: development\nas_of: "2015"'),
    ), (
        "data/missions/sea-2.yaml:9: sea-2: launch.date: planned for 2016-01, which is past (say what happened, or "
        "in a note what is known)",
    )),
    Case("planned-launches-lie-ahead", "what is over", (
        (MOONS, 'date: "2026"\n', 'date: "2025-12"\n'),
        (MOONS, "status: development", "status: cancelled"),
    ), ()),
    Case("statuses-are-dated", "an end", ((SEA_1, 'as_of: "2013-07"\n', ""),), ()),
    Case("statuses-are-dated", "over without an end", (
        (SEA_1, 'as_of: "2013-07"\n', ""),
        (SEA_1, 'end: "2013-07-01"\n', ""),
    ), (
        "data/missions/sea-1.yaml:5: sea-1: status: give as_of, the date of its newest source, or say why not in a "
        "note",
    )),
    Case("statuses-are-dated", "over, the end being disputed", (
        (SEA_1, 'as_of: "2013-07"\n', ""),
        (SEA_1, 'end: "2013-07-01"\n', ""),
        (SEA_1, "sources:", "disagreements:\n  - {about: end, others: [{value: x, source: page}]}\nsources:"),
    ), ()),
    Case("statuses-are-dated", "running, the end being disputed", (
        (MOONS, 'as_of: "2026-01"\n', ""),
        (MOONS, "about: launch date", "about: end"),
    ), (
        "data/missions/moons.yaml:8: moons: status: give as_of, the date of its newest source, or say why not in a "
        "note",
    )),
    Case("statuses-are-dated", "a note of something else", (
        (SEA_2, "note: The status bears no date.", "note: Statuses are endless."),
    ), (
        "data/missions/sea-2.yaml:5: sea-2: status: give as_of, the date of its newest source, or say why not in a "
        "note",
    )),
    Case("statuses-are-dated", "a note of the end", (
        (SEA_2, "note: The status bears no date.", "note: It ended in May."),
    ), ()),
    Case("statuses-are-dated", "of a partner", ((JAPAN, 'as_of: "2025-03"\n', ""),), (
        "data/partners/jp.yaml:17: jp: status: give as_of, the date of its newest source, or say why not in "
        "status_note",
    )),
    Case("statuses-are-dated", "of a partner, with a note", (
        (JAPAN, 'as_of: "2025-03"\n', "status_note: Not dated.\n"),
    ), ()),
    Case("addresses-are-canonical", "an archive that is said", (
        (SOURCES, "url: https://example.org/old", "url: https://web.archive.org/x\n  via: archive.org"),
    ), ()),
    Case("addresses-are-canonical", "a proxy that is said", (
        (SOURCES, "url: https://example.org/old", "url: https://r.jina.ai/x\n  via: r.jina.ai"),
    ), (
        'data/sources.yaml:9: old-page: url: "r.jina.ai" shows pages of others (give the address of the page, and '
        "say in via how it was read)",
    )),
    Case("addresses-are-canonical", "a copy elsewhere", (
        (SOURCES,
            "url: https://example.org/old",
            "url: https://example.org/old\n  archived: https://notarchive.org/x"),
    ), (
        "data/sources.yaml:10: old-page: archived: expected an archive's address (archive.org)",
    )),
    Case("addresses-are-canonical", "a copy at archive.ph", (
        (SOURCES,
            "url: https://example.org/old",
            "url: https://example.org/old\n  archived: https://archive.ph/x"),
    ), ()),
    Case("addresses-are-canonical", "a copy at archive.today", (
        (SOURCES,
            "url: https://example.org/old",
            "url: https://example.org/old\n  archived: https://archive.today/x"),
    ), ()),
    Case("addresses-are-canonical", "a copy at archive.is", (
        (SOURCES,
            "url: https://example.org/old",
            "url: https://example.org/old\n  archived: https://archive.is/x"),
    ), ()),
    Case("addresses-are-canonical", "a copy at www.archive.org", (
        (SOURCES,
            "url: https://example.org/old",
            "url: https://example.org/old\n  archived: https://www.archive.org/x"),
    ), ()),
    Case("addresses-are-canonical", "a proxy's number", ((SOURCES, "example.org/old", "proxy2.example.org/old"),), (
        'data/sources.yaml:9: old-page: url: "proxy2.example.org" shows pages of others (give the address of the '
        "page, and say in via how it was read)",
    )),
    Case("addresses-are-canonical", "a name like a proxy's", (
        (SOURCES, "example.org/old", "proxymity.example.org/old"),
    ), ()),
    Case("addresses-are-canonical", "a password alone", (
        (SOURCES, "example.org/old", "'@example.org/old'"),
        (SOURCES, "url: https://'@example.org/old'", "url: 'https://:x@example.org/old'"),
    ), (
        "data/sources.yaml:9: old-page: url: a user name stands in the address (take it out)",
    )),
    Case("addresses-are-canonical", "nobody's name", (
        (SOURCES, "url: https://example.org/old", "url: 'https://@example.org/old'"),
    ), (
        "data/sources.yaml:9: old-page: url: a user name stands in the address (take it out)",
    )),
    Case("addresses-are-canonical", "a private ending", ((SOURCES, "example.org/old", "example.internal/old"),), (
        'data/sources.yaml:9: old-page: url: "example.internal" is not the name of a public host',
    )),
    Case("addresses-are-canonical", "no host", ((SOURCES, "url: https://example.org/old", "url: https:///old"),), (
        'data/sources.yaml:9: old-page: url: "" is not the name of a public host',
    )),
    Case("addresses-are-canonical", "an empty tracker in capitals", (
        (SOURCES, "example.org/old", "example.org/old?a=1&UTM_Source=&pk_x=2"),
    ), (
        "data/sources.yaml:9: old-page: url: tracking parameter UTM_Source (take it out)",
    )),
    Case("addresses-are-canonical", "a question", ((SOURCES, "example.org/old", "example.org/old?id=1&xutm_a=2"),), ()),
    Case("figures-have-sources", "a value that nothing keeps", (
        (MOONS, "    kept_source: page\n", ""),
        (MOONS, "    note: The newer page is kept.\n    note_fr: La page la plus récente est retenue.\n", ""),
    ), (
        "data/missions/moons.yaml:32: moons: disagreements[0].kept: name its kept_source, or say in the note why "
        "it is kept",
    )),
    Case("figures-have-sources", "a value that a note keeps", ((MOONS, "    kept_source: page\n", ""),), ()),
    Case("figures-have-sources", "no value", (
        (MOONS, '    kept: "2026"\n    kept_source: page\n', ""),
        (MOONS, "    note: The newer page is kept.\n    note_fr: La page la plus récente est retenue.\n", ""),
    ), ()),
    Case("figures-have-sources", "a status", ((JAPAN, "status_source: page\n", ""),), (
        "data/partners/jp.yaml:17: jp: status: a status has a source (add status_source)",
    )),
    Case("partners-share-no-name", "a party's and a partner's", ((PARTIES, "name: Germany", "name: Norway"),), (
        'data/parties.yaml:6: de: name: "Norway" also finds no (drop it, or name the other in both notes)',
    )),
    Case("partners-share-no-name", "a country's code", ((ESA, "  - ASE", "  - PER"),), ()),
    Case("partners-share-no-name", "namesakes that both say so", (
        (PARTIES,
            "name: Germany\n  name_fr: Allemagne\n  kind: country",
            "name: Germany\n  name_fr: Allemagne\n  kind: country\n- id: pe\n  name: NORGE\n  name_fr: Norge\n"
            "  kind: country"),
    ), (
        'data/countries.yaml:41: no: aliases[0]: "Norge" also finds pe (drop it, or name the other in both notes)',
    )),
    Case("missions-share-no-name", "spacecraft", (
        (SEA_2,
            "cnes_role:",
            "spacecraft:\n"
            "  - {name: Sea 1, aliases: [Moons Exploration], cospar: 2016-002A, norad: 5, relation: own, "
            "source: page}\ncnes_role:"),
    ), (
        'data/missions/sea-2.yaml:11: sea-2: spacecraft[0].aliases[0]: "Moons Exploration" also finds moons (drop '
        "it, or name the other in both notes)",
        'data/missions/sea-2.yaml:11: sea-2: spacecraft[0].name: "Sea 1" also finds sea-1 (drop it, or name the '
        "other in both notes)",
    )),
    Case("missions-share-no-name", "a host", (
        (SEA_2, "cnes_role:", "spacecraft:\n  - {name: Sea 1, relation: host, source: page}\ncnes_role:"),
    ), ()),
    Case("missions-share-no-name", "one note only", (
        (SEA_2, "name: Sea-2", "name: Sea 1"),
        (SEA_2, "note: The status", "note: Not the older Sea-1 (sea-1). The status"),
    ), (
        'data/missions/sea-2.yaml:2: sea-2: name: "Sea 1" also finds sea-1 (drop it, or name the other in both '
        "notes)",
    )),
    Case("missions-share-no-name", "both notes", (
        (SEA_2, "name: Sea-2", "name: Sea 1"),
        (SEA_2, "note: The status", "note: Not the older Sea-1 (sea-1). The status"),
        (SEA_1, "sources:", "note: Not (sea-2).\nsources:"),
    ), ()),
    Case("former-ids-are-given-up", "of a party and a partner", (
        ("parties.yaml", '- id: "de"', '- id: "de"\n  formerly: brd'),
        (NORWAY, 'id: "no"', 'id: "no"\nformerly: brd'),
    ), (
        "data/parties.yaml:6: de: formerly: data/partners/no.yaml:1 has this id as a former one (an id is given to "
        "one thing only)",
    )),
    Case("former-ids-are-given-up", "of a mission", (
        (SEA_2, "id: sea-2", "id: sea-2\nformerly: sea-1"),
    ), (
        "data/missions/sea-2.yaml:2: sea-2: formerly: data/missions/sea-1.yaml:1 has this id (an id is given to one "
        "thing only)",
    )),
    Case("ids-are-plain", "a former one", (
        (SEA_2, "id: sea-2", "id: sea-2\nformerly: Sea B"),
    ), (
        "data/missions/sea-2.yaml:2: sea-2: formerly: expected an id of small letters a to z, digits and single "
        "hyphens",
    )),
    Case("aliases-repeat-nothing", "of a mission", (
        (SEA_2, "kind: mission", "aliases: [Other, The SEA 2B, Sea-2]\nkind: mission"),
        (SEA_2, "cnes_role:", "spacecraft:\n  - {name: Sea-2b, relation: own, source: page}\ncnes_role:"),
    ), (
        'data/missions/sea-2.yaml:3: sea-2: aliases[1]: "The SEA 2B" stands in spacecraft already (drop it here)',
    )),
    Case("aliases-repeat-nothing", "of a partner that is no country", ((
        ESA, "  - ASE", "  - European space agency"),
    ), ()),
    Case("aliases-repeat-nothing", "of a country", (
        (NORWAY, "kind: country", "aliases: [Kingdom of Norway, NOR, Norge]\nkind: country"),
    ), (
        'data/partners/no.yaml:4: no: aliases[0]: "Kingdom of Norway" stands in countries.yaml already (drop it '
        "here)",
        'data/partners/no.yaml:4: no: aliases[1]: "NOR" stands in countries.yaml already (drop it here)',
        'data/partners/no.yaml:4: no: aliases[2]: "Norge" stands in countries.yaml already (drop it here)',
    )),
    Case("texts-are-in-both-languages", "French alone", ((ESA, "note: Founded in 1975.\n", ""),), (
        "data/partners/esa.yaml:13: esa: note_fr: there is no note that this is the French of",
    )),
    Case("texts-are-in-both-languages", "of blocks", (
        (MOONS, "    contribution_fr: sonde et lancement\n", ""),
        (JAPAN, "    title_fr: Accord-cadre\n", ""),
    ), (
        "data/partners/jp.yaml:25: jp: agreements[0].title: say in French what it says (title_fr)",
        "data/missions/moons.yaml:24: moons: partners[0].contribution: say in French what it says (contribution_fr)",
    )),
    Case("texts-are-in-both-languages", "dates, figures and names", (
        (ESA, "note: Founded in 1975.\nnote_fr: Fondée en 1975.\n", "note: ESA 1975\n"),
        (MOONS, "destination: Moons of Mars\ndestination_fr: Lunes de Mars\n", "destination: MAY 5\n"),
    ), ()),
    Case("texts-are-in-both-languages", "names, but what their letters stand for", (
        (MOONS, "name: Moons\n", "name: Moons of Mars\nfull_name: Many Orbits of Old Natural Satellites\n"),
        (MOONS, "vehicle: H3\n", "vehicle: H3 with a kick stage\n"),
    ), (
        "data/missions/moons.yaml:2: moons: name: say in French what it says (name_fr)",
        "data/missions/moons.yaml:14: moons: launch.vehicle: say in French what it says (vehicle_fr)",
    )),
    Case("texts-are-in-both-languages", "a month", (
        (MOONS, "destination: Moons of Mars\ndestination_fr: Lunes de Mars\n", "destination: May\n"),
    ), (
        "data/missions/moons.yaml:15: moons: destination: say in French what it says (destination_fr)",
    )),
    Case("texts-are-in-both-languages", "a point", (
        (MOONS, "destination: Moons of Mars\ndestination_fr: Lunes de Mars\n", "destination: L 1.5\n"),
    ), (
        "data/missions/moons.yaml:15: moons: destination: say in French what it says (destination_fr)",
    )),
    Case("texts-are-in-both-languages", "thousands", (
        (MOONS, "destination: Moons of Mars\ndestination_fr: Lunes de Mars\n", "destination: L 1,500\n"),
    ), (
        "data/missions/moons.yaml:15: moons: destination: say in French what it says (destination_fr)",
    )),
    Case("agencies-tell-more-than-the-partner", "a party", (
        (MOONS, 'partner: "jp"', 'partner: "de"'),
        (MOONS, "agency: JAXA", "agency: Germany"),
    ), (
        "data/missions/moons.yaml:22: moons: partners[0].agency: this is the partner's own name (leave it out)",
    )),
    Case("agencies-tell-more-than-the-partner", "none", ((MOONS, "    agency: JAXA\n", ""),), ()),
    Case("disagreements-fit-their-records", "with a word beside it", ((
        MOONS, 'kept: "2026"', 'kept: "2026 (plan)"'),
    ), ()),
    Case("disagreements-fit-their-records", "about something else", (
        (MOONS, "about: launch date", "about: mass"),
        (MOONS, 'kept: "2026"', 'kept: "2027"'),
    ), ()),
    Case("disagreements-fit-their-records", "end and status", (
        (SEA_1,
            "sources:",
            "disagreements:\n"
            '  - {about: end, kept: "2012", kept_source: page, others: [{value: x, source: page}]}\n'
            "  - {about: status, kept: failed, kept_source: page, others: [{value: x, source: page}]}\n"
            '  - {about: end, kept: "2013-07-01", kept_source: page, others: [{value: x, source: page}]}\n'
            "sources:"),
    ), (
        'data/missions/sea-1.yaml:29: sea-1: disagreements[0].kept: "2012" is kept, but the record has "2013-07-01"',
        'data/missions/sea-1.yaml:30: sea-1: disagreements[1].kept: "failed" is kept, but the record has '
        '"completed"',
    )),
    Case("disagreements-fit-their-records", "of a partner", (
        (JAPAN,
            "sources:\n",
            "disagreements:\n"
            '  - {about: since, kept: "1987", kept_source: page, others: [{value: x, source: page}]}\n'
            "  - {about: status, kept: ended, kept_source: page, others: [{value: x, source: page}]}\n"
            "  - {about: category, kept: european, kept_source: page, others: [{value: x, source: page}]}\n"
            "sources:\n"),
    ), (
        'data/partners/jp.yaml:36: jp: disagreements[0].kept: "1987" is kept, but the record has "1986"',
        'data/partners/jp.yaml:37: jp: disagreements[1].kept: "ended" is kept, but the record has "active"',
        'data/partners/jp.yaml:38: jp: disagreements[2].kept: "european" is kept, but the record has "historic"',
    )),
    Case("disagreements-fit-their-records", "nothing to hold it against", (
        (SEA_2,
            "sources:",
            "disagreements:\n"
            '  - {about: end, kept: "2012", kept_source: page, others: [{value: x, source: page}]}\nsources:'),
    ), ()),
    Case("country-codes-stand-once", "codes of each kind", (
        (COUNTRIES, "alpha2: PE", "alpha2: JP"),
        (COUNTRIES, "alpha3: PER", "alpha3: JPN"),
        (COUNTRIES, "ioc: PER", "ioc: GER"),
        (COUNTRIES, "wikidata: Q419", "wikidata: Q20"),
    ), (
        'data/countries.yaml:45: pe: alpha2: "JP" is the code of jp (correct one)',
        'data/countries.yaml:46: pe: alpha3: "JPN" is the code of jp (correct one)',
        'data/countries.yaml:48: pe: ioc: "GER" is the code of de (correct one)',
        'data/countries.yaml:49: pe: wikidata: "Q20" is the code of no (correct one)',
    )),
    Case("countries-are-listed", "an organisation", (
        (PARTIES,
            'id: "de"\n  name: Germany\n  name_fr: Allemagne\n  kind: country',
            "id: dlr\n  name: DLR\n  name_fr: DLR\n  kind: organisation"),
    ), ()),
    Case("countries-are-listed", "a partner", ((NORWAY, 'id: "no"', "id: xx"),), (
        "data/partners/no.yaml:1: xx: id: countries.yaml has no such country (add it there, with its codes)",
    )),
    Case("numbers-are-in-range", "prices", (
        (PRICES, "index: 105.0", "index: 0"),
        (PRICES, "change_pct: 5.0", "change_pct: 1000"),
    ), (
        "data/esa/prices.yaml:7: 2022: index: expected an index above zero, got 0",
        "data/esa/prices.yaml:8: 2022: change_pct: expected a change from -100 to 1000, got 1000",
    )),
    Case("numbers-are-in-range", "a fall of all", (
        (PRICES, "index: 105.0", "index: -2.5"),
        (PRICES, "change_pct: 5.0", "change_pct: -100"),
    ), (
        "data/esa/prices.yaml:7: 2022: index: expected an index above zero, got -2.5",
        "data/esa/prices.yaml:8: 2022: change_pct: expected a change from -100 to 1000, got -100",
    )),
    Case("numbers-are-in-range", "the bounds of prices", (
        (PRICES, "index: 105.0", "index: 0.5"),
        (PRICES, "change_pct: 5.0", "change_pct: 999.5"),
        (PRICES, "change_pct: 1.5", "change_pct: -99.5"),
    ), ()),
    Case("numbers-are-in-range", "stated figures", (
        (STATEMENTS, "value: 90\n", "value: 100.5\n"),
        (STATEMENTS, "value: 1174\n", "value: 0\n"),
        (STATEMENTS, "value: 18.4\n", "value: -0.5\n"),
        (STATEMENTS, "value: 2\n", "value: 101\n"),
    ), (
        "data/statements.yaml:5: missions-with-partners: value: expected a percentage from 0 to 100, got 100.5",
        "data/statements.yaml:13: esa-contribution-2022: value: expected an amount above zero, to 1,000,000, got 0 "
        "(leave out what is not known)",
        "data/statements.yaml:23: esa-share-2022: value: expected a percentage from 0 to 100, got -0.5",
        "data/statements.yaml:32: esa-rank-2022: value: expected a rank from 1 to 100, got 101",
    )),
    Case("numbers-are-in-range", "stated figures at their bounds", (
        (STATEMENTS, "value: 90\n", "value: 100\n"),
        (STATEMENTS, "value: 1174\n", "value: 1000000\n"),
        (STATEMENTS, "value: 18.4\n", "value: 0\n"),
        (STATEMENTS, "value: 2\n", "value: 100\n"),
    ), ()),
    Case("numbers-are-in-range", "figures of other units", (
        (STATEMENTS, "value: 2\n  unit: rank", "value: 0\n  unit: members"),
        (STATEMENTS, "value: 90\n  unit: percent", "value: nine\n  unit: members"),
    ), (
        "data/statements.yaml:32: esa-rank-2022: value: expected a figure above zero, got 0",
    )),
    Case("numbers-are-in-range", "counts of members", (
        (COUNTS, None,
            '- {as_of: "2022", members: 22, associates: -1, cooperating: 101, source: page}\n'
            '- {as_of: "2023", members: 22, associates: 0, cooperating: 100, source: page}\n'),
    ), (
        "data/esa/member_counts.yaml:1: 2022: associates: expected a count from 0 to 100, got -1",
        "data/esa/member_counts.yaml:1: 2022: cooperating: expected a count from 0 to 100, got 101",
    )),
    Case("numbers-are-in-range", "amounts", (
        (COUNCILS, "amount_meur: 14511", "amount_meur: 1000001"),
        (COUNCILS, "amount_meur: 3294", "amount_meur: -3"),
        (COUNCILS, "share_pct: 22.9", "share_pct: 100.5"),
    ), (
        "data/esa/councils.yaml:5: cm19: amount_meur: expected an amount above zero, to 1,000,000, got 1000001 "
        "(leave out what is not known)",
        "data/esa/councils.yaml:10: cm19: subscriptions[0].amount_meur: expected an amount above zero, to "
        "1,000,000, got -3 (leave out what is not known)",
        "data/esa/councils.yaml:11: cm19: subscriptions[0].share_pct: expected a share from 0 to 100, got 100.5",
    )),
    Case("prices-are-chained", "a fall", (
        (PRICES, "index: 105.0", "index: 95.0"),
        (PRICES, "change_pct: 5.0", "change_pct: -5.0"),
    ), ()),
    Case("prices-are-chained", "a fall that is a rise", ((PRICES, "index: 105.0", "index: 95.0"),), (
        "data/esa/prices.yaml:8: 2022: change_pct: 5.0% stated, -5.0% by the index of the year before (correct one)",
    )),
    Case("prices-are-chained", "a gap", (
        (PRICES, "year: 2021", "year: 2020"),
        (PRICES, "change_pct: 5.0", "change_pct: 9.0"),
    ), ()),
    Case("prices-are-chained", "nothing before", (
        (PRICES, "index: 100.0", "index: 0"),
        (PRICES, "change_pct: 5.0", "change_pct: 9.0"),
    ), ()),
    Case("lines-stand-once", "every table", (
        (BUDGET, "year: 2021", "year: 2022"),
        (PRICES, "year: 2021", "year: 2022"),
        (SUBTOTALS,
            "- year: 2022",
            "- {year: 2022, group: members, amount_meur: 4810, measure: due, scope: total, source: page}\n"
            "- year: 2022"),
        (DOMAINS, None,
            "- {year: 2022, domain: A, domain_fr: A, share_pct: 5, measure: due, scope: total, source: page}\n"
            "- {year: 2022, domain: A, domain_fr: A, share_pct: 6, measure: due, scope: total, source: page}\n"),
        (CNES_BUDGET, None,
            "- {year: 2022, amount_meur: 2000, measure: voted, source: page}\n"
            "- {year: 2022, amount_meur: 2001, measure: voted, source: page}\n"
            "- {year: 2022, amount_meur: 2001, measure: paid, source: page}\n"),
    ), (
        "data/esa/budget.yaml:6: 2022: year: a second line for 2022, due, total (merge the two)",
        "data/esa/subtotals.yaml:3: 2022: group: a second line for 2022, due, members (merge the two)",
        "data/esa/domains.yaml:2: 2022: domain: a second line for 2022, due, A (merge the two)",
        "data/esa/cnes_budget.yaml:2: 2022: year: a second line for 2022, voted (merge the two)",
        "data/esa/prices.yaml:6: 2022: year: a second line for 2022 (merge the two)",
    )),
    Case("parts-fit-the-total", "contributors, domains and a subtotal", (
        (BUDGET, "amount_meur: 7150", "amount_meur: 1000"),
        (DOMAINS, None,
            "- {year: 2022, domain: A, domain_fr: A, amount_meur: 1010.25, measure: due, scope: total, source: "
            "page}\n- {year: 2022, domain: B, domain_fr: B, measure: due, scope: total, source: page}\n"),
    ), (
        "data/esa/budget.yaml:7: 2022: amount_meur: the contributors make 2,196.0, more than 1,000",
        "data/esa/budget.yaml:7: 2022: amount_meur: the domains make 1,010.3, more than 1,000",
        "data/esa/subtotals.yaml:3: 2022: amount_meur: more than the total of the year, 1,000",
    )),
    Case("parts-fit-the-total", "of a group that is not all members", (
        (SUBTOTALS, "group: members", "group: members-and-cooperating"),
        (SUBTOTALS, "amount_meur: 4810", "amount_meur: 48"),
    ), ()),
    Case("parts-fit-the-total", "of another measure", (
        (SUBTOTALS, "measure: due", "measure: planned"),
        (SUBTOTALS, "amount_meur: 4810", "amount_meur: 48"),
    ), ()),
    Case("parts-fit-the-total", "of what is no member", (
        (SUBTOTALS, "amount_meur: 4810", "amount_meur: 1178"),
        (INCOME, 'contributor: "de"\n  kind: member-state', 'contributor: "de"\n  kind: other'),
    ), ()),
    Case("parts-fit-the-total", "of an unknown part", (
        (SUBTOTALS, "  amount_meur: 4810\n", "  share_pct: 5\n  share_of: total\n"),
    ), ()),
    Case("shares-fit-the-amounts", "of the total", (
        (INCOME, "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 21.2\n  share_of: total\n"),
    ), (
        "data/esa/income.yaml:20: 2022: share_pct: 21.2% stated, 14.2% computed (note why)",
    )),
    Case("shares-fit-the-amounts", "that a note explains", (
        (INCOME,
            "amount_meur: 1018\n",
            "amount_meur: 1018\n  share_pct: 31.2\n  share_of: total\n  note: So it stands there.\n"),
    ), ()),
    Case("shares-fit-the-amounts", "that a sum check explains", (
        (INCOME, "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 31.2\n  share_of: total\n"),
        (SUM_CHECKS, None,
            "- {year: 2022, what: Sum, what_fr: Somme, holds: false}\n"
            "- {year: 2021, what: Sum, what_fr: Somme, holds: true}\n"),
    ), ()),
    Case("shares-fit-the-amounts", "that a sum check does not explain", (
        (INCOME, "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 31.2\n  share_of: total\n"),
        (SUM_CHECKS, None, "- {year: 2022, what: Sum, what_fr: Somme, holds: true}\n"),
    ), (
        "data/esa/income.yaml:20: 2022: share_pct: 31.2% stated, 14.2% computed (note why)",
    )),
    Case("shares-fit-the-amounts", "of a domain and of a subtotal", (
        (SUBTOTALS, "amount_meur: 4810\n", "amount_meur: 4810\n  share_pct: 77\n  share_of: total\n"),
        (DOMAINS, None,
            "- {year: 2022, domain: A, domain_fr: A, amount_meur: 715, share_pct: 20, measure: due, scope: "
            "total, source: page}\n"),
    ), (
        "data/esa/subtotals.yaml:4: 2022: share_pct: 77% stated, 67.3% computed (note why)",
        "data/esa/domains.yaml:1: 2022: share_pct: 20% stated, 10.0% computed (note why)",
    )),
    Case("shares-fit-the-amounts", "of members and cooperating states", (
        (SUBTOTALS, "group: members", "group: members-and-cooperating"),
        (INCOME, "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 31.2\n  share_of: member-part\n"),
    ), (
        "data/esa/income.yaml:20: 2022: share_pct: 31.2% stated, 21.2% computed (note why)",
    )),
    Case("shares-fit-the-amounts", "of another group", (
        (SUBTOTALS, "group: members", "group: others"),
        (INCOME, "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 31.2\n  share_of: member-part\n"),
    ), ()),
    Case("shares-fit-the-amounts", "of nothing known", (
        (INCOME, "amount_meur: 1018\n", "amount_meur: 1018\n  share_pct: 31.2\n"),
        (INCOME, "amount_meur: 1000\n", "share_pct: 31.2\n  share_of: total\n"),
    ), ()),
    Case("subscriptions-fit-the-council", "twice", ((COUNCILS, '- country: "de"', '- country: "fr"'),), (
        'data/esa/councils.yaml:8: cm19: subscriptions: "fr" subscribes 2 times (merge the lines)',
    )),
    Case("subscriptions-fit-the-council", "more than all", ((COUNCILS, "amount_meur: 14511", "amount_meur: 5000"),), (
        "data/esa/councils.yaml:5: cm19: amount_meur: the subscriptions make 5,958.0, more than the total",
        "data/esa/councils.yaml:11: cm19: subscriptions[0].share_pct: 22.9% stated, 65.9% computed (note why)",
        "data/esa/councils.yaml:15: cm19: subscriptions[1].share_pct: 18.5% stated, 53.3% computed (note why)",
    )),
    Case("subscriptions-fit-the-council", "a line's note", (
        (COUNCILS, "share_pct: 18.5", "share_pct: 28.5\n      note: So it stands there."),
    ), ()),
    Case("subscriptions-fit-the-council", "the council's note", (
        (COUNCILS, "share_pct: 18.5", "share_pct: 28.5"),
        (COUNCILS, "  place: Seville", "  place: Seville\n  note: So it stands there."),
    ), ()),
)  # fmt: skip


def found_in(good: Path, case: Case) -> tuple[Problem, ...]:
    """Return what the rule of a case finds in the dataset, once it is changed as the case says."""
    for file, old, new in case.changes:
        if old is None:
            (good / file).write_text(new, encoding="utf-8")
        else:
            plant(good / file, old, new)
    subject = read_subject(load(good).storage, Findings())
    (rule,) = (entry for entry in RULES if entry.name == case.rule)
    return tuple(rule.find(subject))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.what}")
def test_a_branch_of_a_rule(good: Path, case: Case) -> None:
    """The rule finds these problems, in this order, and no other."""
    assert tuple(map(str, found_in(good, case))) == case.problems
