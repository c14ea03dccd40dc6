"""What the tests share: running the program in process, and a small dataset made by hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from cnes_partners.cli import answers, app
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.find import ENVIRONMENT_VARIABLE, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run of the program gave."""

    exit_code: int
    stdout: str
    stderr: str


Run = Callable[..., Result]

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")

COLOUR_VARIABLES = ("NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM", "COLUMNS", "PAGER", ENVIRONMENT_VARIABLE)


@pytest.fixture(autouse=True, scope="session")
def _english() -> Iterator[None]:
    """Say English whatever the developer's locale is; a test of another language says so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNES_PARTNERS_LANG", "en")
        yield


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own settings out of the tests."""
    for variable in COLOUR_VARIABLES:
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def bundled() -> Dataset:
    """Return the bundled dataset, read once for all tests: its YAML takes longer than most commands do."""
    return load()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], bundled: Dataset, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process: run("mission", "swot", data=folder) -> Result; without data, on the bundled."""

    def load_once(place: str | None) -> Dataset:
        return bundled if place is None and ENVIRONMENT_VARIABLE not in os.environ else load(place)

    monkeypatch.setattr(answers, "load", load_once)

    def run_program(*arguments: str, data: Path | None = None) -> Result:
        capsys.readouterr()
        chosen = [*arguments, *(["--data", str(data)] if data else [])]
        exit_code = int(app.run(chosen))
        captured = capsys.readouterr()
        return Result(exit_code=exit_code, stdout=captured.out, stderr=captured.err)

    return run_program


SMALL: Mapping[str, str] = {
    "dataset.yaml": """\
        title: A small dataset
        version: "1"
        as_of: "2026-01-31"
        licence: CC BY 4.0
        citation: A small dataset (2026-01-31)
        """,
    "categories.yaml": """\
        - id: european
          name: European partnerships
          name_fr: Coopérations européennes
          purpose: Work in Europe.
          purpose_fr: Agir en Europe.
          basis: stated
          members:
            - partner: esa
              source: page
          source: page
        - id: historic
          name: Historic partnerships
          name_fr: Coopérations historiques
          purpose: Work with space powers.
          purpose_fr: Agir avec les puissances spatiales.
          basis: stated
          members:
            - partner: "jp"
              source: page
          source: page
        """,
    "partners/esa.yaml": """\
        id: esa
        name: European Space Agency
        name_fr: Agence spatiale européenne
        aliases:
          - ASE
        kind: organisation
        category: european
        category_basis: stated
        category_source: page
        region: europe
        areas:
          - universe
        note: Founded in 1975.
        note_fr: Fondée en 1975.
        sources:
          - page
        """,
    "partners/jp.yaml": """\
        id: "jp"
        name: Japan
        name_fr: Japon
        kind: country
        category: historic
        category_basis: stated
        category_source: page
        region: asia
        agencies:
          - abbr: JAXA
            name: Japan Aerospace Exploration Agency
        since:
          date: "1986"
          what: First agreement
          source: old-book
        status: active
        as_of: "2025-03"
        areas:
          - solar-system
        agreements:
          - id: jp-2015-10-05
            date: "2015-10-05"
            title: Framework agreement
            kind: framework
            source: page
          - id: jp-1986
            date: "1986"
            title: First agreement
            kind: inter-agency
            source: old-book
        sources:
          - page
          - id: old-book
            url: https://example.org/book
            title: An old book
            publisher: A publisher
            published: "1987"
            language: "en"
            kind: reference
        """,
    "partners/no.yaml": """\
        id: "no"
        name: Norway
        name_fr: Norvège
        kind: country
        category: european
        category_basis: assigned
        region: europe
        sources:
          - page
        """,
    "missions/moons.yaml": """\
        id: moons
        name: Moons
        full_name: Moons Exploration
        aliases:
          - Phobos probe
        kind: mission
        theme: solar-system
        status: development
        as_of: "2026-01"
        launch:
          state: planned
          date: "2026"
          vehicle: H3
          source: page
        destination: Moons of Mars
        cnes_role: contributor
        cnes_contribution: rover
        partners:
          - partner: "jp"
            agency: JAXA
            role: lead
            contribution: probe and launch
            source: page
        summary: Japanese probe to the moons of Mars.
        summary_fr: Sonde japonaise vers les lunes de Mars.
        disagreements:
          - about: launch date
            kept: "2026"
            kept_source: page
            others:
              - value: "2025"
                source: old-page
            note: The newer page is kept.
        sources:
          - page
          - old-page
        """,
    "missions/sea-1.yaml": """\
        id: sea-1
        name: Sea-1
        kind: mission
        theme: earth
        status: completed
        as_of: "2013-07"
        launch:
          state: launched
          date: "2001-12-07"
          source: page
        end: "2013-07-01"
        cnes_role: lead
        cnes_contribution: satellite
        partners:
          - partner: esa
            role: contributor
            contribution: data centre
            source: page
        instruments:
          - name: Poseidon
            what: altimeter
            provider: CNES
        summary: Satellite that measured the sea level.
        sources:
          - page
        """,
    "missions/sea-2.yaml": """\
        id: sea-2
        name: Sea-2
        kind: mission
        theme: earth
        status: operational
        launch:
          state: launched
          date: "2016-01"
        cnes_role: lead
        cnes_contribution: satellite
        summary: Satellite without a partner.
        sources:
          - page
        """,
    "parties.yaml": """\
        - id: "fr"
          name: France
          name_fr: France
          kind: country
        - id: "de"
          name: Germany
          name_fr: Allemagne
          kind: country
        """,
    "countries.yaml": """\
        - id: "de"
          alpha2: DE
          alpha3: DEU
          numeric: "276"
          ioc: GER
          wikidata: Q183
          name: Germany
          name_fr: Allemagne
          official_name: Federal Republic of Germany
          official_name_fr: République fédérale d'Allemagne
          sources:
            - page
        - id: "fr"
          alpha2: FR
          alpha3: FRA
          numeric: "250"
          wikidata: Q142
          name: France
          name_fr: France
          sources:
            - page
        - id: "jp"
          alpha2: JP
          alpha3: JPN
          numeric: "392"
          wikidata: Q17
          name: Japan
          name_fr: Japon
          sources:
            - page
        - id: "no"
          alpha2: "NO"
          alpha3: NOR
          numeric: "578"
          wikidata: Q20
          name: Norway
          name_fr: Norvège
          official_name: Kingdom of Norway
          official_name_fr: Royaume de Norvège
          aliases:
            - Norge
          sources:
            - page
        - id: pe
          alpha2: PE
          alpha3: PER
          numeric: "604"
          ioc: PER
          wikidata: Q419
          name: Peru
          name_fr: Pérou
          official_name: Republic of Peru
          official_name_fr: République du Pérou
          sources:
            - page
        """,
    "statements.yaml": """\
        - id: missions-with-partners
          topic: missions-share
          label: Share of missions with partners
          label_fr: Part des missions en coopération
          value: 90
          unit: percent
          stated_by: CNES
          source: page
        - id: esa-contribution-2022
          topic: esa-contribution
          label: Contribution to ESA, 2022
          label_fr: Contribution à l'ESA, 2022
          value: 1174
          unit: million EUR
          measure: stated
          stated_by: CNES
          as_of: "2022"
          source: page
        - id: esa-share-2022
          topic: esa-share
          label: Share of ESA's budget, 2022
          label_fr: Part du budget de l'ESA, 2022
          value: 18.4
          unit: percent
          stated_by: CNES
          as_of: "2022"
          source: page
        - id: esa-rank-2022
          topic: esa-rank
          label: Rank, 2022
          label_fr: Rang, 2022
          value: 2
          unit: rank
          stated_by: CNES
          as_of: "2022"
          source: page
        """,
    "esa/budget.yaml": """\
        - year: 2021
          amount_meur: 6000
          measure: due
          scope: total
          source: page
        - year: 2022
          amount_meur: 7150
          measure: due
          scope: total
          source: page
        """,
    "esa/income.yaml": """\
        - year: 2021
          contributor: "fr"
          kind: member-state
          amount_meur: 1000
          measure: due
          scope: member-part
          source: page
        - year: 2022
          contributor: "fr"
          kind: member-state
          amount_meur: 1178
          approximate: true
          measure: due
          scope: member-part
          source: page
        - year: 2022
          contributor: "de"
          kind: member-state
          amount_meur: 1018
          measure: due
          scope: member-part
          source: page
        """,
    "esa/subtotals.yaml": """\
        - year: 2022
          group: members
          amount_meur: 4810
          measure: due
          scope: member-part
          source: page
        """,
    "esa/contribution.yaml": """\
        - year: 2022
          amount_meur: 1174
          share_pct: 18.4
          rank: 2
          measure: stated
          scope: member-part
          stated_by: CNES
          source: page
        """,
    "esa/councils.yaml": """\
        - id: cm19
          date: "2019-11-27"
          place: Seville
          period: 2020-2022
          amount_meur: 14511
          measure: subscribed
          scope: programme
          subscriptions:
            - country: "de"
              amount_meur: 3294
              share_pct: 22.9
              source: page
            - country: "fr"
              amount_meur: 2664
              share_pct: 18.5
              source: page
          source: page
        """,
    "sources.yaml": """\
        - id: page
          url: https://example.org/page
          title: A page
          publisher: CNES
          published: "2024-05-06"
          language: "en"
          kind: primary
        - id: old-page
          url: https://example.org/old
          title: An old page
          publisher: CNES
          language: "fr"
          kind: primary
        """,
}


def write_dataset(folder: Path, files: Mapping[str, str] = SMALL) -> Path:
    """Write *files* (path -> indented text) below *folder* and return it."""
    from textwrap import dedent

    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a small dataset: three partners, three missions, two years of ESA's budget."""
    return write_dataset(tmp_path / "data")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every socket fail."""
    import socket

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("the program opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder to write to."""
    path = tmp_path / "out"
    path.mkdir()
    return path
