"""Texts, dates and numbers in two languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.language import Language
from cnes_partners.model.spelling import fold
from cnes_partners.model.vocabulary.missions import MissionStatus, Role, Theme
from cnes_partners.model.vocabulary.partnership import AgreementKind, Region
from cnes_partners.views.words import Words
from tests.model.classes import VOCABULARIES

ENGLISH = Words()
FRENCH = Words(Language.FRENCH)
THIN = "\u202f"


@pytest.mark.parametrize(
    ("date", "english", "french"),
    [
        ("2022", "2022", "2022"),
        ("2022-12", "Dec 2022", "déc. 2022"),
        ("2022-12-16", "16 Dec 2022", "16 déc. 2022"),
        ("2000-11-01", "1 Nov 2000", "1er nov. 2000"),
        ("2021-05-09", "9 May 2021", "9 mai 2021"),
        ("1961-08-31", "31 Aug 1961", "31 août 1961"),
        (None, "–", "–"),
    ],
)
def test_a_date_is_shown_at_its_precision(date: str | None, english: str, french: str) -> None:
    """Day, month, year as far as they are known, in the order and words of the language."""
    known = PartialDate(date) if date else None
    assert (ENGLISH.date(known), FRENCH.date(known)) == (english, french)
    assert ENGLISH.date(date) == english


def test_the_months_of_a_year_all_differ() -> None:
    """Twelve months, twelve words, in either language."""
    for say in (ENGLISH, FRENCH):
        assert len({say.date(f"2022-{month:02}") for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("value", "options", "english", "french"),
    [
        (0, {}, "0", "0"),
        (999, {}, "999", "999"),
        (1174, {}, "1,174", f"1{THIN}174"),
        (1174.0, {"decimals": 0}, "1,174", f"1{THIN}174"),
        (18.4, {}, "18.4", "18,4"),
        (18.4, {"decimals": 2}, "18.40", "18,40"),
        (1234567.25, {}, "1,234,567.25", f"1{THIN}234{THIN}567,25"),
        (-2.5, {"decimals": 1}, "-2.5", "-2,5"),
        (2300, {"is_approximate": True}, "~2,300", f"~2{THIN}300"),
        (24.449, {"decimals": 1}, "24.4", "24,4"),
        (16.25, {"decimals": 1}, "16.3", "16,3"),
        (2.675, {"decimals": 2}, "2.68", "2,68"),
        (None, {}, "–", "–"),
        (None, {"decimals": 1, "is_approximate": True}, "–", "–"),
    ],
)
def test_a_number_keeps_the_digits_it_has(value: float | None, options: Any, english: str, french: str) -> None:
    """Thousands are set apart by a comma or a narrow no-break space; unknown is a dash, about is a tilde."""
    assert (ENGLISH.number(value, **options), FRENCH.number(value, **options)) == (english, french)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(3716, "3,716", f"3{THIN}716"), (3716.05, "3,716.1", f"3{THIN}716,1"), (2.0, "2.0", "2,0"), (None, "–", "–")],
)
def test_what_is_computed_is_whole_or_has_one_decimal(value: float | None, english: str, french: str) -> None:
    """A sum of whole amounts is shown whole, any other to the decimal that sources print."""
    assert (ENGLISH.computed(value), FRENCH.computed(value)) == (english, french)


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 partners", "0 partenaire"),
        (1, "1 partner", "1 partenaire"),
        (2, "2 partners", "2 partenaires"),
        (1174, "1,174 partners", f"1{THIN}174 partenaires"),
    ],
)
def test_a_count_asks_for_one_or_many(count: int, english: str, french: str) -> None:
    """None is many in English, and one in French."""
    texts = ("{count} partner", "{count} partners")
    assert (ENGLISH.counted(count, *texts), FRENCH.counted(count, *texts)) == (english, french)


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_can_be_read_back(value: Any) -> None:
    """No digit is lost, whatever the language."""
    assert int(ENGLISH.number(value).replace(",", "")) == value
    assert int(FRENCH.number(value).replace(THIN, "")) == value


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(2.14, "+2.1", "+2,1"), (-18.75, "-18.8", "-18,8"), (0, "+0.0", "+0,0"), (None, "–", "–"),
     (305.5, "+305.5", "+305,5"), (-1234.5, "-1,234.5", f"-1{THIN}234,5")],
)  # fmt: skip
def test_a_change_bears_its_sign(value: float | None, english: str, french: str) -> None:
    """Up is told from down without colour."""
    assert (ENGLISH.change(value), FRENCH.change(value)) == (english, french)


def test_texts_are_filled_in_either_language() -> None:
    """The places of a text are filled; braces in what fills them are data."""
    assert ENGLISH("M€ of {year}", year=2020) == "M€ of 2020"
    assert FRENCH("M€ of {year}", year=2020) == "M€ de 2020"
    assert ENGLISH("{name}, stated by CNES", name="{count}") == "{count}, stated by CNES"


def test_a_text_without_french_is_said_in_english() -> None:
    """Better the English text than none; a test of its own finds what is missing."""
    assert FRENCH("no such text") == "no such text"


def test_words_of_a_vocabulary_are_said_in_the_language() -> None:
    """English says the code without hyphens but for terms that have one, so that it leads to the filter."""
    assert ENGLISH.word(Theme.SOLAR_SYSTEM) == "solar system"
    assert ENGLISH.word(AgreementKind.LETTER_OF_INTENT) == "letter of intent"
    assert [ENGLISH.word(code) for code in (AgreementKind.INTER_AGENCY, Role.CO_LEAD)] == ["inter-agency", "co-lead"]
    assert [ENGLISH.word(code) for code in (AgreementKind.MOU, Region.MIDDLE_EAST)] == ["MoU", "Middle East"]
    assert FRENCH.word(Theme.SOLAR_SYSTEM) == "exploration du Système solaire"
    assert FRENCH.word(MissionStatus.OPERATIONAL) == "opérationnelle"
    assert (ENGLISH.word(None), FRENCH.word(None)) == ("–", "–")


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_an_english_word_folds_to_its_code(kind: type[Any]) -> None:
    """Who reads a word finds the code that a filter takes: only case and hyphens differ."""
    assert [code for code in kind if fold(ENGLISH.word(code)) != fold(code)] == []


def test_texts_of_the_dataset_fall_back_on_english() -> None:
    """French where there is French; English never shows French."""
    assert (ENGLISH.either("sea", "mer"), FRENCH.either("sea", "mer")) == ("sea", "mer")
    assert (ENGLISH.either("sea", None), FRENCH.either("sea", None)) == ("sea", "sea")
    assert (ENGLISH.either(None, None), FRENCH.either(None, None)) == (None, None)


@pytest.mark.parametrize(
    ("plain", "set_right"),
    [
        ("1 174 M€ : 18,4 % ; « oui » !", f"1{THIN}174~M€~: 18,4~%~; «~oui~»~!"),
        ("de 1 000 à 12 345 678 €", f"de 1{THIN}000 à 12{THIN}345{THIN}678~€"),
        ("le 16 décembre 2022, https://cnes.fr/?a=b;c", "le 16 décembre 2022, https://cnes.fr/?a=b;c"),
        ("en 2022 1178 millions", "en 2022 1178 millions"),
    ],
)
def test_french_of_the_dataset_is_set_with_no_break_spaces(plain: str, set_right: str) -> None:
    """Its spaces are plain ones, as they are typed; English texts stay as they are."""
    assert FRENCH.either("x", plain) == set_right.replace("~", "\u00a0")
    assert (ENGLISH.either(plain, "x"), FRENCH.either(plain, None)) == (plain, plain)


def test_texts_are_set_apart_as_the_language_writes_it() -> None:
    """A space stands before a French semicolon."""
    assert (ENGLISH.apart(["a", "b"]), FRENCH.apart(["a", "b"])) == ("a; b", "a\u00a0; b")
