"""Shares of a whole as SVG: numbered parts, named with their share below."""

from __future__ import annotations

from cnes_partners.output.svg.page import MARGIN, WIDTH, Panel, colour, heading, rect, text, text_width
from cnes_partners.views.charts.model import Part, Stack, StackChart

_INNER = WIDTH - 2 * MARGIN
_TOP, _THICK, _LEGEND, _BETWEEN = 52.0, 34.0, 20.0, 26.0


def stack_panel(title: str, chart: StackChart) -> Panel:
    """Return each whole as a bar of its numbered parts, and the parts by number, name and share."""
    elements: list[str] = []
    y = _TOP
    for stack in chart.stacks:
        drawn, y = _stack(stack, y)
        elements += drawn
    height = y + 34
    label = text(0, y + 2, chart.value_label, "small", "faint")
    return Panel(elements=(*heading(title, chart.source, height), *elements, label), height=height)


def _stack(stack: Stack, top: float) -> tuple[list[str], float]:
    total = sum(part.share_pct for part in stack.parts) or 100
    elements = [text(0, top - 8, stack.label, "heading")]
    x = 0.0
    for index, part in enumerate(stack.parts):
        width = _INNER * part.share_pct / total
        elements.append(rect(x, top, width, _THICK, *_classes(part, index), "gap"))
        if width > 16:
            elements.append(text(x + width / 2, top + 22, str(index + 1), "middle", *(() if part.is_rest else ("on",))))
        x += width
    rows = _legend_rows(stack)
    for row, words in enumerate(rows):
        elements += _legend(words, top + _THICK + 20 + row * _LEGEND)
    return elements, top + _THICK + len(rows) * _LEGEND + _BETWEEN + 14


def _classes(part: Part, index: int) -> tuple[str, ...]:
    return ("rest",) if part.is_rest else (colour(index),)


Entry = tuple[int, Part, str]


def _legend_rows(stack: Stack) -> list[list[Entry]]:
    """Return the parts' names in as many rows as they need."""
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for index, part in enumerate(stack.parts):
        words = f"{index + 1} {part.name} {part.text}"
        if rows[-1] and used + text_width(words) + 34 > _INNER:
            rows.append([])
            used = 0.0
        rows[-1].append((index, part, words))
        used += text_width(words) + 34
    return rows


def _legend(entries: list[Entry], y: float) -> list[str]:
    elements = []
    x = 0.0
    for index, part, words in entries:
        elements += [rect(x, y - 10, 12, 12, *_classes(part, index)), text(x + 18, y, words)]
        x += text_width(words) + 34
    return elements
