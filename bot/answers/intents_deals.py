"""Rules for money: who invested, who raised, who bought, who lists."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.intent import BUY, INVEST, LED, Rule, agent, ids_of, narrowed, others, part, rule
from bot.answers.query import Query
from bot.answers.question import Clause

_FUND = ("funding",)


def _stake_only(clause: Clause) -> tuple[str, ...]:
    return ("%",) if clause.wants == "percent" else ()


@rule(
    "investors",
    rf"\bwho\b.*\b{INVEST}|\b(?:backers?|investors?|shareholders?|funders?)\b|谁.*(?:投|领)|投资方|投资人|股东|"
    rf"{INVEST}|\bbehind\b.*(?:<round>|\bround)|\b{LED}\b.*(?:<round>|\bround|rounds|financing|funding|"
    rf"investment)|{LED} ?(?:by )?<",
)
def investors(clause: Clause) -> list[Query]:
    """Who put money into whom, from either side."""
    doer = agent(clause, INVEST) if not re.search(r"\bwho\b(?! (?:is|are|else is) <)|谁|誰", clause.shape) else None
    if doer is None:
        doer = agent(clause, r"(?:co-?)?(?:led|leads|leading)") if clause.wants != "who" else None
    lead = bool(re.search(rf"\b{LED}\b|领投|領投", clause.shape))
    money = clause.wants == "money"
    if doer is not None:
        rest = others(clause, doer)
        parts = [part(ids_of(clause, doer), "investors", units=True), *(part(ids, "company") for ids in rest[:1])]
        needs = ("amount",) if money else _stake_only(clause) or ("company",)
        query = Query(_FUND, tuple(parts), tuple(rest[1:]), needs, asked=("company",), lead=lead, limit=12)
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


@rule("rounds", r"\bhow many\b.*\brounds?\b|\bnumber of\b.*\brounds?\b|几轮|幾輪|多少轮")
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
    r"attract(?:ed)?|received?|got(?:ten)?|pulled in)\b.*\b(?:total|altogether|in all|overall|so far|to "
    r"date|(?:until|up to|till) now)\b|\btotal\b.*\b(?:rais\w+|funding|financing)|(?:总共|一共|累计|總共|"
    r"累計).*(?:融|募)",
)
def total(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    told = Query(("metric",), (part(groups[0], "subject"),), groups[1:], ("value",), ("total_raised",), aggregate="sum")
    listed = Query(_FUND, (part(groups[0], "company"),), groups[1:], ("amount",), asked=("company",), aggregate="sum")
    return [narrowed(clause, told), narrowed(clause, listed)]


@rule("worth", r"\b(?:valuations?|valued|worth|market (?:cap|value))\b|估值|市值")
def worth(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    deal = Query(_FUND, (part(groups[0], "company"),), groups[1:], ("valuation",), asked=("company",))
    told = Query(("metric",), (part(groups[0], "subject"),), groups[1:], ("value",), ("valuation",))
    return [narrowed(clause, deal), narrowed(clause, told)]


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
        if not clause.narrow.given or clause.pronoun:
            return []
        return [narrowed(clause, Query(_FUND, (), (), ("company",), asked=("company",)))]
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
    if not groups and clause.narrow.given:
        return [narrowed(clause, Query(("funding", "acquisition", "ipo"), (), (), ("company", "target"), limit=12))]
    if len(groups) < 2:
        return []
    kinds = (("acquisition", "partnership", "funding", "deployment", "ipo"), ("role", "plan"))
    return [narrowed(clause, Query(some, (), groups, order="fit", limit=4)) for some in kinds]


@rule(
    "acquired",
    rf"\b{BUY}\b|{BUY}|\b(?:acquisitions?|takeovers?|merg(?:e|er|ed|ing)|owners?|parent company|stakes?|"
    rf"shares?)\b|\bchang(?:e|es|ed|ing) (?:hands|owners?)\b|\bwho sold\b|\bowner(?:s|ship)\b",
)
def acquired(clause: Clause) -> list[Query]:
    """Who bought whom, from either side; products are bought too, but that is a deployment."""
    groups = clause.groups()
    if not groups or re.search(r"\bstakes?\b.*\b(?:percent|percentage)\b", clause.shape):
        return []
    doer = agent(replace(clause, shape=clause.shape.replace(" from <", " of <")), BUY)
    money = clause.wants == "money"
    needs = ("amount",) if money else ("date",) if clause.wants == "when" else _stake_only(clause) or ()
    if doer is not None:
        rest = others(clause, doer)
        parts = [part(ids_of(clause, doer), "buyer", units=True), *(part(ids, "target", "seller") for ids in rest[:1])]
        bought = Query(("acquisition",), tuple(parts), tuple(rest[1:]), needs, asked=("target",))
        out = [narrowed(clause, bought)]
        if rest and re.search(r"pa(?:id|y)|stake|share", clause.shape):
            put = [part(ids_of(clause, doer), "investors", units=True), part(rest[0], "company")]
            out.append(narrowed(clause, Query(_FUND, tuple(put), tuple(rest[1:]), needs, asked=("company",))))
        return out
    target = Query(("acquisition",), (part(groups[0], "target"),), groups[1:], needs, asked=("buyer",))
    seller = Query(("acquisition",), (part(groups[0], "seller"),), groups[1:], needs, asked=("buyer",))
    both = Query(("acquisition",), (), groups, needs, asked=("buyer", "target")) if len(groups) > 1 else None
    return [narrowed(clause, q) for q in (target, seller, both) if q]


@rule("seller", r"\bwho (?:sold|sells|is selling|was selling|has sold)\b|\bsellers?\b|卖方|出售方")
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
    r"symbol)|trad(?:e|es|ed|ing) (?:on|under|at))\b|上市|挂牌|掛牌|招股|IPO",
)
def listing(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    needs = ("date",) if clause.wants == "when" else ("amount",) if clause.wants == "money" else ()
    query = Query(("ipo",), (part(groups[0], "company"),), groups[1:], needs, asked=("company", "exchange"))
    return [narrowed(clause, query)]


RULES: tuple[Rule, ...] = (seller, fate, rounds, total, worth, listing, investors, raised, acquired, dealings)
