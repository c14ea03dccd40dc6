"""The countries hold against the list that they were taken from, and each is found by every name it gives.

``country-codes.csv`` has the columns needed of https://github.com/datasets/country-codes (15 May 2026, public domain,
ODC-PDDL-1.0): codes, the names of ISO 3166, ISO 4217 and CLDR, and those of the UN's terminology.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.names import called, country_names

LIST = Path(__file__).parent / "country-codes.csv"
# The list loses Namibia's code "NA", and gives a state's item for the territory that ISO 3166 calls Western Sahara.
OTHER_ITEMS = {"NA": "Q1030", "EH": "Q6250"}
# The list has codes that no Olympic committee bears, and old ones of four.
NEW_IOC_CODES = {"LB": "LBN", "ME": "MNE", "MH": "MHL", "SG": "SGP"}
NAMES = (
    *("official_name_en", "official_name_fr", "CLDR display name", "ISO4217-currency_country_name"),
    *("UNTERM English Short", "UNTERM French Short", "UNTERM English Formal", "UNTERM French Formal"),
)


def rows() -> dict[str, dict[str, str]]:
    """Return the list's rows by alpha-2 code."""
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["ISO3166-1-Alpha-2"] or "NA": row for row in csv.DictReader(file)}


ROWS = rows()


def written(name: str) -> Iterator[str]:
    """Yield a name of the list with its article and without: "the Republic of Korea", "Republic of Korea"."""
    clean = re.sub(r" *\*+$", "", name)
    yield clean
    short = re.sub(r" \((?:the|la|le|les|l')\)$", "", clean)
    yield short
    yield re.sub(r"^(?:the |la |le |les |l')", "", short)


def turned(row: dict[str, str]) -> Iterator[str]:
    """Yield the official names that end with the country's, turned round: "Austria, Republic of"."""
    for language in ("English", "French"):
        *_, formal = written(row[f"UNTERM {language} Formal"])
        *_, short = written(row[f"UNTERM {language} Short"])
        if short and formal.endswith(short) and formal != short:
            yield f"{short}, {formal.removesuffix(short).strip()}"


def test_every_country_of_the_list_is_there(bundled: Dataset) -> None:
    """And no other: 249 countries and territories."""
    assert {country.alpha2 for country in bundled.countries} == set(ROWS)


@pytest.mark.parametrize("alpha2", ROWS)
def test_codes_are_those_of_the_list(bundled: Dataset, alpha2: str) -> None:
    """Alpha-2, alpha-3, numeric and Wikidata; the Olympic code where there is a committee."""
    country, row = bundled.country(alpha2.lower()), ROWS[alpha2]
    item = OTHER_ITEMS.get(alpha2, row["wikidata_id"].rpartition("/")[2])
    assert country
    found = (country.alpha2, country.alpha3, country.numeric, country.wikidata)
    assert found == (alpha2, row["ISO3166-1-Alpha-3"], row["ISO3166-1-numeric"].zfill(3), item)
    assert country.ioc in (None, NEW_IOC_CODES.get(alpha2, row["IOC"]))


@pytest.mark.parametrize("alpha2", ROWS)
def test_a_country_is_found_by_every_name_and_code_of_the_list(bundled: Dataset, alpha2: str) -> None:
    """Short and official names in English and French, with or without the article, and turned round as in lists."""
    every = tuple(map(country_names, bundled.countries))
    row = ROWS[alpha2]
    names = {name for column in NAMES for name in written(row[column]) if name} | set(turned(row))
    codes = {alpha2, row["ISO3166-1-Alpha-3"], row["ISO3166-1-numeric"].zfill(3)}
    expected = {name: {"bn", "bh"} if name == "BRN" else {alpha2.lower()} for name in names | codes}
    assert {name: {entry.id for entry in called(name, every)} for name in expected} == expected


def test_a_partner_is_found_by_every_name_and_code_of_its_country(bundled: Dataset) -> None:
    """Who knows the country need not know the partner's own record."""
    partners = {partner.id for partner in bundled.partners if partner.kind == "country"}
    rows = {alpha2.lower(): row for alpha2, row in ROWS.items() if alpha2.lower() in partners}
    names = {
        (id, name)
        for id, row in rows.items()
        for name in (*(name for column in NAMES for name in written(row[column]) if name), *turned(row))
    }
    codes = {(id, code) for id in partners if (country := bundled.country(id)) for code in country_names(country).own}
    wrong = [(id, name) for id, name in sorted(names | codes) if bundled.partner(name).id != id]
    assert (len(rows), len(names) > 64 * 5, wrong) == (len(partners), True, [])
