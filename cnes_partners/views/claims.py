"""Views of what is stated, beside what the data gives."""

from __future__ import annotations

from cnes_partners.model.sentences import Sentence
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.claims.model import Claim, Step
from cnes_partners.views.sections import known_fields
from cnes_partners.views.sentences import said
from cnes_partners.views.view import UNKNOWN, Column, View, column, every_column
from cnes_partners.views.words import Words

_UNITS = {"percent": "%", "million EUR": "M€"}


def claims_view(claims: tuple[Claim, ...], say: Words) -> View:
    """Return the stated figures with their verdicts."""
    return View(
        title=say("What is stated, beside what the data gives"),
        columns=claim_columns(say),
        records=claims,
        notes=(say("The reasoning: cnes-partners claims ID"),),
    )


def claim_columns(say: Words) -> tuple[Column, ...]:
    """Return the columns of claims: those of the table, then every other flat field."""
    shown = (
        column("id", say("ID"), keep=True),
        column("stated", say("Stated"), lambda claim: stated_text(claim, say), is_number=True, keep=True, wraps=True),
        column(
            "derived",
            say("Data"),
            lambda claim: derived_text(claim, say),
            is_number=True,
            wraps=True,
        ),
        column("verdict", say("Verdict"), lambda claim: say.word(claim.verdict), keep=True),
        column("reason", say("Reason"), lambda claim: said(claim.reason, say), wraps=True, drop=4),
        column("source", say("Source"), drop=2),
    )
    return every_column(Claim, shown)


def stated_text(claim: Claim, say: Words) -> str:
    """Return the stated figure as it was stated: "60+", "1,174 M€ (stated)"."""
    stated = say.either(claim.stated, claim.stated_fr) if isinstance(claim.stated, str) else claim.stated
    number = say.number(stated, is_approximate=claim.approximate) if isinstance(stated, (int, float)) else stated
    return _with_unit(f"{number}+" if claim.at_least else number, claim.unit, claim.measure, say)


def derived_text(claim: Claim, say: Words) -> str:
    """Return what the data gives: an amount or a count as it is, a percentage to one decimal; "–" for nothing."""
    derived = claim.derived
    if derived is None:
        return UNKNOWN
    if isinstance(derived, Sentence):
        return said(derived, say)
    if isinstance(derived, str):
        return derived
    decimals = 1 if claim.unit == "percent" else None
    number = say.number(derived, decimals=decimals, is_approximate=claim.derived_approximate)
    return _with_unit(number, claim.unit, claim.derived_measure, say)


def _with_unit(text: str, unit: str, measure: Measure | None, say: Words) -> str:
    """Return a figure with its unit, where that is a sign; an amount says its measure."""
    shown = say("{number} {unit}", number=text, unit=_UNITS[unit]) if unit in _UNITS else text
    return f"{shown} ({say.word(measure)})" if unit == "million EUR" and measure else shown


def claim_view(claim: Claim, say: Words) -> View:
    """Return one claim with its whole reasoning: every figure, its source and the arithmetic."""
    when = say.date(claim.as_of) if claim.as_of else say("undated")
    by, note = say.either(claim.stated_by, claim.stated_by_fr), say.either(claim.note, claim.note_fr)
    facts = known_fields(
        (say("Stated"), f"{stated_text(claim, say)} ({by}, {when}) [{claim.source}]"),
        (say("Data"), derived_text(claim, say)),
        (say("Verdict"), say.word(claim.verdict)),
        (say("Reason"), said(claim.reason, say)),
        (say("Rule"), say("{rule} (docs/claims.md)", rule=claim.rule)),
        (say("Note"), note),
    )
    steps = View(
        title=say("The figures and the arithmetic"),
        columns=(
            column("what", say("What"), lambda step: said(step.what, say), wraps=True, keep=True),
            column("value", say("Value"), lambda step: _step_value(step, say), is_number=True, keep=True),
            column("unit", say("Unit"), lambda step: say(step.unit), drop=1),
            column("source", say("Source"), lambda step: step.source or say("computed"), drop=2),
        ),
        records=claim.steps,
    )
    return View(
        title=say.either(claim.label, claim.label_fr),
        columns=claim_columns(say),
        records=(claim,),
        is_single=True,
        sections=(facts, steps) if claim.steps else (facts,),
    )


def _step_value(step: Step, say: Words) -> str:
    """Return a figure as its source has it, what was computed to two decimals of percent or one of an amount."""
    if isinstance(step.value, str):
        return step.value
    if step.source is None and step.unit == "percent":
        return say.number(step.value, decimals=2)
    if step.source is None and step.unit == "million EUR":
        return say.computed(step.value)
    return say.number(step.value, is_approximate=step.approximate)
