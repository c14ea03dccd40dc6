"""Shares of a whole in characters: one bar cut into fills that differ without colour, each part named."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import fsum

from cnes_partners.output.characters.cells import Line, Span, cell_width, lines_of, wrapped
from cnes_partners.views.charts import Part, Stack, StackChart

FILLS = ("█", "▒", "▓", "=", "+", "/", "x", "-")
REST = "░"


def stack_lines(chart: StackChart, width: int) -> list[Line]:
    """Return each whole as a bar across the screen, and its parts by name and share."""
    numbers = chart.numbers
    lines: list[Line] = [(Span(line),) for line in lines_of(chart.value_label, width)]
    for stack in chart.stacks:
        lines += [(Span(stack.label),)] if stack.label else []
        lines += [_bar(stack, numbers, width), *_legend(stack, numbers, width)]
    return lines


def _fill(number: int | None) -> str:
    """Return the fill of a name's number; what is not known has none and is the lightest."""
    return REST if number is None else FILLS[number % len(FILLS)]


def _bar(stack: Stack, numbers: Mapping[str, int], width: int) -> Line:
    edges = _edges(stack, width)
    lengths = (end - start for start, end in pairwise(edges))
    return tuple(
        Span(_named(part, _fill(numbers.get(part.name)), length), numbers.get(part.name))
        for part, length in zip(stack.parts, lengths, strict=True)
    )


def _edges(stack: Stack, width: int) -> list[int]:
    """Return where parts begin and end, so that rounding never makes the bar longer or shorter."""
    total = fsum(part.share_pct for part in stack.parts) or 100
    sums = [fsum(part.share_pct for part in stack.parts[:number]) for number in range(len(stack.parts) + 1)]
    return [round(width * passed / total) for passed in sums]


def _named(part: Part, char: str, length: int) -> str:
    """Return a part's fill with its name in the middle where that has room."""
    name = f" {part.name} "
    if cell_width(name) + 2 > length:
        return char * length
    left = (length - cell_width(name)) // 2
    return char * left + name + char * (length - left - cell_width(name))


def _legend(stack: Stack, numbers: Mapping[str, int], width: int) -> list[Line]:
    words: list[Line] = [
        (Span(_fill(number) * 2 + " ", number), Span(f"{part.name} {part.text}"))
        for part in stack.parts
        for number in (numbers.get(part.name),)
    ]
    return wrapped(words, width)
