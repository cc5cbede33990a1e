"""Prices of products: none that is what was counted or paid for lunch, none of what only stands near the sum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import READ, sentences, sums, words
from bot.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_COUNTED = re.compile(
    r"\b(?:pre-?orders|orders|shipments|sales|deliveries|units)\b[^.;€$£¥]{0,40}(?<!\bfor )(?<!\bat )(?<!\bfrom )\Z",
    re.IGNORECASE,
)
_NO_PRICE = re.compile(
    r"\b(?:lunch|dinner|coffee|beer|patents?|fines?|penalt(?:y|ies)|shares?|stock|API price)\b[^.;]{0,45}\Z|"
    r"\bstock market\b[^;]{0,120}\Z",
    re.IGNORECASE,
)
"""Before a number that is no price of a robot."""

_CUT = re.compile(
    r"\b(?:cut|lower|reduc|slash|drop|fell|fall|rais|increas|rose|down|up|chang|halv)\w*\b[^.;]{0,80}?\bfrom "
    r"(?:about |around |an? |some |US|HK|Rs\.? ?)*\Z|\b(?:was|were|used to be|previously|before|instead of|once)"
    r" (?:at |about |around )?\Z",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto (?:about |around |an? |some |US|HK|Rs\.? ?)*\Z")
"""Before a price of before, and before the one that it became."""
_AVERAGE = re.compile(r"\b(?:average|median|typical) (?:selling )?price\b", re.IGNORECASE)
"""The price of no one product."""
_DEPOSIT = re.compile(r"\b(?:deposits?|reserv\w+|down payment|pre-?order fees?)\b[^.;]{0,40}\Z", re.IGNORECASE)
_PER_TIME = re.compile(
    r" (?:an|per|a) (?:hour|minute|day|shift)\b| (?:[a-z-]+ ){0,2}(?:units|devices|boxes|parcels|picks)\b"
)
"""Behind a number that is no sum."""
_ONCE = re.compile(
    r"\b(?:(?:years?|months?|decade) ago|used to (?:cost|be)|once|formerly|originally|at first|before that|back then|"
    r"in (?:19|20)\d\d)\b[^;.]{0,70}\Z",
    re.IGNORECASE,
)
_NOW = re.compile(r"[^;.]{0,40}?(?:,| and| but|;) ?(?:today|now|it is now|currently|this year)\b", re.IGNORECASE)
"""Around what something cost before, where the sentence goes on to what it costs today."""

_ROBOT = re.compile(r"\b(?:humanoid|robot|machine|quadruped|arm)\b", re.IGNORECASE)


def _asked(context: Context, draft: Draft) -> Draft | None:
    """No price of what is counted, nor of lunch."""
    amount = draft.slots.get("amount")
    if draft.kind != "price" or not isinstance(amount, Money):
        return draft
    for sentence in sentences(context, draft):
        sums_of_it = [m.start for m in sentence.money if m.money.value == amount.value]
        counts = [n.start for n in sentence.numbers if n.value == amount.value] if not sums_of_it else []
        if any(_NO_PRICE.search(context.text, sentence.start, start) for start in sums_of_it + counts):
            return None
        if any(_COUNTED.search(context.text, sentence.start, start) for start in counts):
            return None
    return draft


def _nearest(context: Context, draft: Draft) -> Draft | None:
    """None of what only the reader took for the price of a product, where another is named right before the sum."""
    amount = draft.slots.get("amount")
    if draft.kind != "price" or draft.score > READ or not isinstance(amount, Money):
        return draft
    for money, sentence in sums(context, draft, amount.value):
        before = [m for m in sentence.mentions if m.kind == "product" and m.end <= money.start]
        names = {m.cluster.name for m in before}
        if draft.slots["product"] in names and before[-1].cluster.name != draft.slots["product"]:
            return None
    return draft


def _priced(context: Context, draft: Draft) -> Draft | None:
    """No price of a robot for a model or a platform that its sentence does not name."""
    if draft.kind != "price":
        return draft
    name, text = str(draft.slots["product"]), words(context, draft)
    known = context.registry.lookup(name)
    other = known is not None and known.subkind in {"model", "platform"} and name not in text
    return None if other and _ROBOT.search(text) else draft


def _current(context: Context, draft: Draft) -> Draft | None:
    """No price that is told only as that of before ("cut to $900 from $1,200"), of a whole trade or to reserve."""
    amount = draft.slots.get("amount")
    if draft.kind != "price" or not isinstance(amount, Money):
        return draft
    text, places = context.text, list(sums(context, draft, amount.value))
    if not places:
        counts = [n for s in sentences(context, draft) for n in s.numbers if n.value == amount.value]
        return None if counts and all(_PER_TIME.match(text, n.end) for n in counts) else draft
    if str(draft.slots["product"]) not in words(context, draft) and _AVERAGE.search(words(context, draft)):
        return None
    told = []
    for money, sentence in places:
        others = [m for m in sentence.money if m.money.value != amount.value and m.money.currency == amount.currency]
        became = any(_TO.search(text, sentence.start, m.start) for m in others) or len(others) == 1
        before = _CUT.search(text, sentence.start, money.start) is not None and bool(others) and became
        before |= bool(_ONCE.search(text, sentence.start, money.start) and _NOW.match(text, money.end, sentence.end))
        told.append(before or _DEPOSIT.search(text, sentence.start, money.start) is not None)
    return None if all(told) else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_asked, _nearest, _priced, _current)
