"""Names that the words beside them tell to be those of things, whatever they were typed as: "a Corvo", "640 Corvos"."""

from __future__ import annotations

import re

from bot.extraction.products.nouns import PRODUCT_NOUN
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.cues import ORG_NOUNS, PERSON_NOUNS
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import looks_like_org

_NOUN = (
    rf"(?!(?:units?|shops?|stores?|cent(?:er|re)s?|marketplaces?|initiatives?|vehicles?|boards?|policy|"
    rf"stacks?|hand|part|arm of)\b)(?i:{PRODUCT_NOUN})"
)
_NAMER = r"(?:called|named|dubbed|christened|known as|code-?named|nicknamed)"
_QUOTE = "[\"“”'*_™®]*"
_OPEN = "(?:the )?[\"“'*_]*\\Z"
_NAMED_SO = re.compile(
    rf"\b{_NOUN}{_QUOTE}(?:(?:'s|,| is| are)? {_NAMER})?,? {_OPEN}|\b(?:marketed|sold|offered|"
    rf"launched) under the name(?: of)? {_OPEN}"
)
_OF_ORG = re.compile(rf"\b(?:{'|'.join(sorted(ORG_NOUNS))})s?(?:,? {_NAMER})?,? [\"“'*_]*\Z", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:an?|each|every|per|all|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens? of|"
    r"hundreds of|first|second|last|latest|new|more|many|its|our|their) [\"“'*_]*\Z",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    rf"{_QUOTE}(?:[,.;:)?]| (?:is|was|are|were|can|has|have|at|in|on|for|to|and|from|with|that|costs?)\b|\Z)"
)
_DETERMINED = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Aa]n?|new|\d[\d,]*)|['’]s) [\"“'*_]*\Z")
_NOUN_AFTER = re.compile(
    rf"{_QUOTE}(?: (?!(?:makers?|company|startup|and|or|with|in|at|to|on|for|who|which|that|was|is|were|are|has|"
    rf"had|have|"
    rf"said|says|from|by|into|of|about|as|will|would)\b)[a-z][\w-]*){{0,2}} {_NOUN}\b"
    r"(?! (?:makers?|company|companies|startup|business|developer|builder|unit|division|team|firm|group|house))"
)
_CALLED_NOUN = re.compile(
    rf"{_QUOTE}(?:,| is| was|:| –| —| -|,? which is) (?:an?|the|its|our) (?:(?!of\b|in\b|for\b|from\b)[\w-]+ ){{0,5}}?"
    rf"(?:\w+-)*{_NOUN}\b(?! (?:makers?|company|companies|startup|business|developer|builder|firm|group|house|"
    r"specialist|giant|supplier|manufacturer|unicorn|lab|outfit|pioneer|operator|integrator|division|of <))"
)
_DOES = re.compile(
    rf"{_QUOTE},? (?:(?:now|already|also|only|still|then) )?(?:weighs?|costs? (?:about |around |just |"
    rf"only )?[\d$€£¥]|sells? for|"
    r"(?:is|was|are) (?:sold|priced|used by|being developed)|runs? (?:on|at)|can (?:lift|carry|walk|run|climb|be had|"
    r"be bought)|was (?:released|unveiled|open-?sourced|shown|presented)|goes on sale|went on sale|came to market|"
    r"comes (?:out|in at)|does \d|is available|will ship|ships? in|lifts|stands \d|has \d+ (?:degrees|joints|fingers|"
    r"motors)|taped out)\b"
)
_BROUGHT = re.compile(
    r"\b(?:unveil(?:s|ed|ing)?|releas(?:es?|ed|ing)|open-?sourc(?:es?|ed|ing)|debut(?:s|ed)|roll(?:s|ed|ing) out|"
    r"pre-?ordered|powered by|runs? on|running on|built on|trained on|version of|generation of|fleet of|successor to|"
    r"price of|units of|weights of|(?:pulled back|lifted|raised) the (?:curtain|veil) (?:on|from)|took the wraps off) "
    r"(?:the |its |an? )?[\"“'*_]*\Z"
)
_AGENT = re.compile(
    r"(?:['’]s (?:ceo|cto|coo|cfo|chief|founders?|co-founders?|investors?|board|chairman|valuation|shares?|staff|"
    r"employees|headquarters|customers)\b|[\"”]? (?:said|says|raised|has raised|acquired|bought|announced|hired|"
    r"employs|was founded|plans to|invested|put in|sued|filed|closed|agreed|signed|told)\b|"
    r" (?:unveiled|launched) (?:the|its|an?) )",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:joined|left|founded|co-founded|invested in|acquired|bought|stake in|shares in|ceo of|founder of|"
    r"backed by|led by|round from|(?:working|worked|job) (?:at|for))(?: the)? \Z",
    re.IGNORECASE,
)
_CODE = re.compile(r"\A[A-Z]{1,3}-?\d{1,2}\w?\Z|\w[ -](?:\d[\w.]{0,3}|One|Two|Mini|Pro|Max|Lite|Plus|Ultra|[A-Z])\Z")
_LEGAL = re.compile(r"\b(?:Corp|Inc|Ltd|GmbH|AG|Oy|AB|Co|LLC|plc|SA|Labs?|AI)\b\.?\Z")


def _weight(mention: Mention, text: str) -> float:
    """How far one place of a name tells that it is that of a thing; below nought, that of who acts."""
    start = max(0, mention.start - 70)
    before, after = text[start : mention.start], text[mention.end : mention.end + 90]
    before, after = before.rsplit("\n", 1)[-1], after.split("\n", 1)[0]
    if _AGENT.match(after) or _JOINED.search(before) or _OF_ORG.search(before):
        return -1.5
    told = (
        _NAMED_SO.search(before),
        _CALLED_NOUN.match(after),
        _NOUN_AFTER.match(after) and _DETERMINED.search(before),
        _DOES.match(after),
        _BROUGHT.search(before),
    )
    one_of = _COUNTED.search(before) and _ONE_OF.match(after)
    return sum(1.0 for t in told if t) + (0.5 if one_of else 0.0)


def things(ctx: Context) -> frozenset[int]:
    """The ids of the clusters that are no products by type but are told to be some."""
    return ctx.once(_things)


def _things(ctx: Context) -> frozenset[int]:
    found: set[int] = set()
    written = {c.name.lower() for c in ctx.clusters}
    for cluster in ctx.clusters:
        beside = cluster.descriptors
        if cluster.kind == "product" or cluster.entity_id or beside & ORG_NOUNS or not cluster.named:
            continue
        if (
            looks_like_org(cluster.name)
            or _LEGAL.search(cluster.name)
            or (cluster.kind == "person" and beside & PERSON_NOUNS)
        ):
            continue
        told = sum(_weight(m, ctx.text) for m in cluster.named)
        name = cluster.name.lower()
        told += 0.5 if _CODE.search(cluster.name) else 0.0
        told += 1.0 if {name + "s", name.removesuffix("s")} & (written - {name}) else 0.0
        least = 1.5 if cluster.kind == "person" else 1.0
        if told >= max(least, 0.25 * len(cluster.named)):
            found.add(id(cluster))
    return frozenset(found)


def is_thing(ctx: Context, cluster: Cluster) -> bool:
    """Whether a cluster is a product, by its type or by what is said of it."""
    return cluster.kind == "product" or id(cluster) in things(ctx)
