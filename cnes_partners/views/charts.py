"""What a chart shows, whatever it is drawn with. Every text is as people read it, with its unit.

``sources`` are the ids of those that its figures come from.
"""

from __future__ import annotations

from enum import StrEnum

from cnes_partners.frozen import frozen


@frozen
class Bar:
    """A labelled value; ``text`` is the value as people read it. ``is_rest`` marks what is missing to a whole."""

    label: str
    value: float | None
    text: str
    is_rest: bool = False


@frozen
class Level:
    """A round number that an axis is marked with; ``text`` is how people read it."""

    value: float
    text: str


@frozen
class BarChart:
    """Horizontal bars from zero; a bar without a value leaves its row empty but for the text."""

    bars: tuple[Bar, ...]
    levels: tuple[Level, ...] = ()
    value_label: str
    label_label: str
    sources: tuple[str, ...] = ()


@frozen
class DivergingChart:
    """Bars that go left of zero for what fell and right for what rose.

    ``beside`` are the bars of charts that are read beside this one: they share its scale, and are drawn there.
    """

    bars: tuple[Bar, ...]
    value_label: str
    label_label: str
    sources: tuple[str, ...] = ()
    beside: tuple[Bar, ...] = ()

    @property
    def measured(self) -> tuple[Bar, ...]:
        """Return all bars that the scale and the room for texts must hold."""
        return (*self.bars, *self.beside)


@frozen
class Point:
    """A year's value; ``text`` is the value as people read it."""

    year: int
    value: float
    text: str


@frozen
class Series:
    """A named line: its points in order. They are joined only where years follow each other."""

    name: str
    points: tuple[Point, ...]


@frozen
class LineChart:
    """Series over years, from zero; the last level is not below any value."""

    series: tuple[Series, ...]
    levels: tuple[Level, ...]
    value_label: str
    year_label: str
    sources: tuple[str, ...] = ()


@frozen
class Part:
    """A part of a whole, in percent of it. ``is_rest`` marks what is not known."""

    name: str
    share_pct: float
    text: str
    is_rest: bool = False


@frozen
class Stack:
    """A whole and its parts, which sum to 100 percent."""

    label: str
    parts: tuple[Part, ...]


@frozen
class StackChart:
    """Wholes of 100 percent, each cut into its parts."""

    stacks: tuple[Stack, ...]
    value_label: str
    sources: tuple[str, ...] = ()

    @property
    def numbers(self) -> dict[str, int]:
        """Return a number for each name, the same in every stack, so that a fill means one thing; the rest has none."""
        names = dict.fromkeys(part.name for stack in self.stacks for part in stack.parts if not part.is_rest)
        return {name: number for number, name in enumerate(names)}


OPEN_YEARS = 3  # how far the axis goes past a start without an end


class State(StrEnum):
    """How a row of a timeline stands: the line it is drawn with says so."""

    PAST = "past"
    ONGOING = "ongoing"
    PLANNED = "planned"
    OVERDUE = "overdue"
    UNKNOWN_END = "unknown-end"
    LOST = "lost"


@frozen
class Row:
    """A line of a timeline: a span from ``start`` to ``end``, or ``points``, in years with fractions."""

    label: str
    text: str = ""
    start: float | None = None
    end: float | None = None
    state: State = State.PAST
    points: tuple[float, ...] = ()


@frozen
class Group:
    """Rows under a heading."""

    title: str
    rows: tuple[Row, ...]


@frozen
class TimeChart:
    """Rows on one axis of time; ``now`` is the date of the data. ``legend`` says what each state's line means.

    ``several_label`` says what a number of points is called where a screen has no room to set them apart.
    """

    groups: tuple[Group, ...]
    now: float
    legend: tuple[tuple[State, str], ...]
    points_label: str = ""
    several_label: str = ""
    now_label: str
    year_label: str
    sources: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[int, int]:
        """Return the first year of the axis and the one after the last; open lines have room to run."""
        moments = [
            moment
            for group in self.groups
            for row in group.rows
            for moment in (row.start, row.end, *row.points, *self._open_end(row))
            if moment is not None
        ]
        return (int(min(moments)), int(max(moments)) + 1) if moments else (int(self.now), int(self.now) + 1)

    def _open_end(self, row: Row) -> tuple[float, ...]:
        if row.start is None or row.end is not None or row.points:
            return ()
        return (self.now,) if row.state is State.ONGOING else (row.start + OPEN_YEARS,)


Chart = BarChart | DivergingChart | LineChart | StackChart | TimeChart
