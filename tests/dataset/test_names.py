"""Names are found as people type them, and never guessed: only an exact match answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.dataset.find import load
from cnes_partners.dataset.names import Names, find
from cnes_partners.errors import AmbiguousNameError, InvalidDatasetError, NotAPartnerError, NotFoundError


def named(id: str, name: str, *others: str, hosts: tuple[str, ...] = ()) -> Names:
    return Names(id=id, name=name, others=others, hosts=hosts)


JAPAN = named("jp", "Japan", "Japon", "JAXA", "Japan Aerospace Exploration Agency")
STATES = named("us", "United States", "États-Unis", "USA", "NASA", "NOAA", "National Aeronautics")
EMIRATES = named("ae", "United Arab Emirates", "Émirats arabes unis", "UAE")
KOREA = named("kr", "South Korea", "Corée du Sud", "KARI")
NORWAY = named("no", "Norway", "Norvège", "NOSA")
COSTA_RICA = named("cr", "Costa Rica", "Costa Rica")
JASONS = tuple(named(f"jason-{i}", f"Jason-{i}", f"J{i}") for i in (1, 2, 3))
TOPEX = named("topex", "TOPEX/Poseidon", "T/P", "Poseidon")
MMX = named("mmx", "MMX", "Martian Moons eXploration")
CARMEN = named("carmen", "CARMEN", hosts=("Jason-2", "SAC-D"))
AQUARIUS = named("aquarius", "Aquarius", hosts=("SAC-D",))
EVERY = (JAPAN, STATES, EMIRATES, KOREA, NORWAY, COSTA_RICA, *JASONS, TOPEX, MMX, CARMEN)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("jp", "jp"), ("JP", "jp"), ("Japan", "jp"), ("japon", "jp"), ("JAPON", "jp"), (" japan ", "jp"),
        ("jaxa", "jp"), ("japan-aerospace exploration AGENCY", "jp"),
        ("États-Unis", "us"), ("etats unis", "us"), ("ETATS-UNIS", "us"), ("e\u0301tats-unis", "us"), ("usa", "us"),
        ("u.s.a.", "us"), ("NOAA", "us"), ("nasa", "us"), ("united-states", "us"), ("unitedstates", "us"),
        ("the United States", "us"), ("corée du sud", "kr"), ("coree-du-sud", "kr"), ("Norvège", "no"), ("NO", "no"),
        ("jason2", "jason-2"), ("Jason 2", "jason-2"), ("JASON_2", "jason-2"), ("Jason II", "jason-2"),
        ("j3", "jason-3"), ("TOPEX/Poseidon", "topex"), ("poseidon", "topex"), ("t/p", "topex"),
        ("martian moons exploration", "mmx"),
    ],
)  # fmt: skip
def test_a_name_is_found_whatever_its_case_accents_and_hyphens(typed: str, id: str) -> None:
    """Both languages, agencies and aliases."""
    assert find(typed, EVERY, kind="partner") == id


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("emirats", ("ae",)), ("united", ("us", "ae")), ("martian moons", ("mmx",)), ("exploration", ("jp", "mmx")),
        ("sud", ("kr",)), ("rica", ("cr",)), ("jap", ("jp",)), ("n", ("no", "us")),
        ("jason", ("jason-1", "jason-2", "jason-3")),
    ],
)  # fmt: skip
def test_a_beginning_or_a_word_is_told_and_not_taken(typed: str, candidates: tuple[str, ...]) -> None:
    """Those whose shown name fits come first; nothing is found, not even where one fits alone."""
    with pytest.raises(NotFoundError) as caught:
        find(typed, EVERY, kind="partner")
    assert not isinstance(caught.value, AmbiguousNameError)
    assert caught.value.candidates == candidates


def test_a_single_candidate_is_named_with_its_id() -> None:
    """The question can be answered with yes, and the id be typed."""
    with pytest.raises(NotFoundError) as caught:
        find("emirates", EVERY, kind="partner")
    assert str(caught.value) == "No partner is called 'emirates'. Did you mean United Arab Emirates (ae)?"
    assert (caught.value.exit_code, caught.value.candidates) == (3, ("ae",))


def test_several_candidates_are_listed() -> None:
    """All of them, each with its id."""
    with pytest.raises(NotFoundError) as caught:
        find("Jason", EVERY, kind="mission")
    assert str(caught.value) == (
        "No mission is called 'Jason'. Did you mean Jason-1 (jason-1), Jason-2 (jason-2) or Jason-3 (jason-3)?"
    )


def test_of_many_candidates_the_first_are_listed_and_the_rest_counted() -> None:
    """A line is read; a page is not."""
    many = tuple(named(f"x{i}", f"Agency {i}") for i in range(11))
    with pytest.raises(NotFoundError) as caught:
        find("agency", many, kind="partner")
    assert str(caught.value).endswith("Agency 6 (x6), Agency 7 (x7) or one of 3 more?")
    assert len(caught.value.candidates) == 11


@pytest.mark.parametrize("names", [("Twin", "twin"), ("Beta", "Gamma"), ("Alpha-2", "Alpha II")])
def test_an_exact_match_of_two_records_lists_both(names: tuple[str, str]) -> None:
    """A name proper is worth no more than an alias: neither record is picked."""
    first, second = names
    twins = (named("a", first), named("b", second, first))
    with pytest.raises(AmbiguousNameError) as caught:
        find(first.upper(), twins, kind="partner")
    assert str(caught.value) == f"'{first.upper()}' may mean more than one partner: {first} (a), {second} (b)"
    assert caught.value.candidates == ("a", "b")


def test_an_id_to_the_letter_is_its_record_s() -> None:
    """Or a namesake of an id would keep its record from being found at all."""
    twins = (named("vega", "Vega 1 and 2"), named("vega-launcher", "Vega and Vega-C", "Vega"))
    assert find("vega", twins, kind="mission") == "vega"
    with pytest.raises(AmbiguousNameError):
        find("Vega", twins, kind="mission")


def test_what_carries_a_record_finds_it_where_nothing_is_called_so() -> None:
    """A satellite's own record comes before that of an instrument on it; of several carried on one, none is picked."""
    assert find("Jason-2", EVERY, kind="mission") == "jason-2"
    assert find("sac d", EVERY, kind="mission") == "carmen"
    with pytest.raises(AmbiguousNameError, match=r"CARMEN \(carmen\), Aquarius \(aquarius\)"):
        find("SAC-D", (*EVERY, AQUARIUS), kind="mission")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("jpaan", "No partner is called 'jpaan'. Did you mean Japan (jp)?"),
        ("Unted States", "No partner is called 'Unted States'. Did you mean United States (us)?"),
        ("jaxxa", "No partner is called 'jaxxa'. Did you mean Japan (jp)?"),
        ("zzzzzz", "No partner is called 'zzzzzz' (list them: cnes-partners partners)."),
        ("", "No partner is called '' (list them: cnes-partners partners)."),
        ("---", "No partner is called '---' (list them: cnes-partners partners)."),
        ("日本", "No partner is called '日本' (list them: cnes-partners partners)."),
        ("apa", "No partner is called 'apa' (list them: cnes-partners partners)."),
    ],
)
def test_an_unknown_name_suggests_the_nearest_and_finds_nothing(typed: str, message: str) -> None:
    """A near one is offered; the middle of a word is none; where none is near, the message says how to list them."""
    with pytest.raises(NotFoundError) as caught:
        find(typed, EVERY, kind="partner")
    assert not isinstance(caught.value, AmbiguousNameError)
    assert str(caught.value) == message


def test_names_of_no_records_find_nothing() -> None:
    """An empty dataset has nothing to suggest."""
    with pytest.raises(NotFoundError, match="list them: cnes-partners missions"):
        find("x", (), kind="mission")


@given(st.text(max_size=30))
def test_any_text_is_found_ambiguous_or_unknown(text: Any) -> None:
    """No text whatever breaks the search."""
    try:
        found = find(text, EVERY, kind="partner")
    except NotFoundError as error:
        found = str(error)
    assert found in {entry.id for entry in EVERY} or text in found


@given(st.sampled_from(EVERY), st.data())
def test_every_name_finds_its_own_record(entry: Any, data: Any) -> None:
    """Its id, its names and its aliases, in any case."""
    typed = data.draw(st.sampled_from(entry.own))
    swapped = data.draw(st.sampled_from((typed, typed.upper(), typed.lower(), typed.swapcase())))
    assert find(swapped, EVERY, kind="partner") == entry.id


@pytest.mark.parametrize(
    ("typed", "id"),
    [("japan", "jp"), ("JAPON", "jp"), ("jaxa", "jp"), ("JPN", "jp"), ("392", "jp"), ("ase", "esa"), ("norvege", "no"),
     ("agence spatiale européenne", "esa"), ("NO", "no"), ("Kingdom of Norway", "no"), ("Norway, Kingdom of", "no"),
     ("le Royaume de Norvège", "no"), ("Norge", "no")],
)  # fmt: skip
def test_a_dataset_finds_its_partners(small: Path, typed: str, id: str) -> None:
    """By id, name, agency or alias, and by the codes and official names of the country."""
    assert load(small).partner(typed).id == id


@pytest.mark.parametrize(
    ("typed", "party", "message"),
    [
        ("Germany", "de", "Germany (de) is no partner of its own here."),
        ("GER", "de", "Germany (de) is no partner of its own here."),
        ("276", "de", "Germany (de) is no partner of its own here."),
        ("Federal Republic of Germany", "de", "Germany (de) is no partner of its own here."),
        ("PE", "pe", "Peru (pe) is no partner of its own here."),
        ("République du Pérou", "pe", "Peru (pe) is no partner of its own here."),
        ("France", "fr", "France (fr) is no partner: CNES itself is French."),
        ("FRA", "fr", "France (fr) is no partner: CNES itself is French."),
    ],
)
def test_a_country_that_is_no_partner_is_known(small: Path, typed: str, party: str, message: str) -> None:
    """As a party of the dataset, or as a country of the world."""
    with pytest.raises(NotAPartnerError) as caught:
        load(small).partner(typed)
    assert (str(caught.value), caught.value.party, caught.value.exit_code) == (message, party, 3)


def test_a_partner_s_own_name_comes_before_a_country_s(small: Path) -> None:
    """ESA is El Salvador, too, to the Olympic committee; no one who asks for a partner means that."""
    path = small / "countries.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("ioc: PER", "ioc: ESA"), encoding="utf-8")
    assert load(small).partner("ESA").id == "esa"


def test_a_country_s_name_is_a_candidate_for_its_partner(small: Path) -> None:
    """Official names have words that the partner's own record lacks."""
    with pytest.raises(NotFoundError, match=r"Did you mean Norway \(no\)\?"):
        load(small).partner("kingdom")


def test_no_country_is_read_where_the_partner_s_own_name_is_typed(small: Path) -> None:
    """The list of countries is long, and most names are the partner's own."""
    (small / "countries.yaml").write_text("- broken\n", encoding="utf-8")
    assert load(small).partner("japan").id == "jp"


@pytest.mark.parametrize(
    ("typed", "id"),
    [("moons", "moons"), ("phobos probe", "moons"), ("moons exploration", "moons"), ("sea1", "sea-1"),
     ("Sea 2", "sea-2"), ("Sea II", "sea-2")],
)  # fmt: skip
def test_a_dataset_finds_its_missions(small: Path, typed: str, id: str) -> None:
    """By id, name, full name or alias."""
    assert load(small).mission(typed).id == id


SPACECRAFT = """\
spacecraft:
  - name: Sea-2 Twin
    aliases:
      - Mermaid
    cospar: 2016-002A
    norad: 41240
    relation: {relation}
    source: page
cnes_role: lead
"""


@pytest.mark.parametrize("typed", ["sea-2 twin", "Mermaid", "2016-002A", "2016 002a", "41240"])
@pytest.mark.parametrize("relation", ["own", "member", "host"])
def test_a_mission_is_found_by_its_spacecraft(small: Path, typed: str, relation: str) -> None:
    """By name, alias, international designation and catalogue number; its own, one of several, or what carries it."""
    path = small / "missions" / "sea-2.yaml"
    text = path.read_text(encoding="utf-8").replace("cnes_role: lead\n", SPACECRAFT.format(relation=relation))
    path.write_text(text, encoding="utf-8")
    assert load(small).mission(typed).id == "sea-2"


def test_a_dataset_names_what_its_ids_stand_for(small: Path) -> None:
    """Partners and parties, in either language."""
    dataset = load(small)
    assert dataset.party_name("no") == "Norway"
    assert dataset.party_name("no", language="fr") == "Norvège"
    assert dataset.party_name("de", language="fr") == "Allemagne"
    assert dataset.party_name("fr") == "France"


def test_an_id_that_does_not_resolve_is_an_error(small: Path) -> None:
    """Neither a party nor a source is ever skipped or shown as a bare id."""
    dataset = load(small)
    with pytest.raises(InvalidDatasetError, match=r'no partner or party has the id "xx" \(add it to parties.yaml\)'):
        dataset.party_name("xx")
    with pytest.raises(InvalidDatasetError, match='no source has the id "gone"'):
        dataset.source("gone")
