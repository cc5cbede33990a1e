"""Who does what with whom: nobody is his own customer, maker or employer, and no place holds a post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import without

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.extraction.text.context import Context

_OF_STATE = re.compile(
    r"(?:(?:lord|deputy) )?(?:mayor|judge|magistrate|minister|governor|senator|ambassador)", re.IGNORECASE
)
_STATE = re.compile(r"\b(?:city|town|ministry|government|court|state|department|province|region|bank)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d")


def _customer(context: Context, draft: Draft) -> Draft | None:
    """Without the maker among the customers; None where nothing else says that its robots are put to work."""
    maker, customers = draft.slots.get("maker"), draft.slots.get("customer")
    if draft.kind != "deployment" or not isinstance(customers, tuple) or maker not in customers:
        return draft
    left = tuple(customer for customer in customers if customer != maker)
    return without(draft, customer=left) if left or "product" in draft.slots else None  # type: ignore[arg-type]


def _maker(context: Context, draft: Draft) -> Draft:
    """A product is not its own maker; of robots at work that may be a firm called like its product, not "G1"."""
    maker = draft.slots.get("maker")
    if maker is None or maker != draft.slots.get("product"):
        return draft
    own = draft.kind == "launch" or (draft.kind == "deployment" and _NUMBERED.search(str(maker)))
    return without(draft, maker=None) if own else draft


def _holder(context: Context, draft: Draft) -> Draft | None:
    """Only a person holds a post, not at itself nor at a place; who holds an office of state holds it at no company."""
    if draft.kind != "role":
        return draft
    person, house = str(draft.slots["person"]), str(draft.slots["organization"])
    kinds = {cluster.name: cluster.kind for cluster in context.clusters}
    placed = kinds.get(person) == "place" or kinds.get(house) == "place" or context.registry.is_place(house)
    office = _OF_STATE.fullmatch(str(draft.slots.get("title", ""))) and not _STATE.search(house)
    return None if placed or office or person == house else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_customer, _maker, _holder)
