"""Sentences that were made below the voice, in the language that is read."""

from __future__ import annotations

from enum import StrEnum

from cnes_partners.errors import Problem
from cnes_partners.model.language import Language
from cnes_partners.model.sentences import Amount, Name, Sentence, Value
from cnes_partners.views.words import Words


def said(text: Sentence, say: Words) -> str:
    """Return a sentence in the language: its templates translated, its figures and names as read there."""
    return " ".join(
        say(template, **{key: _word(value, say) for key, value in values.items()}) for template, values in text.parts
    )


def fault(problem: Problem, say: Words) -> str:
    """Return what is wrong, in the language; English stands there already, cut where it is long."""
    return str(problem.message) if say.language is Language.ENGLISH else said(problem.message, say)


def problem_line(problem: Problem, say: Words) -> str:
    """Return a problem on a line, in the language."""
    return problem.on_a_line(fault(problem, say))


def _word(value: Value, say: Words) -> str:
    if isinstance(value, Name):
        return say.either(value.english, _word(value.french, say))
    if isinstance(value, Amount):
        return say.number(value.value, is_approximate=value.approximate)
    if isinstance(value, tuple):
        return ", ".join(_word(entry, say) for entry in value)
    if isinstance(value, StrEnum):
        return say.word(value)
    if isinstance(value, Sentence):
        return said(value, say)
    return value if isinstance(value, str) else say.number(value)
