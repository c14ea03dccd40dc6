"""Bars in characters: from zero, or on both sides of it."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.output.characters.cells import Line, Span, cell_width, lines_of, padded
from cnes_partners.views.charts import Bar, BarChart, DivergingChart

_FULL, _HALF, _REST, _FALLEN, _AXIS = "█", "▌", "░", "▒", "│"
_RISE, _FALL, _WIDEST_LABEL, _LEAST_BAR = 0, 1, 32, 8


def bar_lines(chart: BarChart, width: int) -> list[Line]:
    """Return label, bar and value of each, under what the bars measure; a value that is too long goes on below."""
    labels = _label_width(chart.bars, width)
    longest = max((cell_width(bar.text) for bar in chart.bars), default=0)
    texts = min(longest, max(width - labels - 3 - _LEAST_BAR, _LEAST_BAR))
    room = max(4, width - labels - texts - 3)
    largest = max((bar.value for bar in chart.bars if bar.value is not None), default=0) or 1
    return [
        *_heading(chart.value_label, labels, width),
        *(line for bar in chart.bars for line in _bar(bar, labels, room / largest, texts, width)),
    ]


def _heading(text: str, indent: int, width: int) -> list[Line]:
    """Return what the bars measure, above them where it has room there."""
    left = " " * (indent + 1 if cell_width(text) + indent < width else 0)
    return [(Span(left + line),) for line in lines_of(text, width)]


def _label_width(bars: Sequence[Bar], width: int) -> int:
    """Return how wide the column of labels is; longer labels stand on a line of their own."""
    longest = max((cell_width(bar.label) for bar in bars), default=0)
    return min(longest, _WIDEST_LABEL, width // 3)


def _bar(bar: Bar, labels: int, scale: float, texts: int, width: int) -> list[Line]:
    above, label = _label(bar.label, labels, width)
    length = "" if bar.value is None else blocks(bar.value * scale, is_rest=bar.is_rest)
    colour = None if bar.is_rest or bar.value is None else 0
    text, *others = lines_of(bar.text, texts)
    return [
        *above,
        (Span(f"{label} {_AXIS}"), Span(length, colour), Span(f" {text}")),
        *((Span(f"{' ' * labels} {_AXIS}{' ' * len(length)} {other}"),) for other in others),
    ]


def _label(text: str, room: int, width: int) -> tuple[list[Line], str]:
    """Return a label to its room, or, too long for it, lines above and an empty label: it is never cut."""
    if cell_width(text) <= room:
        return [], padded(text, room, is_right=True)
    return [(Span(line),) for line in lines_of(text, width)], " " * room


def blocks(length: float, *, is_rest: bool = False) -> str:
    """Return a bar to half a character, never longer than *length* unless to show what is more than nothing."""
    halves = max(int(2 * length + 1e-9), 1 if length > 0 else 0)
    if is_rest:
        return _REST * max(1, halves // 2)
    return _FULL * (halves // 2) + _HALF * (halves % 2)


def diverging_lines(chart: DivergingChart, width: int) -> list[Line]:
    """Return one line a bar: what fell to the left of the axis, what rose to its right, each with its figure."""
    labels = _label_width(chart.measured, width)
    fallen = [bar for bar in chart.measured if bar.value is not None and bar.value < 0]
    risen = [bar for bar in chart.measured if bar.value is not None and bar.value >= 0]
    texts_left = max((cell_width(bar.text) + 1 for bar in fallen), default=0)
    texts_right = max((cell_width(bar.text) + 1 for bar in chart.measured), default=0)
    deepest = max((-bar.value for bar in fallen if bar.value is not None), default=0)
    highest = max((bar.value for bar in risen if bar.value is not None), default=0)
    room = max(4, width - labels - 3 - texts_left - texts_right)
    scale = room / ((deepest + highest) or 1)
    left = texts_left + (_fallen(deepest * scale) if fallen else 0)
    return [
        *_heading(chart.value_label, labels, width),
        *(line for bar in chart.bars for line in _diverging(bar, labels, left, scale, width)),
    ]


def _fallen(length: float) -> int:
    """Return how many characters a bar to the left has, at least one."""
    return max(1, int(length + 1e-9))


def _diverging(bar: Bar, labels: int, left: int, scale: float, width: int) -> list[Line]:
    above, label = _label(bar.label, labels, width)
    if bar.value is None:
        return [*above, (Span(f"{label} {' ' * left}{_AXIS} {bar.text}"),)]
    if bar.value < 0:
        length = _FALLEN * _fallen(-bar.value * scale)
        said = padded(f"{bar.text} ", left - len(length), is_right=True)
        return [*above, (Span(f"{label} {said}"), Span(length, _FALL), Span(_AXIS))]
    return [
        *above,
        (Span(f"{label} {' ' * left}{_AXIS}"), Span(blocks(bar.value * scale), _RISE), Span(f" {bar.text}")),
    ]
