"""What counts in the spelling of a name, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.model.spelling import fold, matcher, name_keys, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Corée du Sud", "coree du sud"), ("ÉTATS-UNIS", "etats unis"), ("TOPEX/Poseidon", "topex poseidon"),
        ("  a   b ", "a b"), ("Œuvre", "oeuvre"), ("cœur", "coeur"), ("Ørsted", "orsted"), ("ørsted", "orsted"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"), ("Æ", "ae"), ("e\u0301", "e"), ("ﬁn", "fin"), ("", ""), ("…", ""), ("Jason-3", "jason 3"),
        ("ÀÂÇÉÈÊËÎÏÔÙÛÜ", "aaceeeeiiouuu"), ("déjà vu à Łódź", "deja vu a lodz"),
        ("Côte d’Ivoire", "cote d ivoire"), ("İstanbul", "istanbul"), ("日本", "日本"),
    ],
)  # fmt: skip
def test_folding_keeps_letters_and_digits(text: str, folded: str) -> None:
    """Lower case, no accents, one space between words."""
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_no_case_counts(text: Any) -> None:
    """What is folded stays; neither case nor composition makes a difference."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ADEOS I", "ADEOS-1"), ("ADEOS-1", "ADEOS I"), ("ADEOSII", "ADEOS-II"), ("adeos2", "ADEOS-II"),
        ("Syracuse 4", "Syracuse IV"), ("Ariane V", "Ariane 5"), ("Ariane VI", "Ariane 6"), ("Luna XXIV", "Luna 24"),
        ("Jason-III", "Jason-3"), ("Kosmos XXXIX b", "Kosmos 39 B"),
        ("The Netherlands", "Netherlands"), ("les États-Unis", "États-Unis"), ("L'Italie", "Italie"),
        ("l’Italie", "Italie"), ("la République d'Autriche", "République d'Autriche"),
        ("Korea, Republic of", "Republic of Korea"), ("Netherlands (Kingdom of the)", "Kingdom of the Netherlands"),
        ("Congo, The Democratic Republic of the", "Democratic Republic of the Congo"),
        ("Viet Nam, République socialiste du", "République socialiste du Viet Nam"),
        ("Iran, République islamique d'", "République islamique d'Iran"),
        ("Bolivia", "Bolivia (Plurinational State of)"), ("Institute", "Institute (part of JAXA)"),
    ],
)  # fmt: skip
def test_one_name_is_written_in_several_ways(typed: str, name: str) -> None:
    """Roman or Arabic numbers, an article before it, its first words last, and what stands in brackets after it."""
    assert matcher(typed)(name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Bolivia (Plurinational State of)", "Bolivia"), ("ADEOS", "ADEOS-1"), ("I", "1"), ("Mix", "M9"),
        ("Luna XL", "Luna 40"), ("Luna IIX", "Luna 8"), ("Austria", "Republic of Austria"), ("X", "10"),
        ("Theos", "os"), ("Paris, Texas, US", "US Paris Texas"),
    ],
)  # fmt: skip
def test_other_names_stay_other_names(typed: str, name: str) -> None:
    """Words that are left out, numbers that are none, and letters of a word make no match."""
    assert not matcher(typed)(name)


@given(st.text(min_size=1, max_size=30))
def test_a_name_is_found_as_it_stands(text: Any) -> None:
    """Whatever it is, unless it has no letter and no digit."""
    assert matcher(text)(text) is bool(fold(text))


def test_nothing_matches_nothing() -> None:
    """A text without letters and digits is no name."""
    assert not matcher("")("…")
    assert not matcher("--- (,)")("Japan")
    assert name_keys("…") == ()


@pytest.mark.parametrize(
    ("typed", "names", "near"),
    [
        ("perseverence", ("Mars 2020", "Perseverance", "SWOT"), ("Perseverance",)),
        ("swat", ("SWOT", "SMOS"), ("SWOT",)),
        ("Unted States", ("United States", "Estonia"), ("United States",)),
        ("Asterix", ("Matériaux", "SAC-D"), ()),
        ("Republic of Austria", ("Republic of South Africa",), ()),
        ("German Space Agency", ("Algerian Space Agency",), ()),
        ("UAE Space Agency", ("UK Space Agency",), ()),
        ("Agence spatiale indienne", ("Agence spatiale canadienne", "Agence spatiale italienne"), ()),
        ("Agence spatial indiene", ("Agence spatiale indienne",), ("Agence spatiale indienne",)),
        ("unitedstats", ("United States",), ("United States",)),
        ("old bok", ("old-book",), ("old-book",)),
        ("jsaon 3", ("Jason-3", "Jason-2"), ("Jason-3",)),
        ("qqq", ("SWOT",), ()),
        ("", ("…",), ()),
        ("", ("SWOT",), ()),
    ],
)
def test_what_is_near_is_spelt_nearly_so(typed: str, names: tuple[str, ...], near: tuple[str, ...]) -> None:
    """One letter in four of a word may differ; what shares other words, or merely letters, is not near."""
    assert nearest(typed, names) == near
