"""What is drawn is as long, and lies where, its value says: within a pixel, in every kind of chart."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.output.svg.elements import CHANGE, FAINT, GRID, INK, colour
from cnes_partners.views.charts import Bar, Level, Part, Row, State
from tests.output.drawings import (
    Drawn,
    bar_chart,
    change_chart,
    drawn,
    line_chart,
    place,
    series,
    stack_chart,
    svg_of,
    time_chart,
)

PIXEL = pytest.approx
AMOUNTS = st.lists(st.integers(1, 10_000), min_size=1, max_size=8)


def _bars(values: Any) -> list[Bar]:
    return [Bar(label=str(2000 + n), value=value, text=f"{value:g}") for n, value in enumerate(values)]


def _extent(rect: Drawn) -> tuple[float, float]:
    """Return where a rectangle begins and how wide it is."""
    return rect.at("x")[0], float(rect["width"])


@given(AMOUNTS)
def test_a_bar_is_as_long_as_its_value_on_the_axis(values: Any) -> None:
    """Every bar begins at the axis of zero, and ends as far along as the marks of the axis say."""
    level = max(values) / 2
    svg = svg_of(bar_chart(*_bars(values), levels=(Level(value=0, text="zero"), Level(value=level, text="half"))))
    zero, half = place(svg, "zero")[0], place(svg, "half")[0]
    (axis,) = drawn(svg, "line", stroke=INK)
    assert axis.at("x1") == axis.at("x2") == PIXEL((zero,), abs=0.2)
    found = [_extent(rect) for rect in drawn(svg, "rect", fill=colour(0))]
    scale = (half - zero) / level
    assert [start for start, _ in found] == PIXEL([zero] * len(values), abs=0.2)
    assert [width for _, width in found] == PIXEL([max(value * scale, 1) for value in values], abs=1)


def test_bars_stand_beside_their_labels_and_before_their_texts() -> None:
    """A bar's middle is that of its label and its text, also where a label takes several lines."""
    long = "a contributor with a name that is so long that no column of labels holds it in one line"
    bars = (Bar(label=long, value=4, text="four"), Bar(label="7", value=8, text="eight"))
    svg = svg_of(bar_chart(*bars))
    first, second = drawn(svg, "rect", fill=colour(0))
    for rect, word in ((first, "four"), (second, "eight")):
        x, baseline = place(svg, word)
        assert baseline - 4.55 == PIXEL(rect.at("y")[0] + 8, abs=1)
        assert x == PIXEL(sum(_extent(rect)) + 8, abs=1)
    label = [entry.at("y")[0] for entry in drawn(svg, "text", text_anchor="end") if entry.text in long]
    assert len(label) > 1
    assert sum(label) / len(label) - 4.55 == PIXEL(first.at("y")[0] + 8, abs=1)


def test_what_is_missing_has_no_bar_and_what_is_not_known_of_a_whole_is_hatched() -> None:
    """No figure has no bar; the rest of a whole has its length, but no fill."""
    rest = Bar(label="rest", value=5, text="5", is_rest=True)
    svg = svg_of(bar_chart(*_bars([10]), Bar(label="none", value=None, text="no figure"), rest))
    (full,) = drawn(svg, "rect", fill=colour(0))
    (hatched,) = drawn(svg, "rect", fill="none", stroke=FAINT)
    assert float(hatched["width"]) == PIXEL(float(full["width"]) / 2, abs=1)


@given(st.lists(st.integers(-900, 900).filter(bool), min_size=1, max_size=8))
def test_a_change_goes_as_far_from_zero_as_it_says(values: Any) -> None:
    """What rose is full and begins at zero, what fell is hatched and ends there; one scale for both."""
    svg = svg_of(change_chart(*_bars(values)))
    (axis,) = drawn(svg, "line", stroke=INK)
    (zero,) = axis.at("x1")
    risen = [_extent(rect) for rect in drawn(svg, "rect", fill=CHANGE)]
    fallen = [_extent(rect) for rect in drawn(svg, "rect", fill="none", stroke=CHANGE)]
    assert (len(risen), len(fallen)) == (sum(value > 0 for value in values), sum(value < 0 for value in values))
    assert [start for start, _ in risen] + [sum(extent) for extent in fallen] == PIXEL([zero] * len(values), abs=0.2)
    widths = {value: iter(width for _, width in side) for value, side in ((True, risen), (False, fallen))}
    lengths = [next(widths[value > 0]) for value in values]
    longest = max(map(abs, values))
    scale = max(lengths) / longest
    assert lengths == PIXEL([max(abs(value) * scale, 1) for value in values], abs=1)


@given(st.lists(st.tuples(st.integers(2000, 2030), st.integers(0, 1000)), min_size=1, max_size=12))
def test_a_point_lies_at_its_year_and_its_value(pairs: Any) -> None:
    """The axes say of each mark the year and the value that it stands for; the line joins the marks."""
    points = sorted(dict(pairs).items())
    svg = svg_of(line_chart(series("A name", *points), highest=1000))
    bottom, top = (line.at("y1")[0] for line in (*drawn(svg, "line", stroke=INK)[:1], *drawn(svg, "line", stroke=GRID)))
    *marks, _ = [circle.at("cx", "cy") for circle in drawn(svg, "circle")]  # the last is beside the name
    assert [y for _, y in marks] == PIXEL([bottom - (bottom - top) * value / 1000 for _, value in points], abs=1)
    (first, left), (last, right) = ((points[end][0], marks[end][0]) for end in (0, -1))
    per_year = (right - left) / max(last - first, 1)
    assert [x for x, _ in marks] == PIXEL([left + (year - first) * per_year for year, _ in points], abs=1)
    (line,) = drawn(svg, "path", stroke=colour(0))
    ends = [tuple(map(float, end.split())) for end in re.split("[ML]", line["d"])[1:]]
    assert [(x + line.left, y + line.top) for x, y in ends] == [PIXEL(mark, abs=0.2) for mark in marks]


def test_a_year_of_the_axis_stands_below_its_points() -> None:
    """The label of a year is in the middle under the marks of that year."""
    svg = svg_of(line_chart(series("A name", *((year, 5.0) for year in range(2000, 2011))), highest=10))
    marks = [circle.at("cx")[0] for circle in drawn(svg, "circle")]
    assert [place(svg, str(year))[0] for year in range(2000, 2011)] == PIXEL(marks[:-1], abs=0.2)


@given(st.lists(st.integers(1, 100), min_size=2, max_size=9))
def test_a_part_is_as_wide_as_its_share(amounts: Any) -> None:
    """Parts follow each other without a gap from the left to the right, each as wide as its share of the page."""
    shares = [100 * amount / sum(amounts) for amount in amounts]
    *known, rest = (Part(name=f"p{n}", share_pct=share, text="") for n, share in enumerate(shares))
    svg = svg_of(stack_chart(*known, replace(rest, is_rest=True)))
    found = [_extent(rect) for rect in drawn(svg, "rect", height="34")]
    starts = [24 + 7.52 * before for before in accumulate(shares[:-1], initial=0)]
    assert [start for start, _ in found] == PIXEL(starts, abs=1)
    assert [width for _, width in found] == PIXEL([7.52 * share for share in shares], abs=1)


ROWS = (
    Row(label="past", text="1990-2000", start=1990.25, end=2000.75),
    Row(label="goes on", text="1995-", start=1995.5, state=State.ONGOING),
    Row(label="began today", text="2026-", start=2026.5, state=State.ONGOING),
    Row(label="plan", text="2030 (plan)", start=2030.0, state=State.PLANNED),
    Row(label="lost", text="2010 lost", start=2005.0, end=2010.5, state=State.LOST),
    Row(label="agreements", points=(1991.5, 2020.25)),
)


def _years(svg: str) -> tuple[float, float]:
    """Return the pixels of a year, and where the axis would have the year 0, as its labels say."""
    (early, first), (late, last) = ((year, place(svg, str(year))[0]) for year in (1995, 2025))
    scale = (last - first) / (late - early)
    return scale, first - early * scale


def test_a_mission_goes_from_its_launch_to_its_end() -> None:
    """What is over spans its years; what goes on reaches today, and its arrow points on from there."""
    svg = svg_of(time_chart(*ROWS))
    scale, zero = _years(svg)
    (now,) = (line.at("x1")[0] for line in drawn(svg, "line", stroke=INK))
    assert now == PIXEL(zero + 2026.5 * scale, abs=1)
    _, past = (_extent(rect) for rect in drawn(svg, "rect", fill=colour(4)))  # the first is the legend's
    assert past == PIXEL((zero + 1990.25 * scale, 10.5 * scale), abs=1)
    _, ongoing, begun = (_extent(rect) for rect in drawn(svg, "rect", fill=colour(0)))
    assert ongoing == PIXEL((zero + 1995.5 * scale, now - zero - 1995.5 * scale), abs=1)
    assert begun == PIXEL((now, 2), abs=1)
    arrows = [float(path["d"][1:].split()[0]) + path.left for path in drawn(svg, "path", fill=colour(0))]
    assert arrows[1:] == PIXEL([now, now + 2], abs=1)


def test_a_plan_begins_at_its_date_and_a_loss_ends_with_a_cross() -> None:
    """The dashed outline begins at the planned year; the cross has its middle where the mission was lost."""
    svg = svg_of(time_chart(*ROWS))
    scale, zero = _years(svg)
    _, plan = (path for path in drawn(svg, "path", stroke=colour(1)))
    assert float(plan["d"][1:].split()[0]) + plan.left == PIXEL(zero + 2030 * scale, abs=1)
    *_, cross = (path for path in drawn(svg, "path", stroke=colour(7), stroke_dasharray=""))
    assert float(cross["d"][1:].split()[0]) + 5 + cross.left == PIXEL(zero + 2010.5 * scale, abs=1)


def test_an_agreement_stands_at_its_date() -> None:
    """Each dot has its middle at its moment."""
    svg = svg_of(time_chart(*ROWS))
    scale, zero = _years(svg)
    _, *dots = (circle.at("cx")[0] for circle in drawn(svg, "circle", fill=colour(0)))
    assert dots == PIXEL([zero + 1991.5 * scale, zero + 2020.25 * scale], abs=1)


def test_every_row_is_on_the_height_of_its_label() -> None:
    """The middle of a line is that of its row's label."""
    svg = svg_of(time_chart(*ROWS))
    _, past = drawn(svg, "rect", fill=colour(4))
    assert place(svg, "past")[1] - 4.55 == PIXEL(past.at("y")[0] + 4, abs=1)
