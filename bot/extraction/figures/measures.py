"""What a figure measures, told by the nearest cue word before or right behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.extraction.figures.cue import Cue, start_of
from bot.extraction.figures.figures import MACHINES, PEOPLE, SPECS, Figure
from bot.extraction.figures.raised import RAISING, raised
from bot.extraction.figures.respective import respective
from bot.extraction.figures.shares import percent
from bot.extraction.figures.staff import ALL_OF_US, STAFF_AFTER, STAFF_BEFORE, WE_ARE, staff

_FILL = r"[^<;:.]{0,45}?(?:<[dn]\d+>[^<;:.]{0,46}?){0,2}"
_LINK = r"(?:: ?| ?\(| – | - )?"


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_LINK}{_FILL}{_LINK}\Z", re.IGNORECASE)


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})", re.IGNORECASE)


_KIND = (
    r"(?:[ -](?:in|of|worth of|an?|annual|annualised|annualized|yearly|recurring|net|gross|total|"
    r"quarterly|global|operating|pre-tax|pretax|after-tax|underlying|full-year|first-half))*"
)
_MONEY_BEFORE = (
    ("profit", -1, _before(r"\b(?:(?:net |operating |pre-?tax )*loss(?:es)?(?! of [a-z]+ (?:at|to|of)\b)|"
        r"deficit|in the red|lost|loses|minus)\b")),
    ("profit", 1, _before(
        r"\b(?:profits?|earnings|(?:net|operating|pre-?tax) income|income (?:before|from operations)|ebitda|ebit|pat|"
        r"surplus)\b(?! margin)")),
    ("revenue", 1, _before(
        r"\b(?:revenues?|sales|turnover|(?<!net )(?<!operating )(?<!pretax )(?<!pre-tax )income(?! (?:before|from op))|"
        r"billings|takings|arr|rev)\b(?! (?:volume|"
        r"office|price))")),
    ("revenue", 1, re.compile(
        r"\b(?:turn(?:ed|s|ing)(?: over)?|billed|grossed|clocked(?: up)?|generat(?:ed|es)) "
        r"(?:(?:just|"
        r"only|almost|over|more than) )*\(?\Z")),
    ("orders", 1, _before(
        r"\b(?:(?:on[- ]hand |firm )?orders?(?: book| backlog| intake)?|backlog|order book|bookings|"
        r"contracts?|(?:award|tender|agreement|package)s?\b[^<;.]{0,60}(?:<[nd]\d+>[^<;.]{0,40})?\bvalue of)\b"
        r"(?![^<;]{0,20}(?:<d\d+>[^<;]{0,8})?\b(?:pays|paid)\b)")),
    ("valuation", 1, _before(
        r"\b(?:valuations?|valu(?:ed|es|ing)|market (?:value|cap\w*)|capitali[sz]ation|enterprise value|"
        r"equity value|price tag)\b")),
    ("valuation", 1, re.compile(
        r"(?:>|\b(?:is|was|now|it)) worth \Z|\bvalue <n\d+> at \Z|\bat a (?:pre-money |post-money )?price of \Z|"
        r"\bput(?:s)? a (?:value|"
        r"price) of \Z")),
    ("market_size", 1, _before(r"\b(?:market|industry scale|industry size|wholesale value)\b(?! (?:value|cap))")),
    ("investment", 1, re.compile(
        r"\b(?:venture (?:investment|capital|funding|money)|startups?[^<;.]{0,30} (?:collected|raised|"
        r"attracted)|\b(?:startups|companies|firms|makers|sector|industry|field)\b[^<;.]{0,30} (?:raised|brought in|"
        r"drew|attracted|pulled in|took in|received|secured)|invested) [^<;.]{0,45}(?:at |of )?\Z", re.IGNORECASE)),
    ("other", 1, re.compile(
        r"\bcash(?:,? (?:and )?(?:cash )?equivalents)[^<;.]{0,40}(?:<n\d+>[^<;.]{0,30})?\Z|"
        r"\b(?:(?<!to )cash(?! in\b| out\b| was)(?: pile| position| reserves?| on the account)?|"
        r"owing(?: its creditors)?|owed|"
        r"debts?|bill of materials|costs? (?:to make|to build|of making)|exports|registered capital|"
        r"(?:operating|administrative|development|r&d|marketing|total) (?:expenses|expenditures?|costs|spending)|"
        r"(?:bank account|in the bank)|average selling price|average price)\b[^<;.]{0,40}\Z", re.IGNORECASE)),
)  # fmt: skip
_MONEY_AFTER = (
    ("profit", -1, _after(rf"{_KIND} (?:loss(?:es)?|in the red)\b")),
    ("profit", 1, _after(rf"{_KIND} (?:profits?|earnings|in the black)\b")),
    ("revenue", 1, _after(rf"{_KIND} (?:revenues?|sales|turnover|arr)\b")),
    (
        "orders",
        1,
        _after(rf"{_KIND} (?:orders|backlog|contracts|bookings|order book)\b| of [\w-]* ?(?:contracts|orders)\b"),
    ),
    ("valuation", 1, _after(
        r" (?:(?:post|pre)-money )?valuation\b|,? (?:post|pre)-money\b| (?:post|pre)(?=[.,;)]|\Z)|"
        r" at which (?:<n\d+>|it|the \w+) (?:last |then |had )?(?:raised|sold|took)\b")),
    ("market_size", 1, _after(r" (?:\w+ )?market\b")),
    ("other", 1, _after(r" (?:left )?(?:in the bank|in its bank account|lay in)\b")),
)  # fmt: skip
_HOLDING = re.compile(
    r"\b(?:(?:end|clos|finish)(?:ed|ing|s)|ha[sd]|have|holds?|held)\b[^<;.]{0,30}(?:<[nd]\d+>[^<;.]{0,20})?\Z"
)
_CASH = re.compile(r" (?:(?:left )?in|of) (?:cash|liquidity)\b(?! and (?:stock|shares))")
"""Around what somebody holds in cash, and pays nobody."""
_TRANSLATED = re.compile(r"operating income\b", re.IGNORECASE)
"""What translations from Chinese call revenue, and others a profit."""
_ON_SALES = re.compile(
    r"(?: before tax(?:es)?)?(?:,? (?:(?:in|for) )?(?:the year ended )?<d\d+>)?"
    r",? on (?:[a-z]+ ){0,2}(?:sales|revenues?|turnover)(?: of|:)?(?: about)? <"
)
"""Behind what was earned or lost on the sales that follow."""
_INTO_A_FIELD = re.compile(
    r"(?:\A\W*|[.:;,] |\b(?:the|and|that) )(?:total |global |overall |venture |vc |private |equity |annual |capital )*"
    r"(?:investments?|funding|financing|spending) (?:in|into|for|by|of|to) (?!<)[^<;.]{3,60}\b(?:reached|hit|totall?ed|"
    r"amounted to|stood at|came to|exceeded|topped|surpassed|(?:rose|grew|fell|climbed|dropped|jumped|slid|doubled)"
    r"(?: by)?(?: <q\d+>)? to)(?: [a-z]+){0,3} \Z",
    re.IGNORECASE,
)
"""What was put into a whole trade: "total investment in robotics startups reached"."""
_TRADE = r"(?:segment|sector|industry|market|field|space|category|trade|economy)(?: size)?"
_VALUED_TRADE = re.compile(
    rf"\bvalu(?:es|ed|ing) [^<;.]{{0,50}}\b{_TRADE} (?:[^<;.]{{0,30}} )?at (?:[a-z]+ ){{0,3}}\Z|"
    rf"\b{_TRADE} (?:is|was|were|are) (?:once )?valued at (?:[a-z]+ ){{0,3}}\Z"
)
"""A trade is valued, no company."""
_TOOK = re.compile(r"\b(?:took(?: in)?|made|earned|brought in|books|booked) \Z")
_MANY = re.compile(r"\b(?:startups|companies|firms|makers|sector|industry)\b")
_TOOK_AFTER = re.compile(
    r" (?:from [^<;.]{0,30} )?(?:in|during|last|for) (?:the )?(?:<d|first|second|third|fourth|"
    r"year|quarter|season)|,? <d"
)
_IN_PERIOD = re.compile(r"\b[Ii]n <d\d+>,? <n\d+> (?:took in|earned|booked|turned over) \Z")
_WORTH = re.compile(r"(?:, |\(|and )(?:valued at|worth) (?:about |some |around |nearly )?\Z")
_ORDERED = re.compile(r"\b(?:contract|orders?)\b")
_ORDER_IS_WORTH = re.compile(
    r"(?:\A\W*|[.:;] |, (?:and |but )?)(?:the|this|that|an?|its|<n\d+>'s) (?:[\w-]+ ){0,3}"
    r"(?:contract|order|award|agreement|tender|package)s?\b(?:(?!,? (?:which|who|but|while)\b)[^.;]){0,90}"
    r"\b(?:worth|valued at) (?:about |some |around |nearly |roughly )?\Z",
    re.IGNORECASE,
)
"""A sentence about an order that says what it is worth."""
_ORDER_WORTH = re.compile(
    r"\b(?:contract|order)s? (?:for|to|of|from) (?:(?! and | but | which | who )[^;.]){0,70} worth "
    r"(?:about |some |nearly )?\Z"
)
_COUNT_ORDERED = re.compile(r"\b(?:order|contract) (?:for|of|over) <q\d+>[^;.]{0,90} worth (?:about |some |nearly )?\Z")
_ROUNDS = re.compile(
    r"[ -](?:rounds? of )?(?:(?:successful |separate |equity )?(?:financing |funding |investment )?(?:rounds|"
    r"financings)|rounds of (?:financing|funding|investment))\b",
    re.IGNORECASE,
)
_SHIP = (
    r"ship(?:s|ped|ping)?|s[oe]ll(?:s|ing)?|sold|deliver(?:s|ed|ing)?|buil[dt]s?|deployed|deploys|"
    r"produced|installed|put (?:in|to|into)|made|turned out|hand(?:ed|s)(?: over)?|"
    r"placed|sent out|rolled out|rents? out|rented out|runs?|ran|operates?|manufactured|(?:is|"
    r"are|were) at work|assembled|exported|moved(?! to\b)|supplied|credited with"
)
_SHIP_BEFORE = re.compile(rf"\b(?:{_SHIP})\b[^<;:.]{{0,30}}(?:<[nd]\d+>[^<;:.]{{0,20}})?\Z", re.IGNORECASE)
_SHIP_NOUN = re.compile(
    r"\b(?:shipments?|sales volume|deliveries|installed base|fleet|installations|output|production|"
    r"units sold)\b(?: of|: ?|[^<;:.]{0,40}(?:<[nd]\d+>[^<;:.]{0,20}){0,2})\Z",
    re.IGNORECASE,
)
_SHIP_AFTER = re.compile(
    rf"(?:(?! and )[^<;.]){{0,40}}(?:<n\d+>[^<;.]{{0,20}})?\b(?:(?:{_SHIP})\b|(?:were|was|are|is|have been|"
    rf"had been|has been|being) (?:\w+ )?(?:{_SHIP}|in use|in operation|on trial|at work|connected|"
    rf"working|running)\b|in use\b|in operation\b|"
    r"at work\b|on trial\b|work(?:s|ed|ing)? (?:in|for|at|day)\b|in the field\b|on the road\b|"
    r"left\b|rolled off\b|exist\b)",
    re.IGNORECASE,
)
_DEALS = {"deals", "financings", "investments", "cases"}
_DEALS_WORTH = re.compile(
    r" (?:deals|rounds|financings|investments|cases)\b[^;.]{0,90}(?:worth|totall?ing|,|amounting to) \Z"
)
_DEAL_WORTH = re.compile(
    r"\b(?:(contract|order|deal|transaction|stake|purchase|exports|day|holding)s?\b[^<;.]{0,20}|"
    r"(market)\b[^<;.]{0,60})\bworth "
)
_WHOLE = {
    "robots", "humanoids", "machines", "carts", "rigs", "bots", "units", "quadrupeds", "cobots", "drones",
    "exoskeletons", "forklifts", "dogs", "robot", "crawlers",
}  # fmt: skip
_OWNING = re.compile(
    r"\b(?:ha[sd]|have|uses?|used|counts?|counted|there (?:are|were)|owns?|at)\b[^<;.\w]{0,3}(?:some |"
    r"about |now |only |already )*\Z"
)
_IN_BRACKETS = re.compile(r"\b(?:at|in|for|with) <n\d+> \(\Z")
_AT_WORK = re.compile(
    r"(?: of (?:them|those|these|<n\d+>))?(?: (?:are|were|had been|have been|was|has been) (?:now |"
    r"already |then )?(?:at work|in use|in operation|delivered|placed|sold|shipped|installed|"
    r"deployed|built|running|working)\b)"
)
_WORLD = re.compile(r"[^<;.]{0,10} (?:worldwide|globally|around the world|exist)\b")
_ORDER_BEFORE = re.compile(
    r"\b(?:(?:pre-)?orders?|ordered|reservations?|backlog|order book|book of|contracts?|pre-orders|"
    r"letters? of intent|LOIs?|agreement\b[^<;:.]{0,30}(?:<[nd]\d+>[^<;:.]{0,20})?\bfor)\b"
    r"[^<;:.]{0,40}(?:<[nd]\d+>[^<;.]{0,30})?(?:: )?\Z",
    re.IGNORECASE,
)
_DROPPED = re.compile(r"cancel|\b(?:torn up|scrapped|terminated|called off|annulled|fell through)\b")
_ORDER_AFTER = re.compile(
    r" (?:firm |binding )?(?:(?:pre-)?orders|reservations)\b| (?:more |[a-z]+s )?on order\b|"
    r" [^<;.]{0,30}(?:<n\d+>[^<;.]{0,20}){0,2}(?:were|have been|"
    r"been|was) (?:pre-)?ordered\b",
    re.IGNORECASE,
)
_CAPACITY_BEFORE = re.compile(
    r"\b(?:capacity|production capability|(?:present|current) ability|designed to (?:turn out|make|"
    r"build))\b[^<;]{0,45}\Z",
    re.IGNORECASE,
)
_CAN_MAKE = re.compile(r"\b(?:can|could|able to) (?:build|make|produce|turn out|assemble)(?: up to| about| some)? \Z")
_YEARLY = re.compile(r"(?: [\w-]+){0,4}? (?:a|per|each|every) (?:year|month|week|day)\b|(?: [\w-]+){0,3} annually\b")
_OTHER_NOUNS = re.compile(
    r"\b(?:parameters|customers|clients|hospitals|stores|shops|downloads|stars|hours of \w+|"
    r"patents|factories|plants|exhibitors|visitors|subscribers|"
    r"installers|warehouses|restaurants|hotels|schools|households|users|students|bakeries|kitchens|"
    r"cities|partners|trajectories)\Z"
)
_COUNT_OF = re.compile(
    r"\b(?:users|customers|clients|subscribers|downloads|students|visitors|members)\b[^<;:.]{0,40}"
    r"(?:<[nd]\d+>[^<;:.]{0,20}){0,2}"
    r"\b(?:reached|hit|passed|exceeded|topped|to|from|stood at|of)(?: (?:about|some|over|nearly|around))? \Z",
    re.IGNORECASE,
)
"""People who use something, counted behind the verb: "its daily active users rose to"."""
_HAVING = re.compile(
    r"\b(?:ha[sd]|have|having|with|serv(?:es|ing)|runs?|operates?|passed|exceeded|counts?|counted|"
    r"employs|trained on|pay\w*)\b[^<;.]{0,25}\Z",
    re.IGNORECASE,
)


_NO_LEVEL = re.compile(r"\b(?:out of|one in|but|(?<!'s )(?<!s' )first|by)(?: every)? \Z")


_DIFFERENCE = re.compile(
    r" (?:[a-z]+ )?(?:less|more|fewer|higher|lower|cheaper)(?: than\b|[.,;)]|\Z)| of (?:it|which|that)\b"
)


def is_difference(figure: Figure) -> bool:
    """Whether a figure only tells how far two others are apart, or a part of one ("186 fewer than", "12 of it")."""
    return not figure.percent and bool(_DIFFERENCE.match(figure.after))


def measure(figure: Figure) -> Cue | None:
    """What a figure measures, None where no cue says so."""
    if is_difference(figure):
        return None
    if figure.percent:
        return percent(figure)
    if figure.currency:
        return _money(figure)
    if not figure.noun and re.match(r" [A-Z][a-z]", figure.after):
        return None
    if SPECS.match(figure.after) or _NO_LEVEL.search(figure.before) or re.match(r"\.\w", figure.after):
        return None
    return _count(figure) or (_money(figure) if figure.lent and (figure.scaled or figure.value >= 1_000_000) else None)


def _last(figure: Figure, table: tuple[tuple[str, int, re.Pattern[str]], ...]) -> Cue | None:
    """The cue of a table that begins nearest before the figure."""
    before, found = figure.before, list[Cue]()
    for name, sign, pattern in table:
        for match in pattern.finditer(before):
            inner = _innermost(pattern, before, match.start())
            found.append(Cue(name, figure.start - len(before) + inner, figure.start, sign))
    return max(found, key=lambda c: c.start) if found else None


def _innermost(pattern: re.Pattern[str], text: str, start: int) -> int:
    """The last place where a pattern that runs to the end of the text can begin."""
    while match := pattern.search(text, start + 1):
        start = match.start()
    return start


def _money(figure: Figure) -> Cue | None:
    """What a sum measures."""
    after, before, text = figure.after, figure.before, figure.stretch.text
    if (both := respective(figure)) is not None:
        return both
    for name, sign, pattern in _MONEY_AFTER:
        if pattern.match(after):
            return Cue(name, figure.end, figure.end + 1, sign)
    if _DEALS_WORTH.match(before):
        return Cue("investment", figure.start, figure.start)
    if _TOOK.search(before) and _TOOK_AFTER.match(after) and not _MANY.search(before):
        return Cue("revenue", figure.start - 5, figure.start)
    if _INTO_A_FIELD.search(text[: figure.start]):
        return Cue("investment", figure.start, figure.start)
    if (total := raised(figure)) is not None:
        return total
    if _WORTH.search(before) and (deal := _ORDERED.search(text, 0, figure.start)):
        return Cue("orders", deal.start(), figure.start)
    if _IN_PERIOD.search(before) and not RAISING.search(after):
        return Cue("revenue", figure.start - 5, figure.start)
    found = _last(figure, _MONEY_BEFORE)
    if found is not None and "CNY" in (figure.currency, figure.lent) and _TRANSLATED.match(text, found.start):
        return replace(found, measure="revenue")
    if _ON_SALES.match(text, figure.end) and (found is None or found.measure == "revenue"):
        return Cue("profit", figure.start, figure.start)
    if found is None:
        held = _HOLDING.search(before) and _CASH.match(after)
        return Cue("other", figure.start, figure.start) if held else None
    return _worth(figure, found) if found.measure == "valuation" else found


def _worth(figure: Figure, cue: Cue) -> Cue | None:
    """What a sum said to be a worth is the worth of: a house, a market, an order; None of another deal."""
    if _VALUED_TRADE.search(figure.before):
        return Cue("market_size", cue.start, cue.end)
    text = figure.stretch.text[: figure.start]
    if _ORDER_WORTH.search(figure.before) or _COUNT_ORDERED.search(text) or _ORDER_IS_WORTH.search(text):
        return Cue("orders", cue.start, cue.end)
    deal = _DEAL_WORTH.search(figure.before)
    if deal is None:
        return cue
    name = {"contract": "orders", "order": "orders", "market": "market_size"}.get((deal[1] or deal[2]).lower(), "")
    return Cue(name, cue.start, cue.end) if name else None


def _count(figure: Figure) -> Cue | None:
    """What a number without a currency counts."""
    before, after, noun = figure.before, figure.after, figure.noun.lower()
    head = noun.split()[-1] if noun else ""
    rest = after[after.lower().find(head) + len(head) :] if head else after
    if _ROUNDS.match(after):
        return Cue("rounds", figure.start, figure.start)
    if head in PEOPLE or STAFF_AFTER.match(after) or (not noun and STAFF_BEFORE.search(before)):
        return staff(figure)
    if not noun and WE_ARE.search(before) and ALL_OF_US.match(after):
        return Cue("employees", figure.start, figure.start)
    if _ORDER_AFTER.match(rest if head else after) or (head in {"orders", "pre-orders"}):
        return Cue("orders", figure.end, figure.end + 1)
    if head in _DEALS:
        return Cue("rounds", figure.start, figure.start)
    if _CAPACITY_BEFORE.search(before):
        return Cue("capacity", start_of(figure, _CAPACITY_BEFORE), figure.start)
    if noun and _OTHER_NOUNS.search(noun):
        return Cue("other", figure.start, figure.start) if _HAVING.search(before) else None
    if not noun and (users := _COUNT_OF.search(before)):
        return Cue("other", figure.start - len(before) + users.start(), figure.start)
    machine = head in MACHINES or not noun or figure.noun[:1].isupper()
    return _machines(figure, head, rest) if machine and figure.value >= 3 else None


def _machines(figure: Figure, head: str, rest: str) -> Cue | None:
    """What a number of machines tells: those ordered, that can be made, that were shipped or are at work.

    `head` is the noun that is counted, empty where none is; `rest` what stands behind it.
    """
    before, after = figure.before, figure.after
    many = bool(head) or figure.value >= 20
    if (match := _ORDER_BEFORE.search(before)) and many and not _DROPPED.search(before + after):
        return Cue("orders", figure.start - len(before) + match.start(), figure.start)
    if (head or _CAN_MAKE.search(before)) and _YEARLY.match(after):
        return Cue("capacity", figure.end, figure.end + 1)
    for pattern in (_SHIP_NOUN, _SHIP_BEFORE):
        if (match := pattern.search(before)) and many:
            return Cue("units", figure.start - len(before) + match.start(), figure.start)
    if head and (_SHIP_AFTER.match(rest) or _WORLD.match(rest)):
        return Cue("units", figure.end, figure.end + 1)
    if figure.value < 5:
        return None
    bracketed = _IN_BRACKETS.search(before) and re.match(r" [a-z]+\)", after)
    if head and (bracketed or (head in _WHOLE and _OWNING.search(before))):
        return Cue("units", figure.start, figure.start)
    return Cue("units", figure.end, figure.end + 1) if not head and _AT_WORK.match(after) else None
