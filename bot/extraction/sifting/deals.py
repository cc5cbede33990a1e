"""Rounds and listings: sums that were not raised, owners beside what they own, dates of another thing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.listings import TO_COME, exchange_in, is_done
from bot.extraction.deals.sums import role
from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backers, of_item
from bot.extraction.sifting.rounds import PUT_IN
from bot.extraction.sifting.spans import READ, dated, sentences, sums, without, words
from bot.extraction.text.masking import segments_of
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.extraction.text.context import Context, Sentence
    from bot.extraction.text.masking import Segment
    from bot.grammar.money import MoneyMention

_LEAST: Final = 20_000.0
_REACH: Final = 40
_VAGUE: Final = re.compile(
    r"\b(?:(?:hundreds|tens|dozens|several hundreds?|multiple hundreds?) of (?:millions?|billions?)|"
    r"(?:several|multi)[ -]hundred[ -]million)\b",
    re.IGNORECASE,
)
"""What a round came to, so that no sum of another sentence is what was raised."""
_NOT_WHEN = re.compile(
    r"\b(?:since|found(?:ed|ing)|establish(?:ed|ment)|set up|started|launched|created|incorporated|registered|spun out|"
    r"spun off|begun|began|born|inception|foundation|creation|by|until|till|before|due)(?: (?:from|by|as|"
    r"with) [^,;.]{1,40}?)?"
    r"(?: (?:(?:back|only|early|late|last|just|about|around|roughly|some|nearly|almost|over|barely) ?)*(?:in|on|at)?)?"
    r"(?: (?:the )?(?:spring|summer|autumn|fall|end|start|beginning|early|late|mid)(?: of)?)?(?: last)? ?\(?\Z",
    re.IGNORECASE,
)
"""Before a date at which something else began, or by which something is to be."""
_BY = re.compile(r"(?:by|until|till|before|due)\b", re.IGNORECASE)
_AFTER_EVENT = re.compile(
    r"(?i:\b(?:after|before|following|since|until)) (?:[\w&.'’-]+ ){1,4}?(?:deals?|acquisition|takeover|purchase|"
    r"sale|merger|"
    r"listing|IPO|departure|exit|death|pandemic|split|spin-?(?:out|off))(?: by [^,;.]{1,20}|"
    r" of [^,;.]{1,20})? (?:in|on|of) ?\Z"
)
"""Before the date of what went before a round."""
_GIVEN = re.compile(
    r" (?:at which )?(?:it|the \w+|[A-Z][\w&-]*(?: [A-Z][\w&-]*)?) (?:was|had been|is) (?:last |once )?"
    r"(?:accorded|valued|priced|assessed|rated)\b"
)
"""Behind a sum that is what a company was worth."""
_A_SHARE = re.compile(r",? (?:an? |per |each )?(?:share|apiece)\b")
_IN_STOCK = re.compile(
    r"\b(?:(?:registered|charter|share) capital|credit lines?|lines? of credit)\b[^.;]{0,60}\Z", re.IGNORECASE
)
_IN_ALL = re.compile(
    r"\b(?:cumulative|accumulated|aggregate|all told|in all|altogether|"
    r"since (?:being |its |it was )?(?:found|establish|incept|birth)\w*)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_IN_ALL_BEHIND = re.compile(r"[^.;]{0,25}\b(?:altogether|all told|to date|so far|in all|over its lifetime)\b")
"""Around what was raised in all rounds together."""
_AT = re.compile(
    r"\b(?:valued|put|priced|cash(?:es|ed|ing)? in|sell(?:s|ing)?|sold|shares)\b[^.;$€£¥]{0,30}"
    r"\bat (?:a valuation of |a value of )?(?:about |around |over |more than |nearly |some )?\Z"
)
_TALKS = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:talked|spoken) (?:to|with)|close to (?:leading|closing|raising|collecting)|"
    r"(?:is|are) preparing(?! to (?:expand|grow|scale|ship|enter|build|deliver|produce|hire|move|roll|deploy)\b)|"
    r"(?:shortly|just) before the (?:conclusion|closing)|ha(?:s|ve) been trying to)\b"
)
HEARSAY = re.compile(
    r"\b(?:people|persons?|sources?|insiders|bankers) (?:[a-z]+ ){0,2}(?:familiar|close|briefed|involved|said|say|told|"
    r"with (?:direct )?knowledge)\b|"
    r"\baccording to (?:(?:two|three|several|some|a|earlier|media|local) )*"
    r"(?:people|persons?|sources|reports?|media)\b|"
    r"\b(?:reports?|newspapers?|media) (?:\w+ ){0,3}(?:said|says|saying|claimed|that)\b|"
    r"\breported(?: (?:on|last) \w+)?(?: that\b|[.,]?\Z)|, per [A-Z]|\bif you believe\b"
)
"""A deal to come that is known from others than who makes it."""
_NOT_RAISED = re.compile(
    r"\b(?:expenditure|capex|guidance|forecast|target|budget|dividend|prices?|outlook|output|capacity)\b[^.;]{0,40}"
    r"\b(?:was|were|been|be|is) raised\b|"
    r"\brais(?:es?|ed|ing) (?:its|the|their|his|her) (?:[a-z-]+ ){0,3}"
    r"(?:expenditure|capex|guidance|forecast|target|budget|dividend|prices?|outlook|output|capacity|stake)\b"
)
"""What is raised without anybody putting money in."""
_SPENT = re.compile(
    r"\b(?:has|have|had) (?:itself )?invested [^.;]{0,30}\b(?:there|here|in (?:the|its|a|an|new|two|three))\b"
)
"""What a company put into something of its own."""
_INTO = re.compile(
    r" (?:in|into) (?:an? |the |its |their |new )?(?:[a-z-]+ ){0,3}(?:funds?|robots|robotics|technolog(?:y|ies)|"
    r"research|plants?|factor(?:y|ies)|AI|infrastructure|industry|sector|field)\b"
    r"(?! (?:company|firm|startup|maker|developer)| (?:[a-z-]+ ){0,2}[A-Z])"
)
_SUBSIDY = re.compile(
    r"(?: \([^()]{1,40}\))? in (?:[a-z]+ )?(?:subsidies|incentives|grants|vouchers) (?:for|to) (?:[a-z]+ ){0,3}"
    r"(?:firms|companies|startups|start-ups|enterprises|makers|buyers)\b"
)
"""Behind a sum that goes into something else than a company, and one that a state holds ready for many."""
_OFFERED = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|sell(?:s|ing)?|float(?:s|ed|ing)?) (?:[a-z]+ ){0,3}[\d.,]+ "
    r"(?:million |billion |mn |m )?shares (?:at|for|in a range)\b"
)
"""Shares that are offered to everybody at a price, as when a company lists."""
_LISTED = re.compile(
    r" (?:from|in|through|via|with|by) (?:an?|its|the|their)(?: [\w-]+){0,3} "
    r"(?:initial public offering|IPO|listing|flotation|stock[- ]market debut)\b"
)
"""Behind a sum that a listing brought."""
_COME_TO = re.compile(
    r"\b(?:together|jointly|rounds?|orders?|contracts?|deals?),? (?:is |are |was |were )?(?:together )?worth "
    r"(?:about |over |more than |nearly |some |around )?\Z"
)
_BID = re.compile(r"\b(?:bid|takeover|tender offer)\b|\boffer(?:s|ed)?\b[^.;]{0,60} for\b")
_CUSTOMERS = re.compile(r"\b(?:customers?|clients?)\b")
_ANSWERED = re.compile(
    r"\b(?:reject\w*|den(?:y|ied|ies)|dismiss\w*) (?:[a-z]+ ){0,2}?(?:reports?|rumou?rs?|claims?|speculation)\b", re.I
)
"""What others say is answered: that it is to come all the same is no hearsay."""
_CLEARED = re.compile(
    r"\b(?:clear(?:s|ed)|approv(?:es|ed)|wave[sd]? through|object(?:s|ed) to|prob(?:es|ed)|investigat(?:es|ed)) "
    r"(?:the|its|an?|his|[A-Z][\w-]*['’]s?) (?:[\w.-]+ ){0,3}?(?:takeover|acquisition|purchase|merger|deal)\b"
    r"(?![^.;]*\b(?:closed|completed|done)\b)"
)
"""A takeover that may be made was not made yet."""
_ASIDE = re.compile(r", (?:which|who) [^,;.]{0,90}\Z")
_BUYS = re.compile(r"\b(?:acqui|b(?:uy|ought)|purchas|t(?:ake|ook) over|own|sold|merg|belong|part of)", re.IGNORECASE)
_SOLD = re.compile(r"\b(?:acquired|bought|sold|taken over|listed|went public)\b[^,;.]{0,36}\Z")
_SOLD_TO = re.compile(r"\b(?:(?:acquired|bought|taken over) by|sold to) (?:the )?\Z")
_FAILED = re.compile(
    r"\b(?:attempt(?:s|ed)?|bid|plans?|effort|proposal|offer|deal|merger|acquisition|takeover|purchase)\b[^.;]{0,90}?\b"
    r"(?:died|failed|collapsed|fell (?:through|apart)|came to nothing|"
    r"(?:was|were|been|being) (?:ultimately |finally |later |then )?"
    r"(?:blocked|abandoned|called off|scrapped|dropped|terminated|withdrawn))\b"
)
"""A takeover that came to nothing."""
_AGO = re.compile(
    r" (?:in (?:an? |its |the )?)?(?:[\w+-]+ ){0,4}(?:round|financing|funding|raise|investment)?,? ?"
    r"(?:earlier this (?:year|month|week)|last (?:year|month|week|spring|summer|autumn|fall|winter)|"
    r"(?:a|two|three|six) "
    r"(?:years?|months) (?:ago|earlier))\b"
)
_LONG, _NONE = timedelta(days=200), timedelta()
_DEALS = frozenset({"funding", "acquisition", "ipo"})
_MANY = r"(?i:startups|start-ups|companies|firms|makers|developers|players|ventures|enterprises|builders|sponsors)"
_RAISED = r"(?:raised|collected|drew|attracted|took in|pulled in|secured|gathered|absorbed)"
OF_MANY = re.compile(
    rf"\b{_MANY}(?: (?:around|across|in|of|from) [^,.;]{{3,40}}?)?"
    rf"(?: that| which)?(?: ha(?:ve|d))?(?: together| jointly)? "
    rf"{_RAISED}\b|"
    r"\b(?:overall|European|American|U\.?S\.?|Chinese|global|worldwide|sector|industry)(?: [\w-]+){0,2} "
    r"(?:funding|investments?|financing)(?: volumes?| totals?)? "
    r"(?:fell|rose|dropped|climbed|grew|jumped|soared|slumped|reached|totall?ed|hit|doubled|came to|stood at)\b|"
    rf"\b\d+ (?:[a-z]+ )?(?:investment|financing|funding) (?:events|deals|rounds)\b|"
    rf"\braised by (?:[\w-]+ ){{0,3}}{_MANY}\b|\b(?:sector|industry|field) {_RAISED}\b"
)
"""What a whole trade raised is no company's."""
_CONTROL = re.compile(r"\b(?:[5-9]\d|100)(?:\.\d+)?(?:%| per ?cent) (?:stake|interest|holding|of (?:the|its) shares)\b")


def _dated(context: Context, draft: Draft) -> Draft:
    """Without a date of what was founded or will be, and of a deal that is done without one that is yet to come."""
    when = draft.slots.get("date")
    if draft.kind not in {"funding", "acquisition", "founding"} or not isinstance(when, When):
        return draft
    if draft.kind == "acquisition" and _beside(context, draft, when):
        return without(draft, date=None)
    if draft.kind == "founding":
        draft = _of_sale(context, draft, when)
    done = draft.slots.get("status", "completed") == "completed"
    if done and "date" in draft.slots and context.published is not None and when.start > context.published.end:
        return without(draft, date=None)
    if draft.kind == "founding" or when.precision == "day" or not (done or draft.kind == "funding"):
        return draft
    told = [_of_another(context, draft, s.start, d.start, done) for d, s in dated(context, draft, when)]
    return without(draft, date=None) if told and all(told) else draft


def _of_another(context: Context, draft: Draft, begin: int, at: int, done: bool) -> bool:
    """Whether a date is that at which something else began or happened, or by which something is to be."""
    if draft.kind == "funding" and _AFTER_EVENT.search(context.text, max(begin, at - 2 * _REACH), at):
        return True
    other = _NOT_WHEN.search(context.text, max(begin, at - _REACH), at)
    if other is None or (not done and _BY.match(other[0])):
        return False
    return draft.kind == "funding" or not other[0].startswith("since")


def _beside(context: Context, draft: Draft, when: When) -> bool:
    """Whether the date of a takeover is that of a clause on something else ("Foo, which listed in May, buys")."""
    dates = [d for d, _ in dated(context, draft, when)]
    asides = [_ASIDE.search(context.text, draft.start, d.start) for d in dates]
    return bool(dates) and all(aside is not None and not _BUYS.search(aside[0]) for aside in asides)


def _of_sale(context: Context, draft: Draft, when: When) -> Draft:
    """A founding without the date at which the house was bought, and without the buyer as who set it up."""
    text, parent = context.text, draft.slots.get("parent")
    dates = [d for d, _ in dated(context, draft, when)]
    if dates and all(_SOLD.search(text, max(draft.start, d.start - _REACH), d.start) for d in dates):
        draft = without(draft, date=None)
    buyers = [
        m.cluster.name for s in sentences(context, draft) for m in s.mentions if _SOLD_TO.search(text, s.start, m.start)
    ]
    return without(draft, parent=None) if parent in buyers else draft


def _sums(context: Context, draft: Draft) -> Draft | None:
    """A round without the price of a share, the capital in the register, or a sum that only the reader took for it."""
    if draft.kind == "ipo" and isinstance(raised := draft.slots.get("amount"), Money) and raised.value < _LEAST:
        return without(draft, amount=None)
    if draft.kind != "funding":
        return draft
    if (
        draft.score <= READ
        and not draft.slots.keys() & {"amount", "round"}
        and not PUT_IN.search(words(context, draft))
    ):
        return None
    amount, value = draft.slots.get("amount"), draft.slots.get("valuation")
    if isinstance(value, Money) and _is_of_both(context, draft, value):
        draft, value = without(draft, valuation=None), None
    if not isinstance(amount, Money):
        return draft
    vague = _VAGUE.search(words(context, draft)) is not None and not list(sums(context, draft, amount.value))
    if vague or amount.value < _LEAST or _is_other(context, draft, amount):
        draft = without(draft, amount=None)
    elif isinstance(value, Money) and value.value == amount.value:
        draft = without(draft, **{"amount" if _is_role(context, draft, amount, "value") else "valuation": None})
    elif draft.score <= READ and value is None and _at_a_worth(context, draft, amount):
        draft = without(draft, amount=None, valuation=amount)
    told = any(slot in draft.slots for slot in ("amount", "round", "investors", "valuation"))
    return draft if told else None


def _is_of_both(context: Context, draft: Draft, value: Money) -> bool:
    """Whether what is told as a worth is what several rounds or an order come to ("together worth $60 million")."""
    places = list(sums(context, draft, value.value))
    return bool(places) and all(
        _COME_TO.search(context.text, sentence.start, money.start) for money, sentence in places
    )


def _is_other(context: Context, draft: Draft, amount: Money) -> bool:
    """Whether a sum is the price of a share or the capital that a register names, wherever its sentences name it.

    So is a sum of all rounds, where no rule saw that it is one of them.
    """
    read = draft.score <= READ
    text, places = context.text, list(sums(context, draft, amount.value))
    return bool(places) and all(
        _A_SHARE.match(text, money.end)
        or (read and _is_role(context, draft, amount, "total"))
        or _GIVEN.match(text, money.end)
        or _IN_STOCK.search(text, sentence.start, money.start)
        or (read and _IN_ALL.search(text, sentence.start, money.start))
        or (read and _IN_ALL_BEHIND.match(text, money.end, sentence.end))
        for money, sentence in places
    )


def _at_a_worth(context: Context, draft: Draft, amount: Money) -> bool:
    """Whether a sum is that at which shares change hands, and no other is told ("lets staff sell at $2 billion")."""
    places = list(sums(context, draft, amount.value))
    return bool(places) and all(
        _AT.search(context.text, max(sentence.start, money.start - _REACH), money.start)
        and not _A_SHARE.match(context.text, money.end)
        for money, sentence in places
    )


def _is_role(context: Context, draft: Draft, amount: Money, wanted: str) -> bool:
    """Whether its sentences give a sum as what a company is worth ("value") or raised in all ("total")."""
    return any(
        role(segment, number) == wanted
        for segment in _segments(context, draft)
        for number, mention in enumerate(segment.money)
        if mention.money.value == amount.value
    )


def _one_company(context: Context, draft: Draft) -> Draft | None:
    """None of what a whole trade raised, and of control that was bought."""
    if draft.kind != "funding":
        return draft
    text = words(context, draft)
    bare = not draft.slots.keys() & {"round", "investors"}
    bought = "round" not in draft.slots and _CONTROL.search(text)
    spent = bare and bool(_NOT_RAISED.search(text) or _SPENT.search(text))
    spent = spent or ("round" not in draft.slots and not PUT_IN.search(text) and _bids_or_buys(draft, text))
    behind = [m.end for m, _ in _amounts(context, draft)]
    spent = spent or any(_INTO.match(context.text, end) or _SUBSIDY.match(context.text, end) for end in behind)
    spent = spent or ("round" not in draft.slots and any(_LISTED.match(context.text, end) for end in behind))
    spent = spent or (bare and _OFFERED.search(text) is not None)
    return None if bought or spent or OF_MANY.search(text) else draft


def _bids_or_buys(draft: Draft, text: str) -> bool:
    """Whether a sentence tells the sum of a bid for the whole company, or only who its customers are."""
    return (_BID if "amount" in draft.slots else _CUSTOMERS).search(text) is not None


def _amounts(context: Context, draft: Draft) -> Iterator[tuple[MoneyMention, Sentence]]:
    """Where the sum of a draft stands in its sentences."""
    amount = draft.slots.get("amount")
    return sums(context, draft, amount.value) if isinstance(amount, Money) else iter(())


def _state(context: Context, draft: Draft) -> Draft:
    """Talks and what others say is to come are a rumour; a round of long ago is done, and a listing that was."""
    state, when = draft.slots.get("status"), draft.slots.get("date")
    if draft.kind == "acquisition" and state in {"completed", "announced", None} and _failed(context, draft):
        return without(draft, status="denied")
    if draft.kind not in _DEALS or state not in {"completed", "announced"}:
        return draft
    text, published = words(context, draft), context.published
    if draft.kind == "acquisition" and state == "completed" and _CLEARED.search(text):
        return without(draft, status="announced")
    if draft.kind == "funding" and state == "announced" and _was_before(context, draft):
        return without(draft, status="completed")
    if draft.kind == "funding" and _TALKS.search(text):
        return without(draft, status="rumored")
    ago = published.start - when.end if isinstance(when, When) and published is not None else None
    if draft.kind == "funding" and ago is not None and ago > _LONG:
        return without(draft, status="completed")
    if state == "announced" and HEARSAY.search(text) and not _ANSWERED.search(text):
        told_on = isinstance(when, When) and when.precision == "day" and ago is not None and ago >= _NONE
        return without(draft, status="rumored", **({"date": None} if told_on else {}))
    if state == "announced" and draft.kind == "ipo" and _is_listed(context, draft, ago):
        return without(draft, status="completed")
    return draft


def _failed(context: Context, draft: Draft) -> bool:
    """Whether the sentence that names what was to be bought says that nothing came of it."""
    return any(
        met.start() + sentence.start <= mention.end and mention.start <= met.end() + sentence.start
        for sentence in sentences(context, draft)
        for met in _FAILED.finditer(sentence.text)
        for mention in sentence.mentions
        if mention.cluster.name == draft.slots.get("target")
    )


def _was_before(context: Context, draft: Draft) -> bool:
    """Whether right behind the sum of a round it is said that it was some time ago."""
    found = [_AGO.match(context.text, money.end) for money, _ in _amounts(context, draft)]
    return bool(found) and all(found)


def _is_listed(context: Context, draft: Draft, ago: timedelta | None) -> bool:
    """Whether shares are traded already: no word of what is to come, and a day behind it or words of what was."""
    when, published = draft.slots.get("date"), context.published
    ahead = isinstance(when, When) and published is not None and when.start > published.end
    if ahead or TO_COME.search(words(context, draft)):
        return False
    return (ago is not None and ago > _NONE) or any(is_done(s.text) for s in _segments(context, draft))


def _segments(context: Context, draft: Draft) -> Iterator[Segment]:
    return (segment for sentence in sentences(context, draft) for segment in segments_of(context, sentence))


def _exchange(context: Context, draft: Draft) -> Draft:
    """A listing with the exchange that its sentence names, where it names one at all."""
    if draft.kind != "ipo" or "exchange" in draft.slots:
        return draft
    found = (exchange_in(segment, told=False) for segment in _segments(context, draft))
    return without(draft, exchange=next((exchange for exchange in found if exchange), None))


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (
    _one_company, of_item, backers, _dated, _sums, _state, _exchange,
)  # fmt: skip
