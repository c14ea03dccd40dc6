"""A claim, its reasoning, and what a rule finds."""

from __future__ import annotations

from fractions import Fraction

from cnes_partners.frozen import frozen
from cnes_partners.model.dates import PartialDate
from cnes_partners.model.numbers import exact
from cnes_partners.model.records.budget import Contribution
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Amount, Name, Sentence, sentence, translatable
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.model.vocabulary.sources import Verdict
from cnes_partners.queries.esa.measures import SourcedMoney


@frozen
class Step:
    """One line of a claim's reasoning: a figure from a source, or arithmetic on those before, unrounded."""

    what: Sentence
    value: int | float | str
    approximate: bool = False
    unit: str
    source: str | None = None


@frozen
class Claim:
    """A stated figure, what the dataset gives for it by a named rule, and how the two stand.

    ``stated`` and ``derived`` are in ``unit``; ``derived`` is None where the dataset cannot tell, and unrounded where
    it is computed. ``measure`` and ``derived_measure`` say what amount each is, or is computed from. ``rule`` is a
    heading of docs/claims.md.
    """

    id: str
    label: str
    label_fr: str
    stated: int | float | str
    stated_fr: str | None = None
    at_least: bool = False
    approximate: bool = False
    unit: str
    measure: Measure | None = None
    as_of: PartialDate | None = None
    stated_by: str
    stated_by_fr: str | None = None
    derived: int | float | str | None = None
    derived_approximate: bool = False
    derived_measure: Measure | None = None
    rule: str
    verdict: Verdict
    reason: Sentence
    steps: tuple[Step, ...] = ()
    note: str | None = None
    note_fr: str | None = None
    source: str
    sources: tuple[str, ...] = ()


@frozen
class Finding:
    """What a rule finds for a statement."""

    derived: int | float | str | None = None
    approximate: bool = False
    measure: Measure | None = None
    rule: str
    verdict: Verdict
    reason: Sentence
    steps: tuple[Step, ...] = ()


def untold(
    rule: str, reason: Sentence, *, steps: tuple[Step, ...] = (), derived: int | float | str | None = None
) -> Finding:
    """Return the finding that the dataset cannot tell, and why."""
    return Finding(derived=derived, rule=rule, verdict=Verdict.CANNOT_BE_TOLD, reason=reason, steps=steps)


def told(
    rule: str,
    reason: Sentence,
    *,
    agrees: bool,
    steps: tuple[Step, ...] = (),
    derived: int | float | str | Amount | None = None,
    measure: Measure | None = None,
) -> Finding:
    """Return the finding that the dataset agrees or differs; *measure* is that of the derived figure."""
    return Finding(
        derived=derived.value if isinstance(derived, Amount) else derived,
        approximate=isinstance(derived, Amount) and derived.approximate,
        measure=measure,
        rule=rule,
        verdict=Verdict.AGREES if agrees else Verdict.DIFFERS,
        reason=reason,
        steps=steps,
    )


def year_of(statement: Statement) -> int | None:
    """Return the year that a statement is of, None where the page bears no date."""
    return statement.as_of.year if statement.as_of else None


def who_states(record: Statement | Contribution) -> Name:
    """Return who states a figure, in both languages."""
    return Name(english=record.stated_by, french=record.stated_by_fr or record.stated_by)


def figure_of(statement: Statement) -> int | float:
    """Return the stated figure as a number; 0 of one that is words."""
    return statement.value if isinstance(statement.value, (int, float)) else 0


def stated_amount(statement: Statement) -> Amount:
    """Return the stated figure as sentences say it, approximate where it is."""
    return Amount(value=figure_of(statement), approximate=statement.approximate)


def amount_of(line: SourcedMoney | None) -> Amount | None:
    """Return a line's amount, None where none is on record; nought or less is none."""
    if line is None or line.amount_meur is None or line.amount_meur <= 0:
        return None
    return Amount(value=line.amount_meur, approximate=line.approximate)


def amount_step(what: Sentence, amount: Amount, source: str) -> Step:
    """Return an amount that a source gives as a step."""
    return Step(
        what=what, value=amount.value, approximate=amount.approximate, unit=translatable("million EUR"), source=source
    )


def percent_step(part: Amount, whole: Amount) -> Step:
    """Return what *part* is of *whole* as a step."""
    what = sentence("100 x {part} / {whole}", part=part, whole=whole)
    return Step(what=what, value=float(percent(part, whole)), unit=translatable("percent"))


def percent(part: Amount, whole: Amount) -> Fraction:
    """Return what *part* is of *whole* in percent, exactly."""
    return 100 * exact(part.value) / exact(whole.value)
