"""The French of what SQL tables, views and their columns hold."""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "Version, date, licence and citation.": "Version, date, licence et citation.",
    "A number, by which other tables call the row.": "Un nombre, par lequel d'autres tables désignent la ligne.",
    "What it is called.": "Comment cela s'appelle.",
    "The same in French; empty where it reads as in English.": (
        "La même chose en français ; vide si elle se lit comme en anglais."
    ),
    "The version of the dataset.": "La version du jeu de données.",
    "The day that the dataset is of.": "Le jour dont date le jeu de données.",
    "Who made the dataset.": "Qui a fait le jeu de données.",
    "The licence that the dataset is under.": "La licence du jeu de données.",
    "How to cite the dataset.": "Comment citer le jeu de données.",
    "The categories of partnership, in CNES's order.": "Les catégories de partenariat, dans l'ordre du CNES.",
    "The id, by which commands and other records call it.": (
        "L'identifiant, par lequel commandes et autres fiches le désignent."
    ),
    "What partnerships of this category are for.": "À quoi servent les partenariats de cette catégorie.",
    "Whose word it is: a source's, or this dataset's.": "Qui le dit : une source, ou ce jeu de données.",
    "The id of the source that says so.": "L'identifiant de la source qui le dit.",
    "What a reader should know besides.": "Ce qu'il faut savoir en outre.",
    "A partner that a source puts in a category.": "Un partenaire qu'une source range dans une catégorie.",
    "The key of the record that it belongs to.": "La clé de la fiche dont cela fait partie.",
    "The id of the partner, or other party, that it is of.": (
        "L'identifiant du partenaire, ou autre partie, que cela concerne."
    ),
    "The date of the page; empty where it bears none.": "La date de la page ; vide si elle n'en porte pas.",
    "The partners by id.": "Les partenaires par identifiant.",
    "The id of the partner: an ISO 3166-1 code in lower case, or a short name.": (
        "L'identifiant du partenaire : un code ISO 3166-1 en minuscules, ou un nom court."
    ),
    "What kind it is.": "De quelle nature c'est.",
    "The category of partnership.": "La catégorie de partenariat.",
    "Whose word the category is: CNES's, or this dataset's.": "Qui dit la catégorie : le CNES, ou ce jeu de données.",
    "The id of the source that states the category.": "L'identifiant de la source qui énonce la catégorie.",
    "The part of the world.": "La région du monde.",
    "The date of the first link with CNES that a source tells of.": (
        "La date du premier lien avec le CNES dont parle une source."
    ),
    "What the first link was.": "En quoi consistait le premier lien.",
    "Where it stands.": "Où cela en est.",
    "What stands behind the status.": "Ce qu'il y a derrière l'état.",
    "The date that it is true of.": "La date à laquelle c'est vrai.",
    "The id of the source of the status.": "L'identifiant de la source de l'état.",
    "Other names by which it is found.": "Autres noms par lesquels on le trouve.",
    "The themes that it works on with CNES.": "Les thèmes auxquels il travaille avec le CNES.",
    "The ids of missions that it has to do with and takes no part in.": (
        "Les identifiants de missions qui le touchent sans qu'il y participe."
    ),
    "A body of a partner that deals with CNES.": "Un organisme d'un partenaire qui traite avec le CNES.",
    "The abbreviation that it is known by.": "Le sigle sous lequel il est connu.",
    "What the body is called.": "Comment s'appelle l'organisme.",
    "Its id in the Research Organization Registry: the nine characters after ror.org/.": (
        "Son identifiant dans le Research Organization Registry : les neuf caractères après ror.org/."
    ),
    "Its item of Wikidata: a Q and digits.": "Son élément de Wikidata : un Q et des chiffres.",
    "A text between CNES or France and a partner.": "Un texte entre le CNES ou la France et un partenaire.",
    "The date, as far as it is known.": "La date, telle qu'elle est connue.",
    "The date on which it ends or ended.": "La date à laquelle cela prend ou a pris fin.",
    "The id of the agreement that took its place.": "L'identifiant de l'accord qui l'a remplacé.",
    "What it is about.": "De quoi il s'agit.",
    "A sourced statement about a partner.": "Un énoncé sourcé sur un partenaire.",
    "What the value is of.": "Ce dont la valeur est la valeur.",
    "The value, in its unit where there is one.": "La valeur, dans son unité s'il y en a une.",
    "Sources that do not say the same: what about, which value is kept, who says what else, and why.": (
        "Des sources qui ne disent pas la même chose : sur quoi, laquelle est retenue, qui dit autre chose, pourquoi."
    ),
    "What the sources do not agree about.": "Ce sur quoi les sources ne s'accordent pas.",
    "The value that is kept, where one could be preferred.": "La valeur retenue, si l'une a pu être préférée.",
    "The id of the source of the value that is kept.": "L'identifiant de la source de la valeur retenue.",
    "A value that another source gives.": "Une valeur que donne une autre source.",
    "The missions by id.": "Les missions par identifiant.",
    "What the name stands for.": "Ce que signifie le nom.",
    "The theme of space activity.": "Le thème d'activité spatiale.",
    "The date of the newest source behind the status.": "La date de la source la plus récente sur l'état.",
    "Whether the launch is a fact or a plan.": "Si le lancement est un fait ou un projet.",
    "The date of the launch, past or planned, in UTC.": "La date du lancement, passé ou prévu, en temps universel.",
    "The launch vehicle.": "Le lanceur.",
    "From where it is launched.": "D'où a lieu le lancement.",
    "The end of operations.": "La fin des opérations.",
    "Where it goes or what it looks at, in words.": "Où elle va ou ce qu'elle observe, en clair.",
    "What part CNES plays.": "Quel rôle joue le CNES.",
    "What CNES contributes.": "Ce qu'apporte le CNES.",
    "What it is, in a few sentences.": "Ce que c'est, en quelques phrases.",
    "What it goes to or looks at, in the words of the vocabulary.": (
        "Où elle va ou ce qu'elle observe, dans les mots du vocabulaire."
    ),
    "A spacecraft of a mission, or one of another's that carries it, with what catalogues know it by.": (
        "Un engin spatial d'une mission, ou celui d'une autre qui la porte, avec ses désignations dans les catalogues."
    ),
    "The international designation (COSPAR): 2022-173A.": "La désignation internationale (COSPAR) : 2022-173A.",
    "The number in the catalogue of the US Space Force.": "Le numéro au catalogue de l'US Space Force.",
    "The date of its launch, where that is not the mission's.": (
        "La date de son lancement, si ce n'est pas celui de la mission."
    ),
    "Whose spacecraft it is: the mission's own, a member of its series, or a host.": (
        "À qui est l'engin : à la mission, à sa série, ou à l'hôte qui la porte."
    ),
    "What a partner does in a mission, and which of its bodies does it.": (
        "Ce qu'un partenaire fait dans une mission, et lequel de ses organismes le fait."
    ),
    "Which of the partner's bodies takes part.": "Lequel des organismes du partenaire participe.",
    "What part it plays.": "Quel rôle il joue.",
    "What it contributes.": "Ce qu'il apporte.",
    "An instrument or experiment on board.": "Un instrument ou une expérience à bord.",
    "What it is.": "Ce que c'est.",
    "Who provides it, in words.": "Qui le fournit, en clair.",
    "A partner or other party that provides an instrument or a part of it, and which institute of it does.": (
        "Un partenaire ou une autre partie qui fournit un instrument ou un élément, et lequel de ses instituts le fait."
    ),
    "The id of the country or organisation.": "L'identifiant du pays ou de l'organisation.",
    "Which of its institutes provides it.": "Lequel de ses instituts le fournit.",
    "Whether it makes or leads the instrument, or supplies a part.": (
        "S'il réalise ou dirige l'instrument, ou s'il en fournit un élément."
    ),
    "The part that it supplies.": "L'élément qu'il fournit.",
    "The id of the source that says so; empty where it is the instrument's.": (
        "L'identifiant de la source qui le dit ; vide si c'est celle de l'instrument."
    ),
    "Who is named but is no partner, France among them.": "Qui est nommé sans être partenaire, la France comprise.",
    "The countries of the world, partners or not.": "Les pays du monde, partenaires ou non.",
    "The id of the country: its ISO 3166-1 code of two letters in lower case.": (
        "L'identifiant du pays : son code ISO 3166-1 de deux lettres, en minuscules."
    ),
    "The ISO 3166-1 code of two letters.": "Le code ISO 3166-1 de deux lettres.",
    "The ISO 3166-1 code of three letters.": "Le code ISO 3166-1 de trois lettres.",
    "The ISO 3166-1 code of three digits.": "Le code ISO 3166-1 de trois chiffres.",
    "The code of its Olympic committee.": "Le code de son comité olympique.",
    "The official name, where that is another.": "Le nom officiel, s'il est autre.",
    "The figures that are stated about CNES's cooperation.": "Les chiffres énoncés sur la coopération du CNES.",
    "The topic that it belongs to.": "Le sujet dont cela relève.",
    "Whether the figure is a lower bound.": "Si le chiffre est une borne inférieure.",
    "Whether the source gives the amount, or a share without one, as about or rounded.": (
        "Si la source donne le montant, ou une part sans montant, comme environ ou arrondi."
    ),
    "The unit of the value.": "L'unité de la valeur.",
    "What the amount is: amounts of different measures are not to be added or ranked.": (
        "Ce qu'est le montant : des montants de mesures différentes ne s'additionnent ni ne se classent."
    ),
    "Who says so.": "Qui le dit.",
    "The date that the figure is of.": "La date à laquelle le chiffre se rapporte.",
    "ESA's budget by year.": "Le budget de l'ESA par année.",
    "The year that the figure is of.": "L'année à laquelle le chiffre se rapporte.",
    "The amount in million euro, at current prices.": "Le montant en millions d'euros, à prix courants.",
    "What the amount covers.": "Ce que couvre le montant.",
    "ESA's income by year and contributor.": "Les recettes de l'ESA par année et contributeur.",
    "The id of who pays: a country, an organisation or a line of income.": (
        "L'identifiant de qui paie : un pays, une organisation ou une ligne de recettes."
    ),
    "The share in percent, as its source gives it.": "La part en pour cent, telle que sa source la donne.",
    "What the share is a part of.": "Ce dont la part est une part.",
    "Subtotals of ESA's income by year.": "Les sous-totaux des recettes de l'ESA par année.",
    "The group of contributors.": "Le groupe de contributeurs.",
    "ESA's budget by year and domain.": "Le budget de l'ESA par année et domaine.",
    "What the money is for.": "À quoi va l'argent.",
    "France's contribution to ESA by year, as bodies give it.": (
        "La contribution de la France à l'ESA par année, telle que la donnent divers organismes."
    ),
    "The place that its source gives.": "Le rang que donne sa source.",
    "CNES's own budget by year.": "Le budget propre du CNES par année.",
    "The part that goes to ESA, in million euro.": "La part qui va à l'ESA, en millions d'euros.",
    "ESA's ministerial councils by date.": "Les conseils ministériels de l'ESA par date.",
    "The last day of the council.": "Le dernier jour du conseil.",
    "Where the council was held.": "Où s'est tenu le conseil.",
    "The years that the amount is for.": "Les années auxquelles est destiné le montant.",
    "What a country subscribed at a council.": "Ce qu'un pays a souscrit à un conseil.",
    "The id of the country.": "L'identifiant du pays.",
    "Who is in ESA, and since when.": "Qui est à l'ESA, et depuis quand.",
    "The country's standing in ESA.": "Le statut du pays à l'ESA.",
    "When that standing began.": "Quand ce statut a commencé.",
    "Whether the country founded ESA.": "Si le pays a fondé l'ESA.",
    "When the country ratified ESA's convention.": "Quand le pays a ratifié la convention de l'ESA.",
    "The id of the source of that date.": "L'identifiant de la source de cette date.",
    "How many members ESA counted.": "Combien de membres l'ESA comptait.",
    "How many member states there are.": "Combien il y a d'États membres.",
    "How many associate members there are.": "Combien il y a de membres associés.",
    "How many cooperating states there are.": "Combien il y a d'États coopérants.",
    "Programmes of ESA's and those it runs for the EU.": "Les programmes de l'ESA et ceux qu'elle gère pour l'UE.",
    "Who pays for it.": "Qui le paie.",
    "Who runs it.": "Qui le gère.",
    "How ESA is paid for.": "Comment l'ESA est financée.",
    "What the rule says.": "Ce que dit la règle.",
    "Arithmetic done on ESA's figures, and what it showed.": (
        "Des calculs sur les chiffres de l'ESA, et ce qu'ils ont montré."
    ),
    "What was computed.": "Ce qui a été calculé.",
    "What the arithmetic gave.": "Ce qu'a donné le calcul.",
    "The figure that is stated.": "Le chiffre énoncé.",
    "Whether the two agree.": "Si les deux s'accordent.",
    "Contributions that belong to no year for certain.": "Des contributions qui ne relèvent d'aucune année certaine.",
    "A contributor's line of a table that bears no year.": "La ligne d'un contributeur dans un tableau sans année.",
    "Disagreements about ESA's figures.": "Les désaccords sur les chiffres de l'ESA.",
    "French consumer prices by year.": "Les prix à la consommation en France par année.",
    "The index of consumer prices, chained from the changes.": (
        "L'indice des prix à la consommation, chaîné à partir des variations."
    ),
    "The change on the year or council before, in percent.": (
        "La variation depuis l'année ou le conseil d'avant, en pour cent."
    ),
    "The year whose index is 100.": "L'année dont l'indice est 100.",
    "The bibliography.": "La bibliographie.",
    "The address of the page or document.": "L'adresse de la page ou du document.",
    "The title, in the page's own language.": "Le titre, dans la langue de la page.",
    "Who published it; of an article the journal.": "Qui l'a publiée ; d'un article, la revue.",
    "When it was published.": "Quand elle a été publiée.",
    "The language of the page: en, fr.": "La langue de la page : en, fr.",
    "Whose word it is: that of who did it, a reference work's, the press's or another's.": (
        "Qui parle : celui qui a agi, un ouvrage de référence, la presse ou un autre."
    ),
    "What it is, where it is no page.": "Ce que c'est, si ce n'est pas une page.",
    "Its DOI.": "Son DOI.",
    "The day on which it was read.": "Le jour où elle a été lue.",
    "The address of a copy that an archive keeps.": "L'adresse d'une copie que garde une archive.",
    "Set where its text could not be read.": "Renseigné si son texte n'a pas pu être lu.",
    "Where a copy was read in its place.": "Où une copie a été lue à sa place.",
    "Whoever is named: partners of CNES, and others.": "Quiconque est nommé : partenaires du CNES, et autres.",
    "Whether it is a partner of CNES.": "Si c'est un partenaire du CNES.",
    "Which record cites which source.": "Quelle fiche cite quelle source.",
    "The table of the record that cites the source.": "La table de la fiche qui cite la source.",
    "The key of the record that cites the source.": "La clé de la fiche qui cite la source.",
    "The field in which the source stands.": "Le champ où se trouve la source.",
    "Who takes part in which mission, with what.": "Qui participe à quelle mission, et avec quoi.",
    "What the partner is called.": "Comment s'appelle le partenaire.",
    "The id of the mission that it is of.": "L'identifiant de la mission que cela concerne.",
    "What the mission is called.": "Comment s'appelle la mission.",
    "Each agreement, with the partner's name.": "Chaque accord, avec le nom du partenaire.",
    "The id of the agreement.": "L'identifiant de l'accord.",
    "Who provides which instrument, or a part of it.": "Qui fournit quel instrument, ou un élément.",
    "What the instrument is called.": "Comment s'appelle l'instrument.",
    "Each partner with its numbers of agreements and missions.": (
        "Chaque partenaire avec ses nombres d'accords et de missions."
    ),
    "How many agreements there are.": "Combien il y a d'accords.",
    "How many missions there are.": "Combien il y a de missions.",
}
