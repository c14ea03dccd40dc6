"""Shares of a whole as SVG: numbered parts, named with their share below."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum

from cnes_partners.output.svg.elements import FAINT, PAPER, colour, hatched, line_step, lines_of_text, rect, text
from cnes_partners.output.svg.letters import BOLD, SMALL, TEXT, in_rows, text_width, wrapped
from cnes_partners.output.svg.page import INNER, Drawing
from cnes_partners.views.charts import Part, Stack, StackChart

_THICK, _SWATCH, _GAP = 34.0, 18.0, 16.0


def stacks(chart: StackChart) -> Drawing:
    """Return each whole as a bar of its numbered parts, and the parts by number, name and share."""
    elements: list[str] = []
    y = 0.0
    for stack in chart.stacks:
        drawn, y = _stack(stack, chart.numbers, y)
        elements += drawn
    unit = wrapped(chart.value_label, INNER, SMALL)
    elements += lines_of_text(0, y + SMALL, unit, size=SMALL, fill=FAINT)
    return Drawing(elements=elements, height=y + len(unit) * line_step(SMALL))


def _stack(stack: Stack, numbers: Mapping[str, int], top: float) -> tuple[list[str], float]:
    """Return a whole under its label, and where it ends."""
    label = wrapped(stack.label, INNER / BOLD) if stack.label else ()
    bar = top + len(label) * line_step(TEXT) + 6
    legend, end = _legend(stack, numbers, bar + _THICK + 10)
    return [*lines_of_text(0, top + TEXT, label, is_bold=True), *_bar(stack, numbers, bar), *legend], end + _GAP


def _bar(stack: Stack, numbers: Mapping[str, int], top: float) -> list[str]:
    total = fsum(part.share_pct for part in stack.parts) or 100
    elements: list[str] = []
    x = 0.0
    for part in stack.parts:
        width = INNER * part.share_pct / total
        elements += _segment(numbers.get(part.name), x, top, width)
        x += width
    return elements


def _segment(number: int | None, x: float, top: float, width: float) -> list[str]:
    """Return a part's piece of the bar with its number where that has room; what is not known is hatched."""
    if number is None:
        return [hatched(x, top, width, _THICK, stroke=FAINT)]
    piece = rect(x, top, width, _THICK, fill=colour(number), stroke=PAPER)
    named = text(x + width / 2, top + 22, str(number + 1), fill=PAPER, anchor="middle")
    return [piece, named] if width > text_width(str(number + 1)) + 6 else [piece]


def _legend(stack: Stack, numbers: Mapping[str, int], top: float) -> tuple[list[str], float]:
    """Return the parts' numbers and words, in as many rows as they need, and where those end."""
    entries = [(part, wrapped(_words(part, numbers), INNER - _SWATCH)) for part in stack.parts]
    widths = [_SWATCH + max(text_width(line) for line in words) + _GAP for _, words in entries]
    elements: list[str] = []
    before, y, end = 0, top, top
    for (part, words), (row, x) in zip(entries, in_rows(widths, INNER + _GAP), strict=True):
        if row > before:
            before, y = row, end
        elements += [_swatch(numbers.get(part.name), x, y), *lines_of_text(x + _SWATCH, y + TEXT, words)]
        end = max(end, y + len(words) * line_step(TEXT) + 4)
    return elements, end


def _words(part: Part, numbers: Mapping[str, int]) -> str:
    named = f"{part.name} {part.text}"
    return f"{numbers[part.name] + 1}. {named}" if part.name in numbers else named


def _swatch(number: int | None, x: float, y: float) -> str:
    if number is None:
        return hatched(x, y + 2, 12, 12, stroke=FAINT)
    return rect(x, y + 2, 12, 12, fill=colour(number))
