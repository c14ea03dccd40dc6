"""Rules about the arithmetic of ESA's money: parts fit into their wholes, stated shares fit their amounts.

Sources round, and some contradict themselves; such a gap is no problem where a note or a sum check tells of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cnes_partners.errors import Problem
from cnes_partners.model.vocabulary import ContributorKind, IncomeGroup, Measure, Scope
from cnes_partners.rules.subject import Entry, Subject, leaves

TOLERANCE = 0.01  # of a whole: totals are printed in round numbers
_POINTS = 0.2  # of a percentage: shares are printed with one decimal
_RELATIVE = 0.02  # of a small share, whose amount is rounded too


def numbers_are_in_range(subject: Subject) -> Iterator[Problem]:
    """Yield amounts below zero, percentages beyond 0 to 100, ranks below one."""
    for entry in subject.entries():
        for leaf in leaves(entry.record):
            if leaf.field.endswith("_meur") and leaf.value < 0:
                yield entry.problem(leaf.path, f"expected an amount of zero or more, got {leaf.value}")
            if leaf.field == "share_pct" and not 0 <= leaf.value <= 100:
                yield entry.problem(leaf.path, f"expected a share from 0 to 100, got {leaf.value}")
            if leaf.field == "rank" and leaf.value < 1:
                yield entry.problem(leaf.path, f"expected a rank of 1 or more, got {leaf.value}")
    for entry in subject.entries("statements"):
        value = entry.record.value
        if entry.record.unit == "percent" and isinstance(value, int | float) and not 0 <= value <= 100:
            yield entry.problem(("value",), f"expected a percentage from 0 to 100, got {value}")


def lines_stand_once(subject: Subject) -> Iterator[Problem]:
    """Yield a second amount for the same year, contributor, group or domain, and measure."""
    whose = {"esa_budget": None, "esa_income": "contributor", "esa_subtotals": "group", "esa_domains": "domain"}
    for table, field in whose.items():
        seen: set[tuple[object, ...]] = set()
        for entry in subject.entries(table):
            line = entry.record
            key = (line.year, line.measure, line.scope if field is None else getattr(line, field))
            if key in seen:
                path = (field or "year",)
                yield entry.problem(path, f"a second line for {', '.join(map(str, key))} (merge the two)")
            seen.add(key)


def parts_fit_the_total(subject: Subject) -> Iterator[Problem]:
    """Yield years whose contributors, subtotals or domains are together more than the total of the same measure."""
    for total in subject.entries("esa_budget"):
        line = total.record
        limit = line.amount_meur * (1 + TOLERANCE)
        for table, what in (("esa_income", "contributors"), ("esa_domains", "domains")):
            amount = _sum(subject.only(table, line.year), line.measure)
            if amount > limit:
                yield total.problem(("amount_meur",), f"the {what} make {amount:,.1f}, more than {line.amount_meur:,}")
        for part in _of_measure(subject.only("esa_subtotals", line.year), line.measure):
            if (part.record.amount_meur or 0) > limit:
                yield part.problem(("amount_meur",), f"more than the total of the year, {line.amount_meur:,}")
        yield from _members_fit(subject, line.year, line.measure)


def _members_fit(subject: Subject, year: int, measure: Measure) -> Iterator[Problem]:
    income = subject.only("esa_income", year)
    members = [entry for entry in income if entry.record.kind is ContributorKind.MEMBER_STATE]
    amount = _sum(members, measure)
    for part in _of_measure(subject.only("esa_subtotals", year), measure):
        whole = part.record.amount_meur
        if part.record.group is IncomeGroup.MEMBERS and whole and amount > whole * (1 + TOLERANCE):
            yield part.problem(("amount_meur",), f"the members make {amount:,.1f}, more than {whole:,}")


def shares_fit_the_amounts(subject: Subject) -> Iterator[Problem]:
    """Yield shares of ESA's budget that their amounts do not give, where neither note nor sum check tells why."""
    explained = {entry.record.year for entry in subject.entries("esa_sum_checks") if entry.record.holds is False}
    for table in ("esa_income", "esa_subtotals", "esa_domains"):
        for entry in subject.entries(table):
            line = entry.record
            scope = Scope.TOTAL if table == "esa_domains" else line.share_of
            whole = _whole(subject, line.year, line.measure, scope)
            if line.amount_meur is None or line.share_pct is None or not whole:
                continue
            is_explained = line.note or line.year in explained
            computed = 100 * line.amount_meur / whole
            if not (is_explained or _is_near(line.share_pct, computed)):
                yield entry.problem(("share_pct",), f"{line.share_pct}% stated, {computed:.1f}% computed (note why)")


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
        amount = sum(line.amount_meur or 0 for line in council.subscriptions)
        if amount > council.amount_meur * (1 + TOLERANCE):
            yield entry.problem(("amount_meur",), f"the subscriptions make {amount:,.1f}, more than the total")
        for country, times in Counter(line.country for line in council.subscriptions).items():
            if times > 1:
                yield entry.problem(("subscriptions",), f'"{country}" subscribes {times} times (merge the lines)')
        for index, line in enumerate(council.subscriptions):
            if line.amount_meur is None or line.share_pct is None or line.note or council.note:
                continue
            computed = 100 * line.amount_meur / council.amount_meur
            if not _is_near(line.share_pct, computed):
                path = ("subscriptions", index, "share_pct")
                yield entry.problem(path, f"{line.share_pct}% stated, {computed:.1f}% computed (note why)")


def _is_near(stated: float, computed: float) -> bool:
    return abs(stated - computed) <= _POINTS + _RELATIVE * stated


def _of_measure(entries: Iterable[Entry], measure: Measure) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.record.measure is measure)


def _sum(entries: Iterable[Entry], measure: Measure) -> float:
    return sum(entry.record.amount_meur or 0 for entry in _of_measure(entries, measure))
