"""Names are found as people type them, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.dataset.dataset import load
from cnes_partners.dataset.names import Names, find, fold, nearest
from cnes_partners.errors import AmbiguousNameError, InvalidDatasetError, NotFoundError


def named(id: str, *proper: str, other: tuple[str, ...] = ()) -> Names:
    return Names(id=id, name=proper[0], proper=proper, other=other)


JAPAN = named("jp", "Japan", "Japon", other=("JAXA", "Japan Aerospace Exploration Agency"))
STATES = named("us", "United States", "États-Unis", other=("USA", "NASA", "NOAA", "National Aeronautics"))
EMIRATES = named("ae", "United Arab Emirates", "Émirats arabes unis", other=("UAE",))
KOREA = named("kr", "South Korea", "Corée du Sud", other=("KARI",))
NORWAY = named("no", "Norway", "Norvège", other=("NOSA",))
COSTA_RICA = named("cr", "Costa Rica", "Costa Rica")
JASONS = tuple(named(f"jason-{i}", f"Jason-{i}", other=(f"J{i}",)) for i in (1, 2, 3))
TOPEX = named("topex", "TOPEX/Poseidon", other=("T/P", "Poseidon"))
MMX = named("mmx", "MMX", other=("Martian Moons eXploration",))
EVERY = (JAPAN, STATES, EMIRATES, KOREA, NORWAY, COSTA_RICA, *JASONS, TOPEX, MMX)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("jp", "jp"), ("JP", "jp"), ("Japan", "jp"), ("japon", "jp"), ("JAPON", "jp"), (" japan ", "jp"),
        ("jaxa", "jp"),
        ("États-Unis", "us"), ("etats unis", "us"), ("ETATS-UNIS", "us"), ("e\u0301tats-unis", "us"), ("usa", "us"),
        ("u.s.a.", "us"), ("NOAA", "us"), ("nasa", "us"), ("united-states", "us"), ("unitedstates", "us"),
        ("corée du sud", "kr"), ("coree-du-sud", "kr"), ("Norvège", "no"), ("NO", "no"), ("emirats", "ae"),
        ("united arab", "ae"), ("jason2", "jason-2"), ("Jason 2", "jason-2"), ("JASON_2", "jason-2"), ("j3", "jason-3"),
        ("topex", "topex"), ("TOPEX/Poseidon", "topex"), ("poseidon", "topex"), ("t/p", "topex"), ("rica", "cr"),
        ("martian moons", "mmx"), ("exploration", None), ("aerospace", "jp"), ("arabes", "ae"), ("sud", "kr"),
        ("ja", None), ("j", None), ("n", "no"), ("s", "kr"),
    ],
)  # fmt: skip
def test_a_name_is_found_whatever_its_case_accents_and_hyphens(typed, id):
    """Both languages, agencies and aliases; the beginning of one name, or one whole word of it, will do."""
    if id is None:
        with pytest.raises(AmbiguousNameError):
            find(typed, EVERY, kind="partner")
    else:
        assert find(typed, EVERY, kind="partner") == id


@pytest.mark.parametrize(
    ("names", "id"),
    [
        ((named("no", "Norway"), named("xx", "Nonsuch", other=("NO",))), "no"),
        ((named("a", "Alpha", other=("Beta",)), named("b", "Beta")), "b"),
        ((named("a", "Gamma", other=("Beta",)), named("b", "Beta Ray")), "a"),
        ((named("a", "Beta Ray"), named("b", "Gamma", other=("Beta Two",))), "a"),
        ((named("a", "Big Beta"), named("b", "Gamma", other=("Betamax",))), "b"),
    ],
)
def test_the_stricter_fit_decides(names, id):
    """An id or name before an alias, whole before beginning, beginning before a word inside."""
    typed = "no" if id == "no" else "beta"
    assert find(typed, names, kind="partner") == id
    assert find(typed, names[::-1], kind="partner") == id


def test_an_ambiguous_name_lists_its_candidates():
    """Several that fit equally are listed with their ids, and none is chosen."""
    with pytest.raises(AmbiguousNameError) as caught:
        find("Jason", EVERY, kind="mission")
    assert str(caught.value) == (
        "'Jason' may mean more than one mission: Jason-1 (jason-1), Jason-2 (jason-2), Jason-3 (jason-3)"
    )
    assert caught.value.candidates == ("jason-1", "jason-2", "jason-3")
    assert caught.value.exit_code == 3


def test_two_of_the_same_name_are_ambiguous():
    """An alias that two records share picks neither."""
    twins = (named("a", "One", other=("Twin",)), named("b", "Two", other=("twin",)))
    with pytest.raises(AmbiguousNameError) as caught:
        find("TWIN", twins, kind="partner")
    assert caught.value.candidates == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("jpaan", "No partner is called 'jpaan'. Did you mean 'jp'?"),
        ("norvége-", None),
        ("Unted States", "No partner is called 'Unted States'. Did you mean 'us'?"),
        ("jaxxa", "No partner is called 'jaxxa'. Did you mean 'jp'?"),
        ("zzzzzz", "No partner is called 'zzzzzz'. List them with 'cnes-partners partners'."),
        ("", "No partner is called ''. List them with 'cnes-partners partners'."),
        ("---", "No partner is called '---'. List them with 'cnes-partners partners'."),
        ("日本", "No partner is called '日本'. List them with 'cnes-partners partners'."),
    ],
)
def test_an_unknown_name_suggests_the_nearest_and_finds_nothing(typed, message):
    """A near name is offered by its id; where none is near, the message says how to list them."""
    if message is None:
        assert find(typed, EVERY, kind="partner") == "no"
        return
    with pytest.raises(NotFoundError) as caught:
        find(typed, EVERY, kind="partner")
    assert not isinstance(caught.value, AmbiguousNameError)
    assert str(caught.value) == message


def test_the_middle_of_a_word_finds_nothing():
    """'apa' stands in Japan, but nobody means Japan by it."""
    with pytest.raises(NotFoundError, match=r"No partner is called 'apa'\."):
        find("apa", EVERY, kind="partner")


def test_names_of_no_records_find_nothing():
    """An empty dataset has nothing to suggest."""
    with pytest.raises(NotFoundError, match="List them with 'cnes-partners missions'"):
        find("x", (), kind="mission")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Corée du Sud", "coree du sud"), ("ÉTATS-UNIS", "etats unis"), ("TOPEX/Poseidon", "topex poseidon"),
        ("  a   b ", "a b"), ("Œuvre", "oeuvre"), ("cœur", "coeur"), ("Ørsted", "orsted"), ("ørsted", "orsted"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"), ("Æ", "ae"), ("e\u0301", "e"), ("ﬁn", "fin"), ("", ""), ("…", ""), ("Jason-3", "jason 3"),
        ("Côte d’Ivoire", "cote d ivoire"), ("İstanbul", "istanbul"), ("日本", "日本"),
    ],
)  # fmt: skip
def test_folding_keeps_letters_and_digits(text, folded):
    """Lower case, no accents, one space between words."""
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_and_no_case_counts(text):
    """What is folded stays; neither case nor composition makes a difference."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_any_text_is_found_ambiguous_or_unknown(text):
    """No text whatever breaks the search."""
    try:
        found = find(text, EVERY, kind="partner")
    except NotFoundError as error:
        found = str(error)
    assert found in {entry.id for entry in EVERY} or text in found


@given(st.sampled_from(EVERY), st.data())
def test_every_proper_name_finds_its_own_record(entry, data):
    """Its id, its names and its aliases, in any case."""
    typed = data.draw(st.sampled_from((entry.id, *entry.proper, *entry.other)))
    swapped = data.draw(st.sampled_from((typed, typed.upper(), typed.lower(), typed.swapcase())))
    assert find(swapped, EVERY, kind="partner") == entry.id


def test_nearest_gives_the_id_behind_the_name():
    """The nearest name may be an alias; the id is what comes back."""
    assert (
        nearest("perseverence", {"Mars 2020": "mars-2020", "Perseverance": "mars-2020", "SWOT": "swot"}) == "mars-2020"
    )
    assert nearest("qqq", {"SWOT": "swot"}) is None


@pytest.mark.parametrize(
    ("typed", "id"),
    [("japan", "jp"), ("JAPON", "jp"), ("jaxa", "jp"), ("Japan Aerospace", "jp"), ("ase", "esa"), ("norvege", "no"),
     ("agence spatiale européenne", "esa"), ("NO", "no")],
)  # fmt: skip
def test_a_dataset_finds_its_partners(small, typed, id):
    """By id, either name, agency or alias."""
    assert load(small).partner(typed).id == id


@pytest.mark.parametrize(
    ("typed", "id"),
    [("moons", "moons"), ("phobos probe", "moons"), ("moons exploration", "moons"), ("phobos", "moons"),
     ("sea1", "sea-1"), ("Sea 2", "sea-2")],
)  # fmt: skip
def test_a_dataset_finds_its_missions(small, typed, id):
    """By id, name, full name or alias."""
    assert load(small).mission(typed).id == id


def test_a_dataset_names_what_its_ids_stand_for(small):
    """Partners and parties, in either language."""
    dataset = load(small)
    assert dataset.party_name("no") == "Norway"
    assert dataset.party_name("no", language="fr") == "Norvège"
    assert dataset.party_name("de", language="fr") == "Allemagne"
    assert dataset.party_name("fr") == "France"


def test_an_id_that_does_not_resolve_is_an_error(small):
    """Neither a party nor a source is ever skipped or shown as a bare id."""
    dataset = load(small)
    with pytest.raises(InvalidDatasetError, match=r'no partner or party has the id "xx" \(add it to parties.yaml\)'):
        dataset.party_name("xx")
    with pytest.raises(InvalidDatasetError, match='no source has the id "gone"'):
        dataset.source("gone")
