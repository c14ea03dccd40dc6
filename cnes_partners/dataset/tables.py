"""The tables of the dataset: what a record of each is, and where its YAML stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cnes_partners.model import records


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
    record: type
    path: str
    layout: Layout = Layout.FILE


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(name="metadata", sql_name="metadata", record=records.Metadata, path="dataset.yaml", layout=Layout.SINGLE),
        Table(name="categories", sql_name="category", record=records.CategoryRecord, path="categories.yaml"),
        Table(name="partners", sql_name="partner", record=records.Partner, path="partners", layout=Layout.FOLDER),
        Table(name="missions", sql_name="mission", record=records.Mission, path="missions", layout=Layout.FOLDER),
        Table(name="parties", sql_name="party", record=records.Party, path="parties.yaml"),
        Table(name="statements", sql_name="statement", record=records.Statement, path="statements.yaml"),
        Table(name="disagreements", sql_name="disagreement", record=records.Disagreement, path="disagreements.yaml"),
        Table(name="esa_budget", sql_name="esa_budget", record=records.BudgetLine, path="esa/budget.yaml"),
        Table(name="esa_income", sql_name="esa_income", record=records.IncomeLine, path="esa/income.yaml"),
        Table(name="esa_subtotals", sql_name="esa_subtotal", record=records.IncomeSubtotal, path="esa/subtotals.yaml"),
        Table(name="esa_domains", sql_name="esa_domain", record=records.DomainLine, path="esa/domains.yaml"),
        Table(
            name="esa_contribution",
            sql_name="esa_contribution",
            record=records.Contribution,
            path="esa/contribution.yaml",
        ),
        Table(name="cnes_budget", sql_name="cnes_budget", record=records.CnesBudgetLine, path="esa/cnes_budget.yaml"),
        Table(name="esa_councils", sql_name="esa_council", record=records.Council, path="esa/councils.yaml"),
        Table(name="esa_members", sql_name="esa_member", record=records.Membership, path="esa/members.yaml"),
        Table(
            name="esa_member_counts",
            sql_name="esa_member_count",
            record=records.MembershipCount,
            path="esa/member_counts.yaml",
        ),
        Table(name="esa_programmes", sql_name="esa_programme", record=records.EsaProgramme, path="esa/programmes.yaml"),
        Table(
            name="esa_funding_rules",
            sql_name="esa_funding_rule",
            record=records.FundingRule,
            path="esa/funding_rules.yaml",
        ),
        Table(name="esa_sum_checks", sql_name="esa_sum_check", record=records.SumCheck, path="esa/sum_checks.yaml"),
        Table(name="esa_undated", sql_name="esa_undated_table", record=records.UndatedTable, path="esa/undated.yaml"),
        Table(
            name="esa_disagreements",
            sql_name="esa_disagreement",
            record=records.Disagreement,
            path="esa/disagreements.yaml",
        ),
        Table(name="prices", sql_name="price_index", record=records.PriceIndex, path="esa/prices.yaml"),
        Table(name="sources", sql_name="source", record=records.Source, path="sources.yaml"),
    )
}
