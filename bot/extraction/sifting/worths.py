"""Whose sales and worth a figure is: not those of a whole trade, nor of another house whose round tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.deals import OF_MANY
from bot.extraction.sifting.spans import sentences, without, words
from bot.model.money import Money

_BEHIND: Final = 3
"""How much farther a sum is that is told behind a worth."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.extraction.text.context import Context


def one_company(context: Context, draft: Draft) -> Draft | None:
    """No company's sales of what a whole trade raised."""
    sales = draft.kind == "metric" and draft.slots.get("measure") == "revenue"
    return None if sales and OF_MANY.search(words(context, draft)) else draft


def of_rounds(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, without the worth of one house that is that of another's round in the same sentence."""
    worths = [(d, v.value) for d in drafts if d.kind == "funding" and isinstance(v := d.slots.get("valuation"), Money)]
    return [draft for draft in drafts if not _is_anothers_worth(context, draft, worths)]


def of_one_round(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a worth that several rounds of a company were given only with the one told nearest before it."""
    told: dict[tuple[str, float], list[Draft]] = {}
    for draft in drafts:
        if draft.kind == "funding" and isinstance(value := draft.slots.get("valuation"), Money):
            told.setdefault((str(draft.slots["company"]), value.value), []).append(draft)
    lent: set[int] = set()
    for (_, worth), rounds in told.items():
        places = [m.start for s in context.sentences for m in s.money if m.money.value == worth]
        if len(rounds) < 2 or not places:
            continue
        far = [min(_gap(context, draft, at) for at in places) for draft in rounds]
        lent |= {id(draft) for draft, gap in zip(rounds, far, strict=True) if gap > min(far)}
    return [without(draft, valuation=None) if id(draft) in lent else draft for draft in drafts]


def _gap(context: Context, draft: Draft, place: int) -> float:
    """Letters between the sum of a round and a place, many more where the sum stands behind it."""
    amount = draft.slots.get("amount")
    sums_of = [m for s in context.sentences for m in s.money if isinstance(amount, Money) and m.money == amount]
    gaps = [place - m.end if m.end <= place else _BEHIND * (m.start - place) for m in sums_of]
    return min(gaps, default=float("inf"))


def _is_anothers_worth(context: Context, draft: Draft, worths: Sequence[tuple[Draft, float]]) -> bool:
    if draft.kind != "metric" or draft.slots.get("measure") != "valuation":
        return False
    named = {m.cluster.name for s in sentences(context, draft) for m in s.mentions}
    rounds = [d.slots["company"] for d, worth in worths
              if worth == draft.slots["value"] and d.start < draft.end and draft.start < d.end]  # fmt: skip
    return bool(rounds) and draft.slots["subject"] not in named and draft.slots["subject"] not in rounds
