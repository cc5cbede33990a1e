"""Plain questions in Spanish."""

from __future__ import annotations

from bot.answers.asked.tongues.table import Tongue

_POSTS = {
    "ceo": "ceo", "director general": "ceo", "directora general": "ceo", "director ejecutivo": "ceo",
    "directora ejecutiva": "ceo", "consejero delegado": "ceo", "consejera delegada": "ceo", "jefe": "ceo",
    "jefa": "ceo", "fundador": "founder", "fundadora": "founder", "cofundador": "co-founder",
    "cofundadora": "co-founder", "director financiero": "cfo", "directora financiera": "cfo",
    "director técnico": "cto", "director de tecnología": "cto", "cfo": "cfo", "cto": "cto", "coo": "coo",
    "presidente": "chairman", "presidenta": "chairman", "dueño": "owner", "propietario": "owner",
}  # fmt: skip
_THINGS = {
    "valoración": "valuation", "valuación": "valuation", "ingresos": "revenue", "facturación": "revenue",
    "ventas": "sales", "beneficio": "profit", "beneficios": "profit", "ganancias": "profit", "pérdidas": "loss",
    "plantilla": "headcount", "empleados": "headcount", "inversores": "investors", "inversionistas": "investors",
    "accionistas": "shareholders", "clientes": "customers", "proveedores": "suppliers", "fundadores": "founders",
    "sede": "headquarters", "financiación": "funding", "financiamiento": "funding", "rondas": "funding rounds",
    "última ronda": "latest round", "competidores": "competitors", "productos": "products",
    "salida a bolsa": "ipo", "precio objetivo": "target price", "precio": "price", "precios": "prices",
    "pedidos": "orders", "noticias": "news",
}  # fmt: skip
_PLACES = {
    "españa": "Spain", "china": "China", "japón": "Japan", "corea del sur": "South Korea", "corea":
    "South Korea", "singapur": "Singapore", "francia": "France", "alemania": "Germany", "reino unido":
    "the United Kingdom", "estados unidos": "the United States", "ee.uu": "the United States", "europa": "Europe",
    "india": "India", "suiza": "Switzerland", "italia": "Italy", "noruega": "Norway", "suecia": "Sweden",
    "dinamarca": "Denmark", "taiwán": "Taiwan", "vietnam": "Vietnam", "malasia": "Malaysia", "tailandia":
    "Thailand", "indonesia": "Indonesia", "israel": "Israel", "canadá": "Canada", "brasil": "Brazil", "méxico":
    "Mexico", "asia": "Asia",
}  # fmt: skip
_MONTHS = {
    "enero": "January", "febrero": "February", "marzo": "March", "abril": "April", "mayo": "May", "junio": "June",
    "julio": "July", "agosto": "August", "septiembre": "September", "octubre": "October",
    "noviembre": "November", "diciembre": "December",
}  # fmt: skip
_TIMES = {
    "este año": "this year", "el año pasado": "last year", "el próximo año": "next year", "este mes":
    "this month", "el mes pasado": "last month", "hasta ahora": "so far", "en total": "in total",
}  # fmt: skip
_HOUSES = "(?:empresas?|compañías?|startups?)"
_RAISED = "(?:recaudó|levantó|captó|consiguió|ha recaudado|ha levantado|ha captado|recaudo|levanto)"

SPANISH = Tongue(
    phrases=(
        ("quién(?:es)? (?:es|son) <the><post> <of><name>", "who is the <post> of <name>"),
        ("quién (?:dirige|lidera|encabeza|está al frente de) <name>", "who runs <name>"),
        ("quién(?:es)? (?:fundó|fundaron|creó) <name>", "who founded <name>"),
        ("cuánto vale <name>", "how much is <name> worth"),
        ("quién(?:es)? (?:dejó|dejaron|ha dejado|abandonó) <name><when>", "who left <name> <when>"),
        ("quién está detrás de <name>", "who is behind <name>"),
        ("quién(?:es)? (?:financió|financiaron|financia|financian|ha financiado) (?:a )?<name><when>",
         "who invested in <name> <when>"),
        ("quién(?:es)? (?:invirtió|invirtieron|ha invertido|han invertido) en <name><when>",
         "who invested in <name> <when>"),
        ("quién lideró la (?:última )?ronda <of><name>", "who led the latest round of <name>"),
        ("quién (?:compró|adquirió|ha comprado|compra) <of>?(?:a )?<name><when>", "who acquired <name> <when>"),
        ("(?:de quién es|a quién pertenece) <name>", "who owns <name>"),
        ("quién(?:es)? (?:suministra|abastece|provee) (?:a )?<name>", "who supplies <name>"),
        ("quién(?:es)? (?:lo |la |los )?suministra", "who supplies it"),
        ("quiénes son <the><thing> <of><name>", "who are the <thing> of <name>"),
        ("quién es <name>", "who is <name>"),
        ("cuánto invirtió <name> en <other><when>", "how much did <name> invest in <other> <when>"),
        ("(?:ya )?es rentable <name>", "is <name> profitable"),
        ("<name> es rentable", "is <name> profitable"),
        ("cuándo (?:sale|salió|se lanza|se lanzó) <name>", "when was <name> launched"),
        ("qué planea <name>", "what does <name> plan"),
        ("cuánto(?: dinero)? " + _RAISED + " <name><when>", "how much did <name> raise <when>"),
        ("cuánto(?: dinero)? <name> " + _RAISED + "<when>", "how much did <name> raise <when>"),
        ("cuánto (?:cuesta|cuestan)(?: un| una)? <name>", "how much does <name> cost"),
        ("(?:cuál|cual) (?:es|fue|era) <the><thing> <of><name><when>", "what is the <thing> of <name> <when>"),
        ("cuál(?:es)? son <the><thing> <of><name><when>", "what are the <thing> of <name> <when>"),
        ("cuántos (?:empleados|trabajadores) tiene <name>", "how many employees does <name> have"),
        ("cuántos (?:robots|unidades) (?:vendió|ha vendido) <name><when>", "how many robots did <name> sell <when>"),
        ("cuántos (?:robots|unidades) (?:entregó|ha entregado) <name><when>",
         "how many robots did <name> deliver <when>"),
        ("cuándo (?:se fundó|fue fundada|fue fundado|se creó) <name>", "when was <name> founded"),
        ("cuándo (?:sale|salió|saldrá) a bolsa <name>", "when does <name> go public"),
        ("cuándo <name> (?:sale|salió|saldrá) a bolsa", "when does <name> go public"),
        ("dónde (?:está|tiene su sede|se encuentra)(?: la sede de)? <name>", "where is <name> based"),
        ("de dónde es <name>", "where is <name> based"),
        ("(?:qué|a qué se) (?:hace|dedica) <name>", "what does <name> do"),
        ("qué es <name>", "what is <name>"),
        ("qué hay de nuevo (?:en|sobre|con) <name>", "what is new at <name>"),
        ("qué hay de nuevo", "what is new"),
        ("qué (?:compró|adquirió) <name><when>", "what did <name> acquire <when>"),
        ("en qué (?:invirtió|ha invertido) <name><when>", "what did <name> invest in <when>"),
        ("(?:cuáles son )?<the>(?:mayores rondas|rondas más grandes|mayor ronda)(?: de financiación)?<when>",
         "biggest rounds <when>"),
        ("(?:qué )?" + _HOUSES + " (?:hay )?(?:en|de) <place>", "companies in <place>"),
        ("qué " + _HOUSES + " (?:de|en) <place> " + _RAISED + "(?: dinero| fondos| capital)?<when>",
         "rounds in <place> <when>"),
        ("(?:qué )?" + _HOUSES + " (?:recaudó|recaudaron|levantó|levantaron)(?: dinero| fondos|"
    " capital)? en <place><when>",
         "rounds in <place> <when>"),
        ("rondas (?:en|de) <place><when>", "rounds in <place> <when>"),
        ("<the><post> <of><name>", "who is the <post> of <name>"),
        ("<the><thing> <of><name><when>", "<thing> of <name> <when>"),
        ("<name>[:,]? <thing><when>", "<name> <thing> <when>"),
        ("<name>[:,]? <post>", "who is the <post> of <name>"),
        ("(?:las )?(?:mayores rondas|rondas más grandes)(?: de financiación)? en <place><when>",
         "biggest rounds in <place> <when>"),
        ("quién es <the><post>", "who is its <post>"),
        ("<the><post>", "who is its <post>"),
        ("quién(?:es)? (?:invirtió|invirtieron)", "who invested in it"),
        ("(?:(?:las )?(?:últimas|recientes) noticias|noticias recientes)", "what is new"),
        ("cuándo(?: fue)?", "when was that"),
        ("por qué", "why"),
        ("cuántos (?:empleados|trabajadores)(?: tiene)?", "how many employees does it have"),
        ("cuál (?:es|fue) <the><thing><when>", "what is its <thing> <when>"),
        ("<the><thing>", "its <thing>"),
    ),
    posts=_POSTS,
    things=_THINGS,
    places=_PLACES,
    months=_MONTHS,
    times=_TIMES,
    articles="el |la |los |las |un |una |su |sus ",
    of="de la |de |del ",
    nouns="empresa|startup|compañía|robot|fabricante",
    hints="por qué|rentable|qui[eé]n(?:es)?|cu[aá]nto|cu[aá]ntos|cu[aá]ndo|cu[aá]l(?:es)?|d[oó]nde|de qui[eé]n|"
    "qué|rondas|noticias|"
    "empresas|compañías",
    strange="el|la|los|las|una?|es|son|fue|era|no|para|con|por|que|qué|quién|cuánto|cuándo|cuál|dónde|cómo|ha|"
    "han|is|did|"
    "does|what|who|how|when|where|which",
    within="en|desde|de",
    opening="y|ok|hola|por favor|entonces|pero",
    conjunction="y|e",
    asking="quién|quiénes|cuánto|cuántos|cuándo|cuál|dónde|qué",
    pointing={"ella": "it", "la empresa": "the company", "la compañía": "the company"},
)  # fmt: skip
"""What is read of Spanish."""
