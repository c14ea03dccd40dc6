"""The records that can be found, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.queries.search.lines import CALLED, lines, ranked
from cnes_partners.queries.search.passages import Searchable, Subject, both, disputed, passages

if TYPE_CHECKING:
    from cnes_partners.model.records.esa import Council
    from cnes_partners.model.records.missions import Mission
    from cnes_partners.model.records.statements import Statement


def _missions(dataset: Dataset) -> Iterator[Subject]:
    for mission in dataset.missions:
        texts = passages(
            *both("name", 10, mission),
            ("id", 9, mission.id),
            ("full_name", 9, mission.full_name),
            *(("aliases", 9, alias) for alias in mission.aliases),
            *both("destination", 6, mission),
            *both("cnes_contribution", 4, mission),
            *(("partners.partner", 3, dataset.party_name(entry.partner)) for entry in mission.partners),
            *(("partners.partner", 3, dataset.party_name(entry.partner, language="fr")) for entry in mission.partners),
            *both("partners.agency", 4, *mission.partners),
            *both("partners.contribution", 4, *mission.partners),
            *(("instruments.name", 5, entry.name) for entry in mission.instruments),
            *both("instruments.what", 4, *mission.instruments),
            *both("instruments.provider", 2, *mission.instruments),
            *_providers(dataset, mission),
            *(("spacecraft.name", 9, name) for craft in mission.spacecraft for name in (craft.name, *craft.aliases)),
            *(("spacecraft.cospar", 8, craft.cospar) for craft in mission.spacecraft),
            *(("spacecraft.norad", 8, str(craft.norad)) for craft in mission.spacecraft if craft.norad),
            *(("target", 5, word.replace("-", " ")) for word in mission.target),
            ("status", 3, mission.status),
            ("launch.vehicle", 3, mission.launch.vehicle if mission.launch else None),
            *both("launch.site", 3, mission.launch),
            *both("summary", 4, mission),
            *both("note", 2, mission),
            *disputed("disagreements.", 1, *mission.disagreements),
        )
        yield Subject(Searchable.MISSION, mission.id, mission.name, mission.name_fr, texts)


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
        texts = passages(
            *both("name", 10, partner),
            *both("country.official_name", 9, country),
            *(("country.aliases", 9, alias) for alias in (country.aliases if country else ())),
            ("id", 9, partner.id),
            *(("aliases", 9, alias) for alias in partner.aliases),
            *(("agencies.abbr", 9, agency.abbr) for agency in partner.agencies),
            *both("agencies.name", 8, *partner.agencies),
            *both("since.what", 4, partner.since),
            *both("status_note", 3, partner),
            ("status", 3, partner.status),
            *both("agreements.title", 5, *partner.agreements),
            *both("facts.label", 3, *partner.facts),
            *both("facts.value", 3, *partner.facts),
            *both("note", 3, partner),
            *disputed("disagreements.", 1, *partner.disagreements),
        )
        yield Subject(Searchable.PARTNER, partner.id, partner.name, partner.name_fr, texts)


def _agreements(dataset: Dataset) -> Iterator[Subject]:
    for partner in dataset.partners:
        for agreement in partner.agreements:
            texts = passages(
                *both("title", 8, agreement),
                ("id", 7, agreement.id),
                *both("subject", 5, agreement),
                ("partner", 3, partner.name),
                ("partner", 3, partner.name_fr),
            )
            yield Subject(Searchable.AGREEMENT, agreement.id, agreement.title, agreement.title_fr, texts)


def _sources(dataset: Dataset) -> Iterator[Subject]:
    for source in dataset.sources:
        texts = passages(
            ("title", 6, source.title),
            ("id", 5, source.id),
            ("publisher", 3, source.publisher),
            ("url", 1, source.url),
            *both("note", 1, source),
        )
        yield Subject(Searchable.SOURCE, source.id, source.title, None, texts)


def _claims(dataset: Dataset) -> Iterator[Subject]:
    for statement in dataset.statements:
        texts = passages(
            *both("label", 8, statement),
            ("id", 7, statement.id),
            *(("stated", 9, text) for text in _figures(statement)),
            *both("note", 3, statement),
            *both("stated_by", 2, statement),
        )
        yield Subject(Searchable.CLAIM, statement.id, statement.label, statement.label_fr, texts)


def _figures(statement: Statement) -> tuple[str, ...]:
    """Return how people write what is stated: with its unit, a rank as who has it would say."""
    if statement.unit == "rank":
        return (ranked(statement.value),)
    values = (statement.value,) if statement.value_fr is None else (statement.value, statement.value_fr)
    return tuple(f"{value} {statement.unit}" for value in values)


def _categories(dataset: Dataset) -> Iterator[Subject]:
    for category in dataset.categories:
        texts = passages(
            *both("name", 10, category),
            ("id", 9, category.id),
            *both("purpose", 4, category),
            *(("members.partner", 2, dataset.party_name(member.partner)) for member in category.members),
            *both("members.note", 1, *category.members),
            *both("note", 2, category),
        )
        yield Subject(Searchable.CATEGORY, category.id.value, category.name, category.name_fr, texts)


def _programmes(dataset: Dataset) -> Iterator[Subject]:
    for programme in dataset.esa_programmes:
        texts = passages(
            ("name", 10, programme.name),
            ("id", 9, programme.id),
            *both("what", 4, programme),
            *both("funded_by", 4, programme),
            *both("run_by", 3, programme),
            *both("status", 2, programme),
        )
        yield Subject(Searchable.ESA_PROGRAMME, programme.id, programme.name, None, texts)


def _councils(dataset: Dataset) -> Iterator[Subject]:
    for council in dataset.esa_councils:
        texts = passages(
            ("id", 9, council.id),
            *both("place", 6, council),
            ("date", 5, council.date),
            ("amount_meur", 5, f"{council.amount_meur} million EUR {council.measure}"),
            *both("note", 2, council),
            *(("subscriptions.amount_meur", 3, text) for text in _subscribed(dataset, council)),
            *both("subscriptions.note", 1, *council.subscriptions),
        )
        name, name_fr = f"{council.place} {council.date[:4]}", f"{council.place_fr or council.place} {council.date[:4]}"
        yield Subject(Searchable.ESA_COUNCIL, council.id, name, name_fr, texts)


def _subscribed(dataset: Dataset, council: Council) -> Iterator[str]:
    for entry in council.subscriptions:
        if entry.amount_meur is not None:
            yield f"{dataset.party_name(entry.country)}: {entry.amount_meur} million EUR"
            yield f"{dataset.party_name(entry.country, language='fr')}: {entry.amount_meur} millions EUR"


def _disagreements(kind: Searchable, dataset: Dataset) -> Iterator[Subject]:
    for record in dataset.disagreements if kind is Searchable.DISAGREEMENT else dataset.esa_disagreements:
        texts = passages(("id", 5, record.id), *disputed("", 3, record))
        yield Subject(kind, record.id or record.about, record.about, record.about_fr, texts)


SUBJECTS: dict[Searchable, Callable[[Dataset], Iterator[Subject]]] = {
    Searchable.MISSION: _missions,
    Searchable.PARTNER: _partners,
    Searchable.CLAIM: _claims,
    Searchable.CATEGORY: _categories,
    Searchable.AGREEMENT: _agreements,
    Searchable.ESA_PROGRAMME: _programmes,
    Searchable.ESA_COUNCIL: _councils,
    Searchable.DISAGREEMENT: partial(_disagreements, Searchable.DISAGREEMENT),
    Searchable.ESA_DISAGREEMENT: partial(_disagreements, Searchable.ESA_DISAGREEMENT),
    **{kind: partial(lines, kind) for kind in CALLED},
    Searchable.SOURCE: _sources,
}
