"""ESA's money: hand-computed figures, and that no sum, rank or share crosses measures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners import load
from cnes_partners.errors import NotFoundError, UsageError
from cnes_partners.model.vocabulary.money import Measure, Scope
from cnes_partners.queries.esa.compare import compare, named_contributor, totals
from cnes_partners.queries.esa.contributors import completeness, contributors, line_of, series
from cnes_partners.queries.esa.councils import council_sum, subscriptions
from cnes_partners.queries.esa.lines import budget as budget_years
from cnes_partners.queries.esa.lines import domains, members
from cnes_partners.queries.esa.measures import RankBasis, ranking, sum_meur
from cnes_partners.queries.esa.measures import share_pct as share_of_pct
from cnes_partners.queries.esa.prices import euros_of
from cnes_partners.queries.esa.statistics import growth as growth_of
from tests.conftest import SMALL, write_dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of money as the measure functions see it."""

    year: int = 2020
    contributor: str = "fr"
    amount_meur: float | None = None
    share_pct: float | None = None
    share_of: Scope | None = Scope.MEMBER_PART
    measure: Measure = Measure.DUE


AMOUNTS = st.lists(st.integers(min_value=0, max_value=10_000), min_size=2, max_size=8)
MEASURES = st.lists(st.sampled_from(Measure), min_size=2, max_size=5)


@given(AMOUNTS)
def test_ranks_follow_amounts(amounts: Any) -> None:
    """A larger amount never has a later place; equal amounts share theirs; the first place is taken."""
    lines = [Line(contributor=f"c{number}", amount_meur=amount) for number, amount in enumerate(amounts)]
    places = [ranking(lines).place(line.contributor) for line in lines]
    assert 1 in places
    for amount, place in zip(amounts, places, strict=True):
        assert place == 1 + sum(other > amount for other in amounts)


@given(AMOUNTS.filter(any))
def test_shares_of_a_complete_year_sum_to_100(amounts: Any) -> None:
    """Where every amount is known the shares of their sum come to 100 percent within rounding."""
    lines = [Line(amount_meur=amount) for amount in amounts]
    whole = Line(amount_meur=sum_meur(lines))
    assert sum(share_of_pct(line, whole) or 0 for line in lines) == pytest.approx(100)


@given(MEASURES, AMOUNTS)
def test_no_sum_crosses_measures(measures: Any, amounts: Any) -> None:
    """Amounts add up in one measure, and are refused in several."""
    lines = [Line(amount_meur=amount, measure=measure) for amount, measure in zip(amounts, measures, strict=False)]
    if len({line.measure for line in lines}) == 1:
        assert sum_meur(lines) == sum(line.amount_meur or 0 for line in lines)
    else:
        for refused in (sum_meur, ranking):
            with pytest.raises(UsageError, match="different measures do not mix"):
                refused(lines)


@given(st.sampled_from(Measure), st.sampled_from(Measure))
def test_no_share_crosses_measures(part: Any, whole: Any) -> None:
    """A share is of a whole of the same measure: 25 of 200 is 12.5 percent, or it is refused."""
    lines = (Line(amount_meur=25, measure=part), Line(amount_meur=200, measure=whole))
    if part is whole:
        assert share_of_pct(*lines) == 12.5
    else:
        with pytest.raises(UsageError):
            share_of_pct(*lines)


def test_a_rank_is_within_one_year() -> None:
    """Lines of two years are not ranked."""
    with pytest.raises(UsageError, match="within one year"):
        ranking([Line(amount_meur=1), Line(year=2021, amount_meur=2)])


def test_shares_rank_where_more_of_them_are_known() -> None:
    """With one amount and two shares of the members' part the shares decide: 22.9 before 22.6."""
    places = ranking(
        [Line(contributor="fr", amount_meur=754.6, share_pct=22.6), Line(contributor="de", share_pct=22.9)]
    )
    assert (places.basis, places.first, places.place("fr")) == (RankBasis.SHARE, ("de",), 2)


def test_shares_of_the_total_do_not_rank_members() -> None:
    """A share of the total is no share of the members' part, so nothing ranks here."""
    lines = [Line(contributor=id, share_pct=20, share_of=Scope.TOTAL) for id in ("fr", "de")]
    assert ranking(lines).first == ()


def test_one_known_amount_has_no_rank() -> None:
    """Nobody is first among one."""
    assert ranking([Line(amount_meur=1000)]).place("fr") is None


def test_a_contributor_s_year_is_computed_from_its_own_measure(small: Path) -> None:
    """1178 of 7150 is 16.4755 %, of 4810 24.4906 %; on 1000 the year before +17.8 %; first of two, not for certain."""
    line = series(load(small))[-1]
    assert line.share_of_total_pct == pytest.approx(16.475524)
    assert line.share_of_members_pct == pytest.approx(24.490644)
    assert line.change_pct == pytest.approx(17.8)
    # 4810 - 1178 - 1018 = 2614 are not known by country: more than 1178
    assert (line.rank, line.ranked, line.rank_is_certain) == (1, 2, False)


def test_completeness_says_what_is_missing(small: Path) -> None:
    """1178 + 1018 = 2196 are known; 4810 - 2196 = 2614 are missing."""
    known = completeness(load(small), 2022)
    assert (known.known, known.known_meur, known.missing_meur) == (2, 2196, 2614)


def test_compare_never_fills_a_year(small: Path) -> None:
    """Germany has no line in 2021, so it has no row there; France is first of those known in 2022."""
    rows = compare(load(small), ["fr", "de"])
    assert [(row.year, row.contributor, row.place) for row in rows] == [
        (2021, "fr", None),
        (2022, "fr", 1),
        (2022, "de", 2),
    ]


def test_compare_adds_and_grows_over_the_years_that_exist(small: Path) -> None:
    """France: 1000 + 1178 = 2178, +17.8 % a year; Germany: one year, no growth, 2021 a gap."""
    dataset = load(small)
    france, germany = totals(compare(dataset, ["fr", "de"]), ["fr", "de"])
    assert (france.cumulative_meur, france.years, france.gaps) == (2178, 2, ())
    assert france.mean_annual_growth_pct == pytest.approx(17.8)
    assert (germany.cumulative_meur, germany.mean_annual_growth_pct, germany.gaps) == (1018, None, (2021,))


def test_compare_refuses_a_measure_that_a_rival_lacks(small: Path) -> None:
    """France's stated amount is not set beside Germany's due one."""
    with pytest.raises(UsageError, match="No amount stated is on record for Germany"):
        compare(load(small), ["fr", "de"], measure=Measure.STATED)


def test_compare_leaves_subscriptions_to_the_councils(small: Path) -> None:
    """A subscription is several years' money."""
    with pytest.raises(UsageError, match="esa councils"):
        compare(load(small), ["fr"], measure=Measure.SUBSCRIBED)


def test_several_figures_of_a_year_are_neither_ranked_nor_added(tmp_path: Path) -> None:
    """Two plans for 2024 contest each other; the plan of 2025 stands alone: the sum is 1054, of one year."""
    plans = "".join(
        f"- year: {year}\n  amount_meur: {amount}\n  measure: planned\n  scope: member-part\n"
        "  stated_by: Senate\n  source: page\n"
        for year, amount in ((2024, 864), (2024, 990), (2025, 1054))
    )
    dataset = load(write_dataset(tmp_path, dict(SMALL) | {"esa/contribution.yaml": plans}))
    rows = compare(dataset, ["fr"], measure=Measure.PLANNED)
    assert [(row.amount_meur, row.is_contested, row.cumulative_meur) for row in rows] == [
        (990, True, None),
        (864, True, None),
        (1054, False, 1054),
    ]


PRICES = "".join(
    f'- year: {year}\n  index: {index}\n  change_pct: 1.0\n  base: "2015"\n  source: page\n'
    for year, index in ((2020, 100), (2021, 110), (2022, 121))
)


def test_constant_euros_stand_on_the_index(tmp_path: Path) -> None:
    """1000 of 2021 in euros of 2022: 1000 x 121 / 110 = 1100; 1178 stays; 1178 / 1100 is +7.1 %."""
    dataset = load(write_dataset(tmp_path, dict(SMALL) | {"esa/prices.yaml": PRICES}))
    earlier, later = series(dataset, prices_of=2022)
    assert (earlier.real_meur, later.real_meur, later.prices_of) == (1100, 1178, 2022)
    assert later.change_pct == pytest.approx(100 * (1178 / 1100 - 1))
    growth = growth_of((earlier, later), euros_of(dataset, 2022))
    assert growth is not None
    assert (growth.from_meur, growth.to_meur, growth.prices_of) == (1100, 1178, 2022)


def test_a_broken_chain_of_prices_gives_no_constant_euros(tmp_path: Path) -> None:
    """Without 2021 the index of 2020 does not reach 2022, and 2019 has none."""
    prices = "\n".join(PRICES.splitlines()[:5] + PRICES.splitlines()[10:]) + "\n"
    dataset = load(write_dataset(tmp_path, dict(SMALL) | {"esa/prices.yaml": prices}))
    euros = [euros_of(dataset, year) for year in (2022, 2020, None)]
    assert [found and {year: float(factor) for year, factor in found.factors.items()} for found in euros] == [
        {2022: 1},
        {2020: 1},
        None,
    ]
    with pytest.raises(UsageError, match=r"no price index for 2030\. Known: 2020 to 2022"):
        euros_of(dataset, 2030)


def test_growth_is_of_one_contributor(small: Path) -> None:
    """France's and Germany's lines together have no growth."""
    with pytest.raises(UsageError, match="one contributor"):
        growth_of(compare(load(small), ["fr", "de"]), None)


def test_subscriptions_are_ranked_within_their_council(small: Path) -> None:
    """2664 of 14511 is 18.3585 %; second of two; 14511 - 3294 - 2664 = 8553 are not known by country."""
    dataset = load(small)
    french = subscriptions(dataset, country="fr")[0]
    assert french.share_of_total_pct == pytest.approx(18.358487)
    assert (french.rank, french.ranked, french.rank_is_certain, french.change_pct) == (2, 2, False, None)
    assert council_sum(dataset, "CM19").missing_meur == 8553


def test_an_unknown_council_lists_those_there_are(small: Path) -> None:
    """The error names the councils."""
    with pytest.raises(NotFoundError, match="Known: cm19"):
        subscriptions(load(small), council="cm99")


def test_contributors_are_named_like_partners(small: Path) -> None:
    """Germany is found by its name in either language; Japan brings nothing to ESA."""
    dataset = load(small)
    assert [named_contributor(dataset, name) for name in ("de", "germany", "ALLEMAGNE")] == ["de"] * 3
    with pytest.raises(NotFoundError, match=r"no line for Japan \(jp\). Known: de, fr"):
        named_contributor(dataset, "japan")


@pytest.mark.parametrize("year", [2016, 2018, 2020, 2024])
def test_bundled_ranks_follow_amounts(year: int) -> None:
    """In the bundled data, too, who pays more comes first, in each year, among amounts of one measure."""
    lines = [line for line in contributors(load(), year=year) if line.rank is not None and line.measure == "due"]
    amounts = [line.amount_meur or 0 for line in sorted(lines, key=lambda line: line.rank or 0)]
    assert amounts == sorted(amounts, reverse=True)


def test_bundled_year_2009_is_complete() -> None:
    """The shares that the chart of 2009 states, of all 18 members, sum to 100 within rounding."""
    shares = [line.share_pct or 0 for line in contributors(load(), year=2009) if line.kind == "member-state"]
    assert len(shares) == 18
    assert sum(shares) == pytest.approx(100, abs=2)


def test_bundled_year_2020_sums_to_its_total() -> None:
    """4317.4 are known of 4870; 552.6 are missing; together the members' part."""
    known = completeness(load(), 2020)
    assert known.known_meur == pytest.approx(4317.4)
    assert known.missing_meur == pytest.approx(552.6)


def test_bundled_growth_of_france() -> None:
    """716 in 2009, 1070 in 2025: (1070 / 716) ** (1 / 16) is 1.02543."""
    growth = growth_of(series(load()), None)
    assert growth is not None
    assert (growth.from_meur, growth.to_meur, growth.to_year - growth.from_year) == (716, 1070, 16)
    assert growth.mean_annual_growth_pct == pytest.approx(2.543, abs=0.001)


def _domain(name: str, figure: str) -> str:
    names = f"  domain: {name}\n  domain_fr: {name}\n"
    return f"- year: 2024\n{names}  {figure}\n  measure: due\n  scope: total\n  source: page\n"


def test_the_largest_domain_of_a_year_comes_first(tmp_path: Path) -> None:
    """Amounts by size, then shares by size where no amount is known."""
    lines = (("navigation", "share_pct: 13.5"), ("launchers", "share_pct: 13.8"), ("earth", "amount_meur: 2400"))
    texts = "".join(_domain(name, figure) for name, figure in lines)
    found = domains(load(write_dataset(tmp_path, dict(SMALL) | {"esa/domains.yaml": texts})))
    assert [line.domain for line in found] == ["earth", "launchers", "navigation"]


def test_members_of_one_date_stand_by_name(tmp_path: Path) -> None:
    """France before Germany, though "de" sorts before "fr": names are what people read."""
    texts = "".join(
        f'- country: "{code}"\n  status: member\n  since: "1975"\n  source: page\n' for code in ("de", "fr")
    )
    found = members(load(write_dataset(tmp_path, dict(SMALL) | {"esa/members.yaml": texts})))
    assert [entry.country for entry in found] == ["fr", "de"]


def _income(*lines: tuple[str, str], measure: str = "due") -> dict[str, str]:
    """Return ESA's income of 2022 from members: who, and what is known."""
    texts = (
        f'- {{year: 2022, contributor: "{id}", kind: member-state, {figure}, measure: {measure}, scope: member-part,'
        " source: page}\n"
        for id, figure in lines
    )
    return {"esa/income.yaml": "".join(texts)}


def _certain(folder: Path, files: dict[str, str]) -> dict[str, tuple[int | None, bool]]:
    lines = contributors(load(write_dataset(folder, dict(SMALL) | files)), year=2022)
    return {line.contributor: (line.rank, line.rank_is_certain) for line in lines}


@pytest.mark.parametrize(
    ("german", "expected"),
    [
        (1405, {"fr": (1, True), "de": (2, False)}),  # 4810 - 2000 - 1405 = 1405 are not known: as much as Germany's
        (1405.1, {"fr": (1, True), "de": (2, True)}),  # 1404.9: less than either
        (810, {"fr": (1, False), "de": (2, False)}),  # 2000: as much as France's
        (810.1, {"fr": (1, True), "de": (2, False)}),  # 1999.9
    ],
)
def test_a_rank_is_certain_where_all_that_is_not_known_is_less(
    tmp_path: Path, german: float, expected: dict[str, tuple[int, bool]]
) -> None:
    """The members' part is 4810, France's 2000: what is left, in one hand, would change the rank, or not."""
    assert _certain(tmp_path, _income(("fr", "amount_meur: 2000"), ("de", f"amount_meur: {german}"))) == expected


@pytest.mark.parametrize(
    ("german", "expected"),
    [
        (30, {"fr": (1, True), "de": (2, False)}),  # 30 % are left: less than France's 40, as much as Germany's
        (30.1, {"fr": (1, True), "de": (2, True)}),
        (20, {"fr": (1, False), "de": (2, False)}),
        (20.1, {"fr": (1, True), "de": (2, False)}),
    ],
)
def test_a_rank_by_share_is_certain_where_all_that_is_left_is_less(
    tmp_path: Path, german: float, expected: dict[str, tuple[int, bool]]
) -> None:
    """Of 100 % France has 40: the rest, in one hand, would change the rank, or not."""
    shares = (("fr", 40), ("de", german))
    files = _income(*((id, f"share_pct: {share}, share_of: member-part") for id, share in shares))
    assert _certain(tmp_path, files) == expected


def test_a_rank_is_certain_in_what_is_due_only(tmp_path: Path) -> None:
    """Nothing says what all members together voted, though more than the 4810 due."""
    files = _income(("fr", "amount_meur: 4000"), ("de", "amount_meur: 900"), measure="voted")
    assert _certain(tmp_path, files) == {"fr": (1, False), "de": (2, False)}


def test_without_the_members_part_no_rank_is_certain(tmp_path: Path) -> None:
    """Nor where its amount is not known."""
    files = _income(("fr", "amount_meur: 4000"), ("de", "amount_meur: 900"))
    group = "- {year: 2022, group: members, share_pct: 67, share_of: total, measure: due, scope: total, source: page}\n"
    for number, subtotals in enumerate(("[]\n", group)):
        found = _certain(tmp_path / str(number), files | {"esa/subtotals.yaml": subtotals})
        assert found == {"fr": (1, False), "de": (2, False)}


@pytest.mark.parametrize(("left", "expected"), [("2000", False), ("1999.9", True)])
def test_a_subscription_s_rank_is_certain_where_all_that_is_not_known_is_less(
    tmp_path: Path, left: str, expected: bool
) -> None:
    """Of a council, France has 2000 and Germany 3000; what others subscribed would change the rank, or not."""
    council = (
        f'- {{id: cm19, date: "2019", place: A, amount_meur: {5000 + float(left)}, measure: subscribed,'
        ' scope: programme, source: page, subscriptions: [{country: "de", amount_meur: 3000, source: page},'
        ' {country: "fr", amount_meur: 2000, source: page}]}\n'
    )
    lines = subscriptions(load(write_dataset(tmp_path, dict(SMALL) | {"esa/councils.yaml": council})))
    assert [(line.country, line.rank, line.rank_is_certain) for line in lines] == [("de", 1, True), ("fr", 2, expected)]


def test_equals_share_a_rank_and_the_next_is_passed_over(tmp_path: Path) -> None:
    """Two first, nobody second, one third."""
    found = _certain(tmp_path, _income(*((id, f"amount_meur: {n}") for id, n in (("fr", 9), ("de", 9), ("no", 8)))))
    assert {id: rank for id, (rank, _) in found.items()} == {"fr": 1, "de": 1, "no": 3}


TWO_MEASURES = {
    "esa/budget.yaml": "- {year: 2022, amount_meur: 9000, measure: planned, scope: total, source: page}\n"
    "- {year: 2021, amount_meur: 6000, measure: due, scope: total, source: page}\n"
    "- {year: 2022, amount_meur: 7150, measure: due, scope: total, source: page}\n",
    "esa/subtotals.yaml": "- {year: 2022, group: members, amount_meur: 9000, measure: planned, scope: total,"
    " source: page}\n- {year: 2022, group: members, amount_meur: 4810, measure: due, scope: total, source: page}\n",
}


def test_wholes_are_looked_up_in_one_measure(tmp_path: Path) -> None:
    """A plan for the budget that stands before it in the file is neither its total nor the year before."""
    dataset = load(write_dataset(tmp_path, dict(SMALL) | TWO_MEASURES))
    line = line_of(dataset, 2022)
    assert line is not None
    assert (line.share_of_total_pct, line.share_of_members_pct) == (100 * 1178 / 7150, 100 * 1178 / 4810)
    assert completeness(dataset, 2022).members_part_meur == 4810
    changes = [(row.year, row.measure, row.change_pct) for row in budget_years(dataset)]
    assert changes == [(2021, "due", None), (2022, "due", 100 * 1150 / 6000), (2022, "planned", None)]


def test_a_council_is_compared_with_one_of_its_measure(tmp_path: Path) -> None:
    """What was planned for one council is no measure of what was subscribed at the next."""
    councils = "".join(
        f'- {{id: {id}, date: "{date}", place: A, amount_meur: 9000, measure: {measure}, scope: programme,'
        ' source: page, subscriptions: [{country: "fr", amount_meur: 2000, source: page}]}\n'
        for id, date, measure in (("a", "2012", "subscribed"), ("b", "2014", "subscribed"), ("c", "2016", "planned"))
    )
    lines = subscriptions(load(write_dataset(tmp_path, dict(SMALL) | {"esa/councils.yaml": councils})))
    assert [line.change_pct for line in lines] == [None, 0, None]


@pytest.mark.parametrize("amount", [0, -5])
def test_from_nothing_there_is_neither_change_nor_growth(tmp_path: Path, amount: int) -> None:
    """What check refuses is not computed with: no share of nothing, no change from less."""
    lines = SMALL["esa/income.yaml"].replace("amount_meur: 1000", f"amount_meur: {amount}")
    budget = SMALL["esa/budget.yaml"].replace("amount_meur: 6000", f"amount_meur: {amount}")
    dataset = load(write_dataset(tmp_path, dict(SMALL) | {"esa/income.yaml": lines, "esa/budget.yaml": budget}))
    first, second = series(dataset)
    assert (first.share_of_total_pct, second.change_pct, growth_of((first, second), None)) == (None, None, None)
    assert [row.change_pct for row in budget_years(dataset)] == [None, None]
