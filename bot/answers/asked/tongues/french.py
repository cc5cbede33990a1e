"""Plain questions in French."""

from __future__ import annotations

from bot.answers.asked.tongues.table import Tongue

_POSTS = {
    "ceo": "ceo", "pdg": "ceo", "directeur général": "ceo", "directrice générale": "ceo", "patron": "ceo",
    "patronne": "ceo", "dirigeant": "ceo", "dirigeante": "ceo", "fondateur": "founder", "fondatrice": "founder",
    "cofondateur": "co-founder", "co-fondateur": "co-founder", "cofondatrice": "co-founder",
    "directeur financier": "cfo", "directrice financière": "cfo", "directeur technique": "cto",
    "directrice technique": "cto", "cfo": "cfo", "cto": "cto", "coo": "coo", "président": "chairman",
    "présidente": "chairman", "propriétaire": "owner",
}  # fmt: skip
_THINGS = {
    "valorisation": "valuation", "chiffre d'affaires": "revenue", "chiffre d'affaire": "revenue",
    "revenus": "revenue", "bénéfice": "profit", "bénéfices": "profit", "pertes": "loss", "perte": "loss",
    "effectif": "headcount", "effectifs": "headcount", "nombre d'employés": "headcount", "investisseurs":
    "investors", "actionnaires": "shareholders", "clients": "customers", "fournisseurs": "suppliers",
    "fondateurs": "founders", "siège": "headquarters", "siège social": "headquarters", "financement": "funding",
    "levée de fonds": "funding", "levées de fonds": "funding rounds", "dernière levée": "latest round",
    "dernier tour": "latest round", "concurrents": "competitors", "produits": "products",
    "introduction en bourse": "ipo", "objectif de cours": "target price", "carnet de commandes": "order backlog",
    "commandes": "orders", "prix": "price", "prix de vente": "price", "total levé": "total raised",
    "nouvelles": "news", "actualités": "news",
}  # fmt: skip
_PLACES = {
    "en france": "in France", "en allemagne": "in Germany", "en chine": "in China", "au japon": "in Japan",
    "en corée du sud": "in South Korea", "en corée": "in South Korea", "à singapour": "in Singapore",
    "au royaume-uni": "in the United Kingdom", "en angleterre": "in the UK", "aux états-unis":
    "in the United States", "aux usa": "in the United States", "en europe": "in Europe", "en inde": "in India",
    "en suisse": "in Switzerland", "en italie": "in Italy", "en espagne": "in Spain", "en norvège": "in Norway",
    "en suède": "in Sweden", "au danemark": "in Denmark", "en finlande": "in Finland", "à taïwan": "in Taiwan",
    "à taiwan": "in Taiwan", "au vietnam": "in Vietnam", "au viêt nam": "in Vietnam", "en malaisie":
    "in Malaysia", "en thaïlande": "in Thailand", "en indonésie": "in Indonesia", "en israël": "in Israel",
    "au canada": "in Canada", "au brésil": "in Brazil", "aux pays-bas": "in the Netherlands", "en asie": "in Asia",
    "à paris": "in Paris", "à shenzhen": "in Shenzhen", "à pékin": "in Beijing", "à shanghai": "in Shanghai",
    "à londres": "in London", "à munich": "in Munich", "à séoul": "in Seoul", "à tokyo": "in Tokyo",
}  # fmt: skip
_MONTHS = {
    "janvier": "January", "février": "February", "mars": "March", "avril": "April", "mai": "May", "juin": "June",
    "juillet": "July", "août": "August", "septembre": "September", "octobre": "October", "novembre": "November",
    "décembre": "December",
}  # fmt: skip
_TIMES = {
    "cette année": "this year", "l'année dernière": "last year", "l'an dernier": "last year",
    "l'année prochaine": "next year", "ce mois-ci": "this month", "le mois dernier": "last month",
    "jusqu'ici": "so far", "jusqu'à présent": "so far", "au total": "in total", "en tout": "in total",
}  # fmt: skip
_HOUSES = "(?:entreprises?|sociétés?|start-?ups?|boîtes?)"
_MONEY = "(?:des fonds|de l'argent|des capitaux|un tour de table)"
_IS_ASKED = "(?:est-ce que |est-ce qu')?"

FRENCH = Tongue(
    phrases=(
        ("qui est <the><post> (?:<of>|chez )<name>", "who is the <post> of <name>"),
        ("qui était <the><post> (?:<of>|chez )<name>", "who was the <post> of <name>"),
        ("qui (?:dirige|gère|est à la tête de|commande) <name>", "who runs <name>"),
        ("qui (?:a|ont) (?:fondé|créé) <name>", "who founded <name>"),
        ("qui est derrière <name>", "who is behind <name>"),
        ("qui (?:a|ont) investi (?:dans|chez) <name><when>", "who invested in <name> <when>"),
        ("qui (?:a|ont) financé <name>", "who invested in <name>"),
        ("qui (?:a|ont) mené (?:le (?:dernier )?tour|la (?:dernière )?levée) (?:de table |de fonds )?<of><name>",
         "who led the latest round of <name>"),
        ("qui (?:a|ont) (?:racheté|acheté|acquis|repris) <name><when>", "who acquired <name> <when>"),
        ("qui (?:rachète|possède|détient|contrôle) <name>", "who owns <name>"),
        ("à qui appartient <name>", "who owns <name>"),
        ("qui (?:fournit|livre|approvisionne) <name>", "who supplies <name>"),
        ("qui (?:les? |la |l')?(?:fournit|livre)", "who supplies it"),
        ("qui sont <the><thing> (?:<of>|chez )<name>", "who are the <thing> of <name>"),
        ("qui est <name>", "who is <name>"),
        ("combien <name> a(?:-t-(?:il|"
    "elle))? investi dans <other><when>", "how much did <name> invest in <other> <when>"),
        ("combien a investi <name> dans <other><when>", "how much did <name> invest in <other> <when>"),
        ("<name> a(?:-t-(?:il|elle))? investi dans <other><when>", "did <name> invest in <other> <when>"),
        ("<name> a(?:-t-(?:il|elle))? (?:racheté|acquis) <other><when>", "did <name> acquire <other> <when>"),
        ("<name> a levé combien(?: d'argent)?<when>", "how much did <name> raise <when>"),
        ("<name> est(?:-(?:il|elle))? rentable", "is <name> profitable"),
        ("quand (?:sort|sortira|est sortie?) <name>", "when was <name> launched"),
        ("que prévoit <name>", "what does <name> plan"),
        ("combien (?:d'argent )?a <name> levé<when>", "how much did <name> raise <when>"),
        ("combien (?:d'argent )?" + _IS_ASKED + "<name> a(?:-t-(?:il|elle))? levé<when>",
         "how much did <name> raise <when>"),
        ("combien (?:d'argent )?a levé <name><when>", "how much did <name> raise <when>"),
        ("combien " + _IS_ASKED + "(?:coûte|coute|coûtent)(?: un| une)? <name>", "how much does <name> cost"),
        ("combien " + _IS_ASKED + "<name> (?:coûte|coute)(?:-t-(?:il|elle))?", "how much does <name> cost"),
        ("(?:quel est|c'est quoi) <the>prix <of><name>", "how much does <name> cost"),
        ("(?:à combien|à quel prix) se vend <name>", "how much does <name> cost"),
        ("combien vaut <name>", "how much is <name> worth"),
        ("qui (?:a|ont) (?:quitté|démissionné (?:de|chez)) <name><when>", "who left <name> <when>"),
        ("qui travaille (?:chez|pour) <name>", "who works at <name>"),
        (
            "combien (?:d'employés|de salariés|de personnes) <name> a(?:-t-(?:il|elle))? licenciée?s?<when>",
            "how many people did <name> lay off <when>",
        ),
        ("à combien est valorisée? <name>", "how much is <name> worth"),
        ("(?:quel(?:le)?s? (?:est|était|sont)|c'est quoi) <the><thing> (?:<of>|chez )<name><when>",
         "what is the <thing> of <name> <when>"),
        ("combien (?:d'employés|de salariés|de personnes|de gens) (?:a|emploie|compte) <name>",
         "how many employees does <name> have"),
        ("combien (?:de robots|d'unités) <name> (?:a|ont)(?:-t-(?:il|elle))? vendus?<when>",
         "how many robots did <name> sell <when>"),
        ("combien (?:de robots|d'unités) (?:a|ont) vendus? <name><when>", "how many robots did <name> sell <when>"),
        ("combien (?:de robots|d'unités) <name> (?:a|ont)(?:-t-(?:il|elle))? livrée?s?<when>",
         "how many robots did <name> deliver <when>"),
        ("combien (?:de robots|d'unités) (?:a|ont) livrée?s? <name><when>",
         "how many robots did <name> deliver <when>"),
        ("quand " + _IS_ASKED + "<name> (?:a|fut)(?:-t-(?:il|elle))? (?:été )?(?:fondée?|créée?)",
         "when was <name> founded"),
        ("quand (?:a été|fut|était) (?:fondée?|créée?) <name>", "when was <name> founded"),
        ("quand " + _IS_ASKED + "<name> entrera?(?:-t-(?:il|elle))? en bourse", "when does <name> go public"),
        ("<name> est(?:-(?:il|elle))? (?:cotée?|en bourse)", "is <name> public"),
        ("quand (?:a eu lieu|date|était) <the>(?:dernière levée|dernier tour)(?: de fonds| de table)? <of><name>",
         "when was the latest round of <name>"),
        ("où (?:est|se trouve)(?: basée?| le siège de)? <name>", "where is <name> based"),
        ("où " + _IS_ASKED + "<name> est(?:-(?:il|elle))? (?:basée?|située?)", "where is <name> based"),
        ("d'où vient <name>", "where is <name> based"),
        ("que fait <name>", "what does <name> do"),
        ("(?:qu'est-ce que (?:c'est que )?|c'est quoi |qu'est-ce qu')<name>", "what is <name>"),
        ("quoi de neuf (?:chez|à propos de|sur|avec) <name>", "what is new at <name>"),
        ("quoi de neuf", "what is new"),
        ("(?:les )?dernières (?:nouvelles|actualités|infos)", "what is new"),
        ("qui finance <name>", "who invested in <name>"),
        ("(?:qui|qu'|qu'est-ce que) <name> a(?:-t-(?:il|elle))? (?:racheté|acheté|acquis)<when>",
         "what did <name> acquire <when>"),
        ("(?:qui|qu')a (?:racheté|acheté|acquis) <name><when>", "who acquired <name> <when>"),
        ("(?:dans (?:quoi|qui)|où) <name> a(?:-t-(?:il|elle))? investi<when>", "what did <name> invest in <when>"),
        ("(?:les |quelles? (?:sont|est) (?:les|la) )?(?:plus (?:grosses?|grandes?) levées?(?: de fonds)?)<when>",
         "biggest rounds <when>"),
        ("(?:les |quels? (?:sont|est) (?:les|le) )?plus (?:gros|grands?) tours?(?: de table)?<when>",
         "biggest rounds <when>"),
        ("quelles? (?:sont les )?" + _HOUSES + " (?:sont |est |y a-t-il |basées? )*<place>", "companies <place>"),
        (_HOUSES + " <place>", "companies <place>"),
        ("(?:quelles? " + _HOUSES + "|qui) (?:a|ont) levé(?: " + _MONEY + ")? <place><when>",
         "rounds <place> <when>"),
        ("(?:quelles? " + _HOUSES + "|qui) <place> (?:a|ont) levé(?: " + _MONEY + ")?<when>",
         "rounds <place> <when>"),
        ("(?:les )?levées(?: de fonds)? <place><when>", "rounds <place> <when>"),
        ("<the><post> (?:<of>|chez )<name>", "who is the <post> of <name>"),
        ("<the><thing> (?:<of>|chez )<name><when>", "<thing> of <name> <when>"),
        ("<name>[:,]? <thing><when>", "<name> <thing> <when>"),
        ("<name>[:,]? <post>", "who is the <post> of <name>"),
        ("(?:les )?plus (?:grosses?|grandes?) levées?(?: de fonds)? <place><when>", "biggest rounds <place> <when>"),
        ("qui est <the><post>", "who is its <post>"),
        ("<the><post>", "who is its <post>"),
        ("qui (?:la |le |l')?(?:dirige|gère)", "who runs it"),
        ("qui (?:a|ont|y a) investi", "who invested in it"),
        ("c'était quand|quand(?: était-ce| était ce)?", "when was that"),
        ("pourquoi", "why"),
        ("combien (?:d'employés|de salariés|de personnes)", "how many employees does it have"),
        ("combien (?:ont-ils|a-t-(?:il|elle)) levé<when>", "how much did it raise <when>"),
        ("(?:quel(?:le)?s? (?:est|était)|c'est quoi) <the><thing><when>", "what is its <thing> <when>"),
        ("<the><thing>", "its <thing>"),
    ),
    posts=_POSTS,
    things=_THINGS,
    places=_PLACES,
    months=_MONTHS,
    times=_TIMES,
    articles="le |la |les |l'|un |une |des |sa |son |ses ",
    of="de la |de l'|de |du |d'|des ",
    nouns="société|entreprise|start-?up|robot|fabricant|groupe",
    hints="pourquoi|rentable|a investi|racheté|a levé|que prévoit|c'était quand|qui (?:est|y a|a|ont|dirige|"
    "sont|était|possède|détient|fournit|livre|rachète|finance|"
    "gère|contrôle|les?|la)|"
    "combien|quand|quel|"
    "quels|quelle|quelles|qu'est-ce|c'est quoi|quoi de neuf|dernières|que fait|où|d'où|à qui|levées?|cotée?|en bourse|"
    "entreprises|sociétés",
    strange="le|la|les|un|une|est|sont|était|pas|pour|avec|chez|sur|dans|par|qui|que|quoi|quand|combien|"
    "pourquoi|comment|"
    "levé|été|il|elle|ils|elles|ont|is|did|does|what|who|how|when|where|which",
    within="en|au mois de|depuis",
    opening="et|ok|alors|donc|bonjour|salut|s'il te plaît|s'il vous plaît|dis-moi|mais|stp",
    conjunction="et",
    asking="qui|combien|quand|quel|quelle|quels|quelles|où|que",
    pointing={"elle": "it", "il": "it", "l'entreprise": "the company", "la société": "the company"},
)  # fmt: skip
"""What is read of French."""
