"""Rounds and takeovers: sums that were not raised, owners beside what they own, dates of another thing."""

from __future__ import annotations

import re
from bisect import bisect
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.sums import role
from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import READ, sentences, sums, without, words
from bot.extraction.text.masking import segments_of
from bot.model.money import Money
from bot.model.statement import Investor
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_LEAST: Final = 20_000.0
_OWNS = re.compile(r"(?:['’]s?|s['’])\s+(?:(?!(?:and|or|with|plus|arm|fund|unit)\b)[a-z-]+ ){0,3}")
_REACH: Final = 40
_PUT_INTO = re.compile(
    r"\b(?:(?:put|putting|pours?|poured) (?:money|cash|capital|funds) into|invest(?:s|ed|ing)? in|bankrolled|"
    r"stakes? in)\b(?P<list>[^.;:]{0,160})"
)
"""Before a list of companies that one house put money into, none of which backs another."""
_BACKED = re.compile(r"\bback(?:ed|ing) (?:by|from) (?:[\w&.'-]+(?: [\w&.'-]+)?,? (?:and )?)?\Z")
_REACH_BACK: Final = 40
_NO_NAME = re.compile(
    r"(?:the )?(?:capital|ventures?|bank|port|funds?|group|partners?|management|holdings?|equity|series|state|city|"
    r"lps?|investors?|investments?|(?:post|pre)-(?:money|value|investment))",
    re.IGNORECASE,
)
"""A piece of a name, or a word that stands before names of investors and sums, by itself."""
_NOT_WHEN = re.compile(
    r"\b(?:since|found(?:ed|ing)|establish(?:ed|ment)|set up|started|launched|created|incorporated|registered|spun out|"
    r"spun off|begun|began|born|by|until|till|before|due)(?: (?:back |only |early |late |last )*(?:in|on|at))?"
    r"(?: (?:the )?(?:spring|summer|autumn|fall|end|start|beginning|early|late|mid)(?: of)?)?(?: last)? ?\(?\Z",
    re.IGNORECASE,
)
"""Before a date at which something else began, or by which something is to be."""
_GIVEN = re.compile(
    r" (?:at which )?(?:it|the \w+|[A-Z][\w&-]*(?: [A-Z][\w&-]*)?) (?:was|had been|is) (?:last |once )?"
    r"(?:accorded|valued|priced|assessed|rated)\b"
)
"""Behind a sum that is what a company was worth."""
_A_SHARE = re.compile(r",? (?:an? |per |each )?(?:share|apiece)\b")
_IN_STOCK = re.compile(r"\b(?:registered|charter|share) capital\b[^.;]{0,60}\Z", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\b(?:cumulative|accumulated|aggregate|all told|in all|altogether|"
    r"since (?:being |its |it was )?(?:found|establish|incept|birth)\w*)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_IN_ALL_BEHIND = re.compile(r"[^.;]{0,25}\b(?:altogether|all told|to date|so far|in all|over its lifetime)\b")
"""Around what was raised in all rounds together."""
_TALKS = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:talked|spoken) (?:to|with)|close to (?:leading|closing|raising|collecting)|"
    r"(?:is|are) preparing|(?:shortly|just) before the (?:conclusion|closing)|ha(?:s|ve) been trying to)\b"
)
_FLOATED = re.compile(
    r"\b(?:floated|debuted|went public|listed in|raised [^.;]{0,40} in its \w+ ?\w* (?:listing|float|IPO))\b"
)
_LONG = timedelta(days=200)
_ITEM = re.compile(r"\s[·•]\s")
_MANY = r"(?:startups|start-ups|companies|firms|makers|developers|players|ventures|enterprises|builders|sponsors)"
_RAISED = r"(?:raised|collected|drew|attracted|took in|pulled in|secured|gathered|absorbed)"
OF_MANY = re.compile(
    rf"\b{_MANY}(?: (?:around|across|in|of|from) [^,.;]{{3,40}}?)?(?: ha(?:ve|d))?(?: together| jointly)? "
    rf"{_RAISED}\b|"
    rf"\braised by (?:[\w-]+ ){{0,3}}{_MANY}\b|\b(?:sector|industry|field) {_RAISED}\b"
)
"""What a whole trade raised is no company's."""
_CONTROL = re.compile(r"\b(?:[5-9]\d|100)(?:\.\d+)?(?:%| per ?cent) (?:stake|interest|holding|of (?:the|its) shares)\b")


def _backers(context: Context, draft: Draft) -> Draft:
    """Without the owners of other backers ("Alphabet's CapitalG") and what is no name of a house."""
    investors = draft.slots.get("investors")
    if draft.kind != "funding" or not isinstance(investors, tuple):
        return draft
    backers = [item for item in investors if isinstance(item, Investor)]
    places = {m.start: c.name for c in context.clusters for m in c.named if c.name in {b.name for b in backers}}
    owners = {
        cluster.name
        for cluster in context.clusters
        for mention in cluster.named
        if mention.start in places
        and (owned := _OWNS.match(context.text, mention.end, mention.end + _REACH)) is not None
        and places.get(owned.end(), cluster.name) != cluster.name
    }
    kinds = {cluster.name: cluster.kind for cluster in context.clusters}
    owners |= _put_into(context, draft)
    left = tuple(
        b for b in backers if b.name not in owners and kinds.get(b.name) != "place" and not _NO_NAME.fullmatch(b.name)
    )
    return draft if len(left) == len(investors) else without(draft, investors=left)


def _put_into(context: Context, draft: Draft) -> set[str]:
    """Who stands with the company in a list of those that were invested in."""
    found: set[str] = set()
    for match in _PUT_INTO.finditer(context.text, draft.start, draft.end):
        start, end = match.span("list")
        listed = {c.name for c in context.clusters if any(start <= m.start < end for m in c.named)}
        found |= listed if draft.slots["company"] in listed else set()
    return found


def _dated(context: Context, draft: Draft) -> Draft:
    """Without a date of what was founded or will be, and of a deal that is done without one that is yet to come."""
    when = draft.slots.get("date")
    if draft.kind not in {"funding", "acquisition", "founding"} or not isinstance(when, When):
        return draft
    done = draft.slots.get("status", "completed") == "completed"
    if done and context.published is not None and when.start > context.published.end:
        return without(draft, date=None)
    if draft.kind != "funding" or not done or when.precision == "day":
        return draft
    told = [
        _NOT_WHEN.search(context.text, max(s.start, d.start - _REACH), d.start) is not None
        for s in sentences(context, draft)
        for d in s.dates
        if d.when is not None and d.when.overlaps(when)
    ]
    return without(draft, date=None) if told and all(told) else draft


def _sums(context: Context, draft: Draft) -> Draft | None:
    """A round without the price of a share, the capital in the register, or a sum that only the reader took for it."""
    if draft.kind != "funding":
        return draft
    amount, value = draft.slots.get("amount"), draft.slots.get("valuation")
    if not isinstance(amount, Money):
        return draft
    if amount.value < _LEAST or _is_other(context, draft, amount):
        draft = without(draft, amount=None)
    elif isinstance(value, Money) and value.value == amount.value:
        draft = without(draft, **{"amount" if _is_worth(context, draft, amount) else "valuation": None})
    told = any(slot in draft.slots for slot in ("amount", "round", "investors", "valuation"))
    return draft if told else None


def _is_other(context: Context, draft: Draft, amount: Money) -> bool:
    """Whether a sum is the price of a share or the capital that a register names, wherever its sentences name it.

    So is a sum of all rounds, where no rule saw that it is one of them.
    """
    read = draft.score <= READ
    text, places = context.text, list(sums(context, draft, amount.value))
    return bool(places) and all(
        _A_SHARE.match(text, money.end)
        or _GIVEN.match(text, money.end)
        or _IN_STOCK.search(text, sentence.start, money.start)
        or (read and _IN_ALL.search(text, sentence.start, money.start))
        or (read and _IN_ALL_BEHIND.match(text, money.end, sentence.end))
        for money, sentence in places
    )


def _is_worth(context: Context, draft: Draft, amount: Money) -> bool:
    return any(
        role(segment, number) == "value"
        for sentence in sentences(context, draft)
        for segment in segments_of(context, sentence)
        for number, mention in enumerate(segment.money)
        if mention.money.value == amount.value
    )


def _one_company(context: Context, draft: Draft) -> Draft | None:
    """None of what a whole trade raised, and of control that was bought."""
    if draft.kind != "funding":
        return draft
    text = words(context, draft)
    bought = "round" not in draft.slots and _CONTROL.search(text)
    return None if bought or OF_MANY.search(text) else draft


def _state(context: Context, draft: Draft) -> Draft:
    """Talks are a rumour, and a round of long ago is done; so is a listing with its day behind it."""
    state, when = draft.slots.get("status"), draft.slots.get("date")
    if draft.kind == "ipo" and state == "announced" and isinstance(when, When) and context.published is not None:
        past = when.end < context.published.start and _FLOATED.search(words(context, draft))
        return without(draft, status="completed") if past else draft
    if draft.kind != "funding" or state not in {"completed", "announced"}:
        return draft
    if _TALKS.search(words(context, draft)):
        return without(draft, status="rumored")
    long_ago = isinstance(when, When) and context.published is not None and context.published.start - when.end > _LONG
    return without(draft, status="completed") if long_ago else draft


def _of_item(context: Context, draft: Draft) -> Draft:
    """A round without sums and backers of another item, where several stand in a line ("A: $4M · B: $9M")."""
    cuts = [draft.start + match.start() for match in _ITEM.finditer(words(context, draft))]
    if draft.kind != "funding" or not cuts:
        return draft
    named = {c.name: {bisect(cuts, m.start) for m in c.named if draft.start <= m.start < draft.end}
             for c in context.clusters}  # fmt: skip
    home = named.get(str(draft.slots["company"]), set())
    if len(home) != 1:
        return draft
    others = {
        slot: None
        for slot in ("amount", "valuation")
        if isinstance(money := draft.slots.get(slot), Money)
        and (places := {bisect(cuts, m.start) for m, _ in sums(context, draft, money.value)})
        and not places & home
    }
    backers = tuple(
        b
        for b in draft.slots.get("investors", ())  # type: ignore[union-attr]
        if isinstance(b, Investor) and (not named.get(b.name) or named[b.name] & home)
    )
    return without(draft, investors=backers, **others)


def _seller(context: Context, draft: Draft) -> Draft:
    """Nobody buys from himself, nothing sells itself, and no place sells anything."""
    seller = draft.slots.get("seller")
    if draft.kind != "acquisition" or not isinstance(seller, str):
        return draft
    own = seller in (draft.slots["buyer"], draft.slots["target"])
    no_seller = own or context.registry.is_place(seller) or _only_backs(context, draft, seller)
    return without(draft, seller=None) if no_seller else draft


def _only_backs(context: Context, draft: Draft, name: str) -> bool:
    """Whether a house is named in the sentence only as one that stands behind another ("Acme, backed by Foo")."""
    places = [
        mention.start
        for cluster in context.clusters
        if cluster.name == name
        for mention in cluster.named
        if draft.start <= mention.start < draft.end
    ]
    return bool(places) and all(_BACKED.search(context.text, max(draft.start, at - _REACH_BACK), at) for at in places)


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _one_company, _of_item, _backers, _dated, _sums, _state, _seller,
)  # fmt: skip
