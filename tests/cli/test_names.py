"""Names as a specialist types them, on the bundled dataset: what is meant exactly answers, and nothing else does."""

from __future__ import annotations

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Republic of Austria", "at"), ("Swiss Confederation", "ch"), ("Confédération helvétique", "ch"),
        ("Viet Nam, République socialiste du", "vn"), ("Korea, Republic of", "kr"), ("the Netherlands", "nl"),
        ("United Kingdom of Great Britain and Northern Ireland", "gb"), ("les États-Unis d'Amérique", "us"),
        ("People's Republic of China", "cn"), ("République fédérale d'Allemagne", "de"), ("NED", "nl"), ("INA", "id"),
        ("JPN", "jp"), ("392", "jp"), ("deu", "de"), ("usa", "us"), ("U.K.", "gb"), ("FRG", "de"), ("URSS", "ru"),
        ("nasa", "us"), ("Agence spatiale européenne", "esa"), ("ESA", "esa"), ("EC", "eu"), ("GEO", "geo"),
        ("African Union", "african-union"), ("ISAS", "jp"), ("NASDA", "jp"), ("BNSC", "gb"), ("SNSB", "se"),
        ("Agence spatiale allemande", "de"), ("Agenzia Spaziale Italiana", "it"), ("Roskosmos", "ru"),
    ],
)  # fmt: skip
def test_a_partner_is_found(run: Run, typed: str, id: str) -> None:
    """Official names and codes of countries, agencies, former names; a partner's own name before a country's code."""
    result = run("partner", typed, "-f", "csv", "-C", "id", "--no-header")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{id}\n", "")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Ireland", "Ireland (ie) is no partner of its own here. It takes part in "),
        ("Irlande", "Ireland (ie) is no partner of its own here. It takes part in "),
        ("France", "France (fr) is no partner: CNES itself is French."),
        ("CNES", "France (fr) is no partner: CNES itself is French."),
        ("PE", "Peru (pe) is no partner of its own here."),
        ("SI", "Slovenia (si) is no partner of its own here."),
        ("RS", "Serbia (rs) is no partner of its own here."),
        ("BOL", "Bolivia (bo) is no partner of its own here."),
        ("NA", "Namibia (na) is no partner of its own here."),
        ("NIC", "Nicaragua (ni) is no partner of its own here."),
        ("BRN", "'BRN' may mean more than one partner: Bahrain (bh), Brunei (bn)"),
        ("kingdom", "No partner is called 'kingdom'. Did you mean United Kingdom (gb), "),
        ("space agency", "No partner is called 'space agency'. Did you mean "),
        ("africa", "No partner is called 'africa'. Did you mean African Union (African Space Agency) (african-union) "),
        ("jap", "No partner is called 'jap'. Did you mean Japan (jp)?"),
        ("Irland", "No partner is called 'Irland'. Did you mean Ireland (ie)?"),
        ("Republic of Ireland", "Ireland (ie) is no partner of its own here."),
        ("Atlantide", "No partner is called 'Atlantide' (list them: cnes-partners partners)."),
    ],
)
def test_a_partner_is_not_guessed(run: Run, typed: str, message: str) -> None:
    """A country that is no partner is known; a word that several have finds none of them."""
    for command in (("partner", typed), ("missions", "-p", typed), ("agreements", "-p", typed)):
        result = run(*command)
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.startswith(f"cnes-partners: {message}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("typed", ["NZ", "NZL", "554", "New Zealand"])
def test_what_mentions_a_country_is_told_by_its_name(run: Run, typed: str) -> None:
    """No text means a country by its code: "per" is Latin there, and "Si" silicon."""
    result = run("partner", typed)
    assert result.stderr.startswith("cnes-partners: New Zealand (nz) is no partner of its own here. ")
    assert result.stderr.endswith(" mention it (cnes-partners search 'New Zealand').\n")
    for code in ("PER", "PE", "604"):
        assert run("partner", code).stderr == "cnes-partners: Peru (pe) is no partner of its own here.\n"


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("2022-173A", "swot"), ("54754", "swot"), ("Swarm-A", "swarm"), ("Albert Einstein", "atv"),
        ("ATV 4", "atv"), ("Ariane V", "ariane-5"), ("Syracuse IV", "syracuse-4"), ("ADEOS II", "polder-adeos-2"),
        ("Jason II", "jason-2"), ("STEREO Ahead", "stereo"), ("Soyuz TM-7", "aragatz"), ("Soyouz TM-7", "aragatz"),
        ("STS-122", "columbus-eyharts"), ("STS-51G", "sts-51-g"), ("ADEOS I", "polder-adeos"),
        ("ADEOS-1", "polder-adeos"), ("Solar Probe Plus", "parker-solar-probe"), ("MPO", "bepicolombo"),
        ("MMO", "bepicolombo"), ("LISA-PF", "lisa-pathfinder"), ("SMART-2", "lisa-pathfinder"),
        ("CE-6", "change-6-dorn"), ("SPOT-VGT", "vegetation"), ("PHR-1A", "pleiades"), ("CERES-1", "ceres"),
        ("D-5A", "castor-pollux-1973"), ("NGST", "jwst"), ("PICASSO-CENA", "calipso"), ("vega", "vega"),
    ],
)  # fmt: skip
def test_a_mission_is_found(run: Run, typed: str, id: str) -> None:
    """By its spacecraft, their designations and numbers, and with either kind of numerals."""
    result = run("mission", typed, "-f", "csv", "-C", "id", "--no-header")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{id}\n", "")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Bion-M", "No mission is called 'Bion-M'. Did you mean Bion-M2 (bion-m2) or MTB on Bion-M1 (mtb-bion-m1)?"),
        ("Windi", "No mission is called 'Windi'. Did you mean WINDII on UARS (windii)?"),
        ("Aqua", "No mission is called 'Aqua'. Did you mean SAC-D/Aquarius (sac-d)?"),
        ("SPI", "No mission is called 'SPI'. Did you mean SPICA (spica)? INTEGRAL (integral) mentions it "),
        ("corott", "No mission is called 'corott'. Did you mean CoRoT (corot)?"),
        ("Tango", "'Tango' may mean more than one mission: Cluster (cluster), PRISMA / FFIORD (prisma)"),
        ("Vega", "'Vega' may mean more than one mission: Vega and Vega-C (vega-launcher), Vega 1 and 2 (vega)"),
        ("Themis", "'Themis' may mean more than one mission: Themis (themis-demonstrator), THEMIS (themis)"),
        (
            "ECLAIRs",
            "No mission is called 'ECLAIRs' (list them: cnes-partners missions). SVOM (svom) mentions it "
            "(cnes-partners search ECLAIRs).",
        ),
        ("ISS", "'ISS' may mean more than one mission: ACES / PHARAO (aces-pharao), "),
    ],
)
def test_a_mission_is_not_guessed(run: Run, typed: str, message: str) -> None:
    """What it might be is said, and what else mentions it."""
    result = run("mission", typed)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"cnes-partners: {message}")
    assert result.stderr.count("\n") == 1


def test_a_contributor_is_found_by_its_country(run: Run) -> None:
    """Names and codes of countries count for ESA's contributors, partners or not."""
    plain = run("esa", "compare", "fr", "ee", "ie", "-f", "json")
    assert run("esa", "compare", "FRA", "Republic of Estonia", "372", "-f", "json") == plain
    assert plain.exit_code == 0
    result = run("esa", "compare", "Peru")
    assert (result.exit_code, result.stderr[:48]) == (3, "cnes-partners: ESA's income has no line for Peru")
