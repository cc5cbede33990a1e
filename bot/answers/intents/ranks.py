"""Rules for superlatives and counts: the biggest, the cheapest, the top three, how many of something."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stem, stems
from bot.answers.intents.intent import BUY, INVEST, Rule, money_named, narrowed, part, rule
from bot.answers.paces import ASKS_PACE, OF_PACE
from bot.answers.peoples import says_where
from bot.answers.query import Ids, Order, Part, Query
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern

_FIELD_STEMS = stems(
    "humanoid robot robotics robotic ai embodied intelligence startup maker developer industrial quadruped"
)
"""What nearly every article here is about: a round need not say so in its own sentence."""
_LARGEST = (
    r"(?:biggest|largest|the most|highest|greatest|top|record|"
    r"most (?:expensive|valuable|valued|bullish|optimistic|employees|"
    r"robots|units|money|funding|funded)|priciest|dearest|best[- ]funded|richest|longest|最大|最高|最贵|最多)"
)
_SMALLEST = (
    r"(?:smallest|lowest|cheapest|least (?:expensive|valuable|money|bullish|optimistic)|most (?:affordable|bearish|"
    r"cautious|pessimistic|conservative)|tiniest|最小|最低|最便宜|最少)"
)
_OLDEST = r"(?:oldest|earliest|最早|最老)"
_YOUNGEST = r"(?:youngest|most recently founded|newest (?:company|startup|firm)|最年轻)"
_ASKS_SMALLEST, _ASKS_YOUNGEST = Pattern(_SMALLEST), Pattern(_YOUNGEST)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MANY = r"(?P<many>\d{1,2}|" + "|".join(_NUMBERS) + ")"
_TOP = Pattern(
    rf"\b(?:top|biggest|largest|highest|cheapest|smallest|last|latest|newest|most recent|the) {_MANY}\b"
    rf"|\b{_MANY.replace('many', 'ahead')} (?:biggest|largest|highest|cheapest|smallest|most|best|top|latest|newest)\b"
)

_RANKED_BY: tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    # what is ranked, kinds of fact, measures, slots of the figure
    (
        r"\bvaluations?\b|\bvalued\b|\bvaluable\b|\bworth\b|估值",
        ("funding", "metric"),
        ("valuation",),
        ("valuation", "value"),
    ),
    (r"\b(?:acquisitions?|takeovers?|buyouts?|purchases?|exits?|m&a)\b|收购", ("acquisition",), (), ("amount",)),
    (r"\b(?:ipos?|listings?|flotations?)\b|上市", ("ipo",), (), ("amount",)),
    (
        r"\bprices?\b|cheapest|expensive|priciest|dearest|affordable|\bcosts?\b|最贵|最便宜|价格",
        ("price",),
        (),
        ("amount",),
    ),
    (
        r"\b(?:ship\w*|deliver\w+|units|sales volume|sold|market share)\b|\bmost (?:robots|units)\b|出货|销量",
        ("metric",),
        ("units",),
        ("value",),
    ),
    (r"\b(?:employees|staff|headcount|workforce|employers?|teams?)\b|员工", ("metric",), ("employees",), ("value",)),
    (r"\b(?:revenues?|sales|turnover)\b|营收|收入", ("metric",), ("revenue",), ("value",)),
    (r"\b(?:loss(?:es)?|profits?)\b|利润|亏损", ("metric",), ("profit",), ("value",)),
    (r"\b(?:orders?|backlogs?|order books?)\b|订单", ("metric",), ("orders",), ("value",)),
    (
        r"\b(?:forecasts?|bullish|optimistic|bearish|cautious|"
        r"pessimistic|conservative|predictions?|estimates?|markets?)\b"
        r"|预测",
        ("forecast",),
        ("market_size", "units"),
        ("value",),
    ),
    (r"\bdeals?\b|交易", ("funding", "acquisition"), (), ("amount",)),
    (
        r"\b(?:rounds?|raises?|raised|"
        r"fund(?:ing|ings|ed)?|financings?|"
        r"investments?|cheques?|checks?|grants?|awards?|"
        r"series \w)\b|<round>|融资|轮",
        ("funding",),
        (),
        ("amount",),
    ),
)
_RANKED = tuple((Pattern(pattern), kinds, measures, slots) for pattern, kinds, measures, slots in _RANKED_BY)
_ORGS = Pattern(
    r"\b(?:makers?|compan(?:y|ies)|firms?|startups?|start-ups?|vendors?|manufacturers?|producers?|who)\b|谁|公司"
)
_ROBOTS = Pattern(r"\b(?:robots?|quadrupeds?|machines?)\b(?! (?:hands?|arms?|parts?|models?))|机器人")
_HUMANOIDS = Pattern(r"\bhumanoids?\b(?! (?:robot )?(?:hands?|arms?|parts?|models?|makers?))|人形")
_PLURAL = Pattern(
    r"\b(?:rounds|deals|acquisitions|takeovers|valuations|prices|robots|makers|companies|startups|firms|ipos)\b"
)
_NO_TOPIC = Pattern(
    rf"\b(?:{'|'.join(_NUMBERS)})\b|"
    r"\b(?:top|biggest|largest|highest|greatest|record|most|least|"
    r"cheapest|smallest|lowest|expensive|valuable|ever|store|"
    r"data|database|list|far|single|all-time|known|global(?:ly)?|world(?:wide)?|yet|maker|makers|vendors?|producers?|"
    r"bullish|optimistic|bearish|cautious|pessimistic|conservative|banks?|analysts?|robots?|start-ups?|deals?|"
    r"rounds?|"
    r"valuations?|acquisitions?|takeovers?|fundings?|financings?|investments?|sector|industry|field|market|"
    r"rankings?|ranked|rank|pls|please|plz|names?|figures?|first|second|third|who|each|units?)\b"
)


_RANKED_ONES = ("company", "target", "product", "subject", "source")
BY_WHOM = Pattern(
    r"\b(?:from|by|with) (?:an? |the )?(?:(?!<)[a-z-]+ ){1,2}(?:investors?|funds?|backers?|vcs|compan(?:y|ies)|"
    r"firms?|buyers?|"
    r"groups?|makers?|startups?|owners?|rivals?)\b"
)
"""The words describe those on the other side: "bought by Chinese companies"."""


def sort_priced(shape: str) -> str:
    """The kind of product whose price is asked for, as a query has it."""
    return "humanoid" if _HUMANOIDS.search(shape) else "robot" if _ROBOTS.search(shape) else ""


def how_paid(shape: str) -> Literal["once", "for use"]:
    """Whether the price of a thing is asked for, or that of its use."""
    return "for use" if ASKS_PACE.search(shape) else "once"


def how_many_asked(shape: str) -> int:
    """How many of the first or the last are asked for, up to twelve; 0 where no number is said."""
    met = _TOP.search(shape)
    many = (met["many"] or met["ahead"]) if met else ""
    return max(2, min(12, _NUMBERS.get(many, 0) or int(many))) if many else 0


def _limit(clause: Clause) -> int:
    if many := how_many_asked(clause.shape):
        return many
    return 5 if _PLURAL.search(clause.shape) else 3


def _topic(clause: Clause, pattern: Pattern) -> tuple[str, ...]:
    left = pattern.sub(" ", _NO_TOPIC.sub(" ", clause.shape))
    words = {stem(word) for word in re.findall(r"[\w-]+", left)}
    return tuple(word for word in clause.content if word in words and not word.isdigit())


@rule("rank", rf"(?<![\w<])(?:{_LARGEST}|{_SMALLEST})(?![\w>])|最[大高贵多小低便少]")
def rank(clause: Clause) -> list[Query]:
    """The largest or the smallest of what the clause names, by the figure that it names or implies."""
    shape = clause.shape
    order: Order = "smallest" if _ASKS_SMALLEST.search(shape) else "largest"
    for pattern, kinds, measures, slots in _RANKED:
        if not pattern.search(shape):
            continue
        org = kinds == ("metric",) and bool(_ORGS.search(shape))
        named = kinds == ("metric",) and bool(re.search(r"\brank\w*|\btop \d", shape))
        topic = _topic(clause, pattern)
        sort = sort_priced(shape) if kinds == ("price",) else ""
        if kinds == ("price",):
            topic = tuple(word for word in topic if word not in OF_PACE)
        if sort or kinds[0] in ("funding", "acquisition", "ipo"):
            topic = tuple(word for word in topic if word not in _FIELD_STEMS)
        peoples = tuple(word for word in clause.content if says_where(word))
        topic = tuple(word for word in topic if word not in peoples)
        query = Query(
            kinds,
            (),
            clause.groups(),
            slots,
            measures,
            order=order,
            by=slots,
            strict=0.5 if topic else 0.0,
            limit=_limit(clause),
            asked=("buyer", "investors") if BY_WHOM.search(shape) else _RANKED_ONES,
            described=peoples,
            of_kind="org" if org else "named" if named else sort,
            paid=how_paid(shape) if kinds == ("price",) else "",
            of_field=kinds == ("funding",) and not topic and not clause.groups(),
            currency=money_named(clause) if kinds[0] in ("funding", "acquisition", "ipo") else "",
        )
        here = replace(narrowed(clause, query), topic=topic)
        if kinds == ("forecast",):
            # Sums and numbers of things are not to be ranked together.
            robots = re.search(r"\bmost (?:humanoids|robots|units)\b|\bshipments?\b|\bunits\b", shape)
            each = [replace(here, measures=(one,)) for one in (measures[::-1] if robots else measures)]
            return each[:1] if robots or "market" in shape else each
        # "the cheapest at the Acme fair": the fair stands in the article, not in the sentence with the price.
        if kinds[0] in ("funding", "acquisition", "ipo") and here.named and all(is_place(ids) for ids in here.named):
            return [here, replace(here, named=(), home=here.named)]
        return [here, replace(here, named=(), near=here.named)] if here.named else [here]
    return []


@rule("age", rf"\b(?:{_OLDEST}|{_YOUNGEST})\b")
def age(clause: Clause) -> list[Query]:
    """The company that was founded first or last."""
    if not _ORGS.search(clause.shape) and not re.search(r"\bfounded\b", clause.shape):
        return []
    order: Order = "newest" if _ASKS_YOUNGEST.search(clause.shape) else "oldest"
    query = Query(("founding",), (), clause.groups(), ("date",), order=order, limit=3, asked=("organization",))
    return [narrowed(clause, query)]


@rule(
    "newest",
    r"\b(?:first|latest|newest|last|most recent) (?:(?!<)\w+ )?"
    r"(?:robot|product|model|humanoid|machine|launch|release)\b",
)
def newest(clause: Clause) -> list[Query]:
    """The first or the last that somebody presented."""
    groups = clause.groups()
    if len(groups) != 1 or clause.wants in ("money", "count", "percent", "where", "why"):
        return []
    query = Query(("launch",), (part(groups[0], "maker", units=True),), (), ("product",), asked=("product",), limit=30)
    return [replace(narrowed(clause, query), needs=("product",), topic=())]


_COUNTED_THINGS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    # what is counted, what else must be said, kinds of fact, parts that the named one plays
    (
        r"(?:compan\w+|startups?|firms?|businesses|acquisitions?|takeovers?|rivals?)",
        rf"\b(?:{BUY})|acquisitions?|takeovers?",
        ("acquisition",),
        ("buyer",),
    ),
    (
        r"(?:compan\w+|startups?|firms?|investments?|deals?|rounds?)",
        rf"(?:{INVEST})|\bportfolio\b|\b(?:led|lead|join)",
        ("funding",),
        ("investors",),
    ),
    (
        r"(?:compan\w+|startups?|start-ups|firms?|makers?)",
        r"\b(?:went public|gone public|listed|floated|ipo'?d?)\b",
        ("ipo",),
        ("company",),
    ),
    (
        r"(?:compan\w+|startups?|start-ups|firms?|makers?)",
        r"\b(?:rais\w+|secur\w+|closed)\b",
        ("funding",),
        ("company",),
    ),
    (
        r"(?:funding |financing |fundrais\w+ |" r"investment )?(?:rounds?|raises?|financings?)",
        r"",
        ("funding",),
        ("company",),
    ),
    (
        r"(?:products?|robots?|models?|" r"humanoids?|platforms?)",
        r"\b(?:launch\w*|releas\w+|" r"unveil\w*|present\w*|announc\w*)",
        ("launch",),
        ("maker",),
    ),
    (r"(?:partners?|partnerships?)", r"", ("partnership",), ("parties",)),
    (r"(?:customers?|clients?|deployments?)", r"", ("deployment",), ("maker", "product")),
    (r"(?:compan\w+|startups?|firms?)", r"\b(?:found\w*|start\w*|set up)\b", ("founding",), ("founders", "parent")),
    (r"(?:deals?|transactions?)", r"", ("funding", "acquisition"), ()),
    (r"(?:acquisitions?|takeovers?)", r"", ("acquisition",), ()),
    (r"(?:ipos?|listings?)", r"", ("ipo",), ()),
)


_COUNTED = tuple(
    (
        Pattern(rf"\b(?:how many|number of|count (?:of|the|all)) (?:(?!<)[\w-]+ ){{0,3}}?{counted}\b"),
        Pattern(said),
        kinds,
        slots,
    )
    for counted, said, kinds, slots in _COUNTED_THINGS
)


@rule("count", r"\bhow many\b|\bnumber of\b|\bcount (?:of|the|all)\b|几家|多少家|几次")
def count(clause: Clause) -> list[Query]:
    """How many facts of a sort are known; a number that an article states goes before."""
    shape, groups = clause.shape, clause.groups()
    for counted, said, kinds, slots in _COUNTED:
        if not counted.search(shape) or not said.search(shape):
            continue
        if kinds == ("funding",) and slots == ("company",) and groups:
            return []  # the rule for rounds knows what articles state
        parts: tuple[Part, ...] = tuple(part(ids, *slots, units=True) for ids in groups) if slots else ()
        named: tuple[Ids, ...] = () if slots else groups
        if not groups and not clause.narrow.given:
            return []
        whom = {"buyer": ("target",), "investors": ("company",), "company": ("company",)}.get(
            slots[0] if slots else "", ()
        )
        query = Query(kinds, parts, named, limit=40, aggregate="count", asked=whom)
        told = replace(narrowed(clause, query), needs=(), counted=False, topic=())
        if kinds == ("ipo",) and re.search(r"\b(?:went|gone|listed|floated)\b", shape):
            told = replace(told, status="completed")
            if groups and all(is_place(ids) for ids in groups):
                told = replace(told, parts=tuple(part(ids, "exchange") for ids in groups))
        peoples = tuple(word for word in clause.content if says_where(word))
        if peoples or (groups and all(is_place(ids) for ids in groups) and kinds != ("ipo",)):
            asked = {"funding": ("company",), "acquisition": ("target",), "ipo": ("company",)}.get(kinds[0], slots)
            told = replace(
                told, asked=asked, described=peoples, parts=() if groups else told.parts, named=(), home=groups
            )
        return [told]
    return []


RULES: tuple[Rule, ...] = (count, age, rank, newest)
