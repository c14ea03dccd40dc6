"""The records that can be found, and what each says: every text with its field and how much a match there tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.fields import french_of
from cnes_partners.model.records.esa import Council
from cnes_partners.model.records.missions import Mission
from cnes_partners.model.records.statements import Statement


class Searchable(StrEnum):
    """What can be found, by the name of its table in SQL; a claim is a statement there, beside what the data gives."""

    MISSION = "mission"
    PARTNER = "partner"
    CLAIM = "claim"
    CATEGORY = "category"
    AGREEMENT = "agreement"
    ESA_PROGRAMME = "esa_programme"
    ESA_COUNCIL = "esa_council"
    ESA_CONTRIBUTION = "esa_contribution"
    SOURCE = "source"


class Passage(NamedTuple):
    """A text of a record, the field where it stands, and how much a match there tells (1 to 10)."""

    field: str
    weight: int
    text: str


class Subject(NamedTuple):
    """A record that can be found, and what it says."""

    table: Searchable
    id: str
    name: str
    name_fr: str | None
    passages: list[Passage]


def _passages(*given: tuple[str, int, str | None]) -> list[Passage]:
    return [Passage(field, weight, text) for field, weight, text in given if text]


def _both(field: str, weight: int, *records: object | None) -> Iterator[tuple[str, int, str | None]]:
    """Yield a text of records in both languages; *field* leads there in the JSON, its last part in the records."""
    name = field.rpartition(".")[2]
    for record in records:
        if record is not None:
            yield field, weight, getattr(record, name)
            yield french_of(field), weight, getattr(record, french_of(name))


def _missions(dataset: Dataset) -> Iterator[Subject]:
    for mission in dataset.missions:
        passages = _passages(
            *_both("name", 10, mission),
            ("id", 9, mission.id),
            ("full_name", 9, mission.full_name),
            *(("aliases", 9, alias) for alias in mission.aliases),
            *_both("destination", 6, mission),
            *_both("cnes_contribution", 4, mission),
            *(("partners.partner", 3, dataset.party_name(entry.partner)) for entry in mission.partners),
            *(("partners.partner", 3, dataset.party_name(entry.partner, language="fr")) for entry in mission.partners),
            *_both("partners.agency", 4, *mission.partners),
            *_both("partners.contribution", 4, *mission.partners),
            *(("instruments.name", 5, entry.name) for entry in mission.instruments),
            *_both("instruments.what", 4, *mission.instruments),
            *_both("instruments.provider", 2, *mission.instruments),
            *_providers(dataset, mission),
            *(("spacecraft.name", 9, name) for craft in mission.spacecraft for name in (craft.name, *craft.aliases)),
            *(("spacecraft.cospar", 8, craft.cospar) for craft in mission.spacecraft),
            *(("spacecraft.norad", 8, str(craft.norad)) for craft in mission.spacecraft if craft.norad),
            *(("target", 5, word.replace("-", " ")) for word in mission.target),
            ("status", 3, mission.status),
            ("launch.vehicle", 3, mission.launch.vehicle if mission.launch else None),
            *_both("launch.site", 3, mission.launch),
            *_both("summary", 4, mission),
            *_both("note", 2, mission),
            *_both("disagreements.note", 1, *mission.disagreements),
        )
        yield Subject(Searchable.MISSION, mission.id, mission.name, mission.name_fr, passages)


def _providers(dataset: Dataset, mission: Mission) -> Iterator[tuple[str, int, str | None]]:
    """Yield who provides what of each instrument, in both languages: "KaRIn: CSA, Canada, klystrons"."""
    for instrument in mission.instruments:
        for provider in instrument.providers:
            english = (provider.institute, dataset.party_name(provider.party), provider.supplies)
            french = (
                provider.institute_fr or provider.institute,
                dataset.party_name(provider.party, language="fr"),
                provider.supplies_fr or provider.supplies,
            )
            for said in dict.fromkeys((english, french)):
                yield "instruments.providers", 3, f"{instrument.name}: {', '.join(part for part in said if part)}"


def _partners(dataset: Dataset) -> Iterator[Subject]:
    for partner in dataset.partners:
        country = dataset.country(partner.id)
        passages = _passages(
            *_both("name", 10, partner),
            *_both("country.official_name", 9, country),
            *(("country.aliases", 9, alias) for alias in (country.aliases if country else ())),
            ("id", 9, partner.id),
            *(("aliases", 9, alias) for alias in partner.aliases),
            *(("agencies.abbr", 9, agency.abbr) for agency in partner.agencies),
            *_both("agencies.name", 8, *partner.agencies),
            *_both("since.what", 4, partner.since),
            *_both("status_note", 3, partner),
            ("status", 3, partner.status),
            *_both("agreements.title", 5, *partner.agreements),
            *_both("facts.label", 3, *partner.facts),
            *_both("facts.value", 3, *partner.facts),
            *_both("note", 3, partner),
            *_both("disagreements.note", 1, *partner.disagreements),
        )
        yield Subject(Searchable.PARTNER, partner.id, partner.name, partner.name_fr, passages)


def _agreements(dataset: Dataset) -> Iterator[Subject]:
    for partner in dataset.partners:
        for agreement in partner.agreements:
            passages = _passages(
                *_both("title", 8, agreement),
                ("id", 7, agreement.id),
                *_both("subject", 5, agreement),
                ("partner", 3, partner.name),
                ("partner", 3, partner.name_fr),
            )
            yield Subject(Searchable.AGREEMENT, agreement.id, agreement.title, agreement.title_fr, passages)


def _sources(dataset: Dataset) -> Iterator[Subject]:
    for source in dataset.sources:
        passages = _passages(
            ("title", 6, source.title),
            ("id", 5, source.id),
            ("publisher", 3, source.publisher),
            ("url", 1, source.url),
            *_both("note", 1, source),
        )
        yield Subject(Searchable.SOURCE, source.id, source.title, None, passages)


def _claims(dataset: Dataset) -> Iterator[Subject]:
    for statement in dataset.statements:
        passages = _passages(
            *_both("label", 8, statement),
            ("id", 7, statement.id),
            *(("stated", 9, text) for text in _figures(statement)),
            *_both("note", 3, statement),
            *_both("stated_by", 2, statement),
        )
        yield Subject(Searchable.CLAIM, statement.id, statement.label, statement.label_fr, passages)


def _figures(statement: Statement) -> tuple[str, ...]:
    """Return how people write what is stated: with its unit, a rank as who has it would say."""
    if statement.unit == "rank":
        return (f"{_ORDINALS.get(statement.value, str(statement.value))} contributor",)
    values = (statement.value,) if statement.value_fr is None else (statement.value, statement.value_fr)
    return tuple(f"{value} {statement.unit}" for value in values)


_ORDINALS: dict[int | float | str | None, str] = {1: "first", 2: "second", 3: "third"}


def _categories(dataset: Dataset) -> Iterator[Subject]:
    for category in dataset.categories:
        passages = _passages(
            *_both("name", 10, category),
            ("id", 9, category.id),
            *_both("purpose", 4, category),
            *(("members.partner", 2, dataset.party_name(member.partner)) for member in category.members),
            *_both("members.note", 1, *category.members),
            *_both("note", 2, category),
        )
        yield Subject(Searchable.CATEGORY, category.id.value, category.name, category.name_fr, passages)


def _programmes(dataset: Dataset) -> Iterator[Subject]:
    for programme in dataset.esa_programmes:
        passages = _passages(
            ("name", 10, programme.name),
            ("id", 9, programme.id),
            *_both("what", 4, programme),
            *_both("funded_by", 4, programme),
            *_both("run_by", 3, programme),
            *_both("status", 2, programme),
        )
        yield Subject(Searchable.ESA_PROGRAMME, programme.id, programme.name, None, passages)


def _councils(dataset: Dataset) -> Iterator[Subject]:
    for council in dataset.esa_councils:
        passages = _passages(
            ("id", 9, council.id),
            *_both("place", 6, council),
            ("date", 5, council.date),
            ("amount_meur", 5, f"{council.amount_meur} million EUR {council.measure}"),
            *_both("note", 2, council),
            *(("subscriptions.amount_meur", 3, text) for text in _subscribed(dataset, council)),
            *_both("subscriptions.note", 1, *council.subscriptions),
        )
        name, name_fr = f"{council.place} {council.date[:4]}", f"{council.place_fr or council.place} {council.date[:4]}"
        yield Subject(Searchable.ESA_COUNCIL, council.id, name, name_fr, passages)


def _subscribed(dataset: Dataset, council: Council) -> Iterator[str]:
    for entry in council.subscriptions:
        if entry.amount_meur is not None:
            yield f"{dataset.party_name(entry.country)}: {entry.amount_meur} million EUR"
            yield f"{dataset.party_name(entry.country, language='fr')}: {entry.amount_meur} millions EUR"


def _contributions(dataset: Dataset) -> Iterator[Subject]:
    """Yield France's contribution to ESA as bodies give it; several lines may be of a year."""
    for line in dataset.esa_contribution:
        passages = _passages(
            ("year", 5, str(line.year)),
            ("amount_meur", 6, f"{line.amount_meur} million EUR {line.measure}"),
            ("share_pct", 6, None if line.share_pct is None else f"{line.share_pct} percent"),
            ("rank", 6, f"{_ORDINALS[line.rank]} contributor" if line.rank in _ORDINALS else None),
            *_both("stated_by", 3, line),
            *_both("note", 2, line),
        )
        yield Subject(Searchable.ESA_CONTRIBUTION, str(line.year), line.stated_by, line.stated_by_fr, passages)


SUBJECTS: dict[Searchable, Callable[[Dataset], Iterator[Subject]]] = {
    Searchable.MISSION: _missions,
    Searchable.PARTNER: _partners,
    Searchable.CLAIM: _claims,
    Searchable.CATEGORY: _categories,
    Searchable.AGREEMENT: _agreements,
    Searchable.ESA_PROGRAMME: _programmes,
    Searchable.ESA_COUNCIL: _councils,
    Searchable.ESA_CONTRIBUTION: _contributions,
    Searchable.SOURCE: _sources,
}
