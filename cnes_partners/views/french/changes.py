"""The French of what is said of changes between two datasets."""

from __future__ import annotations

CHANGES: dict[str, str] = {
    "{count} change from {old} of {old_date} to {new} of {new_date}": (
        "{count} changement, de {old} du {old_date} à {new} du {new_date}"
    ),
    "{count} changes from {old} of {old_date} to {new} of {new_date}": (
        "{count} changements, de {old} du {old_date} à {new} du {new_date}"
    ),
    # columns and what became of a record
    "Change": "Changement",
    "Before": "Avant",
    "After": "Après",
    "added": "ajouté",
    "gone": "retiré",
    "changed": "modifié",
    "{count} record added": "{count} fiche ajoutée",
    "{count} records added": "{count} fiches ajoutées",
    "{count} record gone": "{count} fiche retirée",
    "{count} records gone": "{count} fiches retirées",
    "{count} record changed": "{count} fiche modifiée",
    "{count} records changed": "{count} fiches modifiées",
    "yes": "oui",
    "no": "non",
    # what one of the two datasets alone has
    "none before, {count} record now": "aucune avant, {count} fiche maintenant",
    "none before, {count} records now": "aucune avant, {count} fiches maintenant",
    "{count} record before, none now": "{count} fiche avant, aucune maintenant",
    "{count} records before, none now": "{count} fiches avant, aucune maintenant",
    # tables
    "Categories": "Catégories",
    "The dataset": "Le jeu de données",
    "Parties that are no partners": "Parties qui ne sont pas partenaires",
    "Stated figures": "Chiffres énoncés",
    "Disagreements": "Divergences",
    "ESA's budget": "Budget de l'ESA",
    "ESA's income": "Recettes de l'ESA",
    "Subtotals of ESA's income": "Sous-totaux des recettes de l'ESA",
    "ESA's domains": "Domaines de l'ESA",
    "France's contribution to ESA": "Contribution de la France à l'ESA",
    "CNES's budget": "Budget du CNES",
    "ESA's ministerial councils": "Conseils ministériels de l'ESA",
    "ESA's members": "Membres de l'ESA",
    "How many members ESA has": "Combien de membres l'ESA compte",
    "ESA's programmes": "Programmes de l'ESA",
    "How ESA is paid for": "Comment l'ESA est financée",
    "Sums of ESA's figures": "Sommes des chiffres de l'ESA",
    "Contributions without a year": "Contributions sans année",
    "Disagreements about ESA's figures": "Divergences sur les chiffres de l'ESA",
    "Prices": "Prix",
}
