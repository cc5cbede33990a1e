"""Figures and prices that are another thing's: of a share, of people who are no staff, of a whole trade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import READ, naming, sentences, speaks_of, sums, without, words
from bot.extraction.sifting.worths import one_company
from bot.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_REACH = 90
"""Letters before a date that tell what it is the date of."""
_A_SHARE = re.compile(
    r",? (?:apiece|each|a share|per share)\b|,? (?:in |of )?(?:EPS|(?:earnings|loss\w*|profits?) per share)\b"
)
_SHARE_PRICE = re.compile(
    r"\b(?:share|stock|closing|issue|offer|target) price\b[^.;]{0,30}\Z|\bTarget: \Z|\bclosed at \Z|"
    r"\b(?:EPS|per share)\b[^.;]{0,60}\Z|\b(?:stock|shares?)\b[^.;]{0,40}\b(?:at|to) \Z|"
    r"\d-week (?:range|high|low)\b[^.;]{0,20}\Z",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:consensus|(?:missing|missed|beat(?:ing)?|topp(?:ed|ing)|versus|vs\.?|below|above|ahead of|"
    r"compared (?:to|with)|better than|worse than) (?:[\w'’-]+ ){0,4}?"
    r"(?:estimates?|expectations?|forecasts?|forecasted))\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
"""Before what others had foreseen for a figure that is told beside it."""
_LEAST_SUM: Final = 10_000.0
"""Below this, a sum behind "earnings per share" is one of a share; the next may be the sales of the house."""
_NO_STAFF = re.compile(
    r" [^,;.]{3,40}? (?:for every|per)\b| (?:of (?:them|these|those|whom)|among them|in all of them)\b|"
    r" (?:[a-z]+ )?(?:(?<!been )(?:said|told(?! by))|fewer|less|more|students|customers|vacancies|"
    r"(?:have |had )?(?:put down|signed up|ordered|applied|voted|attended))\b"
)
_ASKED = re.compile(
    r"\b(?:interview\w*|conversations|spoke|speaking|talked|talks) (?:with|to) (?:some |about |more than )?\Z|"
    r"\b(?:managing|managed|in charge of|responsible for) (?:a team of )?(?:some |about |over |more than )?\Z"
)
"""Before and behind a number of people who are not the staff of whom the article is about."""
_WORDS: Final = {
    "revenue": re.compile(
        r"\b(?:revenues?|sales|turn(?:over|ed)|income|billings?|takings|arr|rev|took|earn\w*|brought in|booked|"
        r"billed|gross\w*|generat\w+|sold|receipts|made|clocked)\b", re.IGNORECASE),
    "profit": re.compile(
        r"profit|\b(?:loss\w*|lost|lose\w*|earn\w*|income|ebitda?|red|black|deficit|surplus|margin|net|break\w*|"
        r"made|minus)\b", re.IGNORECASE),
    "valuation": re.compile(r"valu|worth|capitali|market cap|price|unicorn|equity|-?money|stood|\bat\b", re.IGNORECASE),
}  # fmt: skip
"""Of which one at least tells what a sum measures that the reader alone found."""
_OF_MONEY = frozenset({"revenue", "profit", "orders", "valuation", "total_raised", "market_size"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_AT_HAND = re.compile(r"\b(?:on|in) (?:its|the|our|their) balance sheet\b|\b(?:in|of) cash\b|\bin the bank\b")
"""What lies in the bank of a house is not what it raised."""
_OTHER_SUM = re.compile(
    r"\b(?:fines?|fined|salary|salaries|wages?|ow(?:es?|ing)(?: its \w+)?|burn(?:s|ed|t|ing)?(?: through)?|spen[dt]s?|"
    r"costs?|grants?|invest(?:s|ed|ment)|capital expenditure|capex|capital|debts?|pa(?:id|ys)|damages|"
    r"(?:director|executive|chairman|chief|founder) earn(?:s|ed))"
    r"(?: (?:a|of|about|some|around|nearly|almost|over|up to|more than|just|only|by))*(?: for \w+)? \Z",
    re.IGNORECASE,
)
"""Before a sum that says itself what it is: a fine, a salary, what was owed, spent or put in."""

_THINGS = re.compile(
    r":? (?:[\w-]+ ){0,2}?(?:robots?|humanoids?|machines?|arms|hands|sets|vehicles|rigs|drones|cars|trucks|sites|units|"
    r"customers|homes|shares)\b"
)
"""Behind a number that counts no people."""
_TOTAL = re.compile(
    r"\b(?:total\w*|so far|to date|altogether|all told|in all|cumulat\w+|accumul\w+|overall|lifetime|since|during its|"
    r"ha(?:s|ve|d)|before that|until|together|rounds|counting|between them|adding|amassed|aggregate)\b|['’]ve\b",
    re.IGNORECASE,
)
"""Beside what was raised in all; without one of these, a sum is that of one round."""
_AS_NEWS = re.compile(r"\b(?:said|says|announc(?:es|ed|ing))\b[^.;]{0,60}\bha(?:s|ve) (?:just )?raised\b|\btoday\b")
_IN_ALL = re.compile(
    r"\b(?:total\w*|so far|to date|altogether|all told|in all|cumulat\w+|accumul\w+|overall|lifetime|since|already|now|"
    r"before that|until|together|rounds|amassed|aggregate)\b",
    re.IGNORECASE,
)
"""Around a round that is told as news, which is no total, and around what is one."""
_NO_ROBOTS = re.compile(
    r".*\b(?:vacancies|loads|vessels|tankers|restaurants|patients|firms|companies|makers|homes|households|sites|cities|"
    r"deliveries|trips|rides|errands|enrolments|passengers|tonnes|tons|pizzas|meals|drinks|coffees|boxes|cases|parcels|"
    r"packages|picks|orders|procedures|operations|surgeries|miles|kilomet(?:er|re)s|hours|bottles|bananas|rolls|gallons|"
    r"panels|visitors|customers|users|downloads)",
    re.IGNORECASE,
)
"""What robots serve, carry and are asked to do, and what no count of robots counts."""
_BY_MANY = re.compile(
    r"\b(?:providers|vendors|suppliers|manufacturers|makers|companies|firms|customers|buyers|startups|rivals|"
    r"competitors|peers)\b[^.;]{0,40}"
    r"\b(?:sell(?:s|ing)?|sold|ship\w*|order\w*|install\w*|deploy\w*)\b",
    re.IGNORECASE,
)
_SAID_OF_OTHERS = re.compile(
    r"\b(?:said|says|told [^.;,]{2,40}|claim(?:s|ed)|estimat(?:es|ed)|reckons|testified) that (?:[\w-]+ ){0,3}?"
    r"(?P<others>rivals|competitors|peers|makers|companies|firms|manufacturers)\b"
)
_TOGETHER = re.compile(
    r"\band [A-Z][\w-]+ (?:alone |together |combined |jointly )?(?:account\w* for|(?:together|combined|jointly) \w+) "
    r"(?:more than |over |about |some |nearly |almost )?\Z"
)
"""Before what several have sold together."""
_VALUED = re.compile(
    r"\b(?:robots|units|machines|systems|vehicles|orders?|contracts?)\b[^.;]{0,60}\bvalued at (?:about |over )?\Z"
)
"""What a whole trade sold, and what that was worth."""
_TELLS_OF_MANY: Final = frozenset({"analyst", "outlet", "institute"})
_TRADED = re.compile(
    r"\b(?:press time|(?:early|morning|afternoon|late) trading|turnover of both|trading volume|"
    r"shares (?:rose|fell|jumped|climbed|slid|closed)|closed at|rose over|turnover rate)\b",
    re.IGNORECASE,
)
"""Where turnover is that of shares."""
_LOST_ORDER = re.compile(
    r"\b(?:lost|loses|losing|missed) (?:an?|its|the|this|out on)[^.;]{0,30} "
    r"(?:grant|contract|order|customer|deal|subsidy|tender)\b"
)
_LEAST_MARKET: Final = 1_000_000.0
_LEAST_OF_HOUSE: Final = 1_000.0
"""Sums below this are prices: no house has sales, losses or rounds of less."""


_FROM = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\Z")
_TIMES = re.compile(r"\b(?:doubl|tripl|quadrupl)(?:e|es|ed|ing) [^.;,]{0,40} of (?:about |some )?\Z")
_UP_TO = re.compile(r"[^;.]{0,45}? to (?:[a-z]+ ){0,3}\W?(?:US|RMB|HK)?[$€£¥₹]? ?\d")
"""Around what is there already, before what it is to become ("from 31 to 60 by March")."""


def _level(context: Context, draft: Draft) -> Draft | None:
    """No plan or forecast of what only was before it."""
    value = draft.slots.get("value")
    if draft.kind not in {"plan", "forecast"} or not isinstance(value, int | float):
        return draft
    places = [(s, n.start, n.end) for s in sentences(context, draft) for n in s.numbers if n.value == value]
    places += [(s, m.start, m.end) for m, s in sums(context, draft, value)]
    told = [
        _FROM.search(context.text, s.start, begin) is not None and _UP_TO.match(context.text, end) is not None
        for s, begin, end in places
    ]
    if draft.kind == "plan" and places and all(_TIMES.search(context.text, s.start, begin) for s, begin, _ in places):
        return without(draft, value=None, unit=None)
    return None if told and all(told) else draft


def _share(context: Context, draft: Draft) -> Draft | None:
    """None that is the price of a share, or what others had foreseen for a figure."""
    if draft.kind not in {"metric", "price"}:
        return draft
    amount = draft.slots.get("amount", draft.slots.get("value"))
    value = amount.value if isinstance(amount, Money) else amount
    if not isinstance(value, int | float) or draft.slots.get("unit") == "percent":
        return draft
    for money, sentence in sums(context, draft, abs(value)):
        a_share = draft.kind == "metric" and _A_SHARE.match(context.text, money.end)
        if draft.kind == "metric" and _EXPECTED.search(context.text, sentence.start, money.start):
            return None
        priced = _SHARE_PRICE.search(context.text, sentence.start, money.start) and abs(value) < _LEAST_SUM
        if a_share or priced:
            return None
    return draft


def _staff(context: Context, draft: Draft) -> Draft | None:
    """No staff of people who were asked, who order, or by whom it grew, and none of robots that are counted."""
    if draft.kind != "metric" or draft.slots.get("measure") != "employees":
        return draft
    counts = [(s, n) for s in sentences(context, draft) for n in s.numbers if n.value == draft.slots["value"]]
    others = (_NO_STAFF.match(context.text, n.end) or _ASKED.search(context.text, s.start, n.start) for s, n in counts)
    if any(others):
        return None
    return None if counts and all(_THINGS.match(context.text, n.end) for _, n in counts) else draft


def _total(context: Context, draft: Draft) -> Draft | None:
    """No total that is what one round brought in, no sales that were of shares, no loss that was an order."""
    measure = draft.slots.get("measure") if draft.kind == "metric" else None
    text = words(context, draft)
    value, unit = draft.slots.get("value"), str(draft.slots.get("unit"))
    if (
        measure in _OF_MONEY
        and _CURRENCY.fullmatch(unit)
        and isinstance(value, int | float)
        and abs(value) < _LEAST_OF_HOUSE
    ):
        return None
    if measure == "total_raised" and _AT_HAND.search(text):
        return without(draft, measure="other")
    if measure == "total_raised" and _AS_NEWS.search(text) and not _IN_ALL.search(text):
        return None
    if measure == "total_raised" and draft.score <= READ and not _TOTAL.search(text):
        parts = sum(len(s.money) for s in sentences(context, draft)) > 2
        return draft if parts else None
    if measure == "revenue" and _TRADED.search(text):
        return None
    if measure in _OF_MONEY and _is_small(context, draft):
        return None
    return None if measure == "profit" and _LOST_ORDER.search(text) else draft


def _is_small(context: Context, draft: Draft) -> bool:
    """Whether a sum is less than any house earns or is worth: what a share costs ("below $3")."""
    value = draft.slots.get("value")
    return isinstance(value, int | float) and 0 < abs(value) < _LEAST_OF_HOUSE and any(sums(context, draft, abs(value)))


def _of_many(context: Context, draft: Draft) -> Draft | None:
    """No robots that are none, and none that all the makers of a field sold, but by whom counts them."""
    measure = draft.slots.get("measure") if draft.kind == "metric" else None
    if measure == "units" and draft.score <= READ and _NO_ROBOTS.fullmatch(str(draft.slots.get("unit", ""))):
        return None
    if measure not in {"units", "orders", "revenue", "valuation"}:
        return draft
    value, subject = draft.slots["value"], draft.slots["subject"]
    counted = [(n, s) for s in sentences(context, draft) for n in s.numbers if n.value == value]
    if counted and all(_TOGETHER.search(context.text, s.start, n.start) for n, s in counted):
        return None
    if measure == "valuation" and isinstance(value, int | float):
        told = [_VALUED.search(context.text, s.start, m.start) for m, s in sums(context, draft, value)]
        if told and all(told):
            return None
    if not _BY_MANY.search(words(context, draft)):
        return draft
    named = any(speaks_of(s, subject) for s in sentences(context, draft)) and not _said_of_others(context, draft)
    counts = any(c.name == subject and c.subkind in _TELLS_OF_MANY for c in context.clusters)
    return draft if named or counts else None


def _said_of_others(context: Context, draft: Draft) -> bool:
    """Whether a figure is what somebody said of rivals ("its boss said that rivals sold 9,000")."""
    said = _SAID_OF_OTHERS.search(text := words(context, draft))
    if said is None:
        return False
    begin, own = draft.start + said.start("others"), str(draft.slots["subject"])
    return not any(m.start >= begin for m in naming(context, draft, own)) and own not in text[said.start("others") :]


def _other_sum(context: Context, draft: Draft) -> Draft | None:
    """None of what only the reader took for sales, worth and the like, where the words before it say otherwise."""
    if draft.kind != "metric" or draft.score > READ or draft.slots.get("measure") not in _OF_MONEY:
        return draft
    value, worded = draft.slots["value"], _WORDS.get(str(draft.slots["measure"]))
    if not isinstance(value, int | float):
        return draft
    if worded is not None and any(sums(context, draft, abs(value))) and not worded.search(words(context, draft)):
        return None
    told = (
        _OTHER_SUM.search(context.text, max(sentence.start, money.start - _REACH), money.start)
        for money, sentence in sums(context, draft, abs(value))
    )
    return None if any(told) else draft


def _small(context: Context, draft: Draft) -> Draft:
    """A forecast of what one thing will cost or sell for is none of a market."""
    value = draft.slots.get("value")
    if draft.kind != "forecast" or draft.slots.get("measure") not in {"market_size", "revenue", "investment"}:
        return draft
    small = isinstance(value, int | float) and abs(value) < _LEAST_MARKET and any(sums(context, draft, abs(value)))
    return without(draft, measure="other") if small else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _level,
    _share,
    _other_sum,
    _staff,
    _total,
    _of_many,
    _small,
    one_company,
)
