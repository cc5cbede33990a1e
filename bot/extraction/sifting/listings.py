"""Listings as they stand: no mere condition, done where shares were traded; and what one brings is no round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.listings import is_exchange
from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import sentences, speaks_of, without, words
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context

_LISTING: Final = re.compile(
    r"\b(?:list(?:s|ed|ing)?|IPOs?|go(?:es|ing)? public|went public|float(?:s|ed)?|flotation|offering|debut)\b"
)
_CONDITION: Final = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ss]hould|[Ii]n case) [^.;,]{1,80}?\b(?:list(?:s|ed|ing)?|IPO|go(?:es)? public|"
    r"float(?:s|ed)?)\b[^.;,]*"
)
"""What may come of a listing that may not come ("if Foo is not listed by June, Bar buys it")."""
_CAN: Final = re.compile(r"\bcan (?:also |now |even |[a-z]+ly )*(?:go public|be listed|list|float|go through)\b[^.;,]*")
_HINDERED: Final = re.compile(
    r"\b(?:IPO|listing|flotation|float|public offering|going public)\b[^.;]{0,80}?\b(?:has|have|is|was|looks?|seems?) "
    r"(?:become |becoming |getting |now |increasingly )*(?:hard|harder|difficult|unlikely|doubtful|"
    r"uncertain|in doubt)\b"
)
_TRADED: Final = re.compile(
    r"\b(?:first (?:trading )?day|changed hands|(?:began|started) trading|(?:strong|weak|solid|muted|flat|"
    r"brisk|good|poor) "
    r"(?:start|debut)|made (?:its|their) (?:[\w-]+ ){0,4}debut|(?:on|in) (?:its|their) (?:[\w-]+ ){0,4}debut)\b"
)
_TO_COME: Final = re.compile(
    r"\b(?:will|would|could|may|expect\w*|ahead of|before|plans?|planned|due|set (?:to|for)|scheduled|if|to be)\b"
)
_ROUND: Final = re.compile(r"\b(?:rounds?|Series|venture|private(?:ly)?|pre-IPO|led by|in 20\d\d)\b")
_SOLD: Final = re.compile(r"\b(?:[Cc]ornerstone|IPO|initial public offering|share sale|by selling [\d.,]+)\b")


def _as_it_stands(context: Context, draft: Draft) -> Draft | None:
    """None of a condition or what anybody can; hardly to come where that is said; done where shares were traded."""
    if draft.kind != "ipo":
        return draft
    text, state = words(context, draft), draft.slots.get("status")
    for unsure in (_CONDITION, _CAN):
        if unsure.search(text) and not _LISTING.search(unsure.sub("", text)):
            return None
    if state in {"announced", "completed"} and _HINDERED.search(text):
        return without(draft, status="rumored", date=None)
    traded = _TRADED.search(text)
    if traded is None or state == "denied" or _TO_COME.search(text, 0, traded.start()):
        return draft
    days = {d.when for s in sentences(context, draft) for d in s.dates if d.when and d.when.precision == "day"}
    when, day = draft.slots.get("date"), next(iter(days)) if len(days) == 1 else None
    if isinstance(when, When) and context.published is not None and when.start > context.published.end:
        return without(draft, status="completed", date=None)
    exact = day is not None and (not isinstance(when, When) or day.overlaps(when))
    return without(draft, status="completed", **({"date": day} if exact else {}))


def _done(draft: Draft) -> bool:
    return draft.slots.get("status") == "completed"


def _brought(context: Context, draft: Draft) -> Draft:
    """A listing without the sum of another's, told where only that one is named."""
    amount = draft.slots.get("amount")
    if draft.kind != "ipo" or not isinstance(amount, Money):
        return draft
    told = [s for s in context.sentences if any(m.money.value == amount.value for m in s.money)]
    anothers = [
        not s.title
        and not speaks_of(s, draft.slots["company"])
        and any(m.kind == "org" and not m.anaphoric and not is_exchange(m.cluster) for m in s.mentions)
        and not (s.start < draft.end and draft.start < s.end)
        for s in told
    ]
    return without(draft, amount=None) if anothers and all(anothers) else draft


def proceeds(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without rounds that are what a listing of the same company brought, or who took shares of it.

    What trades by the article's own word is listed wherever it speaks of the listing.
    """
    listed: dict[object, set[float]] = {}
    trades: set[object] = set()
    for draft in drafts:
        if draft.kind == "ipo":
            amount = draft.slots.get("amount")
            listed.setdefault(draft.slots["company"], set()).update({amount.value} if isinstance(amount, Money) else ())
            if draft.slots.get("status") == "completed" and _TRADED.search(words(context, draft)):
                trades.add(draft.slots["company"])
    kept = []
    for draft in drafts:
        company, text, state = draft.slots.get("company"), words(context, draft), draft.slots.get("status")
        if draft.kind == "ipo" and company in trades and state == "announced" and "date" not in draft.slots:
            draft = without(draft, status="completed")
        elif draft.kind == "funding" and "round" not in draft.slots and company in listed and not _TO_COME.search(text):
            told = {m.money.value for s in sentences(context, draft) for m in s.money}
            sold = _SOLD.search(text) or (company in trades and not _ROUND.search(text))
            if sold or told & listed[company]:
                continue
        kept.append(draft)
    return kept


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_as_it_stands, _brought)
