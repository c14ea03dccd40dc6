"""What a chart shows (model), and how it is drawn in characters; output/svg draws the same as SVG."""

from cnes_partners.views.charts.draw import Line, Span, draw
from cnes_partners.views.charts.model import (
    Bar,
    BarChart,
    Chart,
    DivergingChart,
    Group,
    Level,
    LineChart,
    Part,
    Point,
    Row,
    Series,
    Stack,
    StackChart,
    State,
    TimeChart,
)

__all__ = [
    "Bar",
    "BarChart",
    "Chart",
    "DivergingChart",
    "Group",
    "Level",
    "Line",
    "LineChart",
    "Part",
    "Point",
    "Row",
    "Series",
    "Span",
    "Stack",
    "StackChart",
    "State",
    "TimeChart",
    "draw",
]
