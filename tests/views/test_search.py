"""What a search says beside its hits: how many of them have all words, and the command that may answer."""

from __future__ import annotations

import pytest

from cnes_partners.model.language import Language
from cnes_partners.queries.search.passages import Searchable
from cnes_partners.queries.search.search import SearchAnswer, SearchHit
from cnes_partners.views.search import search_view
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
