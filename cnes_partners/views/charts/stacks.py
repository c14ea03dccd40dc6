"""Shares of a whole in characters: one bar cut into fills that differ without colour, each part named."""

from __future__ import annotations

from cnes_partners.views.charts.draw import Line, Span, cell_width, wrapped
from cnes_partners.views.charts.model import Part, Stack, StackChart

FILLS = ("█", "▒", "▓", "=", "+", "/", "x", "-")
REST = "░"


def stack_lines(chart: StackChart, width: int) -> list[Line]:
    """Return each whole as a bar across the screen, and its parts by name and share."""
    lines: list[Line] = [(Span(chart.value_label),)]
    for stack in chart.stacks:
        lines += [(Span(stack.label),)] if stack.label else []
        lines += [_bar(stack, width), *_legend(stack, width)]
    return lines


def fill(number: int, part: Part) -> str:
    """Return the fill of a part: neighbours differ, what is not known is the lightest."""
    return REST if part.is_rest else FILLS[number % len(FILLS)]


def _bar(stack: Stack, width: int) -> Line:
    edges = _edges(stack, width)
    spans = []
    for number, part in enumerate(stack.parts):
        length = edges[number + 1] - edges[number]
        colour = None if part.is_rest else number
        spans.append(Span(_named(part, fill(number, part), length), colour))
    return tuple(spans)


def _edges(stack: Stack, width: int) -> list[int]:
    """Return where parts begin and end, so that rounding never makes the bar longer or shorter."""
    total = sum(part.share_pct for part in stack.parts) or 100
    sums = [sum(part.share_pct for part in stack.parts[:number]) for number in range(len(stack.parts) + 1)]
    return [round(width * passed / total) for passed in sums]


def _named(part: Part, char: str, length: int) -> str:
    """Return a part's fill with its name in the middle where that has room."""
    name = f" {part.name} "
    if cell_width(name) + 2 > length:
        return char * length
    left = (length - cell_width(name)) // 2
    return char * left + name + char * (length - left - cell_width(name))


def _legend(stack: Stack, width: int) -> list[Line]:
    words: list[Line] = [
        (Span(f"{fill(number, part) * 2} ", None if part.is_rest else number), Span(f"{part.name} {part.text}"))
        for number, part in enumerate(stack.parts)
    ]
    return wrapped(words, width)
