"""The menu of a checkout, read from the application itself; the build writes it down for the wheel."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from cnes_partners.cli.completion.candidates import slug
from cnes_partners.cli.completion.menu import Command, Expected, Menu, Name, Option, Value, menu_file, seal
from cnes_partners.cli.given import Named, annotated, choices_of
from cnes_partners.dataset.dataset import Dataset
from cnes_partners.dataset.names import Names, mission_names, partner_names
from cnes_partners.errors import CnesPartnersError
from cnes_partners.model.fields import is_id
from cnes_partners.model.language import Language
from cnes_partners.views.words import Words

if TYPE_CHECKING:
    from cnes_partners.model.records.missions import Mission
    from cnes_partners.model.records.partners import Partner

NamedRecord = TypeVar("NamedRecord", "Partner", "Mission")

_OPEN_COLUMNS = ("sql",)  # the statement says which
_FILES = ("FILE", "DIR", "PATH", "OLD", "NEW")


class LiveMenu:
    """The menu as the application and the dataset have it now; what it says of a word is in the language of *say*."""

    def __init__(self, program: Any, dataset: Dataset, say: Words) -> None:
        self._program = program
        self._context = program.make_context("cnes-partners", [], resilient_parsing=True)
        self._dataset = dataset
        self._say = say

    @cached_property
    def root(self) -> Command:
        """Return the program with all its commands."""
        return _command("cnes-partners", self._program, self._context, self._say)

    def names(self, kind: str) -> Sequence[Name]:
        """Return the names of that kind; of a record whose id the rules refuse, none: a shell would read it."""
        return tuple(name for name in _NAMES[kind](self._dataset, self._say) if is_id(name.id))

    def columns(self, path: tuple[str, ...]) -> Sequence[str]:
        """Return the columns of the answer that the command's first example gives, none where it gives none."""
        command = self._program
        for name in path:
            command = command.get_command(self._context, name)
        answer = getattr(command.callback, "answer", None)
        if answer is None or path[-1] in _OPEN_COLUMNS:
            return ()
        from cnes_partners.cli.answers import Session, as_meant, options_of
        from cnes_partners.cli.help import described
        from cnes_partners.queries.changes.model import Compared
        from cnes_partners.queries.known import Known

        arguments = shlex.split(described(command).examples[0])[1 + len(path) :]
        given = command.make_context(path[-1], arguments).params
        if "old" in given:  # its example's file is not there: any dataset has these columns, beside itself too
            given |= {"old": self._dataset.storage.place, "tables": [Compared.METADATA]}
        session = Session(dataset=self._dataset, say=Words(known=Known(self._dataset)))
        try:
            view = answer(session, **as_meant(given, options_of(answer)[1:]))
        except CnesPartnersError:  # another dataset need not have what the example names
            return ()
        return tuple(column.name for column in view.columns)


def live_menu(dataset: Dataset, language: Language = Language.ENGLISH) -> LiveMenu:
    """Return the menu of this program over *dataset*."""
    from typer.main import get_command

    from cnes_partners.cli.app import app

    return LiveMenu(get_command(app), dataset, Words(language))


def compile_menus(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write the menu of each language to *folder* as CompiledMenu reads it, and return the files."""
    return tuple(_compiled(live_menu(dataset, language), folder / menu_file(language)) for language in Language)


def _compiled(menu: Menu, path: Path) -> Path:
    body = json.dumps(plain_menu(menu), ensure_ascii=False).encode()
    path.write_bytes(seal(body) + body)
    return path


def plain_menu(menu: Menu) -> dict[str, Any]:
    """Return the whole menu as plain values."""
    return {
        "root": menu.root,
        "names": {kind: menu.names(kind) for kind in _NAMES},
        "columns": {" ".join(path): found for path in paths_of(menu.root) if (found := menu.columns(path))},
    }


def paths_of(command: Command) -> list[tuple[str, ...]]:
    """Return the path of every command below a command: ("esa",), ("esa", "budget")."""
    return [
        path
        for entry in command.commands
        for path in ((entry.name,), *((entry.name, *inner) for inner in paths_of(entry)))
    ]


def _command(name: str, command: Any, context: Any, say: Words) -> Command:
    from cnes_partners.cli.help import described

    parameters = command.get_params(context)
    arguments = [entry for entry in parameters if entry.param_type_name == "argument"]
    annotations = annotated(command.callback)
    names = command.list_commands(context) if hasattr(command, "list_commands") else ()
    return Command(
        name=name,
        help=described(command, say).summary,
        options=tuple(
            Option(
                spellings=_spellings(entry),
                help=say(entry.help) if entry.help else "",
                value=_value(entry, annotations),
            )
            for entry in parameters
            if entry.param_type_name == "option" and not entry.hidden
        ),
        arguments=tuple(value for entry in arguments if (value := _value(entry, annotations))),
        repeats=any(entry.nargs == -1 for entry in arguments),
        commands=tuple(_command(inner, command.get_command(context, inner), context, say) for inner in names),
    )


def _spellings(option: Any) -> tuple[str, ...]:
    """Return how an option may be spelt, the long form last; the framework lists those of --help in no fixed order."""
    return tuple(sorted(option.opts, key=lambda spelling: (len(spelling), spelling)))


def _value(parameter: Any, annotations: Mapping[str, tuple[Any, ...]]) -> Value | None:
    """Return what may stand for a parameter; None for a flag."""
    if getattr(parameter, "is_flag", False):
        return None
    is_list = bool(getattr(parameter, "multiple", False))
    if choices := choices_of(annotations.get(parameter.name, ())):
        return Value(expected=Expected.CHOICE, choices=choices, is_list=is_list)
    for part in annotations.get(parameter.name, ()):
        if part is Named.COLUMN:
            return Value(expected=Expected.COLUMNS)
        if isinstance(part, Named):
            return Value(expected=Expected.NAME, names=str(part))
    if str(parameter.metavar).strip("[]") in _FILES or parameter.name == "path":
        return Value(expected=Expected.FILE)
    return Value(expected=Expected.ANYTHING)


def _partners(dataset: Dataset, say: Words) -> tuple[Name, ...]:
    return _named(dataset.partners, partner_names, say)


def _missions(dataset: Dataset, say: Words) -> tuple[Name, ...]:
    return _named(dataset.missions, mission_names, say)


def _claims(dataset: Dataset, say: Words) -> tuple[Name, ...]:
    from cnes_partners.queries.claims.rules import claims

    return tuple(Name(id=claim.id, name=say.either(claim.label, claim.label_fr)) for claim in claims(dataset))


def _councils(dataset: Dataset, say: Words) -> tuple[Name, ...]:
    return tuple(
        Name(id=entry.id, name=f"{say.either(entry.place, entry.place_fr)} {entry.date.year}")
        for entry in dataset.esa_councils
    )


def _contributors(dataset: Dataset, say: Words) -> tuple[Name, ...]:
    ids = dict.fromkeys(line.contributor for line in dataset.esa_income)
    found = ((id, dataset.party_name(id), dataset.party_name(id, language="fr")) for id in ids)
    return tuple(
        Name(id=id, name=say.either(name, french), others=(slug(name), slug(french))) for id, name, french in found
    )


def _pages(dataset: Dataset, say: Words) -> tuple[Name, ...]:
    sources = tuple(Name(id=source.id, name=source.title) for source in dataset.sources)
    return (*_missions(dataset, say), *_partners(dataset, say), *sources)


_NAMES: dict[str, Callable[[Dataset, Words], tuple[Name, ...]]] = {
    Named.PARTNER: _partners,
    Named.MISSION: _missions,
    Named.CLAIM: _claims,
    Named.COUNCIL: _councils,
    Named.CONTRIBUTOR: _contributors,
    Named.PAGE: _pages,
}


def _named(records: Sequence[NamedRecord], names_of: Callable[[NamedRecord], Names], say: Words) -> tuple[Name, ...]:
    """Return the names to offer, each record with its own id and no other's."""
    ids = {record.id for record in records}
    return tuple(
        Name(
            id=record.id,
            name=say.either(record.name, record.name_fr),
            others=_words(names_of(record), ids - {record.id}),
        )
        for record in records
    )


def _words(names: Names, taken: Set[str]) -> tuple[str, ...]:
    """Return the other names of a record as they may be typed, but for catalogue numbers and *taken* words."""
    words = (slug(other) for other in (names.name, *names.others) if not other.isdigit())
    return tuple(word for word in dict.fromkeys(words) if word not in taken)
