"""What is stated, judged by hand-computed figures and named rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from cnes_partners import load
from cnes_partners.errors import NotFoundError
from cnes_partners.model.vocabulary import Verdict
from cnes_partners.queries.claims import claim, claims, mission_shares
from cnes_partners.queries.sentences import Sentence
from tests.conftest import SMALL, write_dataset

DOCS = Path(__file__).parents[2] / "docs" / "claims.md"


def _stating(folder, *statements: str):
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


def test_the_amount_agrees_within_a_percent(small):
    """100 x |1174 - 1178| / 1178 = 0.34 %."""
    found = claim(load(small), "esa-contribution-2022")
    assert (found.derived, found.verdict, found.rule) == (1178, Verdict.AGREES, "amount-in-esa-budget")
    assert "the same within 0.34 %" in found.reason


def test_a_gap_too_small_for_two_digits_is_bounded(tmp_path):
    """100 x |1178.01 - 1178| / 1178 = 0.0008 %, which is not nought."""
    (found,) = claims(_stating(tmp_path, _amount(1178.01)))
    assert "the same within 0.01 %" in found.reason


def test_a_subscription_that_is_the_stated_one_has_no_gap(tmp_path):
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


@pytest.mark.parametrize(("stated", "verdict"), [(1189, Verdict.AGREES), (1190, Verdict.DIFFERS)])
def test_the_tolerance_of_amounts_is_a_percent(tmp_path, stated, verdict):
    """1178 x 1.01 = 1189.78: 1189 is within a percent, 1190 is not."""
    (found,) = claims(_stating(tmp_path, _amount(stated)))
    assert found.verdict is verdict


def test_an_amount_of_another_year_is_an_open_point(tmp_path):
    """1000 stated for 2022 differs from 1178 and equals what ESA's budget of 2021 has."""
    (found,) = claims(_stating(tmp_path, _amount(1000)))
    assert found.verdict is Verdict.DIFFERS
    assert found.reason.endswith(
        "Open point: the amount is also ESA's figure for 2021 (1,000), so a stale year cannot be ruled out."
    )


def test_a_year_without_an_amount_cannot_be_told(tmp_path):
    """Nothing is on record for 2010, whatever others say in other measures."""
    (found,) = claims(_stating(tmp_path, _amount(685, year="2010")))
    assert (found.derived, found.verdict) == (None, Verdict.CANNOT_BE_TOLD)


def test_a_plan_is_held_against_plans_only(tmp_path):
    """A plan of 1178 is not confirmed by the 1178 that are due: another measure."""
    (found,) = claims(_stating(tmp_path, _amount(1178, measure="planned")))
    assert (found.derived, found.verdict, found.rule) == (None, Verdict.CANNOT_BE_TOLD, "amount-in-plans")
    assert "1,178 million euro from France, another measure" in found.reason


def test_the_share_is_that_of_another_measure(small):
    """1174 of 7150 is 16.4 %, of 4810 24.4 %; 2664 of 14511 is 18.4 %."""
    found = claim(load(small), "esa-share-2022")
    assert (found.derived, found.verdict) == (16.4, Verdict.DIFFERS)
    assert found.reason == (
        "In ESA's 2022 budget 1,174 million euro are 16.4 % of the total (7,150) or 24.4 % of the members' part"
        " (4,810). 18.4 % is France's share of the 2019 subscriptions (2,664 of 14,511 = 18.4 %), another measure."
    )
    computed = {step.what: step.value for step in found.steps if step.source is None}
    assert computed == {
        "100 x 1,174 / 7,150": 16.42,
        "100 x 1,174 / 4,810": 24.41,
        "100 x 1,178 / 7,150": 16.48,
        "100 x 1,178 / 4,810": 24.49,
        "Total that would make 1,174 a share of 18.4 %": 6380,  # 1174 / 0.184
        "100 x 2,664 / 14,511": 18.36,
    }


def test_the_rank_is_that_of_another_measure(small):
    """Of the two known in 2022 France is first, 1178 before 1018; in 2019 it subscribed second."""
    found = claim(load(small), "esa-rank-2022")
    assert (found.stated, found.derived, found.verdict) == (2, 1, Verdict.DIFFERS)
    assert found.reason == (
        "In ESA's budget of 2022 France was first (1,178), before Germany (1,018), of the 2 members known."
        " France's rank is 2 in the 2019 subscriptions, another measure."
    )


def test_missions_are_counted_by_stated_rules(small):
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


def test_the_share_of_missions_cannot_be_told(small):
    """1 of 2 is 50 %, but the dataset was collected for its partners."""
    found = claim(load(small), "missions-with-partners")
    assert (found.derived, found.verdict) == (50.0, Verdict.CANNOT_BE_TOLD)
    assert found.steps[0].what == "Missions and programmes that flew with a partner: 1 of 2"


def test_a_sentence_is_english_text_that_remembers_its_parts(small):
    """JSON gets the text; the views get templates and values to translate."""
    reason = claim(load(small), "esa-rank-2022").reason
    assert isinstance(reason, Sentence)
    template, values = reason.parts[1]
    assert template.format(**values) == "France's rank is 2 in the 2019 subscriptions, another measure."


def test_an_unknown_claim_offers_the_nearest(small):
    """A misspelt id names the near one."""
    with pytest.raises(NotFoundError, match="Did you mean 'esa-share-2022'"):
        claim(load(small), "esa-share-2202")


def test_every_bundled_claim_has_a_documented_rule():
    """docs/claims.md has a heading for each rule."""
    headings = {line.removeprefix("### ").strip("`") for line in DOCS.read_text("utf-8").splitlines()}
    assert {entry.rule for entry in claims(load())} <= headings


def test_the_bundled_headline():
    """The five figures of CNES's cooperation page, as the bundled data judges them."""
    found = {entry.id: (entry.stated, entry.derived, entry.verdict.value) for entry in claims(load())}
    assert found["esa-contribution-2022"] == (1174, 1178, "agrees")
    assert found["esa-share-2022"] == (18.4, 16.4, "differs")
    assert found["esa-rank-2022"] == (2, 1, "differs")
    assert found["partnerships-60-plus"][2] == "agrees"
    assert found["missions-with-partners"][2] == "cannot be told"
    assert found["esa-contribution-2020"] == (1401, 1401.009, "agrees")
