"""Which sentences are shown beside those that answer, and which stand on the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.answers.asked.wishes import Wish
from bot.answers.query import Ids
from bot.answers.sentences.discourse import Discourse
from bot.grammar.patterns import Pattern
from bot.store.read import Passage

_SOMEBODY = Pattern(
    r"^(?:[\w,]+ ){0,4}?(?:who|whom|whose)\b|\b(?:which|what) (?:[\w&'-]+ ){0,4}?(?:company|companies|start-?ups?|"
    r"firms?|makers?|groups?|funds?|investors?|buyers?|suppliers?|developers?|manufacturers?|vendors?|outfit|"
    r"spin-?(?:off|out)s?|hospitals?|universit(?:y|ies)|unicorns?|labs?)\b"
)
"""Somebody is asked for, not something."""
_BARE = Pattern(
    r"^\W*(?:Set up|Founded|Started|Built|Made|Based|Its|Their|Launched|Created|Established|Spun|Led|Run|Backed|Priced|"
    r"Each|The (?:first|second|latter|former))\b"
)
"""How a sentence begins that does not say whom it is about."""
_ANEW = Pattern(r"^[^.!?]{0,60}\*\*|^\W{0,3}\d{1,2}\.\s|^\W{0,2}[•·–—-] ")
"""How an item of a list begins: another thing than the one before."""
_LISTS = Pattern(r"(?:[:：]|\bas follows\b.{0,40}|\bthe following\b.{0,40})[\s*_]*$", re.I)
_ITEM = Pattern(r"^\W{0,3}(?:\d{1,2}[.)]|[-•*–])\s|^\W*\w.* \| ")
_ENDS = Pattern(r"[.!?。！？…][\"”’')\]*_]*\s*$")
_CALLED = Pattern(r"(?<=[a-z,;:(] )[A-ZÀ-Þ][\w'’-]{2,}|\*[A-ZÀ-Þ][\w'’-]{2,}\*|^[A-ZÀ-Þ][a-zß-ÿ'’-]+ [A-ZÀ-Þ][\w'’-]+")
"""What is written as a name."""
_HEADING = 80
_ITEMS = 5
_FOLLOWS = 3
_NAMED_BEFORE = 4


class Showing:
    """Puts together the sentences of an answer."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._facts = discourse.facts

    def asks_somebody(self, wish: Wish) -> bool:
        """Whether somebody is asked for."""
        return _SOMEBODY.search(wish.clause.shape) is not None

    def goes_with(self, near: Passage, anchor: Passage) -> bool:
        """Whether a sentence beside another is about the same: it says so, or names no other company.

        What follows in the same item of a list may name others: who invested, who buys.
        """
        theirs, ours = self._orgs(near), self._orgs(anchor)
        if not theirs or theirs & ours:
            return True
        follows = near.ordinal > anchor.ordinal
        if follows and self._discourse.goes_on(near):
            return True
        if follows and near.ordinal - anchor.ordinal <= _FOLLOWS:
            between = self._discourse.near(anchor, 0, near.ordinal - anchor.ordinal)
            return not any(_ANEW.search(p.text) or self._is_heading(p) for p in between)
        return not ours

    def follows_on(self, near: Passage, anchor: Passage) -> bool:
        """Whether a sentence soon after another goes on about it, without any name: "Each costs …"."""
        if not 0 < near.ordinal - anchor.ordinal <= _FOLLOWS:
            return False
        between = self._discourse.near(anchor, 0, near.ordinal - anchor.ordinal)
        bare = self._discourse.goes_on(near) or _BARE.match(near.text)
        return bool(bare) and not any(_ANEW.search(p.text) or self._is_heading(p) for p in between)

    def names(self, passage: Passage, kinds: AbstractSet[str], asked: AbstractSet[str]) -> bool:
        """Whether a sentence names something of some kinds that was not asked about."""
        return any(self._discourse.kind(i) in kinds for i in self._discourse.ids(passage) - asked)

    def calls_somebody(self, passages: Sequence[Passage]) -> bool:
        """Whether some sentences name somebody, known or not."""
        known = any(self._discourse.kind(i) != "place" for p in passages for i in self._discourse.ids(p))
        return known or any(_CALLED.search(p.text) for p in passages)

    def with_names(self, shown: dict[int, Passage], asked: AbstractSet[str], lead: Wish) -> None:
        """Adds the sentence before the others that names somebody, where they name nobody but who was asked about."""
        kinds = {"org", "person"} if self.asks_somebody(lead) else {"org", "product", "person"}
        for passage in list(shown.values()):
            before = self._discourse.near(passage, 1)
            if before and before[0].ordinal and self._begins_without_name(passage):
                shown[before[0].ordinal] = before[0]
        if self.asks_somebody(lead) and (heading := self._heading(shown[min(shown)])) is not None:
            shown[heading.ordinal] = heading
        if any(self.names(p, kinds, asked) for p in shown.values()):
            return
        for above in reversed(self._discourse.near(shown[min(shown)], _NAMED_BEFORE)):
            if above.ordinal and self.names(above, kinds, asked):
                shown[above.ordinal] = above
                return

    def with_more(self, shown: dict[int, Passage]) -> None:
        """Adds what goes before a sentence that points back, what goes on from the last, and what it lists."""
        first, last = shown[min(shown)], shown[max(shown)]
        if self._discourse.goes_on(first) and first.ordinal > 1:
            shown[first.ordinal - 1] = self._discourse.near(first, 1)[0]
        after = self._discourse.near(last, 0, _ITEMS + 1)
        if after and not _LISTS.search(last.text) and _LISTS.search(after[0].text):
            shown[after[0].ordinal] = last = after.pop(0)
        if _LISTS.search(last.text):
            shown |= {p.ordinal: p for p in after[:_ITEMS] if _ITEM.search(p.text)}
        elif after and self._discourse.goes_on(after[0]):
            shown[after[0].ordinal] = after[0]

    def _orgs(self, passage: Passage) -> Ids:
        orgs = [i for i in self._discourse.ids(passage) if self._discourse.kind(i) == "org"]
        return frozenset(one.id for one in self._facts.entities_of(orgs) if one.subkind not in ("outlet", "analyst"))

    def _heading(self, passage: Passage) -> Passage | None:
        """The heading right above a few sentences, which may say whom they are about."""
        before = reversed(self._discourse.near(passage, _NAMED_BEFORE))
        return next((p for p in before if p.ordinal and self._is_heading(p)), None)

    @staticmethod
    def _is_heading(passage: Passage) -> bool:
        return len(passage.text) < _HEADING and not _ENDS.search(passage.text) and " | " not in passage.text

    def _begins_without_name(self, passage: Passage) -> bool:
        return bool(_BARE.match(passage.text)) or not self._discourse.named(passage)
