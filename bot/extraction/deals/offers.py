"""Takeovers that are offered or agreed on and not done, by the words before the name of what is bought."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

_BUY = r"(?:buy|acquire|purchase|take over|absorb|merge|be (?:bought|acquired|taken over)|sell|pay|snap up|swallow)"
_OFFERED = re.compile(
    r"\b(?:launch|ma[dk]|tabl|submit|lodg|put forward|rais|sweeten|improv)\w* (?:an?|its|their|the)?"
    r"(?: ?[\w$€£.,-]+){0,5}? ?(?:bid|offer|approach|proposal)\b|"
    r"\b(?:takeover|tender|buy-?out|acquisition) (?:bid|offer|proposal)\b|\b(?:bid|offer) (?:for|to (?:buy|acquire))\b|"
    r"\b(?:bid|offer|approach|proposal) (?:by|from) [^.;]{2,90}? for\b|"
    rf"\b(?:agree[sd]?|announced|plans|planned|intends|intended|aims|wants|wanted|wishe[sd]|proposed|about|set|due)"
    rf"(?: (?:on )?(?:\w+day|today|yesterday))? to {_BUY}\b|"
    rf"\b(?:intent|intention|plans?|effort|proposal|desire) to {_BUY}\b|"
    rf"(?:\b(?:will|would|is to|are to)|'(?:d|ll)) {_BUY}\b|\b(?:agreement|deal|contract|option) to {_BUY}\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:complet|conclud|clos|finali[sz])\w*", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:complet|conclud|clos|finali[sz])\w*|\b(?:bought|acquired|took over|has taken over|has absorbed|swallowed)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]|(?<![A-Z])\. |, (?:and|but|while|after|having) ")
_REACH, _BEHIND = 110, 60
"""Letters before the name of what is bought, and behind it, in which its state is told. Who agrees to sell it is not
who buys: "Foo agreed to sell Bar, which it had bought"."""


def is_offered(fact: Draft, context: Context) -> bool:
    """Whether a takeover that was read as done is one that is only offered or agreed, by its own clause."""
    if fact.kind != "acquisition" or fact.slots.get("status") != "completed":
        return False
    sentence = context.sentence_at(fact.start)
    target = fact.slots.get("target")
    if sentence is None:
        return False
    at = next((m.start for m in sentence.mentions if m.cluster.name == target and not m.anaphoric), None)
    at = next((m.start for m in sentence.mentions if m.cluster.name == target), None) if at is None else at
    if at is None:
        return False
    before = context.text[max(sentence.start, at - _REACH) : at]
    begins = max((c.end() for c in _CLAUSE.finditer(before)), default=0)
    names = [m.start - (at - len(before)) for m in sentence.mentions if m.cluster.name == fact.slots.get("buyer")]
    offers = [
        o for o in _OFFERED.finditer(before, begins) if not ("sell" in o[0] and any(n < o.start() for n in names))
    ]
    offered = max((o.end() for o in offers), default=-1)
    if offered < 0 or _CLOSED.search(before, begins) or _DONE.search(before, offered):
        return False
    return _CLOSED.search(context.text, at, min(at + _BEHIND, sentence.end)) is None
