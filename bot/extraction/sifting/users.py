"""Who makes robots and who uses them: no rival of the maker, no supplier, no item of a list that speaks of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.outsiders import is_aside, is_item
from bot.extraction.sifting.spans import naming, sentences, without, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context
    from bot.extraction.text.mentions import Mention

_NO_CUSTOMER: Final = re.compile(
    r"[A-Z]{0,3}[$€£¥₹]?\d[\d,.]*[A-Za-z]{0,2}|YoY|QoQ|(?:BUSINESS|GLOBE|PR|Media OutReach)? ?(?:WIRE|NEWSWIRE|"
    r"Newswire)|"
    r"Diwali|Christmas|Easter|Ramadan|Lunar New Year|Black Friday|"
    r"Celsius|Fahrenheit|Kelvin|(?:Co|Inc|Corp|Ltd|LLC|GmbH|AG)\b\.?,? ?(?:Ltd\.?)?",
)
"""A number, a news wire, a holiday, a degree or the end of a house's name."""
_ASIDE: Final = re.compile(
    r"[a-z] \((?:[^()]{1,40}, )?\Z(?<!customer \()(?<!client \()(?<!maker \()(?<!company \()(?<!firm \()(?<!group \()"
    r"(?<!retailer \()(?<!giant \()(?<!operator \()(?<!site \()(?<!plant \()(?<!sites \()(?<!customers \()"
)
"""Before a short form of what was just said, or who makes another machine ("sewers (OWS)")."""
_ORDER_FROM: Final = re.compile(
    r"\b(?:received|won|bagged|secured|landed|got|booked|signed|has)\b[^.;]{0,50}\b(?:orders?|"
    r"contracts?)\b[^.;]{0,60}\bfrom (?:the )?(?:[\w'’.-]+ ){0,3}?\Z"
)
"""Before who orders parts from another."""
_ONCE_AT: Final = re.compile(
    r"\b(?:former|ex-?|one-time|previously|worked as) ?(?:an? )?(?:[a-z-]+ ){1,4}(?:at|of|with|from|for) (?:the )?"
    r"(?:[a-z-]+ ){0,4}\Z"
)
_ROBOTS_OF: Final = re.compile(
    r"(?P<inside>\b(?:in|into|on|inside|within) (?:the |its |all )?(?:[a-z-]+ ){0,2})?"
    r"\b(?:robots?|humanoids?|quadrupeds?|cobots?|drones?|robot dogs?) (?:of|from|by|made by|built by) (?:the |"
    r"its |an? )?"
    r"(?:[a-z-]+ ){0,3}\Z"
)
"""Before who makes the robots that are at work, not those into which something is built."""
_SOLD_TO: Final = re.compile(r"\bsold (?:(?:its|the|their|off) [^.;]{0,40}?)?to (?:the )?\Z")
_FOR_SUM: Final = re.compile(r" for (?:about |some |around )?(?:US|HK|C|A)?[$€£¥]|(?: in (?:19|20)\d\d)?\)")
"""Around who bought a business."""
_IN: Final = re.compile(
    r"\b(?:in|near|outside) (?:[A-Z][\w-]+(?:, [A-Z][\w-]+)*,? and )?\Z|"
    r"\b(?:cent(?:er|re)s|sites|cities|towns|regions|states) (?:nationwide|there)?,? including "
    r"(?:[A-Z][\w-]+(?:, [A-Z][\w-]+)*,? and )?\Z"
)
_ENDS: Final = re.compile(r"[,.;:)]| (?:and|since|from|by) |\Z")
"""Around a place, unlike "in Foo's shops"."""
_FAR: Final = 100
"""Before the house where a person was once."""
_NAMED: Final = frozenset({"launch", "deployment"})


def _used(context: Context, draft: Draft) -> Draft | None:
    """Robots at work with those who make and use them, in the sentence's own words."""
    if draft.kind not in _NAMED:
        return draft
    if _of_other_item(context, draft):
        return None
    maker = draft.slots.get("maker")
    if isinstance(maker, str) and (places := naming(context, draft, maker)):
        if all(is_aside(context.text, m.start, m.end) or _was_employer(context, draft, m) for m in places):
            draft = without(draft, maker=None)
        elif draft.kind == "deployment" and all(
            _ORDER_FROM.search(context.text, max(draft.start, m.start - 160), m.start) for m in places
        ):
            return None
    customers = draft.slots.get("customer")
    if isinstance(customers, tuple):
        left = tuple(c for c in customers if isinstance(c, str) and _may_use(context, draft, c))
        if len(left) < len(customers):
            others = [c for c in customers if isinstance(c, str) and _makes(context, draft, c)]
            maker = draft.slots.get("maker")
            if len(others) == 1 and not left and isinstance(maker, str) and maker != others[0]:
                return without(draft, maker=others[0], customer=(maker,))
            sold = any(_is_sold(context, draft, m) for c in customers for m in naming(context, draft, str(c)))
            draft = without(draft, customer=left)
            if not left and (
                sold
                or all(_NO_CUSTOMER.fullmatch(str(c)) for c in customers)
                or not draft.slots.keys() & {"use", "date"}
            ):
                return None
    return draft


def _was_employer(context: Context, draft: Draft, mention: Mention) -> bool:
    """Whether a house is named only as where somebody once worked ("a former engineer at machine builder Foo")."""
    return _ONCE_AT.search(context.text, max(draft.start, mention.start - _FAR), mention.start) is not None


def _may_use(context: Context, draft: Draft, name: str) -> bool:
    """Whether a customer is a house, and named for itself, not as whose robots another uses."""
    places = naming(context, draft, name)
    aside = bool(places) and all(is_aside(context.text, m.start, m.end) for m in places)
    sold = bool(places) and all(_is_sold(context, draft, m) for m in places)
    placed = bool(places) and all(
        _IN.search(context.text, max(0, m.start - _FAR), m.start) and _ENDS.match(context.text, m.end) for m in places
    )
    short = bool(places) and all(_ASIDE.search(context.text, max(0, m.start - _FAR), m.start) for m in places)
    return (
        not short
        and not aside
        and not sold
        and not placed
        and not _makes(context, draft, name)
        and not _NO_CUSTOMER.fullmatch(name)
    )


def _is_sold(context: Context, draft: Draft, mention: Mention) -> bool:
    """Whether a name is that of who bought a business ("sold its arms to Foo for $58 million")."""
    return (
        _SOLD_TO.search(context.text, max(draft.start, mention.start - _FAR), mention.start) is not None
        and _FOR_SUM.match(context.text, mention.end) is not None
    )


def _makes(context: Context, draft: Draft, name: str) -> bool:
    """Whether a house is named only as whose robots are at work ("40 robots from Foo")."""
    places = naming(context, draft, name)
    told = (_ROBOTS_OF.search(context.text, max(draft.start, m.start - _FAR), m.start) for m in places)
    return bool(places) and all(of is not None and not of["inside"] for of in told)


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


def of_makers(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the maker of a product that those tell which name it: not who puts it to work, nor who makes
    other robots of which a sentence speaks."""
    own, clients, kept = _makers(context, drafts), _clients(drafts), []
    for draft in drafts:
        product, maker = draft.slots.get("product"), draft.slots.get("maker")
        other = own.get(product) if isinstance(product, str) else None
        if draft.kind not in _NAMED or maker is None or maker == other:
            kept.append(draft)
        elif draft.kind == "launch":
            kept.append(without(draft, maker=other) if _uses(clients, product, maker, other) else draft)
        elif other is not None and "customer" in draft.slots and _is_elses(context, draft):
            kept.append(without(draft, product=None))
        elif other is not None and _uses(clients, product, maker, other):
            kept += [without(draft, maker=other)] if "customer" in draft.slots else []
        else:
            kept.append(draft)
    return [d for d in kept if not _is_guessed(context, d, kept)]


def _is_elses(context: Context, draft: Draft) -> bool:
    """Whether robots at work are those of a maker that their sentence names, and the product it does not."""
    return not _prints(context, draft) and bool(naming(context, draft, str(draft.slots["maker"])))


def _is_guessed(context: Context, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether neither product nor maker of robots at work are named where another maker of those robots is."""
    maker, customers = draft.slots.get("maker"), draft.slots.get("customer", ())
    if draft.kind != "deployment" or maker is None or "product" not in draft.slots or _prints(context, draft):
        return False
    return not naming(context, draft, str(maker)) and any(
        d.kind == "deployment"
        and d.start == draft.start
        and d.slots.get("maker", maker) != maker
        and set(d.slots.get("customer", ())) & set(customers)  # type: ignore[arg-type]
        and naming(context, d, str(d.slots["maker"]))
        for d in drafts
    )


def _prints(context: Context, draft: Draft) -> bool:
    return bool(naming(context, draft, str(draft.slots["product"]))) or str(draft.slots["product"]) in words(
        context, draft
    )


_Client = tuple[object, object, object]
"""Who uses robots, of whom, and which ones."""


def _clients(drafts: Sequence[Draft]) -> set[_Client]:
    return {
        (customer, d.slots.get("maker"), d.slots.get("product"))
        for d in drafts
        if d.kind == "deployment" and d.slots.get("maker") not in d.slots.get("customer", ())  # type: ignore[operator]
        for customer in d.slots.get("customer", ())  # type: ignore[union-attr]
    }


def _uses(clients: set[_Client], product: object, name: object, maker: object) -> bool:
    """Whether somebody is told to use a product, or any robots of its maker."""
    return any(user == name and (what == product or (maker is not None and of == maker)) for user, of, what in clients)


def _makers(context: Context, drafts: Sequence[Draft]) -> dict[str, str]:
    """The makers of products, where those of their facts that name them agree but for who uses them."""
    clients = _clients(drafts)
    told: dict[str, set[str]] = {}
    for draft in drafts:
        product, maker = draft.slots.get("product"), draft.slots.get("maker")
        if draft.kind in _NAMED and isinstance(product, str) and isinstance(maker, str) and _prints(context, draft):
            told.setdefault(product, set()).add(maker)
    left = {
        product: [m for m in makers if not any(_uses(clients, product, m, other) for other in makers)]
        for product, makers in told.items()
    }
    return {product: makers[0] for product, makers in left.items() if len(makers) == 1}


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_used,)
