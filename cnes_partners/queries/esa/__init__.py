"""ESA's money. Every figure keeps its measure; nothing here adds, ranks or divides amounts across measures."""

from cnes_partners.queries.esa.compare import ComparedYear, ContributorTotal, compare, named_contributor, totals
from cnes_partners.queries.esa.contributors import (
    Completeness,
    ContributorYear,
    completeness,
    constant_or_current_meur,
    contributors,
    latest_year,
    line_of,
    members_part,
    series,
)
from cnes_partners.queries.esa.councils import (
    CouncilSum,
    SubscriptionYear,
    council_sum,
    councils,
    subscriptions,
)
from cnes_partners.queries.esa.lines import (
    FRANCE,
    BudgetYear,
    budget,
    budget_line,
    contribution,
    domains,
    members,
)
from cnes_partners.queries.esa.measures import (
    Money,
    RankBasis,
    Ranking,
    common_measure,
    percent,
    ranking,
    share_pct,
    sum_meur,
)
from cnes_partners.queries.esa.prices import Prices, euros_of
from cnes_partners.queries.esa.standing import standing
from cnes_partners.queries.esa.statistics import EsaStatistics, Figure, Growth, growth, statistics

__all__ = [
    "FRANCE",
    "BudgetYear",
    "ComparedYear",
    "Completeness",
    "ContributorTotal",
    "ContributorYear",
    "CouncilSum",
    "EsaStatistics",
    "Figure",
    "Growth",
    "Money",
    "Prices",
    "RankBasis",
    "Ranking",
    "SubscriptionYear",
    "budget",
    "budget_line",
    "common_measure",
    "compare",
    "completeness",
    "constant_or_current_meur",
    "contribution",
    "contributors",
    "council_sum",
    "councils",
    "domains",
    "euros_of",
    "growth",
    "latest_year",
    "line_of",
    "members",
    "members_part",
    "named_contributor",
    "percent",
    "ranking",
    "series",
    "share_pct",
    "standing",
    "statistics",
    "subscriptions",
    "sum_meur",
    "totals",
]
