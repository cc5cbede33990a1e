"""Whether a sentence on deals adds anything to those that an answer shows: a sum, or somebody who is in one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answers.desk import Desk
from bot.answers.lines import event_text
from bot.answers.query import Ids
from bot.answers.view import ids_by_slot
from bot.grammar.money import find_money
from bot.grammar.patterns import Pattern
from bot.store.read import Passage, StoredEvent

_ASIDE = Pattern(r",? (?:which|whose|who|where|a unit of|part of|owned by)\b[^,;.]{0,120}| at (?:the )?[A-Z][\w&’'-]*")
"""What is said of one of those in a deal, not of the deal."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?= ?(?:million|billion|trillion|crore|lakh|[mb]n?)\b)|\d{1,3}(?:,\d{3})+")
_GIVING = frozenset({"investors", "buyer"})


class Shown:
    """The deals of an answer, as sentences are held against them."""

    def __init__(self, desk: Desk, ids: Ids, told: Sequence[StoredEvent]) -> None:
        self._desk = desk
        slots = [ids_by_slot(one) for one in told]
        family = desk.lookup.family(ids)
        self._ids = ids
        self._named = family.union(*(held for one in slots for held in one.values()))
        self._figures = frozenset(met for one in told for met in _FIGURE.findall(event_text(one)))
        gives = [any(family & held for slot, held in one.items() if slot in _GIVING) for one in slots]
        self._only_gives = bool(gives) and all(gives)

    def is_news(self, passage: Passage) -> bool:
        """Whether a sentence tells a sum or names somebody that no deal shown does.

        On somebody who only gives money, a sentence that does not name them is on a deal of others.
        """
        if not self._named - self._ids:
            return True
        if self._only_gives and not self._desk.sentences.discourse.names_one(passage, self._ids):
            return False
        plain = _ASIDE.sub(" ", passage.text)
        if find_money(plain) and not self._figures.issuperset(_FIGURE.findall(plain)):
            return True
        named = {one for mention in self._desk.lookup.spotter.find(plain) for one in mention.ids}
        return any(self._desk.facts.kind(one) == "org" for one in named - self._named)
