"""What sources disagree about."""

from __future__ import annotations

from collections.abc import Sequence

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.records.disagreements import Disagreement
from cnes_partners.views.sections import Lines
from cnes_partners.views.words import Words


def disagreements(entries: Sequence[Disagreement], say: Words) -> Lines:
    """Return where sources disagree: what is kept, who says what else, and why."""
    return Lines(
        title=say("Where sources disagree"),
        lines=tuple(line for entry in entries for line in _lines(entry, say)),
        is_list=True,
    )


def _lines(entry: Disagreement, say: Words) -> list[str]:
    about = say.either(entry.about, entry.about_fr)
    kept = say.either(entry.kept, entry.kept_fr)
    lines = [
        say("{about}:", about=about)
        if kept is None
        else say("{about}: {kept} is kept", about=about, kept=_value(kept, say))
    ]
    if entry.kept and entry.kept_source:
        lines[0] += f" [{entry.kept_source}]"
    lines += [f"  {_value(say.either(other.value, other.value_fr), say)} [{other.source}]" for other in entry.others]
    if entry.note:
        lines.append(f"  {say.either(entry.note, entry.note_fr)}")
    return lines


def _value(text: str, say: Words) -> str:
    """Return a value as people read it: a date, which is text in these records, in words; other texts as they are."""
    try:
        return say.date(PartialDate(text))
    except ValueError:
        return text
