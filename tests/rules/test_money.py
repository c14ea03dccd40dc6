"""The rules of money at their borders: what is just within passes, what is just beyond is a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners.dataset.find import load
from cnes_partners.rules.every import check
from tests.rules.conftest import plant


def problems(folder: Path) -> list[str]:
    """Return what is wrong, without the places."""
    return [problem.message for problem in check(load(folder).storage).problems]


def _income(*lines: str) -> str:
    return "".join(f"- {{year: 2022, {line}, measure: due, source: page}}\n" for line in lines)


FRENCH = 'contributor: "fr", kind: member-state, scope: member-part'


@pytest.mark.parametrize(
    ("field", "value", "is_refused"),
    [
        ("amount_meur", "0", True),
        ("amount_meur", "-0.5", True),
        ("amount_meur", "0.001", False),
        ("amount_meur", "1000000", False),
        ("amount_meur", "1000000.5", True),
        ("share_pct", "-0.1", True),
        ("share_pct", "0", False),
        ("share_pct", "100", False),
        ("share_pct", "100.1", True),
        ("rank", "0", True),
        ("rank", "1", False),
        ("rank", "100", False),
        ("rank", "101", True),
    ],
)
def test_numbers_are_within_what_can_be(good: Path, field: str, value: str, is_refused: bool) -> None:
    """No amount is nothing, less or a million million euro; shares are of a hundred, ranks of a hundred members."""
    values = {"amount_meur": "1174", "share_pct": "18.4", "rank": "2"} | {field: value}
    (good / "esa" / "contribution.yaml").write_text(
        f"- {{year: 2022, {', '.join(f'{key}: {number}' for key, number in values.items())}, measure: stated,"
        " scope: member-part, stated_by: CNES, source: page}\n"
    )
    found = [message for message in problems(good) if message.startswith("expected a")]
    assert [f"got {value}" in message for message in found] == [True] * is_refused


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("index: 105.0", "index: 0"),
        ("index: 105.0", "index: -1"),
        ("change_pct: 5.0", "change_pct: -100"),
        ("change_pct: 5.0", "change_pct: 1000"),
    ],
)
def test_prices_are_above_zero(good: Path, old: str, new: str) -> None:
    """An index of nothing would make all euros nothing."""
    plant(good / "esa" / "prices.yaml", old, new)
    assert any(message.startswith("expected") for message in problems(good))


@pytest.mark.parametrize(("change", "is_refused"), [("5.02", False), ("4.98", False), ("5.03", True), ("4.97", True)])
def test_an_index_and_its_change_fit_to_two_hundredths(good: Path, change: str, is_refused: bool) -> None:
    """105 after 100 is 5 %; both are printed with two decimals."""
    plant(good / "esa" / "prices.yaml", "change_pct: 5.0", f"change_pct: {change}")
    assert len(problems(good)) == is_refused


@pytest.mark.parametrize(
    ("old", "new", "is_refused"),
    [
        ("value: 90\n", "value: 100\n", False),
        ("value: 90\n", "value: 101\n", True),
        ("value: 90\n", "value: -1\n", True),
        ("value: 1174\n", "value: 0\n", True),
        ("value: 1174\n", "value: 2000000\n", True),
        ("value: 2\n", "value: 0\n", True),
        ("value: 2\n  unit: rank", "value: 0\n  unit: members", True),
        ("value: 2\n  unit: rank", "value: 1\n  unit: members", False),
    ],
)
def test_stated_figures_are_within_what_can_be(good: Path, old: str, new: str, is_refused: bool) -> None:
    """By their unit: percentages, amounts and ranks as everywhere, anything else above zero."""
    plant(good / "statements.yaml", old, new)
    assert len(problems(good)) == is_refused


@pytest.mark.parametrize(("more", "is_refused"), [(2662.1, False), (2662.11, True), (2900, True)])
def test_members_are_a_hundredth_more_than_their_part_at_most(good: Path, more: float, is_refused: bool) -> None:
    """1178 + 1018 + 2662.1 is 4858.1, the members' 4810 and one percent to the last digit."""
    path = good / "esa" / "income.yaml"
    path.write_text(
        path.read_text() + _income(f'contributor: "no", kind: member-state, amount_meur: {more}, scope: total')
    )
    assert [message.partition(" make")[0] for message in problems(good)] == ["the members"] * is_refused


@pytest.mark.parametrize(("more", "is_refused"), [(5025.5, False), (5025.51, True), (5200, True)])
def test_contributors_are_a_hundredth_more_than_the_budget_at_most(good: Path, more: float, is_refused: bool) -> None:
    """1178 + 1018 + 5025.5 is 7221.5, the 7150 of the year and one percent."""
    path = good / "esa" / "income.yaml"
    path.write_text(path.read_text() + _income(f"contributor: esa, kind: other, amount_meur: {more}, scope: total"))
    assert [message.partition(" make")[0] for message in problems(good)] == ["the contributors"] * is_refused


@pytest.mark.parametrize(("amount", "is_refused"), [(7221.5, False), (7221.51, True)])
def test_domains_are_a_hundredth_more_than_the_budget_at_most(good: Path, amount: float, is_refused: bool) -> None:
    """A domain of another measure is no part of what is due."""
    lines = (f"amount_meur: {amount}, measure: due", "amount_meur: 7000, measure: planned")
    (good / "esa" / "domains.yaml").write_text(
        "".join(f"- {{year: 2022, domain: A, domain_fr: A, {line}, scope: total, source: page}}\n" for line in lines)
    )
    assert [message.partition(" make")[0] for message in problems(good)] == ["the domains"] * is_refused


@pytest.mark.parametrize(("amount", "is_refused"), [(7221.5, False), (7221.51, True)])
def test_a_subtotal_is_a_hundredth_more_than_the_budget_at_most(good: Path, amount: float, is_refused: bool) -> None:
    """The members' part, or any other, is a part of the year's total."""
    plant(good / "esa" / "subtotals.yaml", "amount_meur: 4810", f"amount_meur: {amount}")
    assert [message.startswith("more than the total") for message in problems(good)] == [True] * is_refused


@pytest.mark.parametrize(("amount", "is_refused"), [(11362.11, False), (11362.12, True), (12000, True)])
def test_subscriptions_are_a_hundredth_more_than_the_council_at_most(
    good: Path, amount: float, is_refused: bool
) -> None:
    """3294 + 11362.11 is 14656.11, the 14511 of the council and one percent; an unknown amount adds nothing."""
    plant(
        good / "esa" / "councils.yaml", "  subscriptions:\n", '  subscriptions:\n    - {country: "no", source: page}\n'
    )
    plant(good / "esa" / "councils.yaml", "amount_meur: 2664\n      share_pct: 18.5", f"amount_meur: {amount}")
    assert [message.partition(" make")[0] for message in problems(good)] == ["the subscriptions"] * is_refused


SHARES = [(10.4, False), (10.41, True), (9.61, False), (9.6, True), (12.0, True)]


@pytest.mark.parametrize(("share", "is_refused"), SHARES)
def test_a_share_fits_its_amount_within_its_rounding(good: Path, share: float, is_refused: bool) -> None:
    """481 of 4810 is 10 %: the share may be away by 0.2 points and a fiftieth of itself, and no more."""
    (good / "esa" / "income.yaml").write_text(
        _income(f"{FRENCH}, amount_meur: 481, share_pct: {share}, share_of: member-part")
    )
    assert [f"{share}% stated, 10.0% computed" in message for message in problems(good)] == [True] * is_refused


@pytest.mark.parametrize(("share", "is_refused"), SHARES)
def test_a_subscription_s_share_fits_its_amount_within_its_rounding(good: Path, share: float, is_refused: bool) -> None:
    """1451.1 of 14511 is 10 %."""
    plant(good / "esa" / "councils.yaml", "amount_meur: 2664\n", "amount_meur: 1451.1\n")
    plant(good / "esa" / "councils.yaml", "share_pct: 18.5", f"share_pct: {share}")
    assert [f"{share}% stated, 10.0% computed" in message for message in problems(good)] == [True] * is_refused


def test_a_share_of_another_measure_s_whole_is_not_computed(good: Path) -> None:
    """481 planned are no share of the 4810 that are due."""
    line = f"{FRENCH}, amount_meur: 481, share_pct: 20, share_of: member-part"
    (good / "esa" / "income.yaml").write_text(_income(line).replace("measure: due", "measure: planned"))
    assert problems(good) == []


@pytest.mark.parametrize(
    ("table", "line", "place"),
    [
        ("budget", "year: 2022, amount_meur: 7000, measure: due, scope: total", "2022, due, total"),
        (
            "subtotals",
            "year: 2022, group: members, amount_meur: 4800, measure: due, scope: total",
            "2022, due, members",
        ),
        ("prices", 'year: 2022, index: 105.0, change_pct: 5.0, base: "2021"', "2022"),
    ],
)
def test_a_figure_stands_once(good: Path, table: str, line: str, place: str) -> None:
    """A second budget, subtotal or index of a year would hide the first."""
    path = good / "esa" / f"{table}.yaml"
    path.write_text(path.read_text() + f"- {{{line}, source: page}}\n")
    assert problems(good) == [f"a second line for {place} (merge the two)"]


def test_a_council_of_nothing_is_refused_and_nothing_else_breaks(good: Path) -> None:
    """Its shares cannot be computed, and are not."""
    plant(good / "esa" / "councils.yaml", "amount_meur: 14511", "amount_meur: 0")
    assert [message.partition(",")[0] for message in problems(good)] == [
        "expected an amount above zero",
        "the subscriptions make 5",
    ]
