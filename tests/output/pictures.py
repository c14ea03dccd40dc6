"""Small charts that have, between them, everything that a chart of their kind can have."""

from __future__ import annotations

from cnes_partners.views.charts import (
    Bar,
    BarChart,
    Chart,
    DivergingChart,
    Group,
    Level,
    LineChart,
    Part,
    Row,
    Stack,
    StackChart,
    State,
    TimeChart,
)
from tests.output.drawings import series

LONG = "a name of so many words that no column has room for it and no picture cuts it"
UNIT = (
    "million euro at the prices of the year, as the agency's own report on the year gives them, in the order of size, "
    "with all that is missing"
)
SHORT = Bar(label="2020", value=12, text="12 million euro")
NOTHING = Bar(label="2021", value=None, text="no figure")


def levels(*values: float) -> tuple[Level, ...]:
    return tuple(Level(value=value, text=f"{value:g} marks") for value in values)


def bars(*given: Bar, marks: tuple[Level, ...] = (), unit: str = "million euro", label: str = "Year") -> BarChart:
    return BarChart(bars=given, levels=marks, value_label=unit, label_label=label)


def changes(*given: Bar, beside: tuple[Bar, ...] = (), unit: str = "percent") -> DivergingChart:
    return DivergingChart(bars=given, value_label=unit, label_label="Year", beside=beside)


def parts(*shares: float, first: int = 1) -> tuple[Part, ...]:
    return tuple(
        Part(name=f"part {number}", share_pct=share, text=f"{share:g} %") for number, share in enumerate(shares, first)
    )


def stacks(*given: Stack, unit: str = "percent") -> StackChart:
    return StackChart(stacks=given, value_label=unit)


def times(
    *groups: Group,
    now: float = 2026.5,
    states: tuple[State, ...] = tuple(State),
    points: str = "",
    label: str = "Year",
    now_label: str = "now",
) -> TimeChart:
    return TimeChart(
        groups=groups,
        now=now,
        legend=tuple((state, f"is {state}") for state in states),
        points_label=points,
        several_label="several",
        now_label=now_label,
        year_label=label,
    )


def rows(*given: Row, title: str = "") -> Group:
    return Group(title=title, rows=given)


def span(label: str, start: float | None, end: float | None = None, state: State = State.PAST, text: str = "") -> Row:
    return Row(label=label, start=start, end=end, state=state, text=text)


EVERY_STATE = rows(
    span("over", 1990.25, 2000.75, text="1990-2000"),
    span("goes on", 1995.5, state=State.ONGOING, text="1995-"),
    span("begins today", 2026.5, state=State.ONGOING, text="2026-"),
    span("plan", 2030.0, state=State.PLANNED, text="2030 (plan)"),
    span("late", 2025.0, state=State.OVERDUE, text="2025 (plan)"),
    span("end not known", 2001.0, state=State.UNKNOWN_END, text="2001-?"),
    span("lost", 2005.0, 2010.5, State.LOST, text="2005-2010, lost"),
    span("lost at once", 2005.0, 2005.0, State.LOST),
    span("not known", None, text="never said"),
    span(LONG, 2000.0, 2001.0, text="beside its label"),
    title="Every state",
)
MOMENTS = rows(
    Row(label="some", points=(1991.5, 2020.25)),
    Row(label="in one place", points=(2000.1, 2000.1, 2000.1, *[2010.0] * 9, *[2015.0] * 10)),
)

PICTURES: dict[str, Chart] = {
    "bars": bars(
        SHORT,
        NOTHING,
        Bar(label="2022", value=6, text="6"),
        Bar(label="nothing", value=0, text="0"),
        Bar(label="hardly", value=0.001, text="0.001"),
        Bar(label="rest", value=3, text="3", is_rest=True),
        Bar(label="hardly a rest", value=0.001, text="0.001", is_rest=True),
        marks=levels(0, 5, 10, 15),
    ),
    "bars of long words": bars(
        Bar(label=LONG, value=400.5, text="400.5"),
        Bar(label="2021", value=801, text=f"801, {LONG}"),
        Bar(label="2022", value=None, text=LONG),
        marks=levels(0, 500, 1000),
        unit=UNIT,
    ),
    "bars under a wide heading": bars(Bar(label="1", value=7, text="7"), label="A contributor of the agency"),
    "bars of fractions": bars(Bar(label="a", value=0.25, text="0.25"), NOTHING, Bar(label="b", value=0.5, text="0.5")),
    "bars of wide letters": bars(
        Bar(label="日本", value=3, text="三"), Bar(label="Re\u0301union", value=6, text="6 €")
    ),
    "bars of nothing": bars(Bar(label="a", value=0, text="0"), NOTHING, marks=levels(0, 1)),
    "bars without a figure": bars(NOTHING),
    "no bars": bars(),
    "changes": changes(
        Bar(label="2020", value=10, text="+10 %"),
        Bar(label="2021", value=-58.5, text="-58.5 %"),
        NOTHING,
        Bar(label="2022", value=-0.001, text="-0.001 %"),
        Bar(label="2023", value=0, text="0 %"),
        Bar(label=LONG, value=20, text="+20 %"),
        unit=UNIT,
    ),
    "changes upwards": changes(Bar(label="2020", value=0.25, text="+0.25 %"), Bar(label="2021", value=0.5, text="0.5")),
    "changes downwards": changes(
        Bar(label="2020", value=-0.25, text="-0.25 %"), Bar(label="2021", value=-0.5, text="")
    ),
    "changes of nothing": changes(NOTHING),
    "changes of naught": changes(Bar(label="2020", value=0, text="0 %")),
    "no changes": changes(),
    "changes beside others": changes(
        SHORT, beside=(Bar(label="a longer label", value=-36, text="-36 million euro"), NOTHING)
    ),
    "lines": LineChart(
        series=(
            series("France", (2015, 10), (2016, 20), (2018, 30), (2019, 0)),
            series("Germany", (2015, 10), (2016, 20.5), (2020, 40)),
            series("Italy, or " + LONG, (2020, 40)),
        ),
        levels=levels(0, 20, 40),
        value_label=UNIT,
        year_label="Year",
    ),
    "many lines": LineChart(
        series=tuple(series(f"s{number}", (2000, 1 + number), (2001, 20 - number)) for number in range(20)),
        levels=levels(0, 10, 20),
        value_label="million euro",
        year_label="Year",
    ),
    "a line of many years": LineChart(
        series=(series("France", *((year, year - 1987.5) for year in range(1988, 2018))),),
        levels=levels(0, 15, 30),
        value_label="million euro",
        year_label="Year",
    ),
    "a line of fifteen years": LineChart(
        series=(series("France", *((year, 2017 - year) for year in range(2003, 2018))),),
        levels=levels(0, 15),
        value_label="million euro",
        year_label="Year",
    ),
    "one year": LineChart(
        series=(series("France", (2020, 5)),), levels=levels(0, 5), value_label="million euro", year_label="Year"
    ),
    "stacks": stacks(
        Stack(label="2020", parts=(*parts(50.5, 20), Part(name="rest", share_pct=29.5, text="29.5 %", is_rest=True))),
        Stack(label="", parts=parts(60, 30, first=2)),
        Stack(label=LONG + ", " + LONG, parts=parts(*[10] * 10)),
        unit=UNIT,
    ),
    "stacks of long words": stacks(
        Stack(
            label="2020",
            parts=(
                Part(name=LONG + ", " + LONG, share_pct=90, text="90 %"),
                Part(name="narrow", share_pct=2, text="2 %"),
                Part(name="short", share_pct=8, text="8 %"),
            ),
        )
    ),
    "stacks of nothing": stacks(Stack(label="2020", parts=parts(0, 0))),
    "no stacks": stacks(),
    "timeline": times(EVERY_STATE, MOMENTS, points="an agreement"),
    "timeline of few signs": times(
        rows(span("over", 2018.0, 2022.0), title=LONG + ", " + LONG),
        rows(span("goes on", 2019.5, state=State.ONGOING, text="2019-")),
        now=2023.5,
        states=(State.PAST, State.ONGOING),
        label="The year of the launch and of the end",
    ),
    "timeline to today": times(rows(span("goes on", 2001.5, state=State.ONGOING)), now=2026.99, now_label="31 January"),
    "timeline that ended": times(rows(span("over", 1950.0, 1999.0)), states=(), now=2026.5),
    "timeline to come": times(rows(span("plan", 2030.0, state=State.PLANNED)), states=(), now=2026.5),
    "timeline of moments": times(MOMENTS, states=(), points="an agreement"),
    "timeline of centuries": times(rows(span("over", 1400.0, 2020.0), span("late", 2020.0, 2020.5))),
    "timeline of two centuries": times(rows(span("over", 1790.0, 2019.0)), states=()),
    "timeline of some months": times(rows(span("over", 2019.5, 2020.5)), states=(), now=2020.0),
    "long timeline": times(rows(*(span(f"row {n}", 1961.0 + n, 1965.5 + n, text=f"{1961 + n}-") for n in range(36)))),
    "crowded timeline": times(
        rows(
            span("over all", 1990.0, 2029.9, text="more words than have room behind it"),
            span("at the end", 2028.0, 2029.9, text="before it"),
        )
    ),
}
