"""Views of missions, partners, categories, sources and of everything at a glance, as people read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import load
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.language import Language
from cnes_partners.model.records.disagreements import Disagreement, OtherValue
from cnes_partners.model.records.missions import Launch
from cnes_partners.model.records.partners import Agency, Fact
from cnes_partners.model.vocabulary.missions import LaunchState, MissionStatus, Target
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.model.vocabulary.sources import Seen
from cnes_partners.queries.agreements import agreements
from cnes_partners.queries.categories import categories
from cnes_partners.queries.citations import cited_sources
from cnes_partners.queries.known import Known
from cnes_partners.queries.missions import listed_missions
from cnes_partners.queries.overview import overview
from cnes_partners.queries.partner import partner_details
from cnes_partners.queries.partners import partners
from cnes_partners.queries.sources import source as one_source
from cnes_partners.views.agreements import agreements_view
from cnes_partners.views.bibliography import citation, shown_records, with_source_count, with_sources
from cnes_partners.views.categories import categories_view
from cnes_partners.views.disagreements import disagreements
from cnes_partners.views.mission import mission_view
from cnes_partners.views.missions import launch_date, missions_view
from cnes_partners.views.overview import overview_view
from cnes_partners.views.partner import partner_view
from cnes_partners.views.partners import partners_view
from cnes_partners.views.sections import Fields, Lines
from cnes_partners.views.sources import source_view
from cnes_partners.views.view import View, flat_keys
from cnes_partners.views.words import Words

ENGLISH = Words()
FRENCH = Words(Language.FRENCH)


def in_english(dataset: Dataset) -> Words:
    return Words(known=Known(dataset))


def in_french(dataset: Dataset) -> Words:
    return Words(Language.FRENCH, Known(dataset))


PROVIDERS = """\
            providers:
              - party: "fr"
                institute: CNES
                role: lead
              - party: "jp"
                role: part
                supplies: receiver
            source: page
            note: No source names the antenna's maker.
"""
SPACECRAFT = """\
        target:
          - earth
          - deep-space
        spacecraft:
          - name: Sea-2
            cospar: 2016-002A
            norad: 41240
            relation: own
            source: page
          - name: Station
            aliases:
              - The Station
            cospar: 1998-067A
            launched: "1998-11-20"
            relation: host
            source: page
"""


def dedent_all(text: str) -> str:
    """Return a text of the small dataset's source as it stands in its files."""
    return "".join(line.removeprefix(" " * 8) for line in text.splitlines(keepends=True))


@pytest.fixture
def dataset(small: Path) -> Dataset:
    return load(small)


def table(view: View) -> list[tuple[str, ...]]:
    """Return the titles and then the cells that people read."""
    shown = [column for column in view.columns if column.shown]
    return [tuple(column.title for column in shown), *(tuple(c.text(row) for c in shown) for row in view.rows)]


def screen(view: View) -> list[Any]:
    """Return the sections of an answer: labelled values, lines, or a title with a table."""
    contents: dict[type, Callable[[Any], object]] = {
        Fields: lambda section: dict(section.pairs),
        Lines: lambda section: list(section.lines),
    }
    return [
        contents[type(section)](section) if type(section) in contents else (section.title, table(_view(section)))
        for section in view.sections
    ]


def _view(section: object) -> View:
    assert isinstance(section, View)
    return section


def test_missions_are_listed_with_launch_state_and_partners(dataset: Dataset) -> None:
    """A plan is marked, a date keeps its precision, the unknown is a dash."""
    view = missions_view(listed_missions(dataset).records, in_english(dataset))
    assert view.title == "3 missions"
    assert table(view) == [
        ("ID", "Mission", "Theme", "Launch (UTC)", "Status", "As of", "Partners"),
        ("moons", "Moons", "solar system", "2026 (plan)", "development", "Jan 2026", "Japan"),
        ("sea-1", "Sea-1", "Earth", "7 Dec 2001", "completed", "Jul 2013", "European Space Agency"),
        ("sea-2", "Sea-2", "Earth", "Jan 2016", "operational (undated)", "–", "–"),
    ]
    assert table(missions_view(listed_missions(dataset).records, in_french(dataset)))[1] == (
        "moons", "Moons", "exploration du Système solaire", "2026 (prévu)", "en développement", "janv. 2026", "Japon",
    )  # fmt: skip


def test_one_is_not_many(dataset: Dataset) -> None:
    """The title counts as people speak."""
    one = listed_missions(dataset).records[:1]
    assert missions_view(one, in_english(dataset)).title == "1 mission"
    assert missions_view((), in_english(dataset)).title == "0 missions"
    assert partners_view(partners(dataset)[:1], in_english(dataset), is_grouped=True).title == "1 partner"
    assert agreements_view(agreements(dataset).records[:1], in_english(dataset)).title == "1 agreement"
    assert missions_view((), in_french(dataset)).title == "0 mission"


@pytest.mark.parametrize(
    ("status", "launch", "text"),
    [
        ("operational", None, "–"),
        ("completed", Launch(state=LaunchState.LAUNCHED, date=PartialDate("2001-12-07")), "7 Dec 2001"),
        ("completed", Launch(state=LaunchState.LAUNCHED), "–"),
        ("development", Launch(state=LaunchState.PLANNED, date=PartialDate("2026-10")), "Oct 2026 (plan)"),
        ("development", Launch(state=LaunchState.PLANNED, date=PartialDate("2026")), "2026 (plan)"),
        ("development", Launch(state=LaunchState.PLANNED, date=PartialDate("2025-12")), "Dec 2025 (plan, date passed)"),
        ("development", Launch(state=LaunchState.PLANNED), "planned"),
        ("cancelled", Launch(state=LaunchState.PLANNED, date=PartialDate("2025-10")), "Oct 2025 (cancelled)"),
        ("cancelled", Launch(state=LaunchState.PLANNED), "cancelled"),
    ],
)
def test_a_plan_is_never_shown_as_a_fact(dataset: Dataset, status: str, launch: Launch | None, text: str) -> None:
    """A planned launch says so, and what became of the plan: its date has passed, or it was given up."""
    mission = replace(dataset.mission("moons"), status=MissionStatus(status), launch=launch)
    assert launch_date(mission, in_english(dataset)) == text


@pytest.mark.parametrize(
    ("status", "as_of", "text", "french"),
    [
        ("operational", "2024-01-31", "operational", "opérationnelle"),
        ("operational", "2024-01-30", "operational (as of 2024)", "opérationnelle (en 2024)"),
        ("development", "2023", "development (as of 2023)", "en développement (en 2023)"),
        ("commissioning", None, "commissioning (undated)", "en recette en vol (sans date)"),
        ("completed", "2001", "completed", "achevée"),
        ("cancelled", None, "cancelled", "annulée"),
    ],
)
def test_a_list_says_that_a_status_is_old(
    dataset: Dataset, status: str, as_of: str | None, text: str, french: str
) -> None:
    """More than two years before the dataset's date (31 January 2026), of what is not over; or not dated at all."""
    moons = next(entry for entry in listed_missions(dataset).records if entry.id == "moons")
    mission = replace(moons, status=MissionStatus(status), as_of=PartialDate(as_of) if as_of else None)
    voices = {"en": in_english(dataset), "fr": in_french(dataset)}
    shown = {key: table(missions_view((mission,), say))[1][4] for key, say in voices.items()}
    assert shown == {"en": text, "fr": french}


def test_a_mission_shows_who_supplies_what_and_where_sources_disagree(dataset: Dataset) -> None:
    """Everything of the record, CNES first among those who supply."""
    view = mission_view(dataset.mission("moons"), in_english(dataset))
    assert view.title == "Moons"
    assert screen(view) == [
        ["Japanese probe to the moons of Mars."],
        {
            "Full name": "Moons Exploration",
            "Kind": "mission, solar system",
            "Status": "development, as of Jan 2026",
            "Launch": "2026 (plan), H3 [page]",
            "Destination": "Moons of Mars",
        },
        (
            "Who supplies what",
            [
                ("Partner", "Agency", "Role", "Contribution"),
                ("France", "CNES", "contributor", "rover"),
                ("Japan", "JAXA", "lead", "probe and launch [page]"),
            ],
        ),
        ["launch date: 2026 is kept [page]", "  2025 [old-page]", "  The newer page is kept."],
    ]
    assert (view.records, view.is_single) == ((dataset.mission("moons"),), True)


def test_a_mission_without_partners_shows_what_it_has(dataset: Dataset) -> None:
    """What is not known is left out of one record, and a status without a date says so."""
    assert screen(mission_view(dataset.mission("sea-2"), in_english(dataset))) == [
        ["Satellite without a partner."],
        {
            "Kind": "mission, Earth",
            "Status": "operational (date of the statement unknown)",
            "Launch": "Jan 2016",
        },
        (
            "Who supplies what",
            [
                ("Partner", "Agency", "Role", "Contribution"),
                ("France", "CNES", "lead", "satellite"),
            ],
        ),
    ]


def test_a_mission_shows_instruments_and_the_end(dataset: Dataset) -> None:
    """Instruments with their providers; the end of operations."""
    found = screen(mission_view(dataset.mission("sea-1"), in_french(dataset)))
    assert found[1]["Fin des opérations"] == "1er juil. 2013"
    assert found[3] == (
        "Instruments",
        [("Instrument", "De quoi il s'agit", "Fourni par"), ("Poseidon", "altimeter", "CNES")],
    )


@pytest.fixture
def shared(small: Path) -> Dataset:
    """Return the small dataset, whose first sea satellite has a Japanese receiver and whose second flew on a host."""
    for file, old, new in (
        ("sea-1", "            provider: CNES\n", f"            provider: CNES\n{PROVIDERS}"),
        ("sea-2", "        cnes_role:", f"{SPACECRAFT}        cnes_role:"),
    ):
        path = small / "missions" / f"{file}.yaml"
        text, old, new = path.read_text(encoding="utf-8"), dedent_all(old), dedent_all(new)
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return load(small)


def test_a_mission_shows_whose_instruments_they_are_and_its_spacecraft(shared: Dataset) -> None:
    """Countries with what they supply, the note and the source; designations, and launches that differ."""
    assert screen(mission_view(shared.mission("sea-1"), in_english(shared)))[3] == (
        "Instruments",
        [
            ("Instrument", "What it is", "Provided by", "Country or body"),
            ("Poseidon", "altimeter", "CNES; No source names the antenna's maker. [page]", "France; Japan (receiver)"),
        ],
    )
    found = screen(mission_view(shared.mission("sea-2"), in_english(shared)))
    assert found[1]["Target"] == "Earth, deep space"
    assert found[3] == (
        "Spacecraft",
        [
            ("Name", "COSPAR", "Catalogue number", "Launch (UTC)", "Relation", "Source"),
            ("Sea-2", "2016-002A", "41240", "–", "own", "page"),
            ("Station (The Station)", "1998-067A", "–", "20 Nov 1998", "host", "page"),
        ],
    )
    french = screen(mission_view(shared.mission("sea-2"), in_french(shared)))
    assert french[1]["Cible"] == "Terre, espace lointain"
    assert french[3][1][2][4] == "hôte"


def test_an_instrument_without_words_shows_its_institutes(shared: Dataset) -> None:
    """The institutes of its providers stand where the record has no words for them, a dash where there are neither."""
    mission = shared.mission("sea-1")
    (instrument,) = mission.instruments
    for change, shown in (
        ({"provider": None, "note": None, "source": None}, "CNES"),
        ({"provider": None, "note": None, "source": None, "providers": ()}, "–"),
    ):
        changed = replace(mission, instruments=(replace(instrument, **change),))
        assert screen(mission_view(changed, in_english(shared)))[3][1][1][2] == shown


def test_a_partner_shows_the_instruments_it_brings(shared: Dataset) -> None:
    """What it leads, or what it supplies of it, and who says so."""
    view = partner_view(partner_details(shared, "japan"), in_english(shared))
    assert screen(view)[-1] == (
        "Instruments it brings (1)",
        [
            ("Mission", "Instrument", "What it is", "Institute", "Its part", "Source"),
            ("Sea-1", "Poseidon", "altimeter", "–", "receiver", "page"),
        ],
    )


def test_the_list_of_missions_has_columns_of_targets_and_designations(shared: Dataset) -> None:
    """They are asked for by name; programs get words and numbers as the record has them."""
    view = missions_view(listed_missions(shared).records, in_english(shared))
    columns = {column.key: column for column in view.columns}
    sea = shared.mission("sea-2")
    assert {key: (columns[key].value(sea), columns[key].text(sea)) for key in ("target", "cospar", "norad")} == {
        "target": ((Target.EARTH, Target.DEEP_SPACE), "Earth, deep space"),
        "cospar": (("2016-002A", "1998-067A"), "2016-002A, 1998-067A"),
        "norad": (("41240",), "41240"),
    }


def test_partners_stand_in_groups_with_counts(dataset: Dataset) -> None:
    """A heading a category, with how many it has; whose word the category is stands in each row."""
    view = partners_view(partners(dataset), in_english(dataset), is_grouped=True)
    assert view.title == "3 partners"
    assert view.group
    assert [view.group(partner) for partner in view.rows] == [
        "European partnerships (2)", "European partnerships (2)", "Historic partnerships (1)",
    ]  # fmt: skip
    assert table(view) == [
        ("ID", "Partner", "Agencies", "Category", "Whose word", "Since", "Agreements"),
        ("esa", "European Space Agency", "–", "european", "stated", "–", "0"),
        ("no", "Norway", "–", "european", "assigned", "–", "0"),
        ("jp", "Japan", "JAXA", "historic", "stated", "1986", "2"),
    ]
    assert partners_view(partners(dataset), in_english(dataset), is_grouped=False).group is None
    by_drop = sorted((column for column in view.columns if column.shown), key=lambda column: -column.drop)
    assert [column.key for column in by_drop] == [
        "category", "since.date", "agencies", "agreement_count", "category_basis", "id", "name",
    ]  # fmt: skip
    french = partners_view(partners(dataset), in_french(dataset), is_grouped=True)
    assert french.group
    assert french.group(french.rows[2]) == "Coopérations historiques (1)"


def test_a_partner_shows_who_says_so(dataset: Dataset) -> None:
    """Agencies, since when, status and its date, agreements by date, joint missions; sources in brackets."""
    view = partner_view(partner_details(dataset, "jp"), in_english(dataset))
    assert view.title == "Japan"
    assert screen(view) == [
        {
            "Kind": "country, Asia",
            "Codes": "ISO 3166 JP, JPN, 392; Wikidata Q17",
            "Category": "Historic partnerships, stated by CNES [page]",
            "Agencies": "JAXA, Japan Aerospace Exploration Agency",
            "Since": "1986: First agreement [old-book]",
            "Status": "active, as of Mar 2025",
            "Areas": "solar system",
        },
        (
            "Agreements (2)",
            [
                ("Date", "Title", "Kind", "Subject", "Source"),
                ("1986", "First agreement", "inter-agency", "–", "old-book"),
                ("5 Oct 2015", "Framework agreement", "framework", "–", "page"),
            ],
        ),
        (
            "Joint missions (1)",
            [
                ("ID", "Mission", "Its role", "Launch (UTC)", "Status", "As of"),
                ("moons", "Moons", "lead", "2026 (plan)", "development", "Jan 2026"),
            ],
        ),
    ]


def test_a_partner_whose_category_is_ours_says_so(dataset: Dataset) -> None:
    """Assigned is never shown as stated; a note stands first, in the language where it has it."""
    assert screen(partner_view(partner_details(dataset, "no"), in_english(dataset))) == [
        {
            "Kind": "country, Europe",
            "Official name": "Kingdom of Norway",
            "Codes": "ISO 3166 NO, NOR, 578; Wikidata Q20",
            "Category": "European partnerships, assigned by this dataset",
        }
    ]
    assert screen(partner_view(partner_details(dataset, "esa"), in_french(dataset)))[0] == ["Fondée en 1975."]


def test_a_partner_shows_all_that_its_record_can_hold(dataset: Dataset) -> None:
    """Facts, disagreements, a status note with its source, agencies with a French name, missions of others."""
    details = replace(
        partner_details(dataset, "jp"),
        category=Category.EMERGING,
        category_source=None,
        agencies=(Agency(name="An agency", name_fr="Une agence"), Agency(abbr="AA", name="Another")),
        status_note="A note.",
        status_source="old-page",
        as_of=None,
        facts=(Fact(label="size", value="big", as_of=PartialDate("2020"), source="page"),),
        missions=(),
        other_missions=(replace(partner_details(dataset, "jp").missions[0], role=None, planned=None, name_fr="Lunes"),),
        disagreements=(Disagreement(about="when", others=(OtherValue(value="1985", source="page"),)),),
    )
    found = screen(partner_view(details, in_french(dataset)))
    assert found[0]["Catégorie"] == "émergente, selon le CNES"
    assert found[0]["Agences"] == "Une agence\u00a0; AA, Another"
    assert found[0]["État"] == "en cours. A note. [old-page]"
    assert found[0]["Depuis"] == "1986\u00a0: First agreement [old-book]"
    assert found[1] == (
        "Ce qu'on en dit", [("Sujet", "Énoncé", "En date de", "Source"), ("size", "big", "2020", "page")]
    )  # fmt: skip
    assert found[3] == (
        "Missions en lien avec lui, sans qu'il y prenne part (1)",
        [
            ("ID", "Mission", "Lancement (UTC)", "État", "En date de"),
            ("moons", "Lunes", "–", "en développement", "janv. 2026"),
        ],
    )
    assert found[4] == ["when\u00a0:", "  1985 [page]"]


def test_joint_missions_are_ordered_by_launch_planned_or_past(dataset: Dataset) -> None:
    """What programs sort by is the date, whichever it is."""
    section = _view(partner_view(partner_details(dataset, "jp"), in_english(dataset)).sections[-1])
    launch = next(column for column in section.columns if column.key == "launch")
    (planned,) = section.rows
    assert launch.value(planned) == "2026"
    assert launch.value(replace(planned, planned=None, launched="2001")) == "2001"
    assert launch.text(replace(planned, planned=None, launched="2001")) == "2001"


def test_agreements_name_their_partner(dataset: Dataset) -> None:
    """By date, with the partner in the language."""
    assert table(agreements_view(agreements(dataset).records, in_french(dataset))) == [
        ("Date", "Partenaire", "Titre", "Nature", "Objet", "Source"),
        ("1986", "Japon", "First agreement", "accord inter-agences", "–", "old-book"),
        ("5 oct. 2015", "Japon", "Framework agreement", "accord-cadre", "–", "page"),
    ]


def test_categories_show_whom_the_page_of_today_names(small: Path) -> None:
    """Members that another page named are in the record, not among those that CNES names now."""
    path = small / "categories.yaml"
    text = path.read_text().replace(
        "    - partner: esa\n      source: page\n",
        '    - partner: esa\n      source: page\n    - partner: "no"\n      source: old-page\n',
    )
    assert "old-page" in text
    path.write_text(text, encoding="utf-8")
    dataset = load(small)
    assert table(categories_view(categories(dataset), in_english(dataset))) == [
        ("ID", "Category", "Purpose", "Named by CNES", "Partners", "Missions", "Source"),
        ("european", "European partnerships", "Work in Europe.", "European Space Agency", "2", "1", "page"),
        ("historic", "Historic partnerships", "Work with space powers.", "Japan", "1", "1", "page"),
    ]


def test_the_overview_shows_figures_counts_and_dates(dataset: Dataset) -> None:
    """Headline figures with verdicts, categories, newest missions, ESA in a line, the dataset's date."""
    headline, by_category, newest, rest = screen(overview_view(overview(dataset), in_english(dataset)))
    assert [row[1:] for row in headline[1][1:]] == [
        ("90 %", "50.0 %", "cannot be told", "page"),
        ("1,174 M€ (stated)", "~1,178 M€ (due)", "agrees", "page"),
        ("18.4 %", "16.4 %", "differs", "page"),
        ("2", "1", "differs", "page"),
    ]
    assert by_category[1][1:] == [
        ("European partnerships", "2", "1", "1", "1"),
        ("Historic partnerships", "1", "1", "0", "1"),
    ]
    assert [row[:2] for row in newest[1][1:]] == [("Sea-2", "Jan 2016"), ("Sea-1", "7 Dec 2001")]
    assert rest == {
        "ESA": "France in ESA's budget of 2022: ~1,178 M€ due, rank 1 of 2 known [page]",
        "Dataset": "3 partners, 3 missions, 2 agreements, 3 sources",
        "Date": "version 1, as of 31 Jan 2026, CC BY 4.0",
    }


def test_sources_end_an_answer_when_they_are_asked_for(dataset: Dataset) -> None:
    """Every source that the record cites anywhere, once, with publisher, date, nearness and address."""
    shown = mission_view(dataset.mission("moons"), in_english(dataset))
    view = with_sources(shown, cited_sources(dataset, shown_records(shown)), ENGLISH)
    (bibliography,) = view.after
    assert bibliography.lines == (
        "[page] CNES: A page, 6 May 2024 (primary)",
        "  https://example.org/page",
        "[old-page] CNES: An old page, undated (primary)",
        "  https://example.org/old",
    )
    counted = with_source_count(mission_view(dataset.mission("moons"), in_french(dataset)), FRENCH)
    assert counted.notes[-1] == "2 sources\u00a0; --sources en donne la liste"


@pytest.mark.parametrize(
    ("change", "text", "french"),
    [
        ({}, "(primary)", "(primaire)"),
        ({"via": "archive.example.org"}, "(primary, a copy was read)", "(primaire, lue en copie)"),
        (
            {"via": "archive.example.org", "seen": Seen.HEADLINE},
            "(primary, headline only)",
            "(primaire, titre seul)",
        ),
    ],
)
def test_a_citation_says_what_was_not_read_itself(dataset: Dataset, change: Any, text: str, french: str) -> None:
    """Whoever cites it on must know that only a copy, or no more than the headline, was seen."""
    source = replace(dataset.source("page"), **change)
    assert citation(source, ENGLISH).endswith(text)
    assert citation(source, FRENCH).endswith(french)


def test_a_source_shows_its_identifier_and_when_it_was_read(dataset: Dataset) -> None:
    """DOI, lasting copy, day of reading; what is not known is left out."""
    known: dict[str, Any] = {
        "doi": "10.5281/zenodo.7",
        "archived": "https://web.archive.org/web/2025/https://example.org/page",
        "accessed": PartialDate("2025-11-03"),
        "seen": Seen.HEADLINE,
    }
    found = one_source(dataset, "page")
    facts = screen(source_view(replace(found, **known), ENGLISH))[0]
    assert {label: facts[label] for label in ("DOI", "Archived copy", "Read on", "Seen")} == {
        "DOI": "10.5281/zenodo.7",
        "Archived copy": "https://web.archive.org/web/2025/https://example.org/page",
        "Read on": "3 Nov 2025",
        "Seen": "headline only",
    }
    assert set(screen(source_view(found, ENGLISH))[0]) & {"DOI", "Archived copy", "Read on", "Seen"} == set()


def test_a_disagreement_without_a_kept_value_names_none() -> None:
    """Where no value could be preferred, none is marked as kept."""
    entries = (
        Disagreement(about="mass", others=(OtherValue(value="1 t", source="a"), OtherValue(value="2 t", source="b"))),
        Disagreement(about="date", kept="2001", note="Why."),
    )
    assert disagreements(entries, ENGLISH).lines == (
        "mass:", "  1 t [a]", "  2 t [b]", "date: 2001 is kept", "  Why.",
    )  # fmt: skip


def test_a_date_that_sources_disagree_about_is_read_as_any_other() -> None:
    """Dates are said in words and in the language; what only looks like one stays as it is."""
    others = (OtherValue(value="2023-05", source="a"), OtherValue(value="2023-27", source="b"))
    entries = (Disagreement(about="launch date", kept="2023-04-14", others=others),)
    assert disagreements(entries, ENGLISH).lines == (
        "launch date: 14 Apr 2023 is kept", "  May 2023 [a]", "  2023-27 [b]",
    )  # fmt: skip
    assert disagreements(entries, FRENCH).lines[0] == "launch date\u00a0: 14 avr. 2023, valeur retenue"


@pytest.mark.parametrize("kind", ["missions", "partners", "agreements", "categories"])
def test_csv_has_every_flat_field_of_the_record(dataset: Dataset, kind: str) -> None:
    """The columns beyond those of the table are the record's own fields: no value is out of reach of CSV."""
    view = {
        "missions": lambda: missions_view(listed_missions(dataset).records, in_english(dataset)),
        "partners": lambda: partners_view(partners(dataset), in_english(dataset), is_grouped=True),
        "agreements": lambda: agreements_view(agreements(dataset).records, in_english(dataset)),
        "categories": lambda: categories_view(categories(dataset), in_english(dataset)),
    }[kind]()
    keys = [column.key for column in view.columns]
    assert set(flat_keys(type(view.rows[0]))) <= set(keys)
    assert len(keys) == len(set(keys))
    for row in view.rows:
        assert all(isinstance(column.text(row), str) for column in view.columns)


def test_a_status_names_its_source_where_one_is_known(dataset: Dataset) -> None:
    """Who says how far a mission is stands beside the status, as beside the launch."""
    known = replace(dataset.mission("moons"), status_source="page")
    facts = next(section for section in screen(mission_view(known, in_english(dataset))) if isinstance(section, dict))
    assert facts["Status"] == "development, as of Jan 2026 [page]"
