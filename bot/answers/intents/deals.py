"""Rules for money: who invested, who raised, who bought, who lists."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.asked.question import Clause
from bot.answers.intents.intent import BUY, INVEST, LED, Rule, Verb, agent, ids_of, narrowed, others, part, rule
from bot.answers.query import Query
from bot.grammar.patterns import Pattern

_FUND = ("funding",)
_WHO_INVESTED = Pattern(r"\bwho\b(?! (?:else |all )?(?:is|are|has|have|had|did|does|do|will|would) (?:the )?<)|谁|誰")
"""Those are asked for who put money in, not whom they gave it to."""
_PORTFOLIO = Pattern(
    r"<(\d+)>(?:'s?)? (?:(?!<)[\w-]+ ){0,3}?(?:portfolio|holdings|investments|bets|portfolio companies)\b|"
    r"\b(?:portfolio|holdings|investments|bets) (?:\w+ ){0,2}?(?:of|by|from) (?:the )?<(\d+)>|"
    r"\b(?:got|get|gets|received?|receives|took|raised) (?:its |their |any |some )?(?:money|funding|cash|"
    r"investments?|capital|"
    r"backing) from (?:the )?<(\d+)>"
)
_NOT_LED = Pattern(rf"\b(?:not|without|never|rather than|instead of) (?:\w+ ){{0,2}}?{LED}\b")
_PURCHASES = r"(?:acquisitions?|takeovers?|purchases?|buyouts?)"
_BOUGHT_BY = Pattern(
    rf"\b{_PURCHASES} (?:\w+ ){{0,3}}?by (?:the )?<(\d+)>|"
    r"<(\d+)>(?:'s?)? (?:(?!<)[\w-]+ ){0,3}?(?:acquisitions|takeovers|purchases|buyouts)\b(?! of)|"
    rf"<(\d+)>(?:'s?)? (?:(?:most|last|latest|newest|recent|biggest|largest|first|second|robotics|"
    rf"\w+est) )+{_PURCHASES}\b"
)
"""Whose purchases they are: "the acquisition of <0>" and "the <0> acquisition" are of the one that is bought."""
_REFUSED = Pattern(
    r"\bwho\b.*\b(?:denied|denies|rejected|dropped|abandoned|walked away|pulled out|called off|withdrew|scrapped|"
    r"gave up)\b"
)
_OF_A_DEAL = Pattern(
    r"\b(?:deals?|contracts?|orders?|agreements?|parts?|components?|units?|shares?|stakes?|machines?)\b.*\bworth\b"
)
_OVER_TIME = Pattern(r"\b(?:history|over (?:time|the years)|timeline|evolution|development|through the years)\b")
_INVESTS, _BUYS = Verb(INVEST), Verb(BUY)
_LEADS = Verb(r"(?:co-?)?(?:leads?|led|leading)")
_JOINS = Verb(r"(?:join(?:s|ed|ing)?|(?:take|took|takes|taken) part(?: in)?|participat\w+)")
_WAS_LED = Pattern(rf"\b{LED}\b|领投|領投")


_HEADS_NOW = Pattern(
    r"^(?:and |so )?who (?:now |currently )?(?:is leading|leads) (?:the )?<\d+>(?: now| today)?[?. ]*$"
)
"""Who leads a house itself is no investor."""


def _stake_only(clause: Clause) -> tuple[str, ...]:
    return ("%",) if clause.wants == "percent" else ()


@rule(
    "investors",
    rf"\bwho\b.*\b{INVEST}|\b(?:backers?|investors?|shareholders?|funders?|angels?|syndicate|consortium|financiers?|"
    rf"cap table|participants?)\b|\bwho\b.*\b(?:join\w*|in|on|part|participat\w+|came|involved|with)\b.*(?:<round>|"
    rf"\b(?:rounds?|financing|fundrais\w+)\b)|(?:<round>|\b(?:rounds?|financing)\b).*\bwho (?:all |else )?(?:was|were|"
    rf"is|"
    rf"joined|came|participated|took part)\b|\b(?:which|what)\b.*\b(?:is|are|was|were|came|come|took part|joined|"
    rf"participat\w+|"
    rf"involved)\b.{{0,20}}\b(?:in|on|into)\b.*(?:<round>|\brounds?\b)|\bwhere (?:did|does|do|is) .{{0,40}}\bmoney "
    rf"(?:com(?:e|ing)|from)\b|\bwhose money\b|谁.*(?:投|领)|投资方|投资人|股东|"
    rf"{INVEST}|\bbehind\b.*(?:<round>|\bround)|\b{LED}\b.*(?:<round>|\bround|rounds|financing|funding|"
    rf"investment)|{LED} ?(?:by )?<|\b(?:money|funding|cash|capital|backing) from (?:the )?<|(?:<round>|"
    rf"\brounds?)\b.*\b{LED}\b|\b(?:portfolio|holdings)\b",
)
def investors(clause: Clause) -> list[Query]:
    """Who put money into whom, from either side."""
    if _HEADS_NOW.match(clause.shape):
        return []
    doer = agent(clause, _INVESTS) if not _WHO_INVESTED.search(clause.shape) else None
    if doer is None and clause.wants != "who":
        doer = agent(clause, _LEADS)
    if doer is None and "round" in clause.shape and clause.wants != "who":
        doer = agent(clause, _JOINS)
    if doer is None:
        owner = _PORTFOLIO.search(clause.shape)
        doer = int(next(filter(None, owner.groups()))) if owner else None
    follows = bool(_NOT_LED.search(clause.shape))
    lead = bool(_WAS_LED.search(clause.shape)) and not follows
    money = clause.wants == "money"
    if doer is not None:
        rest = others(clause, doer)
        parts = [part(ids_of(clause, doer), "investors", units=True), *(part(ids, "company") for ids in rest[:1])]
        needs = ("amount",) if money else _stake_only(clause) or ("company",)
        besides = frozenset(i for n in clause.left_out for i in clause.names[n].ids)
        query = Query(
            _FUND, tuple(parts), tuple(rest[1:]), needs, asked=("company",), lead=lead, follows=follows,
            without=besides, limit=12,
        )  # fmt: skip
        return [narrowed(clause, query)]
    groups = clause.groups()
    if not groups:
        return []
    needs = ("amount",) if money else _stake_only(clause) or ("investors",)
    query = Query(_FUND, (part(groups[0], "company"),), groups[1:], needs, asked=("investors",), lead=lead)
    if len(groups) > 1:
        # "who led the round with <0> in <1>": the other way round is as likely.
        other = Query(_FUND, (part(groups[-1], "company"),), groups[:-1], needs, asked=("investors",), lead=lead)
        return [narrowed(clause, query), narrowed(clause, other)]
    return [narrowed(clause, query)]


_BACKERS = r"(?:investors?|backers?|funds?|firms?|people|companies|shareholders?)\b"


@rule("rounds", rf"\b(?:how many|number of) (?:(?!{_BACKERS})[\w-]+ ){{0,4}}?rounds?\b|几轮|幾輪|多少轮")
def rounds(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    told = Query(("metric",), (part(groups[0], "subject"),), groups[1:], ("value",), ("rounds",))
    counted = Query(_FUND, (part(groups[0], "company"),), groups[1:], limit=12, aggregate="count")
    return [narrowed(clause, told), narrowed(clause, counted)]


@rule(
    "total",
    r"\b(?:rais(?:e|ed|es|ing)|funding|financing|collect(?:ed)?|tak(?:en|e) in|br(?:ought|ing) in|secured?|"
    r"attract(?:ed)?|received?|got(?:ten)?|pulled in)\b.*\b(?:total|altogether|all together|in all|overall|so far|to "
    r"date|(?:until|up to|till) now)\b|\btotal\b.*\b(?:rais\w+|funding|financing)|(?:总共|一共|累计|總共|"
    r"累計).*(?:融|募)",
)
def total(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    told = Query(("metric",), (part(groups[0], "subject"),), groups[1:], ("value",), ("total_raised",), aggregate="sum")
    listed = Query(_FUND, (part(groups[0], "company"),), groups[1:], ("amount",), asked=("company",), aggregate="sum")
    listed = replace(listed, status=clause.narrow.status or "made", limit=12)
    return [narrowed(clause, told), narrowed(clause, listed)]


@rule(
    "worth",
    r"\b(?:valuations?|valued|worth|market (?:cap|value))\b|估值|市值",
    final=True,
    also="imply implied implies price put value sum give given",
)
def worth(clause: Clause) -> list[Query]:
    """What somebody is worth: no sum that was raised is an answer."""
    groups = clause.groups()
    if not groups or _OF_A_DEAL.search(clause.shape):
        return []
    found = []
    over_time = _OVER_TIME.search(clause.shape) and len(groups) == 1
    if over_time:
        found.append(
            Query(
                _FUND, (part(groups[0], "company"),), (), ("valuation",), asked=("company",), order="oldest", limit=12
            )
        )
    # "what does the <0> deal value <1> at": whoever pays and whoever is valued come in either order.
    for ids in (groups[0], groups[-1]) if len(groups) > 1 else groups:
        rest = tuple(other for other in groups if other != ids)
        found.append(Query(_FUND, (part(ids, "company"),), rest, ("valuation",), asked=("company",)))
        found.append(Query(("metric",), (part(ids, "subject"),), rest, ("value",), ("valuation",)))
    return [narrowed(clause, query) for query in found]


@rule(
    "raised",
    r"\brais(?:e|es|ed|ing)\b|\b(?:funding|financing|fundrais\w+|newest|latest|last|new|first|"
    r"previous|<round>) ?(?:<round>|rounds?)\b|\brounds?\b|<round>|\bseries [a-h]\b|"
    r"\bmoney\b.*\b(?:get|got|receive)|\bhow much (?:money )?(?:did|does|has|have|had) <\d+> (?:\w+ )?(?:collect|"
    r"secure|"
    r"attract|get|got|bag|receive|take in|taken in|bring in|brought in|land|pull in)\w*|\b(?:funding|financing|"
    r"fundrais\w+|capital raised)\b|"
    r"融资|融資|融了|募资|集资|集資",
)
def raised(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if "proceed" in clause.content:
        return []  # what the money is for is a plan
    if not groups:
        return []
    needs: tuple[str, ...] = (
        ("amount",)
        if clause.wants == "money"
        else ("date",)
        if clause.wants == "when"
        else ("amount", "round", "investors")
    )
    query = Query(_FUND, (part(groups[0], "company"),), groups[1:], needs, asked=("company", "investors"), limit=8)
    if re.search(r"\brais(?:e|es|ed|ing)\b", clause.shape):
        if not re.search(r"\b(?:want\w*|seek\w*|hop\w+|aim\w*|look\w*|plan\w*|to raise|intend\w*)\b", clause.shape):
            if clause.wants != "money" or clause.narrow.given:
                return [narrowed(clause, query)]
            stated = Query(("metric",), (part(groups[0], "subject"),), groups[1:], ("value",), ("total_raised",))
            return [narrowed(clause, query), narrowed(clause, stated)]
        listed = Query(("ipo",), (part(groups[0], "company"),), groups[1:], ("amount",), asked=("company",))
        return [narrowed(clause, query), narrowed(clause, listed)]
    # "<0> <1> round", "rounds of <0>" with <0> a fund: whoever put in and whoever got it.
    other = Query(_FUND, (part(groups[-1], "company"),), groups[:-1], needs, asked=("company", "investors"), limit=8)
    backed = Query(_FUND, (part(groups[0], "investors", units=True),), groups[1:], asked=("company",), limit=8)
    if clause.wants == "money":
        return [narrowed(clause, q) for q in ((query, other) if len(groups) > 1 else (query,))]
    return [narrowed(clause, q) for q in ((query, other, backed) if len(groups) > 1 else (query, backed))]


@rule(
    "fate",
    r"\b(?:became|become|come|came|happened|happen|turn(?:ed)? out)\b.*\b(?:of|to|"
    r"out)\b.*\b(?:rounds?|deals?|talks|raise|bid|takeover|acquisition|ipo|listing|plans?|financing|"
    r"<round>)\b",
)
def fate(clause: Clause) -> list[Query]:
    """What became of a deal: every deal of those named, whatever its state and day."""
    groups = clause.groups()
    kinds = (
        ("ipo",)
        if re.search(r"<\d+> (?:\w+ )?list\b|\b(?:ipo|listing)\b", clause.shape)
        else ("acquisition",)
        if re.search(r"\b(?:bid|takeover|acquisition)\b", clause.shape)
        else _FUND
    )
    return (
        [Query(kinds, (part(groups[0], "company", "target", "buyer"),), groups[1:], spelled=clause.unknown, limit=5)]
        if groups
        else []
    )


@rule("dealings", r"\b(?:deals?|agreements?|contracts?|transactions?)\b|协议|交易")
def dealings(clause: Clause) -> list[Query]:
    """Whatever deal two names share."""
    groups = clause.groups()
    if len(groups) == 1 and re.search(r"\b(?:deals|transactions)\b|交易", clause.shape):
        whose = part(groups[0], "company", "investors", "buyer", "target", "seller", units=True)
        return [replace(narrowed(clause, Query(("funding", "acquisition", "ipo"), (whose,), limit=12)), needs=())]
    if len(groups) < 2:
        return []
    kinds: tuple[tuple[str, ...], ...] = (
        ("acquisition", "partnership", "funding", "deployment", "ipo"),
        ("role", "plan"),
    )
    if clause.wants == "when" and re.search(r"\b(?:clos|complet|go(?:es)? through)", clause.shape):
        kinds = (("acquisition", "funding", "ipo"),)  # what was done before is no day of a deal still open
    return [narrowed(clause, Query(some, (), groups, order="fit", limit=4)) for some in kinds]


_OWNERS = (
    r"\b(?:owned|owners?|ownership|belonged|belongs)\b.*\b(?:over|history|before|previous\w*|former\w*|past|years|"
    r"so far|ever|far|first|changed|through)\b|\b(?:previous|former|past|earlier|all(?: the)?|prior) owners?\b|"
    r"\bownership\b|\bhow often\b.*\b(?:sold|hands)\b|\bchang(?:e|es|ed|ing) hands\b"
)


@rule("owners", _OWNERS)
def owners(clause: Clause) -> list[Query]:
    """Who has owned something, one after another."""
    groups = clause.groups()
    if len(groups) != 1 or clause.wants in ("money", "percent", "count"):
        return []
    query = Query(
        ("acquisition",), (part(groups[0], "target"),), (), asked=("buyer", "seller"), order="oldest", status="made"
    )
    return [replace(narrowed(clause, query), needs=(), topic=())]


_OF_A_WHOLE = (
    r"(?! of (?:its |the |their |all )*(?:staff|workforce|employees|people|jobs|team|revenues?|sales|turnover|market|"
    r"orders|costs|exports|income)\b)"
)
"""A share of that is no holding."""


@rule(
    "acquired",
    rf"{BUY}|\b(?:acquisitions?|takeovers?|merg(?:e|er|ed|ing)|owners?|parent company|stakes?|"
    rf"shares?{_OF_A_WHOLE})\b|<\d+>.{{0,80}}<\d+>.{{0,80}}\b(?:price|deal (?:value|size))\b|"
    r"\b(?:price|sum)\b.{0,80}<\d+>.{0,80}<\d+>|"
    rf"\bchang(?:e|es|ed|ing) (?:hands|owners?)\b|\bwho sold\b|\bowner(?:s|ship)\b",
)
def acquired(clause: Clause) -> list[Query]:
    """Who bought whom, from either side; products are bought too, but that is a deployment."""
    groups = clause.groups()
    if not groups or re.search(r"\bstakes?\b.*\b(?:percent|percentage)\b", clause.shape):
        return []
    doer = agent(replace(clause, shape=clause.shape.replace(" from <", " of <")), _BUYS)
    if doer is None and (made := _BOUGHT_BY.search(clause.shape)):
        doer = int(next(filter(None, made.groups())))
    money = clause.wants == "money"
    needs = ("amount",) if money else ("date",) if clause.wants == "when" else _stake_only(clause) or ()
    if doer is not None:
        rest = others(clause, doer)
        parts = [part(ids_of(clause, doer), "buyer", units=True), *(part(ids, "target", "seller") for ids in rest[:1])]
        bought = Query(("acquisition",), tuple(parts), tuple(rest[1:]), needs, asked=("target",))
        out = [narrowed(clause, bought)]
        if rest and re.search(r"stake|share|invest|%|per ?cent", clause.shape):
            put = [part(ids_of(clause, doer), "investors", units=True), part(rest[0], "company")]
            out.append(narrowed(clause, Query(_FUND, tuple(put), tuple(rest[1:]), needs, asked=("company",))))
        return out
    refused = "denied" if _REFUSED.search(clause.shape) else ""
    target = Query(("acquisition",), (part(groups[0], "target"),), groups[1:], needs, asked=("buyer",), status=refused)
    if refused:
        return [narrowed(clause, target)]
    seller = Query(("acquisition",), (part(groups[0], "seller"),), groups[1:], needs, asked=("buyer",))
    both = Query(("acquisition",), (), groups, needs, asked=("buyer", "target")) if len(groups) > 1 else None
    own = Query(("acquisition",), (part(groups[0], "buyer", units=True),), groups[1:], needs, asked=("target",))
    purchases = own if re.search(rf"\b{_PURCHASES}\b", clause.shape) and clause.wants != "who" else None
    return [narrowed(clause, q) for q in (target, seller, both, purchases) if q]


@rule(
    "seller",
    r"\bwho(?:'s)? (?:(?:is|was|were|has|had|are) )?(?:\w+ )?(?:sold|sells?|selling|offload\w*|divest\w*|part(?:ed|"
    r"ing|s) with)"
    r"(?! (?:robots|machines|units)\b)|\bsellers?\b|\bvendors? (?:in|of) the (?:deal|sale)\b|\bfrom whom\b|"
    r"\bwho(?:m)?\b.*"
    r"\b(?:buy|bought|acquire[sd]?|purchased?|buying|acquiring) .{0,30}\bfrom\b|卖方|出售方",
)
def seller(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    query = Query(("acquisition",), (part(groups[0], "target"),), groups[1:], ("seller",), asked=("seller",))
    return [narrowed(clause, query)]


@rule(
    "listing",
    r"<\d+> (?:\w+ ){0,3}list\b|\b(?:ipo|go(?:es|ing)? public|went public|listing|list(?:s|ed)? (?:on|its|in)|float|"
    r"flotation|prospectus|listed|spac|exchange|ticker|stock (?:market|"
    r"symbol)|trad(?:e|es|ed|ing) (?:on|under|at))\b|"
    r"\b(?:is|are|was|were) (?:the )?<\d+> (?:\w+ )?public\b|上市|挂牌|掛牌|招股|IPO",
)
def listing(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    needs = ("date",) if clause.wants == "when" else ("amount",) if clause.wants == "money" else ()
    query = Query(("ipo",), (part(groups[0], "company"),), groups[1:], needs, asked=("company", "exchange"))
    return [narrowed(clause, query)]


RULES: tuple[Rule, ...] = (seller, fate, rounds, total, worth, listing, investors, raised, owners, acquired, dealings)
