"""The last gate: what may not be told as a fact is dropped here, whichever rule or model proposed it."""

from __future__ import annotations

from bot.extraction.kind import Draft, all_kinds
from bot.model.article import Article
from bot.model.money import Money
from bot.model.statement import SLOT_TYPES, Investor, Quote, SlotValue, Statement

_PRONOUNS = {
    "it", "its", "he", "she", "they", "his", "her", "their", "them", "we", "i", "who", "which", "that", "the company",
    "the startup", "the firm", "company", "startup", "the group", "this", "these", "itself",
}  # fmt: skip
_LONGEST_NAME = 90
_LONGEST_QUOTE = 700


def _good_name(name: str) -> bool:
    folded = name.strip().casefold()
    return (
        1 < len(folded) <= _LONGEST_NAME
        and folded not in _PRONOUNS
        and any(c.isalnum() for c in folded)
        and "\n" not in name
    )


def _good(slot: str, value: SlotValue) -> bool:
    kind = SLOT_TYPES.get(slot)
    if kind == "name":
        return isinstance(value, str) and _good_name(value)
    if kind == "money":
        return isinstance(value, Money) and value.value > 0
    if kind == "text":
        return isinstance(value, str) and bool(value.strip())
    return kind is not None


def _clean(slots: dict[str, SlotValue]) -> dict[str, SlotValue]:
    """The slots that hold what their type allows; lists without their bad or repeated items."""
    kept: dict[str, SlotValue] = {}
    for slot, value in slots.items():
        kind = SLOT_TYPES.get(slot)
        if kind == "names" and isinstance(value, tuple):
            value = tuple(dict.fromkeys(v for v in value if isinstance(v, str) and _good_name(v)))
            if not value:
                continue
        elif kind == "investors" and isinstance(value, tuple):
            leads: dict[str, bool] = {}
            for item in value:
                if isinstance(item, Investor) and _good_name(item.name):
                    leads[item.name] = leads.get(item.name, False) or item.lead
            value = tuple(Investor(name, lead) for name, lead in leads.items())
            if not value:
                continue
        if _good(slot, value):
            kept[slot] = value
    return kept


def validate(draft: Draft, article: Article) -> Statement | None:
    """The statement of a draft, or None where it is incomplete or its quote cannot be shown."""
    kind = all_kinds().get(draft.kind)
    if kind is None:
        return None
    allowed = {*kind.identity, *kind.slots, "approximate", "high"}
    slots = {name: value for name, value in _clean(draft.slots).items() if name in allowed}
    if not kind.complete(slots):
        return None
    start, end = max(0, draft.start), min(len(article.text), draft.end)
    while start < end and article.text[start].isspace():
        start += 1
    while end > start and article.text[end - 1].isspace():
        end -= 1
    if end <= start:
        return None
    end = min(end, start + _LONGEST_QUOTE)
    first, last, text = article.quote(start, end)
    if not text.strip():
        return None
    return Statement(article.id, draft.kind, slots, Quote(first, last, text))
