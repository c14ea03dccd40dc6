"""Whose word the figures of an answer are, said where they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from cnes_partners.model.records.sources import Source
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.sources import Standing
from cnes_partners.queries.esa.standing import standing
from cnes_partners.views.view import Column, View
from cnes_partners.views.words import Words

_WHO = {
    Standing.ESA: translatable("{count} of ESA"),
    Standing.OFFICIAL: translatable("{count} of a state, its agency or the EU"),
    Standing.PRESS: translatable("{count} of the press or a reference work"),
    Standing.OTHER: translatable("{count} of a forum, a blog or a copy (*)"),
}


def with_standing(view: View, sources: Sequence[Source], say: Words) -> View:
    """Return the view with rows on a forum, a blog or a copy marked, and a note that counts *sources* by whose word.

    The mark stands before the amount, which no narrow terminal leaves out, and after the source.
    """
    if not sources:
        return view
    weak = {source.id: _named(source, say) for source in sources if is_weak(source)}
    return replace(_marked(view, weak), notes=(*view.notes, _note(sources, say)))


def is_weak(source: Source) -> bool:
    """Return whether a source is a forum, a blog or a copy, whose figures are marked."""
    return standing(source) is Standing.OTHER


def _named(source: Source, say: Words) -> str:
    if source.via is not None:
        return say("{source} (copy)", source=source.id)
    return say("{source} (unofficial)", source=source.id)


def _marked(view: View, weak: dict[str, str]) -> View:
    columns = tuple(_marking(entry, weak) for entry in view.columns)
    sections = tuple(_marked(part, weak) if isinstance(part, View) else part for part in view.sections)
    return replace(view, columns=columns, sections=sections)


def _marking(entry: Column, weak: dict[str, str]) -> Column:
    shown: Callable[[Any], str] = entry.text
    match entry.key:
        case "source":
            return replace(entry, text=lambda record: weak.get(record.source) or shown(record))
        case "amount_meur":
            return replace(entry, text=lambda record: f"{'*' if record.source in weak else ''}{shown(record)}")
    return entry


def _note(sources: Sequence[Source], say: Words) -> str:
    counts = Counter(map(standing, sources))
    parts = [say(_WHO[rank], count=counts[rank]) for rank in Standing if counts[rank]]
    return say("Sources: {parts}.", parts=say.apart(parts))
