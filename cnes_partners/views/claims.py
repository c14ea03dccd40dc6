"""Views of what is stated, beside what the data gives."""

from __future__ import annotations

from cnes_partners.queries.claims import Claim
from cnes_partners.views.sections import Fields
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
            lambda claim: with_unit(claim.derived, claim.unit, say),
            is_number=True,
            wraps=True,
            drop=1,
        ),
        column("verdict", say("Verdict"), lambda claim: say.word(claim.verdict), keep=True),
        column("reason", say("Reason"), lambda claim: said(claim.reason, say), wraps=True, drop=4),
        column("source", say("Source"), drop=2),
    )
    return every_column(Claim, shown)


def stated_text(claim: Claim, say: Words) -> str:
    """Return the stated figure as it was stated: "60+", "1,174 M€"."""
    stated = say.either(claim.stated, claim.stated_fr) if isinstance(claim.stated, str) else claim.stated
    text = with_unit(stated, claim.unit, say)
    return f"{text}+" if claim.at_least else f"~{text}" if claim.approximate else text


def with_unit(value: float | str | None, unit: str, say: Words) -> str:
    """Return a value with its unit, where that is a sign."""
    text = say.number(value) if isinstance(value, (int, float)) else said(value, say) if value else UNKNOWN
    return f"{text} {_UNITS[unit]}" if unit in _UNITS and value is not None else text


def claim_view(claim: Claim, say: Words) -> View:
    """Return one claim with its whole reasoning: every figure, its source and the arithmetic."""
    when = say.date(claim.as_of) if claim.as_of else say("undated")
    by, note = say.either(claim.stated_by, claim.stated_by_fr), say.either(claim.note, claim.note_fr)
    facts = Fields(
        pairs=(
            (say("Stated"), f"{stated_text(claim, say)} ({by}, {when}) [{claim.source}]"),
            (say("Data"), with_unit(claim.derived, claim.unit, say)),
            (say("Verdict"), say.word(claim.verdict)),
            (say("Reason"), said(claim.reason, say)),
            (say("Rule"), say("{rule} (docs/claims.md)", rule=claim.rule)),
            *(((say("Note"), note),) if note else ()),
        )
    )
    steps = View(
        title=say("The figures and the arithmetic"),
        columns=(
            column("what", say("What"), lambda step: said(step.what, say), wraps=True, keep=True),
            column("value", say("Value"), lambda step: _step_value(step.value, say), is_number=True, keep=True),
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


def _step_value(value: float | str, say: Words) -> str:
    return say.number(value) if isinstance(value, (int, float)) else value
