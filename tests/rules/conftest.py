"""The small dataset as the rules want it, and how a fault is planted in it."""

from __future__ import annotations

from pathlib import Path

import pytest


def plant(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# A text of the small dataset, and its French.
FRENCH = (
    ("dataset.yaml", "title: A small dataset", "Un petit jeu de données"),
    ("missions/moons.yaml", "destination: Moons of Mars", "Lunes de Mars"),
    ("missions/moons.yaml", "cnes_contribution: rover", "rover"),
    ("missions/moons.yaml", "    contribution: probe and launch", "sonde et lancement"),
    ("missions/moons.yaml", "  - about: launch date", "date de lancement"),
    ("missions/moons.yaml", "    note: The newer page is kept.", "La page la plus récente est retenue."),
    ("missions/sea-1.yaml", "cnes_contribution: satellite", "satellite"),
    ("missions/sea-1.yaml", "    contribution: data centre", "centre de données"),
    ("missions/sea-1.yaml", "    what: altimeter", "altimètre"),
    ("missions/sea-1.yaml", "summary: Satellite that measured the sea level.", "Mer."),
    ("missions/sea-2.yaml", "cnes_contribution: satellite", "satellite"),
    ("missions/sea-2.yaml", "summary: Satellite without a partner.", "Mer."),
    ("missions/sea-2.yaml", "note: The status bears no date.", "L'état n'est pas daté."),
    ("partners/jp.yaml", "  what: First agreement", "Premier accord"),
    ("partners/jp.yaml", "    title: Framework agreement", "Accord-cadre"),
    ("partners/jp.yaml", "    title: First agreement", "Premier accord"),
)


PRICES = """\
- year: 2021
  index: 100.0
  change_pct: 1.5
  base: "2021"
  source: page
- year: 2022
  index: 105.0
  change_pct: 5.0
  base: "2021"
  source: page
"""


@pytest.fixture
def good(small: Path) -> Path:
    """Return the small dataset as the rules want it, with two years of prices."""
    (small / "esa" / "prices.yaml").write_text(PRICES, encoding="utf-8")
    for name, old, new in (
        ("missions/sea-2.yaml", "sources:", "note: The status bears no date.\nsources:"),
        ("missions/sea-2.yaml", 'date: "2016-01"', 'date: "2016-01"\n  source: page'),
        ("partners/jp.yaml", 'as_of: "2025-03"', 'as_of: "2025-03"\nstatus_source: page'),
    ):
        plant(small / name, old, new)
    for name, target in (("moons", "mars"), ("sea-1", "earth"), ("sea-2", "earth")):
        with (small / f"missions/{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(f"target:\n  - {target}\n")
    for name, english, french in FRENCH:
        key = english.partition(":")[0].replace("-", " ")
        plant(small / name, english, f"{english}\n{key}_fr: {french}")
    return small
