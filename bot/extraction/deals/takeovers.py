"""A takeover as a place of masked text tells it: who buys what from whom, and for what price."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.deals.takeover_words import AFTER_PRICE, BEFORE_PRICE
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.model.money import Money


@dataclass(frozen=True, slots=True)
class Target:
    """What is bought: a company, or a business unit named after the group it belongs to."""

    name: str
    seller: str | None = None
    cluster: Cluster | None = None


@dataclass(frozen=True, slots=True)
class Takeover:
    """A takeover told at a place of the masked text; `since` is the number of a date that ends "owned since"."""

    buyer: Cluster
    target: Target
    seller: str | None
    at: int
    mood: str = "fact"
    since: int | None = None


_PART = re.compile(r"\bof (?:which|that|this|it),? (?:about |some |only |around )?\Z")


def price(segment: Segment) -> Money | None:
    """The sum that a segment gives as the price of a takeover."""
    for number, mention in enumerate(segment.money):
        start, end = segment.at[f"m{number}"]
        before, after = segment.text[:start], segment.text[end:]
        if re.match(r" (?:of (?:revenue|sales)|a share|per share|in (?:revenue|sales))|-a-share", after):
            continue
        if _PART.search(before):
            continue
        if BEFORE_PRICE.search(before) or AFTER_PRICE.match(after):
            return mention.money
    return None
