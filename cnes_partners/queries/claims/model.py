"""A claim, its reasoning, and what a rule finds."""

from __future__ import annotations

from dataclasses import dataclass

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records import Contribution, Statement
from cnes_partners.model.vocabulary import Verdict
from cnes_partners.queries.sentences import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a claim's reasoning: a figure from a source, or arithmetic on those before."""

    what: str
    value: int | float | str
    unit: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A stated figure, what the dataset gives for it by a named rule, and how the two stand.

    ``stated`` and ``derived`` are in ``unit``; ``derived`` is None where the dataset cannot tell. ``rule`` is a heading
    of docs/claims.md.
    """

    id: str
    label: str
    label_fr: str
    stated: int | float | str
    stated_fr: str | None = None
    at_least: bool = False
    approximate: bool = False
    unit: str
    as_of: PartialDate | None = None
    stated_by: str
    stated_by_fr: str | None = None
    derived: int | float | str | None = None
    rule: str
    verdict: Verdict
    reason: str
    steps: tuple[Step, ...] = ()
    note: str | None = None
    note_fr: str | None = None
    source: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule finds for a statement."""

    derived: int | float | str | None
    rule: str
    verdict: Verdict
    reason: str
    steps: tuple[Step, ...] = ()


def untold(
    rule: str, reason: str, *, steps: tuple[Step, ...] = (), derived: int | float | str | None = None
) -> Finding:
    """Return the finding that the dataset cannot tell, and why."""
    return Finding(derived=derived, rule=rule, verdict=Verdict.CANNOT_BE_TOLD, reason=reason, steps=steps)


def told(
    rule: str,
    reason: str,
    *,
    agrees: bool,
    steps: tuple[Step, ...] = (),
    derived: int | float | str | None = None,
) -> Finding:
    """Return the finding that the dataset agrees or differs."""
    verdict = Verdict.AGREES if agrees else Verdict.DIFFERS
    return Finding(derived=derived, rule=rule, verdict=verdict, reason=reason, steps=steps)


def year_of(statement: Statement) -> int | None:
    """Return the year that a statement is of, None where the page bears no date."""
    return statement.as_of.year if statement.as_of else None


def who_states(record: Statement | Contribution) -> Name:
    """Return who states a figure, in both languages."""
    return Name(english=record.stated_by, french=record.stated_by_fr or record.stated_by)


def figure_of(statement: Statement) -> int | float:
    """Return the stated figure as a number; 0 of one that is words."""
    return statement.value if isinstance(statement.value, (int, float)) else 0
