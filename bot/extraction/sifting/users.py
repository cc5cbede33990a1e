"""Who makes robots and who uses them: no rival of the maker, no supplier, no item of a list that speaks of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.outsiders import is_aside, is_item
from bot.extraction.sifting.spans import naming, sentences, without

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_NO_CUSTOMER: Final = re.compile(
    r"[A-Z]{0,3}[$€£¥₹]?\d[\d,.]*[A-Za-z]{0,2}|YoY|QoQ|(?:BUSINESS|GLOBE|PR|Media OutReach)? ?(?:WIRE|NEWSWIRE|"
    r"Newswire)|"
    r"Diwali|Christmas|Easter|Ramadan|Lunar New Year|Black Friday",
)
"""A number, a news wire or a holiday."""
_ORDER_FROM: Final = re.compile(
    r"\b(?:received|won|bagged|secured|landed|got|booked|signed|has)\b[^.;]{0,50}\b(?:orders?|"
    r"contracts?)\b[^.;]{0,60}\bfrom (?:the )?(?:[\w'’.-]+ ){0,3}?\Z"
)
"""Before who orders parts from another."""
_NAMED: Final = frozenset({"launch", "deployment"})


def _used(context: Context, draft: Draft) -> Draft | None:
    """Robots at work with those who make and use them, in the sentence's own words."""
    if draft.kind not in _NAMED:
        return draft
    if _of_other_item(context, draft):
        return None
    maker = draft.slots.get("maker")
    if isinstance(maker, str) and (places := naming(context, draft, maker)):
        if all(is_aside(context.text, m.start, m.end) for m in places):
            draft = without(draft, maker=None)
        elif draft.kind == "deployment" and all(
            _ORDER_FROM.search(context.text, max(draft.start, m.start - 160), m.start) for m in places
        ):
            return None
    customers = draft.slots.get("customer")
    if isinstance(customers, tuple):
        left = tuple(c for c in customers if isinstance(c, str) and _may_use(context, draft, c))
        if len(left) < len(customers):
            draft = without(draft, customer=left)
            if not left and not draft.slots.keys() & {"use", "date"}:
                return None
    return draft


def _may_use(context: Context, draft: Draft, name: str) -> bool:
    """Whether a customer is a house, and named for itself."""
    places = naming(context, draft, name)
    aside = bool(places) and all(is_aside(context.text, m.start, m.end) for m in places)
    return not aside and not _NO_CUSTOMER.fullmatch(name)


def _of_other_item(context: Context, draft: Draft) -> bool:
    """Whether an item of a list, where its sentence stands, speaks neither of the product nor of its maker."""
    own = next(sentences(context, draft), None)
    if own is None or not is_item(context, own):
        return False
    names = {draft.slots.get("product"), draft.slots.get("maker")} - {None}
    item = [s for s in context.sentences if s.paragraph == own.paragraph]
    text = " ".join(s.text for s in item)
    return bool(names) and not any(
        str(name) in text or any(m.cluster.name == name for s in item for m in s.mentions) for name in names
    )


def of_makers(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, no launch with a maker that is told to use the product."""
    users = {
        (d.slots.get("product"), customer)
        for d in drafts
        if d.kind == "deployment" and d.slots.get("maker") not in d.slots.get("customer", ())  # type: ignore[operator]
        for customer in d.slots.get("customer", ())  # type: ignore[union-attr]
    }
    return [
        without(d, maker=None) if d.kind == "launch" and (d.slots.get("product"), d.slots.get("maker")) in users else d
        for d in drafts
    ]


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_used,)
