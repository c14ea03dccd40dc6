"""Completion of the names of partners and missions."""

from __future__ import annotations


def complete_partners(incomplete: str) -> list[tuple[str, str]]:
    """Return the partners whose id begins so, with their names."""
    from cnes_partners.dataset.dataset import load

    return [(partner.id, partner.name) for partner in load().partners if partner.id.startswith(incomplete.lower())]


def complete_missions(incomplete: str) -> list[tuple[str, str]]:
    """Return the missions whose id begins so, with their names."""
    from cnes_partners.dataset.dataset import load

    return [(mission.id, mission.name) for mission in load().missions if mission.id.startswith(incomplete.lower())]
