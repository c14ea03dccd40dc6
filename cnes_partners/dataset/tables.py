"""The tables of the dataset: what a record of each is, and where its YAML stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from importlib import import_module

SHAPE = 2
"""Which fields and tables the records have; exports carry it. The first change of a release that adds some raises it.

1: until November 2026. 2: spacecraft, targets, providers of instruments, ids of others, countries.
"""
SHAPE_KEY = "shape"


class Layout(Enum):
    """How a table lies in the data folder."""

    FOLDER = "one file a record, file name = id"
    FILE = "one file, a list of records"
    SINGLE = "one file, one record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name in Python and in exports, its name in SQL, its record class and its place in data/."""

    name: str
    sql_name: str
    record_name: str
    path: str
    layout: Layout = Layout.FILE

    @property
    def record(self) -> type:
        """Return the record class, which is made when it is first asked for."""
        module, _, name = self.record_name.partition(".")
        kind: type = getattr(import_module(f"cnes_partners.model.records.{module}"), name)
        return kind


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            name="metadata",
            sql_name="metadata",
            record_name="metadata.Metadata",
            path="dataset.yaml",
            layout=Layout.SINGLE,
        ),
        Table(name="categories", sql_name="category", record_name="categories.CategoryRecord", path="categories.yaml"),
        Table(
            name="partners", sql_name="partner", record_name="partners.Partner", path="partners", layout=Layout.FOLDER
        ),
        Table(
            name="missions", sql_name="mission", record_name="missions.Mission", path="missions", layout=Layout.FOLDER
        ),
        Table(name="parties", sql_name="party", record_name="parties.Party", path="parties.yaml"),
        Table(name="countries", sql_name="country", record_name="countries.Country", path="countries.yaml"),
        Table(name="statements", sql_name="statement", record_name="statements.Statement", path="statements.yaml"),
        Table(
            name="disagreements",
            sql_name="disagreement",
            record_name="disagreements.Disagreement",
            path="disagreements.yaml",
        ),
        Table(name="esa_budget", sql_name="esa_budget", record_name="budget.BudgetLine", path="esa/budget.yaml"),
        Table(name="esa_income", sql_name="esa_income", record_name="budget.IncomeLine", path="esa/income.yaml"),
        Table(
            name="esa_subtotals",
            sql_name="esa_subtotal",
            record_name="budget.IncomeSubtotal",
            path="esa/subtotals.yaml",
        ),
        Table(name="esa_domains", sql_name="esa_domain", record_name="budget.DomainLine", path="esa/domains.yaml"),
        Table(
            name="esa_contribution",
            sql_name="esa_contribution",
            record_name="budget.Contribution",
            path="esa/contribution.yaml",
        ),
        Table(
            name="cnes_budget", sql_name="cnes_budget", record_name="budget.CnesBudgetLine", path="esa/cnes_budget.yaml"
        ),
        Table(name="esa_councils", sql_name="esa_council", record_name="esa.Council", path="esa/councils.yaml"),
        Table(name="esa_members", sql_name="esa_member", record_name="esa.Membership", path="esa/members.yaml"),
        Table(
            name="esa_member_counts",
            sql_name="esa_member_count",
            record_name="esa.MembershipCount",
            path="esa/member_counts.yaml",
        ),
        Table(
            name="esa_programmes", sql_name="esa_programme", record_name="esa.EsaProgramme", path="esa/programmes.yaml"
        ),
        Table(
            name="esa_funding_rules",
            sql_name="esa_funding_rule",
            record_name="esa.FundingRule",
            path="esa/funding_rules.yaml",
        ),
        Table(
            name="esa_sum_checks", sql_name="esa_sum_check", record_name="checks.SumCheck", path="esa/sum_checks.yaml"
        ),
        Table(
            name="esa_undated", sql_name="esa_undated_table", record_name="checks.UndatedTable", path="esa/undated.yaml"
        ),
        Table(
            name="esa_disagreements",
            sql_name="esa_disagreement",
            record_name="disagreements.Disagreement",
            path="esa/disagreements.yaml",
        ),
        Table(name="prices", sql_name="price_index", record_name="prices.PriceIndex", path="esa/prices.yaml"),
        Table(name="sources", sql_name="source", record_name="sources.Source", path="sources.yaml"),
    )
}
