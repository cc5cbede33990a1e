"""Orders, contracts and pilots as nouns: who is to get robots from whom, told without a verb of using or supplying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.products.customers import listed, recipients, told_as_fact
from bot.extraction.products.products import Products
from bot.extraction.products.robots import Find, Thing, thing_of
from bot.extraction.products.uses import THINGS, use, when
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import WORD, actors, is_party, unique
from bot.grammar.patterns import Pattern

_PAPER = r"(?:contracts?|orders?|tenders?|agreements?|deals?|lease|memorandum(?: of understanding)?|<x\d+>|MoU)"
_SPAN = rf"(?:(?:{WORD}|<[ml]\d+>),? ){{0,5}}?"
_HAS = (
    r"(?:sign(?:s|ed)?|agree[sd]|bag(?:s|ged)|pick(?:s|ed) up|ink(?:s|ed)|str(?:ikes|uck)|reach(?:es|ed)|won|"
    r"wins|secur(?:es|ed)|receiv(?:es|ed)|"
    r"land(?:s|ed)|clinch(?:es|ed)|ha(?:s|ve|d)|got|gets|took|takes|announc(?:es|ed)|(?:is|was|were|been) awarded)"
)
_WITH = Pattern(
    rf"\b(?P<verb>{_HAS}) (?:up )?(?:{_SPAN}(?P<paper>{_PAPER}))?(?: (?:worth|valued at|of) (?:\w+ )?<m\d+>)?"
    rf"(?:,? (?:for|to \w+) (?P<t>{THINGS}))? (?:with|from|by|at) (?=\S)|"
    rf"\b(?:[Uu]nder|[Tt]hrough) (?:an? |the |its )?{_SPAN}(?P<paper2>{_PAPER}) with (?=\S)"
)
"""Before who is to get or to give robots: "won a contract worth <m0> with <o1>"."""
_FOR = Pattern(
    rf"[^;.<]{{0,30}}?,? (?:to (?:place|deploy|supply|deliver|install|provide|station|put|use|test|try(?: out)?|"
    rf"bring|run|"
    rf"buy|roll out|operate)|for|over|covering|(?:<o\d+>|the (?:company|firm)) will (?:deliver|supply|provide)) "
    rf"(?:the )?(?:(?:suppl|deliver|deploy|purchas|us|installa)[a-z]* of )?(?:up to )?(?P<t>{THINGS})"
)
_OTHERWISE = Pattern(
    r"(?:[^;.<]|<[md]\d+>){0,30}? (?:for (?!<[md])|to (?:assembl|build|mak|manufactur|produc|design|develop)\w*)"
)
"""Behind both sides of a contract: it is about something else than robots."""
_AWARDS = Pattern(
    rf"\b(?P<verb>award(?:s|ed)|g[ai]ve(?:s|n)?|hand(?:s|ed)|select(?:s|ed)|pick(?:s|ed)|cho(?:se|oses)|chosen|"
    rf"tap(?:s|ped)|hire[sd]?|commission(?:s|ed)|contract(?:s|"
    rf"ed)) (?:{WORD} ){{0,3}}?<o(?P<o>\d+)> (?:(?:with )?an? {_SPAN}"
    rf"(?:contract|order)\b|(?:to (?:automate|supply|deliver|deploy|provide|install|equip)|(?:for|"
    rf"as) {_SPAN}(?:supplier|"
    rf"provider|vendor|partner for (?:the )?(?:automation|deployment)))\b)"
)
_PILOTS = Pattern(
    r"\b(?P<noun>deployments?|pilots?|trials?|installations?|roll-?outs?|field tests?|pilot projects?)(?:,|"
    r" (?:is|are|was|"
    r"were))?(?: (?:under way|running|live|already))? (?:at|with) (?=\S)"
)
_DEPLOYED = Pattern(
    rf"\b(?P<verb>deployment|installation|roll-?out|introduction|use|delivery|"
    rf"adoption) of (?P<t>{THINGS})[^;.<]{{0,30}}? "
    rf"(?P<prep>at|by|with|to) (?=\S)"
)
_WITHS = Pattern(
    rf"\b(?P<verb>(?:automat|pick|pack|sort|clean|weld|load|unload|inspect|harvest|mov|stack|build|handl|replac|"
    rf"patrol|fill|"
    rf"paint|scan|weed)(?:e[sd]|s|ed)) (?P<what>[^;.]{{0,60}}?)(?:with|using|by means of) (?P<t>{THINGS})"
)
_MAKES = re.compile(r"Robot|Dynamics|Automat|Humanoid|Drone")


def _builder(products: Products, one: Cluster, others: list[Cluster]) -> tuple[Cluster, list[Cluster]] | None:
    """Of two sides who makes the robots and who gets them, by name or by whom the article is about."""
    main = products.ctx.main
    named = [c for c in (one, *others) if _MAKES.search(c.name)]
    if one in named or not named:
        return (one, others) if one in named or main is one else (others[0], [one]) if main in others else None
    return named[0], [one]


def contracts(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "<o0> won a contract with <o1> to supply 40 <p2>", "an order for <p2> from <o1>"."""
    for match in _WITH.finditer(text):
        sides = actors(segment, text, match.start()) if match["verb"] else []
        names, end = listed(segment, text, match.end(), sides[0] if sides else None)
        others = [c for c in unique(m.cluster for m in segment.names) if c.name in names and is_party(c)]
        what = match if match["t"] else _FOR.match(text, end)
        if not sides and products.ctx.main is not None and products.ctx.main not in others:
            sides = [products.ctx.main]
        if not others or not sides or not told_as_fact(segment, text, match.start()):
            continue
        if what is None and _OTHERWISE.match(text, end):
            continue
        thing = thing_of(segment, what, products, []) if what else None
        paper = match["paper"] or match["paper2"] or ""
        if thing is not None and thing.named and thing.maker in (*sides, *others):
            maker, getters = thing.maker, sides if thing.maker in others else others
        elif (what and (paper or match["verb"].startswith("sign"))) or paper[:5] in ("contr", "order"):
            pair = _builder(products, sides[0], others)
            if pair is None:
                continue
            maker, getters = pair
        else:
            continue
        if maker is None or (thing is not None and thing.maker not in (None, maker, products.ctx.main)):
            continue
        made = Thing(thing.name, maker, thing.named) if thing is not None else Thing(None, maker, False)
        told = use(segment, text, what.end()) if what else None
        yield Find(made, tuple(c.name for c in getters if c is not maker), told, when(segment, match.start()), 0.6)


def awards(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "<o0> awarded <o1> a contract", "picked <o1> to automate its depot"."""
    for match in _AWARDS.finditer(text):
        buyers, maker = actors(segment, text, match.start()), segment.named(match["o"]).cluster
        if is_party(maker) and maker not in buyers and buyers and told_as_fact(segment, text, match.start()):
            names = tuple(c.name for c in buyers)
            yield Find(
                Thing(None, maker, False), names, use(segment, text, match.end()), when(segment, match.start()), 0.5
            )


def pilots(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "its first deployment is at <o1>", "the deployment of 40 <p0> at <o1>"."""
    for match in _PILOTS.finditer(text):
        owner = re.search(r"<o(\d+)>'s? (?:[\w-]+ ){0,4}\Z", text[: match.start()])
        has = re.search(rf"\b{_HAS[:-1]}|r(?:uns?|an)|(?:is|are) running) (?:[\w-]+ ){{0,4}}\Z", text[: match.start()])
        sides = [segment.named(owner[1]).cluster] if owner else actors(segment, text, has.start()) if has else []
        names, end = listed(segment, text, match.end(), sides[0] if sides else None)
        others = [c for c in unique(m.cluster for m in segment.names) if c.name in names and is_party(c)]
        pair = _builder(products, sides[0], others) if sides and others else None
        if pair is not None and told_as_fact(segment, text, match.start()):
            maker, getters = pair
            told = match["noun"].rstrip("s") if match["noun"].startswith(("pilot", "trial", "field")) else None
            names = tuple(c.name for c in getters if c is not maker)
            yield Find(
                Thing(None, maker, False), names, told or use(segment, text, end), when(segment, match.start()), 0.5
            )
    for match in _DEPLOYED.finditer(text):
        thing = thing_of(segment, match, products, [])
        names, end = recipients(segment, text, match.start("prep"), match.end(), thing.maker if thing else None)
        if thing is not None and names and told_as_fact(segment, text, match.start()):
            yield Find(thing, names, use(segment, text, end), when(segment, match.start()), 0.6)


def with_robots(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "<o0> picks its lettuce with robots from <o1>", "<o1> automated <o0>'s depot with 40 carts"."""
    for match in _WITHS.finditer(text):
        doers = actors(segment, text, match.start())
        thing = thing_of(segment, match, products, []) if doers else None
        if thing is None or thing.maker is None or not told_as_fact(segment, text, match.start()):
            continue
        if thing.maker not in doers:
            names = tuple(c.name for c in doers)
        else:
            names, _ = listed(segment, text, match.start("what"), thing.maker)
        if names and (match["from"] or match["from2"] or thing.named or "<o" in match["np"] or thing.maker in doers):
            told = f"{match['verb']} {match['what'].strip()}" if "<" not in match["what"] else None
            yield Find(thing, names, told, when(segment, match.start()), 0.6)


ENGAGEMENTS = (contracts, awards, pilots, with_robots)
