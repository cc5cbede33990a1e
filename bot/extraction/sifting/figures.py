"""Figures and prices that are another thing's: of a share, of people who are no staff, of a whole trade."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.sifting.deals import OF_MANY
from bot.extraction.sifting.spans import READ, sentences, sums, without, words
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_REACH = 90
"""Letters before a date that tell what it is the date of."""
_A_SHARE = re.compile(r",? (?:apiece|each|a share|per share)\b")
_SHARE_PRICE = re.compile(
    r"\b(?:share|stock|closing|issue|offer|target) price\b[^.;]{0,30}\Z|\bTarget: \Z|\bclosed at \Z", re.IGNORECASE
)
_NO_STAFF = re.compile(
    r" (?:[a-z]+ )?(?:(?<!been )(?:said|told(?! by))|fewer|less|more|students|customers|vacancies|"
    r"(?:have |had )?(?:put down|signed up|ordered|applied|voted|attended))\b"
)
_ASKED = re.compile(
    r"\b(?:interview\w*|conversations|spoke|speaking|talked|talks) (?:with|to) (?:some |about |more than )?\Z"
)
"""Before and behind a number of people who are not the staff of whom the article is about."""
_OF_MONEY = frozenset({"revenue", "profit", "orders", "valuation", "total_raised", "market_size"})
_OTHER_SUM = re.compile(
    r"\b(?:fines?|fined|salary|salaries|wages?|ow(?:es?|ing)(?: its \w+)?|burn(?:s|ed|t|ing)?(?: through)?|spen[dt]s?|"
    r"costs?|grants?|invest(?:s|ed|ment)|capital expenditure|capex|capital|debts?|pa(?:id|ys)|damages|"
    r"(?:director|executive|chairman|chief|founder) earn(?:s|ed))"
    r"(?: (?:a|of|about|some|around|nearly|almost|over|up to|more than|just|only|by))*(?: for \w+)? \Z",
    re.IGNORECASE,
)
"""Before a sum that says itself what it is: a fine, a salary, what was owed, spent or put in."""
_BEGUN = re.compile(
    r"\b(?:found(?:ed|ing)|established|incorporated|started|launched|created|opened|spun (?:out|off)|born|set up|"
    r"made official|registered)\b[^,;.]{0,60}\b(?:in|since)(?: (?:early|late|spring|summer|autumn))? \Z",
    re.IGNORECASE,
)
"""Before the date at which a house or plant began, which is none of what it measures now."""

_FROM = re.compile(r"\bfrom (?:[a-z]+ ){0,2}\Z")
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
    return None if told and all(told) else draft


def _share(context: Context, draft: Draft) -> Draft | None:
    """None that is the price of a share."""
    if draft.kind not in {"metric", "price"}:
        return draft
    amount = draft.slots.get("amount", draft.slots.get("value"))
    value = amount.value if isinstance(amount, Money) else amount
    if not isinstance(value, int | float) or draft.slots.get("unit") == "percent":
        return draft
    for money, sentence in sums(context, draft, value):
        a_share = draft.kind == "metric" and _A_SHARE.match(context.text, money.end)
        if a_share or _SHARE_PRICE.search(context.text, sentence.start, money.start):
            return None
    return draft


def _staff(context: Context, draft: Draft) -> Draft | None:
    """No staff of people who were asked, who order, or by whom it grew."""
    if draft.kind != "metric" or draft.slots.get("measure") != "employees":
        return draft
    for sentence in sentences(context, draft):
        for number in sentence.numbers:
            if number.value == draft.slots["value"] and (
                _NO_STAFF.match(context.text, number.end) or _ASKED.search(context.text, sentence.start, number.start)
            ):
                return None
    return draft


def _other_sum(context: Context, draft: Draft) -> Draft | None:
    """None of what only the reader took for sales, worth and the like, where the words before it say otherwise."""
    if draft.kind != "metric" or draft.score > READ or draft.slots.get("measure") not in _OF_MONEY:
        return draft
    value = draft.slots["value"]
    if not isinstance(value, int | float):
        return draft
    told = (
        _OTHER_SUM.search(context.text, max(sentence.start, money.start - _REACH), money.start)
        for money, sentence in sums(context, draft, abs(value))
    )
    return None if any(told) else draft


def _one_company(context: Context, draft: Draft) -> Draft | None:
    """No company's sales of what a whole trade raised."""
    sales = draft.kind == "metric" and draft.slots.get("measure") == "revenue"
    return None if sales and OF_MANY.search(words(context, draft)) else draft


def _begun(context: Context, draft: Draft) -> Draft:
    """A figure without the date at which the house was founded ("Founded in 2022, Acme employs 80")."""
    when = draft.slots.get("date")
    if draft.kind != "metric" or not isinstance(when, When):
        return draft
    told = [
        _BEGUN.search(context.text, max(s.start, d.start - _REACH), d.start) is not None
        for s in sentences(context, draft)
        for d in s.dates
        if d.when is not None and d.when.overlaps(when)
    ]
    return without(draft, date=None) if told and all(told) else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _level,
    _share,
    _other_sum,
    _staff,
    _one_company,
    _begun,
)
