"""Rules about the arithmetic of ESA's money: parts fit into their wholes, stated shares fit their amounts.

Sources round, and some contradict themselves; such a gap is no problem where a note or a sum check tells of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from cnes_partners.dataset.entries import Entry
from cnes_partners.errors import Problem
from cnes_partners.model.numbers import exact, rounded
from cnes_partners.model.records.budget import DomainLine, IncomeLine, IncomeSubtotal
from cnes_partners.model.records.esa import Subscription
from cnes_partners.model.records.statements import Statement
from cnes_partners.model.sentences import Sentence, sentence, translatable
from cnes_partners.model.vocabulary.money import ContributorKind, IncomeGroup, Measure, Scope
from cnes_partners.rules.subject import Subject, leaves

TOLERANCE = Fraction(1, 100)  # of a whole: totals are printed in round numbers
_POINTS = Fraction(1, 5)  # of a percentage: shares are printed with one decimal
_RELATIVE = Fraction(1, 50)  # of a small share, whose amount is rounded too
_CHAIN_POINTS = Fraction(1, 50)  # of a yearly change of prices: index and change are printed with two decimals
_MOST_MEUR = 1_000_000  # a million million euro: ESA has never had a hundredth of that
_MOST = 100  # members of ESA, and so ranks


def numbers_are_in_range(subject: Subject) -> Iterator[Problem]:
    """Yield amounts of nothing, less or beyond all measure, percentages beyond 0 to 100, ranks and counts below one."""
    for entry in subject.entries():
        for leaf in leaves(entry.record):
            if fault := _out_of_range(leaf.field, leaf.value):
                yield entry.problem_at(leaf.path, fault)
    for entry in subject.entries("prices"):
        line = entry.record
        if line.index <= 0:
            yield entry.problem_at(("index",), "expected an index above zero, got {got}", got=str(line.index))
        if not -100 < line.change_pct < 1000:
            yield entry.problem_at(
                ("change_pct",), "expected a change from -100 to 1000, got {got}", got=str(line.change_pct)
            )
    for entry in subject.entries("statements"):
        if fault := _stated_out_of_range(entry.record):
            yield entry.problem_at(("value",), fault)


def _out_of_range(field: str, value: Any) -> Sentence | None:
    got = str(value)
    if field.endswith("_meur") and not 0 < value <= _MOST_MEUR:
        template = translatable("expected an amount above zero, to {most}, got {got} (leave out what is not known)")
        return sentence(template, most=_MOST_MEUR, got=got)
    if field == "share_pct" and not 0 <= value <= 100:
        return sentence("expected a share from 0 to 100, got {got}", got=got)
    if field == "rank" and not 1 <= value <= _MOST:
        return sentence("expected a rank from 1 to {most}, got {got}", most=_MOST, got=got)
    if field in ("associates", "cooperating") and not 0 <= value <= _MOST:
        return sentence("expected a count from 0 to {most}, got {got}", most=_MOST, got=got)
    return None


def _stated_out_of_range(statement: Statement) -> Sentence | None:
    value = statement.value
    if isinstance(value, str):
        return None
    match statement.unit:
        case "percent":
            is_right = 0 <= value <= 100
            return None if is_right else sentence("expected a percentage from 0 to 100, got {got}", got=str(value))
        case "million EUR":
            return _out_of_range("amount_meur", value)
        case "rank":
            return _out_of_range("rank", value)
    return None if value > 0 else sentence("expected a figure above zero, got {got}", got=str(value))


def prices_are_chained(subject: Subject) -> Iterator[Problem]:
    """Yield indices that the change on the year before does not give."""
    index = {entry.record.year: exact(entry.record.index) for entry in subject.entries("prices")}
    for entry in subject.entries("prices"):
        line, before = entry.record, index.get(entry.record.year - 1)
        if before is None or before <= 0:
            continue
        computed = 100 * (exact(line.index) / before - 1)
        if abs(computed - exact(line.change_pct)) > _CHAIN_POINTS:
            yield entry.problem_at(
                ("change_pct",),
                "{stated}% stated, {computed}% by the index of the year before (correct one)",
                stated=line.change_pct,
                computed=rounded(computed, 2),
            )


_TOLD_APART_BY = {
    "esa_budget": ("year", "measure", "scope"),
    "esa_income": ("year", "measure", "contributor"),
    "esa_subtotals": ("year", "measure", "group"),
    "esa_domains": ("year", "measure", "domain"),
    "cnes_budget": ("year", "measure"),
    "prices": ("year",),
}


def lines_stand_once(subject: Subject) -> Iterator[Problem]:
    """Yield a second figure for the same year and what else tells the lines of its table apart."""
    for table, fields in _TOLD_APART_BY.items():
        seen: set[tuple[object, ...]] = set()
        for entry in subject.entries(table):
            key = tuple(getattr(entry.record, field) for field in fields)
            if key in seen:
                path = (fields[-1],) if fields[-1] not in ("scope", "measure") else ("year",)
                told = ", ".join(map(str, key))
                yield entry.problem_at(path, "a second line for {key} (merge the two)", key=told)
            seen.add(key)


_MORE_THAN_THE_TOTAL = {
    "esa_income": translatable("the contributors make {amount}, more than {total}"),
    "esa_domains": translatable("the domains make {amount}, more than {total}"),
}


def parts_fit_the_total(subject: Subject) -> Iterator[Problem]:
    """Yield years whose contributors, subtotals or domains are together more than the total of the same measure."""
    for total in subject.entries("esa_budget"):
        line = total.record
        limit = exact(line.amount_meur) * (1 + TOLERANCE)
        for table, template in _MORE_THAN_THE_TOTAL.items():
            amount = _sum(subject.only(table, line.year), line.measure)
            if amount > limit:
                yield total.problem_at(("amount_meur",), template, amount=rounded(amount, 1), total=line.amount_meur)
        for part in _of_measure(subject.only("esa_subtotals", line.year), line.measure):
            if (part.record.amount_meur or 0) > limit:
                yield part.problem_at(
                    ("amount_meur",), "more than the total of the year, {total}", total=line.amount_meur
                )
        yield from _members_fit(subject, line.year, line.measure)


def _members_fit(subject: Subject, year: int, measure: Measure) -> Iterator[Problem]:
    income = subject.only("esa_income", year)
    members = [entry for entry in income if entry.record.kind is ContributorKind.MEMBER_STATE]
    amount = _sum(members, measure)
    for part in _of_measure(subject.only("esa_subtotals", year), measure):
        whole = part.record.amount_meur
        if part.record.group is IncomeGroup.MEMBERS and whole and amount > exact(whole) * (1 + TOLERANCE):
            yield part.problem_at(
                ("amount_meur",), "the members make {amount}, more than {total}", amount=rounded(amount, 1), total=whole
            )


def shares_fit_the_amounts(subject: Subject) -> Iterator[Problem]:
    """Yield shares of ESA's budget that their amounts do not give, where neither note nor sum check tells why."""
    explained = {entry.record.year for entry in subject.entries("esa_sum_checks") if entry.record.holds is False}
    for table in ("esa_income", "esa_subtotals", "esa_domains"):
        for entry in subject.entries(table):
            line = entry.record
            scope = Scope.TOTAL if table == "esa_domains" else line.share_of
            whole = _whole(subject, line.year, line.measure, scope)
            is_explained = line.note or line.year in explained
            if not is_explained and (fault := _misfit(line, whole)):
                yield entry.problem_at(("share_pct",), fault)


def _whole(subject: Subject, year: int, measure: Measure, scope: Scope | None) -> float | None:
    """Return what a share of that scope is a share of, None where it is not known."""
    if scope is Scope.TOTAL:
        totals = _of_measure(subject.only("esa_budget", year), measure)
        return next((entry.record.amount_meur for entry in totals), None)
    groups = (IncomeGroup.MEMBERS, IncomeGroup.MEMBERS_AND_COOPERATING)
    parts = _of_measure(subject.only("esa_subtotals", year), measure)
    found = (entry.record.amount_meur for entry in parts if entry.record.group in groups)
    return next(found, None) if scope is Scope.MEMBER_PART else None


def subscriptions_fit_the_council(subject: Subject) -> Iterator[Problem]:
    """Yield councils whose subscriptions exceed their total, and shares that their amounts do not give."""
    for entry in subject.entries("esa_councils"):
        council = entry.record
        amount = sum((exact(line.amount_meur or 0) for line in council.subscriptions), start=Fraction())
        if amount > exact(council.amount_meur) * (1 + TOLERANCE):
            yield entry.problem_at(
                ("amount_meur",), "the subscriptions make {amount}, more than the total", amount=rounded(amount, 1)
            )
        for country, times in Counter(line.country for line in council.subscriptions).items():
            if times > 1:
                yield entry.problem_at(
                    ("subscriptions",),
                    '"{country}" subscribes {times} times (merge the lines)',
                    country=country,
                    times=times,
                )
        for index, line in enumerate(council.subscriptions):
            is_explained = line.note or council.note
            if not is_explained and (fault := _misfit(line, council.amount_meur)):
                yield entry.problem_at(("subscriptions", index, "share_pct"), fault)


def _misfit(line: IncomeLine | IncomeSubtotal | DomainLine | Subscription, whole: float | None) -> Sentence | None:
    """Return what is wrong with the share that a line states of a whole, None where it fits or one is not known."""
    if line.amount_meur is None or line.share_pct is None or whole is None or whole <= 0:
        return None
    stated, computed = exact(line.share_pct), 100 * exact(line.amount_meur) / exact(whole)
    if abs(stated - computed) <= _POINTS + _RELATIVE * stated:
        return None
    shown = rounded(computed, 1)
    return sentence("{stated}% stated, {computed}% computed (note why)", stated=line.share_pct, computed=shown)


def _of_measure(entries: Iterable[Entry], measure: Measure) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.record.measure is measure)


def _sum(entries: Iterable[Entry], measure: Measure) -> Fraction:
    return sum((exact(entry.record.amount_meur or 0) for entry in _of_measure(entries, measure)), start=Fraction())
