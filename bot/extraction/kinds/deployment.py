"""Deployments: robots or models put to use at a place or for a customer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.kind import Draft, Kind
from bot.extraction.products.customers import (
    customer_lists,
    doers,
    listed,
    more_makers,
    number_off,
    reached,
    recipients,
    told_as_fact,
)
from bot.extraction.products.engagements import ENGAGEMENTS
from bot.extraction.products.products import Products
from bot.extraction.products.robots import SEVERAL, Find, Thing, thing_of
from bot.extraction.products.uses import BUYS, GOODS, SUPPLIES, THINGS, tried, use, when
from bot.extraction.products.workplaces import at_work, in_service, pronouns, standing
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import FILL, WORD, actors, plain

_BUY = re.compile(rf"\b(?P<verb>{BUYS}) (?:to work |out )?(?P<t>{THINGS})")
_SUPPLY = re.compile(
    rf"\b(?P<verb>{SUPPLIES}|(?P<own>runs?|ran|operat(?:es?|ed|"
    rf"ing))) (?:out )?(?P<t>{GOODS})(?=[^;.<]{{0,40}}?,? (?:to|at|in|with|for|into) )"
)
_EQUIP = re.compile(
    rf"\b(?P<verb>equip(?:s|ped)?|suppl(?:ies|ied|y)|provid(?:es|ed)) (?=<o|the |{WORD} )"
    rf"(?P<c>[^;.]{{3,60}}?) with (?P<t>{THINGS})"
)
_ORDER = re.compile(
    rf"\b(?P<verb>orders?|contracts?|trials?|pilots?|tests?|deal|lease) (?:for|of|over|with) "
    rf"(?P<t>{THINGS})[^;.<]{{0,30}}? (?P<prep>from|by|with|at) (?=\S)"
)
_ORDERED = re.compile(rf"\S+ (?:for|of|over|with) (?P<t>{THINGS})")
_TRIED = re.compile(r"(?:trial|pilot|test|lease)")
_GIVES = re.compile(
    r"\b(?:plac(?:es?|ed|ing)|g[ai]v(?:es?|en|ing)|ma(?:kes?|de)|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|"
    r"runs?|ran|extend(?:s|ed)?|launch(?:es|ed)?|doubl(?:es|ed)|increas(?:es|ed)|repeat(?:s|ed)) "
    r"(?:an? |the |its |<o\d+>'s |another )?(?:[a-z-]+ ){0,2}\Z"
)
"""Said of who orders, never of who takes the order."""
_BUILDS = re.compile(r"Robot|Dynamics|Automat|Humanoid|Drone|Motion")
_PASSIVE = re.compile(
    rf"(?P<t>{THINGS})(?:,[\"”]? [^;.]{{2,80}}?,)?,? (?:which |that )?{FILL}(?P<verb>used|tested|piloted|"
    rf"trialled|tried out|ordered|"
    rf"bought|rented|leased|sold|supplied|delivered|shipped|hired|employed|deployed|operated|adopted|worn|evaluated|"
    rf"reserved|licensed) "
    rf"(?:{WORD} )?(?P<prep>by|to|at|in|with) (?=\S)"
)
_AND_BY = re.compile(r"[^;.<]{0,50}? and by (?=\S)")
_WEAK_BUYS = re.compile(
    r"(?:put|tak|took|ha[sd]|have|want|introduc|fit|install|mount|get|got|receiv|select|cho|operat|run|ran)"
)
_SELLS_TO = re.compile(
    r"(?<!is )(?<!was )(?<!were )(?<!been )(?<!be )\b(?P<verb>s(?:ells?|old|elling)|suppl(?:ies|ied|y)|"
    r"deliver(?:s|ed))(?: (?:its |their )?(?:products?|"
    r"robots?|machines?|units|technology))? to (?:(?:institutions|customers|clients|companies|places)(?: "
    r"such as|, among them| like| including)? )?(?=\S)"
)
_CONTRACT = re.compile(
    r"\b(?P<verb>contracted|agree[sd]|sign(?:s|ed))"
    r"(?: (?:an? |the )?(?:[\w-]+ ){0,3}(?:contract|deal|agreement|order))? with (?=\S)"
)
_CONTRACTED = re.compile(
    rf"[^;.<]{{0,20}}? (?:to (?:place|deploy|supply|deliver|install|provide)|for|over|covering) (?P<t>{THINGS})"
)
"""Behind the customer: what he is to get."""
_GROUP = (
    rf"(?:{WORD} ){{0,2}}?(?i:hospitals|hotels|schools|restaurants|laboratories|labs|pharmacies|warehouses|"
    rf"factories|farms|growers|bakeries|stores|shops|universities|nursing homes|carmakers)"
)
_GROUPS = re.compile(rf"(?P<c>{_GROUP}(?:(?:, | and |, and ){_GROUP}){{0,4}})")
_GROUPS_BUY = re.compile(
    rf"(?<![\w'.&%-])(?P<c>{_GROUP}(?:(?:, | and |, and ){_GROUP}){{0,4}}) {FILL}(?P<verb>bought|ordered|"
    rf"rented|use|used|"
    rf"using|run|operate) (?P<t>{THINGS})"
)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied)|untrue|no contract)\b")
_MONEY = re.compile(
    r"\b(?:stakes?|shares?|rounds?|investors?|valued|acqui\w+|takeover|equity|talks|holdings?|exited|buyout)\b"
)


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches from every place on, so that one taken from a verb too early does not hide the right one."""
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = match.start() + 1


def _finds(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Robots put to use in a part of a sentence; what is bought and sold beside stakes and rounds may be shares."""
    of_money = _MONEY.search(text) is not None
    for way in _WORKING if of_money else _WAYS:
        yield from way(segment, text, products)


def _bought(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Whoever buys, orders or uses robots."""
    for match in _overlapping(_BUY, text):
        start = match.start("verb")
        if predicate_at(segment.sentence, segment.origin(start)) is None or not told_as_fact(segment, text, start):
            continue
        buyers = doers(segment, text, start)
        if not buyers:
            continue
        thing = thing_of(segment, match, products, buyers)
        if thing is None or (
            thing.maker is None
            and (not thing.named or (_WEAK_BUYS.match(match["verb"]) and not SEVERAL.search(match["np"])))
        ):
            continue
        if match["verb"] in {"has", "have", "had", "get", "gets", "got", "wants", "want"} and not re.search(
            r"\d|dozen|hundred|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
            r"fifty)\b|<o",
            match["np"],
        ):
            continue
        names = tuple(c.name for c in buyers if c is not thing.maker)
        if thing.maker is None and products.ctx.main in buyers and not _TRIED.match(match["verb"]):
            continue
        told = tried(match["verb"], use(segment, text, match.end()))
        yield Find(thing, names, told, when(segment, start), 0.85)
        for maker in more_makers(segment, text, match):
            yield Find(Thing(None, maker, False), names, told, when(segment, start), 0.7)


def _supplied(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Whoever supplies robots to somebody."""
    for match in _overlapping(_SUPPLY, text):
        start = match.start("verb")
        if not told_as_fact(segment, text, start):
            continue
        sellers = doers(segment, text, start)
        if not sellers:
            continue
        thing = thing_of(segment, match, products, [], sellers[0])
        if thing is None or (match["own"] and thing.maker not in sellers):
            continue
        maker = thing.maker if thing.named and thing.maker else sellers[0]
        customers, end = reached(segment, text, match.end(), maker)
        own = re.match(r"[^<]{0,40}? (?:to|at|in|with|for|into) <o(\d+)>'s", text[match.end() :])
        if (own and segment.named(own[1]).cluster in sellers) or re.search(r"\b(?:trial|pilot|test) of\b", match["np"]):
            continue
        if customers and maker.name not in customers:
            yield Find(replace(thing, maker=maker), customers, use(segment, text, end), when(segment, start), 0.8)


def _sold_to(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Whoever sells to somebody, of whom no robot is named."""
    for match in _SELLS_TO.finditer(text):
        sellers = actors(segment, text, match.start())
        customers, _ = listed(segment, text, match.end(), None)
        if not customers and (groups := _GROUPS.match(text, match.end())):
            customers = (plain(segment, groups.start("c"), groups.end("c")),)
        if sellers and customers and told_as_fact(segment, text, match.start()):
            yield Find(
                Thing(None, sellers[0], False),
                tuple(c for c in customers if c != sellers[0].name),
                None,
                when(segment, match.start()),
                0.6,
            )


def _contracted(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """A contract with somebody for robots."""
    for match in _CONTRACT.finditer(text):
        sellers = actors(segment, text, match.start())
        customers, end = listed(segment, text, match.end(), sellers[0] if sellers else None)
        what = _CONTRACTED.match(text, end) if sellers and customers else None
        thing = thing_of(segment, what, products, [], sellers[0]) if what else None
        if (
            what
            and thing is not None
            and thing.maker in (None, *sellers)
            and told_as_fact(segment, text, match.start())
        ):
            told = use(segment, text, what.end())
            yield Find(replace(thing, maker=sellers[0]), customers, told, when(segment, match.start()), 0.7)


def _bought_by_groups(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Those who are only described and buy robots: "three hospitals"."""
    for match in _GROUPS_BUY.finditer(text):
        thing = thing_of(segment, match, products, [])
        if (
            thing is not None
            and (match["from"] or match["from2"] or thing.named)
            and told_as_fact(segment, text, match.start("verb"))
        ):
            yield Find(
                thing,
                (number_off(plain(segment, match.start("c"), match.end("c"))),),
                use(segment, text, match.end()),
                when(segment, match.start("verb")),
                0.7,
            )


def _equipped(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Whoever equips somebody with robots."""
    for match in _EQUIP.finditer(text):
        sellers = actors(segment, text, match.start("verb"))
        customers, _ = listed(segment, text, match.start("c"), None)
        thing = thing_of(segment, match, products, [])
        if sellers and customers and thing is not None and told_as_fact(segment, text, match.start("verb")):
            yield Find(
                replace(thing, maker=sellers[0]),
                customers,
                use(segment, text, match.end()),
                when(segment, match.start()),
                0.8,
            )


def _told_of_robots(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """Robots that are bought, ordered or tried: they are told of first."""
    for pattern in (_PASSIVE, _ORDER):
        for match in pattern.finditer(text):
            thing = thing_of(segment, match, products, [])
            if thing is None or not told_as_fact(segment, text, match.start("verb")):
                continue
            if pattern is _ORDER and match["prep"] == "from" and (given := _given(segment, text, match, products)):
                yield given
                continue
            if pattern is _PASSIVE:
                customers, end = recipients(segment, text, match.start("prep"), match.end(), thing.maker)
            elif owner := re.search(r"<o(\d+)>'s \Z", text[: match.start()]):
                customers, end = (segment.named(owner[1]).cluster.name,), match.end()
            else:
                customers, end = listed(segment, text, match.end(), thing.maker)
            if customers:
                yield Find(
                    thing,
                    customers,
                    tried(match["verb"], use(segment, text, end)),
                    when(segment, match.start("verb")),
                    0.8,
                )
                also = _AND_BY.match(text, end) if pattern is _PASSIVE and match["prep"] == "by" else None
                others, last = listed(segment, text, also.end(), thing.maker) if also else ((), end)
                if others:
                    yield Find(thing, others, use(segment, text, last), when(segment, match.start("verb")), 0.7)


_WORKING = (in_service, standing, at_work, customer_lists)
"""Robots told of as working, and customers by that name."""
_WAYS = (
    _bought,
    _supplied,
    _sold_to,
    _contracted,
    _bought_by_groups,
    _equipped,
    _told_of_robots,
    pronouns,
    in_service,
    standing,
    at_work,
    customer_lists,
    *ENGAGEMENTS,
)


def _given(segment: Segment, text: str, match: re.Match[str], products: Products) -> Find | None:
    """A trial of machines "from" somebody, or an order given for them: who is named there makes them."""
    start = match.start("verb")
    owner = re.search(r"<o(\d+)>'s (?:[a-z-]+ ){0,2}\Z", text[:start])
    gives = _GIVES.search(text[:start])
    whole = _ORDERED.match(text, start)
    buyers = [segment.named(owner[1]).cluster] if owner else actors(segment, text, gives.start() if gives else start)
    if not buyers and (named := re.search(r"<o(\d+)>", text[:start])):
        buyers = [segment.named(named[1]).cluster]
    thing = thing_of(segment, whole, products, buyers) if whole else None
    if thing is None or thing.maker is None or whole is None or not buyers:
        return None
    builds = _BUILDS.search(thing.maker.name) and not any(_BUILDS.search(c.name) for c in buyers)
    if not (owner or gives or builds or _TRIED.match(match["verb"])):
        return None
    names = tuple(c.name for c in buyers if c is not thing.maker)
    return Find(thing, names, tried(match["verb"], use(segment, text, whole.end())), when(segment, start), 0.8)


def _settled(found: list[tuple[Segment, Find]]) -> Iterator[tuple[Segment, Find]]:
    """One find for each maker and set of customers of an article: the surest, with what the others add."""
    kept: list[tuple[Segment, Find]] = []
    for segment, find in sorted(found, key=lambda f: (-f[1].score, f[0].start)):
        twin = next(
            (
                i
                for i, (s, k) in enumerate(kept)
                if (set(k.customers) & set(find.customers) or not find.customers)
                and (k.thing.maker is find.thing.maker or None in (k.thing.maker, find.thing.maker))
            ),
            None,
        )
        if twin is None:
            kept.append((segment, find))
            continue
        there, old = kept[twin]
        thing = old.thing if old.thing.named or not find.thing.named else find.thing
        thing = replace(
            thing,
            name=thing.name or old.thing.name or find.thing.name,
            maker=thing.maker or old.thing.maker or find.thing.maker,
        )
        kept[twin] = (there, Find(thing, old.customers, old.use or find.use, old.date or find.date, old.score))
    yield from kept


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each group of customers that robots are put to use for."""
    products = ctx.once(Products)
    found: list[tuple[Segment, Find]] = []
    for segment, text in products.segments:
        if not _DENIED.search(text):
            found += [(segment, f) for f in _finds(segment, text, products) if f.customers or f.use]
    for segment, find in _settled(found):
        if find.thing.maker is not None and find.customers == (find.thing.maker.name,):
            continue
        yield ctx.draft(
            "deployment",
            segment.sentence,
            find.score,
            product=find.thing.name,
            maker=find.thing.maker.name if find.thing.maker else None,
            customer=find.customers,
            use=find.use,
            date=find.date,
        )


KIND = Kind(
    name="deployment",
    identity=("product", "maker", "customer"),
    slots=("customer", "use", "date"),
    extract=extract,
    any_identity=True,
    examples=(
        (
            "Brightwater Logistics uses 150 carts from Halvorn Robotics to move parcels.",
            {"product": "carts", "maker": "Halvorn Robotics", "customer": ["Brightwater Logistics"]},
        ),
        (
            "Halvorn Robotics has delivered 40 humanoids to Osterby Group since May 2024.",
            {"maker": "Halvorn Robotics", "customer": ["Osterby Group"], "date": "2024-05"},
        ),
        (
            "Harrow Robotics sold twelve weeding robots to Brightwater Foods.",
            {"product": "weeding robots", "maker": "Harrow Robotics", "customer": ["Brightwater Foods"]},
        ),
        (
            "Osterby Group has ordered six floor scrubbers from Calder Robotics for its shops.",
            {
                "product": "floor scrubbers",
                "maker": "Calder Robotics",
                "customer": ["Osterby Group"],
                "use": "Osterby Group's shops",
            },
        ),
        (
            "Customers of Tollmark Robotics include Osterby Group and Brightwater Foods.",
            {"maker": "Tollmark Robotics", "customer": ["Osterby Group", "Brightwater Foods"]},
        ),
        (
            "Calder Robotics has sold its machines to hospitals and hotels.",
            {"maker": "Calder Robotics", "customer": ["hospitals and hotels"]},
        ),
        (
            "Fenwick Dynamics's tutor robots stand in 640 classrooms.",
            {"product": "tutor robots", "maker": "Fenwick Dynamics", "customer": ["classrooms"]},
        ),
        (
            "The Halvorn Robotics humanoid Brisko is being tested by Osterby Group.",
            {"product": "Brisko", "customer": ["Osterby Group"], "use": "tested"},
        ),
    ),
)
