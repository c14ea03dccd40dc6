"""The dataset as Python sees it: typed tables, each read when it is first asked for, and records by name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cnes_partners.dataset.storage import Name, OlderShape, Storage, names_of
from cnes_partners.dataset.tables import Layout, Record, Table, declared_in
from cnes_partners.errors import InvalidDatasetError, NotAPartnerError, Problem
from cnes_partners.model.sentences import sentence, translatable

if TYPE_CHECKING:
    from cnes_partners.dataset.names import Names
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


class Dataset:
    """Tables of records; see data/README.md for what each field means.

    Every table raises InvalidDatasetError, with all problems of the table, if its files do not decode.
    """

    _metadata: Table[Metadata] = Table(
        "Version, date, licence and citation.", "metadata", "metadata.Metadata", "dataset.yaml", layout=Layout.SINGLE
    )
    categories: Table[CategoryRecord] = Table(
        "The categories of partnership, in CNES's order.", "category", "categories.CategoryRecord", "categories.yaml"
    )
    partners: Table[Partner] = Table(
        "The partners by id.", "partner", "partners.Partner", "partners", layout=Layout.FOLDER
    )
    missions: Table[Mission] = Table(
        "The missions by id.", "mission", "missions.Mission", "missions", layout=Layout.FOLDER
    )
    parties: Table[Party] = Table(
        "Who is named but is no partner, France among them.", "party", "parties.Party", "parties.yaml"
    )
    countries: Table[Country] = Table(
        "The countries of the world, partners or not.", "country", "countries.Country", "countries.yaml"
    )
    statements: Table[Statement] = Table(
        "The figures that are stated about CNES's cooperation.", "statement", "statements.Statement", "statements.yaml"
    )
    disagreements: Table[Disagreement] = Table(
        "Disagreements that concern no single record.",
        "disagreement",
        "disagreements.Disagreement",
        "disagreements.yaml",
    )
    esa_budget: Table[BudgetLine] = Table("ESA's budget by year.", "esa_budget", "budget.BudgetLine", "esa/budget.yaml")
    esa_income: Table[IncomeLine] = Table(
        "ESA's income by year and contributor.", "esa_income", "budget.IncomeLine", "esa/income.yaml"
    )
    esa_subtotals: Table[IncomeSubtotal] = Table(
        "Subtotals of ESA's income by year.", "esa_subtotal", "budget.IncomeSubtotal", "esa/subtotals.yaml"
    )
    esa_domains: Table[DomainLine] = Table(
        "ESA's budget by year and domain.", "esa_domain", "budget.DomainLine", "esa/domains.yaml"
    )
    esa_contribution: Table[Contribution] = Table(
        "France's contribution to ESA by year, as bodies give it.",
        "esa_contribution",
        "budget.Contribution",
        "esa/contribution.yaml",
    )
    cnes_budget: Table[CnesBudgetLine] = Table(
        "CNES's own budget by year.", "cnes_budget", "budget.CnesBudgetLine", "esa/cnes_budget.yaml"
    )
    esa_councils: Table[Council] = Table(
        "ESA's ministerial councils by date.", "esa_council", "esa.Council", "esa/councils.yaml"
    )
    esa_members: Table[Membership] = Table(
        "Who is in ESA, and since when.", "esa_member", "esa.Membership", "esa/members.yaml"
    )
    esa_member_counts: Table[MembershipCount] = Table(
        "How many members ESA counted.", "esa_member_count", "esa.MembershipCount", "esa/member_counts.yaml"
    )
    esa_programmes: Table[EsaProgramme] = Table(
        "Programmes of ESA's and those it runs for the EU.", "esa_programme", "esa.EsaProgramme", "esa/programmes.yaml"
    )
    esa_funding_rules: Table[FundingRule] = Table(
        "How ESA is paid for.", "esa_funding_rule", "esa.FundingRule", "esa/funding_rules.yaml"
    )
    esa_sum_checks: Table[SumCheck] = Table(
        "Arithmetic done on ESA's figures, and what it showed.",
        "esa_sum_check",
        "checks.SumCheck",
        "esa/sum_checks.yaml",
    )
    esa_undated: Table[UndatedTable] = Table(
        "Contributions that belong to no year for certain.",
        "esa_undated_table",
        "checks.UndatedTable",
        "esa/undated.yaml",
    )
    esa_disagreements: Table[Disagreement] = Table(
        "Disagreements about ESA's figures.", "esa_disagreement", "disagreements.Disagreement", "esa/disagreements.yaml"
    )
    prices: Table[PriceIndex] = Table(
        "French consumer prices by year.", "price_index", "prices.PriceIndex", "esa/prices.yaml"
    )
    sources: Table[Source] = Table("The bibliography.", "source", "sources.Source", "sources.yaml")

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    @property
    def older_shape(self) -> OlderShape | None:
        """Return what an export of an older version of the program lacks, None of any other dataset."""
        return self.storage.older_shape

    def table(self, name: str) -> tuple[Any, ...]:
        """Return the records of the table of that name (see ``dataset.tables.TABLES``)."""
        return (self.metadata,) if name == "metadata" else tuple(getattr(self, name))

    def rows(self, table: Table[Record]) -> tuple[Record, ...]:
        """Return the records of *table*, read again: ``data.partners`` keeps them."""
        return self.storage.read(table)

    @property
    def metadata(self) -> Metadata:
        """Return the dataset's version, date, licence and citation."""
        if len(self._metadata) != 1:
            raise InvalidDatasetError([Problem(file=TABLES["metadata"].path, message=sentence("expected one record"))])
        return self._metadata[0]

    @cached_property
    def _countries_by_id(self) -> dict[str, Country]:
        return {country.id: country for country in self.countries}

    def country(self, id: str) -> Country | None:
        """Return the country of that id, None where it is the id of no country."""
        found = self.storage.identified(Dataset.countries, id)
        return self._countries_by_id.get(id) if found is None else next(iter(found), None)

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
        template = (
            translatable("{name} is no partner: CNES itself is French.")
            if found.id == HOME
            else translatable("{name} is no partner of its own here.")
        )
        raise NotAPartnerError(sentence(template, name=found.shown), party=found.id)

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

        if identified := self.storage.identified(Dataset.missions, name):
            return identified[0]
        found = find(name, map(mission_names, self.missions), kind="mission")
        return next(mission for mission in self.missions if mission.id == found)

    def names(self, table: str) -> tuple[Name, ...]:
        """Return id, English and French name of the partners, the missions or the parties, cheaper than the records."""
        known = self.storage.names(table)
        return tuple(map(names_of, self.table(table))) if known is None else known

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
            message = sentence('no partner or party has the id "{id}" (add it to parties.yaml)', id=party)
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
            message = sentence('no source has the id "{id}" (add it to the record or to sources.yaml)', id=id)
            raise InvalidDatasetError([Problem(file="sources.yaml", message=message)])
        return self._sources_by_id[id]


TABLES = declared_in(Dataset)
"""Every table by name, in the order of exports."""
