"""Who does what with whom: nobody is his own customer, maker or employer, no place buys anything or holds a post."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import sentences, without

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.extraction.text.context import Context

_OF_STATE = re.compile(
    r"(?:(?:lord|deputy) )?(?:mayor|judge|magistrate|minister|governor|senator|ambassador)", re.IGNORECASE
)
_STATE = re.compile(r"\b(?:city|town|ministry|government|court|state|department|province|region|bank)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d")


def kind_of(context: Context, name: object) -> str:
    """The kind of the entity that the article has under a name, empty where it has none."""
    return context.once(_kinds).get(str(name), "")


def _kinds(context: Context) -> dict[str, str]:
    return {cluster.name: cluster.kind for cluster in context.clusters}


def _customer(context: Context, draft: Draft) -> Draft | None:
    """Without maker and places among the customers; None where nothing else says that its robots are put to work."""
    maker, customers = draft.slots.get("maker"), draft.slots.get("customer")
    if draft.kind != "deployment" or not isinstance(customers, tuple):
        return draft
    left = tuple(c for c in customers if isinstance(c, str) and c != maker and kind_of(context, c) != "place")
    if left == customers:
        return draft
    return without(draft, customer=left) if left or "product" in draft.slots else None


def _parties(context: Context, draft: Draft) -> Draft:
    """A cooperation of others without the company of the article, where its sentence does not speak of it."""
    parties, main = draft.slots.get("parties"), context.main.name if context.main is not None else None
    if draft.kind != "partnership" or not isinstance(parties, tuple) or main not in parties or len(parties) < 3:
        return draft
    named = {m.cluster.name for sentence in sentences(context, draft) for m in sentence.mentions}
    if main in named or sum(party in named for party in parties) < 2:
        return draft
    return without(draft, parties=tuple(party for party in parties if isinstance(party, str) and party != main))


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
    placed = "place" in (kind_of(context, person), kind_of(context, house)) or context.registry.is_place(house)
    office = _OF_STATE.fullmatch(str(draft.slots.get("title", ""))) and not _STATE.search(house)
    return None if placed or office or person == house else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_customer, _parties, _maker, _holder)


def once_at_work(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of robots at work in one sentence the fullest, with what another tells of the same."""
    full: list[Draft] = []
    for draft in sorted((d for d in drafts if d.kind == "deployment"), key=_emptiness):
        more = next((n for n, other in enumerate(full) if _tells_more(other, draft)), None)
        if more is None:
            full.append(draft)
        elif draft.slots.get("product") == full[more].slots.get("product"):
            full[more] = replace(full[more], slots={**draft.slots, **full[more].slots})
    return [*(draft for draft in drafts if draft.kind != "deployment"), *full]


def _emptiness(draft: Draft) -> tuple[int, bool, int]:
    own = draft.slots.get("product") in (None, draft.slots.get("maker"))
    return -len(draft.slots.get("customer", ())), own, -len(draft.slots)  # type: ignore[arg-type]


def _tells_more(one: Draft, other: Draft) -> bool:
    """Whether a deployment of one sentence has the robots and the customers of another."""
    if one.start >= other.end or other.start >= one.end:
        return False
    mine, its = one.slots.get("customer", ()), other.slots.get("customer", ())
    pairs = [(one.slots.get(slot), other.slots.get(slot)) for slot in ("product", "maker")]
    same = [a == b for a, b in pairs if a is not None and b is not None]
    if not mine or not set(its) <= set(mine):  # type: ignore[arg-type]
        return False
    return (any(same) or not same) if its else (bool(same) and all(same))
