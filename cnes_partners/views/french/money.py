"""The French of what is said of ESA's money."""

from __future__ import annotations

MONEY: dict[str, str] = {
    # ESA's money: what a measure is
    "due: what ESA's budget of the year counts on receiving": "dû : ce que le budget annuel de l'ESA compte recevoir",
    "voted: adopted by a parliament": "voté : adopté par un parlement",
    "planned: asked for in a finance bill, or announced beforehand": (
        "prévu : demandé dans un projet de loi de finances, ou annoncé à l'avance"
    ),
    "paid: shown as paid": "payé : indiqué comme versé",
    "stated: given without saying which of these it is": "déclaré : donné sans dire laquelle de ces mesures c'est",
    "subscribed: committed at a ministerial council, for several years": (
        "souscrit : engagé lors d'un conseil ministériel, pour plusieurs années"
    ),
    "{measures}. They are different things.": "{measures}. Ce sont des choses différentes.",
    # ESA's money: series
    "ESA's budget by year, with the money of the EU, EUMETSAT and others": (
        "Le budget de l'ESA par année, avec les fonds de l'UE, d'EUMETSAT et d'autres"
    ),
    "No figure on record for {years}.": "Aucun chiffre relevé pour {years}.",
    "No amount on record: {gaps}.": "Aucun montant relevé : {gaps}.",
    "No year is missing.": "Aucune année ne manque.",
    "Who pays into ESA's budget, {year}": "Qui contribue au budget de l'ESA, {year}",
    "Shares are computed from the amounts; ranks go by them, or by the stated shares (--columns share_pct) where more"
    " of these are known.": (
        "Les parts sont calculées sur les montants ; les rangs aussi, ou sur les parts déclarées (--columns"
        " share_pct) quand on en connaît davantage."
    ),
    "No country's amount due is known for {year}.": "Aucun montant dû par pays n'est connu pour {year}.",
    "Only {count} country's amount due is known, {amount} M€; the members' total is not.": (
        "Seul le montant dû de {count} pays est connu, {amount} M€ ; le total des membres ne l'est pas."
    ),
    "Only {count} country's amount due is known: {amount} of the members' {part} M€; {missing} are missing.": (
        "Seul le montant dû de {count} pays est connu : {amount} des {part} M€ des membres ; il en manque {missing}."
    ),
    "Only {count} countries' amounts due are known, {amount} M€ together; the members' total is not.": (
        "Seuls les montants dus de {count} pays sont connus, {amount} M€ ensemble ; le total des membres ne l'est pas."
    ),
    "Only {count} countries' amounts due are known: {amount} of the members' {part} M€; {missing} are missing.": (
        "Seuls les montants dus de {count} pays sont connus : {amount} des {part} M€ des membres ; il en manque"
        " {missing}."
    ),
    "{rank} of only {count} known": "{rank} sur {count} seul connu",
    "{rank} of {count} known": "{rank} sur {count} connus",
    "France's contribution to ESA, by measure": "La contribution de la France à l'ESA, par mesure",
    "ESA's budget by domain": "Le budget de l'ESA par domaine",
    "Sources name only some domains of each year; names change over the years.": (
        "Les sources ne nomment que certains domaines de chaque année ; les noms changent au fil des ans."
    ),
    "ESA's councils at ministerial level": "Les conseils de l'ESA au niveau ministériel",
    "Change is against the council before, where both amounts are known.": (
        "L'évolution se rapporte au conseil précédent, quand les deux montants sont connus."
    ),
    "Who is in ESA": "Qui est à l'ESA",
    # ESA's money: pictures, comparisons, constant euros
    "M€ of {year}": "M€ de {year}",
    "Sources: {sources}": "Sources : {sources}",
    "{file} has the first of {count} charts; --charts all draws every one": (
        "{file} contient le premier de {count} graphiques ; --charts all les dessine tous"
    ),
    "million euro {measure}": "millions d'euros, {measure}",
    "million euro {measure}, in euros of {year}": "millions d'euros de {year}, {measure}",
    "million euro due, {year}": "millions d'euros dus, {year}",
    "million euro due (rank among the members whose amount is known)": (
        "millions d'euros dus (rang parmi les membres dont le montant est connu)"
    ),
    "million euro due, in euros of {year} (rank among the members known)": (
        "millions d'euros de {year}, dus (rang parmi les membres connus)"
    ),
    "million euro subscribed, for several years": "millions d'euros souscrits, pour plusieurs années",
    "million euro subscribed (percent of the council's total)": (
        "millions d'euros souscrits (pourcentage du total du conseil)"
    ),
    "million euro, each in its measure: lengths of different measures do not compare": (
        "millions d'euros, chacun dans sa mesure : les longueurs de mesures différentes ne se comparent pas"
    ),
    "{growth}, in euros of {year}": "{growth}, en euros de {year}",
    "Euros of {year} by French consumer prices for all (index {first} to {last}: {sources}); changes and sums are"
    " in these euros.": (
        "Euros de {year} selon les prix à la consommation en France pour tous (indice de {first} à {last} :"
        " {sources}) ; évolutions et sommes sont dans ces euros."
    ),
    "Year by year, in million euro; where no amount is known, the stated share": (
        "Année par année, en millions d'euros ; à défaut de montant connu, la part déclarée"
    ),
    "Year by year, in million euro of {year}; where no amount is known, the stated share": (
        "Année par année, en millions d'euros de {year} ; à défaut de montant connu, la part déclarée"
    ),
    "Contributions to ESA's budget, side by side ({measure})": (
        "Les contributions au budget de l'ESA, côte à côte ({measure})"
    ),
    "All on one measure. {measure}": "Tout sur une seule mesure. {measure}",
    "{name}, of {count} known": "{name}, sur {count} connus",
    "{name}, by stated share": "{name}, selon la part déclarée",
    "{years} of {first}-{last}": "{years} sur {first}-{last}",
    "Over the years that are known": "Sur les années connues",
    "Nothing on record for these years": "Rien de relevé pour ces années",
    "Sums leave out the years without a figure, which differ: compare them with care.": (
        "Les sommes laissent de côté les années sans chiffre, qui diffèrent : à comparer avec prudence."
    ),
    "Several figures of one measure in {years}: none is ranked or added.": (
        "Plusieurs chiffres d'une même mesure en {years} : aucun n'est classé ni additionné."
    ),
    "First": "Premier",
    "Years known": "Années connues",
    "Years first": "Années au premier rang",
    "Sum (M€)": "Somme (M€)",
    "Growth a year (%)": "Croissance par an (%)",
    "percent, against the year before": "%, par rapport à l'année précédente",
    "percent, against the year before, in euros of {year}": "%, par rapport à l'année précédente, en euros de {year}",
    "percent, against the council before": "%, par rapport au conseil précédent",
    "Change on the year before: {name}": "Évolution sur un an : {name}",
    "Change on the council before, {council}": "Évolution par rapport au conseil précédent, {council}",
    "Change of ESA's budget": "Évolution du budget de l'ESA",
    "ESA's budget by year": "Le budget de l'ESA par année",
    "Year and measure": "Année et mesure",
    "France in ESA's budget": "La France dans le budget de l'ESA",
    "Members' contributions to ESA's budget, {year}": "Les contributions des membres au budget de l'ESA, {year}",
    "Shares of the members' part, {year}": "Parts des contributions des membres, {year}",
    "percent of the members' part (due), computed": "% des contributions des membres (dû), calculé",
    "percent of the members' part (due), as stated": "% des contributions des membres (dû), déclaré",
    "percent of ESA's budget ({measure}), as stated": "% du budget de l'ESA ({measure}), déclaré",
    "{count} other": "{count} autre",
    "{count} others": "{count} autres",
    "not known": "inconnu",
    "no figure": "aucun chiffre",
    "no amount": "aucun montant",
    "not known by country": "inconnu par pays",
    "Subscriptions at {council}": "Les souscriptions au {council}",
    "By country, in million euro, and percent of the council's total": (
        "Par pays, en millions d'euros, et pourcentage du total du conseil"
    ),
    "{count} country's amount is known: {amount} of {total} M€; {missing} are missing.": (
        "Le montant de {count} pays est connu : {amount} sur {total} M€ ; il en manque {missing}."
    ),
    "{count} countries' amounts are known: {amount} of {total} M€; {missing} are missing.": (
        "Les montants de {count} pays sont connus : {amount} sur {total} M€ ; il en manque {missing}."
    ),
    "– : not on record. One council with change and sources: cnes-partners esa councils {id}": (
        "– : non relevé. Un seul conseil, avec évolution et sources : cnes-partners esa councils {id}"
    ),
    # ESA's money: France's part
    "France's part in ESA's budget": "La part de la France dans le budget de l'ESA",
    "What CNES states for {year}": "Ce que dit le CNES pour {year}",
    "What ESA's budget of {year} says": "Ce que dit le budget {year} de l'ESA",
    "Why they differ: cnes-partners claims esa-share-{year}": (
        "Pourquoi les chiffres diffèrent : cnes-partners claims esa-share-{year}"
    ),
    "France in ESA's budget, year by year (due)": "La France dans le budget de l'ESA, année par année (dû)",
    "France's subscriptions at ministerial councils": "Les souscriptions de la France aux conseils ministériels",
    "Latest year": "Dernière année",
    "{year}: {amount} M€ due [{source}]": "{year} : {amount} M€ dus [{source}]",
    "{year}: {amount} M€ due, {real} M€ of {prices_of} [{source}]": (
        "{year} : {amount} M€ dus, {real} M€ de {prices_of} [{source}]"
    ),
    "Share of the total": "Part du total",
    "Share of the members' part": "Part des contributions des membres",
    "Rank among members": "Rang parmi les membres",
    "Change on the year before": "Évolution sur un an",
    "Mean annual growth": "Croissance annuelle moyenne",
    "{rate} % a year, {first} to {last} ({from_meur} to {to_meur} M€, due)": (
        "{rate} % par an, de {first} à {last} (de {from_meur} à {to_meur} M€, dus)"
    ),
    "{value} % (computed)": "{value} % (calculé)",
    "{value} % (stated)": "{value} % (déclaré)",
    "France's contribution": "Contribution de la France",
    "Share of the ESA budget": "Part du budget de l'ESA",
    "France": "France",
    "Total budget": "Budget total",
    "Members' part": "Contributions des membres",
    "France's share of the total": "Part de la France dans le total",
    "France's share of the members' part": "Part de la France dans les contributions des membres",
    "France's rank": "Rang de la France",
    "{source} (copy)": "{source} (copie)",
    "{source} (unofficial)": "{source} (non officiel)",
    "{count} of ESA": "{count} de l'ESA",
    "{count} of a state, its agency or the EU": "{count} d'un État, de son agence ou de l'UE",
    "{count} of the press or a reference work": "{count} de la presse ou d'un ouvrage de référence",
    "{count} of a forum, a blog or a copy (*)": "{count} d'un forum, d'un blog ou d'une copie (*)",
    "Sources: {parts}.": "Sources : {parts}.",
}
