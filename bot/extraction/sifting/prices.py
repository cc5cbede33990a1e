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


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_asked, _nearest, _priced)
