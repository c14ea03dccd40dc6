"""What is stated about CNES's cooperation, held against what the dataset gives; docs/claims.md explains the rules."""

from cnes_partners.queries.claims.counts import MissionShare, mission_shares
from cnes_partners.queries.claims.model import Claim, Step
from cnes_partners.queries.claims.rules import claim, claims, judged

__all__ = ["Claim", "MissionShare", "Step", "claim", "claims", "judged", "mission_shares"]
