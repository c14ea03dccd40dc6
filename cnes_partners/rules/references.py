"""Rules about ids: each is the one of its record, and each leads somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from cnes_partners.dataset.dataset import TABLES
from cnes_partners.dataset.entries import Entry, Path
from cnes_partners.dataset.tables import Layout
from cnes_partners.errors import Problem
from cnes_partners.model.fields import is_citation, is_id
from cnes_partners.model.sentences import translatable
from cnes_partners.model.vocabulary.partnership import Basis
from cnes_partners.rules.subject import Leaf, Subject, leaves

_Target = tuple[tuple[str, ...], str]

# The tables in which an id may stand, and what is said of one that does not: of sources, and of other fields.
_SOURCES: _Target = (
    ("sources",),
    translatable('nothing has the id "{id}" (write it out under the record\'s sources, or in sources.yaml)'),
)
_TARGETS: dict[str, _Target] = {
    **dict.fromkeys(
        ("partner", "contributor", "country", "party"),
        (("partners", "parties"), translatable('nothing has the id "{id}" (add it to partners/ or to parties.yaml)')),
    ),
    "related_missions": (("missions",), translatable('nothing has the id "{id}" (add it to missions/)')),
}

# The tables in which an id means one thing, of records that may have borne another.
_AGREEMENTS = ("agreements",)
_KINDS = (("partners", "parties"), _AGREEMENTS, ("missions",), ("statements",), ("sources",))


def ids_are_plain(subject: Subject) -> Iterator[Problem]:
    """Yield ids that a shell, a file system or an address could take for something else."""
    for entry in subject.entries():
        for leaf in leaves(entry.record):
            if leaf.field in ("id", "formerly") and not is_id(leaf.value):
                yield entry.problem_at(leaf.path, "expected an id of small letters a to z, digits and single hyphens")


def ids_are_file_names(subject: Subject) -> Iterator[Problem]:
    """Yield records of one file each whose id is not the name of that file."""
    for table in TABLES.values():
        if table.layout is Layout.FOLDER:
            for entry in subject.entries(table.name):
                name = entry.file.rpartition("/")[2].removesuffix(".yaml")
                if entry.file.endswith(".yaml") and name != entry.record.id:
                    yield entry.problem_at(
                        ("id",), 'the file is called "{name}.yaml" (id and file name are one)', name=name
                    )


def ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """Yield ids that a second record of the same table bears, and ids of parties that are partners."""
    for table in TABLES:
        seen: dict[str, Entry] = {}
        for entry in subject.entries(table):
            id = getattr(entry.record, "id", None)
            if id is not None:
                yield from _seen_before(entry, id, seen)
    for entry in subject.entries("parties"):
        if entry.record.id in subject.ids("partners"):
            yield entry.problem_at(("id",), "a partner has this id (take the party out)")


def _seen_before(entry: Entry, id: str, seen: dict[str, Entry]) -> Iterator[Problem]:
    first = seen.setdefault(id, entry)
    if first is not entry:
        yield entry.problem_at(
            ("id",), "{place} has this id too (keep one, or give one another id)", place=_place(first)
        )


_GIVEN_TO_ANOTHER = translatable("{place} has this id (an id is given to one thing only)")
_ONCE_GIVEN_TO_ANOTHER = translatable("{place} has this id as a former one (an id is given to one thing only)")


def former_ids_are_given_up(subject: Subject) -> Iterator[Problem]:
    """Yield former ids that a record of the same kind bears today, or that another one bore, too."""
    for kind in _KINDS:
        records = tuple(_records(subject, kind))
        bearers = {record.id: (entry, record.id) for entry, _, record in records}
        for entry, path, record in records:
            if id := record.formerly:
                holder, present = bearers.setdefault(id, (entry, record.id))
                if present == id or (holder, present) != (entry, record.id):
                    template = _GIVEN_TO_ANOTHER if present == id else _ONCE_GIVEN_TO_ANOTHER
                    yield entry.problem_at((*path, "formerly"), template, place=_place(holder))


def _records(subject: Subject, tables: tuple[str, ...]) -> Iterator[tuple[Entry, Path, Any]]:
    """Yield the records of these tables, agreements by themselves, each with its entry and its path there."""
    if tables != _AGREEMENTS:
        yield from ((entry, (), entry.record) for entry in subject.entries(*tables))
        return
    for entry in subject.entries("partners"):
        for index, agreement in enumerate(entry.record.agreements):
            yield entry, ("agreements", index), agreement


def agreement_ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """Yield agreements whose id another agreement bears, or does not begin with the partner's."""
    seen: dict[str, Entry] = {}
    for entry in subject.entries("partners"):
        for index, agreement in enumerate(entry.record.agreements):
            path = ("agreements", index, "id")
            if agreement.id in seen:
                place = _place(seen[agreement.id])
                yield entry.problem_at(path, '"{id}" stands in {place} too (number them)', id=agreement.id, place=place)
            seen.setdefault(agreement.id, entry)
            start = f"{entry.record.id}-"
            if not agreement.id.startswith(start):
                yield entry.problem_at(path, 'expected an id that begins with "{start}"', start=start)


def agreements_are_replaced_by_others(subject: Subject) -> Iterator[Problem]:
    """Yield agreements that are said to be replaced by one that does not exist, or by themselves."""
    every = {agreement.id for entry in subject.entries("partners") for agreement in entry.record.agreements}
    for entry in subject.entries("partners"):
        for index, agreement in enumerate(entry.record.agreements):
            path = ("agreements", index, "replaced_by")
            if agreement.replaced_by == agreement.id:
                yield entry.problem_at(path, "an agreement does not replace itself (name the other)")
            elif agreement.replaced_by and agreement.replaced_by not in every and subject.is_whole("partners"):
                yield entry.problem_at(path, 'no agreement has the id "{id}" (add it)', id=agreement.replaced_by)


def references_resolve(subject: Subject) -> Iterator[Problem]:
    """Yield ids of sources, partners, parties and missions that no record bears."""
    for entry, leaf in _references(subject):
        tables, template = _SOURCES if is_citation(leaf.field) else _TARGETS[leaf.field]
        if subject.has_every_id(*tables) and not any(leaf.value in subject.ids(table) for table in tables):
            yield entry.problem_at(leaf.path, template, id=leaf.value)


def _references(subject: Subject) -> Iterator[tuple[Entry, Leaf]]:
    for entry in subject.entries():
        if entry.table != "sources":
            yield from (
                (entry, leaf) for leaf in leaves(entry.record) if leaf.field in _TARGETS or is_citation(leaf.field)
            )


def citations(subject: Subject) -> dict[str, list[Entry]]:
    """Return, by source, the records that cite it, each once."""
    cited: dict[str, list[Entry]] = defaultdict(list)
    for entry, leaf in _references(subject):
        if is_citation(leaf.field) and entry not in cited[leaf.value][-1:]:
            cited[leaf.value].append(entry)
    return cited


def sources_are_cited(subject: Subject) -> Iterator[Problem]:
    """Yield sources of sources.yaml that nothing cites."""
    cited = citations(subject)
    for entry in subject.entries("sources") if subject.is_whole() else ():
        if entry.record.id not in cited and entry.record.id not in subject.mentions:
            yield entry.problem_at(("id",), "nothing cites this source (cite it or take it out)")


def shared_sources_stand_apart(subject: Subject) -> Iterator[Problem]:
    """Yield sources that are written out in one record while another cites them as well."""
    cited = citations(subject)
    for entry in subject.entries("sources"):
        others = [citing for citing in cited.get(entry.record.id, ()) if citing.file != entry.file]
        if "/partners/" in f"/{entry.file}" or "/missions/" in f"/{entry.file}":
            for citing in others[:1]:
                yield entry.problem_at(("id",), "{place} cites it too (move it to sources.yaml)", place=_place(citing))


def cited_sources_are_listed(subject: Subject) -> Iterator[Problem]:
    """Yield sources that a partner or mission cites without naming them in its bibliography."""
    for entry in subject.entries("partners", "missions"):
        if not entry.record.sources:
            yield entry.problem_at(("sources",), "a record names at least one source")
        for leaf in leaves(entry.record):
            if is_citation(leaf.field) and leaf.value not in entry.record.sources:
                yield entry.problem_at(leaf.path, 'add "{id}" to the sources of this record', id=leaf.value)


def categories_name_their_members(subject: Subject) -> Iterator[Problem]:
    """Yield partners whose category is said to be stated by a source that the category does not know."""
    named = {
        (entry.record.id, member.partner, member.source)
        for entry in subject.entries("categories")
        for member in entry.record.members
    }
    for entry in subject.entries("partners") if subject.is_whole("categories") else ():
        partner = entry.record
        if partner.category_basis is Basis.STATED:
            if partner.category_source is None:
                yield entry.problem_at(("category_basis",), "a stated category names its category_source")
            elif (partner.category, partner.id, partner.category_source) not in named:
                yield entry.problem_at(("category_source",), "categories.yaml has no such member (add it there)")
        elif partner.category_source is not None:
            yield entry.problem_at(("category_source",), "an assigned category has no source (say stated, or drop it)")


def _place(entry: Entry) -> str:
    line = entry.line(())
    return entry.file if line is None else f"{entry.file}:{line}"
