"""What is stated, judged by hand-computed figures and named rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cnes_partners import load
from cnes_partners.errors import NotFoundError
from cnes_partners.model.sentences import Sentence
from cnes_partners.model.vocabulary.sources import Verdict
from cnes_partners.queries.claims.counts import mission_shares
from cnes_partners.queries.claims.rules import claim, claims
from tests.conftest import SMALL, write_dataset

DOCS = Path(__file__).parents[2] / "docs" / "claims.md"


def _stating(folder: Path, *statements: str) -> Any:
    """Return the small dataset with these statements in place of its own."""
    texts = [
        f"- id: claim-{number}\n  label: A claim\n  label_fr: Une affirmation\n  stated_by: CNES\n  source: page\n"
        + text
        for number, text in enumerate(statements)
    ]
    return load(write_dataset(folder, dict(SMALL) | {"statements.yaml": "".join(texts)}))


def _amount(value: float, *, year: str = "2022", measure: str = "stated") -> str:
    return (
        f'  topic: esa-contribution\n  value: {value}\n  unit: million EUR\n  measure: {measure}\n  as_of: "{year}"\n'
    )


def test_the_amount_agrees_within_a_percent(small: Path) -> None:
    """100 x |1174 - 1178| / 1178 = 0.34 %."""
    found = claim(load(small), "esa-contribution-2022")
    assert (found.derived, found.verdict, found.rule) == (1178, Verdict.AGREES, "amount-in-esa-budget")
    assert "the same within 0.34 %" in found.reason


def test_a_gap_too_small_for_two_digits_is_bounded(tmp_path: Path) -> None:
    """100 x |1178.01 - 1178| / 1178 = 0.0008 %, which is not nought."""
    (found,) = claims(_stating(tmp_path, _amount(1178.01)))
    assert "the same within 0.01 %" in found.reason


def test_a_subscription_that_is_the_stated_one_has_no_gap(tmp_path: Path) -> None:
    """France subscribed 2,664 at the council of 2019, to the million what is stated."""
    subscribed = (
        '  topic: esa-subscription\n  value: 2664\n  unit: million EUR\n  measure: subscribed\n  as_of: "2019"\n'
    )
    (found,) = claims(_stating(tmp_path, subscribed))
    assert found.verdict is Verdict.AGREES
    assert found.reason == (
        "France subscribed 2,664 million euro at the council of 2019, as stated."
        " It is a sum for several years, not a yearly one."
    )


@pytest.mark.parametrize(
    ("stated", "verdict", "said"),
    [
        (1178, Verdict.AGREES, "counts on ~1,178 million euro from France, as stated."),
        (1189.78, Verdict.AGREES, "1,189.78 is the same within 1.0 %."),  # 1178 x 1.01, to the last digit
        (1166.22, Verdict.AGREES, "1,166.22 is the same within 1.0 %."),
        (1189.781, Verdict.DIFFERS, "1,189.781 is 1.0 % away."),
        (1166.219, Verdict.DIFFERS, "1,166.219 is 1.0 % away."),
        (1181.99, Verdict.AGREES, "1,181.99 is the same within 0.34 %."),  # 0.3387 %
        (1182.01, Verdict.AGREES, "1,182.01 is the same within 0.35 %."),  # 0.3404 % is not within 0.34
    ],
)
def test_the_tolerance_of_amounts_is_a_percent(tmp_path: Path, stated: float, verdict: Verdict, said: str) -> None:
    """Of the 1178 on record: what is within a percent agrees, to the last digit; "within" is rounded up."""
    (found,) = claims(_stating(tmp_path, _amount(stated)))
    assert (found.verdict, found.reason.partition("; ")[2] or found.reason.partition("2022 ")[2]) == (verdict, said)


def test_an_amount_of_another_measure_is_not_held_against_what_is_due(tmp_path: Path) -> None:
    """1178 that a parliament voted is neither confirmed nor refuted by 1178 due; both are named with their measure."""
    (found,) = claims(_stating(tmp_path, _amount(1178, measure="voted")))
    assert (found.verdict, found.derived, found.measure) == (Verdict.CANNOT_BE_TOLD, None, "voted")
    assert found.reason.startswith(
        "1,178 is another measure than ESA's budget has. ESA's budget of 2022 counts on ~1,178"
    )


def test_both_figures_of_a_claim_say_their_measure(small: Path) -> None:
    """What is stated without saying which is held against what is due; what is subscribed stays what it is."""
    found = claim(load(small), "esa-contribution-2022")
    assert (found.measure, found.derived_measure, found.derived_approximate) == ("stated", "due", True)


def _share(value: float, *, year: str = "2022") -> str:
    return f'  topic: esa-share\n  value: {value}\n  unit: percent\n  as_of: "{year}"\n'


AMOUNTS_OF_A_SHARE = {
    "esa/income.yaml": '- {year: 2022, contributor: "fr", kind: member-state, amount_meur: 165, measure: due,'
    " scope: member-part, source: page}\n",
    "esa/budget.yaml": "- {year: 2022, amount_meur: 1000, measure: due, scope: total, source: page}\n",
    "esa/subtotals.yaml": "- {year: 2022, group: members, amount_meur: 500, measure: due, scope: member-part,"
    " source: page}\n",
}


@pytest.mark.parametrize(
    ("stated", "verdict"),
    [
        (16.01, Verdict.AGREES),
        (16.99, Verdict.AGREES),
        (16.0, Verdict.DIFFERS),
        (17.0, Verdict.DIFFERS),
        (32.51, Verdict.AGREES),
        (33.49, Verdict.AGREES),
        (33.5, Verdict.DIFFERS),
        (18.3, Verdict.DIFFERS),
    ],
)
def test_a_share_agrees_within_half_a_point(tmp_path: Path, stated: float, verdict: Verdict) -> None:
    """165 of 1000 is 16.5 %, of the members' 500 33 %: nearer than half a point to either agrees, half a point not."""
    texts = dict(SMALL) | AMOUNTS_OF_A_SHARE
    claim_text = "- id: x\n  label: A\n  label_fr: B\n  stated_by: CNES\n  source: page\n" + _share(stated)
    (found,) = claims(load(write_dataset(tmp_path, texts | {"statements.yaml": claim_text})))
    assert (found.derived, found.verdict) == (16.5, verdict)
    assert not any("as stated" in step.what for step in found.steps)  # the page states no amount, so none is put in it


@pytest.mark.parametrize(
    ("stated", "fits"), [(18.45, True), (18.26, True), (18.2, False), (18.61, False), (18.59, True)]
)
def test_a_share_is_a_council_s_to_a_tenth_of_a_point(tmp_path: Path, stated: float, fits: bool) -> None:
    """France's share of 2019 is 18.358 % by amounts and 18.5 % in print: nearer than a tenth to either is the same."""
    (found,) = claims(_stating(tmp_path, _share(stated)))
    assert ("subscriptions" in found.reason) is fits


@pytest.mark.parametrize(("stated", "is_twin"), [(1001, True), (999, True), (1001.1, False), (998.9, False)])
def test_a_stale_year_is_one_that_is_the_same_to_a_thousandth(tmp_path: Path, stated: float, is_twin: bool) -> None:
    """ESA's budget of 2021 has 1000 from France: 0.1 % away is the same figure, more is not."""
    (found,) = claims(_stating(tmp_path, _amount(stated)))
    assert ("Open point" in found.reason) is is_twin


def _count(topic: str, value: float, more: str = "", *, year: str = "2015") -> str:
    return f'  topic: {topic}\n  value: {value}\n  unit: things\n  as_of: "{year}"\n{more}'


AT_LEAST, ABOUT = "  at_least: true\n", "  approximate: true\n"
AGREES, DIFFERS, UNTOLD = Verdict.AGREES, Verdict.DIFFERS, Verdict.CANNOT_BE_TOLD


@pytest.mark.parametrize("topic", ["partnerships", "agreements"])
@pytest.mark.parametrize(
    ("stated", "how", "verdict"),
    [
        (9, AT_LEAST, AGREES),
        (10, AT_LEAST, AGREES),
        (11, AT_LEAST, UNTOLD),
        (9, "", DIFFERS),
        (10, "", AGREES),
        (11, "", UNTOLD),
        (9, ABOUT, DIFFERS),  # 8.1 to 9.9
        (9.1, ABOUT, AGREES),  # 8.19 to 10.01
        (11, ABOUT, AGREES),  # 9.9 to 12.1
        (11.2, ABOUT, UNTOLD),  # from 10.08
        (11, AT_LEAST + ABOUT, UNTOLD),
    ],
)
def test_a_count_on_record_is_a_floor(tmp_path: Path, topic: str, stated: float, how: str, verdict: Verdict) -> None:
    """Ten are on record, and more may exist: one rule for partnerships and for agreements of a year."""
    partners = {f"partners/p{number}.yaml": _partner(number) for number in range(10)}
    texts = {name: text for name, text in SMALL.items() if name != "partners/jp.yaml"}
    claim_text = "- id: x\n  label: A\n  label_fr: B\n  stated_by: CNES\n  source: page\n" + _count(topic, stated, how)
    (found,) = claims(load(write_dataset(tmp_path, texts | partners | {"statements.yaml": claim_text})))
    assert (found.derived, found.verdict) == (10, verdict)
    assert ("More may exist" in found.reason) is (verdict is UNTOLD)


def _partner(number: int) -> str:
    return (
        f"id: p{number}\nname: P{number}\nname_fr: P{number}\nkind: country\ncategory: european\n"
        "category_basis: assigned\nregion: europe\nagreements:\n"
        f'  - id: p{number}-2015\n    date: "2015"\n    title: Agreement\n    kind: framework\n    source: page\n'
    )


def test_equals_are_both_first(tmp_path: Path) -> None:
    """Two of 1000: each has rank 1, and neither stands before the other."""
    lines = "".join(
        f'- {{year: 2022, contributor: "{id}", kind: member-state, amount_meur: 1000, measure: {measure},'
        " scope: member-part, source: page}\n"
        for id, measure in (("fr", "due"), ("de", "due"), ("fr", "voted"), ("jp", "voted"))
    )
    dataset = load(write_dataset(tmp_path, dict(SMALL) | {"esa/income.yaml": lines}))
    found = claim(dataset, "esa-rank-2022")
    assert (found.derived, found.verdict) == (1, Verdict.DIFFERS)
    assert found.reason.startswith(
        "In ESA's budget of 2022 France (1,000) and Germany (1,000) were both first, of the 2"
    )
    assert [step.what for step in found.steps[:2]] == [
        "1. France in ESA's budget of 2022 (due)",
        "1. Germany in ESA's budget of 2022 (due)",
    ]


def test_an_amount_of_another_year_is_an_open_point(tmp_path: Path) -> None:
    """1000 stated for 2022 differs from 1178 and equals what ESA's budget of 2021 has."""
    (found,) = claims(_stating(tmp_path, _amount(1000)))
    assert found.verdict is Verdict.DIFFERS
    assert found.reason.endswith(
        "Open point: the amount is also ESA's figure for 2021 (1,000), so a stale year cannot be ruled out."
    )


def test_a_year_without_an_amount_cannot_be_told(tmp_path: Path) -> None:
    """Nothing is on record for 2010, whatever others say in other measures."""
    (found,) = claims(_stating(tmp_path, _amount(685, year="2010")))
    assert (found.derived, found.verdict) == (None, Verdict.CANNOT_BE_TOLD)


def test_a_plan_is_held_against_plans_only(tmp_path: Path) -> None:
    """A plan of 1178 is not confirmed by the 1178 that are due: another measure."""
    (found,) = claims(_stating(tmp_path, _amount(1178, measure="planned")))
    assert (found.derived, found.verdict, found.rule) == (None, Verdict.CANNOT_BE_TOLD, "amount-in-plans")
    assert "1,178 million euro from France, another measure" in found.reason


def test_the_share_is_that_of_another_measure(small: Path) -> None:
    """1174 of 7150 is 16.4 %, of 4810 24.4 %; 2664 of 14511 is 18.4 %."""
    found = claim(load(small), "esa-share-2022")
    assert (found.derived, found.verdict) == (100 * 1174 / 7150, Verdict.DIFFERS)
    assert found.reason == (
        "In ESA's 2022 budget 1,174 million euro are 16.4 % of the total (7,150) or 24.4 % of the members' part"
        " (4,810). 18.4 % is France's share of the 2019 subscriptions (2,664 of 14,511 = 18.4 %), another measure."
    )
    computed = {step.what: step.value for step in found.steps if step.source is None}
    assert computed == {
        "100 x 1,174 / 7,150": 16.41958041958042,
        "100 x 1,174 / 4,810": 24.407484407484407,
        "100 x ~1,178 / 7,150": 16.475524475524477,
        "100 x ~1,178 / 4,810": 24.490644490644492,
        "Total that would make 1,174 a share of 18.4 %": 6380.434782608696,  # 1174 / 0.184
        "100 x 2,664 / 14,511": 18.358486665288403,
    }


def test_the_rank_is_that_of_another_measure(small: Path) -> None:
    """Of the two known in 2022 France is first, 1178 before 1018; in 2019 it subscribed second."""
    found = claim(load(small), "esa-rank-2022")
    assert (found.stated, found.derived, found.verdict) == (2, 1, Verdict.DIFFERS)
    assert found.reason == (
        "In ESA's budget of 2022 France was first (~1,178), before Germany (1,018), of the 2 members known."
        " France's rank is 2 in the 2019 subscriptions, another measure."
    )


def test_missions_are_counted_by_stated_rules(small: Path) -> None:
    """Two missions flew, one with a partner; both led by CNES; the planned one does not count."""
    found = {share.id: (share.with_partners, share.counted) for share in mission_shares(load(small))}
    assert found == {
        "all": (1, 2),
        "missions": (1, 2),
        "programmes": (0, 0),
        "cnes-led": (1, 2),
        "2000s": (1, 1),
        "2010s": (0, 1),
    }


def test_the_share_of_missions_cannot_be_told(small: Path) -> None:
    """1 of 2 is 50 %, but the dataset was collected for its partners."""
    found = claim(load(small), "missions-with-partners")
    assert (found.derived, found.verdict) == (50.0, Verdict.CANNOT_BE_TOLD)
    assert found.steps[0].what == "Missions and programmes that flew with a partner: 1 of 2"


def test_a_sentence_is_english_text_that_remembers_its_parts(small: Path) -> None:
    """JSON gets the text; the views get templates and values to translate."""
    reason = claim(load(small), "esa-rank-2022").reason
    assert isinstance(reason, Sentence)
    template, values = reason.parts[1]
    assert template.format(**values) == "France's rank is 2 in the 2019 subscriptions, another measure."


def test_an_unknown_claim_offers_the_nearest(small: Path) -> None:
    """A misspelt id names the near one."""
    with pytest.raises(NotFoundError, match=r"Did you mean .* \(esa-share-2022\)\?"):
        claim(load(small), "esa-share-2202")


def test_every_bundled_claim_has_a_documented_rule() -> None:
    """docs/claims.md has a heading for each rule."""
    headings = {line.removeprefix("### ").strip("`") for line in DOCS.read_text("utf-8").splitlines()}
    assert {entry.rule for entry in claims(load())} <= headings


def test_the_bundled_headline() -> None:
    """The five figures of CNES's cooperation page, as the bundled data judges them."""
    found = {entry.id: (entry.stated, entry.derived, entry.verdict.value) for entry in claims(load())}
    assert found["esa-contribution-2022"] == (1174, 1178, "agrees")
    assert found["esa-share-2022"] == (18.4, 100 * 1174 / 7150, "differs")
    assert found["esa-rank-2022"] == (2, 1, "differs")
    assert found["partnerships-60-plus"][2] == "agrees"
    assert found["missions-with-partners"][2] == "cannot be told"
    assert found["esa-contribution-2020"] == (1401, 1401.009, "agrees")


def _given(*entries: tuple[int, float, str, str]) -> dict[str, str]:
    """Return what others give for France: year, amount, measure, source."""
    texts = (
        f"- {{year: {year}, amount_meur: {amount}, measure: {measure}, scope: member-part, stated_by: Senate,"
        f" source: {source}}}\n"
        for year, amount, measure, source in entries
    )
    return {"esa/contribution.yaml": "".join(texts)}


def _judged(folder: Path, statement: str, files: dict[str, str]) -> Any:
    text = "- id: x\n  label: A\n  label_fr: B\n  stated_by: CNES\n  source: page\n" + statement
    (found,) = claims(load(write_dataset(folder, dict(SMALL) | files | {"statements.yaml": text})))
    return found


def test_other_measures_are_named_of_the_same_year_and_another_page(tmp_path: Path) -> None:
    """Beside 1178 due, what others voted for 2022; not what they give for 2021, nor what the page itself has."""
    files = _given((2021, 900, "voted", "old-page"), (2022, 1100, "voted", "old-page"), (2022, 1150, "paid", "page"))
    found = _judged(tmp_path, _amount(1174), files)
    assert [step.what for step in found.steps if "Senate" in step.what] == ["Senate, 2022 (voted)"]


@pytest.mark.parametrize(
    ("stated", "verdict", "derived"),
    [(1111, Verdict.AGREES, 1100), (1111.1, Verdict.CANNOT_BE_TOLD, None), (985, Verdict.AGREES, 990)],
)
def test_a_plan_agrees_with_the_nearest_plan_of_another_within_a_percent(
    tmp_path: Path, stated: float, verdict: Verdict, derived: int | None
) -> None:
    """1100 and 990 are planned for 2022 by others; 1111.1 is planned by the page itself, and for another year."""
    files = _given(
        (2022, 1100, "planned", "old-page"),
        (2022, 990, "planned", "old-page"),
        (2022, 1111.1, "planned", "page"),
        (2021, 1111.1, "planned", "old-page"),
        (2022, 1111.1, "voted", "old-page"),
    )
    found = _judged(tmp_path, _amount(stated, measure="planned"), files)
    assert (found.verdict, found.derived, found.rule) == (verdict, derived, "amount-in-plans")
    assert found.derived_measure == (None if derived is None else "planned")


def test_a_rank_by_amounts_shows_amounts(small: Path) -> None:
    """The first two with what they pay, approximate where it is."""
    steps = claim(load(small), "esa-rank-2022").steps[:2]
    assert [(step.value, step.approximate, step.unit) for step in steps] == [
        (1178, True, "million EUR"),
        (1018, False, "million EUR"),
    ]


def test_a_small_share_has_a_whole_too(tmp_path: Path) -> None:
    """0.5 % would be 165 of 33,000; of 0 % there is no whole."""
    for number, (stated, wholes) in enumerate(((0.5, [33_000.0]), (0, []))):
        found = _judged(tmp_path / str(number), _share(stated), AMOUNTS_OF_A_SHARE)
        assert [step.value for step in found.steps if step.what.startswith("Total that would make")] == wholes


def test_a_rank_by_shares_shows_shares(tmp_path: Path) -> None:
    """Where shares are known of more members they rank, and the steps hold them with their unit."""
    lines = "".join(
        f'- {{year: 2022, contributor: "{id}", kind: member-state, share_pct: {share}, share_of: member-part,'
        " measure: due, scope: member-part, source: page}\n"
        for id, share in (("fr", 20.4), ("de", 21.4))
    )
    lines = lines.replace("share_pct: 20.4", "amount_meur: 1000, approximate: true, share_pct: 20.4")
    rank = '  topic: esa-rank\n  value: 2\n  unit: rank\n  as_of: "2022"\n'
    found = _judged(tmp_path, rank, {"esa/income.yaml": lines})
    assert (found.derived, found.verdict) == (2, Verdict.AGREES)
    assert found.reason == (
        "In ESA's budget of 2022 Germany was first (21.4 %), before France (20.4 %), of the 2 members known."
    )
    assert [(step.value, step.unit) for step in found.steps] == [
        (21.4, "percent of the members' part"),
        (20.4, "percent of the members' part"),
    ]


def test_the_first_four_of_a_rank_are_shown(tmp_path: Path) -> None:
    """Of five members; a share alone that is approximate stays so, one beside an approximate amount does not."""
    lines = "".join(
        f'- {{year: 2022, contributor: "{id}", kind: member-state, share_pct: {share}, {more}share_of: member-part,'
        " measure: due, scope: member-part, source: page}\n"
        for id, share, more in (
            ("fr", 24, "amount_meur: 1000, approximate: true, "),
            ("de", 23, "approximate: true, "),
            ("us", 12, ""),
            ("jp", 8, ""),
            ("kr", 2, ""),
        )
    )
    others = {f"partners/{id}.yaml": _partner(0).replace("p0", id).replace("P0", id) for id in ("us", "kr")}
    rank = '  topic: esa-rank\n  value: 1\n  unit: rank\n  as_of: "2022"\n'
    found = _judged(tmp_path, rank, others | {"esa/income.yaml": lines})
    assert [(step.value, step.approximate) for step in found.steps] == [
        (24, False), (23, True), (12, False), (8, False)
    ]  # fmt: skip
