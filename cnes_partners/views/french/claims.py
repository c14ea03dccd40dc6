"""The French of claims: their views, reasons and steps."""

from __future__ import annotations

CLAIMS: dict[str, str] = {
    # claims
    "What is stated, beside what the data gives": "Ce qui est affirmé, et ce que donnent les données",
    "The reasoning: cnes-partners claims ID": "Le raisonnement : cnes-partners claims IDENTIFIANT",
    "The figures and the arithmetic": "Les chiffres et le calcul",
    # claims: reasons
    "{name}": "{name}",
    "{share} %": "{share} %",
    "{first} and {second}": "{first} et {second}",
    "{rule} (docs/claims.md)": "{rule} (docs/claims.md)",
    "{part} of the {whole} missions and programmes that flew have a partner here ({share} %), but the dataset was"
    " collected for its partners: it holds too few missions without one to test the share.": (
        "{part} des {whole} missions et programmes qui ont volé ont ici un partenaire ({share} %), mais le jeu de"
        " données a été réuni pour ses partenaires : il contient trop peu de missions sans partenaire pour vérifier"
        " cette part."
    ),
    "{count} of the {listed} partners on record have at least one agreement, past or present; {who} gives no list.": (
        "Partenaires relevés qui ont au moins un accord, passé ou présent : {count} sur {listed} ; {who} n'en donne pas"
        " la liste."
    ),
    "More may exist than is on record, so a smaller number than stated contradicts nothing.": (
        "Il peut y en avoir plus qu'il n'en est relevé : un nombre plus petit que celui qui est affirmé ne contredit"
        " rien."
    ),
    "{count} categories are CNES's own: {names}.": "Catégories du CNES lui-même : {count} ({names}).",
    "{count} agreements of {year} are on record: those with a page to read.": (
        "Accords de {year} relevés : {count}, ceux dont une page peut être lue."
    ),
    "No amount for France in ESA's budget of {year} is on record.": (
        "Aucun montant pour la France dans le budget {year} de l'ESA n'est relevé."
    ),
    "ESA's budget of {year} counts on {due} million euro from France, another measure.": (
        "Le budget {year} de l'ESA attend {due} millions d'euros de la France, dans une autre mesure."
    ),
    "ESA's budget of {year} counts on {due} million euro from France; {stated} is the same within {gap} %.": (
        "Le budget {year} de l'ESA attend {due} millions d'euros de la France ; {stated} est le même montant à"
        " {gap} % près."
    ),
    "ESA's budget of {year} counts on {due} million euro from France, as stated.": (
        "Le budget {year} de l'ESA attend {due} millions d'euros de la France, comme énoncé."
    ),
    "{stated} is another measure than ESA's budget has.": "{stated} est dans une autre mesure que le budget de l'ESA.",
    "ESA's budget of {year} counts on {due} million euro from France; {stated} is {gap} % away.": (
        "Le budget {year} de l'ESA attend {due} millions d'euros de la France ; {stated} s'en écarte de {gap} %."
    ),
    "What ESA's budget counted on is not on record.": "Ce que le budget de l'ESA attendait n'est pas relevé.",
    "No French subscription of {year} is on record.": "Aucune souscription française de {year} n'est relevée.",
    "France subscribed {amount} million euro at the council of {year}: {gap} % away.": (
        "La France a souscrit {amount} millions d'euros au conseil de {year} : {gap} % d'écart."
    ),
    "ESA's budget of {year} is not known by total, members' part and France.": (
        "Le budget {year} de l'ESA n'est pas connu par son total, la part des membres et celle de la France."
    ),
    "{who} has {amount} ({measure}), another measure.": "{who} indique {amount} ({measure}), dans une autre mesure.",
    "{stated} is a plan; {who} has {amount} as planned, the same within {gap} %.": (
        "{stated} est une prévision ; {who} indique {amount} prévus, le même montant à {gap} % près."
    ),
    "{stated} is a plan, plans are revised, and none on record from another source is the same.": (
        "{stated} est une prévision ; les prévisions sont révisées, et aucune autre source relevée ne donne la même."
    ),
    "In ESA's {year} budget {amount} million euro are {of_total} % of the total ({total}) or {of_part} % of the"
    " members' part ({part}).": (
        "Dans le budget {year} de l'ESA, {amount} millions d'euros font {of_total} % du total ({total}) ou"
        " {of_part} % des contributions des membres ({part})."
    ),
    "{stated} % is France's share of the {year} subscriptions ({amount} of {total} = {share} %), another measure.": (
        "{stated} % est la part de la France dans les souscriptions de {year} ({amount} sur {total} = {share} %),"
        " une autre mesure."
    ),
    "{stated} % is France's share of the {year} subscriptions, as its source has it, another measure.": (
        "{stated} % est la part de la France dans les souscriptions de {year}, telle que la donne sa source, une autre"
        " mesure."
    ),
    "Open point: the amount is also ESA's figure for {year} ({amount}), so a stale year cannot be ruled out.": (
        "Point ouvert : ce montant est aussi celui de l'ESA pour {year} ({amount}), une année périmée ne peut donc"
        " être exclue."
    ),
    "In ESA's budget of {year} {first} was first ({first_size}), before {second} ({second_size}), of the {count}"
    " members known.": (
        "Dans le budget {year} de l'ESA, rang 1 : {first} ({first_size}), rang 2 : {second} ({second_size}), sur"
        " {count} membres connus."
    ),
    "In ESA's budget of {year} {first} ({first_size}) and {second} ({second_size}) were both first, of the {count}"
    " members known.": (
        "Dans le budget {year} de l'ESA, rang 1 : {first} ({first_size}) et {second} ({second_size}), sur {count}"
        " membres connus."
    ),
    "Amounts of France and its rivals in ESA's budget of {year} are not on record.": (
        "Les montants de la France et de ses rivaux dans le budget {year} de l'ESA ne sont pas relevés."
    ),
    "The page bears no date, so there is no year to compare with.": (
        "La page ne porte pas de date, il n'y a donc pas d'année à comparer."
    ),
    "France's rank is {rank} in the {year} subscriptions, another measure.": (
        "Le rang de la France est {rank} dans les souscriptions de {year}, une autre mesure."
    ),
    "France subscribed {amount} million euro at the council of {year}, as stated.": (
        "La France a souscrit {amount} millions d'euros au conseil de {year}, comme énoncé."
    ),
    "France subscribed {amount} million euro at the council of {year}: the same within {gap} %.": (
        "La France a souscrit {amount} millions d'euros au conseil de {year} : le même montant à {gap} % près."
    ),
    "It is a sum for several years, not a yearly one.": "C'est une somme pour plusieurs années, non pour une seule.",
    "The dataset has no list of signatories to count.": "Le jeu de données n'a pas de liste de signataires à compter.",
    # claims: steps
    "Missions and programmes that flew": "Missions et programmes qui ont volé",
    "Missions that flew": "Missions qui ont volé",
    "Programmes that flew": "Programmes qui ont volé",
    "Those that CNES leads": "Ceux que dirige le CNES",
    "Launched in the {decade}s": "Lancés dans les années {decade}",
    "with a partner: {part} of {whole}": "avec un partenaire : {part} sur {whole}",
    "Partners on record": "Partenaires relevés",
    "Of these, with at least one agreement on record": "Dont ceux qui ont au moins un accord relevé",
    "Agreements on record that are dated {year}": "Accords relevés, datés de {year}",
    "France in ESA's budget of {year} (due)": "La France dans le budget {year} de l'ESA (dû)",
    "France's amount in {year} as stated": "Le montant de la France en {year} tel que déclaré",
    "ESA's budget of {year}, total (due)": "Le budget {year} de l'ESA, total (dû)",
    "Of which the members' part (due)": "Dont les contributions des membres (dû)",
    "Total that would make {amount} a share of {stated} %": "Le total dont {amount} serait {stated} %",
    "Difference: 100 x |{stated} - {known}| / {known}": "Écart : 100 x |{stated} - {known}| / {known}",
    "100 x {part} / {whole}": "100 x {part} / {whole}",
    "rank among the {ranked} members whose amount is known": "rang parmi {ranked} membres au montant connu",
    "rank among the {ranked} members whose stated share is known": "rang parmi {ranked} membres à la part connue",
    "France's subscription at the council of {year}": "La souscription de la France au conseil de {year}",
    "All subscriptions at the council of {year}": "Toutes les souscriptions au conseil de {year}",
    "Rank of France at the council of {year}": "Le rang de la France au conseil de {year}",
    "Open point: the stated amount is also France's in ESA's budget of {year}": (
        "Point ouvert : le montant déclaré est aussi celui de la France dans le budget {year} de l'ESA"
    ),
    "{rank}. {name} in ESA's budget of {year} (due)": "{rank}. {name} dans le budget {year} de l'ESA (dû)",
    "{who}, {year} ({measure})": "{who}, {year} ({measure})",
    "percent of the members' part": "% des contributions des membres",
}
