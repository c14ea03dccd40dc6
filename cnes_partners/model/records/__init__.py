"""The records of the dataset, as frozen dataclasses. Fields stand in the order of the YAML files.

Everywhere: None means "not known", a tuple may be empty, amounts are million euro at current prices,
shares are percent (0 to 100), ids of partners are ISO 3166 codes in lower case or a short name. Texts are English;
a field ``x_fr`` is the French of the field ``x``, and may be None where that has no words to translate.

A class costs about a millisecond to make, so each subject is a module that is imported when a name of it is first
used; their annotations are types, not text, so that nothing has to evaluate them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.model.on_demand import attributes

if TYPE_CHECKING:
    from cnes_partners.model.records.budget import (
        BudgetLine,
        CnesBudgetLine,
        Contribution,
        DomainLine,
        IncomeLine,
        IncomeSubtotal,
    )
    from cnes_partners.model.records.categories import CategoryRecord, StatedMember
    from cnes_partners.model.records.checks import SumCheck, UndatedLine, UndatedTable
    from cnes_partners.model.records.countries import Country
    from cnes_partners.model.records.disagreements import Disagreement, OtherValue
    from cnes_partners.model.records.esa import (
        Council,
        EsaProgramme,
        FundingRule,
        Membership,
        MembershipCount,
        Subscription,
    )
    from cnes_partners.model.records.metadata import Metadata
    from cnes_partners.model.records.missions import (
        Instrument,
        InstrumentProvider,
        Launch,
        Mission,
        Participation,
        Spacecraft,
    )
    from cnes_partners.model.records.parties import Party
    from cnes_partners.model.records.partners import Agency, Agreement, Fact, Partner, Since
    from cnes_partners.model.records.prices import PriceIndex
    from cnes_partners.model.records.sources import Source
    from cnes_partners.model.records.statements import Statement

__all__ = [
    "Agency",
    "Agreement",
    "BudgetLine",
    "CategoryRecord",
    "CnesBudgetLine",
    "Contribution",
    "Council",
    "Country",
    "Disagreement",
    "DomainLine",
    "EsaProgramme",
    "Fact",
    "FundingRule",
    "IncomeLine",
    "IncomeSubtotal",
    "Instrument",
    "InstrumentProvider",
    "Launch",
    "Membership",
    "MembershipCount",
    "Metadata",
    "Mission",
    "OtherValue",
    "Participation",
    "Partner",
    "Party",
    "PriceIndex",
    "Since",
    "Source",
    "Spacecraft",
    "StatedMember",
    "Statement",
    "Subscription",
    "SumCheck",
    "UndatedLine",
    "UndatedTable",
]

__getattr__, __dir__ = attributes(
    __name__,
    {
        "sources": ("Source",),
        "disagreements": ("OtherValue", "Disagreement"),
        "partners": ("Agency", "Since", "Agreement", "Fact", "Partner"),
        "missions": ("Launch", "Spacecraft", "Participation", "InstrumentProvider", "Instrument", "Mission"),
        "categories": ("StatedMember", "CategoryRecord"),
        "parties": ("Party",),
        "countries": ("Country",),
        "statements": ("Statement",),
        "budget": ("BudgetLine", "IncomeLine", "IncomeSubtotal", "DomainLine", "Contribution", "CnesBudgetLine"),
        "esa": ("Subscription", "Council", "Membership", "MembershipCount", "EsaProgramme", "FundingRule"),
        "checks": ("SumCheck", "UndatedLine", "UndatedTable"),
        "prices": ("PriceIndex",),
        "metadata": ("Metadata",),
    },
)
