"""The records that can be found, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from cnes_partners.dataset.dataset import Dataset
from cnes_partners.model.sentences import Name, Sentence, sentence, spelled_out
from cnes_partners.queries.search.lines import CALLED, lines, ranked
from cnes_partners.queries.search.passages import Perhaps, Searchable, Subject, both, disputed, passages

if TYPE_CHECKING:
    from cnes_partners.model.records.esa import Council
    from cnes_partners.model.records.missions import Mission
    from cnes_partners.model.records.statements import Statement


def _missions(dataset: Dataset) -> Iterator[Subject]:
    for mission in dataset.missions:
        texts = passages(
            *both("name", 10, mission),
            ("id", 9, mission.id),
            *both("full_name", 9, mission),
            *(("aliases", 9, alias) for alias in mission.aliases),
            *both("destination", 6, mission),
            *both("cnes_contribution", 4, mission),
            *_named(dataset, "partners.partner", 3, *(entry.partner for entry in mission.partners)),
            *both("partners.agency", 4, *mission.partners),
            *both("partners.contribution", 4, *mission.partners),
            *both("instruments.name", 5, *mission.instruments),
            *both("instruments.what", 4, *mission.instruments),
            *both("instruments.provider", 2, *mission.instruments),
            *_providers(dataset, mission),
            *both("spacecraft.name", 9, *mission.spacecraft),
            *(("spacecraft.name", 9, alias) for craft in mission.spacecraft for alias in craft.aliases),
            *(("spacecraft.cospar", 8, craft.cospar) for craft in mission.spacecraft),
            *(("spacecraft.norad", 8, str(craft.norad)) for craft in mission.spacecraft if craft.norad),
            *(("target", 5, spelled_out(word)) for word in mission.target),
            ("status", 3, mission.status),
            *both("launch.vehicle", 3, mission.launch),
            *both("launch.site", 3, mission.launch),
            *both("summary", 4, mission),
            *both("note", 2, mission),
            *disputed("disagreements.", 1, *mission.disagreements),
        )
        yield Subject(Searchable.MISSION, mission.id, mission.name, mission.name_fr, texts)


def _named(dataset: Dataset, field: str, weight: int, *parties: str) -> Iterator[Perhaps]:
    """Yield the name of each party in both languages, for a field that holds its id."""
    for party in parties:
        french = dataset.party_name(party, language="fr")
        yield field, weight, dataset.party_name(party), french
        yield field, weight, french


def _providers(dataset: Dataset, mission: Mission) -> Iterator[Perhaps]:
    """Yield who provides what of each instrument, in both languages: "KaRIn: CSA, Canada, klystrons"."""
    for instrument in mission.instruments:
        for provider in instrument.providers:
            english = (provider.institute, dataset.party_name(provider.party), provider.supplies)
            french = (
                provider.institute_fr or provider.institute,
                dataset.party_name(provider.party, language="fr"),
                provider.supplies_fr or provider.supplies,
            )
            said, said_fr = (
                f"{name}: {', '.join(part for part in parts if part)}"
                for name, *parts in ((instrument.name, *english), (instrument.name_fr or instrument.name, *french))
            )
            yield "instruments.providers", 3, said, said_fr
            if said_fr != said:
                yield "instruments.providers", 3, said_fr


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
                ("partner", 3, partner.name, partner.name_fr),
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
            *_figures(statement),
            *both("note", 3, statement),
            *both("stated_by", 2, statement),
        )
        yield Subject(Searchable.CLAIM, statement.id, statement.label, statement.label_fr, texts)


def _figures(statement: Statement) -> Iterator[Perhaps]:
    """Yield what is stated as people write it: a number with its unit, a rank as who has it would say."""
    value = statement.value
    if isinstance(value, str):
        yield "stated", 9, value, statement.value_fr
        yield "stated", 9, statement.value_fr
    elif statement.unit == "rank":
        yield "stated", 9, ranked(value)
    else:
        unit = sentence(statement.unit)
        yield "stated", 9, sentence("{number} {unit}", number=value, unit=unit)


def _categories(dataset: Dataset) -> Iterator[Subject]:
    for category in dataset.categories:
        texts = passages(
            *both("name", 10, category),
            ("id", 9, category.id),
            *both("purpose", 4, category),
            *_named(dataset, "members.partner", 2, *(member.partner for member in category.members)),
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
            ("amount_meur", 5, _decided(council)),
            *both("note", 2, council),
            *_subscribed(dataset, council),
            *both("subscriptions.note", 1, *council.subscriptions),
        )
        name, name_fr = f"{council.place} {council.date[:4]}", f"{council.place_fr or council.place} {council.date[:4]}"
        yield Subject(Searchable.ESA_COUNCIL, council.id, name, name_fr, texts)


def _decided(council: Council) -> Sentence:
    return sentence("{amount} million EUR {measure}", amount=council.amount_meur, measure=council.measure)


def _subscribed(dataset: Dataset, council: Council) -> Iterator[Perhaps]:
    """Yield what each country subscribed; who looks for its French name finds the same."""
    for entry in council.subscriptions:
        if entry.amount_meur is not None:
            french = dataset.party_name(entry.country, language="fr")
            country = Name(english=dataset.party_name(entry.country), french=french)
            said = sentence("{country}: {amount} million EUR", country=country, amount=entry.amount_meur)
            yield "subscriptions.amount_meur", 3, said
            yield "subscriptions.amount_meur", 3, f"{french} {entry.amount_meur}", said


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
