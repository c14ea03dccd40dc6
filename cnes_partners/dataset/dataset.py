"""The dataset as Python sees it: typed tables, each read when it is first asked for."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cnes_partners.dataset.compiled import CompiledStorage, Name, names_of
from cnes_partners.dataset.storage import Storage, find_storage
from cnes_partners.dataset.tables import TABLES
from cnes_partners.errors import InvalidDatasetError, NotAPartnerError, Problem

if TYPE_CHECKING:
    from cnes_partners.dataset.names import Names
    from cnes_partners.dataset.shapes import OlderShape
    from cnes_partners.model.records.budget import (
        BudgetLine,
        CnesBudgetLine,
        Contribution,
        DomainLine,
        IncomeLine,
        IncomeSubtotal,
    )
    from cnes_partners.model.records.categories import CategoryRecord
    from cnes_partners.model.records.checks import SumCheck, UndatedTable
    from cnes_partners.model.records.countries import Country
    from cnes_partners.model.records.disagreements import Disagreement
    from cnes_partners.model.records.esa import Council, EsaProgramme, FundingRule, Membership, MembershipCount
    from cnes_partners.model.records.metadata import Metadata
    from cnes_partners.model.records.missions import Mission
    from cnes_partners.model.records.parties import Party
    from cnes_partners.model.records.partners import Partner
    from cnes_partners.model.records.prices import PriceIndex
    from cnes_partners.model.records.sources import Source
    from cnes_partners.model.records.statements import Statement

HOME = "fr"
"""The id of the country whose agency CNES is."""


def load(place: str | os.PathLike[str] | None = None) -> Dataset:
    """Return the bundled dataset, or the one at *place*: a folder of YAML or a JSON export.

    Without *place* the environment variable CNES_PARTNERS_DATA is heeded. Tables are read when they are
    first asked for, so a faulty record shows itself then; ``cnes-partners check`` reads everything.

    Raises:
        InvalidDatasetError: There is no dataset at that place.
    """
    return Dataset(find_storage(place))


class Dataset:
    """Tables of records; see data/README.md for what each field means.

    Every table raises InvalidDatasetError, with all problems of the table, if its files do not decode.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    @property
    def older_shape(self) -> OlderShape | None:
        """Return what an export of an older version of the program lacks, None of any other dataset."""
        if isinstance(self.storage, CompiledStorage):
            return None
        from cnes_partners.dataset.edited import ExportStorage

        return self.storage.older_shape if isinstance(self.storage, ExportStorage) else None

    def table(self, name: str) -> tuple[Any, ...]:
        """Return the records of the table of that name (see ``dataset.tables.TABLES``)."""
        return (self.metadata,) if name == "metadata" else tuple(getattr(self, name))

    def _read(self, name: str) -> tuple[Any, ...]:
        return self.storage.read(TABLES[name])

    @cached_property
    def metadata(self) -> Metadata:
        """Return the dataset's version, date, licence and citation."""
        found = self._read("metadata")
        if len(found) != 1:
            raise InvalidDatasetError([Problem(file=TABLES["metadata"].path, message="expected one record")])
        metadata: Metadata = found[0]
        return metadata

    @cached_property
    def categories(self) -> tuple[CategoryRecord, ...]:
        """Return the categories of partnership, in CNES's order."""
        return self._read("categories")

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Return the partners by id."""
        return self._read("partners")

    @cached_property
    def missions(self) -> tuple[Mission, ...]:
        """Return the missions by id."""
        return self._read("missions")

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Return who is named but is no partner, France among them."""
        return self._read("parties")

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """Return the countries of the world, partners or not."""
        return self._read("countries")

    @cached_property
    def _countries_by_id(self) -> dict[str, Country]:
        return {country.id: country for country in self.countries}

    def country(self, id: str) -> Country | None:
        """Return the country of that id, None where it is the id of no country."""
        return self._countries_by_id.get(id)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Return the bibliography."""
        return self._read("sources")

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return the figures that are stated about CNES's cooperation."""
        return self._read("statements")

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Return the disagreements that concern no single record."""
        return self._read("disagreements")

    @cached_property
    def esa_budget(self) -> tuple[BudgetLine, ...]:
        """Return ESA's budget by year."""
        return self._read("esa_budget")

    @cached_property
    def esa_income(self) -> tuple[IncomeLine, ...]:
        """Return ESA's income by year and contributor."""
        return self._read("esa_income")

    @cached_property
    def esa_subtotals(self) -> tuple[IncomeSubtotal, ...]:
        """Return subtotals of ESA's income by year."""
        return self._read("esa_subtotals")

    @cached_property
    def esa_domains(self) -> tuple[DomainLine, ...]:
        """Return ESA's budget by year and domain."""
        return self._read("esa_domains")

    @cached_property
    def esa_contribution(self) -> tuple[Contribution, ...]:
        """Return France's contribution to ESA by year, as different bodies give it."""
        return self._read("esa_contribution")

    @cached_property
    def cnes_budget(self) -> tuple[CnesBudgetLine, ...]:
        """Return CNES's own budget by year."""
        return self._read("cnes_budget")

    @cached_property
    def esa_councils(self) -> tuple[Council, ...]:
        """Return ESA's ministerial councils by date."""
        return self._read("esa_councils")

    @cached_property
    def esa_members(self) -> tuple[Membership, ...]:
        """Return who is in ESA, and since when."""
        return self._read("esa_members")

    @cached_property
    def esa_member_counts(self) -> tuple[MembershipCount, ...]:
        """Return how many members ESA counted."""
        return self._read("esa_member_counts")

    @cached_property
    def esa_programmes(self) -> tuple[EsaProgramme, ...]:
        """Return programmes of ESA's and those it runs for the EU."""
        return self._read("esa_programmes")

    @cached_property
    def esa_funding_rules(self) -> tuple[FundingRule, ...]:
        """Return how ESA is paid for."""
        return self._read("esa_funding_rules")

    @cached_property
    def esa_sum_checks(self) -> tuple[SumCheck, ...]:
        """Return the arithmetic that was done on ESA's figures, and what it showed."""
        return self._read("esa_sum_checks")

    @cached_property
    def esa_undated(self) -> tuple[UndatedTable, ...]:
        """Return tables of contributions that belong to no year for certain."""
        return self._read("esa_undated")

    @cached_property
    def esa_disagreements(self) -> tuple[Disagreement, ...]:
        """Return the disagreements about ESA's figures."""
        return self._read("esa_disagreements")

    @cached_property
    def prices(self) -> tuple[PriceIndex, ...]:
        """Return French consumer prices by year."""
        return self._read("prices")

    def partner(self, name: str) -> Partner:
        """Return the partner of that id, name, official name, agency, code or alias, in any case and either language.

        Raises:
            NotFoundError: Nobody is called so; AmbiguousNameError where several are; NotAPartnerError where it is a
                country or other party that is no partner of its own.
        """
        found = self.actor(name)
        for partner in self.partners:
            if partner.id == found.id:
                return partner
        reason = "no partner: CNES itself is French" if found.id == HOME else "no partner of its own here"
        raise NotAPartnerError(f"{found} is {reason}.", party=found.id)

    def actor(self, name: str) -> Names:
        """Return the names of the partner, other party or country that is called so.

        A partner's own name comes before a country's: EC is the European Commission, and not Ecuador.

        Raises:
            NotFoundError: Nobody is called so; AmbiguousNameError where several are.
        """
        from cnes_partners.dataset.names import called, country_names, only, partner_names, party_names, unknown

        named = (*map(partner_names, self.partners), *map(party_names, self.parties))
        found = called(name, named) or called(name, tuple(map(country_names, self.countries)))
        if not found:
            partners = (partner_names(partner, self.country(partner.id)) for partner in self.partners)
            raise unknown(name, (*partners, *map(party_names, self.parties)), kind="partner")
        return only(name, found, kind="partner")

    def mission(self, name: str) -> Mission:
        """Return the mission of that id, name, alias, spacecraft, designation or catalogue number, in any case.

        Raises:
            NotFoundError: None is called so; AmbiguousNameError where several are.
        """
        from cnes_partners.dataset.names import find, mission_names

        found = find(name, map(mission_names, self.missions), kind="mission")
        return next(mission for mission in self.missions if mission.id == found)

    def names(self, table: str) -> tuple[Name, ...]:
        """Return id, English and French name of the partners, the missions or the parties, cheaper than the records."""
        if isinstance(self.storage, CompiledStorage):
            return self.storage.names(table)
        return tuple(map(names_of, self.table(table)))

    @cached_property
    def _party_names(self) -> dict[str, tuple[str, str]]:
        every = (*self.names("parties"), *self.names("partners"))
        return {id: (name, name_fr or name) for id, name, name_fr in every}

    def party_name(self, party: str, *, language: str = "en") -> str:
        """Return the name of a partner or other party by id; language is "en" or "fr".

        Raises:
            InvalidDatasetError: The id does not resolve.
        """
        if party not in self._party_names:
            message = f'no partner or party has the id "{party}" (add it to parties.yaml)'
            raise InvalidDatasetError([Problem(file="parties.yaml", message=message)])
        english, french = self._party_names[party]
        return french if language == "fr" else english

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def source(self, id: str) -> Source:
        """Return a source by id.

        Raises:
            InvalidDatasetError: The id does not resolve.
        """
        if id not in self._sources_by_id:
            message = f'no source has the id "{id}" (add it to the record or to sources.yaml)'
            raise InvalidDatasetError([Problem(file="sources.yaml", message=message)])
        return self._sources_by_id[id]
