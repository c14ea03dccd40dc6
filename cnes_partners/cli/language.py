"""Which language people read: found before anything is parsed, since help and errors are in it too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from cnes_partners.errors import UsageError
from cnes_partners.model.language import Language
from cnes_partners.model.sentences import sentence

_OPTION, _VARIABLE = "--lang", "CNES_PARTNERS_LANG"

LanguageOption = Annotated[
    Language | None,
    typer.Option(_OPTION, help="Language of what people read (or CNES_PARTNERS_LANG, or the locale); keys stay."),
]
"""For help and completion to tell of, and to refuse what is no language; what is one was taken before parsing."""


def spoken(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """Return the language, and the arguments without the option that says it, before or after the command.

    What says no language stays where it stands, for the framework to refuse.
    """
    places = dict(_places(arguments))
    if len(places) > 1:
        raise UsageError(
            sentence("{option} takes one value and is given {times} times.", option=_OPTION, times=len(places))
        )
    for place, language in places.items():
        length = 2 if arguments[place] == _OPTION else 1
        return language, [*arguments[:place], *arguments[place + length :]]
    return _of(environment), list(arguments)


def _places(arguments: Sequence[str]) -> Iterator[tuple[int, Language]]:
    """Yield where the option stands, and what it says."""
    for place, word in enumerate(arguments):
        if word == "--":
            return
        value = "".join(arguments[place + 1 : place + 2]) if word == _OPTION else word.removeprefix(f"{_OPTION}=")
        if value != word and value in (*Language,):
            yield place, Language(value)


def _of(environment: Mapping[str, str]) -> Language:
    """Return the language of the program's own variable, else of the locale as gettext reads it, else English."""
    if own := environment.get(_VARIABLE):
        if language := _named(own):
            return language
        raise UsageError(f"{_VARIABLE} is '{own}', which is no language of this program: say {' or '.join(Language)}.")
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    names = "" if locale in ("C", "POSIX") else environment.get("LANGUAGE") or locale
    return next(filter(None, map(_named, names.split(":"))), Language.ENGLISH)


def _named(locale: str) -> Language | None:
    """Return the language of a locale: "fr_FR.UTF-8", "fr-CA", "fr"."""
    code = re.split("[-_.@]", locale)[0].lower()
    return Language(code) if code in (*Language,) else None
