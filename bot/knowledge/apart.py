"""What makes two statements on one thing no two sides of a disagreement."""

from __future__ import annotations

from bot.grammar.paces import is_for_use
from bot.grammar.portions import portion
from bot.knowledge.told import Told
from bot.knowledge.values import agree, same_sum
from bot.model.money import Money
from bot.model.rounds import round_key
from bot.model.when import When

_NAMES = "pro mini max lite air plus standard basic ultra edu se base classic"
_VARIANTS = frozenset(f"product-{name}" for name in _NAMES.split())
"""Names that every maker gives to some product."""
_TWICE = 2
"""One time that is so much longer than another is not the same time told less exactly, where figures are counted."""


def round_after(a: Told, b: Told) -> bool:
    """Two rounds of which one goes on from the other: a Series B and a Series B+ may be equal in sum and backers."""
    one, other = (round_key(str(told.slots.get("round", ""))) for told in (a, b))
    return bool(one and other) and one != other and (one.startswith(other) or other.startswith(one))


def other_part(a: Told, b: Told) -> bool:
    """Two takeovers of one house by one buyer: of the majority, and later of what was left."""
    one, other = a.slots.get("amount"), b.slots.get("amount")
    if isinstance(one, Money) and isinstance(other, Money) and same_sum(one, other):
        return False
    return {portion(told.statement.quote.text) for told in (a, b)} == {"old", "new"}


def other_product(a: Told, b: Told) -> bool:
    """What two articles call "the Pro"."""
    return a.article != b.article and a.slots.get("product") in _VARIANTS


def other_terms(a: Told, b: Told) -> bool:
    """Two prices: of two products, for keeps and for rent, or asked in two countries."""
    if other_product(a, b):
        return True
    one, other = a.slots.get("amount"), b.slots.get("amount")
    if not (isinstance(one, Money) and isinstance(other, Money)) or same_sum(one, other):
        return False
    hired = {is_for_use(a.statement.quote.text, one), is_for_use(b.statement.quote.text, other)}
    return one.currency != other.currency or hired == {True, False}


def other_figure(a: Told, b: Told) -> bool:
    """Two figures that differ: of a group and its unit, of a country, or of a quarter and its year."""
    one, other = a.slots.get("value"), b.slots.get("value")
    if one is None or other is None or agree("value", one, other, {}):
        return False
    subject = str(a.slots.get("subject"))
    return subject != str(b.slots.get("subject")) or subject.startswith("place-") or _other_span(a, b)


def _other_span(a: Told, b: Told) -> bool:
    one, other = a.slots.get("date"), b.slots.get("date")
    if not (isinstance(one, When) and isinstance(other, When)):
        return False
    lengths = sorted((when.end - when.start).days + 1 for when in (one, other))
    return lengths[1] > _TWICE * lengths[0]
