"""Rules for products, figures, plans and what organisations do with each other."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.asked.words import content, stems
from bot.answers.intents.intent import Rule, Verb, agent, figures, ids_of, narrowed, part, rule
from bot.answers.query import Query
from bot.grammar.patterns import Pattern

_MAKE = (
    r"\b(?:launch\w*|releas\w+|unveil\w*|introduc\w+|open[- ]?sourc\w+|debut\w*|present(?:s|ed)?|"
    r"show(?:s|ed|n)?|announce\w*|ma[dk]e\w*|buil[dt]\w*|develop\w*|creat\w+|produc\w+|invent\w*)\b|"
    r"发布|發布|推出|开源|研发|制造|开发"
)
_MEASURES: tuple[tuple[str, str], ...] = (
    ("employees", r"\b(?:employ\w*|employees|staff|head ?count|workforce|people (?:work|are employed)|workers|team "
r"size)\b|员工|多少人|雇员"),
    ("revenue", r"\b(?:revenues?|sales|turnover|earn(?:s|ed)?|takings)\b|收入|营收|營收"),
    ("profit", r"\b(?:profits?|profitable|loss(?:es)?|net income|ebit\w*|lost|lose|mak(?:e|es|ing) (?:any |a )?money|"
r"in the (?:black|red)|break(?:s|ing)? even)\b|利润|亏|净利|虧"),
    ("orders", r"\b(?:orders?|order book|backlog|pre-?orders?)\b|订单|訂單"),
    ("units", r"\b(?:ship\w*|deliver(?:s|ed|ies)|units?|sold|robots (?:sold|shipped|deployed|built|made|"
r"produced)|sell|produced|installed)\b|出货|出貨|交付|销量|多少台|几台"),
    ("capacity", r"\bcapacity\b|产能"),
    ("market_size", r"\bmarkets?\b(?! (?:leaders?|share|cap))(?<!leads the market)(?<!lead the market)|市场规模|市场"),
    ("valuation", r"\b(?:valuation|valued|worth)\b|估值"),
    ("investment", r"\binvest\w*\b|投资|投入"),
)  # fmt: skip


_ASKED = tuple((name, Pattern(pattern)) for name, pattern in _MEASURES)


def _measures(shape: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _ASKED if pattern.search(shape))


@rule(
    "price",
    r"\b(?:pric\w+|costs?|costing|retails?|sells? for|selling for|expensive|cheap\w*|afford\w*)\b|"
    r"\bhow much (?:is|are|does|do|will|would)\b(?!.*\b(?:weighs?|carry|lift|earns?|consumes?|employs?|owns?|holds?|"
    r"produces?|ships?|knows?|owes?|needs?|eats?|keeps?)\b)|多少钱|多少錢|价格|售价|定价|售價|價格",
    final=True,
)
def price(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups or re.search(r"\b(?:pa(?:y|ying|id)|spend\w*|spent|rais\w+|invest\w*|worth)\b|融|收购", clause.shape):
        return []
    listed = Query(("price",), (part(groups[0], "product"),), groups[1:], ("amount",), asked=("product",), limit=6)
    last = Query(("price",), (part(groups[-1], "product"),), groups[:-1], ("amount",), asked=("product",), limit=6)
    if len(groups) > 1:
        return [narrowed(clause, query) for query in (listed, last)]
    if clause.unknown or re.search(r"<\d+> ?-?[a-z]{0,3}\d", clause.shape):
        return [narrowed(clause, listed)]  # "Acme 04" is one thing, and no other of theirs
    # A company has no price; what it makes has one.
    made = replace(listed, parts=(part(groups[0], "product", units=True),))
    return [narrowed(clause, query) for query in (listed, made)]


_FORECASTING = stems(
    "forecast predict prediction expect expectation estimate projection outlook analysts banks bank analyst compare "
    "give list sources different market unit shipment ship deliver volume sales grow"
)
"""Words that only ask for forecasts or name their measure."""


_OF_ALL_FORECASTS = Pattern(
    r"^(?:so |and )?(?:(?:list|show|give|what are|which)(?: me| us)? )?"
    r"(?:(?:all|the|latest|any|analysts?'?|market) ){0,3}(?:forecasts|predictions|projections|estimates)"
    r"(?: are (?:there|known))?\W*$|"
    r"^(?:so |and )?what (?:do|did|are) (?:the )?(?:analysts|banks|researchers|market researchers|experts) "
    r"(?:expect|forecast|predict|project|expecting|forecasting|predicting)(?:ing)?\W*$"
)


@rule(
    "forecast",
    r"\b(?:forecast\w*|predict\w*|expect\w*|estimat\w*|project(?:s|ed|ion|ions)?|think|thinks|"
    r"believes?|will|by (?:the )?<when>|going to|outlook|get|grow|sees?|"
    r"reckons?|counts? on|pencils?|looks? for)\b|预测|预计|预期|認為|认为|将达",
)
def forecast(clause: Clause) -> list[Query]:
    tellers = frozenset().union(*(clause.names[i].ids for i in clause.tellers)) if clause.tellers else frozenset()
    groups = clause.groups()
    if not re.search(
        r"\b(?:how (?:big|large|much|many)|what|which|compare|who|forecasts?|predictions?|estimates?|outlook|"
        r"projections?)\b|多少|多大|预测",
        clause.shape,
    ):
        return []
    measures = tuple(m for m in _measures(clause.shape) if m in ("market_size", "units", "investment", "revenue"))
    if tellers:
        told = Query(
            ("forecast",),
            (part(tellers, "source", units=True),),
            groups,
            ("value",),
            measures=measures,
            limit=6,
            order="fit",
        )
        loose = Query(
            ("forecast",), (part(tellers, "source", units=True),), groups, ("value",), limit=6, order="fit", strict=0.5
        )
        return [narrowed(clause, told), narrowed(clause, loose)]
    if "market_size" in measures and not groups:
        query = Query(
            ("forecast", "metric"), (), (), ("value",), measures=("market_size",), limit=6, order="fit", strict=0.3
        )
        return [narrowed(clause, query)]
    if "market_size" in measures:
        query = Query(
            ("forecast", "metric"), (), groups, ("value",), measures=("market_size",), limit=6, order="fit", strict=0.3
        )
        return [narrowed(clause, query)]
    asks = re.search(r"forecast|predict|expect|estimat|outlook|project(?:ion|ed|s)|预测|预计", clause.shape)
    if not groups and asks:
        of = measures or ("market_size", "units")
        words = tuple(word for word in clause.content if not {word} & _FORECASTING)
        if not (words or measures or clause.narrow.given or _OF_ALL_FORECASTS.search(clause.shape)):
            return []  # forecasts of what?
        query = Query(
            ("forecast",),
            (),
            (),
            ("value",),
            measures=of,
            limit=8,
            order="fit",
            strict=0.5 if words else 0.0,
            topic=words,
        )
        here = narrowed(clause, query)
        said = (*here.spelled, *figures(clause))
        return [replace(here, topic=words, counted=False, needs=("value",), spelled=said)]
    if groups and asks:
        return [
            narrowed(
                clause,
                Query(
                    ("forecast",),
                    (part(groups[0], "source", units=True),),
                    groups[1:],
                    ("value",),
                    measures=measures,
                    limit=6,
                    order="fit",
                ),
            )
        ]
    return []


@rule("figure", "|".join(pattern for _, pattern in _MEASURES))
def figure(clause: Clause) -> list[Query]:
    """A figure about one or more organisations or products."""
    groups, measures = clause.groups(), tuple(m for m in _measures(clause.shape) if m != "investment")
    if re.search(r"\b(?:targets?|goals?)\b", clause.shape):
        return []  # a figure that is only aimed at
    if not measures or clause.wants in ("who", "when", "where", "why"):
        return []
    counted = r"\bhow m(?:any|uch)\b|多少|\bshipments?\b|\bmost\b|\bunits?\b|\beach\b|出货"
    if measures == ("units",) and not re.search(counted, clause.shape):
        return []
    if not groups:
        if not set(measures) <= {"units", "market_size"}:
            return []
        tellers = tuple(clause.names[i].ids for i in sorted(clause.tellers))
        kinds = ("metric",) if tellers else ("metric", "forecast")
        query = Query(kinds, (), tellers, ("value",), measures, order="fit", strict=0.5, limit=6)
        return [narrowed(clause, query)]
    query = Query(
        ("metric",), (part(groups[0], "subject"),), groups[1:], ("value",), measures, asked=("subject",), limit=6
    )
    plans = (
        Query(("metric",), (), groups, ("value",), measures, order="fit", strict=0.6, limit=4)
        if len(groups) > 1
        else None
    )
    return [narrowed(clause, q) for q in (query, plans) if q]


@rule(
    "staff",
    r"\bhow (?:many|big)\b(?!.*\bwill\b).{0,30}\b(?:people|employees|staff|workers|team)\b.*\b(?:work\w*|"
    r"employ\w*|ha[sv]e?|"
    r"there|on)\b|\bhow many (?:people|employees|staff|workers)\b.{0,20}\b(?:does|do|has|have|are|work)\b|"
    r"\bhead ?count\b",
    final=True,
)
def staff(clause: Clause) -> list[Query]:
    """How many people work somewhere: no other number of people is an answer."""
    groups = clause.groups()
    if len(groups) != 1 or re.search(r"\b(?:lost|lose|laid|cut|hired?)\b", clause.shape):
        return []
    query = Query(
        ("metric",), (part(groups[0], "subject"),), (), ("value",), ("employees",), asked=("subject",), limit=6
    )
    return [narrowed(clause, query)]


@rule(
    "plans",
    r"\b(?:plan\w*|targets?|goals?|aim\w*|intend\w*|promis\w+|pledg\w+|commit\w*|want\w*|do with|use "
    r".* for|spend\w*|earmark\w*|hope\w*|proceeds|(?:series|mass|serial|volume) production|"
    r"start of production)\b|量产|计划|目标|打算|承诺|用于|答应",
)
def plans(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    needs: tuple[str, ...] = {"count": ("value",), "money": ("value",), "when": ("date",)}.get(clause.wants, ())
    if re.search(r"\btargets?\b|目标", clause.shape):
        needs = ("value", "date")
    strict = 0.5 if clause.content and clause.wants in ("count", "money", "when") else 0.34
    broad = len(clause.content) < 2 or re.search(r"\b(?:targets?|plans)\b|do with|proceeds|money", clause.shape)
    query = Query(
        ("plan",),
        (part(groups[0], "organization", units=True),),
        groups[1:],
        needs,
        order="fit",
        strict=0.0 if broad and clause.wants == "thing" else strict,
        limit=6,
    )
    about = Query(("plan",), (), groups, needs, order="fit", strict=strict, limit=4)
    listing = (
        Query(("ipo",), (part(groups[0], "company"),), groups[1:], needs)
        if re.search(r"public|ipo|list", clause.shape)
        else None
    )
    if listing is not None:
        return [narrowed(clause, listing)]  # a plan of another kind is no answer
    return [narrowed(clause, q) for q in (query, about)]


_THEIR_CUSTOMERS = Pattern(
    r"<\d+>(?:'s?)? (?:[a-z-]+ )?(?:customers?|clients?|users?|buyers?)\b|\b(?:customers?|clients?|buyers?) of <\d+>"
)
"""Whoever buys of those who are named is asked for, not of whom they buy themselves."""


@rule(
    "deployed",
    r"\b(?:deploy\w*|in use|at work|used? (?:for|by|at|in)|being used|customers?|clients?|users?|"
    r"order(?:s|ed)|bought|buys?|buyers?|working at|works? at|put to (?:work|use)|uses?|using|installed|"
    r"adopted)\b|\bwhere\b.{0,60}\b(?:used?|work\w*|running)\b|客户|部署|上岗|应用|用在|工作",
)
def deployed(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    needs = ("customer", "use") if clause.wants in ("who", "where", "thing") else ()
    goods = r"\b(?:robots?|machines?|units?|humanoids?|arms?|vehicles?|systems?)\b"
    bought = re.search(r"\b(?:buy|buys|bought|buyers?)\b", clause.shape) and not re.search(goods, clause.shape)
    # Who buys a company buys no robots of it.
    slots = ("product",) if bought and " from <" not in clause.shape else ("product", "maker")
    here = Query(("deployment",), (part(groups[0], *slots),), groups[1:], needs, asked=("customer",), limit=8)
    there = Query(("deployment",), (part(groups[0], "customer"),), groups[1:], slots, asked=("product", "maker"))
    if (bought and (len(groups) > 1 or clause.wants == "who")) or _THEIR_CUSTOMERS.search(clause.shape):
        return [narrowed(clause, here)]
    joint = Query(("partnership",), (), groups, asked=("parties",), limit=6)
    using = re.search(r"\b(?:uses?|using|used)\b", clause.shape) and clause.wants in ("who", "thing")
    return [narrowed(clause, q) for q in ((here, there, joint) if using else (here, there))]


@rule(
    "partners",
    r"\b(?:partner\w*|work\w* (?:with|together)|team(?:s|ed|ing)? up|collaborat\w*|cooperat\w*|agree\w*|"
    r"alliance|ally|allied|joint\w*|behind|jointly|together with|deal with|agreement)\b|合作|伙伴|联手",
)
def partners(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    behind = bool(re.search(r"\bbehind\b", clause.shape))
    query = Query(
        ("partnership",), (part(groups[0], "parties", units=True),), groups[1:], (), asked=("parties",), limit=8
    )
    named = Query(("partnership", "launch"), (), groups, (), asked=("parties", "maker"), limit=4)
    return [narrowed(clause, q) for q in ((named,) if behind else (query, named))]


_MADE_FOR = Pattern(
    r"\bwho\b.*\b(?:builds?|built|ma[dk]es?|manufactur\w+|assembl\w+|produc\w+)\b.* for <\d+>|\bcontract manufactur\w+"
)


_MAKES = Verb(_MAKE)


@rule("launched", rf"{_MAKE}|\bwhat is <\d+> and\b")
def launched(clause: Clause) -> list[Query]:
    """What was launched by whom and when; "who made it" and "what did they release" alike."""
    groups = clause.groups()
    if not groups:
        return []
    doer = agent(clause, _MAKES)
    if clause.wants == "who" and _MADE_FOR.search(clause.shape):
        return []  # whoever makes it for them did not present it
    needs: tuple[str, ...] = {"when": ("date",), "who": ("maker",)}.get(clause.wants, ())
    made = Query(
        ("launch",),
        (part(groups[0], "maker", units=True),),
        groups[1:],
        ("product",),
        asked=("product",),
        limit=8,
        order="newest",
    )
    if doer is not None:
        made = Query(
            ("launch",),
            (part(ids_of(clause, doer), "maker", units=True),),
            tuple(g for g in groups if not g & ids_of(clause, doer)),
            needs or ("product",),
            asked=("product",),
            limit=8,
        )
        news = None
        if "announc" in clause.shape or "发布" in clause.shape:
            news = Query(
                (
                    "founding",
                    "launch",
                    "plan",
                    "partnership",
                    "funding",
                    "acquisition",
                    "deployment",
                    "ipo",
                    "statement",
                ),
                (),
                groups,
                (),
                limit=5,
            )
            return [narrowed(clause, q) for q in (news, made) if q]
        return [narrowed(clause, made)]
    product = Query(("launch",), (part(groups[0], "product"),), groups[1:], needs, asked=("maker", "product"), limit=4)
    return [narrowed(clause, q) for q in (product, made) if clause.wants != "when" or q is product]


_GOODS = stems("robots machines units humanoids products")
"""What nearly everybody here makes; with two names given it need not be called so."""
_COUNTED = Pattern(
    r"\bhow many (?:more |other |of the |different |of its |of their )?(?P<what>(?:(?!<)[\w-]+ ){0,2}?[\w-]+)\b"
)


@rule("number", r"\bhow many\b|\bnumber of\b|多少(?:台|家|名|个)")
def number(clause: Clause) -> list[Query]:
    """A number of things, of whatever kind the fact is that tells it."""
    groups = clause.groups()
    if not groups or not (clause.content or len(groups) > 1):
        return []
    counted = _COUNTED.search(clause.shape)
    must = tuple(w for w in content(counted["what"].split(" ")[0]) if w in clause.content) if counted else ()
    if len(groups) > 1:
        must = tuple(word for word in must if word not in _GOODS)
    query = Query(
        ("metric", "deployment", "plan"), (), groups, ("value", "#"), order="fit", strict=0.5, must=must, limit=4
    )
    return [replace(narrowed(clause, query), needs=("value", "#"))]


_RESULT = r"\b(?:revenues?|turnover|profit(?:s|able)?|loss(?:es)?|net income)\b"


@rule("result", rf"{_RESULT}|营收|利润", final=True)
def result(clause: Clause) -> list[Query]:
    """What a company took in, earned or lost; what it plans or others expect is asked for in other words."""
    groups = clause.groups()
    ahead = (
        r"\b(?:targets?|promis\w+|guid\w+|plans?|goals?|aim\w*|expect\w*|forecast\w*|"
        r"predict\w*|will|by <when>|who|when|where|why)\b"
    )
    if len(groups) != 1 or clause.tellers or re.search(ahead, clause.shape):
        return []
    measures = tuple(m for m in _measures(clause.shape) if m in ("revenue", "profit"))
    query = Query(("metric",), (part(groups[0], "subject"),), (), ("value",), measures, asked=("subject",), limit=6)
    return [narrowed(clause, query)] if measures else []


RULES: tuple[Rule, ...] = (price, forecast, staff, result, figure)
LATE: tuple[Rule, ...] = (partners, plans, number, deployed, launched)
