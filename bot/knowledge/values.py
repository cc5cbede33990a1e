"""When two values of a slot agree, and which of two says more."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.grammar.rates import to_usd
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.model.statement import SlotValue, is_name, members
from bot.model.when import When
from bot.names.folding import tokens

_SAME_CURRENCY = 0.02
_CONVERTED = 0.06
_APPROXIMATE = 0.1
_PRECISION = {"day": 6, "month": 5, "quarter": 4, "half": 3, "year": 2, "span": 1, "decade": 0}
_STOP = frozenset(
    ["a", "an", "and", "are", "as", "at", "be", "by", "for", "in", "is", "its", "of", "on", "that", "the", "to", "with"]
)
_POSTS = {
    "chief executive officer": "ceo",
    "chief executive": "ceo",
    "chief technology officer": "cto",
    "chief technical officer": "cto",
    "chief operating officer": "coo",
    "chief financial officer": "cfo",
    "chief scientific officer": "cso",
    "vice president": "vp",
    "co founder": "founder",
    "cofounder": "founder",
    "co ceo": "ceo",
    "chairwoman": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "technical": "technology",
    "tech": "technology",
    "leader": "head",
    "lead": "head",
    "leads": "head",
    "director": "head",
    "former": "",
    "ex": "",
    "previously": "",
}
_POST = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _POSTS), key=len, reverse=True)) + r")\b")

Parents = Mapping[str, str]
"""Entity id → id of what it belongs to."""


def money_agrees(a: Money, b: Money) -> bool:
    """Ranges that overlap, widened by 2 % in one currency, by what rates are worth in two, by 10 % for "about"."""
    slack = _APPROXIMATE if a.approximate or b.approximate else 0.0
    if a.currency == b.currency:
        return _near(a.value, a.high, b.value, b.high, max(slack, _SAME_CURRENCY))
    one, other = _dollars(a), _dollars(b)
    if one is None or other is None:
        return False
    return _near(*one, *other, max(slack, _CONVERTED))


def same_sum(a: Money, b: Money, within: float = 0.05) -> bool:
    """Whether two figures may be told for one sum: equal or convertible within a share, or agreeing as told."""
    if money_agrees(a, b):
        return True
    one, other = _dollars(a), _dollars(b)
    return one is not None and other is not None and _near(*one, *other, within)


def text_likeness(a: str, b: str) -> float:
    """The share of the shorter text's words that stand in the longer one."""
    one, other = content_words(a), content_words(b)
    return len(one & other) / min(len(one), len(other)) if one and other else float(one == other)


def content_words(text: str) -> frozenset[str]:
    """The folded words of a text that say something: no articles, no prepositions."""
    return frozenset(t.form for t in tokens(text) if t.form not in _STOP)


def post_words(title: str) -> frozenset[str]:
    """The words of a post's title in one form: "Chief Executive" and "CEO" are the same post."""
    folded = " ".join(t.form for t in tokens(title))
    return frozenset(_POST.sub(lambda m: _POSTS[m[0]], folded).split()) - _STOP


def related(a: str, b: str, parents: Parents) -> bool:
    """Whether two entities are one, or one belongs to the other (at any remove)."""
    return a == b or a in ancestors(b, parents) or b in ancestors(a, parents)


def ancestors(entity: str, parents: Parents) -> tuple[str, ...]:
    """Whom an entity belongs to, the nearest first."""
    found: list[str] = []
    while (entity := parents.get(entity, "")) and entity not in found:
        found.append(entity)
    return tuple(found)


def shared(a: SlotValue | None, b: SlotValue | None, parents: Parents) -> int:
    """How many names of one list stand, themselves or through a parent, in the other."""
    return sum(any(related(x, y, parents) for y in members(b)) for x in members(a))


def agree(slot: str, a: SlotValue, b: SlotValue, parents: Parents) -> bool:
    """Whether two values of a slot may both be true of one event: the vaguer does not contradict the preciser."""
    if isinstance(a, Money) and isinstance(b, Money):
        return money_agrees(a, b)
    if isinstance(a, When) and isinstance(b, When):
        return a.overlaps(b)
    if is_name(slot):
        return shared(a, b, parents) > 0 or (slot == "exchange" and _one_place(a, b))
    if isinstance(a, str) and isinstance(b, str):
        return _TEXTS.get(slot, _wording)(a, b)
    if isinstance(a, bool) or isinstance(b, bool):
        return a == b
    if isinstance(a, int | float) and isinstance(b, int | float):
        return _near(float(a), None, float(b), None, _SAME_CURRENCY)
    return a == b


def specificity(slot: str, value: SlotValue, parents: Parents) -> float:
    """The greater, the more a value says."""
    if isinstance(value, When):
        return _PRECISION[value.precision] - 0.5 * value.approximate - 0.25 * bool(value.open)
    if isinstance(value, Money):
        return 1.0 - 0.5 * value.approximate - 0.25 * (value.high is not None)
    if isinstance(value, str):
        if slot == "title":
            return float(len(post_words(value)))
        return len(ancestors(value, parents)) + min(len(value), 120) / 1000
    return 0.0


def _one_place(a: SlotValue, b: SlotValue) -> bool:
    """Whether two exchanges go by names of which one holds the other: "Tokyo", "Tokyo Stock Exchange"."""
    one, other = (set(str(entity).split("-")[1:]) for entity in (a, b))
    return bool(one and other) and (one <= other or other <= one)


def _near(low: float, high: float | None, other_low: float, other_high: float | None, share: float) -> bool:
    top, other_top = max(low, high or low), max(other_low, other_high or other_low)
    slack = share * max(abs(low), abs(top), abs(other_low), abs(other_top))
    return low - slack <= other_top and other_low - slack <= top


def _dollars(money: Money) -> tuple[float, float | None] | None:
    low = to_usd(money)
    if low is None:
        return None
    return low, low * money.high / money.value if money.high is not None and money.value else None


def _wording(a: str, b: str) -> bool:
    return text_likeness(a, b) >= 0.5


def _posts(a: str, b: str) -> bool:
    one, other = post_words(a), post_words(b)
    return not one or not other or len(one & other) / min(len(one), len(other)) > 0.5


def _equal(a: str, b: str) -> bool:
    return a.casefold() == b.casefold()


_TEXTS: dict[str, Callable[[str, str], bool]] = {
    "round": lambda a, b: round_key(a) == round_key(b) or not round_key(a) or not round_key(b),
    "title": _posts,
    "measure": _equal,
    "status": _equal,
    "product_kind": _equal,
    "unit": lambda a, b: _equal(a, b) or _wording(a, b),
}
