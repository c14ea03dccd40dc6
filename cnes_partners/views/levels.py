"""The round numbers that an axis is marked with."""

from __future__ import annotations

from collections.abc import Iterable

from cnes_partners.views.charts import Level
from cnes_partners.views.words import Words


def round_levels(value: float) -> tuple[float, ...]:
    """Return three to six evenly spaced round numbers from zero to the first that reaches *value*."""
    power = 1.0
    while power * 10 <= value:
        power *= 10
    steps = (power * share for share in (0.2, 0.25, 0.5, 1, 2, 2.5))
    step = next(step for step in steps if step * 5 >= value)
    count = next(count for count in range(1, 7) if count * step >= value)
    return tuple(step * number for number in range(count + 1))


def levels_of(values: Iterable[float | None], say: Words) -> tuple[Level, ...]:
    """Return the levels of an axis that holds *values*, none where none is known."""
    known = [value for value in values if value is not None]
    return tuple(Level(value=level, text=_text(level, say)) for level in round_levels(max(known))) if known else ()


def _text(level: float, say: Words) -> str:
    """Return a level with no digits that say nothing."""
    return say.number(int(level) if level == int(level) else float(f"{level:g}"))
