"""The rounds of one company beside one another: whose name is whose, and which sum is that of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backed_by, led, of_own_part
from bot.extraction.sifting.spans import READ, naming, sentences, speaks_of, sums, without, words
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.model.statement import name_of
from bot.model.when import When

if TYPE_CHECKING:
    from bot.extraction.text.context import Context

_ONCE = re.compile(r"(?:series|seed|angel|pre)\b", re.IGNORECASE)
"""Names of rounds of which a company has one; of grants and loans it has several."""
PUT_IN = re.compile(
    r"\b(?:rais|invest(?!ment bank)|fund|financ|round|stake|back|seed|share|inject|len[dt]|loan|grant|bought in|block|"
    r"belong|per ?cent)|%",
    re.IGNORECASE,
)
_OF_PRICE = re.compile(r"\b(?:earn-?outs?|contingent|deferred|milestones?|of cash|in cash)\b", re.IGNORECASE)
"""Of which a price consists."""
_EACH = re.compile(r"\b(?:each|apiece|respectively|both)\b")
_IN_KIND = re.compile(r" (?:in|of|as) (?:[a-z-]+ )?(?:equity|debt|loans?|grants?|shares|notes|cash|convertibles?)\b")
"""Behind a sum that is one part of a round."""
_CORNERSTONE = re.compile(r"\bcornerstone\b", re.IGNORECASE)
"""Investors who buy shares of a listing before others may."""
_IN_A = re.compile(r",? (?:in|for|through|via|as part of) (?:an? |its |the )?(?:[\w-]+ )?")
"""Between a sum and the round that brought it ("$3m in a seed round and $9m")."""
_ALIKE: Final = 0.05
_SUM: Final = 0.02
_SURE: Final = 0.9
"""How sure a rule is at least whose word stands against a reading of the same sum."""
_MOST: Final = 20
"""Sums and rounds of a sentence that are looked at; where there are more, it is a table."""
_OTHER_BETWEEN: Final = 100
"""How much farther a round's name is from a sum, in letters, for each sum between them."""


def _amount(draft: Draft) -> Money | None:
    amount = draft.slots.get("amount")
    return amount if draft.kind == "funding" and isinstance(amount, Money) else None


def _others(draft: Draft, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Money, Money]]:
    """The other rounds of its company with a sum in the same currency, each with its own sum and theirs."""
    mine = _amount(draft)
    for other in drafts if mine is not None else []:
        its = _amount(other)
        same = other is not draft and its is not None and other.slots["company"] == draft.slots["company"]
        if same and its.currency == mine.currency:  # type: ignore[union-attr]
            yield other, mine, its  # type: ignore[misc]


def _alike(one: Money, other: Money) -> bool:
    return abs(one.value - other.value) <= _ALIKE * one.value


def _key(draft: Draft) -> str:
    name = str(draft.slots.get("round", ""))
    return round_key(name) if _ONCE.match(name) else ""


def _distance(context: Context, draft: Draft, key: str) -> float:
    """Letters from the sum of a round to the nearest name of it, infinite where it is not named beside it."""
    amount = _amount(draft)
    found = [
        max(r.start - m.end, m.start - r.end)
        + _OTHER_BETWEEN
        * sum(
            min(r.end, m.end) <= o.start < max(r.start, m.start)
            or _IN_A.fullmatch(context.text, o.end, r.start) is not None
            for o in s.money
            if o is not m
        )
        for m, s in (sums(context, draft, amount.value) if amount is not None else [])
        if len(s.money) <= _MOST and len(s.rounds) <= _MOST
        for r in s.rounds
        if round_key(r.round) == key
    ]
    return min(found, default=float("inf"))


def _beside(draft: Draft, drafts: Sequence[Draft]) -> list[float]:
    """The sums of the other rounds of its company in its sentence, in the currency of its own."""
    return sorted({its.value for o, _, its in _others(draft, drafts) if o.start < draft.end and draft.start < o.end})


def _is_total(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sum is that of two or more others of its sentence ("$24M: a $9M seed and a $15M Series A")."""
    amount, values = _amount(draft), _beside(draft, drafts)[:_MOST]
    whole = amount.value if amount is not None else 0.0
    rows = (row for n in (2, 3) for row in combinations(values, n))
    return any(abs(sum(row) - whole) <= _SUM * whole for row in rows)


def _is_part(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sum is what a round of its sentence consists of in part ("a $31M round: $22M in equity")."""
    amount = _amount(draft)
    if amount is None or _key(draft):
        return False
    wholes = [
        o for o, mine, its in _others(draft, drafts) if its.value > mine.value and _key(o) and _is_total(o, drafts)
    ]
    kinds = (_IN_KIND.match(context.text, money.end) for money, _ in sums(context, draft, amount.value))
    return any(o.start < draft.end and draft.start < o.end for o in wholes) and any(kinds)


def _is_anothers(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the one sum of a sentence is told, more likely, of another company, and this one is not named there."""
    amount = _amount(draft)
    if amount is None or _EACH.search(words(context, draft)) or len(list(sums(context, draft, amount.value))) != 1:
        return False
    company = draft.slots["company"]
    named = {
        m.cluster.name for s in sentences(context, draft) for m in s.mentions if m.kind == "org" and not m.anaphoric
    }
    return any(
        _amount(other) == amount
        and other.start < draft.end
        and draft.start < other.end
        and other.slots["company"] != company
        and (company not in named or company in {b.name for b in backed_by(other)})
        for other in takewhile(lambda one: one is not draft, drafts)
        if other.score > READ or draft.score < _SURE
    ) or (
        draft.score <= READ
        and any(
            _amount(other) == amount
            and other.score >= _SURE
            and other.start < draft.end
            and draft.start < other.end
            and (
                other.slots["company"] in {b.name for b in backed_by(draft)}
                or _stands_between(context, draft, str(other.slots["company"]), amount)
            )
            for other in drafts
        )
    )


def _stands_between(context: Context, draft: Draft, other: str, amount: Money) -> bool:
    """Whether another company is named between the one of a round and its sum."""
    own, its = (naming(context, draft, name) for name in (str(draft.slots["company"]), other))
    at = min((m.start for m, _ in sums(context, draft, amount.value)), default=0)
    return bool(own and its) and max(m.start for m in own) < min(m.start for m in its) < at


def _is_retold(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a bare sum, told of who is not named beside it, is that of a round that others are named with."""
    amount = _amount(draft)
    if amount is None or "round" in draft.slots or _named_in(context, draft):
        return False
    return any(
        _amount(other) == amount and other.slots["company"] != draft.slots["company"] and _named_in(context, other)
        for other in drafts
        if other.end <= draft.start or draft.end <= other.start
    )


def _named_in(context: Context, draft: Draft) -> bool:
    """Whether its sentences name the company that raised."""
    return any(
        m.cluster.name == draft.slots["company"] and not m.anaphoric
        for s in sentences(context, draft)
        for m in s.mentions
    )


def _without_buyers(context: Context, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A round with sum and worth without who bought the company, where only other sentences name him."""
    backers = backed_by(draft)
    if _amount(draft) is None or "valuation" not in draft.slots or not backers:
        return draft
    company = draft.slots["company"]
    buyers = {str(d.slots["buyer"]) for d in drafts if d.kind == "acquisition" and d.slots["target"] == company}
    outside = {name for name in buyers if not any(speaks_of(s, name) for s in sentences(context, draft))}
    return without(draft, investors=tuple(b for b in backers if b.name not in outside)) if outside else draft


def _is_misread(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether only the reader gives a sum the name of a round, and a rule another one that stands nearer to it."""
    key = _key(draft)
    return (
        bool(key)
        and draft.score <= READ
        and any(
            other.score >= _SURE
            and its == mine
            and _key(other) not in ("", key)
            and _distance(context, other, _key(other)) < _distance(context, draft, key)
            for other, mine, its in _others(draft, drafts)
        )
    )


def _is_takeover(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what is told as a round is the price of a takeover: by the buyer, without a word of money put in."""
    backers = {name_of(item) for item in draft.slots.get("investors", ())}  # type: ignore[union-attr]
    if draft.kind != "funding" or "round" in draft.slots:
        return False
    company, amount = draft.slots["company"], _amount(draft)
    bought = [d for d in drafts if d.kind == "acquisition" and d.slots["target"] == company]
    if not backers:
        return amount is not None and any(d.slots.get("amount") == amount for d in bought)
    beside = [d for d in bought if d.start < draft.end and draft.start < d.end]
    if beside and _OF_PRICE.search(words(context, draft)):
        return True
    if PUT_IN.search(words(context, draft)):
        return False
    if any(d.slots.get("amount") == amount is not None for d in bought):
        return True
    return backers <= {d.slots["buyer"] for d in drafts if d.kind == "acquisition" and d.slots["target"] == company}


def _is_listing(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a sum without a round's name is what a listing of the company brings in, or sells before."""
    amount = _amount(draft)
    if amount is None or "round" in draft.slots:
        return False
    listed = [d for d in drafts if d.kind == "ipo" and d.slots["company"] == draft.slots["company"]]
    return any(d.slots.get("amount") == amount for d in listed) or bool(
        listed and _CORNERSTONE.search(words(context, draft))
    )


def apart(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without totals and takeovers told as rounds; of sums with one round's name the nearest keeps it."""
    if sum(draft.kind == "funding" for draft in drafts) > 5 * _MOST:
        return list(drafts)
    drafts = [_without_buyers(context, draft, drafts) for draft in drafts]
    kept = [
        draft
        for draft in drafts
        if not _is_anothers(context, draft, drafts)
        and not (_is_total(draft, drafts) and (not _key(draft) or _is_lent(context, draft, drafts)))
        and not _is_takeover(context, draft, drafts)
        and not _is_retold(context, draft, drafts)
        and not _is_misread(context, draft, drafts)
        and not _is_listing(context, draft, drafts)
    ]
    named = [without(draft, round=None) if _is_lent(context, draft, kept) else draft for draft in kept]
    whole = [draft for draft in named if not _is_part(context, draft, named)]
    return led(context, of_own_part(context, whole))


def _is_lent(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether its name stands nearer to another sum that bears it, or another name nearer to its sum, told twice."""
    key = _key(draft)
    if not key:
        return False
    own = _distance(context, draft, key)
    for other, mine, its in _others(draft, drafts):
        its_key = _key(other)
        lent = bool(its_key) and (its_key != key if _alike(mine, its) else its_key == key)
        if lent and not _of_other_times(draft, other) and _distance(context, other, its_key) < own:
            return True
    return False


def _of_other_times(one: Draft, other: Draft) -> bool:
    """Whether two rounds with one sum are of two times."""
    first, second = one.slots.get("date"), other.slots.get("date")
    return (
        _key(one) != _key(other) and isinstance(first, When) and isinstance(second, When) and not first.overlaps(second)
    )
