"""What a search says beside its hits: how many of them have all words, and the command that may answer."""

from __future__ import annotations

import pytest

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.language import Language
from cnes_partners.model.sentences import in_both, sentence
from cnes_partners.queries.search.passages import Searchable
from cnes_partners.queries.search.search import SearchAnswer, SearchHit
from cnes_partners.queries.search.subjects import SUBJECTS
from cnes_partners.views.search import search_view
from cnes_partners.views.view import View
from cnes_partners.views.words import Words

HIT = SearchHit(id="swot", table=Searchable.MISSION, name="SWOT", where="name", snippet="SWOT")


@pytest.mark.parametrize(
    ("found", "whole", "english", "french"),
    [
        (0, 0, (), ()),
        (3, 3, (), ()),
        (
            3,
            0,
            ("No record has all of these words; these have most of them.",),
            ("Aucune fiche n'a tous ces mots\u00a0; celles-ci en ont le plus.",),
        ),
        (
            3,
            1,
            ("The first has all of these words; the others have most of them.",),
            ("La première a tous ces mots\u00a0; les autres en ont le plus.",),
        ),
        (
            3,
            2,
            ("The first 2 have all of these words; the others have most of them.",),
            ("Les 2 premières ont tous ces mots\u00a0; les autres en ont le plus.",),
        ),
    ],
)
def test_it_is_said_how_many_have_all_words(
    found: int, whole: int, english: tuple[str, ...], french: tuple[str, ...]
) -> None:
    """Of none, of one and of several; nothing where all have them."""
    answer = SearchAnswer(hits=(HIT,) * found, whole=whole)
    assert search_view(answer, (), "swot", Words(Language.ENGLISH)).asides == english
    assert search_view(answer, (), "swot", Words(Language.FRENCH)).asides == french


def test_a_command_is_offered_as_it_is_typed() -> None:
    """Quoted where a shell needs it."""
    offer = ("agreements", "--subject", "sea level")
    view = search_view(SearchAnswer(hits=(), whole=0), offer, "sea", Words(Language.FRENCH))
    assert view.asides == ("Une liste peut y répondre\u00a0: cnes-partners agreements --subject 'sea level'",)


def _shown(view: View, key: str) -> list[str]:
    return [column.text(hit) for column in view.columns if column.key == key for hit in view.records]


def test_every_field_is_called_by_a_word(bundled: Dataset) -> None:
    """Where a passage stands is no key for people; programs get the key."""
    fields = {field: None for find in SUBJECTS.values() for subject in find(bundled) for field, *_ in subject.passages}
    hits = tuple(SearchHit(id="a", table=Searchable.MISSION, name="A", where=field, snippet="A") for field in fields)
    view = search_view(SearchAnswer(hits=hits, whole=len(hits)), (), "a", Words(Language.FRENCH))
    assert [text for text in _shown(view, "where") if "_" in text or "." in text] == []
    assert [column.value(hit) for column in view.columns if column.key == "where" for hit in hits] == list(fields)


@pytest.mark.parametrize(
    ("where", "english", "french"),
    [
        ("agencies.name_fr", "agency", "agence"),
        ("partners.agency", "agency", "agence"),
        ("disagreements.others.value_fr", "other value", "autre valeur"),
        ("instruments.what_fr", "instrument", "instrument"),
        ("what", "what it is", "description"),
        ("note_fr", "note", "note"),
    ],
)
def test_a_field_is_called_by_what_it_holds(where: str, english: str, french: str) -> None:
    """Whichever language the passage was found in."""
    hit = SearchHit(id="swot", table=Searchable.MISSION, name="SWOT", where=where, snippet="SWOT")
    for language, word in ((Language.ENGLISH, english), (Language.FRENCH, french)):
        view = search_view(SearchAnswer(hits=(hit,), whole=1), (), "swot", Words(language))
        assert _shown(view, "where") == [word]


@pytest.mark.parametrize(
    ("snippet", "english", "french"),
    [
        (in_both("wide swath", "large fauchée"), "wide swath", "large fauchée"),
        (sentence("second contributor"), "second contributor", "deuxième contributeur"),
        (sentence("{number} million EUR", number=1174.4), "1,174.4 million EUR", "1\u202f174,4 millions d'euros"),
        (Searchable.SOURCE, "source", "source"),
        ("as written", "as written", "as written"),
    ],
)
def test_a_passage_is_shown_in_the_language(snippet: str, english: str, french: str) -> None:
    """A text of the dataset by its French, a figure and a word as the language writes them."""
    hit = SearchHit(id="a", table=Searchable.MISSION, name="A", where="note", snippet=snippet)
    for language, text in ((Language.ENGLISH, english), (Language.FRENCH, french)):
        assert _shown(search_view(SearchAnswer(hits=(hit,), whole=1), (), "a", Words(language)), "snippet") == [text]
