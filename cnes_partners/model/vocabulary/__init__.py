"""The closed sets of words that the records use; data/README.md explains each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnes_partners.model.on_demand import attributes

if TYPE_CHECKING:
    from cnes_partners.model.vocabulary.missions import (
        LaunchState,
        MissionKind,
        MissionStatus,
        ProviderRole,
        Role,
        SpacecraftRelation,
        Target,
        Theme,
    )
    from cnes_partners.model.vocabulary.money import (
        ContributorKind,
        IncomeGroup,
        Measure,
        MembershipStatus,
        PartyKind,
        Scope,
    )
    from cnes_partners.model.vocabulary.partnership import (
        AgreementKind,
        Basis,
        Category,
        PartnerKind,
        PartnerStatus,
        Region,
    )
    from cnes_partners.model.vocabulary.sources import FigureBasis, Seen, SourceKind, Standing, StatementTopic, Verdict

__all__ = [
    "AgreementKind",
    "Basis",
    "Category",
    "ContributorKind",
    "FigureBasis",
    "IncomeGroup",
    "LaunchState",
    "Measure",
    "MembershipStatus",
    "MissionKind",
    "MissionStatus",
    "PartnerKind",
    "PartnerStatus",
    "PartyKind",
    "ProviderRole",
    "Region",
    "Role",
    "Scope",
    "Seen",
    "SourceKind",
    "SpacecraftRelation",
    "Standing",
    "StatementTopic",
    "Target",
    "Theme",
    "Verdict",
]

__getattr__, __dir__ = attributes(
    __name__,
    {
        "partnership": ("Category", "Basis", "PartnerKind", "PartnerStatus", "Region", "AgreementKind"),
        "missions": (
            *("Theme", "MissionKind", "MissionStatus", "LaunchState", "Role"),
            *("Target", "ProviderRole", "SpacecraftRelation"),
        ),
        "money": ("Measure", "Scope", "ContributorKind", "IncomeGroup", "MembershipStatus", "PartyKind"),
        "sources": ("SourceKind", "Seen", "Standing", "StatementTopic", "FigureBasis", "Verdict"),
    },
)
