"""Charts in characters: they fit, they keep proportions, they say without colour what they say."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnes_partners.model.language import Language
from cnes_partners.output.characters.cells import cell_width, plain
from cnes_partners.output.characters.draw import draw, picture_width
from cnes_partners.views.charts import (
    Bar,
    BarChart,
    DivergingChart,
    Group,
    LineChart,
    Part,
    Row,
    Series,
    Stack,
    StackChart,
    State,
    TimeChart,
)
from cnes_partners.views.levels import levels_of, round_levels
from cnes_partners.views.words import Words
from tests.output.drawings import series

AMOUNTS = st.integers(min_value=0, max_value=10**7).map(lambda cents: cents / 100)
CHANGES = st.integers(min_value=-900, max_value=3000).map(lambda tenths: tenths / 10)
VALUES = st.lists(st.none() | AMOUNTS, min_size=1, max_size=12)


def _text(chart: Any, width: int = 80) -> list[str]:
    return [plain(line) for line in draw(chart, width)]


def _bars(values: Any) -> tuple[Bar, ...]:
    return tuple(
        Bar(label=str(2000 + number), value=value, text="no figure" if value is None else f"{value:,.0f}")
        for number, value in enumerate(values)
    )


def _bar_chart(*bars: Bar) -> BarChart:
    return BarChart(bars=bars, value_label="million euro", label_label="Year")


@given(VALUES, st.integers(min_value=40, max_value=300))
def test_bars_fit_the_width_and_follow_the_values(values: Any, width: Any) -> None:
    """No line is wider than asked for, and a larger value never has a shorter bar."""
    lines = _text(_bar_chart(*_bars(values)), width)
    assert max(map(cell_width, lines)) <= width
    lengths = [(value, line.count("█") + line.count("▌") / 2) for value, line in zip(values, lines[1:], strict=True)]
    known = sorted((value, length) for value, length in lengths if value is not None)
    assert [length for _, length in known] == sorted(length for _, length in known)


def test_bars_start_at_zero_and_gaps_stay_gaps() -> None:
    """Half the value is half the bar; a year without a figure has no bar; what is missing has another fill."""
    chart = _bar_chart(
        Bar(label="2020", value=20, text="20"),
        Bar(label="2021", value=None, text="no figure"),
        Bar(label="2022", value=10, text="10"),
        Bar(label="rest", value=5, text="5", is_rest=True),
    )
    assert _text(chart, 40) == [
        "     million euro",
        "2020 │" + "█" * 24 + " 20",
        "2021 │ no figure",
        "2022 │" + "█" * 12 + " 10",
        "rest │" + "░" * 6 + " 5",
    ]


def test_a_long_label_is_never_cut() -> None:
    """It stands on a line of its own, above its bar."""
    label = "A contributor with a name that is longer than its column"
    assert _text(_bar_chart(Bar(label=label, value=1, text="1")), 60)[1] == label


@given(st.lists(CHANGES, min_size=1, max_size=12), st.integers(40, 200))
def test_diverging_bars_share_one_axis(values: Any, width: Any) -> None:
    """What fell lies left of the axis and what rose right of it, whatever the width; all figures carry a sign."""
    bars = tuple(Bar(label="2020", value=value, text=f"{value:+.1f} %") for value in values)
    chart = DivergingChart(bars=bars, value_label="percent", label_label="Year")
    lines = _text(chart, width)[1:]
    assert max(map(cell_width, lines)) <= width
    assert len({line.index("│") for line in lines}) == 1
    for value, line in zip(values, lines, strict=True):
        left, right = line.split("│")
        assert ("▒" in left, f"{value:+.1f} %" in (left if value < 0 else right)) == (value < 0, True)


def test_diverging_charts_beside_each_other_have_one_scale() -> None:
    """The same change is drawn the same in both, however far the other chart's bars go."""
    small, large = Bar(label="2020", value=10, text="+10 %"), Bar(label="2021", value=-58.5, text="-58.5 %")
    alone, beside = (
        _text(DivergingChart(bars=bars, value_label="percent", label_label="Year", beside=(small, large)))
        for bars in ((small,), (small, large))
    )
    assert alone[1] == beside[1]


def _line_chart(*every: Series) -> LineChart:
    levels = levels_of((point.value for one in every for point in one.points), Words())
    return LineChart(series=every, levels=levels, value_label="million euro", year_label="Year")


def test_lines_join_only_years_that_follow_each_other() -> None:
    """2020 and 2021 are joined, 2021 and 2023 are not."""
    joined = _text(_line_chart(series("France", (2020, 10.0), (2021, 10.0), (2023, 10.0))))
    row = next(line for line in joined if "●" in line and "France" not in line)
    assert row.split("┤")[-1].strip() == "●·······●               ●"


def test_every_series_has_its_own_mark() -> None:
    """Five series are told apart by their marks, with names in the legend."""
    names = ("France", "Germany", "Italy", "Spain", "Belgium")
    chart = _line_chart(*(series(name, (2020, 10.0 * n)) for n, name in enumerate(names, start=1)))
    legend = _text(chart)[0]
    assert legend == "● France   ○ Germany   ■ Italy   ▲ Spain   + Belgium"
    assert all(sum(mark in line for line in _text(chart)[2:]) == 1 for mark in "●○■▲+")


@given(
    st.lists(
        st.lists(st.tuples(st.integers(2000, 2030), AMOUNTS), min_size=1, max_size=10),
        min_size=1,
        max_size=8,
    ),
    st.integers(40, 250),
)
def test_lines_fit_the_width(points: Any, width: Any) -> None:
    """Whatever the years and values, no line of the plot is wider than asked for."""
    every = (series(str(n), *sorted(dict(pairs).items())) for n, pairs in enumerate(points))
    assert max(map(cell_width, _text(_line_chart(*every), width))) <= width


@given(st.lists(st.floats(min_value=0.1, max_value=100), min_size=1, max_size=8), st.integers(40, 200))
def test_a_stack_is_exactly_as_wide_as_asked_for(shares: Any, width: Any) -> None:
    """Rounding never makes the whole longer or shorter, and every part is named."""
    total = sum(shares)
    parts = tuple(
        Part(name=f"p{n}", share_pct=100 * share / total, text=f"{100 * share / total:.1f} %")
        for n, share in enumerate(shares)
    )
    chart = StackChart(stacks=(Stack(label="2020", parts=parts),), value_label="percent")
    lines = list(draw(chart, width))
    assert cell_width("".join(span.text for span in lines[2])) == width
    legend = " ".join(map(plain, lines[3:]))
    assert all(f"{part.name} {part.text}" in legend for part in parts)


def test_a_name_has_one_fill_in_every_stack() -> None:
    """Navigation is drawn alike in both years, though it is first in one and second in the other."""
    earth, navigation = (Part(name=name, share_pct=50, text="50 %") for name in ("Earth", "Navigation"))
    stacks = (Stack(label="2020", parts=(earth, navigation)), Stack(label="2021", parts=(navigation, earth)))
    lines = _text(StackChart(stacks=stacks, value_label="percent"), 40)
    assert (lines[3], lines[6]) == ("██ Earth 50 %   ▒▒ Navigation 50 %", "▒▒ Navigation 50 %   ██ Earth 50 %")


def _time_chart(*rows: Row, now: float = 2026.5) -> TimeChart:
    return TimeChart(groups=(Group(title="", rows=rows),), now=now, legend=(), now_label="now", year_label="Year")


@pytest.mark.parametrize(
    ("row", "drawn"),
    [
        (Row(label="a", start=2000, end=2010), "●━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━●"),
        (Row(label="a", start=2020, state=State.ONGOING), "●━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━▶"),
        (Row(label="a", start=2030, state=State.PLANNED), "○╌╌"),
        (Row(label="a", start=2000, state=State.UNKNOWN_END), "●╌╌"),
        (Row(label="a", start=2020, end=2020, state=State.LOST), "×"),
    ],
)
def test_the_line_says_the_state(row: Row, drawn: str) -> None:
    """Launch to end is full, operating has an arrow, planned is dashed, an unknown end fades, a loss is a cross."""
    assert _text(_time_chart(row), 40)[1].removeprefix("a ").startswith(drawn)


def test_a_planned_row_never_looks_flown() -> None:
    """A full line stands for what happened, so a plan has none."""
    line = _text(_time_chart(Row(label="a", start=2030, state=State.PLANNED)))[1]
    assert ("╌" in line, "━" in line, "●" in line) == (True, False, False)


def test_agreements_in_one_place_are_counted() -> None:
    """Three in the same month stand as a 3."""
    chart = _time_chart(Row(label="a", points=(2000.1, 2000.1, 2000.1, 2010.0)))
    assert _text(chart, 40)[1].replace(" ", "") == "a3●"


@given(
    st.lists(st.tuples(st.floats(1960, 2040), st.floats(0, 40), st.sampled_from(State)), min_size=1, max_size=20),
    st.integers(40, 250),
)
def test_a_timeline_fits_the_width(spans: Any, width: Any) -> None:
    """Whatever the dates, no row is wider than asked for, and no name is cut."""
    rows = [
        Row(label=f"Mission number {n}", text="1990-2000", start=start, end=start + years, state=state)
        for n, (start, years, state) in enumerate(spans)
    ]
    lines = _text(_time_chart(*rows), width)
    assert max(map(cell_width, lines)) <= width
    assert all(any(row.label in line for line in lines) for row in rows)


def test_nothing_to_draw_draws_nothing() -> None:
    """A chart without rows or points has no lines."""
    assert (_text(_time_chart()), _text(_line_chart())) == ([], [])


@given(st.floats(min_value=0.001, max_value=1e6))
def test_levels_are_round_and_reach_the_value(value: Any) -> None:
    """From zero in equal steps to the first that reaches the value."""
    levels = round_levels(value)
    assert (levels[0], levels[-1] >= value, len(levels) <= 7) == (0, True, True)
    assert levels[-2] < value


@pytest.mark.parametrize(
    ("value", "levels"),
    [
        (1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (1.01, (0, 0.25, 0.5, 0.75, 1, 1.25)),
        (1.25, (0, 0.25, 0.5, 0.75, 1, 1.25)),
        (1.26, (0, 0.5, 1, 1.5)),
        (2.5, (0, 0.5, 1, 1.5, 2, 2.5)),
        (2.6, (0, 1, 2, 3)),
        (5, (0, 1, 2, 3, 4, 5)),
        (5.1, (0, 2, 4, 6)),
        (9.9, (0, 2, 4, 6, 8, 10)),
        (10, (0, 2, 4, 6, 8, 10)),
        (99, (0, 20, 40, 60, 80, 100)),
        (1178, (0, 250, 500, 750, 1000, 1250)),
        (0.01, (0, 0.2)),
    ],
)
def test_levels_are_these(value: float, levels: tuple[float, ...]) -> None:
    """The finest step of 2, 2.5, 5 and their tens that takes no more than five to reach the value."""
    assert round_levels(value) == pytest.approx(levels)


@pytest.mark.parametrize(("language", "text"), [(Language.ENGLISH, "1,500"), (Language.FRENCH, "1\u202f500")])
def test_levels_are_written_as_the_language_writes_numbers(language: Language, text: str) -> None:
    """An axis has no digits that say nothing, and the language's signs."""
    assert [level.text for level in levels_of([1400.5], Words(language))][-1] == text
    assert [level.text for level in levels_of([0.3], Words())] == ["0", "0.2", "0.4"]


def test_nothing_known_has_no_levels() -> None:
    """An axis without a value on it is not marked."""
    assert levels_of([None], Words()) == ()


def test_series_beyond_the_usual_marks_have_letters() -> None:
    """No two of twenty series have the same mark."""
    legend = " ".join(_text(_line_chart(*(series(f"s{n}", (2020, 1.0)) for n in range(20)))))
    marks = {word for word, following in pairwise(legend.split()) if following.startswith("s")}
    assert len(marks) == 20


@pytest.mark.parametrize(("screen", "told", "width"), [(100, "60", 100), (None, "60", 60), (None, None, 80)])
def test_a_picture_is_as_wide_as_its_screen(
    monkeypatch: pytest.MonkeyPatch, screen: int | None, told: str | None, width: int
) -> None:
    """Off a terminal as COLUMNS says, else 80."""
    if told:
        monkeypatch.setenv("COLUMNS", told)
    assert picture_width(screen) == width
