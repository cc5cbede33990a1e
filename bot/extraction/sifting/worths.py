"""Whose sales and worth a figure is: not those of a whole trade, nor of another house whose round tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.extraction.kind import Draft
from bot.extraction.sifting.deals import OF_MANY
from bot.extraction.sifting.spans import sentences, words
from bot.model.money import Money

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


def _is_anothers_worth(context: Context, draft: Draft, worths: Sequence[tuple[Draft, float]]) -> bool:
    if draft.kind != "metric" or draft.slots.get("measure") != "valuation":
        return False
    named = {m.cluster.name for s in sentences(context, draft) for m in s.mentions}
    rounds = [d.slots["company"] for d, worth in worths
              if worth == draft.slots["value"] and d.start < draft.end and draft.start < d.end]  # fmt: skip
    return bool(rounds) and draft.slots["subject"] not in named and draft.slots["subject"] not in rounds
