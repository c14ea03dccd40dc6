"""Shares of a whole as SVG: numbered parts, named with their share below."""

from __future__ import annotations

from collections.abc import Mapping

from cnes_partners.output.svg.page import MARGIN, WIDTH, Panel, colour, heading, rect, text, text_width
from cnes_partners.views.charts.model import Stack, StackChart

_INNER = WIDTH - 2 * MARGIN
_TOP, _THICK, _LEGEND, _BETWEEN, _SWATCH = 52.0, 34.0, 20.0, 26.0, 34.0

Entry = tuple[int | None, str]  # a name's number, and its line of the legend


def stack_panel(title: str, chart: StackChart) -> Panel:
    """Return each whole as a bar of its numbered parts, and the parts by number, name and share."""
    elements: list[str] = []
    y = _TOP
    for stack in chart.stacks:
        drawn, y = _stack(stack, chart.numbers, y)
        elements += drawn
    height = y + 34
    label = text(0, y + 2, chart.value_label, "small", "faint")
    return Panel(elements=(*heading(title, chart.source, height), *elements, label), height=height)


def _stack(stack: Stack, numbers: Mapping[str, int], top: float) -> tuple[list[str], float]:
    total = sum(part.share_pct for part in stack.parts) or 100
    elements = [text(0, top - 8, stack.label, "heading")]
    x = 0.0
    for part in stack.parts:
        width = _INNER * part.share_pct / total
        elements += _segment(numbers.get(part.name), x, top, width)
        x += width
    rows = _legend_rows(stack, numbers)
    for row, entries in enumerate(rows):
        elements += _legend(entries, top + _THICK + 20 + row * _LEGEND)
    return elements, top + _THICK + len(rows) * _LEGEND + _BETWEEN + 14


def _segment(number: int | None, x: float, top: float, width: float) -> list[str]:
    """Return a part's piece of the bar with its number where that has room; what is not known is hatched."""
    if number is None:
        return [rect(x, top, width, _THICK, "rest")]
    piece = rect(x, top, width, _THICK, colour(number), "gap")
    return [piece, text(x + width / 2, top + 22, str(number + 1), "middle", "on")] if width > 16 else [piece]


def _legend_rows(stack: Stack, numbers: Mapping[str, int]) -> list[list[Entry]]:
    """Return the parts' numbers and words, in as many rows as they need."""
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for part in stack.parts:
        number = numbers.get(part.name)
        words = f"{'' if number is None else f'{number + 1}: '}{part.name} {part.text}"
        if rows[-1] and used + text_width(words) + _SWATCH > _INNER:
            rows.append([])
            used = 0.0
        rows[-1].append((number, words))
        used += text_width(words) + _SWATCH
    return rows


def _legend(entries: list[Entry], y: float) -> list[str]:
    elements = []
    x = 0.0
    for number, words in entries:
        swatch = "rest" if number is None else colour(number)
        elements += [rect(x, y - 10, 12, 12, swatch), text(x + 18, y, words)]
        x += text_width(words) + _SWATCH
    return elements
