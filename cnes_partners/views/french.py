"""The French of every English text that the views say."""

from __future__ import annotations

FRENCH: dict[str, str] = {
    # output: what a table says of itself
    "No room for: {columns} (-f json has all)": "Pas de place pour : {columns} (-f json donne tout)",
    # vocabularies: categories and whose word they are
    "european": "européenne",
    "historic": "historique",
    "emerging": "émergente",
    "multilateral": "multilatérale",
    "stated": "déclaré",
    "assigned": "attribué",
    "computed": "calculé",
    # vocabularies: partners
    "country": "pays",
    "organisation": "organisation",
    "active": "en cours",
    "suspended": "suspendue",
    "ended": "terminée",
    "europe": "Europe",
    "eurasia": "Eurasie",
    "americas": "Amériques",
    "asia": "Asie",
    "middle-east": "Moyen-Orient",
    "africa": "Afrique",
    "oceania": "Océanie",
    "international": "international",
    # vocabularies: agreements, from the most to the least binding
    "treaty": "traité",
    "intergovernmental": "accord intergouvernemental",
    "framework": "accord-cadre",
    "inter-agency": "accord inter-agences",
    "implementing": "accord d'application",
    "mou": "protocole d'accord",
    "declaration": "déclaration",
    "letter-of-intent": "lettre d'intention",
    # vocabularies: missions
    "earth": "observation de la Terre",
    "universe": "sciences de l'Univers",
    "solar-system": "exploration du Système solaire",
    "human-spaceflight": "vols habités",
    "access-to-space": "accès à l'espace",
    "telecom": "télécommunications",
    "navigation": "navigation",
    "security": "sécurité et défense",
    "technology": "technologie",
    "mission": "mission",
    "programme": "programme",
    "proposed": "proposée",
    "development": "en développement",
    "operational": "opérationnelle",
    "completed": "achevée",
    "failed": "échec",
    "cancelled": "annulée",
    "launched": "lancé",
    "lead": "chef de file",
    "co-lead": "co-chef de file",
    "contributor": "contributeur",
    # vocabularies: money
    "due": "dû",
    "voted": "voté",
    "planned": "prévu",
    "paid": "payé",
    "subscribed": "souscrit",
    "member-part": "contributions des membres",
    "total": "total",
    "member-state": "État membre",
    "institution": "institution",
    "other": "autre",
    "members": "membres",
    "members-and-cooperating": "membres et États coopérants",
    "institutional-partners": "partenaires institutionnels",
    "others": "autres",
    "income-line": "ligne de recettes",
    "member": "membre",
    "associate": "membre associé",
    "cooperating": "État coopérant",
    "cooperation-agreement": "accord de coopération",
    # vocabularies: sources and verdicts
    "primary": "primaire",
    "reference": "référence",
    "press": "presse",
    "agrees": "concorde",
    "differs": "diffère",
    "cannot be told": "indécidable",
    "missions-share": "part des missions",
    "partnerships": "partenariats",
    "categories": "catégories",
    "agreements": "accords",
    "esa-contribution": "contribution à l'ESA",
    "esa-share": "part du budget de l'ESA",
    "esa-rank": "rang à l'ESA",
    "esa-subscription": "souscription à l'ESA",
    "signatories": "signataires",
    # units
    "missions": "missions",
    "partners": "partenaires",
    "category": "catégorie",
    "million EUR": "millions d'euros",
    "percent": "%",
    "rank": "rang",
    "of the members' part": "des contributions des membres",
    # titles of columns and labels of fields
    "ID": "Id.",
    "Name": "Nom",
    "Full name": "Nom complet",
    "Title": "Titre",
    "Date": "Date",
    "Year": "Année",
    "Since": "Depuis",
    "As of": "En date de",
    "Status": "État",
    "Kind": "Nature",
    "Note": "Note",
    "Source": "Source",
    "Sources": "Sources",
    "Subject": "Objet",
    "About": "Sujet",
    "Statement": "Énoncé",
    "Value": "Valeur",
    "Unit": "Unité",
    "What": "Quoi",
    "Figure": "Chiffre",
    "Basis": "Fondement",
    "Partner": "Partenaire",
    "Partners": "Partenaires",
    "Agency": "Agence",
    "Agencies": "Agences",
    "Category": "Catégorie",
    "Whose word": "Selon qui",
    "Agreements": "Accords",
    "Areas": "Domaines",
    "Purpose": "Objectif",
    "Named by CNES": "Cités par le CNES",
    "Mission": "Mission",
    "Missions": "Missions",
    "Theme": "Thème",
    "Launch": "Lancement",
    "Launch (UTC)": "Lancement (UTC)",
    "End of operations": "Fin des opérations",
    "Destination": "Destination",
    "Role": "Rôle",
    "Its role": "Son rôle",
    "Contribution": "Contribution",
    "Instrument": "Instrument",
    "Instruments": "Instruments",
    "What it is": "De quoi il s'agit",
    "Provided by": "Fourni par",
    "Country": "Pays",
    "Countries": "Pays",
    "Organisations": "Organisations",
    "Dataset": "Données",
    "Stated": "Énoncé",
    "Data": "Données",
    "Verdict": "Verdict",
    "Reason": "Raison",
    "Rule": "Règle",
    "Contributor": "Contributeur",
    "Amount (M€)": "Montant (M€)",
    "Subscribed (M€)": "Souscrit (M€)",
    "Measure": "Mesure",
    "Scope": "Périmètre",
    "Rank": "Rang",
    "% of total": "% du total",
    "% of members' part": "% des membres",
    "Change (%)": "Évolution (%)",
    "Stated share (%)": "Part déclarée (%)",
    "Stated share of total (%)": "Part déclarée du total (%)",
    "Given by": "Donné par",
    "Domain": "Domaine",
    "Place": "Lieu",
    "Period": "Période",
    "Council": "Conseil",
    "Standing": "Statut",
    "Ratified": "Ratification",
    "Published": "Publication",
    "Publisher": "Éditeur",
    "Language": "Langue",
    "Address": "Adresse",
    "Cited by": "Citée par",
    "Cited by ({count})": "Citée par ({count})",
    "Read as a copy at": "Lue en copie à",
    "Table": "Table",
    "Columns": "Colonnes",
    # partners, categories, agreements
    "{count} partners": "{count} partenaires",
    "{count} partner": "{count} partenaire",
    "Category: stated = CNES's own word, assigned = this dataset's.": (
        "Catégorie : déclaré = selon le CNES lui-même, attribué = selon ce jeu de données."
    ),
    "{name}, stated by CNES": "{name}, selon le CNES",
    "{name}, assigned by this dataset": "{name}, selon ce jeu de données",
    "{date}: {what}": "{date} : {what}",
    "{status}, as of {date}": "{status} (dernière information : {date})",
    "What is said of it": "Ce qu'on en dit",
    "Agreements ({count})": "Accords ({count})",
    "Joint missions ({count})": "Missions communes ({count})",
    "named": "cité",
    "{count} agreements": "{count} accords",
    "{count} agreement": "{count} accord",
    "CNES's categories of partnership": "Les catégories de partenariat du CNES",
    "Partners and missions are counted in this dataset; multilateral is a category of ours.": (
        "Partenaires et missions sont comptés dans ce jeu de données ; la catégorie multilatérale est la nôtre."
    ),
    # missions
    "{count} missions": "{count} missions",
    "{count} mission": "{count} mission",
    "{date} (plan)": "{date} (prévu)",
    "{status} (date of the statement unknown)": "{status} (date de l'information inconnue)",
    "Who supplies what": "Qui fournit quoi",
    "see sources": "voir les sources",
    # sources
    "{count} sources": "{count} sources",
    "{count} source": "{count} source",
    "{count} sources; --sources lists them": "{count} sources ; --sources en donne la liste",
    "1 source; --sources names it": "1 source ; --sources la nomme",
    "Who cites one: cnes-partners sources ID": "Qui en cite une : cnes-partners sources IDENTIFIANT",
    "undated": "sans date",
    "Where sources disagree": "Où les sources divergent",
    "{about}: {kept} is kept": "{about} : {kept} est retenu",
    # search
    "{count} records mention '{words}'": "{count} fiches parlent de « {words} »",
    "1 record mentions '{words}'": "1 fiche parle de « {words} »",
    "Where": "Où",
    "What stands there": "Ce qu'on y lit",
    "partner": "partenaire",
    "agreement": "accord",
    "source": "source",
    # overview
    "CNES's cooperation at a glance": "La coopération du CNES en un coup d'œil",
    "What CNES states, and what the data gives": "Ce que dit le CNES, et ce que donnent les données",
    "Partners by category": "Partenaires par catégorie",
    "Newest missions": "Missions les plus récentes",
    "France in ESA's budget of {year}: {amount} M€ due, rank {rank} [{source}]": (
        "La France dans le budget {year} de l'ESA : {amount} M€ dus, rang {rank} [{source}]"
    ),
    "{partners} partners, {missions} missions, {agreements} agreements, {sources} sources": (
        "{partners} partenaires, {missions} missions, {agreements} accords, {sources} sources"
    ),
    "version {version}, as of {date}, {licence}": "version {version}, au {date}, {licence}",
    # claims
    "What is stated, beside what the data gives": "Ce qui est affirmé, et ce que donnent les données",
    "The reasoning: cnes-partners claims ID": "Le raisonnement : cnes-partners claims IDENTIFIANT",
    "The figures and the arithmetic": "Les chiffres et le calcul",
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
    "No year is missing.": "Aucune année ne manque.",
    "Who pays into ESA's budget, {year}": "Qui contribue au budget de l'ESA, {year}",
    "Shares and ranks are computed from the amounts; the share a source states is in --columns share_pct.": (
        "Parts et rangs sont calculés sur les montants ; la part que déclare une source est dans --columns share_pct."
    ),
    "No country's amount is known for {year}: only the shares that sources state.": (
        "Aucun montant par pays n'est connu pour {year} : seulement les parts que donnent les sources."
    ),
    "Only {count} countries' amounts are known, {amount} M€ together; the members' total is not.": (
        "Seuls les montants de {count} pays sont connus, {amount} M€ ensemble ; le total des membres ne l'est pas."
    ),
    "Only {count} countries' amounts are known: {amount} of the members' {part} M€; {missing} are missing.": (
        "Seuls les montants de {count} pays sont connus : {amount} des {part} M€ des membres ; il en manque {missing}."
    ),
    "{rank} of {ranked} known": "{rank} sur {ranked} connus",
    "Contributions to ESA's budget, side by side": "Les contributions au budget de l'ESA, côte à côte",
    "France's contribution to ESA, by measure": "La contribution de la France à l'ESA, par mesure",
    "ESA's budget by domain": "Le budget de l'ESA par domaine",
    "Sources name only some domains of each year; names change over the years.": (
        "Les sources ne nomment que certains domaines de chaque année ; les noms changent au fil des ans."
    ),
    "ESA's councils at ministerial level": "Les conseils de l'ESA au niveau ministériel",
    "Subscriptions at ESA's ministerial councils": "Les souscriptions aux conseils ministériels de l'ESA",
    "Change is against the council before, where both amounts are known.": (
        "L'évolution se rapporte au conseil précédent, quand les deux montants sont connus."
    ),
    "Who is in ESA": "Qui est à l'ESA",
    # ESA's money: pictures, comparisons, constant euros
    "M€ of {year}": "M€ de {year}",
    "Sources: {sources}": "Sources : {sources}",
    "Sources: {sources} and {count} more": "Sources : {sources} et {count} autres",
    "million euro {measure}": "millions d'euros, {measure}",
    "million euro {measure}, in euros of {year}": "millions d'euros de {year}, {measure}",
    "million euro due": "millions d'euros dus",
    "million euro due, {year}": "millions d'euros dus, {year}",
    "million euro due, in euros of {year}": "millions d'euros de {year}, dus",
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
    "Euros of {year} by French consumer prices for all (index {first} to {last}: {sources}); changes and sums are in"
    " these euros.": (
        "Euros de {year} selon les prix à la consommation en France pour tous (indice de {first} à {last} : {sources})"
        " ; évolutions et sommes sont dans ces euros."
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
    "percent of ESA's budget (due), as stated": "% du budget de l'ESA (dû), déclaré",
    "{count} others": "{count} autres",
    "not known": "inconnu",
    "no figure": "aucun chiffre",
    "no amount": "aucun montant",
    "not known by country": "inconnu par pays",
    "Subscriptions at {council}": "Les souscriptions au {council}",
    "By country, in million euro, and percent of the council's total": (
        "Par pays, en millions d'euros, et pourcentage du total du conseil"
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
    # SQL
    "Tables and views": "Tables et vues",
    "table": "table",
    "view": "vue",
    "A column that bears a table's name holds the id of one of its records.": (
        "Une colonne qui porte le nom d'une table contient l'identifiant d'un de ses enregistrements."
    ),
    # check
    "File": "Fichier",
    "Line": "Ligne",
    "Record": "Fiche",
    "Field": "Champ",
    "Problem": "Problème",
    "1 problem ({records} records with {values} values in {tables} tables held against {rules} rules)": (
        "1 problème ({records} fiches et {values} valeurs de {tables} tables confrontées à {rules} règles)"
    ),
    "{count} problems ({records} records with {values} values in {tables} tables held against {rules} rules)": (
        "{count} problèmes ({records} fiches et {values} valeurs de {tables} tables confrontées à {rules} règles)"
    ),
    "Facts that were last known more than {years} years ago: {count}": (
        "Faits connus pour la dernière fois il y a plus de {years} ans : {count}"
    ),
    "How full the dataset is": "Ce qui est renseigné dans les données",
    "(whole record)": "(fiche entière)",
    "Records": "Fiches",
    "Filled": "Renseignés",
    "With a source": "Avec source",
    "Primary": "Primaires",
    "% primary": "% primaires",
    # the command line
    "{shown} of {total} shown": "{shown} sur {total} affichés",
}
