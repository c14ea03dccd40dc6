"""The words that people read, in English and in French. The code says them in English; the catalogue has the French."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from gettext import NullTranslations
from typing import TYPE_CHECKING, TypeVar

from cnes_partners.model.dates import PartialDate
from cnes_partners.model.language import Language

if TYPE_CHECKING:
    from cnes_partners.model.vocabulary.partnership import Category
    from cnes_partners.queries.known import Known

PerhapsText = TypeVar("PerhapsText", bound=str | None)

_AS_WRITTEN = NullTranslations()  # English is what the code says

# Where French puts a space that no line is broken at: before a high mark or a unit, in « », between thousands.
_JOINED = re.compile(r"(?<=«) | (?=[:;!?»%€]|M€|Md€)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")

_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_FR = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")


# English words that are not their code with spaces for hyphens.
_ENGLISH = {
    "mou": "MoU",
    "inter-agency": "inter-agency",
    "esa_programme": "ESA programme",
    "esa_funding_rule": "ESA funding rule",
    "esa_council": "ESA council",
    "esa_contribution": "contribution to ESA",
    "esa_budget": "ESA budget",
    "esa_income": "ESA income",
    "esa_subtotal": "ESA income, subtotal",
    "esa_domain": "ESA budget, domain",
    "esa_member": "ESA member",
    "esa_member_count": "ESA members, count",
    "cnes_budget": "CNES budget",
    "esa_disagreement": "ESA disagreement",
    "co-lead": "co-lead",
    "earth": "Earth",
    "earth-orbit": "Earth orbit",
    **{body: body.capitalize() for body in ("moon", "sun", "mercury", "venus", "mars", "jupiter", "saturn")},
    **{part: part.capitalize() for part in ("europe", "eurasia", "americas", "asia", "africa", "oceania")},
    "middle-east": "Middle East",
}


class Words:
    """Says texts, dates and numbers in one language, and the names that are *known*."""

    def __init__(self, language: Language = Language.ENGLISH, known: Known | None = None) -> None:
        self.language = language
        self._known = known

    def __call__(self, text: str, /, **values: object) -> str:
        """Return *text*, which is English, in this language, with its {places} filled."""
        said = self._texts.gettext(text) if text else text  # the catalogue's entry of no text is about itself
        return said.format(**values) if values else said

    def either(self, english: PerhapsText, french: str | None) -> PerhapsText | str:
        """Return the text of the dataset in this language, in English where there is no French."""
        if self.language is Language.FRENCH and french:
            return typeset(french)
        return english

    def counted(self, count: int, one: str, many: str, **values: object) -> str:
        """Return *one* or *many*, as *count* asks for, with its {count} filled: French has the singular for 0, too."""
        return self._texts.ngettext(one, many, count).format(count=self.number(count), **values)

    @property
    def _texts(self) -> NullTranslations:
        if self.language is Language.ENGLISH:
            return _AS_WRITTEN
        from cnes_partners.views.catalogue import catalogue

        return catalogue(self.language)

    @property
    def today(self) -> PartialDate:
        """Return the day that the data is of."""
        assert self._known is not None
        return self._known.today

    def party(self, id: str) -> str:
        """Return the name of a partner or other party in this language."""
        assert self._known is not None
        return self._known.party(id, self.language)

    def category(self, category: Category) -> str:
        """Return what the dataset calls a category in this language, the word itself where it describes none such."""
        assert self._known is not None
        return self.either(*self._known.category(category)) or self.word(category)

    def address(self, source: str) -> str | None:
        """Return the address behind the id of a source."""
        return self._known.address(source) if self._known else None

    def apart(self, texts: Iterable[str]) -> str:
        """Return texts set apart by semicolons, as the language writes them."""
        return ("\u00a0; " if self.language is Language.FRENCH else "; ").join(texts)

    def word(self, code: StrEnum | str | None) -> str:
        """Return a word of a vocabulary as people read it."""
        if code is None:
            return "–"
        if self.language is Language.FRENCH:
            return self(str(code))
        return _ENGLISH.get(code) or code.replace("-", " ")

    def date(self, date: PartialDate | str | None) -> str:
        """Return a date at its precision: "2022", "Dec 2022", "16 Dec 2022"."""
        if not date:
            return "–"
        known = date if isinstance(date, PartialDate) else PartialDate(date)
        months = _MONTHS_FR if self.language is Language.FRENCH else _MONTHS_EN
        parts = (
            self._day(known.day) if known.day else None,
            months[known.month - 1] if known.month else None,
            str(known.year),
        )
        return " ".join(part for part in parts if part)

    def _day(self, day: int) -> str:
        return "1er" if day == 1 and self.language is Language.FRENCH else str(day)

    def number(self, value: float | None, *, decimals: int | None = None, is_approximate: bool = False) -> str:
        """Return a number with the digits it has, or rounded to *decimals*; thousands are set apart."""
        if value is None:
            return "–"
        text = f"{value:,}" if decimals is None else f"{_rounded(value, decimals):,.{decimals}f}"
        if self.language is Language.FRENCH:
            text = text.translate({ord(","): "\u202f", ord("."): ","})
        return f"~{text}" if is_approximate else text

    def computed(self, value: float | None, *, is_approximate: bool = False) -> str:
        """Return what was computed from a source's figures: whole where it is, else to one decimal."""
        decimals = None if isinstance(value, int) else 1
        return self.number(value, decimals=decimals, is_approximate=is_approximate)

    def change(self, value: float | None) -> str:
        """Return a change in percent with its sign."""
        if value is None:
            return "–"
        text = self.number(abs(value), decimals=1)
        return f"+{text}" if value >= 0 else f"-{text}"


def typeset(french: str) -> str:
    """Return a French text with the spaces that no line is broken at; the dataset has plain ones."""
    return _THOUSANDS.sub("\u202f", _JOINED.sub("\u00a0", french)) if " " in french else french


def _rounded(value: float, decimals: int) -> float:
    from cnes_partners.model.numbers import rounded  # costs a millisecond, which few screens need

    return rounded(value, decimals)
