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
        lines=tuple(line for entry in entries for line in disagreement_lines(entry, say)),
        is_list=True,
    )


def disagreement_lines(entry: Disagreement, say: Words) -> list[str]:
    """Return what a disagreement is about and what is kept, then, indented, who says what else, and why."""
    about = say.either(entry.about, entry.about_fr)
    kept = say.either(entry.kept, entry.kept_fr)
    lines = [
        say("{about}:", about=about)
        if kept is None
        else say("{about}: {kept} is kept", about=about, kept=value_text(kept, say))
    ]
    if entry.kept and entry.kept_source:
        lines[0] += f" [{entry.kept_source}]"
    others = ((value_text(say.either(other.value, other.value_fr), say), other.source) for other in entry.others)
    lines += [f"  {value} [{source}]" for value, source in others]
    if entry.note:
        lines.append(f"  {say.either(entry.note, entry.note_fr)}")
    return lines


def value_text(text: str, say: Words) -> str:
    """Return a value as people read it: a date, which is text in these records, in words; other texts as they are."""
    try:
        return say.date(PartialDate(text))
    except ValueError:
        return text
