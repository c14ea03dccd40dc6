"""A dataset that has in few records every field, case and border that queries look at; its words say where they stand.

It is plain values, which are YAML when they are written as JSON.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.conftest import SMALL, write_dataset

Value = dict[str, Any]


def _french(**texts: str) -> Value:
    """Return texts and their French, which is told by its ending."""
    return {key: value for name, text in texts.items() for key, value in ((name, text), (f"{name}_fr", f"{text} fr"))}


def _disagreement(about: str, **more: Any) -> Value:
    other = {"value": "another", "source": "old-page"}
    return {
        "about": about,
        "kept": "kept",
        "kept_source": "page",
        "others": [other],
        **_french(note=f"dispute {about}"),
    } | more


def _mission(id: str, **more: Any) -> Value:
    plain = {"id": id, "name": id.capitalize(), "kind": "mission", "theme": "earth", "status": "operational"}
    said = {
        "cnes_role": "contributor",
        "cnes_contribution": "a part",
        "summary": f"A mission, {id}.",
        "sources": ["page"],
    }
    return plain | said | more


def _part(partner: str, **more: Any) -> Value:
    return {"partner": partner, "role": "contributor", "contribution": "a thing", "source": "page"} | more


def _launch(date: str | None, state: str = "launched", **more: Any) -> Value:
    return {"state": state, "source": "page", **({"date": date} if date else {})} | more


FULL_MISSION = _mission(
    "kalypso",
    name="Kalypso",
    name_fr="Calypso",
    full_name="Fullname Explorer",
    aliases=["Aliasname", "Otheralias"],
    theme="solar-system",
    status="development",
    as_of="2026-01",
    launch=_launch("2031-05", "planned", vehicle="Vehiclename", **_french(site="Sitename")),
    **_french(
        destination="Destinationname", cnes_contribution="Contributionname", summary="Summaryname", note="Notename"
    ),
    target=["mars", "earth-orbit"],
    spacecraft=[
        {
            "name": "Craftname",
            "aliases": ["Craftalias"],
            "cospar": "2031-001A",
            "norad": 7,
            "relation": "own",
            "source": "page",
        },
        {"name": "Hostname", "relation": "host", "source": "page"},
    ],
    partners=[
        _part("jp", role="lead", **_french(agency="Agencyname", contribution="Partname")),
        _part("esa", source="old-page"),
    ],
    instruments=[
        {
            "name": "Instrumentname",
            **_french(what="Whatname", provider="Providername"),
            "providers": [
                {
                    "party": "jp",
                    "role": "lead",
                    "source": "page",
                    **_french(institute="Institutename", supplies="Suppliesname"),
                },
                {"party": "fr", "role": "part", "institute": "Sameinstitute"},
            ],
        }
    ],
    disagreements=[_disagreement("mass"), _disagreement("end")],
    sources=["page", "old-page"],
)
MISSIONS = (
    FULL_MISSION,
    _mission("aura", kind="programme", launch=_launch("1999-12"), partners=[_part("esa", role="co-lead")]),
    _mission("borea", theme="universe", cnes_role="lead", launch=_launch("2010"), partners=[_part("jp"), _part("de")]),
    _mission(
        "corona", status="completed", launch=_launch("2000-01-01"), end="2009-12-31", as_of="2010", cnes_role="lead"
    ),
    _mission("delta", status="failed", launch=_launch("2009-12-31"), end="2009-12-31", partners=[_part("no")]),
    _mission("echo", status="commissioning", launch=_launch("2025-06-30"), partners=[_part("esa"), _part("jp")]),
    _mission("fox", status="cancelled", launch=_launch("2005", "planned"), partners=[_part("jp", role="lead")]),
    _mission("gamma", status="proposed", theme="telecom", partners=[_part("esa")], note="Italy left it."),
    _mission(
        "hawk", status="development", launch=_launch("2025-12", "planned"), as_of="2025-06", partners=[_part("jp")]
    ),
    _mission("iris", status="development", launch=_launch(None, "planned")),
    _mission("juno", status="completed", launch=_launch("1995-03"), partners=[_part("de", agency="DLR")]),
)


def _agreement(id: str, date: str | None, kind: str = "framework", **more: Any) -> Value:
    dated = {"date": date} if date else {}
    return {"id": id, "kind": kind, "source": "page", **dated, **_french(title=f"Agreement {id}")} | more


def _partner(id: str, name: str, **more: Any) -> Value:
    plain = {"id": id, "name": name, "name_fr": f"{name} fr", "kind": "country", "category": "historic"}
    return plain | {"category_basis": "assigned", "region": "asia", "sources": ["page"]} | more


PARTNERS = (
    _partner(
        "jp",
        "Japan",
        aliases=["Nihonalias"],
        agencies=[{"abbr": "JAXA", **_french(name="Exploration Agency")}, {"name": "Meteorological Agency"}],
        since={"date": "1986", "source": "old-page", **_french(what="Sincewhat")},
        status="active",
        as_of="2025-03",
        status_source="page",
        areas=["solar-system", "earth"],
        agreements=[
            _agreement("jp-2015", "2015-10-05", until="2030", **_french(subject="Subjectname")),
            _agreement("jp-1986", "1986", "inter-agency", replaced_by="jp-2015"),
            _agreement("jp-undated", None, "mou"),
            _agreement("jp-2015-2", "2015-10-05", "mou"),
        ],
        related_missions=["gamma"],
        facts=[{"as_of": "2024", "source": "page", **_french(label="Factlabel", value="Factvalue")}],
        disagreements=[_disagreement("since", kept="1986")],
        **_french(status_note="Statusnote", note="Partnernote"),
        sources=["page", "old-page"],
    ),
    _partner(
        "esa",
        "European Space Agency",
        kind="organisation",
        category="european",
        category_basis="stated",
        category_source="page",
        region="europe",
        areas=["universe"],
        agreements=[_agreement("esa-1975", "1975-05-30", "treaty"), _agreement("esa-2015", "2015", "treaty")],
    ),
    _partner("no", "Norway", category="european", region="europe", status="suspended", agreements=[]),
)
CATEGORIES = [
    {
        "id": id,
        "basis": basis,
        "members": [{"partner": member, "source": "page"} for member in members],
        "source": "page",
        **_french(name=name, purpose=f"Purpose of {name}"),
    }
    for id, name, basis, members in (
        ("european", "European ones", "stated", ["esa"]),
        ("historic", "Historic ones", "stated", ["jp", "no"]),
        ("emerging", "Emerging ones", "assigned", []),
    )
]
DUE = {"measure": "due", "scope": "member-part", "source": "page"}
VOTED = DUE | {"measure": "voted", "source": "old-page"}


def _income(year: int, contributor: str, amount: float | None = None, **more: Any) -> Value:
    known = {} if amount is None else {"amount_meur": amount}
    return {"year": year, "contributor": contributor, "kind": "member-state"} | known | DUE | more


def _of_part(share: float) -> Value:
    return {"share_pct": share, "share_of": "member-part"}


INCOME = (
    _income(2023, "fr", 1200),
    _income(2023, "de", 1200, approximate=True),
    _income(2018, "fr", 850),
    _income(2019, "fr", 900),
    _income(2019, "de", 800, approximate=True),
    _income(2019, "it", 500),
    _income(2019, "eu", 1500, kind="institution", scope="total"),
    _income(2020, "fr", 1000),
    _income(2020, "de", 1000.5),
    _income(2020, "no", 0.1),
    _income(2021, "fr", 1100, approximate=True, **_of_part(22.6)),
    _income(2021, "de", **_of_part(22.9)),
    _income(2021, "it", **_of_part(20.4)),
    _income(2021, "no", share_pct=1.5, share_of="total"),
    _income(2022, "fr", 1178, approximate=True, **_french(note="As printed")),
    _income(2022, "de", 2018),
    _income(2022, "it", 680, share_pct=14.1, share_of="member-part"),
    _income(2022, "eu", 1500, kind="institution", scope="total"),
    _income(2022, "rest", 100, kind="other", scope="total"),
    _income(2022, "fr", 1150, **VOTED),
    _income(2022, "de", 1000, **VOTED),
    _income(2022, "it", 700, **VOTED),
    _income(2022, "it", 710, **VOTED),
    _income(2021, "de", 950, **VOTED),
    _income(2024, "fr", **_of_part(21)),
)
TOTAL = DUE | {"scope": "total"}
BUDGET = (
    {"year": 2022, "amount_meur": 7150} | TOTAL,
    {"year": 2018, "amount_meur": 5600} | TOTAL,
    {"year": 2019, "amount_meur": 5700, "approximate": True} | TOTAL | _french(note="Rounded"),
    {"year": 2020, "amount_meur": 6680.5, "also": ["old-page"]} | TOTAL,
    {"year": 2022, "amount_meur": 7000} | TOTAL | {"measure": "planned"},
    {"year": 2023, "amount_meur": 7080} | TOTAL | {"measure": "planned"},
    {"year": 2022, "amount_meur": 5000} | DUE | {"scope": "own-programmes"},
)
SUBTOTALS = (
    {"year": 2022, "group": "others", "amount_meur": 1600} | TOTAL,
    {"year": 2022, "group": "members", "amount_meur": 4810, "source": "old-page"} | DUE | {"source": "old-page"},
    {"year": 2019, "group": "members", "amount_meur": 2900, "approximate": True} | DUE,
    {"year": 2020, "group": "members-and-cooperating", "amount_meur": 3000.7} | DUE,
    {"year": 2021, "group": "members", "share_pct": 70, "share_of": "total"} | DUE,
    {"year": 2022, "group": "members", "amount_meur": 2900} | VOTED,
    {"year": 2023, "group": "members", "amount_meur": 3599.9} | DUE,
)


def _given(year: int, amount: float, measure: str, who: str = "Senate", source: str = "old-page", **more: Any) -> Value:
    stated = {"stated_by": who, "stated_by_fr": f"{who} fr", "scope": "member-part", "source": source}
    return {"year": year, "amount_meur": amount, "measure": measure} | stated | more


CONTRIBUTION = (
    _given(2023, 1190, "planned"),
    _given(2023, 1199.9, "planned", "Court", approximate=True),
    _given(2022, 1100, "voted", "Assembly"),
    _given(2021, 1090, "paid"),
    _given(2020, 1401, "stated", "CNES", "page", share_pct=18.5, rank=3, approximate=True),
    _given(2022, 1174, "stated", "CNES", "page", share_pct=18.4, rank=2, approximate=True),
    _given(2022, 1175, "stated", "CNES", "page", share_pct=18.4),
)


def _subscribed(country: str, amount: float | None = None, share: float | None = None, **more: Any) -> Value:
    found = {"amount_meur": amount, "share_pct": share}
    return {"country": country, "source": "page"} | {key: value for key, value in found.items() if value} | more


def _council(id: str, date: str, amount: float, *lines: Value, **more: Any) -> Value:
    money = {"amount_meur": amount, "measure": "subscribed", "scope": "programme", "source": "page"}
    return {"id": id, "date": date, "subscriptions": list(lines), **_french(place=f"Town of {id}")} | money | more


COUNCILS = (
    _council(
        "cm19", "2019-11-27", 14511, _subscribed("de", 3294, 22.9), _subscribed("fr", 2664, 18.5), period="2020-2022"
    ),
    _council("cm16", "2016-12", 10300, _subscribed("fr", 1100), _subscribed("de", 1100), _subscribed("it", 8000)),
    _council("cm12", "2012", 10000, _subscribed("fr", None, 23.5), _subscribed("de", None, 26)),
    _council("cm08", "2008-11", 9000, _subscribed("fr", 2300, source="old-page"), measure="stated"),
    _council(
        "cm22",
        "2022-11",
        16923,
        _subscribed("it", 3083, approximate=True),
        _subscribed("fr", 3251),
        _subscribed("de", 3512),
        _subscribed("no", 0),
        approximate=True,
        also=["old-page"],
        **_french(note="All of it"),
    ),
)
DOMAINS = tuple(
    {"year": year, "measure": "due", "scope": "total", "source": "page", **_french(domain=name), **figure}
    for year, name, figure in (
        (2021, "Navigation", {"share_pct": 13.5}),
        (2021, "Launchers", {"share_pct": 13.8}),
        (2021, "Earth", {"amount_meur": 1440, "share_pct": 22.1, "approximate": True}),
        (2020, "Science", {"amount_meur": 500}),
        (2020, "Safety", {"amount_meur": 700, "measure": "planned"}),
    )
)
MEMBERS = tuple(
    {"country": country, "status": status, "source": "page", **({"since": since} if since else {})}
    for country, status, since in (
        ("no", "member", "1986"),
        ("fr", "member", "1975"),
        ("de", "member", "1975"),
        ("it", "member", None),
        ("jp", "cooperation-agreement", "1990"),
    )
)
PRICES = tuple(
    {"year": year, "index": index, "change_pct": 1.0, "base": "2015", "source": "page"}
    for year, index in ((2023, 116.5), (2019, 103.1), (2020, 104), (2021, 105.9), (2022, 111.8), (2016, 99.2))
)


def _statement(topic: str, value: float | str, unit: str = "million EUR", **more: Any) -> Value:
    told = {"topic": topic, "value": value, "unit": unit, "stated_by": "CNES", "source": "page"}
    return told | _french(label=f"{topic} of {more.get('as_of', 'no year')}") | more


AMOUNT, SHARE, RANK, SUBSCRIPTION = "esa-contribution", "esa-share", "esa-rank", "esa-subscription"
STATED: tuple[Value, ...] = (
    _statement("missions-share", 90, "percent"),
    _statement("partnerships", 2, "partners", at_least=True, **_french(note="A note", stated_by="The agency")),
    _statement("partnerships", 3, "partners", approximate=True),
    _statement("partnerships", 1, "partners"),
    _statement("categories", 2, "categories"),
    _statement("categories", 4, "categories"),
    _statement("agreements", 3, "agreements", as_of="2015"),
    _statement("agreements", 1, "agreements", as_of="2015", at_least=True),
    _statement("agreements", 9, "agreements"),
    _statement("signatories", 30, "agencies"),
    _statement("signatories", 1, "agencies", at_least=True),
    _statement(AMOUNT, 1174, as_of="2022", measure="stated"),
    _statement(AMOUNT, 1178, as_of="2022", approximate=True),
    _statement(AMOUNT, 1250, as_of="2022-11", source="old-page"),
    _statement(AMOUNT, 1100.5, as_of="2022", measure="due"),
    _statement(AMOUNT, 1190, as_of="2022", measure="voted"),
    _statement(AMOUNT, 700, as_of="2010", measure="paid"),
    _statement(AMOUNT, 700, as_of="2010"),
    _statement(AMOUNT, 700),
    _statement(AMOUNT, 1200.5, as_of="2023", measure="planned"),
    _statement(AMOUNT, 1300, as_of="2023", measure="planned"),
    _statement(AMOUNT, 1300, as_of="2030", measure="planned"),
    _statement(SHARE, 16.4, "percent", as_of="2022"),
    _statement(SHARE, 18.4, "percent", as_of="2022"),
    _statement(SHARE, 24.5, "percent", as_of="2022-11", source="old-page"),
    _statement(SHARE, 23.45, "percent", as_of="2022-06"),
    _statement(SHARE, 50, "percent", as_of="2020"),
    _statement(SHARE, 0, "percent", as_of="2020"),
    _statement(SHARE, 15, "percent", as_of="2021"),
    _statement(SHARE, 15, "percent"),
    _statement(RANK, 2, "rank", as_of="2022"),
    _statement(RANK, 1, "rank", as_of="2022"),
    _statement(RANK, 1, "rank", as_of="2023"),
    _statement(RANK, 2, "rank", as_of="2021"),
    _statement(RANK, 2, "rank", as_of="2020"),
    _statement(RANK, 2, "rank", as_of="2018"),
    _statement(RANK, 2, "rank", as_of="2010"),
    _statement(RANK, 2, "rank"),
    _statement(RANK, "Germany and France", "contributors", as_of="2022", value_fr="L'Allemagne et la France"),
    _statement(RANK, "France and Italy", "contributors", as_of="2022"),
    _statement(SUBSCRIPTION, 2664, as_of="2019"),
    _statement(SUBSCRIPTION, 2680, as_of="2019", approximate=True),
    _statement(SUBSCRIPTION, 3000, as_of="2019-11"),
    _statement(SUBSCRIPTION, 3000, as_of="2012"),
    _statement(SUBSCRIPTION, 3000),
    _statement(RANK, 2, "rank", as_of="2023"),
    _statement(RANK, 3, "rank", as_of="2022"),
    _statement(AMOUNT, 1189.78, as_of="2022"),
    _statement(AMOUNT, 1189.79, as_of="2022"),
    _statement(SUBSCRIPTION, 2690.64, as_of="2019"),
    _statement(SUBSCRIPTION, 2690.65, as_of="2019"),
)
STATEMENTS = tuple({"id": f"claim-{number}"} | entry for number, entry in enumerate(STATED, 1))
NAMED = (("fr", "France", "country"), ("de", "Germany", "country"), ("it", "Italy", "country"))
PARTIES = (*NAMED, ("eu", "European Union", "organisation"), ("rest", "Other income", "income-line"))
SOURCES = [
    {
        "id": "page",
        "url": "https://example.org/page",
        "title": "A page of titles",
        "publisher": "Publishername",
        "published": "2024-05-06",
        "language": "en",
        "kind": "primary",
        "accessed": "2025-11-03",
        **_french(note="Sourcenote"),
    },
    {
        "id": "old-page",
        "url": "https://example.org/old",
        "title": "An old page",
        "publisher": "CNES",
        "language": "fr",
        "kind": "press",
        "seen": "headline",
        "via": "archive.example.org",
    },
]
PROGRAMMES = [
    {
        "id": "prog",
        "name": "Programme",
        "what": "What it is.",
        "what_fr": "Ce que c'est.",
        "funded_by": "Somebody",
        "funded_by_fr": "Quelqu'un",
        "run_by": "Somebody else",
        "run_by_fr": "Un autre",
        "status": "under way",
        "status_fr": "en cours",
        "source": "page",
    }
]

FUNDING_RULES = [{"id": "rule", **_french(what="How it is paid"), "source": "page"}]
MEMBER_COUNTS = [
    {"as_of": "2022", "members": 22, "associates": 3, "cooperating": 1, "source": "page", **_french(note="Counted")}
]
CNES_BUDGET = [
    {
        "year": 2022,
        "amount_meur": 2345,
        "esa_meur": 1174.4,
        "measure": "stated",
        "source": "page",
        **_french(note="Stated"),
    }
]

FILES: dict[str, Any] = {
    "categories.yaml": CATEGORIES,
    "statements.yaml": STATEMENTS,
    "sources.yaml": SOURCES,
    "parties.yaml": [{"id": id, "name": name, "name_fr": f"{name} fr", "kind": kind} for id, name, kind in PARTIES],
    "esa/budget.yaml": BUDGET,
    "esa/income.yaml": INCOME,
    "esa/subtotals.yaml": SUBTOTALS,
    "esa/contribution.yaml": CONTRIBUTION,
    "esa/councils.yaml": COUNCILS,
    "esa/domains.yaml": DOMAINS,
    "esa/funding_rules.yaml": FUNDING_RULES,
    "esa/member_counts.yaml": MEMBER_COUNTS,
    "esa/cnes_budget.yaml": CNES_BUDGET,
    "disagreements.yaml": [_disagreement("everything", id="dis-every")],
    "esa/disagreements.yaml": [_disagreement("ESA", id="dis-esa")],
    "esa/programmes.yaml": PROGRAMMES,
    "esa/members.yaml": MEMBERS,
    "esa/prices.yaml": PRICES,
    **{f"partners/{entry['id']}.yaml": entry for entry in PARTNERS},
    **{f"missions/{entry['id']}.yaml": entry for entry in MISSIONS},
}


def write_dense(folder: Path) -> Path:
    """Write the dataset below *folder* and return it."""
    texts = {name: json.dumps(value, ensure_ascii=False, indent=1) for name, value in FILES.items()}
    return write_dataset(folder, {name: SMALL[name] for name in ("dataset.yaml", "countries.yaml")} | texts)
