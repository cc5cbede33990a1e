"""Whether a proposed fact stands in its article: its quote to the letter, its figures, names and dates in that quote.

A figure or a name that the fact is about and that is not there refuses the fact; any other slot that is not there is
left out. What is kept of figures and dates is what the grammars read, not what the model made of them.
"""

from __future__ import annotations

import re

from bot.extraction.asked.figures import Figures
from bot.extraction.asked.form import Fact
from bot.extraction.asked.naming import Naming
from bot.extraction.kind import Draft, Kind, all_kinds
from bot.model.article import Article
from bot.model.statement import SLOT_TYPES, Investor, SlotValue, members
from bot.names import Registry, bare
from bot.names.folding import tokens

_LONGEST = 700
_FEWEST = 10
"""Letters and digits of a quote (of CJK half as many) below which it says nothing."""
_ENDS = re.compile(r"(?:[.!?][\"'”’)\]]*(?=\s)|[。！？][”’」』）]*|\n)")
_WHOLE = ("title", "degree", "field", "place", "round", "unit")
"""Texts of which every word stands in the quote; of the others most do."""
_MOST = 0.6
_CHOSEN = ("status", "measure", "product_kind")
"""Slots that hold one of a few words; the form of the answer allows no others."""
_APART = (("buyer", "target"), ("company", "investors"))
"""Slots of which nobody fills both."""
_SCORE = 0.5


class Ground:
    """One article, against which facts are checked."""

    def __init__(self, article: Article, registry: Registry | None = None) -> None:
        self._text = article.text
        self._figures = Figures(article)
        self._naming = Naming(article, registry)

    def draft(self, fact: Fact) -> Draft | None:
        """The fact as its article bears it out; None where it does not."""
        span = self._span(fact.quote)
        if span is None:
            return None
        kind = all_kinds()[fact.kind]
        allowed = {*kind.identity, *kind.slots, "high"}
        told = fact.model_dump(exclude_none=True, exclude={"kind", "quote"})
        slots: dict[str, SlotValue] = {}
        for slot in sorted(allowed & set(told)):
            value = self._value(slot, told[slot], told, span)
            if value is not None:
                slots[slot] = value
            elif SLOT_TYPES[slot] in ("money", "number") and slot != "high":
                return None
        if "value" in slots:
            read = self._figures.number(float(told["value"]), str(told.get("unit", "")), span)
            assert read is not None
            slots |= read
            if "unit" not in kind.slots:
                slots.pop("unit", None)
        else:
            slots.pop("high", None)
        if fact.kind == "statement":
            slots.setdefault("text", " ".join(self._text[slice(*span)].split()))
        return Draft(fact.kind, slots, *span, _SCORE) if self._whole(kind, slots) else None

    def _whole(self, kind: Kind, slots: dict[str, SlotValue]) -> bool:
        """Whether all is there that the fact is about, nobody in two parts at once."""
        if not kind.complete(slots):
            return False
        parties = slots.get("parties")
        if isinstance(parties, tuple) and len(parties) < 2:
            return False
        return not any(_keys(slots.get(a)) & _keys(slots.get(b)) for a, b in _APART)

    def _value(self, slot: str, value: object, told: dict[str, object], span: tuple[int, int]) -> SlotValue | None:
        """A slot as the quote bears it out."""
        kind = SLOT_TYPES[slot]
        if kind == "name":
            return self._naming.name(str(value), span)
        if kind == "names" and isinstance(value, list):
            names = (self._naming.name(str(one), span) for one in value)
            return tuple(dict.fromkeys(name for name in names if name)) or None
        if kind == "investors" and isinstance(value, list):
            backers = ((self._naming.name(str(one["name"]), span), bool(one["lead"])) for one in value)
            return tuple(Investor(name, lead) for name, lead in backers if name) or None
        if kind == "money" and isinstance(value, dict):
            return self._figures.money(float(value["value"]), str(value["currency"]), span)
        if kind == "when":
            return self._figures.when(str(value), span)
        if slot == "value" and isinstance(value, float):
            return value if self._figures.number(value, str(told.get("unit", "")), span) else None
        if kind == "number":
            return None  # the upper end of a range comes with its lower end
        text = str(value).strip()
        return text if slot in _CHOSEN or (text and self._says(slot, text, span)) else None

    def _says(self, slot: str, text: str, span: tuple[int, int]) -> bool:
        """Whether the quote holds the words of a text: each with a digit or a capital, and of the others enough."""
        if slot == "round" and self._figures.round(text, span):
            return True
        said = {token.form for token in tokens(self._text[slice(*span)])}
        held = [(text[token.start], token.form in said, token.form) for token in tokens(text)]
        if not held or not all(there for first, there, form in held if first.isupper() or _has_digit(form)):
            return False
        share = sum(there for _, there, _ in held) / len(held)
        return share == 1 if slot in _WHOLE else share >= _MOST

    def _span(self, quote: str) -> tuple[int, int] | None:
        """Where a quote stands, widened to whole sentences: what goes before it there may deny it."""
        words = quote.split()
        if sum(2 if char > "⺀" else 1 for char in quote if char.isalnum()) < _FEWEST:
            return None
        found = re.search(r"\s+".join(map(re.escape, words)), self._text)
        if found is None:
            return None
        start, end = found.span()
        before = [match.end() for match in _ENDS.finditer(self._text, 0, start + 1) if match.end() <= start]
        start = before[-1] if before else 0
        after = _ENDS.search(self._text, max(end - 1, 0))
        end = after.end() if after else len(self._text)
        start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
        end = start + len(self._text[start:end].rstrip())
        return (start, end) if end - start <= _LONGEST else None


def _keys(value: SlotValue | None) -> set[str]:
    return {bare(name) for name in members(value)}


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)
