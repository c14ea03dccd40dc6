"""Which language people read: found before anything is parsed, since help and errors are in it too.

A TAB asks for it, so nothing here imports what only a command needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cnes_partners.model.language import Language

OPTION, _VARIABLE = "--lang", "CNES_PARTNERS_LANG"


def spoken(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """Return the language, and the arguments without the option that says it, before or after the command.

    What says no language stays where it stands, for the framework to refuse.
    """
    places = dict(_places(arguments))
    if len(places) > 1:
        from cnes_partners.errors import UsageError
        from cnes_partners.model.sentences import sentence

        raise UsageError(
            sentence("{option} takes one value and is given {times} times.", option=OPTION, times=len(places))
        )
    for place, language in places.items():
        length = 2 if arguments[place] == OPTION else 1
        return language, [*arguments[:place], *arguments[place + length :]]
    _refuse_none(environment.get(_VARIABLE))
    return heard(arguments, environment), list(arguments)


def heard(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of a line that need not be finished; what says none is passed over.

    That of the option, else of the program's own variable, else of the locale as gettext reads it, else English.
    """
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    names = "" if locale in ("C", "POSIX") else environment.get("LANGUAGE") or locale
    said = (*dict(_places(words)).values(), *map(_named, (environment.get(_VARIABLE, ""), *names.split(":"))))
    return next(filter(None, said), Language.ENGLISH)


def _places(arguments: Sequence[str]) -> Iterator[tuple[int, Language]]:
    """Yield where the option stands, and what it says."""
    for place, word in enumerate(arguments):
        if word == "--":
            return
        value = "".join(arguments[place + 1 : place + 2]) if word == OPTION else word.removeprefix(f"{OPTION}=")
        if value != word and value in (*Language,):
            yield place, Language(value)


def _refuse_none(own: str | None) -> None:
    """Refuse what the program's own variable says where that is no language."""
    if own and _named(own) is None:
        from cnes_partners.errors import UsageError
        from cnes_partners.model.sentences import either, sentence

        raise UsageError(
            sentence(
                "{variable} is '{value}', which is no language of this program: say {languages}.",
                variable=_VARIABLE,
                value=own,
                languages=either(tuple(map(str, Language))),
            )
        )


def _named(locale: str) -> Language | None:
    """Return the language of a locale: "fr_FR.UTF-8", "fr-CA", "fr"."""
    code = re.split("[-_.@]", locale)[0].lower()
    return Language(code) if code in (*Language,) else None
