"""An answer that filters says in its title by what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.language import Language
from cnes_partners.model.records.parties import Party
from cnes_partners.model.vocabulary.missions import MissionStatus, Theme
from cnes_partners.model.vocabulary.money import PartyKind
from cnes_partners.model.vocabulary.partnership import Category
from cnes_partners.output.terminal import in_plain_spaces
from cnes_partners.queries.filters import Filters
from cnes_partners.views.filters import filtered
from cnes_partners.views.view import View
from cnes_partners.views.words import Words
from tests.conftest import Run

JAPAN = Party(id="jp", name="Japan", name_fr="Japon", kind=PartyKind.COUNTRY)
STATES = Party(id="us", name="United States", name_fr="États-Unis", kind=PartyKind.COUNTRY)
FULL = Filters(
    partners=(JAPAN, STATES),
    categories=(Category.HISTORIC, Category.EMERGING),
    themes=(Theme.EARTH, Theme.UNIVERSE, Theme.NAVIGATION),
    statuses=(MissionStatus.DEVELOPMENT, MissionStatus.PROPOSED),
    first=PartialDate("2015-03"),
    last=PartialDate("2020"),
)

ONE = Filters(
    partners=(JAPAN, STATES),
    categories=(Category.HISTORIC, Category.EMERGING),
    areas=(Theme.EARTH, Theme.TELECOM),
    has_one_partner=True,
)


@pytest.mark.parametrize(
    ("filters", "language", "title"),
    [
        (Filters(), "en", "3 missions"),
        (Filters(partners=(JAPAN,)), "en", "3 missions with Japan (jp)"),
        (Filters(partners=(JAPAN,)), "fr", "3 missions avec : Japon (jp)"),
        (Filters(themes=(Theme.EARTH,)), "en", "3 missions: theme Earth"),
        (Filters(first=PartialDate("2015")), "en", "3 missions: from 2015 on"),
        (Filters(last=PartialDate("2015-03-01")), "en", "3 missions: up to 1 Mar 2015"),
        (Filters(first=PartialDate("2015"), last=PartialDate("2015")), "en", "3 missions: 2015"),
        (Filters(years=(2019, 2021)), "en", "3 missions: 2019 or 2021"),
        (
            ONE,
            "en",
            "3 missions with Japan (jp) or United States (us): category historic or emerging; area Earth and telecom",
        ),
        (
            replace(ONE, partners=()),
            "fr",
            "3 missions ; catégorie : historique ou émergente ; domaine : observation de la Terre et "
            "télécommunications",
        ),
        (
            FULL,
            "en",
            "3 missions with Japan (jp) and United States (us): category historic and emerging; theme Earth, universe "
            "or navigation; status development or proposed; from Mar 2015 to 2020",
        ),
        (
            FULL,
            "fr",
            "3 missions avec : Japon (jp) et États-Unis (us) ; catégorie : historique et émergente ; thème : "
            "observation de la Terre, sciences de l'Univers ou navigation ; état : en développement ou proposée ; de "
            "mars 2015 à 2020",
        ),
    ],
)
def test_a_title_says_every_filter(filters: Filters, language: str, title: str) -> None:
    """All of the partners and categories, any of the other words, and the bounds of time, in both languages."""
    view = View(title="3 missions", columns=(), records=())
    assert in_plain_spaces(filtered(view, filters, Words(Language(language))).title) == title


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("missions -p de --theme earth", "missions with Germany (de): theme Earth"),
        ("missions -c historic --role lead --kind programme", ": category historic; kind programme; CNES's role lead"),
        ("missions --from 2015 --to 2020 --status operational", "missions: status operational; from 2015 to 2020"),
        ("missions --target mars,moon", "missions: target Mars and Moon"),
        ("missions --ended ..2019-06", "missions: ended up to Jun 2019"),
        ("missions --ended 2024 --target earth --lang fr", "cible : Terre ; fin : 2024"),
        ("timeline --ended 2019..2024", "missions in time: ended from 2019 to 2024"),
        ("agreements --signed 2025 --subject climate", ": about “climate”; 2025"),
        ("partners -c european --kind country", "partners: category european; kind country"),
        ("partners --region africa --area earth", ": area Earth; region Africa"),
        ("agreements -p india --kind mou --from 2015", "with India (in): kind MoU; from 2015 on"),
        ("timeline -p japan --theme universe", "missions in time with Japan (jp): theme universe"),
        ("timeline --agreements -p japan", "agreements in time with Japan (jp)"),
        ("timeline --agreements -c emerging", "agreements in time: category emerging"),
        ("search mars --table mission", "records mention 'mars': table mission"),
        ("sources --kind primary", "sources: kind primary"),
        ("esa budget --from 2015", "with the money of the EU, EUMETSAT and others: from 2015 on"),
        ("esa contribution --measure due --to 2020", "by measure: measure due; up to 2020"),
        ("esa compare fr de --from 2015", ": from 2015 on"),
        ("esa domains --year 2021", "ESA's budget by domain: 2021"),
        ("esa members --status associate", "Who is in ESA: status associate"),
        ("esa councils cm22", "Subscriptions at CM22"),
    ],
)
def test_every_command_that_filters_says_so(run: Run, command: str, title: str) -> None:
    """The title of the table, as a terminal and Markdown show it."""
    result = run(*command.split())
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].endswith(title)


@pytest.mark.parametrize(
    ("command", "title"),
    [("timeline -p india --from 2000", "with India (in): from 2000 on"), ("esa budget --from 2015", ": from 2015 on")],
)
def test_a_picture_says_it_too(run: Run, tmp_path: Path, command: str, title: str) -> None:
    """An SVG file travels without the command that made it."""
    picture = tmp_path / "picture.svg"
    assert run(*command.split(), "--svg", str(picture)).exit_code == 0
    assert f"{title}</title>" in picture.read_text(encoding="utf-8")
