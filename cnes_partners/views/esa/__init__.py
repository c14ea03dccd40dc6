"""Views of ESA's money. Each says the measure it stands on."""

from cnes_partners.views.esa.columns import rank_text
from cnes_partners.views.esa.compare import compare_view
from cnes_partners.views.esa.contributors import contributor_columns, contributors_view
from cnes_partners.views.esa.councils import councils_view, subscriptions_view
from cnes_partners.views.esa.lines import budget_view, contribution_view, domains_view, members_view
from cnes_partners.views.esa.standing import with_standing
from cnes_partners.views.esa.statistics import statistics_view

__all__ = [
    "budget_view",
    "compare_view",
    "contribution_view",
    "contributor_columns",
    "contributors_view",
    "councils_view",
    "domains_view",
    "members_view",
    "rank_text",
    "statistics_view",
    "subscriptions_view",
    "with_standing",
]
