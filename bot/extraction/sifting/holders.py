"""Shares that change hands: who sells them raises nothing, and a share that somebody only holds is no takeover."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.backers import backed_by
from bot.extraction.sifting.spans import naming, sentences, sums, without, words
from bot.model.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.extraction.text.context import Context

_SHARES: Final = r"(?:stakes?|holdings?|interests?|shares?|shareholdings?)"
_SOLD: Final = re.compile(
    r"\b(?:s[eo]lls?|sold|selling|offload(?:s|ed|ing)?|divest(?:s|ed|ing)?|dispos(?:es|ed|ing) of|"
    r"unload(?:s|ed|ing)?|part(?:s|ed|ing)? with) "
    rf"(?:[\w.%-]+ ){{0,4}}?(?:(?:his|her|their) (?:[\w.%-]+ ){{0,3}}?{_SHARES}\b|"
    rf"its (?:[\w.%-]+ ){{0,3}}?(?:stakes?|holdings?|interests?)\b|{_SHARES} in (?!itself|himself)[A-Z])[^;.]*",
)
"""The sale of a share by who holds it ("sold its 9% stake in Foo to Bar for $45 million"), up to the clause's end."""
_OF_OWN: Final = re.compile(r"\b(?:new|newly issued|treasury|fresh) (?:shares|stock)\b")
_HOLDS: Final = re.compile(
    rf"(?:['’]s?|,? which (?:holds|owns|has|held|owned|had)|,? (?:holds|owns|has|held|owned|had)) "
    rf"(?:an? |the |some |about |its |nearly )*(?:[\w.%-]+ ){{0,2}}?"
    rf"(?:{_SHARES}|[\d.]+ ?(?:per ?cent|%|percent)) (?:in|of) "
)
"""Behind the name of who holds a share of another ("Foo's 22% stake in Bar")."""
_WHOLE: Final = re.compile(
    r"\b(?:majority|controlling|100 ?%|100 per ?cent|whole|control|takeover|acquisition|b(?:uy|ought)|acquir\w+|"
    r"(?:[6-9]\d|5[1-9])(?:\.\d+)? ?(?:%|per ?cent))"
)
_NEW_SHARES: Final = re.compile(
    r"\b(?:acquir\w+|b(?:uys?|ought|uying)|subscrib\w+(?: (?:to|for))?|purchas\w+|t(?:ook|akes?|aking)) "
    r"(?:[\w.%-]+ ){0,3}?(?:newly issued|new|newly allotted|preferred|convertible) (?:shares|stock|notes|bonds)\b"
)
_MINORITY: Final = re.compile(
    r"\b(?:acquir(?:es?|ed|ing)|b(?:uys?|ought|uying)|purchas(?:es?|ed|ing)|t(?:ook|akes?|aken|aking)|"
    r"s[eo]lls?|sold|selling) (?:up )?(?:an? |the |another |about |some |nearly |his |her |their |its )*"
    r"[1-4]?\d(?:\.\d+)? ?(?:%|per ?cent\b|percent\b)(?! more)"
)
_MORE: Final = re.compile(r"\b(?:control\w*|majority|remaining|rest of|full ownership|already (?:held|owned|owns))\b")
_ON_SALE: Final = re.compile(
    r"\b(?:for sale|up for grabs|to be sold|on the block|put up)\b[^.;$€£¥]{0,60}\Z", re.IGNORECASE
)
"""Before what an owner asks for a house, which whoever bought it before did not pay."""
_PRICE: Final = re.compile(
    r"\b(?:(?:be|being|been|was|were) (?:re)?sold|b(?:uys?|ought|uying) (?:out|back)|repurchas\w+)\b"
    r"[^.;$€£¥]{0,80} (?:for|at) (?:about |around |over |more than |nearly |some |up to )*\Z"
)
_TO_LIFT: Final = re.compile(
    r"(?: \([^()]{1,40}\))? to (?:take|raise|lift|increase|bring|up|double) (?:its|their) "
    r"(?:stake|holding|share|interest)\b"
)
"""Around what a whole house or a share that is bought back, or bought from its holders, costs."""
_BOUGHT_BY: Final = re.compile(r"\b(?:bought|acquired|taken over|snapped up|swallowed) by \Z")
_ARE_HELD: Final = re.compile(r"\b(?:h[eo]lds?|own(?:s|ed)) [^.;]{0,40}?\d[\d.]* ?(?:%|per ?cent)")
_PUT_IN: Final = re.compile(
    r"\b(?:invest(?!ors?\b)|rais|round|financ|fund|back|b(?:uy|ought)|acqui|put|led\b|leads|inject|subscri|took|take|paid)"
)
"""Holdings, and what makes a round of them."""
_NEAR: Final = 40


def _sales(context: Context, draft: Draft) -> Iterator[tuple[int, int]]:
    """Where its sentences tell that somebody sells a share that he holds."""
    for sentence in sentences(context, draft):
        for met in _SOLD.finditer(sentence.text):
            yield sentence.start + met.start(), sentence.start + met.end()


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _seller(context: Context, sale: int) -> str:
    """Who is named last before a sale in its sentence, empty for nobody."""
    sentence = context.sentence_at(sale)
    before = [m for m in sentence.mentions if m.end <= sale and m.kind == "org"] if sentence else []
    return max(before, key=lambda m: m.end).cluster.name if before else ""


def _changed_hands(context: Context, draft: Draft) -> Draft | None:
    """No round of what a house or a share that was held cost; none with who bought that share or sold it."""
    amount = draft.slots.get("amount")
    if draft.kind != "funding" or not isinstance(amount, Money) or _OF_OWN.search(words(context, draft)):
        return draft
    found = [(m.start, s.start) for m, s in sums(context, draft, amount.value)]
    ends = [m.end for m, _ in sums(context, draft, amount.value)]
    if (
        found
        and "round" not in draft.slots
        and (
            all(_PRICE.search(context.text, s, at) for at, s in found)
            or all(_TO_LIFT.match(context.text, e) for e in ends)
        )
    ):
        return None
    sales, places = list(_sales(context, draft)), [at for at, _ in found]
    if not sales:
        return draft
    if places and all(_within(at, sales) for at in places):
        return None
    sellers = {_seller(context, a) for a, _ in sales if not any(at < a for at in places)}
    left = tuple(
        b
        for b in backed_by(draft)
        if b.name not in sellers
        and not ((named := naming(context, draft, b.name)) and all(_within(m.start, sales) for m in named))
    )
    return draft if len(left) == len(backed_by(draft)) else without(draft, investors=left)


def _only_holds(context: Context, draft: Draft) -> Draft | None:
    """No takeover by who holds a share, takes new shares or fewer than half of them; no round of who holds how much."""
    text = words(context, draft)
    if draft.kind == "funding" and not draft.slots.keys() & {"amount", "round", "valuation"}:
        return None if _ARE_HELD.search(text) and not _PUT_IN.search(text) else draft
    if draft.kind != "acquisition":
        return draft
    places = naming(context, draft, str(draft.slots["buyer"]))
    if places and all(_HOLDS.match(context.text, m.end) for m in places) and not _WHOLE.search(text):
        return None
    if _NEW_SHARES.search(text) and not _WHOLE.search(_NEW_SHARES.sub("", text)):
        return None
    return None if _MINORITY.search(text) and not _MORE.search(text) else draft


def _asked(context: Context, draft: Draft) -> Draft:
    """A takeover without what the house is to fetch when it is sold again; who bought it then bought it."""
    amount = draft.slots.get("amount")
    if draft.kind != "acquisition" or not isinstance(amount, Money):
        return draft
    places = [_ON_SALE.search(context.text, s.start, m.start) for m, s in sums(context, draft, amount.value)]
    bought = [
        _BOUGHT_BY.search(context.text, max(draft.start, m.start - _NEAR), m.start)
        for m in naming(context, draft, str(draft.slots["buyer"]))
    ]
    if not places or not all(places) or not any(bought):
        return draft
    return without(draft, amount=None, status="completed")


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_changed_hands, _only_holds, _asked)
