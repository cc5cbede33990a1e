"""What only the heading above a paragraph gives: the sum of a round, "Acme: up to $1.4 billion"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import sentences, speaks_of, without
from bot.grammar.patterns import Pattern
from bot.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extraction.text.context import Context, Sentence

_NOT_DONE = frozenset({"rumored", "denied"})
_BELOW = 2
"""Sentences below a heading that it may head."""
_HEADS = Pattern(r"^(?:[^.!?;]|\.(?=\d)){0,80}[^.!?;:,]$")
"""A line that is no sentence."""
_OTHERWISE = Pattern(r"\b(?:val\w+|worth|revenue|sales|loss|profit|orders?|prices?|costs?|fine|debt|stake)\b", re.I)
"""What else a sum in a heading may be."""


def sums(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a round of which no sum is told with the one that the heading above its sentence gives."""
    return [_with_sum(context, draft, drafts) for draft in drafts]


def _with_sum(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    if draft.kind != "funding" or "amount" in draft.slots or draft.slots.get("status") in _NOT_DONE:
        return draft
    heading = _above(context, draft)
    if heading is None or not speaks_of(heading, draft.slots["company"]):
        return draft
    told = heading.money[0].money
    known = [d.slots.get("amount") for d in drafts if d.slots.get("company") == draft.slots["company"]]
    known.append(draft.slots.get("valuation"))
    twice = any(isinstance(one, Money) and one.value == told.value for one in known)
    return draft if twice else without(draft, amount=told)


def _above(context: Context, draft: Draft) -> Sentence | None:
    """The heading right above a draft's sentence that has one sum and tells nothing by a verb; None for none."""
    first = next(sentences(context, draft), None)
    for back in range(1, _BELOW + 1):
        if first is None or first.index < back:
            return None
        above = context.sentences[first.index - back]
        if _HEADS.search(above.text.strip()):
            alone = len(above.money) == 1 and not above.title and not above.predicates
            return above if alone and not _OTHERWISE.search(above.text) else None
    return None
