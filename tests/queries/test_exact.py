"""Every figure that is computed of ESA's money and for claims, over the bundled data, against fractions of its YAML.

Nothing here uses the program's own arithmetic: the amounts are read from the files as exact decimals, and each figure
is computed again from them. A value must be the float that is nearest to the exact one, and its digits on the screen
those of the exact one, halves rounded up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

import pytest
import yaml

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.vocabulary.money import Measure
from cnes_partners.queries.claims.model import Claim
from cnes_partners.queries.claims.rules import claims
from cnes_partners.queries.esa.compare import ComparedYear, compare, totals
from cnes_partners.queries.esa.contributors import completeness, contributors
from cnes_partners.queries.esa.councils import council_sum, subscriptions
from cnes_partners.queries.esa.lines import budget
from cnes_partners.queries.esa.statistics import statistics
from cnes_partners.views.words import Words

DATA = Path(__file__).parents[2] / "data"
SAY = Words()


class _Exact(yaml.SafeLoader):
    """A YAML reader whose numbers are fractions: 0.1 is one tenth."""


def _fraction(loader: yaml.SafeLoader, node: Any) -> Fraction:
    return Fraction(loader.construct_scalar(node))


for kind in ("int", "float"):
    _Exact.add_constructor(f"tag:yaml.org,2002:{kind}", _fraction)


def _read(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.load((DATA / "esa" / f"{name}.yaml").read_text("utf-8"), _Exact)
    return found


def _read_folder(name: str) -> list[dict[str, Any]]:
    paths = sorted((DATA / name).glob("*.yaml"))
    return [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) for path in paths]


BUDGET, INCOME, SUBTOTALS = _read("budget"), _read("income"), _read("subtotals")
CONTRIBUTION, COUNCILS = _read("contribution"), sorted(_read("councils"), key=lambda entry: entry["date"])
INDEX = {int(line["year"]): line["index"] for line in _read("prices")}
BASES = (None, *INDEX)
STATED_BESIDE = {"esa-share-2022": Fraction(1174)}  # the amount on the page that states the share
FLOWN = ("commissioning", "operational", "completed", "failed")
MEMBERS_PARTS = ("members", "members-and-cooperating")
PARTS = [line for line in SUBTOTALS if line["group"] in MEMBERS_PARTS]
MEASURES = ("due", "voted", "planned", "paid", "stated")


def _in_measure(measure: str) -> list[dict[str, Any]]:
    """Every line of a measure: of ESA's income, and for all but due what others give for France."""
    french = [line | {"contributor": "fr", "kind": "member-state"} for line in CONTRIBUTION]
    return [line for line in (*INCOME, *(french if measure != "due" else ())) if line["measure"] == measure]


def _price(year: int, base: int | None) -> Fraction | None:
    if base is None:
        return Fraction(1)
    chain = range(min(year, base), max(year, base) + 1)
    return INDEX[base] / INDEX[year] if all(link in INDEX for link in chain) else None


def _amount(line: dict[str, Any] | None, base: int | None = None) -> Fraction | None:
    """A line's amount in euros of a year, at current prices without one."""
    if line is None or "amount_meur" not in line:
        return None
    factor = _price(int(line["year"]), base)
    found: Fraction | None = None if factor is None else line["amount_meur"] * factor
    return found


def _only(lines: list[dict[str, Any]]) -> dict[str, Any] | None:
    return lines[0] if len(lines) == 1 else None


def _change(now: Fraction | None, before: Fraction | None) -> Fraction | None:
    return 100 * (now / before - 1) if now is not None and before else None


def _share(part: Fraction | None, whole: dict[str, Any] | None) -> Fraction | None:
    amount = _amount(whole)
    return 100 * part / amount if part is not None and amount else None


def _digits(value: Fraction, decimals: int) -> str:
    """The digits that people read: halves away from zero."""
    scaled = floor(abs(value) * 10**decimals + Fraction(1, 2))
    sign = "-" if value < 0 else ""
    return f"{sign}{scaled // 10**decimals:,}.{scaled % 10**decimals:0{decimals}d}"


def _same(found: float | None, exact: Fraction | None, shown: Callable[[float], str], decimals: int = 1) -> None:
    """Hold a value, and its digits as the screen shows them, against the exact one."""
    if found is None or exact is None:
        assert (found, exact) == (None, None)
        return
    assert found == float(exact)
    assert shown(found).replace("+", "") == _digits(exact, decimals)


def _number(value: float) -> str:
    return SAY.number(value, decimals=1)


def _grows(rate_pct: float, first: Fraction, last: Fraction, years: int, error: Fraction) -> bool:
    """Whether *first* becomes *last* at the rate, give or take an error in percent, without any root."""
    rate = Fraction(rate_pct)
    low, high = (1 + (rate + side * error) / 100 for side in (-1, 1))
    return first * low**years <= last <= first * high**years


@pytest.mark.parametrize("base", BASES)
def test_the_budget_is_exact(bundled: Dataset, base: int | None) -> None:
    """22 years: each in constant euros, and each change on the year before."""
    rows = budget(bundled, prices_of=base)
    assert len(rows) == len(BUDGET)
    for row in rows:
        by_year = {int(line["year"]): line for line in BUDGET if line["measure"] == row.measure}
        now = _amount(by_year[row.year], base)
        _same(row.change_pct, _change(now, _amount(by_year.get(row.year - 1), base)), SAY.change)
        _same(row.real_meur, None if base is None else now, _number)


def _due_members(year: int) -> list[dict[str, Any]]:
    wanted = (year, "due", "member-state")
    return [line for line in INCOME if (line["year"], line["measure"], line["kind"]) == wanted]


def _places(lines: list[dict[str, Any]]) -> tuple[str, dict[str, Fraction]]:
    """By what the lines of a year rank, and each contributor's figure."""
    amounts = {line["contributor"]: line["amount_meur"] for line in lines if "amount_meur" in line}
    shares = {line["contributor"]: line["share_pct"] for line in lines if line.get("share_of") == "member-part"}
    return ("share", shares) if len(shares) > len(amounts) else ("amount", amounts)


def _rank(contributor: str, lines: list[dict[str, Any]]) -> tuple[int | None, int, str | None]:
    basis, values = _places(lines)
    if contributor not in values or len(values) < 2:
        return None, 0, None
    return 1 + sum(value > values[contributor] for value in values.values()), len(values), basis


def _is_certain(contributor: str, lines: list[dict[str, Any]], part: dict[str, Any] | None) -> bool:
    """Whether those that are not known, all in one, could still not reach the contributor."""
    basis, values = _places(lines)
    whole = Fraction(100) if basis == "share" else _amount(part)
    return whole is not None and whole - sum(values.values()) < values[contributor]


@pytest.mark.parametrize("year", sorted({int(line["year"]) for line in INCOME}))
def test_contributors_of_a_year_are_exact(bundled: Dataset, year: int) -> None:
    """Shares of the total and of the members' part, changes and ranks of all who pay, in each measure."""
    rows = contributors(bundled, year=year)
    assert len(rows) == sum(line["year"] == year for line in INCOME)
    for row in rows:
        same = [line for line in _in_measure(row.measure) if line["contributor"] == row.contributor]
        now, before = (_amount(_only([line for line in same if line["year"] == when])) for when in (year, year - 1))
        total = _only([line for line in BUDGET if (line["year"], line["measure"]) == (year, row.measure)])
        parts = [line for line in SUBTOTALS if (line["year"], line["measure"]) == (year, row.measure)]
        part = _only([line for line in parts if line["group"] in MEMBERS_PARTS])
        is_member = row.kind == "member-state"
        _same(row.share_of_total_pct, _share(now, total), _number)
        _same(row.share_of_members_pct, _share(now, part) if is_member else None, _number)
        _same(row.change_pct, _change(now, before), SAY.change)
        rivals = [
            line
            for line in INCOME
            if (line["year"], line["measure"], line["kind"]) == (year, row.measure, "member-state")
        ]
        rank, ranked, basis = _rank(row.contributor, rivals) if is_member else (None, 0, None)
        assert (row.rank, row.ranked, row.ranked_by) == (rank, ranked, basis)
        is_certain = rank is not None and row.measure == "due" and _is_certain(row.contributor, rivals, part)
        assert row.rank_is_certain is is_certain


@pytest.mark.parametrize("year", sorted({int(line["year"]) for line in INCOME}))
def test_what_is_known_and_missing_of_a_year_is_exact(bundled: Dataset, year: int) -> None:
    """The sum of the members' amounts due, and what it lacks to their part."""
    known = [
        line["amount_meur"]
        for line in INCOME
        if (line["year"], line["measure"], line["kind"]) == (year, "due", "member-state") and "amount_meur" in line
    ]
    part = _amount(_only([line for line in SUBTOTALS if line["year"] == year and line["group"] in MEMBERS_PARTS]))
    found = completeness(bundled, year)
    assert (found.known, found.known_meur) == (len(known), float(sum(known)))
    assert found.missing_meur == (None if part is None else float(part - sum(known)))


def _comparisons() -> Iterator[tuple[str, str]]:
    """Yield each contributor in each measure that has amounts of it."""
    for measure in MEASURES:
        yield from sorted({(line["contributor"], measure) for line in _in_measure(measure)})


@pytest.mark.parametrize(("contributor", "measure"), list(_comparisons()))
def test_comparisons_are_exact_in_the_euros_of_every_year(bundled: Dataset, contributor: str, measure: str) -> None:
    """Sums, growth, changes and constant euros, at current prices and in the euros of each of 21 years."""
    own = [line for line in _in_measure(measure) if line["contributor"] == contributor]
    years = [int(line["year"]) for line in own]
    single = {year: line for year, line in zip(years, own, strict=True) if years.count(year) == 1}
    for base in BASES:
        rows = compare(bundled, [contributor], measure=Measure(measure), prices_of=base)
        assert sorted(row.year for row in rows) == sorted(years)
        for row in rows:
            if row.is_contested:
                assert years.count(row.year) > 1
                assert (row.change_pct, row.cumulative_meur, row.mean_annual_growth_pct) == (None, None, None)
                continue
            now = _amount(single[row.year], base)
            known = {year: _amount(line, base) for year, line in sorted(single.items()) if year <= row.year}
            amounts = {year: amount for year, amount in known.items() if amount is not None}
            _same(row.real_meur, None if base is None else now, _number)
            _same(row.change_pct, _change(now, amounts.get(row.year - 1)), SAY.change)
            _same(row.cumulative_meur, None if now is None else sum(amounts.values(), start=Fraction()), _number)
            _growth_is_exact(row, amounts)


def _growth_is_exact(row: ComparedYear, amounts: dict[int, Fraction]) -> None:
    """The rate leads from the first year to this one, to 1e-11 %; its digit on the screen is the right one."""
    if row.year not in amounts or len(amounts) < 2:
        assert row.mean_annual_growth_pct is None
        return
    rate, first = row.mean_annual_growth_pct, min(amounts)
    assert rate is not None
    ends = (amounts[first], amounts[row.year], row.year - first)
    assert _grows(rate, *ends, Fraction(1, 10**11))
    shown = Fraction(SAY.change(rate))
    assert _grows(float(shown), *ends, Fraction(1, 20) + Fraction(1, 10**15))


def test_growth_is_the_same_in_the_euros_of_every_year(bundled: Dataset) -> None:
    """A base year scales all amounts alike: for each contributor one rate, to the last digit; Estonia's is +40.8 %."""
    due = sorted({line["contributor"] for line in _in_measure("due")})
    rates: dict[str, set[float | None]] = {contributor: set() for contributor in due}
    for base in INDEX:
        for total in totals(compare(bundled, due, prices_of=base), due):
            rates[total.contributor].add(total.mean_annual_growth_pct)
    assert {contributor for contributor, found in rates.items() if len(found) > 1} == set()
    assert [SAY.change(rate) for rate in rates["ee"]] == ["+40.8"]


def test_councils_are_exact(bundled: Dataset) -> None:
    """Shares of the council's total, ranks, changes on the council before, and what is missing, of all councils."""
    before: dict[str, Fraction] = {}
    for council in COUNCILS:
        amounts = {
            line["country"]: line["amount_meur"] for line in council.get("subscriptions", ()) if "amount_meur" in line
        }
        left = council["amount_meur"] - sum(amounts.values())
        for line in subscriptions(bundled, council=council["id"]):
            own = amounts.get(line.country)
            _same(line.share_of_total_pct, _share(own, council | {"year": "0"}), _number)
            _same(line.change_pct, _change(own, before.get(line.country)), SAY.change)
            rank = None if own is None or len(amounts) < 2 else 1 + sum(other > own for other in amounts.values())
            is_certain = rank is not None and own is not None and left < own
            assert (line.rank, line.rank_is_certain) == (rank, is_certain)
        found = council_sum(bundled, council["id"])
        assert (found.known_meur, found.missing_meur) == (float(sum(amounts.values())), float(left))
        before = amounts


_NUMBER = r"~?([0-9,]+(?:[.][0-9]+)?)"
_ARITHMETIC: dict[str, Callable[..., Fraction]] = {
    rf"100 x {_NUMBER} / {_NUMBER}": lambda part, whole: 100 * part / whole,
    rf"Difference: 100 x [|]{_NUMBER} - {_NUMBER}[|] / {_NUMBER}": lambda one, two, of: 100 * abs(one - two) / of,
    rf"Total that would make {_NUMBER} a share of {_NUMBER} %": lambda amount, share: 100 * amount / share,
    rf".* with a partner: {_NUMBER} of {_NUMBER}": lambda part, whole: 100 * part / whole,
}


def _computed(what: str) -> Fraction | None:
    """What the words of a step come to, None where they are no arithmetic."""
    for pattern, compute in _ARITHMETIC.items():
        if found := re.fullmatch(pattern, what):
            return compute(*(Fraction(text.replace(",", "")) for text in found.groups()))
    return None


def test_the_arithmetic_of_claims_is_right(bundled: Dataset) -> None:
    """Every step that says how it is computed holds what its words come to, unrounded."""
    steps = [step for claim in claims(bundled) for step in claim.steps if step.source is None]
    computed = [(step.value, _computed(step.what)) for step in steps]
    assert [found for found, exact in computed if exact is not None and found != float(exact)] == []
    assert sum(exact is not None for _, exact in computed) > 30


def _due(year: str | None) -> Fraction | None:
    lines = [line for line in INCOME if (line["contributor"], line["measure"]) == ("fr", "due")]
    return _amount(_only([line for line in lines if str(line["year"]) == (year or "")[:4]]))


def _gap(stated: Fraction, known: Fraction) -> Fraction:
    return 100 * abs(stated - known) / known


def _verdict(agrees: bool) -> str:
    return "agrees" if agrees else "differs"


Expected = list[float | int | str | None]
UNTOLD: Expected = [None, "cannot be told"]


def _held(stated: Fraction, known: Fraction) -> Expected:
    return [float(known), _verdict(_gap(stated, known) <= 1)]


def _against_due(claim: Claim, stated: Fraction) -> Expected:
    due = _due(claim.as_of)
    return UNTOLD if due is None else _held(stated, due)


def _against_plans(claim: Claim, stated: Fraction) -> Expected:
    year = int((claim.as_of or "0")[:4])
    plans = [
        line["amount_meur"]
        for line in CONTRIBUTION
        if (line["year"], line["measure"]) == (year, "planned") and line["source"] != claim.source
    ]
    near = min(plans, key=lambda plan: _gap(stated, plan), default=None)
    return [float(near), "agrees"] if near and _gap(stated, near) <= 1 else UNTOLD


def _against_council(claim: Claim, stated: Fraction) -> Expected:
    (council,) = (entry for entry in COUNCILS if entry["date"].startswith(claim.as_of[:4] if claim.as_of else "?"))
    (own,) = (line["amount_meur"] for line in council["subscriptions"] if line["country"] == "fr")
    return _held(stated, own)


def _against_wholes(claim: Claim, stated: Fraction) -> Expected:
    (whole,), (part,) = (
        [line["amount_meur"] for line in lines if line["year"] == int((claim.as_of or "0")[:4])]
        for lines in (BUDGET, PARTS)
    )
    shares = [100 * STATED_BESIDE[claim.id] / amount for amount in (whole, part)]
    return [float(shares[0]), _verdict(any(abs(share - stated) < Fraction(1, 2) for share in shares))]


def _against_ranks(claim: Claim, stated: Fraction | None) -> Expected:
    members = _due_members(int((claim.as_of or "0")[:4]))
    if not members:
        return UNTOLD
    _, values = _places(members)
    order = sorted(values, key=lambda contributor: -values[contributor])
    if stated is None:
        assert order[:2] == ["fr", "de"]
        return ["France and Germany", "agrees"]
    return [order.index("fr") + 1, _verdict(order.index("fr") + 1 == stated)]


def _missions(_claim: Claim, _stated: Fraction) -> Expected:
    flown = [entry for entry in _read_folder("missions") if entry["status"] in FLOWN]
    return [float(Fraction(100 * sum("partners" in entry for entry in flown), len(flown))), "cannot be told"]


def _partnerships(_claim: Claim, stated: Fraction) -> Expected:
    found = sum("agreements" in entry for entry in _read_folder("partners"))
    return [found, "agrees" if found >= stated else "cannot be told"]


def _agreements(claim: Claim, stated: Fraction) -> Expected:
    every = [agreement for entry in _read_folder("partners") for agreement in entry.get("agreements", ())]
    found = sum(entry.get("date", "").startswith(claim.as_of) for entry in every)
    assert found < stated * Fraction(9, 10)
    return [found, "cannot be told"]


RULES: dict[str, Callable[..., Expected]] = {
    "amount-in-esa-budget": _against_due,
    "amount-in-plans": _against_plans,
    "subscription-at-council": _against_council,
    "share-of-esa-budget": _against_wholes,
    "rank-in-esa-budget": _against_ranks,
    "missions-with-partners": _missions,
    "partners-with-agreement": _partnerships,
    "agreements-of-the-year": _agreements,
    "stated-categories": lambda _claim, stated: [3, _verdict(stated == 3)],
    "no-rule": lambda _claim, _stated: UNTOLD,
}


def _expected(claim: Claim) -> Expected:
    """What the data gives for a claim, and its verdict, by docs/claims.md."""
    return RULES[claim.rule](claim, None if isinstance(claim.stated, str) else Fraction(str(claim.stated)))


def test_what_the_data_gives_for_claims_is_exact(bundled: Dataset) -> None:
    """Each of the stated figures: what the data gives, unrounded, and the verdict."""
    found = {claim.id: [claim.derived, claim.verdict.value] for claim in claims(bundled)}
    assert found == {claim.id: _expected(claim) for claim in claims(bundled)}


def test_the_figures_of_esa_s_budget_are_exact(bundled: Dataset) -> None:
    """France's shares of the total and of the members' part in the year of CNES's statement, as their words say."""
    figures = [figure for figure in statistics(bundled).esa_figures if figure.unit == "percent"]
    assert [figure.value for figure in figures] == [
        float(_computed(figure.arithmetic or "") or 0) for figure in figures
    ]
    assert len(figures) == 2
